"""Printing: what is asked of a person, and the pages on their way to the printer."""
