"""公文字体: whose faces papers are set in, and what they look like as they are printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.documents.fonts.face import Role
from app.documents.fonts.installed import font_files
from app.documents.fonts.locate import Candidate, Located
from app.documents.fonts.office import FontPolicy, OfficeFile, OfficeFonts
from app.services import house_fonts
from app.services.house_fonts import Samples
from app.ui import problems
from app.ui.page import Page
from app.ui.problems import in_words
from app.ui.theme import Tone
from app.ui.widgets.card import Card, button, flow, label
from app.ui.widgets.form import Form
from app.ui.widgets.notice import NoticeBar
from app.ui.widgets.paper import to_image
from app.wording.fonts import FONT_FLAWS, FONT_POLICIES, FONT_ROLES

_SAMPLE_DPI: Final = 96.0


class FontsCard(Card):
    """The policy, a face for each role with a line of it, and what cannot be used and why.

    Choices apply at once. *find* lists the font files of this computer; it is asked on a worker,
    when the office wants its own faces or looks again.
    """

    def __init__(self, page: Page, find: Callable[[], Sequence[Path]] = font_files) -> None:
        super().__init__()
        self._page, self._find = page, find
        self._chosen = OfficeFonts()
        self._located: Located | None = None
        self.notice = NoticeBar()
        self.policy = QComboBox()
        self.faces: dict[Role, QComboBox] = {role: QComboBox() for role in Role}
        self.samples: dict[Role, QLabel] = {role: QLabel() for role in Role}
        self.refused = flow(label("", "secondary", wraps=True))
        self.again = button(self.tr("重新查找"))
        self._found = label("", "secondary")
        self._lay_out()
        self.policy.activated.connect(self._change_policy)
        self.again.clicked.connect(self.look)
        for role, box in self.faces.items():
            box.activated.connect(partial(self._change_face, role))

    def refresh(self) -> None:
        self._page.ask_latest("fonts", house_fonts.read).then(self._show)

    def look(self) -> None:
        """Look for faces on this computer; a choice for every role that has none is proposed."""
        self.again.setEnabled(False)
        self._found.setText(self.tr("正在查找这台电脑上的字体…"))
        answer = self._page.ask_latest("fonts-found", house_fonts.look, self._find)
        answer.then(self._take).always(self._tell_found)

    # -- showing ---------------------------------------------------------------------------

    def _show(self, chosen: OfficeFonts) -> None:
        self._chosen = chosen
        office = chosen.policy is FontPolicy.OFFICE
        self.policy.setCurrentIndex(self.policy.findData(chosen.policy.value))
        for role, box in self.faces.items():
            self._fill(role, box)
            box.setEnabled(office)
        self.again.setVisible(office)
        self._found.setVisible(office)
        self._show_refused()
        if office and self._located is None:
            self.look()
        dpi = _SAMPLE_DPI * self.devicePixelRatioF()
        pictures = self._page.ask_latest("fonts-samples", house_fonts.samples, dpi)
        pictures.then(self._show_samples)

    def _fill(self, role: Role, box: QComboBox) -> None:
        blocker = QSignalBlocker(box)
        box.clear()
        box.addItem(in_words(FONT_POLICIES[FontPolicy.BUNDLED]), None)
        for each in self._usable(role):
            box.addItem(each.shown, each.file)
        own = self._chosen.roles.get(role)
        if own and own not in {each.file for each in self._usable(role)}:
            box.addItem(self._absent(own), own)
        if own and self._chosen.policy is FontPolicy.OFFICE:
            box.setCurrentIndex(_index(box, own))
        blocker.unblock()

    def _absent(self, own: OfficeFile) -> str:
        """What a chosen face is called that was not found, or not looked for yet."""
        lost = self.tr("{name}（已失效）")
        return lost.format(name=own.name) if self._located else own.name

    def _usable(self, role: Role) -> tuple[Candidate, ...]:
        found = self._located.candidates if self._located else ()
        return tuple(each for each in found if each.role is role and each.flaw is None)

    def _show_refused(self) -> None:
        found = self._located.candidates if self._located else ()
        said = self.tr("{name}：{reason}（{file}）")
        lines = [
            said.format(
                name=each.shown, reason=in_words(FONT_FLAWS[each.flaw]), file=each.file.path.name
            )
            for each in found
            if each.flaw is not None
        ]
        self.refused.setText("\n".join((self.tr("找到但不能使用的："), *lines)) if lines else "")
        self.refused.setVisible(bool(lines) and self._chosen.policy is FontPolicy.OFFICE)

    def _show_samples(self, samples: Samples) -> None:
        self.notice.clear()
        for role, shown in self.samples.items():
            shown.clear()
            if role in samples.pictures:
                drawn = QPixmap.fromImage(to_image(samples.pictures[role]))
                drawn.setDevicePixelRatio(self.devicePixelRatioF())
                shown.setPixmap(drawn)
        if samples.refused:
            told = map(problems.told, samples.refused)
            said = "\n".join(f"{each.happened}{each.next_step}" for each in told)
            self.notice.say(Tone.BAD, said)

    # -- changing --------------------------------------------------------------------------

    def _change_policy(self) -> None:
        policy = FontPolicy(self.policy.currentData())
        self._keep(replace(self._chosen, policy=policy))

    def _change_face(self, role: Role, _row: int) -> None:
        roles = {each: file for each, file in self._chosen.roles.items() if each is not role}
        file = self.faces[role].currentData()
        if isinstance(file, OfficeFile):
            roles[role] = file
        self._keep(replace(self._chosen, roles=roles))

    def _keep(self, chosen: OfficeFonts) -> None:
        self._page.act(house_fonts.choose, chosen)

    def _take(self, located: Located) -> None:
        self._located = located
        proposed = house_fonts.prefer_office(located)
        self._show_found(located)
        if not self._chosen.roles and proposed.roles:
            self._keep(proposed)
        elif self._chosen.spare != located.spare:
            self._keep(replace(self._chosen, spare=located.spare))
        else:
            self._show(self._chosen)

    def _show_found(self, located: Located) -> None:
        usable = sum(each.flaw is None for each in located.candidates)
        said = self.tr("找到 {usable} 种可用的公文字体，{refused} 种不能使用")
        if not usable:
            said = self.tr("这台电脑上没有可用的公文字体，仍用程序自带字体")
        refused = len(located.candidates) - usable
        self._found.setText(said.format(usable=usable, refused=refused))

    def _tell_found(self) -> None:
        self.again.setEnabled(True)

    # -- making ----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(label(self.tr("公文字体"), "heading"))
        head.addStretch(1)
        head.addWidget(label(self.tr("随登记册保存；对以后出具的文书有效"), "secondary"))
        self.body.addLayout(head)
        self.body.addWidget(self.notice)
        for policy, text in FONT_POLICIES.items():
            self.policy.addItem(in_words(text), policy.value)
        form = Form()
        hint = self.tr(
            "程序自带字体在各台电脑上印出的完全一样；本单位字体用这台电脑上已经安装的正版字体，"
            "缺字时依次用自带字体和其他已安装的字体补印。"
        )
        form.add("policy", self.tr("使用"), _narrow(self.policy), hint=hint)
        for role, box in self.faces.items():
            text = in_words(FONT_ROLES[role])
            form.add(role.value, text, _with_sample(box, self.samples[role]), buddy=box)
            self.samples[role].setAccessibleName(self.tr("{role}的样张").format(role=text))
        self.body.addWidget(form)
        self.body.addWidget(self.refused)
        row = QHBoxLayout()
        row.addWidget(self.again)
        row.addWidget(self._found)
        row.addStretch(1)
        self.body.addLayout(row)


def _index(box: QComboBox, file: OfficeFile) -> int:
    return next(at for at in range(box.count()) if box.itemData(at) == file)


def _with_sample(box: QComboBox, sample: QLabel) -> QWidget:
    made = QWidget()
    lines = QVBoxLayout(made)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(4)
    lines.addWidget(_narrow(box), 0, Qt.AlignmentFlag.AlignLeft)
    lines.addWidget(sample, 0, Qt.AlignmentFlag.AlignLeft)
    return made


def _narrow(box: QComboBox) -> QComboBox:
    one = box.fontMetrics().horizontalAdvance("汉")
    box.setMinimumWidth(one * 16)
    box.setMaximumWidth(one * 24)
    return box
