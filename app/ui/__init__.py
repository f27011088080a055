"""The windows: they show rows and ask use cases, and compute nothing themselves.

A window is given the ``Desk`` and asks through it; it never sees a session or a table row.
"""

import builtins

import PySide6.QtCore  # noqa: F401 - it replaces ``__import__``

# PySide6's own ``__import__`` reads the source of every module imported after it, only to see
# whether it asks for ``__feature__`` names; nobody here does. Without it the desk is spared 20 MB
# and a quarter of the time its imports take.
vars(builtins)["__import__"] = vars(builtins).get("__orig_import__", builtins.__import__)
