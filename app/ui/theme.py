"""The look: colours of the light and the dark desk, fonts, and the style sheet made from both.

Every contrast is at least 4.5 for text and 3 for lines that carry meaning; a test computes them.
Sizes follow the base font, because a size written into a style sheet would not follow the setting.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from string import Template
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

from app.kernel import paths

SMALLEST_PT: Final = 9
LARGEST_PT: Final = 14
USUAL_PT: Final = 10

# Asked for by name: the collection file lists its Japanese shapes first.
FAMILIES: Final = (
    "Microsoft YaHei UI",
    "Noto Sans CJK SC",
    "Source Han Sans CN",
    "Source Han Sans SC",
    "PingFang SC",
)
_PROBE: Final = "移案〔㈠"


class Scheme(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Tone(StrEnum):
    """What a colour means; a chip always carries words as well."""

    NEUTRAL = "neutral"
    INFO = "info"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Colours:
    """One desk's colours as ``#rrggbb``; *tones* are (text, ground, line)."""

    window: str
    base: str
    raised: str
    stripe: str
    text: str
    secondary: str
    line: str
    control: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_ground: str
    selected: str
    on_selected: str
    light: str
    midlight: str
    mid: str
    dark: str
    shadow: str
    tones: MappingProxyType[Tone, tuple[str, str, str]]


LIGHT: Final = Colours(
    window="#f3f5f8",
    base="#ffffff",
    raised="#ffffff",
    stripe="#f8f9fb",
    text="#1b2330",
    secondary="#566072",
    line="#d5dbe3",
    control="#7f8897",
    accent="#1f5aa6",
    accent_hover="#184a8a",
    on_accent="#ffffff",
    accent_ground="#e6eef8",
    selected="#1f5aa6",
    on_selected="#ffffff",
    light="#ffffff",
    midlight="#e9edf2",
    mid="#c3cad4",
    dark="#9aa4b2",
    shadow="#5b6574",
    tones=MappingProxyType(
        {
            Tone.NEUTRAL: ("#46505f", "#e9edf2", "#7f8897"),
            Tone.INFO: ("#1f5aa6", "#e6eef8", "#1f5aa6"),
            Tone.GOOD: ("#1d6b3a", "#e3f3e8", "#1d6b3a"),
            Tone.WARN: ("#8a5300", "#fdf0d9", "#8a5300"),
            Tone.BAD: ("#b42318", "#fdeaea", "#b42318"),
        }
    ),
)

DARK: Final = Colours(
    window="#1c2027",
    base="#15181d",
    raised="#20252d",
    stripe="#1a1e25",
    text="#e6eaf0",
    secondary="#a3adbb",
    line="#363d48",
    control="#747e8c",
    accent="#7fb0ee",
    accent_hover="#9cc3f4",
    on_accent="#10151c",
    accent_ground="#22344d",
    selected="#2a5f9e",
    on_selected="#ffffff",
    light="#3a424e",
    midlight="#2c323c",
    mid="#3d4551",
    dark="#0f1216",
    shadow="#07090b",
    tones=MappingProxyType(
        {
            Tone.NEUTRAL: ("#c0c8d4", "#2c323c", "#747e8c"),
            Tone.INFO: ("#9cc3f4", "#1f3048", "#7fb0ee"),
            Tone.GOOD: ("#7fd49b", "#17301f", "#4fa870"),
            Tone.WARN: ("#f0b95c", "#382a12", "#c08a30"),
            Tone.BAD: ("#ff9c92", "#411d1b", "#e0655a"),
        }
    ),
)


def colours(palette: QPalette) -> Colours:
    """The colours *palette* was made from, for what paints itself.

    Told by the role of links: a style sheet changes the ground and text roles of what it dresses.
    """
    return DARK if palette.color(QPalette.ColorRole.Link).name() == DARK.accent else LIGHT


def palette_of(chosen: Colours) -> QPalette:
    """Every role set: Fusion draws white lines in a dark window from the roles left out."""
    palette = QPalette()
    for role, value in _roles(chosen).items():
        palette.setColor(role, QColor(value))
    faded = QColor(chosen.control)
    for role in (
        QPalette.ColorRole.Text,
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.ButtonText,
    ):
        palette.setColor(QPalette.ColorGroup.Disabled, role, faded)
    palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Highlight, QColor(chosen.mid))
    return palette


