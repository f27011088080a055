"""What happens before a register is open: imports, input method, the computer's settings."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSortFilterProxyModel, Qt
from PySide6.QtWidgets import QApplication

from app.ui import device, input_method, language
from app.ui.device import Device, Language
from app.ui.theme import Scheme
from app.ui.widgets.table import Column, ShortTable

_HEAVY = (
    "sqlalchemy",
    "alembic",
    "cryptography",
    "jinja2",
    "pypdfium2",
    "pyrage",
    "reportlab",
    "sqlcipher3",
    "typer",
)
_BUILD_UNLOCK = """
import json, sys
import app.__main__ as start
application = start.make_application()
from pathlib import Path
from app.kernel.clock import SystemClock
from app.ui.desk import Runner
from app.ui.unlock import UnlockWindow
window = UnlockWindow(Runner(), Path("nowhere"), "", SystemClock())
window.show()
application.processEvents()
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
"""


def test_the_unlock_window_stands_before_anything_heavy_is_imported() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _BUILD_UNLOCK], capture_output=True, text=True, check=True
    )

    imported = set(json.loads(done.stdout.splitlines()[-1]))
    assert not imported & set(_HEAVY)


_PROBE_FONT = """
from PySide6.QtWidgets import QApplication
application = QApplication([])
from app.ui import theme
print(theme.draws_chinese(application.font()), theme.draws_chinese(theme.base_font(10)))
"""


def test_chinese_is_drawn_on_a_system_without_a_chinese_font(tmp_path: Path) -> None:
    (tmp_path / "fonts").mkdir()
    settings = tmp_path / "fonts.conf"
    settings.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f"<dir>{tmp_path / 'fonts'}</dir><cachedir>{tmp_path / 'cache'}</cachedir></fontconfig>",
        encoding="utf-8",
    )

    done = subprocess.run(
        [sys.executable, "-c", _PROBE_FONT],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "FONTCONFIG_FILE": str(settings), "QT_QPA_PLATFORM": "offscreen"},
    )

    assert done.stdout.split() == ["False", "True"]


def _environment(**named: str) -> dict[str, str]:
    return {"PATH": "/usr/bin", **named}


@pytest.mark.parametrize(
    "named",
    [{"QT_IM_MODULE": "fcitx"}, {"QT_IM_MODULE": "fcitx5"}, {"XMODIFIERS": "@im=fcitx"}],
)
def test_fcitx_without_a_plugin_is_reached_through_the_ibus_portal(
    tmp_path: Path, named: dict[str, str]
) -> None:
    (tmp_path / "libibusplatforminputcontextplugin.so").touch()
    environment = _environment(**named)

    input_method.settle(environment, tmp_path)

    assert environment["QT_IM_MODULE"] == "ibus"
    assert environment["IBUS_USE_PORTAL"] == "1"


def test_fcitx_with_a_plugin_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "libfcitx5platforminputcontextplugin.so").touch()
    environment = _environment(QT_IM_MODULE="fcitx")

    input_method.settle(environment, tmp_path)

    assert environment == _environment(QT_IM_MODULE="fcitx")


def test_any_other_input_method_is_left_alone() -> None:
    environment = _environment(QT_IM_MODULE="ibus", XMODIFIERS="@im=ibus")

    input_method.settle(environment)

    assert environment == _environment(QT_IM_MODULE="ibus", XMODIFIERS="@im=ibus")


def test_what_this_computer_remembers_comes_back(tmp_path: Path) -> None:
    kept = Device("/a/register", "示例市财政局", 13, Scheme.DARK, Language.ENGLISH, "AAEC")

    device.save(tmp_path / "config" / "device.json", kept)

    assert device.load(tmp_path / "config" / "device.json") == kept


def test_a_file_of_an_older_program_keeps_what_it_says(tmp_path: Path) -> None:
    path = tmp_path / "device.json"
    path.write_text(json.dumps({"register": "/a/register"}), encoding="utf-8")

    assert device.load(path) == Device(register="/a/register")


@pytest.mark.parametrize("text", ["", "{", "[]", '{"font_pt": "ten"}', '{"scheme": "pink"}'])
def test_an_unreadable_file_counts_as_none(tmp_path: Path, text: str) -> None:
    path = tmp_path / "device.json"
    path.write_text(text, encoding="utf-8")

    assert device.load(path) == Device()


def test_a_font_nobody_can_read_is_not_taken(tmp_path: Path) -> None:
    path = tmp_path / "device.json"
    path.write_text('{"font_pt": 200, "register": "/a"}', encoding="utf-8")

    assert device.load(path) == Device(register="/a")


def test_the_buttons_of_qt_speak_chinese(qapp: QApplication) -> None:
    language.install(qapp, Language.CHINESE)

    assert qapp.translate("QPlatformTheme", "Cancel") == "取消"


_READ_ENGLISH = """
import app.__main__ as start
application = start.make_application()
from app.ui.widgets.form_dialog import FormDialog
class Derived(FormDialog):
    pass
derived = Derived("", "")
print(application.translate("UnlockWindow", "解锁"), derived.tr("取消"))
"""


def test_the_windows_speak_english_where_the_setting_says_so(tmp_path: Path) -> None:
    device.save(tmp_path / "lianxi" / "device.json", Device(language=Language.ENGLISH))

    done = subprocess.run(
        [sys.executable, "-c", _READ_ENGLISH],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "XDG_CONFIG_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"},
    )

    assert done.stdout.split() == ["Unlock", "Cancel"]


def test_painting_a_table_leaves_the_reference_count_of_none_alone(qapp: QApplication) -> None:
    # PySide6 6.12.0 on Python < 3.12 lost one reference per call, until None itself was freed.
    columns: list[Column[str]] = [Column("名称", str)]
    model = ShortTable(columns)
    model.set_rows(["甲"])
    proxy = QSortFilterProxyModel()
    proxy.setSourceModel(model)
    before = sys.getrefcount(None)

    for _ in range(200):
        proxy.data(proxy.index(0, 0), Qt.ItemDataRole.DecorationRole)

    assert abs(sys.getrefcount(None) - before) < 20
