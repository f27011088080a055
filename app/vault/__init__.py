"""The encrypted register: keys, database, attachments, search, journal."""
