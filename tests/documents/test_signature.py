"""A signed PDF, as pyHanko's validator sees it and, without pyHanko, OpenSSL over the bytes that are covered."""

from __future__ import annotations

import re
import socket
import subprocess
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdf
import pytest
from asn1crypto import cms
from asn1crypto.x509 import Certificate as Read
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from onemm_desktop.documents import certificate, signature
from onemm_desktop.documents.signature import Identity
from onemm_desktop.errors import KnownError, Problem
from tests.documents.examples import CERTIFICATE
from tests.signers import NOW, PASSWORD, Signer, signer

REASON = "Issued by One Million Mentors"


@pytest.fixture(scope="module")
def by() -> Signer:
    return signer("Un Miliwn o Fentoriaid – Gorllewin Canolbarth Lloegr")


@pytest.fixture(scope="module")
def identity(by: Signer) -> Identity:
    return signature.opened(by.file, PASSWORD)


@pytest.fixture(scope="module")
def plain() -> bytes:
    return certificate.pdf([CERTIFICATE, replace(CERTIFICATE, name="Zoë Ní Bhriain")])


@pytest.fixture(scope="module")
def signed(plain: bytes, identity: Identity) -> bytes:
    return signature.signed(plain, identity, now=NOW, reason=REASON)


def _judged(pdf: bytes, by: Signer) -> tuple[bool, bool, bool]:
    """What pyHanko's validator says: intact, valid, trusted."""
    roots = [Read.load(by.root.public_bytes(Encoding.DER))]
    found = PdfFileReader(BytesIO(pdf)).embedded_signatures[0]
    status = validate_pdf_signature(found, ValidationContext(trust_roots=roots, allow_fetching=False))
    return status.intact, status.valid, status.bottom_line


def _covered(pdf: bytes) -> tuple[bytes, bytes, list[int]]:
    """What the signature covers, the signature, and its /ByteRange, by a reader of its own."""
    with pikepdf.open(BytesIO(pdf)) as read:
        found = read.Root.AcroForm.Fields[0].V
        first, length, second, rest = spans = [int(one) for one in found.ByteRange]
        proof = bytes(found.Contents)
    return pdf[first : first + length] + pdf[second : second + rest], proof, spans


def _openssl(tmp_path: Path, pdf: bytes, by: Signer) -> subprocess.CompletedProcess[bytes]:
    covered, proof, _ = _covered(pdf)
    size = 4 + int.from_bytes(proof[2:4], "big")  # the outermost DER length: zeros fill what was held free
    for name, content in (("cms", proof[:size]), ("covered", covered), ("root", by.root.public_bytes(Encoding.PEM))):
        (tmp_path / name).write_bytes(content)
    ask = ["openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in", "cms", "-content", "covered"]
    ask += ["-CAfile", "root", "-purpose", "any", "-attime", str(int(NOW.timestamp())), "-out", "out"]
    return subprocess.run(ask, cwd=tmp_path, capture_output=True, check=False)


def test_pyhankos_own_validator_accepts_it(signed: bytes, by: Signer) -> None:
    assert _judged(signed, by) == (True, True, True)


def test_it_is_trusted_by_nobody_who_does_not_know_the_issuer(signed: bytes, caplog: pytest.LogCaptureFixture) -> None:
    assert _judged(signed, signer("Somebody else")) == (True, True, False)
    caplog.clear()  # the validator says why


def test_openssl_accepts_it_over_every_byte_but_the_signature(signed: bytes, by: Signer, tmp_path: Path) -> None:
    _, _, (first, length, second, rest) = _covered(signed)
    assert (first, second + rest) == (0, len(signed))
    assert re.fullmatch(rb"<[0-9a-fA-F]+>", signed[length:second])
    done = _openssl(tmp_path, signed, by)
    assert done.returncode == 0, done.stderr


def test_it_brings_the_certificates_that_lead_to_the_root(signed: bytes, by: Signer, identity: Identity) -> None:
    held = cms.ContentInfo.load(_covered(signed)[1])["content"]["certificates"]
    wanted = {one.public_bytes(Encoding.DER) for one in (by.root, identity.certificate)}
    assert {one.dump() for one in held} == wanted


