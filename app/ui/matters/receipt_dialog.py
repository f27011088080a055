"""登记回执: a paper that came back finds its record, and what is written on it is recorded.

The field at the top takes what a person types and what a scanner types that acts as a keyboard and
ends with Enter; a picture or PDF may be chosen, or dropped anywhere on the dialog.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from app.kernel import clock
from app.kernel.errors import AppError
from app.services import check_codes
from app.services.changes import Changes
from app.services.check_codes import Match, ReceiptDraft
from app.services.receipt_standing import RECORDABLE, Receipt
from app.ui.matters import told
from app.ui.matters.receipt_found import Found
from app.ui.page import Page, PageId
from app.ui.theme import Tone
from app.ui.widgets import dialogs
from app.ui.widgets.card import button
from app.ui.widgets.file_field import FileField
from app.ui.widgets.form_dialog import FormDialog
from app.ui.widgets.moments import MomentEdit, OptionalMoment
from app.ui.widgets.notice import NoticeBar

_LOOKUP: Final = "paper"
_OURS: Final = "ours"
_FORWARDED: Final = "forwarded"
_BOOK: Final = "incoming"
_SIDES: Final = 2
_MARGINS: Final = 28
_WRITTEN: Final = (
    "sender",
    "signed_at",
    "signer",
    "remark",
    "belongs",
    "forwarded_to",
    "returned_at",
    "scan",
)


class CodeLine(QLineEdit):
    """Takes a 校验码 or what a scanner types; ``entered`` at Enter, which goes no further.

    Input methods stay off: a scanner types letters, and they must not become words.
    """

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setPlaceholderText("7F3A-91C2-0BD4")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier
        ):
            event.accept()
            self.entered.emit()
            return
        super().keyPressEvent(event)


class ReceiptDialog(FormDialog):
    """Finds the letter of a paper and records its receipt over the page it was opened from."""

    def __init__(self, page: Page) -> None:
        super().__init__(self.tr("登记回执"), self.tr("登记回执"), page)
        self._page = page
        self._match: Match | None = None
        self.setAcceptDrops(True)
        now = page.desk.clock.now()
        self.code = CodeLine()
        self.search = button(self.tr("查找"))
        self.choose = button(self.tr("选择图片或 PDF…"))
        self.which = QComboBox()
        self.refusal = NoticeBar(closable=False)
        self.found = Found()
        self.returned_by = QComboBox()
        self.returned_by.setEditable(True)
        self.signed_at = OptionalMoment(now)
        self.signer = QLineEdit()
        self.remark = QLineEdit()
        self.belongs = QComboBox()
        self.forwarded_to = QLineEdit()
        self.returned_at = MomentEdit(now)
        self.scan = FileField(self.tr("回执扫描件"))
        self.say(
            self.tr(
                "扫描回执上的二维码，或者输入二维码旁的12位校验码后按回车；"
                "也可以选择、拖入回执的扫描件。"
            )
        )
        self._add_fields()
        self._connect()
        self._show(None)
        self.fit()

    @property
    def match(self) -> Match | None:
        """The letter that is shown."""
        return self._match

    def look_into(self, path: Path) -> None:
        """Read the check marks of a picture or PDF; it becomes the scan of the receipt."""
        self._search_begins()
        self.scan.set_path(path)
        self.refusal.say(Tone.INFO, self.tr("正在识别“{name}”…").format(name=path.name))
        self.fit()
        answer = self._page.ask_latest(_LOOKUP, check_codes.find_in_file, path).for_(self)
        answer.then(self._take_all).otherwise(self._not_found)

    def submit(self) -> None:
        if self._match is None or not self.submit_button.isEnabled():
            return
        faults = self._faults(self._match)
        self.form.show_faults(faults)
        if faults:
            self.fit()
            return
        self.submit_button.setEnabled(False)
        deed = self._page.act(check_codes.record, self._match.letter_uid, self._draft()).for_(self)
        deed.then(self._recorded).otherwise(self._refused)

    # -- finding ---------------------------------------------------------------------------

    def _search(self) -> None:
        text = self.code.text()
        if not text.strip():
            self.form.show_faults({"code": self.tr("请输入校验码，或者选择扫描件")})
            self.fit()
            return
        self._search_begins()
        answer = self._page.ask_latest(_LOOKUP, check_codes.find, text).for_(self)
        answer.then(lambda match: self._take_all((match,))).otherwise(self._not_found)

    def _search_begins(self) -> None:
        self.form.show_faults({})
        self.refusal.clear()
        self._show(None)

    def _take_all(self, matches: tuple[Match, ...]) -> None:
        self.refusal.clear()
        self.which.clear()
        for match in matches:
            self.which.addItem(f"{match.number}　{match.title}", match.letter_uid)
        self._matches = {match.letter_uid: match for match in matches}
        self.form.set_shown("which", shown=len(matches) > 1)
        self._show(matches[0])

    def _choose_one(self, index: int) -> None:
        self._show(self._matches[self.which.itemData(index)])

    def _not_found(self, error: AppError) -> None:
        self.refusal.refuse(error)
        self.fit()
        # The next paper is scanned into the field, over what was read before.
        self.code.setFocus()
        self.code.selectAll()

    def _show(self, match: Match | None) -> None:
        self._match = match
        able = match is not None and match.receipt in RECORDABLE
        self.submit_button.setEnabled(able)
        self.found.setVisible(match is not None)
        if match is None:
            self.form.set_shown("which", shown=False)
        else:
            self.code.setText(match.check_code)
            self.found.show_match(match)
        for name in _WRITTEN:
            self.form.set_shown(name, shown=able)
        self._show_forwarding()
        if match is not None and able:
            self._name_fields(match)
            self.signed_at.fill_button.setFocus()
        if self.layout() is not None:
            self.fit()

    def fit(self) -> None:
        super().fit()
        # Wrapped sentences come and go: their height is known for a width only.
        around = self._inside.layout()
        if around is not None:
            around.activate()
            flowing = around.heightForWidth(self.width() - _SIDES)
            needed = max(flowing, around.minimumSize().height()) + self._foot()
            self.take_size(self.width(), needed)

    def _foot(self) -> int:
        """What the buttons take below the form."""
        return self.submit_button.sizeHint().height() + _MARGINS

    def _name_fields(self, match: Match) -> None:
        notice, returned = (match.receipt is each for each in (Receipt.NOTICE, Receipt.RETURNED))
        came = notice or returned
        self.form.set_label("signed_at", self.tr("收到的时间") if came else self.tr("回执上的时间"))
        self.form.set_label("signer", self.tr("收件人（选填）") if notice else self.tr("签收人"))
        if returned:
            self.form.set_label("signer", self.tr("填写人（选填）"))
        self.form.set_shown("sender", shown=returned)
        self.returned_by.clear()
        self.returned_by.addItems(match.senders)

    def _show_forwarding(self) -> None:
        asks = self._match is not None and self._match.forwards
        forwarded = asks and self.belongs.currentData() == _FORWARDED
        self.form.set_shown("belongs", shown=asks)
        self.form.set_shown("forwarded_to", shown=forwarded)
        self.form.set_shown("returned_at", shown=forwarded)

    # -- recording -------------------------------------------------------------------------

    def _faults(self, match: Match) -> dict[str, str]:
        faults = {}
        at = self.signed_at.moment()
        if at is None:
            faults["signed_at"] = self.tr("请按回执上写的填写时间，精确到分")
        elif at > self._page.desk.clock.now():
            faults["signed_at"] = self.tr("时间晚于现在，请核对")
        elif clock.local_date(at) < match.dated_on:
            day = match.dated_on.isoformat()
            faults["signed_at"] = self.tr("时间早于成文日期 {day}，请核对").format(day=day)
        if match.receipt is Receipt.RETURNED and not self.returned_by.currentText().strip():
            faults["sender"] = self.tr("请填写交回执的单位")
        signed = match.receipt in (Receipt.SIGNED, Receipt.KEPT)
        if signed and not self.signer.text().strip():
            faults["signer"] = self.tr("请填写在回执上签名的人")
        if self._forwards() and not self.forwarded_to.text().strip():
            faults["forwarded_to"] = self.tr("请填写回执上写明的转送机关")
        return faults

    def _forwards(self) -> bool:
        asks = self._match is not None and self._match.forwards
        return asks and self.belongs.currentData() == _FORWARDED

    def _draft(self) -> ReceiptDraft:
        forwards = self._forwards()
        return ReceiptDraft(
            signed_at=self.signed_at.moment() or self._page.desk.clock.now(),
            signer=self.signer.text().strip(),
            remark=self.remark.text().strip(),
            forwarded_to=self.forwarded_to.text().strip() if forwards else "",
            returned_at=self.returned_at.moment() if forwards else None,
            file=self.scan.path(),
            sender=self.returned_by.currentText().strip(),
        )

    def _recorded(self, changes: Changes) -> None:
        if self._match is not None:
            text = self.tr("已登记“{title}”（{number}）的回执。")
            of_matter = bool(self._match.matter_uid)
            there = (PageId.REFERRALS, changes.uid) if of_matter else (PageId.LETTERS, _BOOK)
            self._page.notice.say(
                Tone.GOOD,
                text.format(title=self._match.title, number=self._match.number),
                verb=self.tr("看这件移送") if of_matter else self.tr("看收文"),
                does=lambda: self._page.go.emit(*there),
            )
        self.accept()

    def _refused(self, error: AppError) -> None:
        self.submit_button.setEnabled(True)
        self.form.refuse(error)

    # -- inside ----------------------------------------------------------------------------

    def _add_fields(self) -> None:
        across = QHBoxLayout()
        across.setContentsMargins(0, 0, 0, 0)
        row = QWidget()
        row.setLayout(across)
        across.addWidget(self.code, 1)
        across.addWidget(self.search)
        across.addWidget(self.choose)
        self.belongs.addItem(self.tr("属于签收单位管辖"), _OURS)
        self.belongs.addItem(self.tr("不属于，转送其他机关"), _FORWARDED)
        self.form.add("code", self.tr("校验码或二维码"), row, buddy=self.code)
        self.form.add_wide(self.refusal)
        self.form.add("which", self.tr("扫描件里的文书"), self.which)
        self.form.add_wide(self.found)
        self.form.add("sender", self.tr("交回执的单位"), self.returned_by)
        self.form.add(
            "signed_at", self.tr("回执上的时间"), self.signed_at, buddy=self.signed_at.edit
        )
        self.form.add("signer", self.tr("签收人"), self.signer)
        self.form.add("remark", self.tr("职务、电话（选填）"), self.remark)
        self.form.add("belongs", self.tr("管辖"), self.belongs)
        self.form.add("forwarded_to", self.tr("转送机关"), self.forwarded_to)
        self.form.add("returned_at", self.tr("收到回执的时间"), self.returned_at)
        self.form.add("scan", told.field("scan"), self.scan, buddy=self.scan.line)

    def _connect(self) -> None:
        self.code.entered.connect(self._search)
        self.search.clicked.connect(self._search)
        self.choose.clicked.connect(self._ask_file)
        self.which.activated.connect(self._choose_one)
        self.belongs.currentIndexChanged.connect(self._show_forwarding)
        self.found.open_asked.connect(self._open)

    def _ask_file(self) -> None:
        pattern = self.tr("图片或 PDF (*.pdf *.jpg *.jpeg *.png *.tif *.tiff *.bmp *.webp)")
        dialogs.choose_file(self, self.tr("选择回执的扫描件"), pattern, self.look_into)

    def _open(self) -> None:
        if self._match is not None:
            self._page.go.emit(PageId.REFERRALS, self._match.matter_uid)
            self.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        urls = event.mimeData().urls()
        if len(urls) == 1 and Path(urls[0].toLocalFile()).is_file():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.look_into(Path(event.mimeData().urls()[0].toLocalFile()))
