"""What the files for an auditor say: remarks of ``allowed_signers``, the README of evidence.

These are documents, not screens: they are Chinese whatever language the windows have.
"""

from __future__ import annotations

from datetime import datetime
from types import MappingProxyType
from typing import Final

from app.documents.kinds.letters import LetterKind
from app.kernel import clock
from app.kernel.terms import Purpose, TrustedBy
from app.rules.steps import StepKind
from app.services.evidence_export import Contents, FileState, ToldFile
from app.services.matter_evidence import Statement
from app.services.signers_export import KeyRow, KeyState, Words
from app.wording.procedure import LETTER_KINDS, STEPS
from app.wording.records import ENTRY_TYPES

RECIPE: Final = r"""
check() {
    set -- "$1" "$2" "$3" -Y verify -I "$1" -n "$2" -s "$3.sig"
    file=$3
    shift 3
    ssh-keygen "$@" -f allowed_signers < "$file" && return
    test -f revoked_signers && ssh-keygen "$@" -f revoked_signers < "$file" &&
        echo "注意：$file 的密钥已作废，只在 revoked_signers 写明的号数以前可信"
}
same() { test "$(sha256sum < "$1" | cut -c1-64)" = "$2"; }
handle() { sed 's/.*"'"$1"'":{"handle":"\([a-z0-9-]*\)".*/\1/' "$2"; }

sha256sum --quiet -c SHA256SUMS
check "$(handle exporter evidence.json)@lianxi" lianxi-evidence@v1 SHA256SUMS
for bundle in bundles/*; do
    from="$(handle sender "$bundle/envelope.json")@lianxi"
    check "$from" lianxi-envelope@v1 "$bundle/envelope.json"
    check "$from" lianxi-content@v1 "$bundle/content.json"
    for head in "$bundle"/entries/*.head.json; do
        number=$(basename "$head" .head.json | sed 's/^0*//')
        grep -qF "{\"seq\":$number,\"sha256\":\"$(sha256sum < "$head" | cut -c1-64)\"}" \
            "$bundle/content.json" || { echo "不符：$head"; exit 1; }
        body="${head%.head.json}.body.json"
        test ! -f "$body" || same "$body" "$(sed 's/.*"body":"\([0-9a-f]*\)".*/\1/' "$head")" ||
            { echo "不符：$body"; exit 1; }
    done
done
for file in attachments/*; do
    test -f "$file" || continue
    hash=$(basename "$file" | cut -c1-64)
    same "$file" "$hash" && grep -qF "\"$hash\"" bundles/*/entries/*.body.json ||
        { echo "不符：$file"; exit 1; }
done
echo "全部相符"
""".strip("\n")
"""For ``sh -eu`` in the folder; the same text stands in ``docs/verify.md``."""

_BY: Final = MappingProxyType(
    {
        TrustedBy.PERSON: "当面核对指纹",
        TrustedBy.ROSTER: "名册第 {number} 版列明",
        TrustedBy.FORMER_KEY: "由其第 {number} 代密钥担保",
    }
)
_FILES: Final = MappingProxyType(
    {
        FileState.DESTROYED: "已依法销毁，只留哈希",
        FileState.ABSENT: "本单位没有这个文件，只知哈希",
    }
)


def signers_head(own: str, at: datetime) -> str:
    return (
        f"签名者清单，供 ssh-keygen -Y verify -f 使用。由{own}于 {_moment(at)} 导出。\n"
        "清单本身不能证明密钥属于谁：请向各单位当面或用已知电话核对下列指纹。"
    )


def key_story(row: KeyRow) -> str:
    """Whose a key is and from when to when it was believed, in one line."""
    about = f"{row.agency}，第 {row.incarnation} 代，{row.fingerprint}"
    if row.since is None:
        return f"{about}，指纹没有核对，不采用"
    how = f"，{row.how}" if row.how else ""
    why = "导出单位自己的密钥" if row.own else _BY[row.by].format(number=row.number)
    told = f"{about}，{_moment(row.since)} 起可信（{why}{how}）"
    if row.until is not None:
        told += f"，{_moment(row.until)} 起由新密钥代替，只用于此前的签名"
    if row.revoked_at is not None and row.state is KeyState.REVOKED:
        told += (
            f"，{_moment(row.revoked_at)} 作废（{row.reason or '未写明原因'}），"
            f"只在其发给本单位的第 {row.cutoff} 号以前（含）可信"
        )
    return " ".join(told.split())


