"""A PDF on the screen: its pages below each other, a list of them, and how large they are shown.

Pages are painted by a worker when they come into view and forgotten when they are far: a page at
the resolution of a screen holds some ten megabytes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.documents.paint.preview import PageImage, page_image
from app.ui import theme
from app.ui.desk import Lane, Runner
from app.ui.widgets.card import button, label

_A4_MM: Final = (210.0, 297.0)
_INCH_MM: Final = 25.4
_SAME_MM: Final = 2.0
"""Papers that differ by less, as a picture in whole pixels does, are one size."""
_SCREEN_DPI: Final = 96.0
_ZOOMS: Final = (50, 75, 100, 125, 150, 200)
_FIT: Final = 0
_SETTLE_MS: Final = 60
_GAP: Final = 14


def to_image(page: PageImage) -> QImage:
    """*page* as Qt draws it; a copy, because QImage borrows the bytes it is made on."""
    made = QImage(
        page.pixels, page.width, page.height, page.width * 4, QImage.Format.Format_RGBA8888
    )
    return made.copy()


class PageSheet(QWidget):
    """One page; white until its picture has come."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number: Final = number
        self.image: QImage | None = None
        self.scale = 0.0
        self.paper = _A4_MM
        self.setAccessibleName(self.tr("第 {number} 页").format(number=number + 1))

    def resize_to(self, dpi: float) -> None:
        width, height = (round(mm / _INCH_MM * dpi) for mm in self.paper)
        self.setFixedSize(width, height)

    def take(self, image: QImage, dpi: float) -> None:
        self.image, self.scale = image, dpi
        self.update()

    def drop(self) -> None:
        self.image, self.scale = None, 0.0

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("white"))
        if self.image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(self.rect()), self.image)
        painter.setPen(QColor(theme.colours(self.palette()).line))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class PaperView(QWidget):
    """Shows a PDF; ``ready`` when every page in view is painted."""

    ready = Signal()

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._pdf = b""
        self._asked: set[tuple[int, float]] = set()
        self.sheets: list[PageSheet] = []
        self.numbers = QListWidget()
        self.numbers.setAccessibleName(self.tr("页码"))
        self.numbers.setFrameShape(QFrame.Shape.NoFrame)
        self.numbers.setFixedWidth(self.fontMetrics().horizontalAdvance(self.tr("第 00 页")) + 28)
        self.zoom = QComboBox()
        self.zoom.setAccessibleName(self.tr("显示比例"))
        self.zoom.addItem(self.tr("适合宽度"), _FIT)
        for percent in _ZOOMS:
            self.zoom.addItem(f"{percent}%", percent)
        self.area = QScrollArea()
        self.area.setAccessibleName(self.tr("文书预览"))
        self.area.setWidgetResizable(True)
        self.area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.area.viewport().installEventFilter(self)
        self.tools = QHBoxLayout()
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._paint_visible)
        self._lay_out()
        self.zoom.currentIndexChanged.connect(self._resize_sheets)
        self.numbers.currentRowChanged.connect(self._go_to)
        self.area.verticalScrollBar().valueChanged.connect(self._scrolled)

    def show_pdf(self, pdf: bytes, pages: int) -> None:
        self._pdf = pdf
        self._asked.clear()
        self._make_sheets(pages)
        self._resize_sheets()

    def clear(self) -> None:
        self.show_pdf(b"", 0)

    @property
    def painted(self) -> bool:
        """Whether every page in view has its picture at the size it is shown."""
        dpi = self._dpi()
        return bool(self.sheets) and all(each.scale == dpi for each in self._visible())

    # -- inside ----------------------------------------------------------------------------

    def _make_sheets(self, pages: int) -> None:
        column = QWidget()
        lines = QVBoxLayout(column)
        lines.setContentsMargins(_GAP, _GAP, _GAP, _GAP)
        lines.setSpacing(_GAP)
        self.sheets = [PageSheet(number) for number in range(pages)]
        for sheet in self.sheets:
            lines.addWidget(sheet, 0, Qt.AlignmentFlag.AlignHCenter)
        lines.addStretch(1)
        self.area.setWidget(column)
        self.numbers.blockSignals(True)
        self.numbers.clear()
        self.numbers.addItems(
            [self.tr("第 {number} 页").format(number=number + 1) for number in range(pages)]
        )
        self.numbers.blockSignals(False)
        self.numbers.setVisible(pages > 1)

    def _dpi(self) -> float:
        percent = int(self.zoom.currentData())
        if percent:
            return _SCREEN_DPI * percent / 100
        room = self.area.viewport().width() - 2 * _GAP
        widest = max((sheet.paper[0] for sheet in self.sheets), default=_A4_MM[0])
        fitting = round(room / widest * _INCH_MM, 1)
        return min(max(24.0, fitting), _SCREEN_DPI)

    def _resize_sheets(self) -> None:
        dpi = self._dpi()
        for sheet in self.sheets:
            sheet.resize_to(dpi)
        self._settle.start()

    def _visible(self) -> list[PageSheet]:
        top = self.area.verticalScrollBar().value()
        bottom = top + self.area.viewport().height()
        return [
            each for each in self.sheets if each.y() < bottom and each.geometry().bottom() > top
        ]

    def _paint_visible(self) -> None:
        dpi, visible = self._dpi(), self._visible()
        near = {each.number + step for each in visible for step in (-1, 0, 1)}
        for sheet in self.sheets:
            if sheet.number not in near:
                sheet.drop()
        for sheet in visible:
            if sheet.scale != dpi and (sheet.number, dpi) not in self._asked:
                self._ask(sheet, dpi)
        if self.painted:
            self.ready.emit()

    def _ask(self, sheet: PageSheet, dpi: float) -> None:
        pdf, key = self._pdf, (sheet.number, dpi)
        self._asked.add(key)
        wanted = dpi * self.devicePixelRatioF()
        answer = self._runner.run(Lane.QUESTIONS, page_image, pdf, sheet.number, wanted).for_(self)

        def take(page: PageImage) -> None:
            if pdf is self._pdf:
                self._asked.discard(key)
                self._fit_paper(sheet, page)
                sheet.take(to_image(page), dpi)
                self._settle.start()

        answer.then(take)

    def _fit_paper(self, sheet: PageSheet, page: PageImage) -> None:
        """The paper is known with its picture; pages not seen yet are taken to be like it."""
        paper = (page.width / page.dpi * _INCH_MM, page.height / page.dpi * _INCH_MM)
        if all(abs(one - other) < _SAME_MM for one, other in zip(paper, sheet.paper, strict=True)):
            return
        for each in self.sheets:
            if each is sheet or each.image is None:
                each.paper = paper
        self._resize_sheets()

    def _go_to(self, row: int) -> None:
        if 0 <= row < len(self.sheets):
            self.area.verticalScrollBar().setValue(self.sheets[row].y() - _GAP)

    def _scrolled(self) -> None:
        self._settle.start()
        visible = self._visible()
        if visible:
            self.numbers.blockSignals(True)
            self.numbers.setCurrentRow(visible[0].number)
            self.numbers.blockSignals(False)

    def _step_zoom(self, step: int) -> Callable[[], None]:
        def change() -> None:
            dpi = self._dpi() / _SCREEN_DPI * 100
            wanted = [z for z in _ZOOMS if (z > dpi + 1 if step > 0 else z < dpi - 1)]
            if wanted:
                percent = min(wanted) if step > 0 else max(wanted)
                self.zoom.setCurrentIndex(self.zoom.findData(percent))

        return change

    def _lay_out(self) -> None:
        smaller, larger = button("−"), button("+")
        smaller.setAccessibleName(self.tr("缩小"))
        larger.setAccessibleName(self.tr("放大"))
        smaller.clicked.connect(self._step_zoom(-1))
        larger.clicked.connect(self._step_zoom(1))
        bar = QHBoxLayout()
        bar.setSpacing(6)
        for widget in (label(self.tr("显示比例"), "secondary"), smaller, self.zoom, larger):
            bar.addWidget(widget)
        bar.addStretch(1)
        bar.addLayout(self.tools)
        pages = QHBoxLayout()
        pages.setSpacing(8)
        pages.addWidget(self.numbers)
        pages.addWidget(self.area, 1)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        lines.addLayout(bar)
        lines.addLayout(pages, 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.area.viewport() and event.type() == QEvent.Type.Resize:
            self._resize_sheets()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle.start()

    def sizeHint(self) -> QSize:
        return QSize(720, 640)
