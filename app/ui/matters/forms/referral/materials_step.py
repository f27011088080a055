"""④材料清单: the five kinds of 国务院令第310号第六条, and the 涉案物品清单."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app import wording
from app.kernel import canon, plain
from app.kernel.errors import NotCanonicalError
from app.kernel.terms import EvidenceKind, MaterialKind
from app.rules.particulars import Article, Having, Material, Referral
from app.services import evidence
from app.services.changes import Changes
from app.services.evidence import EvidenceDraft, EvidenceRow
from app.ui.matters.forms.referral.article_dialog import ArticleDialog
from app.ui.matters.forms.referral.list_field import ListField
from app.ui.matters.forms.referral.material_dialog import MaterialDialog
from app.ui.matters.forms.referral.step import WizardStep
from app.ui.page import Page
from app.ui.problems import in_words
from app.ui.theme import Tone
from app.ui.widgets.card import Card
from app.ui.widgets.form import ErrorSummary
from app.ui.widgets.table import Column
from app.ui.widgets.undrawn import CharacterWatch

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Line:
    """A material, and whether somebody has said 有, 无 or 待补 of it."""

    material: Material
    decided: bool


class MaterialsStep(WizardStep):
    """Starts with a line for each kind the regulation names and for each item of evidence."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._case = ""
        self._files: tuple[EvidenceRow, ...] = ()
        self.dialog: MaterialDialog | ArticleDialog | None = None
        self.summary = ErrorSummary()
        self.materials: ListField[Line] = ListField(
            self.tr("移送材料"),
            self._material_columns(),
            self.tr("还没有材料。"),
            self.tr("增加材料…"),
            rows_shown=5,
        )
        self.articles: ListField[Article] = ListField(
            self.tr("涉案物品"),
            self._article_columns(),
            self.tr("没有涉案物品的，不用填写；在上面“涉案物品清单”一项写明理由。"),
            self.tr("增加物品…"),
            rows_shown=2,
        )
        self._lay_out()
        for field in (self.materials, self.articles):
            field.changed.connect(self.changed)
        self.materials.add_asked.connect(self._add_material)
        self.materials.edit_asked.connect(self._edit_material)
        self.articles.add_asked.connect(lambda: self._open_article(None))
        self.articles.edit_asked.connect(self._open_article)

    # -- as every step ---------------------------------------------------------------------

    def fill(self, facts: Referral, receiver_uid: str) -> None:  # noqa: ARG002 - as every step
        self.materials.set_rows([Line(each, decided=True) for each in facts.materials])
        self.articles.set_rows(facts.articles)

    def know(self, case_uid: str) -> None:
        """Which case it is about; its evidence is looked up anew."""
        if case_uid != self._case:
            self._case = case_uid
        answer = self.page.ask_latest("evidence", evidence.rows, case_uid)
        answer.for_(self).then(self._take_files)

    def texts(self) -> dict[str, str]:
        said = [plain.to_plain(line.material) for line in self.materials.rows]
        decided = "".join("1" if line.decided else "0" for line in self.materials.rows)
        things = [plain.to_plain(article) for article in self.articles.rows]
        return {
            "materials": canon.dumps(said).decode(),
            "decided": decided,
            "articles": canon.dumps(things).decode(),
        }

    def restore(self, texts: Mapping[str, str]) -> None:
        decided = texts.get("decided", "")
        found = _read(Material, texts.get("materials", ""))
        self.materials.set_rows(
            [Line(each, decided[n : n + 1] == "1") for n, each in enumerate(found)]
        )
        self.articles.set_rows(_read(Article, texts.get("articles", "")))

    def faults(self) -> dict[str, str]:
        faults = {}
        for number, line in enumerate(self.materials.rows):
            text = self._fault(line)
            if text:
                faults[f"material.{number}"] = text.format(title=line.material.title)
        listed = {line.material.kind for line in self.materials.rows}
        for kind in MaterialKind:
            if kind is not MaterialKind.OTHER and kind not in listed:
                word = in_words(wording.MATERIALS[kind])
                text = self.tr("清单里没有“{kind}”一项：没有的也要列出并写明理由")
                faults[f"kind.{kind}"] = text.format(kind=word)
        return faults

    def show_faults(self, faults: Mapping[str, str]) -> None:
        table = self.materials.table
        self.summary.show_faults({name: (text, table) for name, text in faults.items()})

    def listed(self) -> tuple[Material, ...]:
        return tuple(line.material for line in self.materials.rows)

    # -- inside ----------------------------------------------------------------------------

    def _fault(self, line: Line) -> str:
        material = line.material
        if not line.decided:
            return self.tr("请确认“{title}”是有、没有还是待补")
        if material.having is Having.ABSENT and not material.reason:
            return self.tr("没有“{title}”，请写明理由")
        listing = material.kind is MaterialKind.ARTICLES_LIST
        if listing and material.having is Having.PRESENT and not self.articles.rows:
            return self.tr("“{title}”列为有，请在下面填写涉案物品")
        return ""

    def _take_files(self, rows: tuple[EvidenceRow, ...]) -> None:
        self._files = rows
        if not self.materials.rows:
            self.materials.set_rows([*self._required(), *map(_of_evidence, rows)])

    def _required(self) -> Iterator[Line]:
        letter = MaterialKind.REFERRAL_LETTER
        yield Line(_material(letter, in_words(wording.MATERIALS[letter])), decided=True)
        for kind in (
            MaterialKind.INVESTIGATION_REPORT,
            MaterialKind.ARTICLES_LIST,
            MaterialKind.INSPECTION_REPORT,
        ):
            yield Line(_material(kind, in_words(wording.MATERIALS[kind])), decided=False)

    def _add_material(self) -> None:
        self._open_material(len(self.materials.rows), _material(MaterialKind.OTHER, ""))

    def _edit_material(self, number: int) -> None:
        self._open_material(number, self.materials.rows[number].material)

    def _open_material(self, number: int, material: Material) -> None:
        dialog = MaterialDialog(material, self._files, self)
        CharacterWatch(self.page.desk, dialog.form)
        dialog.filled.connect(lambda said, path: self._put(number, said, path))
        self.dialog = dialog
        dialog.open()

    def _put(self, number: int, material: Material, path: Path | None) -> None:
        self.materials.put(number, Line(material, decided=True))
        if path is not None:
            self._keep(number, material, path)

    def _keep(self, number: int, material: Material, path: Path) -> None:
        """A file chosen here becomes evidence of the case: it leaves with the case's extract."""
        draft = EvidenceDraft(
            name=material.title,
            kind=_KINDS.get(material.kind, EvidenceKind.DOCUMENTARY),
            source="",
            collectors="",
            collected_on=None,
            place="",
            original=material.original,
            pages=material.pages,
        )

        def look(_changes: Changes) -> None:
            answer = self.page.ask(evidence.rows, self._case).for_(self)
            answer.then(lambda rows: self._attach(number, material, rows))

        self.page.act(evidence.add, self._case, draft, path).for_(self).then(look)

    def _attach(self, number: int, material: Material, rows: tuple[EvidenceRow, ...]) -> None:
        self._files = rows
        sha256 = next(
            (row.facts.sha256 for row in reversed(rows) if row.facts.name == material.title), ""
        )
        self.materials.put(number, Line(replace(material, sha256=sha256), decided=True))

    def _open_article(self, number: int | None) -> None:
        known = None if number is None else self.articles.rows[number]
        at = len(self.articles.rows) if number is None else number
        dialog = ArticleDialog(known, self)
        CharacterWatch(self.page.desk, dialog.form)
        dialog.filled.connect(lambda article: self._put_article(at, article))
        self.dialog = dialog
        dialog.open()

    def _put_article(self, number: int, article: Article) -> None:
        self.articles.put(number, article)
        for at, line in enumerate(self.materials.rows):
            listing = line.material.kind is MaterialKind.ARTICLES_LIST
            if listing and line.material.having is not Having.PRESENT:
                said = replace(line.material, having=Having.PRESENT, reason="", copies=1)
                self.materials.put(at, Line(said, decided=True))
            elif listing and not line.decided:
                self.materials.put(at, Line(line.material, decided=True))

    def _lay_out(self) -> None:
        first = Card(self.tr("移送材料清单"))
        first.note.setText(self.tr("国务院令第310号第六条（一）至（五）；附带文件随交换包送出"))
        first.body.addWidget(self.materials, 1)
        second = Card(self.tr("涉案物品清单"))
        second.body.addWidget(self.articles, 1)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.summary)
        column.addWidget(first, 3)
        column.addWidget(second, 2)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(area)

    def _material_columns(self) -> tuple[Column[Line], ...]:
        return (
            Column(
                self.tr("类别"),
                lambda row: in_words(wording.MATERIALS[row.material.kind]),
                sample="　" * 12,
            ),
            Column(self.tr("名称"), lambda row: row.material.title, stretches=True),
            Column(self.tr("有无"), self._having, tone=_tone, sample=self.tr("请确认")),
            Column(self.tr("份、页"), _counts, sample="00 / 0000"),
            Column(self.tr("文件"), self._file, sample=self.tr("随包送出")),
            Column(self.tr("理由"), lambda row: row.material.reason, sample="　" * 9),
        )

    def _having(self, row: Line) -> str:
        return in_words(wording.HAVINGS[row.material.having]) if row.decided else self.tr("请确认")

    def _file(self, row: Line) -> str:
        return self.tr("随包送出") if row.material.sha256 else "—"

    def _article_columns(self) -> tuple[Column[Article], ...]:
        return (
            Column(self.tr("名称"), lambda row: row.name, stretches=True),
            Column(self.tr("规格型号"), lambda row: row.model, sample="　" * 7),
            Column(self.tr("数量"), lambda row: row.quantity, sample="　" * 4),
            Column(self.tr("特征"), lambda row: row.features, sample="　" * 8),
            Column(self.tr("存放地点"), lambda row: row.kept_at, sample="　" * 8),
        )


