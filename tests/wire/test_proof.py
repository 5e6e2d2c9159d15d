"""What a device signs to show that it is itself."""

from __future__ import annotations

import base64

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from onemm_wire import proof
from onemm_wire.bundle import public_sign_key

KEY = bytes(range(32))
PUBLIC = public_sign_key(KEY)


def test_a_statement_holds_for_its_key_its_purpose_and_its_words_alone() -> None:
    signature = proof.sign(KEY, "token", "centre", "device", "challenge")
    assert proof.holds(PUBLIC, signature, "token", "centre", "device", "challenge")
    assert not proof.holds(public_sign_key(bytes(32)), signature, "token", "centre", "device", "challenge")
    assert not proof.holds(PUBLIC, signature, "rekey", "centre", "device", "challenge")
    assert not proof.holds(PUBLIC, signature, "token", "centre", "another", "challenge")
    assert not proof.holds(PUBLIC, signature, "token", "centre", "device")


def test_words_cannot_be_pushed_over_their_edge() -> None:
    """Else one word "a, newline, b" would be signed like the two words "a" and "b"."""
    signature = proof.sign(KEY, "token", "a", "b")
    assert not proof.holds(PUBLIC, signature, "token", "a\nb")
    with pytest.raises(ValueError, match="one line"):
        proof.sign(KEY, "token", "a\nb")


def test_what_is_signed_is_what_the_page_says() -> None:
    """So that another program can be written from the words at the top of the module."""
    stated = "1MM device statement 1\ntoken\nthe centre\nthe device\nthe challenge"
    signature = base64.b64encode(Ed25519PrivateKey.from_private_bytes(KEY).sign(stated.encode())).decode()
    assert proof.sign(KEY, "token", "the centre", "the device", "the challenge") == signature


@given(st.binary(max_size=64), st.text(max_size=120), st.lists(st.text(max_size=20), max_size=4))
def test_whatever_is_sent_instead_it_is_only_false(public_key: bytes, signature: str, words: list[str]) -> None:
    assert not proof.holds(public_key, signature, "token", *words)
