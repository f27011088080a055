"""Characters that could not be printed, told beside their field shortly after they were typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from app.documents.cjk.classes import is_text
from app.ui.desk import Answer, Desk, Lane, Runner
from app.ui.widgets.form import Form, raw_text

if TYPE_CHECKING:
    from app.services.characters import Found

_WAIT_MS: Final = 600


def _nothing() -> dict[str, str]:
    return {}


class CharacterWatch(QObject):
    """Asks, whenever *form* was changed, which characters of its texts no face draws.

    *more* gives the texts of fields that are no plain ones, by the field's name; whoever changes
    these calls ``touch``. Before there is a register the program's own faces are asked.
    """

    def __init__(
        self, runner: Runner, form: Form, more: Callable[[], Mapping[str, str]] = _nothing
    ) -> None:
        super().__init__(form)
        self._runner, self._form, self._more = runner, form, more
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_WAIT_MS)
        self._wait.timeout.connect(self._ask)
        form.changed.connect(self.touch)

    def touch(self) -> None:
        """A text has changed."""
        self._wait.start()

    # -- inside ----------------------------------------------------------------------------

    def _ask(self) -> None:
        typed = {
            name: raw_text(field) for name, field in self._form.fields.items() if _is_text(field)
        }
        answer = self._answer({**typed, **self._more()})
        kept = self._runner.keep_latest(f"{id(self)}.characters", answer).for_(self)
        # A chosen face that is gone is told where papers are set, not to everybody who types.
        kept.then(self._tell).otherwise(lambda _refused: self._tell({}))

    def _answer(self, texts: Mapping[str, str]) -> Answer[Found]:
        # Here and not above: the first window must not wait for the use cases.
        from app.services import characters

        if isinstance(self._runner, Desk):
            return self._runner.ask(characters.undrawable, texts)
        return self._runner.run(Lane.QUESTIONS, characters.undrawable_anywhere, texts)

    def _tell(self, found: Found) -> None:
        said = self.tr(
            "{characters}没有字体可以印出，请对照证件或原件核对用字。确为该字的，"
            "请安装含有该字的字体，并在“设置—公文字体”中改用本单位字体。"
        )
        self._form.show_notes(
            {
                name: said.format(characters="、".join(map(_named, undrawn)))
                for name, undrawn in found.items()
            }
        )


def _named(undrawn: tuple[str, str]) -> str:
    char, code = undrawn
    return f"“{char}”（{code}）" if is_text(char) else f"“{code}”"


def _is_text(field: QWidget) -> bool:
    """Whether a person writes in it what may go on paper."""
    match field:
        case QLineEdit():
            return field.echoMode() is QLineEdit.EchoMode.Normal
        case QComboBox():
            return field.isEditable()
        case _:
            return isinstance(field, QPlainTextEdit)
