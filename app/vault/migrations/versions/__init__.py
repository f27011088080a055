"""A module per schema; a released one is never edited."""
