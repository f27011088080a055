"""Write ``docs/manual/errors.md``, every refusal, from ``kernel.errors`` and ``wording``.

    python tools/error_codes.py [--check]

Whoever is told a code over the telephone finds under it what the screen says: what was refused,
what stayed as it was, what to do. Facts that differ each time stand in 〔brackets〕.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Formatter
from types import MappingProxyType
from typing import Final

from app import wording
from app.kernel import errors
from app.kernel.errors import AppError

PAGE: Final = Path(__file__).resolve().parents[1] / "docs" / "manual" / "errors.md"

HEADINGS: Final[Mapping[type[AppError], str]] = MappingProxyType(
    {
        errors.InputError: "填写的内容不能用（E-INP）",
        errors.StateError: "现在的状态不允许（E-STA）",
        errors.VaultError: "登记册打不开或者保存不了（E-REG）",
        errors.BundleError: "身份卡和交换包（E-XCH）",
        errors.MediumError: "文件夹和介质（E-MED）",
        errors.LetterError: "文书（E-LET）",
        errors.RulesError: "规则包（E-RUL）",
    }
)

FACTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "agencies": "单位",
        "awaited": "没有收齐的单位，或者文书不能交还",
        "agency": "单位",
        "article": "条文",
        "by": "本单位",
        "check_code": "校验码",
        "claimed": "自称的代号",
        "dated_on": "日期",
        "sealed_on": "日期",
        "earlier": "在先的时间",
        "earliest": "最早的日期",
        "expected": "应为的版次",
        "expires": "到期日",
        "failures": "次数",
        "field": "栏目",
        "fields": "栏目",
        "file": "文件",
        "count": "几",
        "differences": "改动",
        "findings": "检查结果",
        "fingerprint": "指纹",
        "first": "起始号",
        "first_missing": "起始号",
        "folder": "文件夹",
        "font": "字体文件",
        "found": "实际版本",
        "free": "剩余空间",
        "groups": "组号",
        "handle": "代号",
        "held": "已有版次",
        "host": "电脑",
        "incarnation": "第几代",
        "kind": "种类",
        "latest": "最晚的日期",
        "letter_kind": "文书",
        "known": "已知版本",
        "last": "末尾号",
        "last_missing": "末尾号",
        "later": "在后的时间",
        "least": "最少字符数",
        "length": "字数",
        "limit": "上限",
        "lines": "行号",
        "made_at": "制作时间",
        "mechanism": "机制",
        "missing": "还差几个签名",
        "moment": "时间",
        "most": "上限",
        "name": "名称",
        "near": "相近的校验码",
        "needed": "所需空间",
        "needed_mib": "所需内存",
        "entered": "收文号",
        "faults": "不合要求之处",
        "number": "文号",
        "ours": "本机的用途",
        "over": "多出行数",
        "owner": "所属单位",
        "pack": "规则包",
        "pages": "页数",
        "paragraphs": "段落",
        "part": "部分",
        "path": "文件或者文件夹",
        "pid": "进程号",
        "post": "职务",
        "printer": "打印机",
        "reason": "原因",
        "recipient": "收件单位",
        "section": "部分",
        "sender": "发件单位",
        "seq": "号",
        "since": "时间",
        "state": "状态",
        "step": "环节",
        "subject": "事项",
        "template": "模板",
        "theirs": "对方的用途",
        "title": "标题",
        "typed": "输入的内容",
        "uid": "标识",
        "until": "届满日期",
        "value": "所填内容",
        "wait_seconds": "秒数",
        "version": "版次",
        "why": "原因",
    }
)
SPECIAL: Final[Mapping[tuple[str, str], str]] = MappingProxyType(
    {
        ("E-REG-16", "expected"): "应有字节数",
        ("E-REG-16", "found"): "现有字节数",
        ("E-LET-01", "found"): "部位、字和码位",
        ("E-STA-07", "number"): "案号",
        ("E-STA-08", "number"): "案号",
        ("E-STA-09", "number"): "案号",
        ("E-XCH-14", "found"): "旧的代次",
        ("E-XCH-14", "known"): "现在的代次",
        ("E-XCH-39", "found"): "收到文本的校验值",
        ("E-XCH-39", "held"): "已有文本的校验值",
    }
)
"""Facts that mean something else under one code."""

_HEAD: Final = "| 编号 | 发生了什么 | 什么没有变 | 怎么办 |\n| --- | --- | --- | --- |\n"
_INTRODUCTION: Final = """\
# 提示编号

程序拒绝一件事时，屏幕上有三句话：什么没有办成，什么没有改变，接下来怎么办；末尾括号里是编号。
打电话求助时报编号即可，不必念出案件内容。
〔〕里的内容每次不同，由程序填写。
本页由 `tools/error_codes.py` 从程序中生成，不要手工修改。
"""


def leaves() -> tuple[type[AppError], ...]:
    """Every class with a code of its own, in the order of the codes in each branch."""
    return tuple(leaf for branch in HEADINGS for leaf in below(branch))


def below(branch: type[AppError]) -> list[type[AppError]]:
    """The leaves of *branch*; a leaf may itself have leaves below it."""
    found = [sub for sub in branch.__subclasses__() if "code" in vars(sub)]
    deeper = [leaf for sub in branch.__subclasses__() for leaf in below(sub)]
    return sorted({*found, *deeper}, key=lambda leaf: leaf.code)


def named(template: str) -> set[str]:
    """The facts *template* asks for."""
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def listed(leaf: type[AppError]) -> set[str]:
    """The facts its docstring lists after «Facts:», explanations in brackets left out."""
    _, _, told = (leaf.__doc__ or "").partition("Facts:")
    while (shorter := re.sub(r"\([^()]*\)", "", told)) != told:
        told = shorter
    return set(re.findall(r"\w+", told))


def page() -> str:
    return _INTRODUCTION + "".join(_sections())


def _sections() -> Iterator[str]:
    for branch, heading in HEADINGS.items():
        yield f"\n## {heading}\n\n{_HEAD}"
        yield from (_row(leaf.code, wording.ERRORS[leaf.code]) for leaf in below(branch))
    said = wording.refusal(AppError())
    yield f"\n## 其他\n\n{_HEAD}"
    yield _row(said.code, (said.happened, said.unchanged, said.next_step))


def _row(code: str, templates: tuple[str, str, str]) -> str:
    cells = (_readable(code, template) for template in templates)
    return f"| {code} | {' | '.join(cells)} |\n"


def _readable(code: str, template: str) -> str:
    facts = {name: f"〔{SPECIAL.get((code, name)) or FACTS[name]}〕" for name in named(template)}
    return template.format(**facts)


def main() -> int:
    fresh = page().encode()
    if PAGE.exists() and PAGE.read_bytes() == fresh:
        return 0
    if "--check" in sys.argv:
        print(f"{PAGE.name} is not what this tool writes")
        return 1
    PAGE.write_bytes(fresh)
    print(PAGE.name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
