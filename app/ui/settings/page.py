"""The page 设置: what changes applies at once, and says where it is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import ClassVar, TypeVar

from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app import __version__
from app.services import house_settings, setup
from app.services.changes import Noun
from app.services.house_settings import LEAST_MINUTES, MOST_MINUTES, HouseSettings
from app.services.setup import Identity
from app.ui.desk import Desk
from app.ui.device import Language, Preferences
from app.ui.page import Page, PageId, page_title
from app.ui.restore.collect_dialog import CollectDialog
from app.ui.settings.backup import BackupCard
from app.ui.settings.fonts import FontsCard
from app.ui.settings.house_letters import HouseLettersCard
from app.ui.settings.marks import MarksCard
from app.ui.settings.numbers import NumbersCard
from app.ui.settings.packs import PacksCard
from app.ui.settings.receipts import ReceiptsCard
from app.ui.settings.secrets import NewRecoveryKeyDialog, PassphraseDialog
from app.ui.settings.templates_card import TemplatesCard
from app.ui.theme import LARGEST_PT, SMALLEST_PT, Scheme, Tone
from app.ui.widgets.card import Card, button, label
from app.ui.widgets.facts import pairs_of
from app.ui.widgets.form import Form
from app.ui.widgets.scroll import ClearScroll

E = TypeVar("E", bound=StrEnum)


class SettingsPage(Page):
    """The look of this computer's desk; the lock, the secrets and the backups of the register."""

    nouns: ClassVar[frozenset[Noun]] = frozenset({Noun.SETTINGS, Noun.MEMBERS})

    def __init__(self, desk: Desk, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(desk, page_title(PageId.SETTINGS), parent)
        self._preferences = preferences
        self._agency = ""
        content = QWidget()
        self._lines = QVBoxLayout(content)
        self._lines.setContentsMargins(0, 0, 8, 0)
        self._lines.setSpacing(12)
        self._lines.addWidget(self._make_look())
        self._lines.addWidget(self._make_safety())
        self.backup = BackupCard(self)
        self._lines.addWidget(self.backup)
        self.receipts = ReceiptsCard(self)
        self._lines.addWidget(self.receipts)
        self.house_letters = HouseLettersCard(self)
        self._lines.addWidget(self.house_letters)
        self.marks = MarksCard(self)
        self._lines.addWidget(self.marks)
        self.fonts = FontsCard(self)
        self._lines.addWidget(self.fonts)
        self.templates = TemplatesCard(self)
        self._lines.addWidget(self.templates)
        self.numbers = NumbersCard(self)
        self._lines.addWidget(self.numbers)
        self.packs = PacksCard(self)
        self._lines.addWidget(self.packs)
        self._lines.addWidget(self._make_about())
        self._lines.addStretch(1)
        area = ClearScroll()
        area.show_content(content)
        self.body.addWidget(area, 1)

    def refresh(self) -> None:
        self.ask_latest("settings", house_settings.read).then(self._show_settings)
        self.ask_latest("identity", setup.identity).then(self._show_identity)
        self.ask_latest("folder", _folder).then(self._show_folder)
        self.backup.refresh()
        self.receipts.refresh()
        self.house_letters.refresh()
        self.marks.refresh()
        self.fonts.refresh()
        self.templates.refresh()
        self.numbers.refresh()
        self.packs.refresh()

    # -- look ------------------------------------------------------------------------------

    def _make_look(self) -> Card:
        card = Card(self.tr("显示"))
        card.note.setText(self.tr("只对这台电脑有效"))
        device = self._preferences.device
        form = Form()
        self.font_size = QSpinBox()
        self.font_size.setRange(SMALLEST_PT, LARGEST_PT)
        self.font_size.setSuffix(self.tr(" 磅"))
        self.font_size.setValue(device.font_pt)
        self.scheme = _box(
            {
                Scheme.SYSTEM: self.tr("跟随系统"),
                Scheme.LIGHT: self.tr("浅色"),
                Scheme.DARK: self.tr("深色"),
            },
            device.scheme,
        )
        self.language = _box(
            {Language.CHINESE: "简体中文", Language.ENGLISH: "English"}, device.language
        )
        form.add("size", self.tr("字号"), _narrow(self.font_size))
        form.add("scheme", self.tr("颜色"), _narrow(self.scheme))
        form.add(
            "language",
            self.tr("界面语言"),
            _narrow(self.language),
            hint=self.tr("下次启动时生效；文书始终为中文"),
        )
        self.font_size.valueChanged.connect(self._change_look)
        self.scheme.currentIndexChanged.connect(self._change_look)
        self.language.currentIndexChanged.connect(self._change_look)
        card.body.addWidget(form)
        return card

    def _change_look(self) -> None:
        self._preferences.change(
            replace(
                self._preferences.device,
                font_pt=self.font_size.value(),
                scheme=Scheme(self.scheme.currentData()),
                language=Language(self.language.currentData()),
            )
        )

    # -- safety ----------------------------------------------------------------------------

    def _make_safety(self) -> Card:
        card = Card(self.tr("安全"))
        card.note.setText(self.tr("随登记册保存"))
        form = Form()
        self.minutes = QComboBox()
        for minutes in (5, 10, 15, 20, 30, 45, 60):
            self.minutes.addItem(self.tr("%n 分钟", "", minutes), minutes)
        self.minutes.activated.connect(self._change_minutes)
        form.add(
            "minutes",
            self.tr("无操作自动锁定"),
            _narrow(self.minutes),
            hint=self.tr("锁定前自动保存正在填写的内容；也可以随时按 Ctrl+L"),
        )
        card.body.addWidget(form)
        row = QHBoxLayout()
        self.passphrase = button(self.tr("更改口令…"))
        self.recovery = button(self.tr("换一把恢复密钥…"))
        self.passphrase.clicked.connect(self._change_passphrase)
        self.recovery.clicked.connect(self._change_recovery)
        row.addWidget(self.passphrase)
        row.addWidget(self.recovery)
        self.rotate = button(self.tr("更换密钥…"))
        self.rotate.setToolTip(self.tr("怀疑密钥泄露、更换电脑或者移交联络员时使用"))
        self.rotate.clicked.connect(self.open_rotation)
        row.addWidget(self.rotate)
        row.addStretch(1)
        card.body.addLayout(row)
        return card

    def _show_settings(self, settings: HouseSettings) -> None:
        nearest = min(
            range(self.minutes.count()),
            key=lambda index: abs(self.minutes.itemData(index) - settings.auto_lock),
        )
        self.minutes.setCurrentIndex(nearest)

    def _change_minutes(self) -> None:
        minutes = min(max(int(self.minutes.currentData()), LEAST_MINUTES), MOST_MINUTES)
        self.act(house_settings.set_auto_lock, minutes)

    def _change_passphrase(self) -> None:
        dialog = PassphraseDialog(self.desk, self)
        dialog.changed.connect(self._tell_changed)
        dialog.open()

    def _tell_changed(self) -> None:
        self.notice.say(Tone.GOOD, self.tr("口令已更改，下次打开时用新口令。恢复密钥没有变。"))

    def _change_recovery(self) -> None:
        dialog = NewRecoveryKeyDialog(self.desk, self._agency, self)
        dialog.changed.connect(self._tell_replaced)
        dialog.open()

    def _tell_replaced(self) -> None:
        said = self.tr(
            "新的恢复密钥已启用。原来封存的那一份作废，请销毁；以前的备份仍用当时的打开。"
        )
        self.notice.say(Tone.GOOD, said)

    def open_rotation(self) -> CollectDialog:
        """New keys although nothing was lost."""
        dialog = CollectDialog(self.desk, self, rotating=True)
        dialog.open()
        return dialog

    # -- about -----------------------------------------------------------------------------

    def _make_about(self) -> Card:
        self._about = Card(self.tr("关于"))
        self._place = ""
        self._told: QWidget = label("")
        self._about.body.addWidget(self._told)
        return self._about

    def _show_identity(self, identity: Identity) -> None:
        self._agency = identity.agency
        self._show_about()

    def _show_folder(self, folder: Path) -> None:
        self._place = str(folder)
        self._show_about()

    def _show_about(self) -> None:
        told = pairs_of(
            {
                self.tr("程序"): self.tr("联席 {version}").format(version=__version__),
                self.tr("本单位"): self._agency,
                self.tr("登记册位置"): self._place,
            }
        )
        self._about.body.replaceWidget(self._told, told)
        self._told.deleteLater()
        self._told = told


def _folder(register: setup.Register) -> Path:
    return register.folder


def _box(words: Mapping[E, str], current: E) -> QComboBox:
    box = QComboBox()
    for word, text in words.items():
        box.addItem(text, word.value)
    box.setCurrentIndex(list(words).index(current))
    return box


def _narrow(field: QWidget) -> QWidget:
    field.setMaximumWidth(field.fontMetrics().horizontalAdvance("汉") * 16)
    field.setMinimumWidth(field.fontMetrics().horizontalAdvance("汉") * 12)
    return field
