"""设置: the look of this computer's desk, and the secrets and the lock of the register."""