def _roles(chosen: Colours) -> dict[QPalette.ColorRole, str]:
    role = QPalette.ColorRole
    return {
        role.Window: chosen.window,
        role.WindowText: chosen.text,
        role.Base: chosen.base,
        role.AlternateBase: chosen.stripe,
        role.Text: chosen.text,
        role.PlaceholderText: chosen.secondary,
        role.Button: chosen.raised,
        role.ButtonText: chosen.text,
        role.BrightText: chosen.on_accent,
        role.Light: chosen.light,
        role.Midlight: chosen.midlight,
        role.Mid: chosen.mid,
        role.Dark: chosen.dark,
        role.Shadow: chosen.shadow,
        role.Highlight: chosen.selected,
        role.HighlightedText: chosen.on_selected,
        role.Accent: chosen.accent,
        role.Link: chosen.accent,
        role.LinkVisited: chosen.accent,
        role.ToolTipBase: chosen.raised,
        role.ToolTipText: chosen.text,
    }


# -- fonts ---------------------------------------------------------------------------------


def base_font(size_pt: int) -> QFont:
    """The font of the desk, with the bundled 黑体 where the system draws no Chinese."""
    font = QFont(QApplication.font())
    font.setFamilies([*FAMILIES, *font.families()])
    font.setPointSize(min(max(size_pt, SMALLEST_PT), LARGEST_PT))
    if not draws_chinese(font) and (bundled := _bundled_families()):
        # Last: the letters and digits of the system's own font look better than those of this one.
        font.setFamilies([*font.families(), *bundled])
    return font


def draws_chinese(font: QFont) -> bool:
    if not QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
        return False
    metrics = QFontMetricsF(font)
    return all(metrics.inFontUcs4(ord(character)) for character in _PROBE)


def _bundled_families() -> list[str]:
    families: list[str] = []
    for path in sorted((paths.resources() / "fonts").glob("*Hei*.*tf")):
        number = QFontDatabase.addApplicationFont(str(path))
        if number >= 0:
            families += QFontDatabase.applicationFontFamilies(number)
    return families


# -- all together --------------------------------------------------------------------------


def is_dark(scheme: Scheme) -> bool:
    if scheme is Scheme.SYSTEM:
        return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return scheme is Scheme.DARK


def apply(app: QApplication, scheme: Scheme, size_pt: int) -> None:
    """Dress the whole program; may be called again when a setting changes."""
    chosen = DARK if is_dark(scheme) else LIGHT
    app.setStyle(QStyleFactory.create("Fusion"))
    app.setPalette(palette_of(chosen))
    app.setFont(base_font(size_pt))
    app.setStyleSheet(style_sheet(chosen, size_pt))


def style_sheet(chosen: Colours, size_pt: int) -> str:
    text = (paths.resources() / "style.qss").read_text(encoding="utf-8")
    return Template(text).substitute(_words(chosen, size_pt))


def _words(chosen: Colours, size_pt: int) -> dict[str, str]:
    plain = {name: str(getattr(chosen, name)) for name in Colours.__slots__ if name != "tones"}
    sizes = {"title": 1.6, "heading": 1.15, "number": 2.2, "code": 1.5, "small": 0.92}
    plain |= {f"{name}_pt": f"{size_pt * factor:.1f}pt" for name, factor in sizes.items()}
    for tone, (ink, ground, line) in chosen.tones.items():
        plain |= {f"{tone}_ink": ink, f"{tone}_ground": ground, f"{tone}_line": line}
    plain["icons"] = icons_folder().as_posix()
    plain["scheme"] = "dark" if chosen is DARK else "light"
    return plain


def icons_folder() -> Path:
    return paths.resources() / "icons"


def row_height(widget: QWidget) -> int:
    """Of a table or list line: 2.1 lines of text."""
    return round(widget.fontMetrics().height() * 2.1)


def set_role(widget: QWidget, role: str) -> None:
    """Let the style sheet dress *widget* as *role* (title, heading, secondary, primary, card …)."""
    widget.setProperty("role", role)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
