"""The joint conference of the exercise city: called by a numbered notice, its minutes begun."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from app.demo.city import City
from app.demo.facts import AGENCIES, BASIS
from app.kernel.clock import at_local, local_date
from app.rules.papers import MeetingNotice, Minutes, Resolution
from app.services import drafting, letters
from app.services.letter_text import OfDraft
from app.services.letters import IssueDraft

_LEAD = "rz-czj"
_CONFERENCE = "日照市政府采购领域协同监管联席会议"


def conference(city: City) -> None:
    """The lead calls it, and drafts what it agreed on."""
    lead = city.registers[_LEAD]
    notice = drafting.create(lead, _notice(city)).uid
    today = local_date(city.later(minutes=50))
    letters.issue_of(lead, OfDraft(notice), IssueDraft("日财采函", "庚某某", today))
    issued = drafting.show(lead, notice).row
    city.tell(f"财政局出具会议通知（{issued.number}），拟写纪要中")
    begun = drafting.begin_minutes(lead, notice).uid
    minutes = drafting.show(lead, begun).facts
    if isinstance(minutes, Minutes):
        drafting.change(lead, begun, _agreed(city, minutes))


def _notice(city: City) -> MeetingNotice:
    held = local_date(city.clock.now() + timedelta(days=2))
    year = held.year
    return MeetingNotice(
        addressees=tuple(agency.name for agency in AGENCIES[1:4]),
        name=f"{_CONFERENCE}{year}年第一次会议",
        basis=f"《关于实施政府采购领域协同监管的通知》（{BASIS}）",
        purpose="通报协同监管情况、研究案件办理中的重点难点问题",
        starts_at=at_local(held.year, held.month, held.day, 9, 30),
        place="日照市财政局三楼会议室",
        chair="日照市财政局分管负责人",
        attendees=("各成员单位分管负责人、业务科室负责人和联络员",),
        agenda=(
            "日照市财政局通报近期案件移送、咨询情况",
            "研究涉嫌串通投标案件电子数据的固定和移送",
        ),
        materials=("本单位近期协同监管情况（书面）",),
        reply_by=held - timedelta(days=1),
    )


def _agreed(city: City, minutes: Minutes) -> Minutes:
    until = local_date(city.clock.now() + timedelta(days=30))
    return replace(
        minutes,
        reported=("日照市财政局通报了近期案件移送、咨询情况。",),
        views=("涉嫌串通投标案件的电子数据应当尽早固定。",),
        resolutions=(
            Resolution(
                matter="制定投标文件电子数据固定和移送的操作指引",
                units=(AGENCIES[0].name,),
                helpers=(AGENCIES[1].name,),
                due=until,
            ),
        ),
        present=tuple(f"{agency.liaison}（{agency.name}）" for agency in AGENCIES[:4]),
    )
