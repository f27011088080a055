"""How fast the program is against named programs on the same machine: ``python3 dev.py bench``.

Every figure is the best of several runs that take turns with the peer's, so that a busy machine
disturbs both; the ratio is what counts. Nothing here is a test: a figure never fails a build.

measure    ``Figure``, ``least``: what is said and how it is timed
cases      100,000 synthetic cases in a real register, and the same data without a key
search     finding and listing cases, against plain SQLite; every answer against a substring scan
table      repainting the list of cases, against Qt's own C++ model
"""
