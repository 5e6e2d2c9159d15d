"""At the door: two or three letters find the person, whatever their accents."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onemm_desktop.models.folding import fold
from onemm_desktop.programme import clearance
from onemm_desktop.programme.roster import Row
from onemm_desktop.programme.roster_search import find
from tests.training_day import ELEVEN


def row(name: str, state: str = "expected") -> Row:
    return Row(
        number=1,
        attendee=name,
        name=name,
        names=fold(name),
        organisation="",
        walk_in=False,
        clearance=clearance.NOT_SCREENED,
        modules_done=0,
        modules_total=0,
        state=state,
        at=None,
        editable=True,
        access_needs="",
        no_photo=False,
    )


ROWS = [row(f"{given} {family}") for given, family, *_ in ELEVEN]


def found(typed: str, rows: list[Row] = ROWS) -> list[str]:
    return [rows[position].name for position in find(rows, typed).positions]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("sian", "Siân Llewellyn-Pritchard"),
        ("pritch", "Siân Llewellyn-Pritchard"),
        ("oconnor", "Margaret O’Connor"),
        ("o'c", "Margaret O’Connor"),
        ("lukasz", "Łukasz Nowak"),
        ("huong nguyen", "Nguyễn Thị Hương"),
        ("gill har", "Harpreet Kaur Gill"),
        ("el amrani", "Fatima Zahra El-Amrani"),
        ("rhys", "David Ap-Rhys"),
        ("amrani fat", "Fatima Zahra El-Amrani"),
    ],
)
def test_parts_in_any_order_find_the_person(typed: str, first: str) -> None:
    assert found(typed)[0] == first
    assert not find(ROWS, typed).nearly


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("llewelin", "Siân Llewellyn-Pritchard"),
        ("rhukhsana", "Rukhsana Begum"),
        ("adeyimi", "Oluwaseun Adeyemi"),
        ("haprteet", "Harpreet Kaur Gill"),
        ("novak", "Łukasz Nowak"),
    ],
)
def test_a_slip_is_forgiven_when_nobody_is_spelt_like_that(typed: str, first: str) -> None:
    assert found(typed)[0] == first
    assert find(ROWS, typed).nearly


def test_nobody_is_found_for_what_is_nobodys_name() -> None:
    assert found("qqq") == []
    assert found("zzzzzzzzzz") == []


def test_nothing_typed_shows_everybody_in_order() -> None:
    assert find(ROWS, "  ").positions == tuple(range(len(ROWS)))


def test_the_beginning_of_a_name_comes_before_its_middle() -> None:
    assert found("ann", [row("Joanna Bell"), row("Annie Price")]) == ["Annie Price", "Joanna Bell"]


def test_whoever_is_still_awaited_comes_first() -> None:
    rows = [row("Ali Khan", "present"), row("Ali Raza")]
    assert found("ali", rows) == ["Ali Raza", "Ali Khan"]


@given(st.data())
def test_any_part_of_any_name_finds_it(data: st.DataObject) -> None:
    one = data.draw(st.sampled_from(ROWS))
    word = data.draw(st.sampled_from(one.names.split()))
    start = data.draw(st.integers(0, len(word) - 1))
    end = data.draw(st.integers(start + 1, len(word)))
    assert one.name in found(word[start:end])
