"""成员与密钥: who takes part, whose key was compared, and our own identity card."""
