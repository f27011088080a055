"""The check before issue: nothing on what is right, a finding for each thing that is not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from app.demo.sample_letters import EVERY
from app.demo.samples import ISSUE
from app.documents.audit import Element, Finding, Issuing, audit
from app.documents.compose import Composed
from app.documents.kinds.letters import LETTERS, LetterKind, write
from app.documents.layout.ops import Colour, Glyphs, Op, Page, Seal, Stroke
from app.documents.model import Annex, OfficialDocument, Signature, text
from app.documents.standard import BOTTOM, SIZE_2, SIZE_3, Strength
from app.kernel.terms import Post
from tests.documents.forms import ALL_FORMS, DOCUMENT, JOINT, MINUTES, UPWARD
from tests.documents.laid import laid
from tests.documents.samples import LETTER, REFERRAL

UPWARDS = Issuing(upward=True)
HEADS = frozenset({Post.HEAD, Post.ACTING_HEAD})


def checked(document: OfficialDocument, issuing: Issuing | None = None) -> tuple[Finding, ...]:
    return audit(document, laid(document), issuing)


def blocking(findings: tuple[Finding, ...]) -> set[Element]:
    return {finding.element for finding in findings if finding.blocks}


# -- what is right ---------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(ALL_FORMS))
def test_every_form_keeps_every_clause(name: str) -> None:
    issuing = UPWARDS if ALL_FORMS[name] is UPWARD else None

    assert checked(ALL_FORMS[name], issuing) == ()


@pytest.mark.parametrize("kind", LETTERS)
def test_no_letter_the_program_writes_is_blocked(kind: LetterKind) -> None:
    document = write(kind, EVERY[kind], ISSUE).document

    assert blocking(checked(document)) == set()


def test_another_pitch_is_told_and_blocks_nothing() -> None:
    composed = replace(laid(LETTER), pitch=10.0)

    (finding,) = audit(LETTER, composed)

    assert (finding.element, finding.expected, finding.actual) == (Element.PITCH, 10.45, 10.0)
    assert not finding.blocks


# -- pages that do not keep the standard -----------------------------------------------------


def altered(
    document: OfficialDocument, change: Callable[[Op], Op | None], page: int = 0
) -> Composed:
    """*document* composed, with every operation of one page changed or taken away."""
    composed = laid(document)
    pages = list(composed.pages)
    ops = tuple(new for op in pages[page].ops if (new := change(op)) is not None)
    pages[page] = replace(pages[page], ops=ops)
    return replace(composed, pages=tuple(pages))


def glyphs_moved(
    wanted: Callable[[Glyphs], bool], across: float = 0.0, down: float = 0.0
) -> Callable[[Op], Op]:
    def change(op: Op) -> Op:
        if isinstance(op, Glyphs) and wanted(op):
            return replace(op, x=op.x + across, baseline=op.baseline + down)
        return op

    return change


def rules_moved(colour: Colour, down: float, narrower: float = 0.0) -> Callable[[Op], Op]:
    def change(op: Op) -> Op:
        if isinstance(op, Stroke) and op.colour is colour:
            return replace(op, y1=op.y1 + down, y2=op.y2 + down, x2=op.x2 - narrower)
        return op

    return change


def is_red(op: Glyphs) -> bool:
    return op.colour is Colour.RED


def is_text(op: Glyphs) -> bool:
    return abs(op.size - SIZE_3) < 1e-6


def is_title(op: Glyphs) -> bool:
    return abs(op.size - SIZE_2) < 1e-6


def is_folio(op: Glyphs) -> bool:
    return op.baseline > BOTTOM + 1


DEFECTS = [
    (DOCUMENT, 0, glyphs_moved(is_text, across=-3), Element.TEXT_LEFT),
    (DOCUMENT, 0, glyphs_moved(is_text, across=3), Element.TEXT_RIGHT),
    (DOCUMENT, 1, glyphs_moved(is_text, down=-3), Element.TEXT_TOP),
    (LETTER, 0, glyphs_moved(is_text, down=6), Element.TEXT_FOOT),
    (DOCUMENT, 0, glyphs_moved(is_red, down=3), Element.MARK_TOP),
    (LETTER, 0, glyphs_moved(is_red, down=3), Element.MARK_TOP),
    (JOINT, 0, rules_moved(Colour.RED, 1), Element.RULE_GAP),
    (LETTER, 0, rules_moved(Colour.RED, 1), Element.RULE_GAP),
    (MINUTES, 0, rules_moved(Colour.RED, 0, narrower=5), Element.RULE_WIDTH),
    (LETTER, 0, rules_moved(Colour.RED, 0, narrower=5), Element.RULE_WIDTH),
    (LETTER, 0, rules_moved(Colour.RED, 3), Element.FOOT_RULE),
    (LETTER, 0, glyphs_moved(lambda op: 50 < op.baseline < 70, across=-5), Element.NUMBER_RIGHT),
    (LETTER, 0, glyphs_moved(lambda op: 50 < op.baseline < 70, down=3), Element.NUMBER_GAP),
    (DOCUMENT, 0, glyphs_moved(lambda op: 100 < op.baseline < 120, down=-3), Element.NUMBER_GAP),
    (DOCUMENT, 0, glyphs_moved(is_title, across=4), Element.TITLE_MIDDLE),
    (DOCUMENT, 0, glyphs_moved(is_title, down=12), Element.TITLE_GAP),
    (DOCUMENT, 0, glyphs_moved(is_folio, down=3), Element.FOLIO_GAP),
    (DOCUMENT, 0, glyphs_moved(is_folio, across=3), Element.FOLIO_SIDE),
    (DOCUMENT, 1, glyphs_moved(is_folio, across=3), Element.FOLIO_SIDE),
    (JOINT, -1, rules_moved(Colour.BLACK, -3), Element.IMPRINT_FOOT),
]


@pytest.mark.parametrize(("document", "page", "change", "element"), DEFECTS)
def test_a_page_that_strays_is_found(
    document: OfficialDocument,
    page: int,
    change: Callable[[Op], Op],
    element: Element,
) -> None:
    assert element in blocking(audit(document, altered(document, change, page)))


def test_a_lost_page_number_is_found() -> None:
    findings = audit(
        DOCUMENT,
        altered(DOCUMENT, lambda op: None if isinstance(op, Glyphs) and is_folio(op) else op),
    )

    (finding,) = findings
    assert (finding.element, finding.page) == (Element.FOLIO, 1)
    assert (finding.expected, finding.actual, finding.clause) == (2, 0, "7.5")


def test_a_date_in_another_place_is_found() -> None:
    day = {"2026", "年", "11", "月", "5", "日"}
    change = glyphs_moved(lambda op: op.text in day and op.baseline > 100, across=6)
    findings = audit(DOCUMENT, altered(DOCUMENT, change, 1))

    assert {Element.DATE_RIGHT, Element.NAME_MIDDLE} <= blocking(findings)


def test_a_page_of_another_paper_is_found() -> None:
    composed = laid(LETTER)
    pages = (replace(composed.pages[0], width=216.0, height=279.0), *composed.pages[1:])

    findings = audit(LETTER, replace(composed, pages=pages))

    assert {Element.PAPER_WIDTH, Element.PAPER_HEIGHT} <= blocking(findings)


def test_a_first_page_without_text_is_found() -> None:
    composed = laid(LETTER)
    other = laid(replace(LETTER, body=(text("另文。"),)))

    findings = audit(LETTER, replace(composed, pages=(other.pages[0], *composed.pages[1:])))

    assert Element.FIRST_PAGE in blocking(findings)


def test_a_signature_alone_is_found() -> None:
    last = laid(LETTER).pages[-1]
    top = min(op.baseline for op in last.ops if isinstance(op, Glyphs) and "财政局" in op.text)
    change = altered(
        LETTER, lambda op: None if getattr(op, "baseline", top) < top - 1 else op, page=-1
    )

    assert Element.COMPANIONS in blocking(audit(LETTER, change))


def with_seals(*seals: Seal) -> tuple[Finding, ...]:
    composed = laid(JOINT)
    pages: list[Page] = [
        replace(page, seals=seals) if page.seals else page for page in composed.pages
    ]
    return audit(JOINT, replace(composed, pages=tuple(pages)))


def test_seals_that_cross_or_leave_the_text_area_are_found() -> None:
    (page,) = (page for page in laid(JOINT).pages if page.seals)
    first, second, *_ = page.seals

    crossing = with_seals(first, replace(second, x=first.x + 40))
    outside = with_seals(replace(first, x=35.0))
    low = with_seals(replace(first, y=first.y + 14))

    assert Element.SEALS_APART in blocking(crossing)
    assert Element.SEAL_SIDE in blocking(outside)
    assert Element.SEAL_REACH in blocking(low)


def test_a_head_without_its_red_is_found() -> None:
    for document in (DOCUMENT, LETTER):
        composed = altered(
            document,
            lambda op: None if getattr(op, "colour", None) is Colour.RED else op,
        )

        assert Element.MARK_TOP in blocking(audit(document, composed))


# -- what the document says ------------------------------------------------------------------

_SIGNED = Signature("示例市财政局", date(2026, 11, 5), sealed=True)
SAID = [
    ("number", replace(LETTER, number="示财采函[2026]8号"), Element.NUMBER),
    ("padded number", replace(LETTER, number="示财采函〔2026〕008号"), Element.NUMBER),
    ("第", replace(LETTER, number="示财采函〔2026〕第8号"), Element.NUMBER),
    ("day", replace(LETTER, signature=replace(_SIGNED, day=None)), Element.DAY),
    ("serial", replace(UPWARD, serial="17"), Element.SERIAL),
    ("urgency", replace(LETTER, urgency="紧急"), Element.URGENCY),
    ("blank page", replace(LETTER, body=(text("此页无正文"), *LETTER.body)), Element.BLANK_PAGE),
    ("secret", replace(LETTER, urgency="机密★1年"), Element.SECRET),
    ("addressee", replace(LETTER, addressee=""), Element.ADDRESSEE),
    ("colon", replace(LETTER, addressee="示例市公安局："), Element.ADDRESSEE),
    ("sign", replace(LETTER, attachments=("移送材料清单。",)), Element.ATTACHMENT_NAME),
    ("sealed", replace(MINUTES, signature=_SIGNED), Element.SEALED),
    ("organs", replace(JOINT, signature=_SIGNED), Element.SIGNATURE),
]


@pytest.mark.parametrize(("document", "element"), [each[1:] for each in SAID])
def test_what_may_not_be_said_blocks(document: OfficialDocument, element: Element) -> None:
    assert element in blocking(checked(document))


def test_a_zero_before_a_month_is_told_with_the_date_as_it_should_be() -> None:
    document = replace(LETTER, body=(text("我局于2026年03月05日收到举报。"), *LETTER.body))

    (finding,) = checked(document)

    assert finding.element is Element.DATE
    assert finding.actual == "2026年03月"
    assert finding.strength is Strength.RECOMMENDED


def test_a_number_of_another_year_than_the_day_is_told() -> None:
    (finding,) = checked(replace(LETTER, number="示财采函〔2025〕8号"))

    assert (finding.element, finding.expected, finding.actual) == (Element.YEAR, 2026, 2025)
    assert not finding.blocks


def test_the_attachments_named_are_those_attached() -> None:
    assert blocking(checked(DOCUMENT, Issuing(attached=2))) == set()
    assert blocking(checked(DOCUMENT, Issuing(attached=3))) == {Element.ATTACHMENTS}


@pytest.mark.parametrize(
    ("annex", "element"),
    [
        (Annex("附件1", "另一份清单", (text("内容。"),)), Element.ATTACHMENT_NAME),
        (Annex("附件3", "联席会议成员单位职责分工表", (text("内容。"),)), Element.ATTACHMENT_LABEL),
    ],
)
def test_an_attachment_bears_the_number_and_the_title_it_is_named_by(
    annex: Annex, element: Element
) -> None:
    document = replace(DOCUMENT, annexes=(annex, *DOCUMENT.annexes[1:]))

    assert blocking(checked(document)) == {element}


def test_an_attachment_nobody_named_is_found() -> None:
    document = replace(DOCUMENT, attachments=DOCUMENT.attachments[:1])

    assert Element.ATTACHMENT_NAME in blocking(checked(document))


def test_an_addressee_needs_its_full_name() -> None:
    full = Issuing(addressees=("示例市公安局",))

    assert checked(LETTER, full) == ()
    assert blocking(checked(replace(LETTER, addressee="市公安局"), full)) == {Element.ADDRESSEE}


def test_only_what_goes_up_names_its_signers() -> None:
    missing = checked(replace(UPWARD, signers=()), UPWARDS)
    too_many = checked(UPWARD)

    assert blocking(missing) == {Element.SIGNERS}
    assert [finding.strength for finding in too_many] == [Strength.PRACTICE]


@pytest.mark.parametrize(
    ("post", "found"),
    [
        (Post.HEAD, set()),
        (Post.ACTING_HEAD, set()),
        (Post.DEPUTY, {Element.APPROVER}),
        (None, {Element.APPROVER}),
    ],
)
def test_a_transfer_of_a_suspected_crime_is_approved_by_the_head(
    post: Post | None, found: set[Element]
) -> None:
    """310号令第五条: 正职负责人或者主持工作的负责人."""
    issuing = Issuing(approver=post, approvers=HEADS, approval_clause="310号令第五条")

    assert blocking(checked(REFERRAL, issuing)) == found
