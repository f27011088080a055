"""联席 (Lianxi): the desk of a liaison officer in joint supervision of government procurement."""

__version__ = "0.1.0"
