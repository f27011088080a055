from __future__ import annotations

from pathlib import Path

from app.kernel.terms import AgencyRole
from app.services import packs
from tests import synthetic


def test_a_new_register_holds_the_law_of_its_program(tmp_path: Path) -> None:
    with synthetic.make_register(tmp_path / "czj") as register:
        assert {"XS-03", "XS-13", "JJ-01"} <= {row.id for row in packs.rules(register).rules}
        assert packs.routing(register).questions

        with register.write() as session:
            assert packs.import_bundled(register, session) == 0


def test_what_belongs_to_discipline_is_in_no_pick_list(tmp_path: Path) -> None:
    with synthetic.make_register(tmp_path / "czj") as register:
        codes = {row.code for row in packs.violations(register).violations}
        receivers = {row.receiver for row in packs.offences(register).offences}

    assert codes
    assert not codes & {"V801", "V901"}
    assert AgencyRole.DISCIPLINE not in receivers