_PAPER, _FILE, *_ = wording.MEDIA
_KINDS = {MaterialKind.INSPECTION_REPORT: EvidenceKind.EXPERT_OPINION}


def _material(kind: MaterialKind, title: str) -> Material:
    return Material(
        kind=kind,
        title=title,
        number="",
        having=Having.PRESENT,
        reason="",
        original=True,
        copies=1,
        pages=0,
        medium=_PAPER,
        sha256="",
    )


def _of_evidence(row: EvidenceRow) -> Line:
    facts = row.facts
    expert = facts.kind is EvidenceKind.EXPERT_OPINION
    material = replace(
        _material(MaterialKind.OTHER, facts.name),
        kind=MaterialKind.INSPECTION_REPORT if expert else MaterialKind.OTHER,
        original=facts.original,
        pages=facts.pages,
        medium=_FILE if facts.sha256 and not facts.pages else _PAPER,
        sha256=facts.sha256,
    )
    return Line(material, decided=True)


def _tone(row: Line) -> Tone:
    if not row.decided or row.material.having is Having.FOLLOWS:
        return Tone.WARN
    return Tone.GOOD if row.material.having is Having.PRESENT else Tone.NEUTRAL


def _counts(row: Line) -> str:
    material = row.material
    return f"{material.copies} / {material.pages or '—'}" if material.copies else "—"


def _read(kind: type[T], text: str) -> Sequence[T]:
    """The rows ``texts`` kept; none where they cannot be read."""
    try:
        listed = canon.loads(text.encode()) if text else []
        return [plain.from_plain(kind, row) for row in listed] if isinstance(listed, list) else []
    except NotCanonicalError:
        return ()
