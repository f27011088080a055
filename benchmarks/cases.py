"""100,000 synthetic cases: in a real register, and the same tables and index without a key.

Both are built once from a fixed seed and kept in ``.bench-cache/``, named by what they depend on.
Every name, code and fact is made up; the codes have no valid check digit, which the parties' rows
say where the program would ask for a reason. Referred cases are archived ones, but for the newest,
which wait for their letters.
"""

from __future__ import annotations

import hashlib
import random
import shutil
import tempfile
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from sqlalchemy import insert
from sqlalchemy.orm import Session

from app.kernel import plain
from app.kernel.clock import SystemClock
from app.kernel.terms import (
    AgencyLevel,
    AgencyRole,
    MatterKind,
    PartyKind,
    PartyRole,
    ProcurementMethod,
    ProjectKind,
)
from app.models import Agency, Case, CaseParty, Duty, Matter, Party, Project, Violation
from app.rules.duties import DutyState
from app.rules.packs import Nature
from app.rules.particulars import CaseFacts
from app.rules.steps import State
from app.services import case_list, cases, setup
from app.services.case_list import CaseQuery, CaseScope
from app.services.setup import Register
from app.vault import migrations, search
from tests import synthetic

COUNT: Final = 100_000
# Typed by a machine, so in ASCII; the slot it opens costs next to nothing to guess.
PASSPHRASE: Final = "a bench register keeps no secret"
CACHE: Final = Path(__file__).resolve().parents[1] / ".bench-cache"
_SEED: Final = 20240913
_NAMES: Final = 20_000
_CHUNK: Final = 2_000
_FIRST: Final = datetime(2016, 1, 4, 1, 0, tzinfo=UTC)
_STEP: Final = timedelta(minutes=55)
_RUNNING: Final = 150
"""Matters that are on their way; those of older cases are archived."""


@dataclass(frozen=True, slots=True)
class BigRegister:
    """Where the two lie: *folder* holds the register, *plain* is an ordinary SQLite file."""

    folder: Path
    plain: Path


def big_register() -> BigRegister:
    """The two registers, built when they are not there yet (some minutes, once)."""
    depends = [Path(__file__), *sorted(Path(migrations.__file__).parent.rglob("*.py"))]
    mark = hashlib.sha256(search.VERSION.encode())
    for path in depends:
        mark.update(path.read_bytes())
    made = _at(CACHE / f"cases-{mark.hexdigest()[:12]}")
    if not made.plain.exists():
        print(f"Making {COUNT:,} cases in {CACHE}; this takes some minutes, once ...", flush=True)
        CACHE.mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(dir=CACHE) as folder:
            _build(_at(Path(folder) / "cases"))
            (Path(folder) / "cases").rename(made.folder.parent)
        for other in set(CACHE.glob("cases-*")) - {made.folder.parent}:
            shutil.rmtree(other)
    return made


def _at(folder: Path) -> BigRegister:
    return BigRegister(folder / "register", folder / "plain.db")


def opened(made: BigRegister) -> Register:
    return setup.open_register(made.folder, PASSPHRASE, SystemClock())


def _build(made: BigRegister) -> None:
    with synthetic.make_register(
        made.folder, at=SystemClock(), mechanism=synthetic.MECHANISM
    ) as register:
        setup.change_passphrase(register, synthetic.PASSPHRASE, PASSPHRASE)
        pattern = cases.show_case(
            register, cases.register_case(register, synthetic.case_draft()).uid
        ).facts
        story = _Story(setup.identity(register).agency_uid, pattern)
        with register.write() as session:
            _fill(session, story)
        _carry_on(register, story)
    _copy_plain(made)


def _carry_on(register: Register, story: _Story) -> None:
    """Refer some of the newest cases to the police, up to the head's approval."""
    begun = SystemClock().now() - timedelta(days=2)
    query = CaseQuery(scope=CaseScope.UNREFERRED)
    ids = case_list.case_ids(register, query)[:_RUNNING]
    for row in case_list.case_rows(register, ids):
        synthetic.approved_matter(register, story.police, row.uid, begun)


