"""Forms: labelled fields with the fault beside the field, a summary of all faults on top.

Faults are shown when a form is submitted, not while a person types. Names of fields are those of
the draft a use case takes, so that a refusal that names fields finds them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QDate, QDateTime, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDateTimeEdit,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.kernel.errors import AppError, MissingFieldsError
from app.ui import problems, theme
from app.ui.widgets.card import WrappingLink, flow, label

_DATE: Final = "yyyy-MM-dd"
_MOMENT: Final = "yyyy-MM-dd HH:mm"
_WIDEST: Final = (1 << 24) - 1  # QWIDGETSIZE_MAX: no width was set
_LEFT: Final = Qt.AlignmentFlag.AlignLeft
_FILL: Final = Qt.AlignmentFlag(0)


class ErrorSummary(QFrame):
    """Every fault of a form as a link to its field; takes the focus when it appears."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "summary")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("需要补正的内容"))
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(14, 10, 14, 10)
        self._lines.setSpacing(4)
        self._heading = label("", "heading")
        self._lines.addWidget(self._heading)
        self.links: list[QPushButton] = []
        self.hide()

    def show_faults(self, faults: Mapping[str, tuple[str, QWidget | None]]) -> None:
        """*faults* maps a field's name to its sentence and the widget to go to."""
        for link in self.links:
            link.deleteLater()
        self.links = []
        for sentence, widget in faults.values():
            link = WrappingLink(sentence)
            if widget is not None:
                link.clicked.connect(_focuser(widget))
            self._lines.addWidget(link)
            self.links.append(link)
        self._heading.setText(self.tr("有 %n 处需要补正", "", len(faults)))
        self.setVisible(bool(faults))
        if faults:
            self.setFocus(Qt.FocusReason.OtherFocusReason)


def _focuser(widget: QWidget) -> Callable[[], None]:
    def focus() -> None:
        widget.setFocus(Qt.FocusReason.ShortcutFocusReason)

    return focus


