"""Write the calendar packs of ``resources/rules`` from the data of the ``chinesecalendar`` package.

    python tools/build_calendars.py [--check]

A year is official when the State Council's notice is out; the package raises for any other year,
which is why it is trusted here. For the years after, the days that the law itself grants
(《全国年节及纪念日放假办法》, 2024) are written, marked as not official: 元旦 1, 春节 4 with 除夕,
清明 1, 劳动节 2, 端午 1, 中秋 1, 国庆节 3.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from chinese_calendar import constants

FOLDER: Final = Path(__file__).resolve().parents[1] / "resources" / "rules"

NOTICES: Final = {
    2024: "国务院办公厅关于2024年部分节假日安排的通知（国办发明电〔2023〕7号）",
    2025: "国务院办公厅关于2025年部分节假日安排的通知（国办发明电〔2024〕12号）",
    2026: "国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号）",
}
LAW: Final = "《全国年节及纪念日放假办法》（2024年修订）；放假安排尚未公布"

# 除夕, 清明, 端午, 中秋: the four that follow the sun and the moon.
MOVING: Final = {
    2027: ("02-05", "04-05", "06-09", "09-15"),
    2028: ("01-25", "04-04", "05-28", "10-03"),
    2029: ("02-12", "04-04", "06-16", "09-22"),
    2030: ("02-02", "04-05", "06-05", "09-12"),
    2031: ("01-22", "04-05", "06-24", "10-01"),
    2032: ("02-10", "04-04", "06-12", "09-19"),
    2033: ("01-30", "04-04", "06-01", "09-08"),
    2034: ("02-18", "04-05", "06-20", "09-27"),
    2035: ("02-07", "04-05", "06-10", "09-16"),
    2036: ("01-27", "04-04", "05-30", "10-04"),
}
NAMES: Final = {holiday.value: holiday.chinese for holiday in constants.Holiday}


def official(year: int) -> dict[str, Any]:
    """The arrangement of *year* as its notice gives it."""
    named = {day: NAMES[name] for day, name in constants.holidays.items() if day.year == year}
    worked = sorted(day.isoformat() for day in constants.workdays if day.year == year)
    return {
        "year": year,
        "official": True,
        "notice": NOTICES[year],
        "holidays": _listed(named),
        "workdays": worked,
    }


def provisional(year: int) -> dict[str, Any]:
    """The days the law itself grants in *year*."""
    return {
        "year": year,
        "official": False,
        "notice": LAW,
        "holidays": _listed(dict(_granted(year))),
    }


def _granted(year: int) -> Iterator[tuple[date, str]]:
    eve, tomb, dragon, moon = (date.fromisoformat(f"{year}-{day}") for day in MOVING[year])
    for first, days, name in (
        (date(year, 1, 1), 1, "元旦"),
        (eve, 4, "春节"),
        (tomb, 1, "清明"),
        (date(year, 5, 1), 2, "劳动节"),
        (dragon, 1, "端午"),
        (moon, 1, "中秋"),
        (date(year, 10, 1), 3, "国庆节"),
    ):
        for offset in range(days):
            yield first + timedelta(offset), name


def _listed(named: dict[date, str]) -> list[dict[str, str]]:
    return [{"date": day.isoformat(), "name": name} for day, name in sorted(named.items())]


def packs() -> dict[str, bytes]:
    """File name and content of every calendar pack."""
    made = {
        f"calendar-{year}.json": _pack(f"calendar-{year}", f"{year}年放假安排", [official(year)])
        for year in NOTICES
    }
    later = [provisional(year) for year in MOVING]
    made["calendar-later.json"] = _pack("calendar-later", "尚未公布放假安排的年份", later)
    return made


def _pack(name: str, title: str, years: list[dict[str, Any]]) -> bytes:
    pack = {
        "kind": "calendar",
        "id": name,
        "version": "1",
        "title": title,
        "effective_from": f"{years[0]['year']}-01-01",
        "years": years,
    }
    return (_indented(pack) + "\n").encode()


def _indented(pack: dict[str, Any]) -> str:
    """JSON a person can read: one line a holiday."""
    text = json.dumps(pack, ensure_ascii=False, indent=1)
    return (
        text.replace('{\n     "date"', '{"date"')
        .replace('",\n     "name"', '", "name"')
        .replace('"\n    }', '"}')
    )


def main() -> int:
    stale = 0
    for name, content in packs().items():
        path = FOLDER / name
        if path.exists() and path.read_bytes() == content:
            continue
        stale += 1
        if "--check" in sys.argv:
            print(f"{path.name} is not what this tool writes")
        else:
            path.write_bytes(content)
            print(path.name)
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