def _copy_plain(made: BigRegister) -> None:
    """The whole register, tables and index alike, through SQLCipher's own export."""
    with opened(made) as register, register.read() as session:
        connection = session.connection().connection.driver_connection
        assert connection is not None
        connection.execute("ROLLBACK")
        partial = made.plain.with_suffix(".part")
        connection.execute("ATTACH DATABASE ? AS plain KEY ''", (str(partial),))
        connection.execute("SELECT sqlcipher_export('plain')")
        connection.execute("DETACH DATABASE plain")
        partial.rename(made.plain)


def _fill(session: Session, story: _Story) -> None:
    session.execute(insert(Agency), story.agencies())
    for first in range(2, COUNT + 1, _CHUNK):
        last = min(first + _CHUNK, COUNT + 1)
        chapters = [story.chapter(number) for number in range(first, last)]
        for table in (Case, Project, Party, CaseParty, Violation, Matter, Duty):
            rows = [row for chapter in chapters for row in chapter[table]]
            if rows:
                session.execute(insert(table), rows)
        for case_id, texts in search.stored_texts(session, range(first, last)).items():
            search.index_case(
                session,
                case_id,
                title=texts.title,
                parties=texts.parties,
                body=texts.body,
                codes=texts.codes,
            )


# -- the story -----------------------------------------------------------------------------

_PLACES = ("海曲", "岚东", "莒南", "五莲西", "奎北", "石臼", "涛雒", "巨峰", "后村", "黄墩")
_MARKS = "嘉和远达恒信德润泰宏明晟博雅立诚锦程天瑞启航正方中联合众创新科顺安华盛康宁"
_TRADES = ("科技", "商贸", "建筑工程", "医疗器械", "信息技术", "教育装备", "物业服务", "园林绿化")
_BUYERS = ("实验学校", "人民医院", "水利事务中心", "公路养护站", "图书馆", "疾病预防控制中心")
_GOODS = (
    "教学设备", "医用耗材", "监控系统", "道路养护", "办公家具", "食堂食材", "网络安全服务",
    "防汛物资", "保洁服务", "实验室改造",
)  # fmt: skip
_SURNAMES = "甲乙丙丁戊己庚辛壬癸"
_HANDLERS = tuple(f"{one}某{two}" for one in _SURNAMES for two in "甲乙丙丁某")
_SOURCES = ("投诉举报", "监督检查", "审计移交", "巡察移交", "媒体反映", "部门移送")
_CONDUCTS = (
    ("恶意串通", "V303", "与采购人、其他供应商或者采购代理机构恶意串通", "法77(三)"),
    ("提供虚假材料", "V301", "提供虚假材料谋取中标、成交", "法77(一)"),
    ("行贿", "V304", "向采购人、采购代理机构行贿或者提供其他不正当利益", "法77(四)"),
    ("围标", "V303", "与采购人、其他供应商或者采购代理机构恶意串通", "法77(三)"),
    ("挂靠借用资质", "V301", "提供虚假材料谋取中标、成交", "法77(一)"),
    ("无故放弃中标", "V306", "中标后无正当理由不签订合同", "条例72(二)"),
)
# How often a sentence is told; the rare ones are what a search usually looks for.
_SENTENCES: tuple[tuple[int, str], ...] = (
    (90, "经查，{one}与{two}的投标文件由同一台计算机制作，网卡地址一致。"),
    (80, "评审录像显示，{expert}在评审期间多次离席接听电话，未予记录。"),
    (70, "{one}提交的业绩合同加盖的印章与备案印章不符，合同相对方书面否认签订。"),
    (60, "两家单位的报价呈规律性差异，相差均为 {amount} 元，属于不同投标人的投标报价规律性异常。"),
    (50, "投标保证金从同一账户转出，账户持有人为{person}。"),
    (40, "采购人于 {day} 组织验收，验收单记载的数量与送货单不一致。"),
    (30, "{one}涉嫌与{two}串通投标，标的金额 {amount} 元。"),
    (25, "案件线索由审计部门于 {day} 移送，附取证材料 {pages} 页。"),
    (20, "{person}在询问笔录中承认代为编制三家单位的响应文件。"),
    (12, "本机关已通知{one}陈述申辩，其在规定期限内未提出意见。"),
    (8, "经检测，所供货物的关键指标低于采购文件要求，检测机构出具了报告。"),
    (4, "涉案金额达到立案追诉标准，拟按程序向公安机关移送。"),
    (2, "专家库抽取记录存在人为干预痕迹，系统日志显示有账号在夜间登录。"),
    (1, "供应商提出的雷同认定异议经复核不成立。"),
)


