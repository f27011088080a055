"""The four layers of a receipt in a line: four circles, the word of the last, all on a press."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import wording
from app.kernel import clock
from app.rules.answers import Answer
from app.services.receipts import Layer, Layers
from app.ui.problems import in_words
from app.ui.theme import Tone
from app.ui.widgets.card import button, flow, label
from app.wording.ledgers import LAYERS, NOT_ALL, NOT_YET

translate = QCoreApplication.translate

_REACHED: Final = "●"
_OPEN: Final = "○"
"""Empty boxes would be taken for characters that no face draws."""

_TONES: Final = {
    Layer.QUEUED: Tone.WARN,
    Layer.WRITTEN: Tone.WARN,
    Layer.TAKEN_IN: Tone.INFO,
    Layer.SEEN: Tone.INFO,
    Layer.ANSWERED: Tone.GOOD,
}


class LayersLine(QWidget):
    """Press it, or Enter and space, and it tells each layer with its moment; hidden until told.

    *of* names the record for who cannot see what the line stands beside.
    """

    def __init__(self, of: str = "") -> None:
        super().__init__()
        self._of = of
        self.button = button("", "link")
        self.button.setCheckable(True)
        self.details = flow(label("", "secondary", wraps=True))
        self.details.hide()
        self.button.toggled.connect(self.details.setVisible)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2)
        lines.addWidget(self.button)
        lines.addWidget(self.details)
        self.hide()

    def say(self, layers: Layers) -> None:
        """How far one record has got."""
        self._tell(layers, "", lines_of(layers))

    def say_all(self, layers: Layers, about: str) -> None:
        """How far several have got together; *about* says how many they are."""
        self._tell(layers, about, [*_digital(layers, NOT_ALL), _legal(layers)])

    def _tell(self, layers: Layers, about: str, lines: list[str]) -> None:
        told = "\n".join(lines)
        said = "　".join(part for part in (about, reached(layers)) if part)
        self.button.setText(f"{circles(layers)}　{said}")
        self.button.setToolTip(told)
        self.button.setAccessibleName("　".join(part for part in (self._of, said) if part))
        self.button.setAccessibleDescription(told)
        self.details.setText(told)
        self.show()


def circles(layers: Layers) -> str:
    """A full circle for each layer that is reached; one may be reached without those before it."""
    return "".join(_OPEN if at is None else _REACHED for _, at in layers.moments)


def reached(layers: Layers) -> str:
    """The word of the highest layer and its moment: of an answer the act's own word."""
    if layers.answers:
        return f"{_step(layers.answers[-1])} {moment(layers.answers[-1].at)}"
    if not layers.digital:
        return translate("receipts", "纸质往来，尚未答复") if layers.awaited else _on_paper()
    at = dict(layers.moments).get(layers.reached)
    word = in_words(LAYERS[layers.reached])
    return f"{word} {moment(at)}" if at else word


def tone(layers: Layers) -> Tone:
    if not layers.is_waiting and layers.reached is not Layer.QUEUED:
        return Tone.GOOD
    return _TONES[layers.reached]


def lines_of(layers: Layers) -> list[str]:
    """Each layer with its moment, or that it is not reached."""
    return [*_digital(layers, NOT_YET), _legal(layers)]


def moment(at: datetime) -> str:
    return f"{clock.local(at):%Y-%m-%d %H:%M}"


def _digital(layers: Layers, unreached: str) -> list[str]:
    if not layers.digital:
        return [_on_paper()]
    told = {Layer.WRITTEN: layers.medium, Layer.SEEN: layers.seen_by}
    found = []
    for layer, at in layers.moments[:-1]:
        word, more = in_words(LAYERS[layer]), told.get(layer, "")
        if at is None:
            found.append(f"{_OPEN} {word}：{in_words(unreached)}")
        else:
            text = f"{_REACHED} {word}：{moment(at)}"
            found.append(f"{text}（{more}）" if more else text)
    return found


def _legal(layers: Layers) -> str:
    if layers.answers:
        text = translate("receipts", "● 签收、受理、答复：{answers}")
        return text.format(answers="；".join(map(_answer, layers.answers)))
    if layers.awaited:
        return translate("receipts", "○ 签收、受理、答复：尚未")
    return translate("receipts", "○ 签收、受理、答复：不需要")


def _answer(answer: Answer) -> str:
    """The act and its moment; where paper and program differ both are told, the paper counts."""
    text = f"{_step(answer)} {moment(answer.at)}"
    if not answer.differs:
        return text
    told = "，".join(
        f"{in_words(wording.CARRIERS[record.carrier])} {moment(record.at)}"
        for record in answer.records
    )
    return translate("receipts", "{answer}（{told}，期限以纸质为准）").format(
        answer=text, told=told
    )


def _step(answer: Answer) -> str:
    return in_words(wording.STEPS[answer.kind])


def _on_paper() -> str:
    return translate("receipts", "纸质往来，不经交换包")
