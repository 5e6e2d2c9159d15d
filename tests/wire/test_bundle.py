"""A bundle opens for whom it was sealed to, unchanged, or not at all; nothing that is handed in breaks the reader."""

from __future__ import annotations

import struct
from datetime import UTC, datetime

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from onemm_wire import bundle
from onemm_wire.bundle import BundleError, Header, open_bundle, read_bundle, write_bundle
from onemm_wire.errors import Code

SENDER = Ed25519PrivateKey.from_private_bytes(bytes(range(32))).private_bytes_raw()
RECIPIENT = X25519PrivateKey.from_private_bytes(bytes(range(1, 33))).private_bytes_raw()
SOMEBODY = bytes(range(2, 34))
PAYLOAD = b'{"pushes":[],"cursor":{"epoch":"e"}}'
HEADER = Header(
    purpose="changes", centre="c", device="d", made_at=datetime(2026, 11, 21, 17, tzinfo=UTC), count=14, reply_to="k"
)


def written(payload: bytes = PAYLOAD, header: Header = HEADER) -> bytes:
    return write_bundle(header, payload, to=bundle.public_seal_key(RECIPIENT), signed_by=SENDER)


FILE = written()


def opened(file: bytes, private_key: bytes = RECIPIENT, signer: bytes | None = None) -> bytes:
    signer = signer or bundle.public_sign_key(SENDER)
    return open_bundle(read_bundle(file), private_key=private_key, signer=signer)


def refused(file: bytes, private_key: bytes = RECIPIENT, signer: bytes | None = None) -> Code:
    with pytest.raises(BundleError) as error:
        opened(file, private_key, signer)
    return error.value.code


@given(payload=st.binary(max_size=5_000))
def test_what_was_sealed_is_what_is_opened(payload: bytes) -> None:
    assert opened(written(payload)) == payload


def test_anybody_may_read_the_header_and_nothing_else() -> None:
    assert msgspec.structs.replace(read_bundle(FILE).header, size=0) == HEADER
    assert b"pushes" not in FILE


def test_the_same_changes_sealed_twice_look_like_two_different_files() -> None:
    assert written() != written()


def test_only_the_recipient_opens_it() -> None:
    assert refused(FILE, private_key=SOMEBODY) is Code.BUNDLE_DAMAGED


def test_only_the_sender_could_have_written_it() -> None:
    assert refused(FILE, signer=bundle.public_sign_key(SOMEBODY)) is Code.BUNDLE_DAMAGED


def test_a_sealed_part_does_not_open_under_somebody_else_s_header() -> None:
    """A carrier who signs a stranger's sealed changes anew, as if they were his own."""
    stolen = read_bundle(FILE)
    header = msgspec.json.encode(msgspec.structs.replace(stolen.header, device="carrier"))
    before = FILE[:9] + struct.pack(">H", len(header)) + header
    signed = before + stolen.sealed
    forged = signed + Ed25519PrivateKey.from_private_bytes(SOMEBODY).sign(signed)
    assert read_bundle(forged).header.device == "carrier"
    assert refused(forged, signer=bundle.public_sign_key(SOMEBODY)) is Code.BUNDLE_DAMAGED


@given(place=st.integers(0, len(FILE) - 1), by=st.integers(1, 255))
def test_no_byte_can_be_changed_unnoticed(place: int, by: int) -> None:
    changed = bytearray(FILE)
    changed[place] ^= by
    assert refused(bytes(changed)) in {
        Code.NOT_A_BUNDLE, Code.BUNDLE_TOO_NEW, Code.BUNDLE_CUT_SHORT, Code.BUNDLE_DAMAGED,
    }  # fmt: skip


@given(kept=st.integers(1, len(FILE) - 1))
def test_a_file_whose_end_is_missing_is_told_from_a_damaged_one(kept: int) -> None:
    assert refused(FILE[:kept]) is Code.BUNDLE_CUT_SHORT


def test_a_file_with_something_after_its_end_is_damaged() -> None:
    assert refused(FILE + b"\n") is Code.BUNDLE_DAMAGED


def test_a_newer_layout_is_told_before_anything_of_it_is_read() -> None:
    assert refused(FILE[:8] + b"\x02" + b"whatever comes then") is Code.BUNDLE_TOO_NEW


def test_a_mail_program_that_took_it_for_text_is_noticed() -> None:
    assert refused(FILE.replace(b"\r\n", b"\n", 1)) is Code.NOT_A_BUNDLE


@pytest.mark.parametrize("file", [b"", b"PK\x03\x04", b"%PDF-1.7", bundle.MAGIC * 3_000_000], ids=len)
def test_other_files_are_not_bundles(file: bytes) -> None:
    assert refused(file) in {Code.NOT_A_BUNDLE, Code.BUNDLE_TOO_NEW}


@given(rest=st.binary(max_size=400), length=st.integers(0, 500))
def test_nothing_after_the_magic_breaks_the_reader(rest: bytes, length: int) -> None:
    with pytest.raises(BundleError):
        opened(bundle.MAGIC + b"\x01" + struct.pack(">H", length) + rest)


HEADERS = st.fixed_dictionaries(
    {
        "purpose": st.sampled_from(["changes", "answer", "", 1]),
        "centre": st.text(max_size=5) | st.none(),
        "device": st.text(max_size=5),
        "made_at": st.sampled_from(["2026-11-21T17:00:00Z", "yesterday", 0]),
        "count": st.integers(),
        "size": st.integers() | st.integers(0, 200),
    }
)


@given(header=HEADERS, rest=st.binary(min_size=64, max_size=300))
def test_no_header_breaks_the_reader(header: dict[str, object], rest: bytes) -> None:
    text = msgspec.json.encode(header) if abs(int(str(header["count"]))) < 2**63 else b"{}"
    with pytest.raises(BundleError):
        opened(bundle.MAGIC + b"\x01" + struct.pack(">H", len(text)) + text + rest)


def test_a_header_with_a_nul_in_it_never_reaches_the_tables() -> None:
    file = written(header=msgspec.structs.replace(HEADER, device="d\0"))
    assert refused(file) is Code.BUNDLE_DAMAGED


def test_a_small_file_that_would_fill_the_memory_is_not_unpacked() -> None:
    with pytest.raises(ValueError, match="more than a bundle holds"):
        written(bytes(bundle.MAX_PAYLOAD + 1))
    packed = bundle._packed(bytes(bundle.MAX_PAYLOAD + 1))
    assert len(packed) < 100_000
    with pytest.raises(BundleError) as error:
        bundle._unpacked(packed)
    assert error.value.code is Code.BUNDLE_DAMAGED


def test_a_key_to_which_nobody_can_seal_is_refused() -> None:
    with pytest.raises(BundleError):
        write_bundle(HEADER, PAYLOAD, to=bytes(32), signed_by=SENDER)
    for text in ("", "not base64!", bundle.text_of(b"short")):
        with pytest.raises(BundleError):
            bundle.key_of(text)


def test_a_laptop_receives_under_another_key_than_it_signs_with() -> None:
    assert bundle.reply_key(SENDER) != SENDER
    assert bundle.reply_key(SENDER) == bundle.reply_key(SENDER)
    assert bundle.key_of(bundle.text_of(SENDER)) == SENDER
