"""What a certificate says comes back from its code word for word, or not at all."""

from __future__ import annotations

import base64
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import get_args, get_type_hints

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from onemm_wire import certificates
from onemm_wire.certificate_numbers import certificate_number
from onemm_wire.certificates import MAX_CONTENT, CodeError, Content, code_of, fitted, has_room_for, link, read
from onemm_wire.records import DocumentIssue

KEY = bytes(range(1, 33))
PUBLIC = Ed25519PrivateKey.from_private_bytes(KEY).public_key().public_bytes_raw()
SIAN = Content(
    kind="certificate_of_attendance",
    number=certificate_number("CDF", 2026, 7, 42),
    name="Siân Llewellyn-Pritchard",
    title="Mentor training: the first hour together",
    held_on=date(2026, 11, 21),
    hours=5.5,
    valid_until=None,
)
CODE = code_of(SIAN, KEY)
DOCUMENTED = Path(__file__).parents[2] / "docs" / "certificates.md"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"


def _in_base_32(raw: bytes) -> str:
    return base64.b32encode(raw).decode().rstrip("=")


contents = st.builds(
    Content,
    kind=st.sampled_from(sorted(certificates.KIND_CODES)),
    number=st.builds(
        certificate_number,
        st.sampled_from(("LDN", "CDF", "GM", "WMID")),
        st.integers(2020, 2099),
        st.integers(0, 9999),
        st.integers(0, 99999),
    ),
    name=st.text(max_size=120),
    title=st.text(max_size=200),
    held_on=st.dates(date(2018, 1, 1), date(2090, 1, 1)),
    hours=st.integers(0, 4000).map(lambda quarters: quarters / 4),
    valid_until=st.none() | st.dates(date(2018, 1, 1), date(2090, 1, 1)),
)


def test_the_code_of_the_documentation_is_the_one_that_is_made() -> None:
    """``docs/certificates.md`` holds it for whoever writes another verifier."""
    assert CODE in DOCUMENTED.read_text(encoding="utf-8")
    assert base64.b64encode(PUBLIC).decode() in DOCUMENTED.read_text(encoding="utf-8")


@settings(deadline=None, max_examples=60)
@given(contents)
def test_what_goes_in_comes_out_and_its_key_alone_verifies_it(content: Content) -> None:
    if not has_room_for(content.name):
        return
    put = fitted(content)
    signed = read(code_of(put, KEY))
    assert replace(signed.content, name="", title="") == replace(put, name="", title="")
    assert signed.holds(PUBLIC)
    assert not signed.holds(bytes(32))
    assert code_of(signed.content, KEY) == code_of(put, KEY), "what is shown is what was signed"
    assert len(signed.signed) <= MAX_CONTENT


def test_a_letter_changed_anywhere_is_refused() -> None:
    for place, letter in enumerate(CODE):
        other = LETTERS[(LETTERS.index(letter) + 1) % len(LETTERS)]
        assert not _verifies(CODE[:place] + other + CODE[place + 1 :]), place


def test_a_code_cut_short_anywhere_is_refused() -> None:
    assert not any(_verifies(CODE[:length]) for length in range(len(CODE)))


@settings(deadline=None, max_examples=150)
@given(st.text(LETTERS + LETTERS.lower() + "=$é /", max_size=400) | st.binary(max_size=200).map(_in_base_32))
def test_whatever_else_is_pasted_is_refused(text: str) -> None:
    assert not _verifies(text)


@settings(deadline=None, max_examples=60)
@given(st.binary(min_size=64, max_size=64), contents.filter(lambda one: has_room_for(one.name)))
def test_a_forged_signature_is_refused(signature: bytes, content: Content) -> None:
    honest = read(code_of(fitted(content), KEY))
    forged = _in_base_32(signature + honest.signed)
    assert not _verifies(forged)


def test_the_name_of_one_under_the_signature_of_another_is_refused() -> None:
    other = read(code_of(replace(SIAN, name="Rukhsana Begum"), KEY))
    swapped = _in_base_32(read(CODE).signature + other.signed)
    assert not _verifies(swapped)


def test_a_signature_of_the_same_key_over_something_else_is_none_of_a_certificate() -> None:
    bare = Ed25519PrivateKey.from_private_bytes(KEY).sign(read(CODE).signed)
    assert not _verifies(_in_base_32(bare + read(CODE).signed))


@pytest.mark.parametrize(
    "pasted",
    [
        CODE.lower(),
        f"  {CODE[:50]}\n{CODE[50:]} ",
        link("https://centre.example.org", CODE),
        link("https://centre.example.org/mentors", CODE),
        f"https://centre.example.org/verify/{CODE}/",
    ],
)
def test_a_code_is_read_however_it_was_pasted(pasted: str) -> None:
    assert read(pasted).content == SIAN


def test_the_address_is_of_letters_that_a_qr_code_packs_densely_where_it_has_no_path_of_its_own() -> None:
    dense = link("https://centre.example.org:8787/", CODE)
    assert set(dense) <= set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")
    assert link("https://example.org/Centre", CODE) == f"https://example.org/Centre/v/{CODE}"


def test_a_name_that_reads_as_another_one_is_signed_as_it_is_printed_and_refused_when_somebody_else_signs_it() -> None:
    tricked = replace(SIAN, name="Siân\u202enosmailliW\u202c\u200b  Jones\ud800")
    assert read(code_of(tricked, KEY)).content.name == "SiânnosmailliW Jones"
    packed = read(CODE).signed.replace("Siân Llewellyn".encode(), "S\u202e Llewellyn".encode())
    with pytest.raises(CodeError):
        read(_in_base_32(bytes(64) + packed))


def test_a_persian_name_keeps_its_joiners() -> None:
    assert read(code_of(replace(SIAN, name="می\u200cخواهم"), KEY)).content.name == "می\u200cخواهم"


def test_a_title_that_leaves_no_room_is_shortened_and_a_name_never() -> None:
    name = "রুখসানা বেগম চৌধুরী " * 4
    long = fitted(replace(SIAN, name=name, title="Training " * 60))
    assert long.title.endswith("…")
    assert read(code_of(long, KEY)).content.name == name.strip()
    assert not has_room_for("র" * 120)
    with pytest.raises(ValueError, match="more than a code holds"):
        code_of(replace(SIAN, name="র" * 130), KEY)


def test_every_document_that_is_issued_has_a_number_in_the_code() -> None:
    assert set(get_args(get_type_hints(DocumentIssue)["document"])) <= set(certificates.KIND_CODES)


def _verifies(text: str) -> bool:
    try:
        return read(text).holds(PUBLIC)
    except CodeError:
        return False
