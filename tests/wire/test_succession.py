"""New keys of the centre are taken from the old ones alone."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from onemm_wire.bundle import public_sign_key, text_of
from onemm_wire.protocol import KeySuccession
from onemm_wire.succession import leads_to, signed

KEYS = [bytes([n]) * 32 for n in range(1, 5)]
SHOWN = [(f"seal {n}", text_of(public_sign_key(key))) for n, key in enumerate(KEYS)]
STEPS = [signed(KEYS[n], "the centre", *SHOWN[n + 1]) for n in range(3)]


def test_every_former_key_leads_to_today_s() -> None:
    for known in range(3):
        assert leads_to(SHOWN[known][1], "the centre", STEPS, *SHOWN[3])
    assert not leads_to(SHOWN[3][1], "the centre", STEPS, *SHOWN[3])


def test_a_step_left_out_or_of_another_centre_or_hand_leads_nowhere() -> None:
    assert not leads_to(SHOWN[0][1], "the centre", [STEPS[0], STEPS[2]], *SHOWN[3])
    assert not leads_to(SHOWN[0][1], "another", STEPS, *SHOWN[3])
    forged = signed(bytes(32), "the centre", *SHOWN[3])
    assert not leads_to(SHOWN[2][1], "the centre", [forged], *SHOWN[3])
    changed = msgspec.structs.replace(STEPS[2], seal_key="the forger's")
    assert not leads_to(SHOWN[2][1], "the centre", [changed], "the forger's", SHOWN[3][1])


def test_keys_that_are_not_where_the_steps_lead_are_not_taken() -> None:
    assert not leads_to(SHOWN[0][1], "the centre", STEPS[:2], *SHOWN[3])
    assert not leads_to(SHOWN[0][1], "the centre", [], *SHOWN[1])


@given(known=st.text(max_size=50), words=st.lists(st.text(max_size=20), min_size=3, max_size=3))
def test_whatever_is_shown_instead_it_is_only_false(known: str, words: list[str]) -> None:
    step = KeySuccession(seal_key=words[0], sign_key=words[1], signature=words[2])
    assert not leads_to(known, "the centre", [step], words[0], words[1])
