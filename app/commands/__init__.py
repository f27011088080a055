"""Groups of commands of ``lianxi``, a file per group, and how every command asks and answers."""
