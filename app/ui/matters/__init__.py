"""Matters between agencies: the list, the thread of one, and the forms that add to it."""
