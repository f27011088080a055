"""The roster in force: its version, until when, who stands behind it, and what may be done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from app import wording
from app.kernel import clock
from app.services.roster import Expiry
from app.services.roster_view import Holder, RosterView, Waiting
from app.ui.members.remark import Remark
from app.ui.problems import in_words
from app.ui.theme import Tone
from app.ui.widgets.card import Card, button, flow, label
from app.ui.widgets.chip import Chip

_TONES = {Expiry.VALID: Tone.GOOD, Expiry.SOON: Tone.WARN, Expiry.EXPIRED: Tone.BAD}


class RosterCard(Card):
    """One line for each mechanism, and one for each roster that waits for a decision.

    Signals, each with the ``RosterView`` or ``Waiting`` it is about: ``start_asked``,
    ``issue_asked``, ``export_asked``, ``propose_asked``, ``proposal_asked`` (write it again),
    ``decide_asked``, ``despite_asked`` (seal although it ran out); ``import_asked`` and
    ``cosign_asked`` without one.
    """

    import_asked = Signal()
    cosign_asked = Signal()
    start_asked = Signal(object)
    issue_asked = Signal(object)
    export_asked = Signal(object)
    propose_asked = Signal(object)
    proposal_asked = Signal(object)
    decide_asked = Signal(object)
    despite_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.buttons: dict[str, QPushButton] = {}
        self._content = QWidget()
        self.body.addWidget(self._content)
        self.show_rosters((), ())

    def show_rosters(self, views: Sequence[RosterView], waiting: Sequence[Waiting]) -> None:
        """Show *views*, and above them whatever is *waiting*."""
        self.buttons = {}
        content = QWidget()
        lines = QVBoxLayout(content)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        for each in waiting:
            lines.addLayout(self._waiting_line(each))
        for view in views:
            lines.addLayout(self._line(view))
            lines.addWidget(flow(label(self._told(view), "secondary", wraps=True)))
            for tone, text in self._remarks(view):
                lines.addWidget(Remark(tone, text))
            if view.expiry is Expiry.EXPIRED:
                lines.addLayout(self._despite_line(view))
        if not views:
            lines.addLayout(self._no_mechanism())
        self.body.replaceWidget(self._content, content)
        self._content.setParent(None)
        self._content.deleteLater()
        self._content = content

    def _despite_line(self, view: RosterView) -> QHBoxLayout:
        line = QHBoxLayout()
        line.addStretch(1)
        text = self.tr("今天仍要送出…")
        line.addWidget(self._make("despite", text, lambda: self.despite_asked.emit(view)))
        return line

    # -- lines -----------------------------------------------------------------------------

    def _no_mechanism(self) -> QHBoxLayout:
        line = QHBoxLayout()
        words = self.tr("还没有名册。先收下牵头单位的身份卡并核对指纹，再导入其签发的名册。")
        line.addWidget(label(words, "secondary", wraps=True), 1)
        line.addWidget(self._make("import", self.tr("导入名册…"), self.import_asked.emit))
        return line

    def _line(self, view: RosterView) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(label(self._heading(view), "heading"))
        for chip in self._chips(view):
            line.addWidget(chip, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addStretch(1)
        for widget in self._buttons(view):
            line.addWidget(widget)
        return line

    def _heading(self, view: RosterView) -> str:
        if not view.version:
            return self.tr("名册：{mechanism}").format(mechanism=view.mechanism)
        said = self.tr("名册第 {version} 版：{mechanism}")
        return said.format(version=view.version, mechanism=view.mechanism)

    def _chips(self, view: RosterView) -> list[Chip]:
        if not view.version:
            return [Chip(self.tr("还没有名册"), Tone.WARN)]
        chips = [Chip(in_words(wording.ROSTER_EXPIRIES[view.expiry]), _TONES[view.expiry])]
        if view.disagreeing:
            chips.append(Chip(self.tr("文本不一致"), Tone.BAD))
        elif view.ahead:
            chips.append(Chip(self.tr("有更新的版本"), Tone.WARN))
        if view.proposal:
            chips.append(Chip(self.tr("名册根待会签"), Tone.INFO))
        return chips

    def _buttons(self, view: RosterView) -> list[QPushButton]:
        made = [self._make("import", self.tr("导入名册…"), self.import_asked.emit)]
        if view.version:
            made.append(
                self._make("export", self.tr("导出名册…"), lambda: self.export_asked.emit(view))
            )
        if view.leads and not view.root_version:
            made.append(
                self._make("start", self.tr("建立名册…"), lambda: self.start_asked.emit(view))
            )
        if view.leads and view.root_version:
            made.append(
                self._make("issue", self.tr("签发下一版…"), lambda: self.issue_asked.emit(view))
            )
        if view.root_version or view.leads:
            made.append(self._root_menu(view))
        return made

    def _root_menu(self, view: RosterView) -> QPushButton:
        """What happens once in years has its place behind one button."""
        opener = self._make("root", self.tr("名册根"), None)
        menu = QMenu(opener)
        menu.addAction(self.tr("会签或并入名册根文件…"), self.cosign_asked.emit)
        if view.leads and view.root_version:
            menu.addAction(self.tr("提出新的名册根…"), lambda: self.propose_asked.emit(view))
        if view.root_version:
            menu.addAction(self.tr("导出名册根…"), lambda: self.proposal_asked.emit(view))
        opener.setMenu(menu)
        return opener

    def _make(self, name: str, text: str, does: object) -> QPushButton:
        made = button(text)
        if callable(does):
            made.clicked.connect(lambda: does())
        self.buttons[name] = made
        return made

    def _waiting_line(self, row: Waiting) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        came = f"{clock.local(row.came_at):%Y-%m-%d %H:%M}"
        if row.alarm:
            chip, words = Chip(self.tr("警报"), Tone.BAD), self._alarm_words()
        else:
            chip, words = Chip(self.tr("待决定"), Tone.WARN), self._waiting_words()
        line.addWidget(chip, 0, Qt.AlignmentFlag.AlignVCenter)
        text = words.format(
            mechanism=row.mechanism,
            version=row.version,
            who=row.brought_by or self.tr("文件"),
            came=came,
        )
        line.addWidget(label(text, wraps=True), 1)
        decide = self._make(
            f"decide{len(self.buttons)}",
            self.tr("查看并决定…"),
            lambda: self.decide_asked.emit(row),
        )
        line.addWidget(decide)
        return line

    def _alarm_words(self) -> str:
        return self.tr(
            "{mechanism}第 {version} 版名册有两份内容不同的文本，签名都有效"
            "（来自{who}，{came}）。请立即当面或者用已知的电话联系牵头单位。"
        )

    def _waiting_words(self) -> str:
        return self.tr("{who}转来{mechanism}第 {version} 版名册（{came}），需要您看过以后决定。")

    # -- words -----------------------------------------------------------------------------

    def _told(self, view: RosterView) -> str:
        if not view.version and not view.root_version:
            return self._advice(view)
        parts = []
        if view.issued is not None and view.expires is not None:
            said = self.tr("{lead}{issued}签发，有效期至{expires}。")
            day = f"{clock.local_date(view.issued):%Y-%m-%d}"
            parts.append(said.format(lead=view.lead, issued=day, expires=view.expires))
        said = self.tr(
            "名册根第 {version} 版：{holders}，须 {threshold} 把密钥签名，有效期至{expires}。"
        )
        parts.append(
            said.format(
                version=view.root_version,
                holders=self.holders(view.holders),
                threshold=view.threshold,
                expires=view.root_expires,
            )
        )
        return "".join(parts)

    def _remarks(self, view: RosterView) -> list[tuple[Tone, str]]:
        """What stands below until it is no longer so."""
        found = []
        if view.disagreeing:
            said = self.tr("{names}说其持有的同一版名册内容不同，请立即与牵头单位核对。")
            found.append((Tone.BAD, said.format(names="、".join(view.disagreeing))))
        if view.ahead:
            said = self.tr("{names}持有更新的名册，请向其或者牵头单位索取。")
            found.append((Tone.WARN, said.format(names="、".join(view.ahead))))
        late = self.tr("名册已于{day}到期，只凭名册采信的单位不能送出。{advice}")
        soon = self.tr("名册将于{day}到期。{advice}")
        root_late = self.tr("名册根已于{day}到期。{advice}")
        root_soon = self.tr("名册根将于{day}到期。{advice}")
        for expiry, day, texts in (
            (view.expiry, view.expires, (soon, late)),
            (view.root_expiry, view.root_expires, (root_soon, root_late)),
        ):
            if expiry is not Expiry.VALID:
                said = texts[expiry is Expiry.EXPIRED]
                text = said.format(day=day, advice=self._renewal(view))
                found.append((_TONES[expiry], text))
        return found

    def _renewal(self, view: RosterView) -> str:
        if view.leads:
            return self.tr("请签发下一版并交给各单位。")
        return self.tr("请向{lead}索取新的一版。").format(lead=view.lead)

    def _advice(self, view: RosterView) -> str:
        if view.leads:
            return self.tr(
                "建立名册以后，成员凭名册互相采信密钥，不必两两当面核对；"
                "吊销、更换联络员和成员进出也随下一版名册告知各单位。"
            )
        return self.tr("请向{lead}要名册文件；导入以前会先列出变化，由您决定是否接受。").format(
            lead=view.lead
        )

    def holders(self, holders: Sequence[Holder]) -> str:
        """The keys of a root as one text."""
        sealed = self.tr("{agency}（封存）")
        return "、".join(
            sealed.format(agency=each.agency) if each.label else each.agency for each in holders
        )