class _Story:
    """Rows of every table, the same for the same seed."""

    def __init__(self, own_uid: str, pattern: CaseFacts) -> None:
        self._own = own_uid
        self._particulars: Any = plain.to_plain(synthetic.referral(pattern))
        self._random = random.Random(_SEED)
        self._others = [
            (self._uid(), name, role)
            for name, role in (
                ("示例市公安局", AgencyRole.POLICE),
                ("示例市审计局", AgencyRole.AUDIT),
                ("示例市市场监督管理局", AgencyRole.MARKET),
            )
        ]
        self._names = [(self._uid(), self._organisation(), self._code()) for _ in range(_NAMES)]
        self._parties = len(pattern.parties)

    @property
    def police(self) -> str:
        return self._others[0][0]

    def agencies(self) -> list[dict[str, Any]]:
        return [
            {
                "uid": uid,
                "name": name,
                "short_name": name[2:],
                "handle": f"sl-{role}"[:16],
                "role": role,
                "level": AgencyLevel.CITY,
                "region_code": "990000",
                "is_self": False,
                "runs_program": True,
                "liaison": "乙某某",
                "phone": "0000-2222222",
                "address": "示例市乙路2号",
            }
            for uid, name, role in self._others
        ]

    def chapter(self, number: int) -> dict[type, list[dict[str, Any]]]:
        """The rows of one case by their table."""
        foreign = self._random.random() < 0.08
        suspected = self._random.random() < 0.06
        uid = self._uid()
        moment = _FIRST + number * _STEP
        short, code, conduct, article = self._pick(_CONDUCTS)
        named = self._random.sample(self._names, self._random.choice((1, 1, 2, 3)))
        parties = [self._party(*one) for one in named]
        case = {
            "id": number,
            "uid": uid,
            "owner_uid": self._pick(self._others)[0] if foreign else self._own,
            "version": 1,
            "number": f"案登〔{moment.year}〕{number}号",
            "name": f"{parties[0]['name']}涉嫌{short}案",
            "source": self._pick(_SOURCES),
            "found_on": moment.date(),
            "registered_at": moment,
            "amount_fen": self._random.randrange(10_000_00, 90_000_000_00),
            "facts": self._facts([party["name"] for party in parties], moment),
            "measures": "已调取投标文件和评审录像。",
            "penalties": "",
            "handler": self._pick(_HANDLERS),
            "handler_phone": "0000-1111111",
            "crime_suspected": suspected,
            "state": "extract" if foreign else "open",
            "opened_from": None,
            "pack_hash": "",
        }
        referred = suspected and not foreign and self._random.random() < 0.95
        matters = [self._matter(number, case)] if referred else []
        return {
            Case: [case],
            Project: [self._project(number, moment)],
            Party: parties,
            CaseParty: [
                {"case_id": number, "party_id": party["id"], "role": PartyRole.SUPPLIER}
                for party in parties
            ],
            Violation: [{"case_id": number, "code": code, "conduct": conduct, "article": article}],
            Matter: matters,
            Duty: [self._duty(row) for row in matters if self._random.random() < 0.6],
        }

    def _party(self, uid: str, name: str, code: str) -> dict[str, Any]:
        self._parties += 1
        return {
            "id": self._parties,
            "uid": uid,
            "kind": PartyKind.ORGANISATION,
            "name": name,
            "identifier": code,
            "override_reason": "基准测试用虚构数据",
            "address": f"示例市{self._pick(_PLACES)}街道",
            "representative": self._pick(_HANDLERS),
            "phone": "",
        }

    def _matter(self, number: int, case: dict[str, Any]) -> dict[str, Any]:
        return {
            "id": number,
            "uid": self._uid(),
            "kind": MatterKind.REFERRAL,
            "mechanism_uid": "",
            "opener_uid": self._own,
            "counterpart_uid": self.police,
            "case_uid": case["uid"],
            "subject": case["name"],
            "basis": "日财采〔2024〕13号二（五）1",
            "opened_at": case["registered_at"] + timedelta(days=20),
            "particulars": {
                **self._particulars,
                "case": {
                    **self._particulars["case"],
                    **{name: case[name] for name in ("uid", "number", "name", "facts")},
                },
            },
            "particulars_version": 1,
            "pack_hash": "",
            "state": State.ARCHIVED,
            "shared": True,
        }

    def _duty(self, matter: dict[str, Any]) -> dict[str, Any]:
        due = matter["opened_at"] + timedelta(days=3)
        return {
            "matter_id": matter["id"],
            "rule_id": "R-bench",
            "nature": Nature.DUTY,
            "owner_uid": self._pick((self._own, matter["counterpart_uid"])),
            "started_by": matter["uid"],
            "started_at": matter["opened_at"],
            "due_at": due,
            "rolled_at": due,
            "latest_at": None,
            "provisional": False,
            "state": DutyState.MET,
            "closed_by": matter["uid"],
            "closed_at": due,
            "note": "",
        }

    def _project(self, number: int, moment: datetime) -> dict[str, Any]:
        buyer = f"示例市{self._pick(_PLACES)}{self._pick(_BUYERS)}"
        budget = self._random.randrange(10_000_00, 90_000_000_00)
        return {
            "case_id": number,
            "number": f"SL{moment.year}-{self._random.randrange(10**6):06d}",
            "name": f"{buyer}{self._pick(_GOODS)}采购项目",
            "kind": ProjectKind.GOODS,
            "method": ProcurementMethod.OPEN_TENDER,
            "purchaser": buyer,
            "budget_fen": budget,
            "contract_fen": budget * 95 // 100,
            "opened_on": moment.date(),
            "winner": self._pick(self._names)[1],
        }

    def _facts(self, names: list[str], moment: datetime) -> str:
        weights = [weight for weight, _ in _SENTENCES]
        told = self._random.choices(_SENTENCES, weights, k=self._random.randrange(4, 13))
        day = moment - timedelta(days=self._random.randrange(1, 300))
        return "".join(
            sentence.format(
                one=names[0],
                two=names[-1] if len(names) > 1 else self._pick(self._names)[1],
                expert=f"评审专家{self._pick(_HANDLERS)}",
                person=self._pick(_HANDLERS),
                amount=f"{self._random.randrange(1_000, 9_000_000):,}",
                day=f"{day.year}年{day.month}月{day.day}日",
                pages=self._random.randrange(1, 200),
            )
            for _, sentence in told
        )

    def _organisation(self) -> str:
        mark = "".join(self._random.choices(_MARKS, k=self._random.choice((2, 2, 3))))
        return f"{self._pick(_PLACES)}{mark}{self._pick(_TRADES)}有限公司"

    def _code(self) -> str:
        tail = "".join(self._random.choices("0123456789ABCDEFGHJKLMNPQRTUWXY", k=10))
        return f"91990000{tail}"

    def _uid(self) -> str:
        return str(uuid.UUID(int=self._random.getrandbits(128), version=4))

    def _pick(self, choices: Any) -> Any:  # noqa: ANN401 - any sequence's element
        return self._random.choice(choices)
