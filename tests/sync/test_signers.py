"""The file of allowed signers: read as ssh-keygen reads it, and refused where it is unclear."""

from __future__ import annotations

import contextlib
import subprocess
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel.clock import at_local
from app.kernel.errors import SignersFileError
from app.sync import signature, signers
from app.sync.signers import Fit
from tests.sync.tools import need

SEED = bytes(range(32))
KEY = signature.public_of(SEED)
OTHER = signature.public_of(bytes(32))
NOW = at_local(2026, 9, 16, 12)
RSA = "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQ=="
ENVELOPE = signature.ENVELOPE


def ask(text: str, principal: str = "czj@lianxi", at: datetime = NOW, ns: str = ENVELOPE) -> Fit:
    return signers.read(text.encode()).ask(KEY, principal, ns, at)[0]


def test_our_own_line_is_read_back() -> None:
    line = signers.line("czj", KEY)

    for namespace in (ENVELOPE, signature.CONTENT, signature.CARD, signers.EVIDENCE):
        assert ask(line, ns=namespace) is Fit.FITS


def test_a_signing_key_rules_nothing_and_a_root_key_signs_nothing() -> None:
    for namespace in (signature.ROOT, signature.ROSTER):
        assert ask(signers.line("czj", KEY), ns=namespace) is Fit.OTHER_NAMESPACE
        assert ask(signers.root_line("czj", KEY), ns=namespace) is Fit.FITS
    assert ask(signers.root_line("czj", KEY)) is Fit.OTHER_NAMESPACE


@pytest.mark.parametrize(
    ("line", "fit"),
    [
        (f"czj@lianxi {KEY}", Fit.FITS),
        (f"gaj@lianxi,czj@lianxi {KEY} a comment", Fit.FITS),
        (f"*@lianxi {KEY}", Fit.FITS),
        (f"cz?@lianxi {KEY}", Fit.FITS),
        (f"*@lianxi,!czj@lianxi {KEY}", Fit.OTHER_PRINCIPAL),
        (f"!czj@lianxi,*@lianxi {KEY}", Fit.OTHER_PRINCIPAL),
        (f"[c]zj@lianxi {KEY}", Fit.OTHER_PRINCIPAL),
        (f"gaj@lianxi {KEY}", Fit.OTHER_PRINCIPAL),
        (f"czj@lianxi {OTHER}", Fit.ABSENT),
        (f"czj@lianxi {RSA}", Fit.ABSENT),
        (f'czj@lianxi namespaces="file,lianxi-*" {KEY}', Fit.FITS),
        (f'czj@lianxi NAMESPACES="lianxi-envelope@v?" {KEY}', Fit.FITS),
        (f'czj@lianxi namespaces="file,git" {KEY}', Fit.OTHER_NAMESPACE),
        (f'czj@lianxi namespaces="lianxi-*,!lianxi-envelope*" {KEY}', Fit.OTHER_NAMESPACE),
        (f'czj@lianxi valid-after="20260916" {KEY}', Fit.FITS),
        (f'czj@lianxi valid-after="202609161201" {KEY}', Fit.OUT_OF_TIME),
        (f'czj@lianxi valid-after="202609160400Z" {KEY}', Fit.FITS),
        (f'czj@lianxi valid-after="20260916120001" {KEY}', Fit.OUT_OF_TIME),
        (f'czj@lianxi valid-before="20260916" {KEY}', Fit.OUT_OF_TIME),
        (f'czj@lianxi namespaces="lianxi-*",valid-before="20270101" {KEY}', Fit.FITS),
        (f'"czj@lianxi" {KEY}', Fit.FITS),
        (f"   czj@lianxi\t{KEY}", Fit.FITS),
        (f"# czj@lianxi {KEY}", Fit.ABSENT),
        ("\r\n\n  # nobody\n", Fit.ABSENT),
    ],
)
def test_a_line_fits_as_it_says(line: str, fit: Fit) -> None:
    assert ask(line) is fit


def test_the_best_of_several_lines_counts_and_is_named() -> None:
    text = f"gaj@lianxi {KEY}\n\nczj@lianxi {OTHER}\nczj@lianxi {KEY}\n"

    fit, line = signers.read(text.encode()).ask(KEY, "czj@lianxi", ENVELOPE, NOW)

    assert fit is Fit.FITS
    assert line is not None
    assert line.number == 4


@pytest.mark.parametrize(
    "line",
    [
        "czj@lianxi",
        KEY,
        f"czj@lianxi {KEY.split()[1]}",
        f"czj@lianxi cert-authority {KEY}",
        f'czj@lianxi cert-authority,namespaces="lianxi-*" {KEY}',
        f"czj@lianxi no-touch-required {KEY}",
        f"czj@lianxi namespaces {KEY}",
        f'czj@lianxi namespaces="a"namespaces="b" {KEY}',
        f'czj@lianxi namespaces="a",namespaces="b" {KEY}',
        f'czj@lianxi namespaces="a {KEY}',
        f'czj@lianxi valid-after="2026" {KEY}',
        f'czj@lianxi valid-after="20261301" {KEY}',
        f"czj@lianxi ssh-ed25519 {KEY.split()[1][:-4]}!!!!",
        f"czj@lianxi ssh-rsa {KEY.split()[1]}",
    ],
)
def test_a_line_that_cannot_be_taken_at_its_word_is_named(line: str) -> None:
    text = f"# who signs\n{signers.line('gaj', OTHER)}{line}\n"

    with pytest.raises(SignersFileError) as caught:
        signers.read(text.encode())

    assert caught.value.facts["lines"] == (3,)


def test_every_bad_line_is_named_not_only_the_first() -> None:
    with pytest.raises(SignersFileError) as caught:
        signers.read(f"x\nczj@lianxi {KEY}\ny\n".encode())

    assert caught.value.facts["lines"] == (1, 3)


@given(st.text())
def test_no_text_raises_anything_else(text: str) -> None:
    with contextlib.suppress(SignersFileError):
        signers.read(text.encode("utf-8", "surrogatepass"))


@need("ssh-keygen")
@pytest.mark.parametrize(
    "options",
    [
        "",
        'namespaces="lianxi-*"',
        'namespaces="git"',
        'namespaces="lianxi-*,!lianxi-envelope@v1"',
        'valid-after="20250101"',
        'valid-after="20990101Z"',
        'valid-before="20250101"',
        'valid-before="20990101",valid-after="20250101Z"',
    ],
)
@pytest.mark.parametrize("who", ["czj@lianxi", "*@lianxi", "!czj@lianxi,*", "gaj@lianxi", "c?j@*"])
def test_ssh_keygen_says_the_same(tmp_path: Path, options: str, who: str) -> None:
    text = f"{who} {options + ' ' if options else ''}{KEY}\n"
    (tmp_path / "allowed_signers").write_text(text)
    (tmp_path / "it.sig").write_bytes(signature.sign(b"it", ENVELOPE, SEED))
    command = "ssh-keygen -Y verify -f allowed_signers -I czj@lianxi -s it.sig -n"

    answer = subprocess.run(
        [*command.split(), ENVELOPE], cwd=tmp_path, input=b"it", capture_output=True, check=False
    )

    later = NOW + timedelta(days=365)
    assert (ask(text, at=later) is Fit.FITS) is (answer.returncode == 0), answer.stderr
