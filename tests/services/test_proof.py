"""A verdict has two halves: whether the signatures are right, and whose the keys are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from app.kernel.errors import (
    CardError,
    EvidenceFolderError,
    MediumError,
    NotCheckableError,
    RosterFormError,
    RosterUnsignedError,
    SignersFileError,
)
from app.kernel.terms import TrustedBy, new_uid
from app.models import Agency, AgencyKey
from app.services import (
    cases,
    exchange,
    members,
    proof,
    roster,
    roster_issue,
    roster_view,
    signers_export,
    standing,
)
from app.services.proof import Kind, Proof
from app.services.roster_issue import StartDraft
from app.services.setup import Register
from app.services.standing import Ask, Outcome, Standing
from app.sync import card as cards
from app.sync import roster_form, signature, signers
from app.sync.roster_form import RosterFile
from app.wording import proof as words
from app.wording.evidence import SIGNERS
from tests import synthetic
from tests.services.two_desks import START, Desks, two_desks
from tests.sync import rosters
from tests.sync.test_evidence import FINANCE, POLICE, inside, put


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    with two_desks(tmp_path) as made:
        yield made


@pytest.fixture
def bundle(desks: Desks) -> Path:
    """The first bundle of finance, taken in by the police."""
    case = cases.register_case(desks.finance, synthetic.case_draft()).uid
    exchange.share_case(desks.finance, case, desks.to_police)
    path = exchange.seal(desks.finance, desks.to_police, desks.stick).path
    exchange.take_in(desks.police, path)
    return path


def key_of(register: Register, uid: str, **changes: object) -> None:
    """Change the one key *register* holds of agency *uid*, as an import of a roster does."""
    with register.write() as session:
        agency = select(Agency.id).where(Agency.uid == uid)
        key = session.scalars(select(AgencyKey).where(AgencyKey.agency_id.in_(agency))).one()
        for name, value in changes.items():
            setattr(key, name, value)


def standing_of(path: Path, ask: Ask) -> Standing:
    (whose,) = proof.inspect(path, ask).signers
    return whose.standing


def told(found: Proof) -> str:
    return words.verdict(found) + "\n" + "\n".join(words.lines(found))


# -- whose key, by a register ----------------------------------------------------------------


def test_a_member_compared_in_person_is_known(desks: Desks, bundle: Path) -> None:
    found = proof.inspect(bundle, standing.by_register(desks.police))

    assert (found.kind, found.outcome) == (Kind.BUNDLE, Outcome.KNOWN)
    assert found.signers[0].standing is Standing.CURRENT
    assert "完好，签名者：示例市财政局" in told(found)
    assert "演练：当面核对" in told(found)
    assert standing_of(bundle, standing.by_register(desks.finance)) is Standing.OWN


def test_without_a_register_nobody_is_known(bundle: Path) -> None:
    found = proof.inspect(bundle)

    assert found.outcome is Outcome.UNKNOWN
    assert "完好，签名者未核对" in told(found)
    assert found.signers[0].claim.fingerprint in told(found)


def test_a_card_nobody_compared_makes_nobody_known(desks: Desks, bundle: Path) -> None:
    key_of(desks.police, desks.to_finance, verified_at=None)

    found = proof.inspect(bundle, standing.by_register(desks.police))

    assert found.signers[0].standing is Standing.UNCOMPARED
    assert found.outcome is Outcome.UNKNOWN


def test_a_replaced_key_is_known_for_what_it_signed(desks: Desks, bundle: Path) -> None:
    key_of(desks.police, desks.to_finance, replaced_at=desks.clock.now())

    found = proof.inspect(bundle, standing.by_register(desks.police))

    assert (found.signers[0].standing, found.outcome) == (Standing.FORMER, Outcome.KNOWN)
    assert "由新密钥代替" in told(found)


@pytest.mark.parametrize(
    ("cutoff", "expected"),
    [(99, Standing.BEFORE_REVOCATION), (0, Standing.REVOKED), (None, Standing.BEFORE_REVOCATION)],
)
def test_a_revoked_key_counts_up_to_its_cutoff(
    desks: Desks, bundle: Path, cutoff: int | None, expected: Standing
) -> None:
    """Without a cut-off, up to what had been taken in when the revocation came."""
    later = desks.clock.now() + timedelta(hours=1)
    key_of(
        desks.police, desks.to_finance, revoked_at=later, revoked_reason="遗失", cutoff_seq=cutoff
    )

    found = proof.inspect(bundle, standing.by_register(desks.police))

    assert found.signers[0].standing is expected
    refused = expected is Standing.REVOKED
    assert found.outcome is (Outcome.REFUSED if refused else Outcome.KNOWN)
    assert "遗失" in told(found)
    assert f"第 {found.signers[0].cutoff} 号" in told(found)


def test_what_came_after_a_revocation_is_refused(desks: Desks, bundle: Path) -> None:
    before = desks.clock.now() - timedelta(hours=1)
    key_of(desks.police, desks.to_finance, revoked_at=before, cutoff_seq=None)

    assert standing_of(bundle, standing.by_register(desks.police)) is Standing.REVOKED


def test_a_key_of_another_agency_is_refused(desks: Desks, bundle: Path) -> None:
    with desks.police.write() as session:
        agency = session.scalars(select(Agency).where(Agency.uid == desks.to_finance)).one()
        agency.uid = new_uid()

    found = proof.inspect(bundle, standing.by_register(desks.police))

    assert found.signers[0].standing is Standing.OTHER_AGENCY
    assert found.outcome is Outcome.REFUSED


def test_a_stranger_under_the_name_of_a_member_is_refused(desks: Desks, bundle: Path) -> None:
    """The agency and incarnation are held, with another key."""
    other = signature.public_of(signature.new_seed())
    key_of(desks.police, desks.to_finance, sign_public=other)

    found = proof.inspect(bundle, standing.by_register(desks.police))

    assert found.signers[0].standing is Standing.OTHER_KEY
    assert found.outcome is Outcome.REFUSED
    assert "可能是冒名" in told(found)


@pytest.mark.parametrize(
    ("by", "words_of_it"),
    [(TrustedBy.ROSTER, "名册第 7 版列明"), (TrustedBy.FORMER_KEY, "由其第 7 代密钥担保")],
)
def test_how_a_key_came_to_be_believed_is_told(
    desks: Desks, bundle: Path, by: TrustedBy, words_of_it: str
) -> None:
    key_of(desks.police, desks.to_finance, vouched_by=by, vouched_number=7)

    assert words_of_it in told(proof.inspect(bundle, standing.by_register(desks.police)))


# -- whose key, by a list --------------------------------------------------------------------


def test_the_list_of_a_register_names_its_members(
    desks: Desks, bundle: Path, tmp_path: Path
) -> None:
    path = tmp_path / "allowed_signers"
    done = signers_export.write(desks.police, path, SIGNERS)

    found = proof.inspect(bundle, standing.by_signers(path, desks.clock))

    assert (done.usable, done.remarks) == (2, 0)
    assert found.signers[0].standing is Standing.LISTED
    assert found.signers[0].name == "sl-czj@lianxi"
    assert "allowed_signers:" in told(found)


def test_uncompared_and_revoked_keys_are_remarks_in_a_list(
    desks: Desks, bundle: Path, tmp_path: Path
) -> None:
    path = tmp_path / "allowed_signers"
    asking = standing.by_signers
    for changes, word in (
        ({"verified_at": None}, "指纹没有核对"),
        (
            {"verified_at": START, "revoked_at": START, "revoked_reason": "遗失"},
            "作废（遗失）",
        ),
    ):
        key_of(desks.police, desks.to_finance, **changes)
        done = signers_export.write(desks.police, path, SIGNERS)

        assert (done.usable, done.remarks) == (1, 1)
        assert word in path.read_text(encoding="utf-8")
        assert standing_of(bundle, asking(path, desks.clock)) is Standing.UNKNOWN


def test_a_name_with_a_line_feed_adds_no_line(desks: Desks, tmp_path: Path) -> None:
    stranger = signature.public_of(signature.new_seed())
    with desks.police.write() as session:
        agency = session.scalars(select(Agency).where(Agency.uid == desks.to_finance)).one()
        agency.name = f"x\nsl-czj@lianxi {stranger}\u2028sl-czj@lianxi {stranger}"
    path = tmp_path / "allowed_signers"
    signers_export.write(desks.police, path, SIGNERS)

    keys = {line.key for line in signers.read(path.read_bytes()).lines}

    assert stranger not in keys


def test_another_name_in_the_list_is_refused_and_time_is_told(
    desks: Desks, bundle: Path, tmp_path: Path
) -> None:
    key = members.read_card(next(desks.stick.glob("sl-czj-*.lxcard"))).sign
    path = tmp_path / "allowed_signers"
    for line, expected, outcome in (
        (f"sl-gaj@lianxi {key}", Standing.OTHER_AGENCY, Outcome.REFUSED),
        (f'sl-czj@lianxi valid-before="20200101" {key}', Standing.OUT_OF_TIME, Outcome.UNKNOWN),
        (f'sl-czj@lianxi namespaces="git" {key}', Standing.OTHER_NAMESPACE, Outcome.UNKNOWN),
    ):
        path.write_text(line + "\n")
        found = proof.inspect(bundle, standing.by_signers(path, desks.clock))

        assert (found.signers[0].standing, found.outcome) == (expected, outcome)
        assert told(found)


def test_a_list_that_cannot_be_used_is_refused(desks: Desks, tmp_path: Path) -> None:
    path = tmp_path / "allowed_signers"
    path.write_text("x\n")

    with pytest.raises(SignersFileError) as caught:
        standing.by_signers(path, desks.clock)
    with pytest.raises(MediumError):
        standing.by_signers(tmp_path / "none", desks.clock)

    assert caught.value.facts["path"] == path


# -- what is checked -------------------------------------------------------------------------


def test_a_card_is_checked(desks: Desks, tmp_path: Path) -> None:
    path = next(desks.stick.glob("sl-czj-*.lxcard"))

    known = proof.inspect(path, standing.by_register(desks.police))
    unknown = proof.inspect(path)

    assert (known.kind, known.outcome) == (Kind.CARD, Outcome.KNOWN)
    assert unknown.outcome is Outcome.UNKNOWN
    assert " ".join(cards.read(path.read_bytes()).fingerprint) in told(unknown)
    path.write_bytes(path.read_bytes().replace(b"0000-1111111", b"0000-1111112"))
    with pytest.raises(CardError) as caught:
        proof.inspect(path)
    assert caught.value.facts["path"] == path


def _roster(*signing: bytes, lead: rosters.Body) -> RosterFile:
    first = rosters.first_root(lead, rosters.mechanism(lead))
    made = rosters.roster(first, (lead.member,), lead)
    if signing:
        made = roster_form.signed(replace(made, signatures=()), *signing)
    return RosterFile((first,), made)


def test_a_roster_is_checked(tmp_path: Path, desks: Desks) -> None:
    lead, path = rosters.Body("甲"), tmp_path / "x.lxroster"
    path.write_bytes(roster_form.write(_roster(lead=lead)))
    (tmp_path / "list").write_text(signers.root_line(lead.facts.handle, lead.root_key))

    unknown = proof.inspect(path)
    known = proof.inspect(path, standing.by_signers(tmp_path / "list", desks.clock))

    assert unknown.kind is Kind.ROSTER
    assert (unknown.outcome, known.outcome) == (Outcome.UNKNOWN, Outcome.KNOWN)
    assert "名册第 1 版" in told(known)
    key_of(desks.police, desks.to_finance, root_public=lead.root_key)
    by_register = proof.inspect(path, standing.by_register(desks.police))
    assert {each.standing for each in by_register.signers} == {Standing.OTHER_AGENCY}


def test_a_roster_under_the_root_we_follow_is_known(desks: Desks, tmp_path: Path) -> None:
    """The lead follows its own root; a member that compared the lead's card knows the root key."""
    expires = desks.clock.now().date() + timedelta(days=365)
    roster_issue.start(desks.finance, StartDraft(expires, expires, deputy=True))
    mechanism = roster_view.show(desks.finance)[0].mechanism_uid
    path = roster.export(desks.finance, mechanism, tmp_path)

    followed = proof.inspect(path, standing.by_register(desks.finance))
    compared = proof.inspect(path, standing.by_register(desks.police))

    assert {each.standing for each in followed.signers} == {Standing.PINNED}
    assert {each.standing for each in compared.signers} == {Standing.CURRENT}
    assert (followed.outcome, compared.outcome) == (Outcome.KNOWN, Outcome.KNOWN)
    assert "根第 1 版列明" in told(followed)