SIGNERS: Final = Words(head=signers_head, key=key_story)


def readme(contents: Contents) -> str:
    """The page an auditor reads first: what is here, how it is checked, what it proves."""
    exercise = "（演练，不是真实案件）" if contents.purpose is Purpose.EXERCISE else ""
    parts = [
        f"证据文件夹{exercise}",
        f"事项：{_line(contents.subject)}\n导出：{contents.exporter}，{_moment(contents.made_at)}",
        "本文件夹内都是未加密的明文，请按涉案材料保管。",
        _HOLDS,
        "一、往来内容（按写明的时间排列；时间是作出单位的陈述）\n"
        + "\n".join(map(_statement, contents.statements)),
        "二、文件\n" + ("\n".join(map(_file, contents.files)) or "没有。"),
        "三、密钥\n" + "\n".join(map(key_story, contents.keys)),
        _PROVES,
        _CHECK + "\n\n" + "\n".join(f"    {line}".rstrip() for line in RECIPE.split("\n")),
    ]
    return "\n\n".join(parts) + "\n"


_HOLDS: Final = """\
bundles/      每个交换包一个文件夹：envelope.json（信封）、content.json（内容清单）和各自的签名；
              entries/ 里每条一个 .head.json（条目头），属于本事项的另有 .body.json（正文）
attachments/  本事项的文书和附件，文件名就是其 SHA-256
cards/        双方的身份卡
allowed_signers  双方的签名公钥，供 ssh-keygen 使用（另有 revoked_signers 的，是已作废的）
SHA256SUMS    以上全部文件的哈希；SHA256SUMS.sig 是导出单位对它的签名"""

_PROVES: Final = """\
四、能证明什么，不能证明什么
1. 签名成立，证明持有该密钥的一方作出了信封和内容清单，此后一个字节也没有改过。
2. 密钥属于哪个单位，要由您自己核对第三部分的指纹：当面，或者用您从别处知道的电话。
   本文件夹里的 allowed_signers 是导出单位给的，不能拿它自己证明自己。
3. 条目头的哈希列在签过名的内容清单里，正文的哈希在条目头里，附件的哈希在正文里：
   一环不符，就不是原来的内容。
4. 只有条目头的条目，要么属于其他事项，没有随本文件夹提供，要么正文已依法销毁；
   条目头仍能证明在那个号数上有过这样一条。
5. 内容清单原样保留；同一个交换包里其他事项的附件，只列有哈希和大小，没有文件名。
6. 时间都是作出单位写的，不是第三方时间戳；先后以号数为准。
7. 没有随交换包往来的内容（纸质往来、内部步骤）不在这里；导出单位是否全部提供，
   可以与另一方的同一事项导出相互对照。
8. 这些签名不是电子印章，不代替文书上的签名和公章。"""

_CHECK: Final = """\
五、核对方法
需要 ssh-keygen（OpenSSH 8.1 以上）、sha256sum、sed、grep，不需要本程序。
在本文件夹里运行 sh -eu，输入下列命令（请先读懂再运行）；最后一行应当是“全部相符”："""


def _statement(each: Statement) -> str:
    what = _what(each)
    title = f"“{_line(each.title)}”" if each.title and each.title != each.kind else ""
    number = f"，{_line(each.number)}" if each.number else ""
    gone = "（正文已依法销毁）" if each.destroyed else ""
    told = f"{_moment(each.at)}  {each.author}：{what}{title}{number}{gone}"
    return f"{told}\n    {each.place}，第 {each.seq} 号"


def _what(each: Statement) -> str:
    name = ENTRY_TYPES.get(each.type, each.type)
    if each.kind in set(StepKind):
        return f"{name}（{STEPS[StepKind(each.kind)]}）"
    if each.kind in set(LetterKind):
        return f"{name}（{LETTER_KINDS[LetterKind(each.kind)]}）"
    return name


def _file(each: ToldFile) -> str:
    where = each.path or f"{_FILES[each.state]}：{each.sha256}"
    return f"{_line(each.name)}（{each.size} 字节）\n    {where}"


def _line(text: str) -> str:
    return "".join(c for c in " ".join(text.split()) if c.isprintable())


def _moment(at: datetime) -> str:
    return f"{clock.local(at):%Y-%m-%d %H:%M}"
