"""The language of the windows: Chinese as written in the source, or the English translation."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from app.kernel import paths
from app.ui.device import Language


def install(app: QCoreApplication, language: Language) -> None:
    """Load the words of *language* and of Qt's own buttons; dates follow it too."""
    locale = QLocale(language.value)
    QLocale.setDefault(locale)
    qt_words = QTranslator(app)
    if qt_words.load(locale, "qtbase", "_", QLibraryInfo.path(_TRANSLATIONS)):
        app.installTranslator(qt_words)
    if language is not Language.CHINESE:
        own_words = QTranslator(app)
        if own_words.load(str(paths.resources() / "i18n" / f"{language.value}.qm")):
            app.installTranslator(own_words)


_TRANSLATIONS = QLibraryInfo.LibraryPath.TranslationsPath
