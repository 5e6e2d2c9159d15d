"""The question on a sealed laptop and the answer over the telephone fit each other, and nothing else."""

from __future__ import annotations

import secrets

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onemm_wire import recovery, spoken
from onemm_wire.bundle import public_seal_key, public_sign_key

CENTRE, LAPTOP, OTHER = bytes(range(32)), bytes(range(1, 33)), bytes(range(2, 34))
DEVICE = "0193d000-0000-7000-8000-000000000001"


def wrapped(device_key: bytes = LAPTOP) -> recovery.Wrapping:
    return recovery.wrapping(device_key, public_seal_key(CENTRE), DEVICE, secrets.token_bytes)


def answered(
    question: str, device_public: bytes = public_sign_key(LAPTOP), centre_private: bytes = CENTRE, device: str = DEVICE
) -> str | None:
    return recovery.answer_to(question, device_public=device_public, centre_private=centre_private, device=device)


def test_the_centres_answer_is_the_key_that_the_laptop_forgot() -> None:
    wrapping = wrapped()
    answer = answered(wrapping.question)
    assert answer is not None
    assert (len(wrapping.question), len(answer)) == (9, 24), "eight letters to read out, twenty to write down"
    assert recovery.read_answer(answer) == wrapping.key
    assert recovery.read_answer(answer.lower().replace("-", " ").replace("0", "o")) == wrapping.key


def test_each_question_has_an_answer_of_its_own() -> None:
    one, two = wrapped(), wrapped()
    assert one.question != two.question
    assert one.key != two.key


@pytest.mark.parametrize(
    ("device_public", "centre_private", "device"),
    [
        (public_sign_key(OTHER), CENTRE, DEVICE),
        (public_sign_key(LAPTOP), OTHER, DEVICE),
        (public_sign_key(LAPTOP), CENTRE, DEVICE[:-1] + "2"),
    ],
    ids=["another laptop's key", "another centre's key", "another device"],
)
def test_a_question_of_somebody_else_is_not_answered(device_public: bytes, centre_private: bytes, device: str) -> None:
    assert answered(wrapped().question, device_public, centre_private, device) is None


def test_a_laptop_knows_a_question_made_with_keys_it_no_longer_has() -> None:
    question = wrapped().question
    assert recovery.fits(question, LAPTOP, public_seal_key(CENTRE), DEVICE)
    assert not recovery.fits(question, OTHER, public_seal_key(CENTRE), DEVICE)
    assert not recovery.fits(question, LAPTOP, public_seal_key(OTHER), DEVICE)
    assert not recovery.fits("", LAPTOP, public_seal_key(CENTRE), DEVICE)


@given(st.integers(0, 18), st.sampled_from(spoken.ALPHABET))
def test_an_answer_with_one_wrong_letter_is_known_for_one(place: int, letter: str) -> None:
    letters = "7K3M9QRT2XW80123456"
    assert len(letters) == recovery.ANSWER
    wrong = letters[:place] + letter + letters[place + 1 :]
    typed = wrong + spoken.check(letters)
    assert (recovery.read_answer(typed) is None) == (wrong != letters)


@given(st.text(max_size=30))
def test_whatever_is_typed_is_read_or_refused(typed: str) -> None:
    recovery.read_answer(typed)
    assert answered(typed) is None or recovery.fits(typed, LAPTOP, public_seal_key(CENTRE), DEVICE)


def test_a_centres_key_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="32"):
        recovery.wrapping(LAPTOP, b"short", DEVICE, secrets.token_bytes)


@pytest.mark.parametrize("point", [b"\1" + bytes(31), bytes(32)], ids=["one", "nought"])
def test_a_device_key_of_small_order_gets_no_answer(point: bytes) -> None:
    nonce = "0000"
    question = spoken.with_check(nonce + recovery._mark(nonce, point, public_seal_key(CENTRE), DEVICE))
    assert answered(question, device_public=point) is None
