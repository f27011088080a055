"""Repainting the list of cases, against Qt's own C++ model with the same rows.

Measured is the processor's time for painting the whole list anew, offscreen, at the size it has in
a window of 1366 by 768. Once with the view of the program on both sides, so that only the models
differ; once against a view that paints no chips, which is all C++.
"""

from __future__ import annotations

import os
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QStyledItemDelegate

from app.kernel.clock import SystemClock
from app.services import case_list
from app.services.case_list import CaseRow
from app.ui import theme
from app.ui.cases import columns
from app.ui.theme import Scheme
from app.ui.widgets.chip import TONE_ROLE
from app.ui.widgets.table import PAGE, LongTable, TableView
from benchmarks import cases
from benchmarks.measure import Figure, Report, least

PAINTS: Final = 20
PAGES: Final = 8
SIZE: Final = (1180, 620)
GOAL: Final = 1.5
PEER: Final = "QStandardItemModel"


def run() -> Report:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.apply(app, Scheme.LIGHT, theme.USUAL_PT)
    model = _filled()
    ours, same, plain = _view(model), _view(model), _view(model)
    for view in (same, plain):
        _give_standard_model(view, model)
    for number in range(len(model.columns)):
        plain.setItemDelegateForColumn(number, QStyledItemDelegate(plain))
    for view in (ours, same, plain):
        view.show()
        app.processEvents()
    rows = ours.viewport().height() // ours.rowHeight(0)
    note = f"{rows} rows of {len(model.columns)} columns in view"
    return Report(_repaint(ours, same, plain), (note,))


def _repaint(ours: TableView, same: TableView, plain: TableView) -> tuple[Figure, ...]:
    mine, theirs, bare = (
        time / PAINTS
        for time in least(
            lambda: _paint(ours), lambda: _paint(same), lambda: _paint(plain), cpu=True
        )
    )
    return (
        Figure("repaint, the same view on both", mine, "ms CPU", theirs, PEER, GOAL),
        Figure("repaint, no chips at the peer's", mine, "ms CPU", bare, f"{PEER}, plain cells"),
    )


def _paint(view: TableView) -> None:
    for _ in range(PAINTS):
        view.viewport().repaint()


def _filled() -> LongTable[CaseRow]:
    """The model of the program with its first pages at hand."""
    model: LongTable[CaseRow] = LongTable(columns.columns(SystemClock()))
    with cases.opened(cases.big_register()) as register:
        ids = case_list.case_ids(register)
        model.set_ids(ids)
        for page in range(PAGES):
            part = ids[page * PAGE : (page + 1) * PAGE]
            model.give(page, part, case_list.case_rows(register, part))
    return model


def _view(model: LongTable[CaseRow]) -> TableView:
    view = TableView(model, "cases")
    view.resize(*SIZE)
    return view


def _give_standard_model(view: TableView, model: LongTable[CaseRow]) -> None:
    """Let *view* show the same cells from a model of Qt's own."""
    widths = [view.columnWidth(number) for number in range(len(model.columns))]
    standard = QStandardItemModel(PAGE * PAGES, len(model.columns), view)
    for row in range(standard.rowCount()):
        for number in range(len(model.columns)):
            index = model.index(row, number)
            item = QStandardItem(model.data(index))
            item.setData(model.data(index, TONE_ROLE), TONE_ROLE)
            if (align := model.data(index, Qt.ItemDataRole.TextAlignmentRole)) is not None:
                item.setData(align, Qt.ItemDataRole.TextAlignmentRole)
            standard.setItem(row, number, item)
    view.setModel(standard)
    for number, width in enumerate(widths):
        view.setColumnWidth(number, width)
