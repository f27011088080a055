"""The verdict on a file that was checked: what is proven, and whose the keys are."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from types import MappingProxyType
from typing import Final

from app.kernel import clock
from app.kernel.terms import TrustedBy
from app.services.proof import Kind, Proof
from app.services.standing import Outcome, Standing, Whose
from app.sync.card import Card
from app.sync.evidence import Checked
from app.sync.opening import Inspected
from app.sync.roster_form import RosterFile
from app.wording.marking import QT_TRANSLATE_NOOP

Translate = Callable[[str], str]

VERDICTS: Final = MappingProxyType(
    {
        Outcome.KNOWN: QT_TRANSLATE_NOOP("wording", "完好，签名者：{names}"),
        Outcome.UNKNOWN: QT_TRANSLATE_NOOP("wording", "完好，签名者未核对"),
        Outcome.REFUSED: QT_TRANSLATE_NOOP(
            "wording", "不予采信：签名的密钥已作废，或不是所称单位的"
        ),
    }
)
"""The first line; whether it is 0, 3 or 1 for the command line is the outcome's."""

KINDS: Final = MappingProxyType(
    {
        Kind.BUNDLE: QT_TRANSLATE_NOOP("wording", "交换包"),
        Kind.CARD: QT_TRANSLATE_NOOP("wording", "身份卡"),
        Kind.ROSTER: QT_TRANSLATE_NOOP("wording", "名册"),
        Kind.EVIDENCE: QT_TRANSLATE_NOOP("wording", "证据文件夹"),
    }
)

_STANDINGS: Final = MappingProxyType(
    {
        Standing.OWN: QT_TRANSLATE_NOOP("wording", "本单位（{name}）的密钥"),
        Standing.CURRENT: QT_TRANSLATE_NOOP("wording", "{name}的现用密钥，{since} 起可信：{by}"),
        Standing.FORMER: QT_TRANSLATE_NOOP(
            "wording", "{name}从前的密钥，{since} 起可信：{by}；{until} 起由新密钥代替"
        ),
        Standing.PINNED: QT_TRANSLATE_NOOP(
            "wording", "本单位遵循的“{name}”根第 {number} 版列明的密钥"
        ),
        Standing.LISTED: QT_TRANSLATE_NOOP("wording", "签名者清单 {how} 行列明属于 {name}"),
        Standing.UNCOMPARED: QT_TRANSLATE_NOOP(
            "wording", "自称{name}的密钥，身份卡已收下，指纹没有当面核对"
        ),
        Standing.OUT_OF_TIME: QT_TRANSLATE_NOOP(
            "wording", "签名者清单 {how} 行列明属于 {name}，但不在该行写明的有效期内"
        ),
        Standing.OTHER_NAMESPACE: QT_TRANSLATE_NOOP(
            "wording", "签名者清单 {how} 行列明属于 {name}，但不用于这类签名"
        ),
        Standing.UNKNOWN: QT_TRANSLATE_NOOP(
            "wording", "不知道是谁的密钥：请用电话或当面向所称单位核对指纹"
        ),
        Standing.OTHER_AGENCY: QT_TRANSLATE_NOOP(
            "wording", "密钥属于 {name}，与文件自称的单位不符"
        ),
        Standing.BEFORE_REVOCATION: QT_TRANSLATE_NOOP(
            "wording",
            "{name}的密钥，{since} 起可信：{by}；{until} 作废（{reason}），"
            "至发给本单位的第 {cutoff} 号仍可信，本件在此之前",
        ),
        Standing.REVOKED: QT_TRANSLATE_NOOP(
            "wording",
            "{name}的密钥，{until} 已作废（{reason}）；只信至发给本单位的第 {cutoff} 号，"
            "本件在此之后，或不是发给本单位的",
        ),
        Standing.OTHER_KEY: QT_TRANSLATE_NOOP(
            "wording", "与{name}已当面核对的密钥不同，可能是冒名"
        ),
    }
)

_BY: Final = MappingProxyType(
    {
        TrustedBy.PERSON: QT_TRANSLATE_NOOP("wording", "当面核对过指纹（{how}）"),
        TrustedBy.ROSTER: QT_TRANSLATE_NOOP("wording", "名册第 {number} 版列明"),
        TrustedBy.FORMER_KEY: QT_TRANSLATE_NOOP("wording", "由其第 {number} 代密钥担保"),
    }
)