def test_a_roster_that_nobody_entitled_signed_is_refused(tmp_path: Path) -> None:
    lead, path = rosters.Body("甲"), tmp_path / "x.lxroster"
    path.write_bytes(roster_form.write(_roster(signature.new_seed(), lead=lead)))

    with pytest.raises(RosterUnsignedError):
        proof.inspect(path)

    path.write_bytes(b"{}")
    with pytest.raises(RosterFormError):
        proof.inspect(path)


def test_a_folder_of_evidence_is_checked_with_every_key_in_it(tmp_path: Path, desks: Desks) -> None:
    folder = put(tmp_path / "it", inside(tmp_path))
    path = tmp_path / "list"
    lines = [
        signers.line(each.handle, signature.public_of(each.seed)) for each in (FINANCE, POLICE)
    ]
    outcomes = []
    for text in ("", lines[0], "".join(lines)):
        path.write_text(text)
        outcomes.append(proof.inspect(folder, standing.by_signers(path, desks.clock)).outcome)

    assert outcomes == [Outcome.UNKNOWN, Outcome.UNKNOWN, Outcome.KNOWN]
    (folder / "neu.txt").write_text("x")
    assert "neu.txt" in told(proof.inspect(folder))
    (folder / "README.txt").write_text("x")
    with pytest.raises(EvidenceFolderError):
        proof.inspect(folder)


def test_a_renamed_bundle_is_still_one_and_anything_else_is_none(
    bundle: Path, tmp_path: Path
) -> None:
    renamed = bundle.rename(bundle.with_suffix(".bin"))
    (tmp_path / "x.txt").write_text("PK")
    (tmp_path / "empty").mkdir()

    assert proof.inspect(renamed).kind is Kind.BUNDLE
    for path in (tmp_path / "x.txt", tmp_path / "empty"):
        with pytest.raises(NotCheckableError):
            proof.inspect(path)
    with pytest.raises(MediumError):
        proof.inspect(tmp_path / "none.lxb")


def test_every_standing_has_its_sentence() -> None:
    claim = standing.Claim("ssh-ed25519 AAAA", "n", "u", "h", 1)

    stories = [words.story(standing.Whose(claim, each, "某局", "表:1")) for each in Standing]

    assert len(set(stories)) == len(Standing)
