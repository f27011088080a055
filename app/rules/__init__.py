"""Pure functions and data about the law: no tables, no windows, no clock."""
