"""The uid of a bundle, which anybody who has the file can read."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.kernel.errors import BundleFormError, SeenBeforeError
from app.services import cases, exchange, ledger
from app.services.setup import Register
from app.sync import mailbox, opening
from tests import synthetic
from tests.services import rosters
from tests.services.hostile import altered
from tests.services.rosters import City


def _waits(city: City, sender: Register) -> None:
    """*sender* has something to tell finance."""
    uid = cases.register_case(sender, synthetic.case_draft()).uid
    exchange.share_case(sender, uid, rosters.uid(city.finance))


def _uid_of(path: Path) -> str:
    with mailbox.reading(path) as file:
        return opening.inspect(file, path).routing.bundle


def test_a_member_that_copies_a_bundle_s_uid_does_not_shut_it_out(tmp_path: Path) -> None:
    rosters.build_started(tmp_path)
    with rosters.opened(tmp_path) as city:
        to = rosters.uid(city.finance)
        _waits(city, city.audit)
        honest = exchange.seal(city.audit, to, city.stick).path
        _waits(city, city.police)
        squat = altered(city.police, to, city.stick, bundle=_uid_of(honest))

        first = exchange.take_in(city.finance, squat)
        second = exchange.take_in(city.finance, honest)

        assert first.bundle != second.bundle
        reports = [ledger.import_report(city.finance, each.bundle) for each in (first, second)]
        assert [each.bundle.peer for each in reports] == ["示例市公安局", "示例市审计局"]
        with pytest.raises(SeenBeforeError):
            exchange.take_in(city.finance, honest)
        _waits(city, city.audit)
        again = altered(city.audit, to, city.stick, bundle=_uid_of(honest))
        with pytest.raises(BundleFormError):
            exchange.take_in(city.finance, again)