def test_nothing_of_the_paper_was_touched(plain: bytes, signed: bytes) -> None:
    assert signed.startswith(plain)
    before, after = (pypdf.PdfReader(BytesIO(pdf)) for pdf in (plain, signed))
    assert [page.extract_text() for page in after.pages] == [page.extract_text() for page in before.pages]
    facts, told = (dict(read.metadata or {}) for read in (before, after))
    assert {fact for fact in told if told[fact] != facts.get(fact)} == {"/ModDate", "/Producer"}


def test_a_second_reader_sees_who_signed_why_and_that_nothing_shows(signed: bytes, identity: Identity) -> None:
    fields = pypdf.PdfReader(BytesIO(signed)).get_fields() or {}
    about = fields["Signature"]["/V"]
    assert (about["/SubFilter"], about["/Reason"], about["/Name"]) == ("/ETSI.CAdES.detached", REASON, identity.name)
    with pikepdf.open(BytesIO(signed)) as read:
        assert list(read.Root.AcroForm.Fields[0].Rect) == [0, 0, 0, 0]


@pytest.mark.parametrize("where", ["the paper", "the dictionary"])
def test_one_changed_byte_is_seen(
    signed: bytes, by: Signer, tmp_path: Path, where: str, caplog: pytest.LogCaptureFixture
) -> None:
    at = signed.index(b"stream\n") + 20 if where == "the paper" else signed.rindex(b"/Reason") + 9
    changed = signed[:at] + bytes([signed[at] ^ 1]) + signed[at + 1 :]
    assert _judged(changed, by)[::2] == (False, False)
    caplog.clear()  # the validator says why
    assert _openssl(tmp_path, changed, by).returncode != 0


@pytest.mark.parametrize("days", [-1, 366])
def test_before_and_after_its_time_it_signs_nothing(plain: bytes, identity: Identity, days: int) -> None:
    with pytest.raises(KnownError) as refused:
        signature.signed(plain, identity, now=NOW + timedelta(days=days), reason=REASON)
    assert refused.value.problem is Problem.SIGNER_NOT_VALID
    assert refused.value.values["ends"] == f"{NOW + timedelta(days=365):%d/%m/%Y}"


def test_it_asks_no_network(plain: bytes, identity: Identity, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("somebody asked the network")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert signature.signed(plain, identity, now=NOW, reason=REASON)


@pytest.mark.parametrize("kind", ["rsa", "ec"])
def test_what_is_kept_is_the_same_identity(kind: str) -> None:
    before = signature.opened(signer("A", kind=kind).file, PASSWORD)
    after = signature.opened(signature.kept(before), "")
    assert after.certificate == before.certificate
    assert after.chain == before.chain
    assert after.key.private_numbers() == before.key.private_numbers()


def test_a_wrong_password_is_told_from_a_wrong_file(by: Signer) -> None:
    assert _refusal(by.file, "guess") is Problem.SIGNER_PASSWORD
    for file in (
        b"",
        b"%PDF-1.7",
        by.root.public_bytes(Encoding.DER),
        by.file[:100],
        by.file + b"\0",
        b"0" * 2_000_000,
    ):
        assert _refusal(file, PASSWORD) is Problem.SIGNER_FILE


@pytest.mark.parametrize("what", ["no key", "short key", "not for signing", "ed25519"])
def test_a_file_without_what_signs_is_refused(what: str) -> None:
    assert _refusal(signer("A", spoilt=what).file, PASSWORD) is Problem.SIGNER_FILE


def test_a_key_that_is_not_the_certificates_is_refused(identity: Identity) -> None:
    other = signature.opened(signer("B").file, PASSWORD)
    with pytest.raises(KnownError) as refused:  # no library here would write such a file
        signature._identity(other.key, identity.certificate, [])
    assert refused.value.problem is Problem.SIGNER_FILE


def _refusal(file: bytes, password: str) -> Problem:
    with pytest.raises(KnownError) as refused:
        signature.opened(file, password)
    return refused.value.problem
