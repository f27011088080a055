from __future__ import annotations

from dataclasses import replace

import pytest

from app.documents.model import CheckMark, OfficialDocument, digest, texts
from app.kernel import canon, plain
from tests.documents.samples import CHECK, FORMS, LETTER, REFERRAL


@pytest.mark.parametrize("document", FORMS, ids=lambda document: document.form)
def test_a_document_comes_back_from_its_stored_form(document: OfficialDocument) -> None:
    stored = canon.dumps(plain.to_plain(document))

    assert plain.from_plain(OfficialDocument, canon.loads(stored)) == document


def test_the_check_mark_is_no_part_of_what_it_marks() -> None:
    assert digest(replace(REFERRAL, check=None)) == digest(REFERRAL)
    assert digest(replace(REFERRAL, check=CheckMark("0000"))) == digest(REFERRAL)


def test_a_check_mark_without_a_place_is_not_among_the_texts() -> None:
    assert "check" not in {field for field, _ in texts(replace(LETTER, check=CHECK))}


def test_any_other_word_changes_the_digest() -> None:
    assert digest(replace(REFERRAL, contact="联系人：乙某某")) != digest(REFERRAL)
    assert digest(replace(REFERRAL, exercise=True)) != digest(REFERRAL)


def test_every_part_that_is_printed_is_among_the_texts() -> None:
    fields = {field for field, words in texts(REFERRAL) if words}

    assert fields == {
        *("agency", "title", "number", "addressee", "body", "attachments", "signature"),
        *("contact", "copy_to", "receipt", "annex", "check"),
    }
    assert ("check", CHECK.code) in set(texts(REFERRAL))
    assert ("urgency", "特急") in set(texts(replace(LETTER, urgency="特急")))
