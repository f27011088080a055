from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from app import demo
from app.documents.kinds.letters import LetterKind
from app.kernel.clock import SetClock
from app.kernel.errors import RegisterExistsError
from app.rules.steps import State
from app.services import alarms, case_list, drafting, duties, matters, roster_view, setup
from tests import synthetic

NOW = datetime(2026, 9, 16, 8, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> demo.Account:
    return demo.build(tmp_path_factory.mktemp("demo") / "city", NOW, synthetic.CHEAP)


def _opened(city: demo.Account, handle: str) -> setup.Register:
    return setup.open_register(city.folder / handle, demo.PASSPHRASE, SetClock(NOW))


def test_every_register_of_the_city_opens(city: demo.Account) -> None:
    for _, folder in city.registers:
        with setup.open_register(folder, demo.PASSPHRASE, SetClock(NOW)) as register:
            assert setup.identity(register).mechanism == "日照市政府采购领域协同监管机制"


def test_every_member_follows_the_same_roster_that_two_agencies_stand_behind(
    city: demo.Account,
) -> None:
    seen = []
    for _, folder in city.registers:
        with setup.open_register(folder, demo.PASSPHRASE, SetClock(NOW)) as register:
            (view,) = roster_view.show(register)
            seen.append((view.version, view.sha256, view.threshold, view.disagreeing))
            assert alarms.standing(register).quiet

    assert len(set(seen)) == 1
    assert (seen[0][0], seen[0][2]) == (2, 2)


def test_the_cases_stand_in_different_states(city: demo.Account) -> None:
    with _opened(city, "rz-czj") as finance:
        states = {row.state for row in matters.rows(finance)}
        bench = duties.workbench(finance)

        assert states >= {
            State.ARTICLES_HANDED_OVER,
            State.NOT_FILED,
            State.SUPPLEMENT,
            State.ISSUED,
            State.PENDING,
        }
        assert len(case_list.case_ids(finance)) == 7
        assert bench.due
        assert len(bench.awaited) > 0
        assert bench.to_approve
        assert bench.to_receive


def test_both_sides_agree_on_what_they_share(city: demo.Account) -> None:
    with _opened(city, "rz-czj") as finance, _opened(city, "rz-gaj") as police:
        here = {row.uid: row.state for row in matters.rows(finance)}
        there = {row.uid: row.state for row in matters.rows(police)}

        assert len(here.keys() & there.keys()) == 3
        assert {uid: here[uid] for uid in here.keys() & there.keys()}.items() <= there.items()


def test_the_letters_lie_there_as_pdf(city: demo.Account) -> None:
    assert len(city.letters) == 9
    assert all(path.read_bytes().startswith(b"%PDF-") for path in city.letters)


def test_a_demo_replaces_a_demo_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("kept")

    with pytest.raises(RegisterExistsError):
        demo.build(tmp_path, NOW, synthetic.CHEAP)

    assert (tmp_path / "mine").read_text() == "kept"
    again = tmp_path / "city"
    again.mkdir()
    (again / demo.MARK).write_text("演练")
    (again / "old").write_text("gone")
    demo.build(again, NOW, synthetic.CHEAP)
    assert not (again / "old").exists()


def test_the_lead_has_called_a_conference_and_begun_its_minutes(city: demo.Account) -> None:
    with _opened(city, "rz-czj") as register:
        minutes, notice = sorted(drafting.rows(register), key=lambda row: row.issued)

    assert (notice.kind, notice.issued) == (LetterKind.MEETING_NOTICE, True)
    assert (minutes.kind, minutes.issued) == (LetterKind.MINUTES, False)
    assert [path for path in city.letters if notice.number in path.name]
