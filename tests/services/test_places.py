"""Exchange places on two real registers and real folders."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from app.kernel.errors import (
    MediumError,
    MediumGoneError,
    MissingFieldsError,
    NothingToSendError,
    RecipientUnverifiedError,
    UnknownRecordError,
    UnusablePlaceError,
)
from app.kernel.paths import ExchangePlaceFault
from app.models import JournalLine, Outgoing, Stream
from app.services import cases, deliveries, exchange, members, places
from app.services.places import Place, PlaceDraft, PlaceKind, PlaceState
from app.services.setup import Register
from tests import synthetic
from tests.services.two_desks import Desks, two_desks


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    with two_desks(tmp_path) as made:
        yield made


@pytest.fixture
def share(tmp_path: Path) -> Path:
    folder = tmp_path / "share"
    folder.mkdir()
    return folder


def _keep(
    register: Register, folder: Path, kind: PlaceKind = PlaceKind.SHARED, *peers: str
) -> Place:
    places.keep_place(register, PlaceDraft(kind, "往来共享", folder, peers))
    return places.places(register)[-1]


def _share_case(desks: Desks, name: str = "示例案件") -> None:
    case = cases.register_case(desks.finance, synthetic.case_draft(name)).uid
    exchange.share_case(desks.finance, case, desks.to_police)


def _write(desks: Desks, place: Place, name: str = "示例案件") -> Path:
    _share_case(desks, name)
    (sealed,) = deliveries.deliver(desks.finance, place, (desks.to_police,)).sealed
    return sealed.path


def _answer(desks: Desks, path: Path) -> None:
    """The police take *path* in, and the finance bureau hears of it by another way."""
    exchange.take_in(desks.police, path)
    back = exchange.seal(desks.police, desks.to_finance, desks.stick)
    exchange.take_in(desks.finance, back.path)


def _actions(register: Register) -> list[str]:
    with register.read() as session:
        lines = session.scalars(select(JournalLine.action).order_by(JournalLine.id))
        return [each for each in lines if each.startswith("place.")]


# -- places as settings --------------------------------------------------------------------


def test_a_place_is_kept_changed_and_forgotten_and_its_folder_stays(
    desks: Desks, share: Path
) -> None:
    made = _keep(desks.finance, share, PlaceKind.SHARED, desks.to_police)
    (share / "a.lxb").write_bytes(b"four")

    places.keep_place(desks.finance, PlaceDraft(PlaceKind.BURN, " 刻录 ", share), made.uid)
    changed = places.places(desks.finance)
    places.forget_place(desks.finance, made.uid)

    assert (made.name, made.path, made.peers) == ("往来共享", share, (desks.to_police,))
    assert changed == (Place(made.uid, PlaceKind.BURN, "刻录", str(share), ()),)
    assert places.places(desks.finance) == ()
    assert (share / "a.lxb").exists()
    assert _actions(desks.finance) == ["place.kept", "place.kept", "place.forgotten"]


def test_a_folder_that_cannot_be_a_place_is_refused_with_its_fault(
    desks: Desks, share: Path
) -> None:
    _keep(desks.finance, share)
    inside = desks.finance.folder / "staging"
    inside.mkdir(exist_ok=True)
    file = share / "file"
    file.touch()
    faults = {
        share / "gone": ExchangePlaceFault.NOT_A_FOLDER,
        file: ExchangePlaceFault.NOT_A_FOLDER,
        inside: ExchangePlaceFault.IN_THE_REGISTER,
        desks.finance.folder: ExchangePlaceFault.IN_THE_REGISTER,
        desks.finance.folder.parent: ExchangePlaceFault.IN_THE_REGISTER,
        share / ".." / "share": ExchangePlaceFault.TAKEN,
    }

    for folder, fault in faults.items():
        with pytest.raises(UnusablePlaceError) as caught:
            _keep(desks.finance, folder)
        assert caught.value.reason is fault
    assert len(places.places(desks.finance)) == 1


def test_a_place_needs_a_name_and_must_be_known_to_be_changed(desks: Desks, share: Path) -> None:
    nameless = PlaceDraft(PlaceKind.STICK, "  ", share)

    with pytest.raises(MissingFieldsError):
        places.keep_place(desks.finance, nameless)
    with pytest.raises(UnknownRecordError):
        places.keep_place(desks.finance, replace(nameless, name="x"), "nobody")
    with pytest.raises(UnknownRecordError):
        places.forget_place(desks.finance, "nobody")


def test_only_a_shared_folder_is_looked_at_unasked(share: Path) -> None:
    seconds = {kind: Place("", kind, "", str(share), ()).seconds for kind in PlaceKind}

    assert seconds == {PlaceKind.STICK: 0, PlaceKind.SHARED: 60, PlaceKind.BURN: 0}


def test_the_state_of_a_place_tells_what_can_be_done_there(share: Path) -> None:
    free = shutil.disk_usage(share).free

    assert places.state(share) is PlaceState.READY
    assert places.state(share, free) is PlaceState.SHORT
    assert places.state(share / "gone") is PlaceState.ABSENT


# -- looking -------------------------------------------------------------------------------


def test_a_bundle_is_counted_at_the_second_look_and_no_more_once_taken_in(
    desks: Desks, share: Path
) -> None:
    here, there = _keep(desks.finance, share), _keep(desks.police, share)
    path = _write(desks, here)

    first = places.poll(desks.police, there.uid, {})
    second = places.poll(desks.police, there.uid, first.sizes)
    exchange.take_in(desks.police, path)
    third = places.poll(desks.police, there.uid, second.sizes)

    assert path.parent == share / "inbox" / "sl-gaj"
    assert (first.fresh, second.fresh, third.fresh) == ((), (path,), ())


def test_a_look_finds_what_was_renamed_and_leaves_out_what_is_for_others(
    desks: Desks, share: Path
) -> None:
    there = _keep(desks.police, share)
    path = _write(desks, _keep(desks.finance, share))
    renamed = path.rename(share / "来自财政局.lxb")
    shutil.copy(renamed, share / "sl-czj-1-sl-zjj-000001-000001-0a1b2c3d.lxb")

    before = places.poll(desks.police, there.uid, {})
    seen = places.poll(desks.police, there.uid, before.sizes)
    exchange.take_in(desks.police, renamed)
    after = places.poll(desks.police, there.uid, seen.sizes)

    assert (seen.fresh, after.fresh) == ((renamed,), ())


def test_a_place_that_is_gone_is_told_and_comes_back_by_itself(desks: Desks, share: Path) -> None:
    there = _keep(desks.police, share)
    _write(desks, _keep(desks.finance, share))
    away = share.rename(share.with_name("away"))

    gone = places.poll(desks.police, there.uid, {})
    away.rename(share)
    back = places.poll(desks.police, there.uid, gone.sizes)

    assert (gone.state, gone.fresh) == (PlaceState.ABSENT, ())
    assert places.poll(desks.police, there.uid, back.sizes).fresh
    with pytest.raises(MediumGoneError):
        places.found(desks.police, share / "nowhere")


def test_what_is_collected_is_ours_complete_and_not_a_second_copy(
    desks: Desks, share: Path
) -> None:
    there = _keep(desks.police, share)
    here = _keep(desks.finance, share)
    old = _write(desks, here, "第一件")
    exchange.take_in(desks.police, old)
    new = _write(desks, here, "第二件")
    shutil.copy(new, new.with_name(f"{new.stem}.sync-conflict-20260916-120000-ABCDEFG.lxb"))
    (new.parent / "arriving.lxb").write_bytes(new.read_bytes()[:-200])
    members.write_card(desks.finance, share)
    members.write_card(desks.police, share)

    collected = places.collect(desks.police, there)

    assert [each.path for each in collected.bundles] == [new]
    assert (collected.unfinished, collected.known) == (1, 1)
    assert [each.path.name for each in collected.cards] == ["sl-czj-1.lxcard"]
    assert exchange.take_in(desks.police, new).arrived


def test_a_plain_folder_is_looked_at_as_before(desks: Desks, share: Path) -> None:
    _share_case(desks)
    path = exchange.seal(desks.finance, desks.to_police, share).path

    assert [each.path for each in places.found(desks.police, share)] == [path]


# -- writing -------------------------------------------------------------------------------


def test_everybody_served_is_written_to_and_counted(
    desks: Desks, share: Path, tmp_path: Path
) -> None:
    stranger = replace(synthetic.POLICE, handle="sl-zjj", name="示例市住建局")
    here = _keep(desks.finance, share)
    with synthetic.make_register(tmp_path / "zjj", stranger, at=desks.clock) as third:
        uid = members.keep_card(desks.finance, members.write_card(third, tmp_path)).uid
        case = cases.register_case(desks.finance, synthetic.case_draft()).uid
        for peer in (desks.to_police, uid):
            exchange.share_case(desks.finance, case, peer)
        ticks: list[tuple[int, int]] = []

        told = {each.uid: each for each in deliveries.targets(desks.finance, here)}
        done = deliveries.deliver(
            desks.finance, here, (uid, desks.to_police), lambda *tick: ticks.append(tick)
        )

    assert (told[uid].unwritten, told[desks.to_police].unwritten) == (False, True)
    assert [each.recipient for each in done.sealed] == [synthetic.POLICE.name]
    ((who, name, refusal),) = done.refused
    assert (who, name, type(refusal)) == (uid, stranger.name, RecipientUnverifiedError)
    assert ticks == [(0, 2), (1, 2), (2, 2)]


def test_what_was_written_before_goes_once_more_with_its_files(desks: Desks, share: Path) -> None:
    desks.shared_file(3000)
    place = _keep(desks.finance, share)
    (first,) = deliveries.deliver(desks.finance, place, (desks.to_police,)).sealed
    first.path.unlink()

    (again,) = deliveries.deliver(desks.finance, place, (desks.to_police,)).sealed

    assert (first.attachments, again.attachments) == (1, 1)


def test_an_agency_with_nothing_waiting_is_named_and_nothing_is_written(
    desks: Desks, share: Path
) -> None:
    done = deliveries.deliver(desks.finance, _keep(desks.finance, share), (desks.to_police,))

    assert [type(error) for _, _, error in done.refused] == [NothingToSendError]
    assert list(share.rglob("*.lxb")) == []


def test_nobody_further_is_written_to_once_the_place_is_gone(desks: Desks, share: Path) -> None:
    here = _keep(desks.finance, share)
    _share_case(desks)
    share.rmdir()

    done = deliveries.deliver(desks.finance, here, (desks.to_police, desks.to_police))

    assert (done.sealed, done.left) == ((), (desks.to_police,))
    assert isinstance(done.refused[0][2], MediumGoneError)
    assert not share.exists()


def test_a_place_serves_whom_it_was_made_for(desks: Desks, share: Path) -> None:
    nobody = Place("", PlaceKind.SHARED, "", str(share), ("another",))

    assert deliveries.targets(desks.finance, nobody) == ()
    assert deliveries.targets(desks.finance, replace(nobody, peers=()))


@pytest.fixture
def small_share(share: Path) -> Iterator[Path]:
    """A real file system of 2 MiB, where we may mount one."""
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(share)]
    try:
        subprocess.run(mount, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("mounting is not permitted here")
    try:
        yield share
    finally:
        subprocess.run(["umount", str(share)], check=True)


def test_a_full_share_is_told_before_and_left_without_halves(
    desks: Desks, small_share: Path
) -> None:
    here = _keep(desks.finance, small_share)
    (small_share / "other").write_bytes(bytes(1_600_000))
    _share_case(desks)

    (row,) = deliveries.rows(desks.finance)
    done = deliveries.deliver(desks.finance, here, (desks.to_police,))

    assert row.state is PlaceState.SHORT
    assert isinstance(done.refused[0][2], MediumError)
    assert [each for each in small_share.rglob("*") if each.is_file()] == [small_share / "other"]
    assert exchange.peers(desks.finance)[0].leaving


# -- removing what was acknowledged --------------------------------------------------------


def test_a_file_is_removed_after_its_recipient_took_it_in_and_not_before(
    desks: Desks, share: Path
) -> None:
    here = _keep(desks.finance, share)
    path = _write(desks, here)

    before = deliveries.sweep_acknowledged(desks.finance, here)
    kept = path.exists()
    _answer(desks, path)
    (row,) = deliveries.rows(desks.finance)
    after = deliveries.sweep_acknowledged(desks.finance, here)

    assert (before.removed, kept, row.sweepable) == ((), True, 1)
    assert after.removed == (path.name,)
    assert not path.exists()
    assert deliveries.sweepable(desks.finance, here) == ()
    assert _actions(desks.finance) == ["place.kept", "place.swept"]


def test_files_of_others_and_files_somebody_changed_stay(desks: Desks, share: Path) -> None:
    here = _keep(desks.finance, share)
    path = _write(desks, here)
    _answer(desks, path)
    theirs = path.with_name("sl-zjj-1-sl-gaj-000001-000001-0a1b2c3d.lxb")
    theirs.write_bytes(b"not ours")
    path.write_bytes(path.read_bytes()[:-1] + b"?")

    swept = deliveries.sweep_acknowledged(desks.finance, here)

    assert (swept.removed, swept.other) == ((), (path.name,))
    assert theirs.exists()
    assert path.exists()


def test_a_newer_bundle_stays_when_only_the_older_was_taken_in(desks: Desks, share: Path) -> None:
    here = _keep(desks.finance, share)
    older = _write(desks, here, "第一件")
    newer = _write(desks, here, "第二件")
    _answer(desks, older)

    assert deliveries.sweep_acknowledged(desks.finance, here).removed == (older.name,)
    assert newer.exists()


def test_a_bundle_with_a_file_the_recipient_still_asks_for_stays(desks: Desks, share: Path) -> None:
    here = _keep(desks.finance, share)
    path = _write(desks, here)
    _answer(desks, path)
    digest = "ab" * 32
    with desks.finance.write() as session:
        session.scalars(select(Outgoing)).one().items = [[digest, 0, 4]]
        session.scalars(select(Stream)).one().wants = [digest]

    asked = deliveries.sweepable(desks.finance, here)
    with desks.finance.write() as session:
        session.scalars(select(Stream)).one().wants = []

    assert asked == ()
    assert deliveries.sweepable(desks.finance, here) == (path,)


def test_an_acknowledgement_alone_goes_with_the_next_bundle_that_was_taken_in(
    desks: Desks, share: Path
) -> None:
    here = _keep(desks.police, share)
    _share_case(desks)
    exchange.take_in(desks.police, exchange.seal(desks.finance, desks.to_police, desks.stick).path)
    (receipt,) = deliveries.deliver(desks.police, here, (desks.to_finance,)).sealed
    early = deliveries.sweepable(desks.police, here)
    case = cases.register_case(desks.police, synthetic.case_draft()).uid
    exchange.share_case(desks.police, case, desks.to_finance)
    (later,) = deliveries.deliver(desks.police, here, (desks.to_finance,)).sealed
    exchange.take_in(desks.finance, later.path)
    exchange.take_in(desks.police, exchange.seal(desks.finance, desks.to_police, desks.stick).path)

    swept = deliveries.sweep_acknowledged(desks.police, here)

    assert receipt.last < receipt.first
    assert early == ()
    assert set(swept.removed) == {receipt.path.name, later.path.name}


def test_a_place_that_was_mounted_elsewhere_is_swept_all_the_same(
    desks: Desks, share: Path
) -> None:
    path = _write(desks, _keep(desks.finance, share))
    _answer(desks, path)
    moved = share.rename(share.with_name("drive-f"))
    (moved / "inbox").rename(moved / "INBOX")

    swept = deliveries.sweep_acknowledged(desks.finance, _keep(desks.finance, moved))

    assert swept.removed == (path.name,)


def test_a_read_only_place_keeps_everything_and_says_so(desks: Desks, small_share: Path) -> None:
    here = _keep(desks.finance, small_share)
    path = _write(desks, here)
    _answer(desks, path)
    subprocess.run(["mount", "-o", "remount,ro", str(small_share)], check=True)

    (row,) = deliveries.rows(desks.finance)
    with pytest.raises(MediumError):
        deliveries.sweep_acknowledged(desks.finance, here)

    assert (row.state, row.sweepable) == (PlaceState.READ_ONLY, 1)
    assert path.exists()
