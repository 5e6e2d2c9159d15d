"""Badges: signed for one event, short, and readable whatever a scanner does to the letters."""

from __future__ import annotations

from uuid import UUID

import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st

from onemm_wire import badges

KEY = badges.new_key(bytes(range(32)))
OTHER_KEY = badges.new_key(bytes(32))
EVENT = "01930000-0000-7000-8000-0000000000ee"
PERSON = "01930000-0000-7000-8000-0000000000aa"
CODE = badges.code(KEY, EVENT, PERSON)


def test_a_badge_says_who_and_where_and_is_genuine_under_its_events_key() -> None:
    [badge] = badges.read(CODE)
    assert (badge.event, badge.person) == (EVENT, PERSON)
    assert badges.genuine(badge, KEY)
    assert not badges.genuine(badge, OTHER_KEY)
    assert not badges.genuine(badge, "")


def test_the_code_is_small_on_paper() -> None:
    made = segno.make(CODE, error="m", micro=False)
    assert (made.mode, made.version) == ("alphanumeric", 4)


@pytest.mark.parametrize(
    "typed",
    [
        CODE.lower(),
        CODE.swapcase(),
        f"]Q1{CODE}\r\n",
        f"\x02{CODE}\x03\t",
        f"  {CODE[:30]}\x1d{CODE[30:]} ",
    ],
)
def test_what_scanners_add_and_turn_over_does_no_harm(typed: str) -> None:
    [badge] = badges.read(typed)
    assert badges.genuine(badge, KEY)


def test_two_scans_that_ran_together_are_two_badges() -> None:
    other = badges.code(KEY, EVENT, EVENT)
    assert [badge.person for badge in badges.read(CODE + other)] == [PERSON, EVENT]


@pytest.mark.parametrize("foreign", ["", "5012345678900", "https://example.org/1MM1", CODE[:-1], "1MM1" + "0" * 64])
def test_foreign_codes_are_no_badges(foreign: str) -> None:
    assert badges.read(foreign) == []


@given(garbage=st.text(max_size=200))
def test_garbage_is_never_a_genuine_badge(garbage: str) -> None:
    assert not any(badges.genuine(badge, KEY) for badge in badges.read(garbage))


@given(place=st.integers(4, len(CODE) - 1), letter=st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"))
def test_a_letter_changed_is_noticed(place: int, letter: str) -> None:
    changed = CODE[:place] + letter + CODE[place + 1 :]
    found = badges.read(changed)
    assert changed == CODE or not badges.genuine(found[0], KEY)


@given(event=st.uuids(), person=st.uuids())
def test_every_pair_of_ids_comes_back(event: UUID, person: UUID) -> None:
    [badge] = badges.read(badges.code(KEY, str(event), str(person)))
    assert (badge.event, badge.person) == (str(event), str(person))
    assert badges.genuine(badge, KEY)


def test_a_key_takes_its_chance_whole() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        badges.new_key(b"short")
