"""A program of its own that takes in one bundle, so that it can be killed at any moment of it.

``python -m tests.services.taking REGISTER BUNDLE``: says «open», waits for a line, begins.
"""

from __future__ import annotations

import sys
from pathlib import Path

from app.kernel.clock import SetClock
from app.services import exchange
from app.services.setup import Register
from tests import synthetic
from tests.services.two_desks import START


def main(folder: str, bundle: str) -> None:
    secret, clock = synthetic.PASSPHRASE, SetClock(START)
    with Register.open(Path(folder), secret, clock=clock, cost=synthetic.CHEAP) as register:
        print("open", flush=True)
        sys.stdin.readline()
        exchange.take_in(register, Path(bundle))
        print("done", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
