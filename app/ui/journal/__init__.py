"""审计日志: who did what and when; to be read and checked, never changed."""
