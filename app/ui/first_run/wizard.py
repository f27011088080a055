"""建立登记册: six steps; nothing is written before the fifth is confirmed by its button."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.kernel.clock import Clock
from app.kernel.terms import AgencyLevel, AgencyRole
from app.ui import opening
from app.ui.desk import Answer, Lane, Runner
from app.ui.first_run.setup_window import SetupWindow
from app.ui.first_run.steps import AgencyStep, PassphraseStep, PlaceStep, PurposeStep
from app.ui.opening import Opened
from app.ui.widgets.undrawn import CharacterWatch

if TYPE_CHECKING:
    from app.services.setup import RegisterDraft


class FirstRunWindow(SetupWindow):
    """Leads to a new register.

    Signals, beside those of ``SetupWindow``: ``restore_asked`` to put one back from a backup,
    ``recover_asked`` to make a lost one anew.
    """

    restore_asked = Signal()
    recover_asked = Signal()

    def __init__(
        self,
        runner: Runner,
        folder: Path,
        clock: Clock,
        create: Callable[[RegisterDraft, Clock], Opened] = opening.create_register,
    ) -> None:
        super().__init__(runner, clock)
        self._create_register = create
        self.agency = AgencyStep()
        self.purpose = PurposeStep()
        self.place = PlaceStep(runner, folder)
        self.passphrase = PassphraseStep()
        for step in (self.agency, self.purpose):
            CharacterWatch(runner, step.form)
        self.offer(self.tr("从备份恢复…"), self.restore_asked.emit)
        self.offer(self.tr("电脑丢失，从其他单位收回…"), self.recover_asked.emit)
        self.lead_through(
            self.tr("建立登记册"), self.agency, self.purpose, self.place, self.passphrase
        )

    def draft(self) -> RegisterDraft:
        from app.services import setup

        text = self.agency.form.text_of
        agency = setup.AgencyDraft(
            name=text("agency"),
            short_name=text("short_name"),
            handle=text("handle"),
            role=AgencyRole(text("role")),
            level=AgencyLevel(text("level")),
            region_code=text("region_code"),
            liaison=text("liaison"),
            phone=text("phone"),
            address=text("address"),
        )
        name, basis = (self.purpose.form.text_of(each) for each in ("mechanism", "basis"))
        leads = self.purpose.leads.isChecked()
        return setup.RegisterDraft(
            folder=self.place.path,
            purpose=self.purpose.purpose,
            agency=agency,
            mechanism=setup.MechanismDraft(name, basis) if leads else None,
            user_name=text("liaison"),
            user_post=text("post"),
            passphrase=self.passphrase.first.text(),
        )

    def make(self) -> Answer[Opened]:
        return self._runner.run(Lane.ACTS, self._create_register, self.draft(), self._clock)
