"""Rule packs in the register: running code reads law only from here.

The packs that come with the program are imported when a register is made and when a newer program
opens it; a case or matter names the hash of the pack of its time.
"""

from __future__ import annotations