_RIGHT: Final = MappingProxyType(
    {
        Kind.BUNDLE: QT_TRANSLATE_NOOP(
            "wording",
            "签名：外层签名成立，密文与签名时一致。内层签名在密文里，要有收件单位的密钥才能检查。",
        ),
        Kind.CARD: QT_TRANSLATE_NOOP(
            "wording", "签名：由卡上的密钥自签，成立。这只证明制卡人持有该密钥。"
        ),
        Kind.ROSTER: QT_TRANSLATE_NOOP(
            "wording", "签名：根的签名够数，名册由根上列明的密钥签发，都成立。"
        ),
        Kind.EVIDENCE: QT_TRANSLATE_NOOP(
            "wording", "签名：清单和每个交换包的内外层签名都成立，逐条内容与签名时一致。"
        ),
    }
)
_KEY: Final = QT_TRANSLATE_NOOP("wording", "密钥：{fingerprint}（自称 {handle}，第 {number} 代）")
_ROOT_KEY: Final = QT_TRANSLATE_NOOP("wording", "根密钥：{fingerprint}（自称 {handle}）")
_STRANGERS: Final = QT_TRANSLATE_NOOP(
    "wording", "另有 {count} 个文件不在清单里，不属于证据：{names}"
)
_COMPARED_OTHERWISE: Final = QT_TRANSLATE_NOOP("wording", "按其他方式")


def verdict(proof: Proof, translate: Translate = str) -> str:
    """The verdict in one line."""
    names = "、".join(dict.fromkeys(each.name for each in proof.signers if each.name))
    return translate(VERDICTS[proof.outcome]).format(names=names)


def lines(proof: Proof, translate: Translate = str) -> tuple[str, ...]:
    """What was checked: what the file is, that its signatures are right, and each key's story."""
    told = [translate(_RIGHT[proof.kind]), *_about(proof, translate)]
    seen = set()
    for each in proof.signers:
        key = (each.claim.key, each.standing)
        if key not in seen:
            seen.add(key)
            told += _signer(each, translate)
    return tuple(told)


def story(whose: Whose, translate: Translate = str) -> str:
    """Whose a key is, why and since when it is believed, until when or which number."""
    return translate(_STANDINGS[whose.standing]).format(
        name=_plain(whose.name),
        how=_plain(whose.how),
        by=translate(_BY[whose.by]).format(number=whose.number, how=_plain(whose.how) or "—"),
        since=_moment(whose.since),
        until=_moment(whose.until),
        number=whose.number,
        cutoff=whose.cutoff,
        reason=_plain(whose.reason) or "—",
    )


def _signer(whose: Whose, translate: Translate) -> list[str]:
    claim = whose.claim
    text = _KEY if claim.incarnation else _ROOT_KEY
    key = translate(text).format(
        fingerprint=claim.fingerprint, handle=claim.handle, number=claim.incarnation
    )
    return [key, f"　　{story(whose, translate)}。"]


def _about(proof: Proof, translate: Translate) -> list[str]:
    found = proof.found
    if isinstance(found, Card):
        return [
            translate(QT_TRANSLATE_NOOP("wording", "单位：{name}（{handle}）")).format(
                name=_plain(found.agency.name), handle=found.agency.handle
            ),
            translate(QT_TRANSLATE_NOOP("wording", "卡的指纹：{groups}")).format(
                groups=" ".join(found.fingerprint)
            ),
        ]
    if isinstance(found, RosterFile):
        return _roster(found, translate)
    return _bundle(found, translate) if isinstance(found, Inspected) else _folder(found, translate)


def _roster(found: RosterFile, translate: Translate) -> list[str]:
    root, roster = found.root.root, found.roster.roster
    text = QT_TRANSLATE_NOOP(
        "wording",
        "机制：{mechanism}，名册第 {version} 版，根第 {root} 版，"
        "{members} 个成员，有效至 {expires}",
    )
    return [
        translate(text).format(
            mechanism=_plain(root.mechanism.name),
            version=roster.version,
            root=root.version,
            members=len(roster.members),
            expires=roster.expires,
        )
    ]


def _bundle(found: Inspected, translate: Translate) -> list[str]:
    routing = found.routing
    text = QT_TRANSLATE_NOOP(
        "wording", "自称：{sender} → {recipient}，第 {first} 至 {last} 号，写出于 {created}"
    )
    return [
        translate(text).format(
            sender=routing.sender.handle,
            recipient=routing.recipient.handle,
            first=routing.stream.first,
            last=routing.stream.last,
            created=_moment(routing.created),
        )
    ]


def _folder(found: Checked, translate: Translate) -> list[str]:
    text = QT_TRANSLATE_NOOP(
        "wording",
        "内容：{bundles} 个交换包，{shown} 条内容，{headed} 条只有条目头"
        "（其他事项的，或已依法销毁），{attachments} 个附件；由 {exporter} 于 {created} 导出",
    )
    told = [
        translate(text).format(
            bundles=len(found.bundles),
            shown=sum(len(each.shown) for each in found.bundles),
            headed=sum(each.headed for each in found.bundles),
            attachments=found.attachments,
            exporter=found.about.exporter.handle,
            created=_moment(found.about.created),
        )
    ]
    if found.strangers:
        names = "、".join(map(_plain, found.strangers[:3]))
        told.append(translate(_STRANGERS).format(count=len(found.strangers), names=names))
    return told


def _plain(text: str) -> str:
    """*text* without what forges a screen or a terminal."""
    return "".join(c for c in text if c.isprintable())


def _moment(at: datetime | None) -> str:
    return f"{clock.local(at):%Y-%m-%d %H:%M}" if at else ""
