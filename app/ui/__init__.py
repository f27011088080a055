"""The windows: they show rows and ask use cases, and compute nothing themselves.

A window is given the ``Desk`` and asks through it; it never sees a session or a table row.
"""
