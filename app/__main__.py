"""Starts the desk: ``python -m app [--register DIR]``. The only place that builds its parts."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from app import __version__
from app.kernel import paths
from app.kernel.clock import SystemClock
from app.ui import device, input_method, language, theme
from app.ui.shell import Shell


def main(arguments: list[str] | None = None) -> int:
    """Run the desk until its last window is closed; returns the exit code."""
    options = _options(arguments)
    input_method.settle(os.environ)
    app = make_application()
    shell = Shell(app, SystemClock(), paths.device_file(), options.register)
    shell.finished.connect(app.quit)
    shell.start()
    return app.exec()


def make_application() -> QApplication:
    """The application in its language and look, before any window."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("lianxi")
    app.setApplicationVersion(__version__)
    settings = device.load(paths.device_file())
    language.install(app, settings.language)
    # Qt puts it after the title of every window that does not end with it.
    app.setApplicationDisplayName(QCoreApplication.translate("navigation", "联席"))
    app.setWindowIcon(QIcon(str(theme.icons_folder() / "lianxi.svg")))
    theme.apply(app, settings.scheme, settings.font_pt)
    return app


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="lianxi-desk", description="联席：联络员工作台")
    parser.add_argument(
        "--register", type=Path, metavar="DIR", help="登记册所在文件夹（默认：上次打开的）"
    )
    parser.add_argument(
        "--version", action="version", version=f"lianxi {__version__}", help="显示版本"
    )
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