class Form(QWidget):
    """Labelled fields in two columns; ``changed`` when a person changed any.

    ``texts`` and ``restore`` carry the raw contents, valid or not: what a draft keeps.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.summary = ErrorSummary()
        self.fields: Final[dict[str, QWidget]] = {}
        self._whole: dict[str, QWidget] = {}
        self._labels: dict[str, QLabel] = {}
        self._faults: dict[str, QLabel] = {}
        self._notes: dict[str, QLabel] = {}
        self._rows: dict[str, int] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(10)
        lines.addWidget(self.summary)
        lines.addLayout(self._grid)

    def add(
        self,
        name: str,
        text: str,
        field: QWidget,
        *,
        hint: str = "",
        buddy: QWidget | None = None,
    ) -> QWidget:
        """Add *field* under the label *text*; *buddy* is what to focus inside a compound field."""
        row = self._grid.rowCount()
        caption = label(text)
        caption.setBuddy(buddy or field)
        caption.setContentsMargins(0, 7, 0, 0)
        target = buddy or field
        if not target.accessibleName():
            target.setAccessibleName(text)
        self._grid.addWidget(caption, row, 0, Qt.AlignmentFlag.AlignTop)
        narrow = field.maximumWidth() < _WIDEST
        self._grid.addWidget(field, row, 1, _LEFT if narrow else _FILL)
        if hint:
            self._grid.addWidget(flow(label(hint, "secondary", wraps=True)), row + 1, 1)
        fault = label("", "fault", wraps=True)
        fault.hide()
        self._grid.addWidget(fault, row + 2, 1)
        self._grid.setRowMinimumHeight(row + 3, 6)
        self.fields[name], self._labels[name], self._faults[name] = target, caption, fault
        self._whole[name], self._rows[name] = field, row + 3
        _when_changed(target, self.changed.emit)
        return field

    def add_heading(self, text: str) -> QLabel:
        heading = label(text, "heading")
        heading.setContentsMargins(0, 8, 0, 2)
        self._grid.addWidget(heading, self._grid.rowCount(), 0, 1, 2)
        return heading

    def add_wide(self, widget: QWidget) -> None:
        self._grid.addWidget(widget, self._grid.rowCount(), 0, 1, 2)

    def set_shown(self, name: str, shown: bool) -> None:
        """Show or hide a field with its label."""
        for widget in (self._whole[name], self._labels[name]):
            widget.setVisible(shown)
        if not shown:
            self._faults[name].hide()

    def set_label(self, name: str, text: str) -> None:
        """Call a field by another name: what it holds depends on another field."""
        self._labels[name].setText(text)
        self.fields[name].setAccessibleName(text)

    def text_of(self, name: str) -> str:
        return raw_text(self.fields[name]).strip()

    def shown_text_of(self, name: str) -> str:
        """As a person reads it: of a choice its words, not its value."""
        field = self.fields[name]
        return field.currentText() if isinstance(field, QComboBox) else self.text_of(name)

    def label_of(self, name: str) -> str:
        caption = self._labels.get(name)
        return caption.text() if caption else name

    # -- faults ----------------------------------------------------------------------------

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """Show *faults* (field → sentence) on top and beside their fields; empty clears them."""
        for name, fault in self._faults.items():
            fault.setText(faults.get(name, ""))
            fault.setVisible(name in faults)
            field = self.fields[name]
            field.setProperty("fault", "true" if name in faults else "false")
            field.setAccessibleDescription(faults.get(name, ""))
            theme.set_role(field, str(field.property("role") or ""))
        self.summary.show_faults(
            {name: (text, self.fields.get(name)) for name, text in faults.items()}
        )

    def show_notes(self, notes: Mapping[str, str]) -> None:
        """Show *notes* (field → sentence) under their fields until the next are shown.

        They refuse nothing and stand beside faults. One of a field that is not ours is left out.
        """
        for name in notes.keys() & self._rows.keys() - self._notes.keys():
            self._notes[name] = label("", "fault", wraps=True)
            self._grid.addWidget(self._notes[name], self._rows[name], 1)
        for name, note in self._notes.items():
            note.setText(notes.get(name, ""))
            note.setVisible(name in notes)

    def note_of(self, name: str) -> str:
        """The note under a field; empty where there is none."""
        return self._notes[name].text() if name in self._notes else ""

    def refuse(self, error: AppError) -> None:
        """Show *error* at the fields it names, or as one line on top when it names none."""
        match error:
            case MissingFieldsError():
                self.show_faults({name: self._missing(name) for name in _names(error, "fields")})
            case _:
                field = str(error.facts.get("field", ""))
                said = problems.told(error)
                self.show_faults({field: f"{said.happened}{said.next_step}（{said.code}）"})

    def _missing(self, name: str) -> str:
        # The label of a field that must be filled carries no mark beyond its words.
        return self.tr("请填写“{label}”").format(label=self.label_of(name))

    # -- raw contents ----------------------------------------------------------------------

    def texts(self) -> dict[str, str]:
        return {name: raw_text(field) for name, field in self.fields.items()}

    def restore(self, texts: Mapping[str, str]) -> None:
        """Put *texts* back without emitting ``changed``; names that are gone are left out."""
        blocker = QSignalBlocker(self)
        for name, text in texts.items():
            if name in self.fields:
                set_raw_text(self.fields[name], text)
        blocker.unblock()


def _names(error: AppError, fact: str) -> tuple[str, ...]:
    value = error.facts.get(fact, ())
    return tuple(map(str, value)) if isinstance(value, tuple | list) else ()


def raw_text(field: QWidget) -> str:
    """What stands in *field*, as text."""
    match field:
        case QLineEdit():
            return field.text()
        case QPlainTextEdit():
            return field.toPlainText()
        case QComboBox():
            data = field.currentData()
            return field.currentText() if data is None else str(data)
        case QCheckBox():
            return "1" if field.isChecked() else ""
        case QDateEdit():
            return field.date().toString(_DATE)
        case QDateTimeEdit():
            return field.dateTime().toString(_MOMENT)
        case QSpinBox():
            return str(field.value())
        case _:
            return ""


def set_raw_text(field: QWidget, text: str) -> None:
    match field:
        case QLineEdit():
            field.setText(text)
        case QPlainTextEdit():
            field.setPlainText(text)
        case QComboBox():
            _choose(field, text)
        case QCheckBox():
            field.setChecked(text == "1")
        case QDateEdit():
            field.setDate(QDate.fromString(text, _DATE))
        case QDateTimeEdit():
            field.setDateTime(QDateTime.fromString(text, _MOMENT))
        case QSpinBox():
            field.setValue(int(text or 0))
        case _:
            pass


def _choose(box: QComboBox, text: str) -> None:
    for index in range(box.count()):
        data = box.itemData(index)
        if text == (box.itemText(index) if data is None else str(data)):
            box.setCurrentIndex(index)
            return
    if box.isEditable():
        box.setCurrentText(text)


def _when_changed(field: QWidget, tell: Callable[[], None]) -> None:
    def told(*_: object) -> None:
        tell()

    match field:
        case QLineEdit() | QPlainTextEdit():
            field.textChanged.connect(told)
        case QComboBox():
            field.currentTextChanged.connect(told)
        case QCheckBox():
            field.toggled.connect(told)
        case QDateTimeEdit():
            field.dateTimeChanged.connect(told)
        case QSpinBox():
            field.valueChanged.connect(told)
        case _:
            pass
