"""设置: the look of this computer's desk, the register's secrets, lock and backups."""
