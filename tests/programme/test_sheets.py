"""Paper both ways: the order of the print is kept, and what was keyed in never rewrites silently what was said."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import RetentionRule
from onemm_desktop.programme import sheets
from onemm_desktop.programme.sheets import Line, Printed, Written
from tests.training_day import MORNING, Day


def printed(day: Day, blank_rows: int = 3) -> Printed:
    """Print the sheet as it stands."""
    rows = [row.attendee for row in day.roster().rows]
    return day.do(lambda session: sheets.keep(session, event=day.event, at=MORNING, rows=rows, blank_rows=blank_rows))[
        1
    ]


def key(day: Day, row: int, written: Written, **more: Any) -> str:
    work = lambda session: sheets.key(session, event=day.event, number=1, row=row, written=written, **more)  # noqa: E731
    return day.do(work)[1]


def refused(day: Day, row: int, written: Written, **more: Any) -> KnownError:
    with pytest.raises(KnownError) as error:
        key(day, row, written, **more)
    return error.value


def lines(day: Day) -> tuple[Line, ...]:
    with day.database.read() as session:
        return sheets.lines(session, sheets.of_event(session, day.event)[0], day.roster())


def test_rows_keep_the_order_of_the_print_when_bookings_change(day: Day) -> None:
    day.book("Ffion", "Prys")
    day.book("Rhys", "Morgan")
    before = printed(day)
    day.book("Aled", "Aaron")
    assert [line.name for line in lines(day)[:2]] == ["Rhys Morgan", "Ffion Prys"], "by the paper"
    assert day.roster().rows[0].name == "Aled Aaron", "by the register"
    again = printed(day)
    assert (before.number, again.number) == (1, 2)
    assert printed(day) == again, "the same people in the same order are the same sheet"


def test_a_row_is_keyed_in_under_its_printed_number(day: Day) -> None:
    day.book("Ffion", "Prys")
    person = day.book("Rhys", "Morgan")
    printed(day)
    assert key(day, 1, Written(clock=time(10, 12))) == person
    row = day.row(person)
    assert row.at is not None
    assert (row.state, row.at.hour, row.at.minute) == ("present", 10, 12)
    assert [mark.source for mark in day.marks().values()] == ["paper"]
    key(day, 1, Written(clock=time(10, 12)))
    assert len(day.marks()) == 1, "keyed twice is said once"


def test_who_signed_without_a_time_was_there_from_the_start(day: Day) -> None:
    person = day.book("Rhys", "Morgan")
    printed(day)
    day.clock.later(days=2)
    key(day, 1, Written())
    assert day.row(person).at == day.roster().starts_at


def test_what_was_said_at_the_desk_is_never_rewritten_silently(day: Day) -> None:
    person = day.book("Rhys", "Morgan")
    printed(day)
    day.mark(person, "present")
    error = refused(day, 1, Written("no_notice"))
    assert (error.problem, error.values["state"]) == (Problem.ALREADY_SAID, "present")
    assert refused(day, 1, Written(clock=time(11, 0))).problem is Problem.ALREADY_SAID, "another time, too"
    assert day.row(person).state == "present"
    key(day, 1, Written())
    assert len(day.marks()) == 1, "the same answer without a time agrees with the desk"
    key(day, 1, Written("no_notice"), replace=True)
    assert day.row(person).state == "no_notice"


def test_a_blank_row_becomes_one_walk_in_however_often_it_is_keyed(day: Day) -> None:
    day.book("Rhys", "Morgan")
    printed(day)
    person = key(day, 3, Written(clock=time(10, 20), name="Jon Fairweather"))
    assert refused(day, 3, Written(clock=time(10, 20), name="Jon Fairweather")).problem is Problem.ALREADY_SAID
    walked_in = [row for row in day.roster().rows if row.walk_in]
    assert [(row.attendee, row.name, row.state) for row in walked_in] == [(person, "Jon Fairweather", "present")]
    assert lines(day)[2].name == "Jon Fairweather"


@pytest.mark.parametrize("row", [0, -1, 5, 900])
def test_a_row_that_is_not_there(day: Day, row: int) -> None:
    day.book("Rhys", "Morgan")
    printed(day)
    error = refused(day, row, Written())
    assert (error.problem, error.values["last"]) == (Problem.NO_SUCH_ROW, 4)
    assert not day.marks()


def test_late_says_nothing_without_a_time(day: Day) -> None:
    day.book("Rhys", "Morgan")
    printed(day)
    assert refused(day, 1, Written("late")).problem is Problem.MISSING_TIME


def test_a_scanned_code_finds_its_sheet_and_no_badge_does(day: Day) -> None:
    day.book("Rhys", "Morgan")
    sheet = printed(day)
    with day.database.read() as session:
        assert sheets.find(session, sheets.code("wmd-e-0031", 1)) == sheet
        for wrong in ("1MMS/WMD-E-0031/7", "1MMS/ELSEWHERE/1", "1MM1.ABC", ""):
            with pytest.raises(KnownError) as error:
                sheets.find(session, wrong)
            assert error.value.problem is Problem.NO_SUCH_SHEET


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("p", Written()),
        ("P", Written()),
        ("l1012", Written("late", time(10, 12))),
        ("l 10:12", Written("late", time(10, 12))),
        ("912", Written(clock=time(9, 12))),
        ("e14.30", Written("left_early", time(14, 30))),
    ],
)
def test_what_is_typed_is_read_as_it_was_meant(typed: str, written: Written) -> None:
    letters: Any = {"p": "present", "l": "late", "e": "left_early"}
    assert sheets.read_row(typed, letters=letters, blank=False) == written


@pytest.mark.parametrize("typed", ["q", "2512", "10", "p99", "1", "p10122"])
def test_what_is_no_answer_is_refused(typed: str) -> None:
    with pytest.raises(KnownError) as error:
        sheets.read_row(typed, letters={"p": "present"}, blank=False)
    assert error.value.problem is Problem.WRONG_VALUE


def test_a_name_in_a_blank_row_may_have_a_time_behind_it() -> None:
    assert sheets.read_row("Jon Fairweather 1015", letters={}, blank=True) == Written(
        clock=time(10, 15), name="Jon Fairweather"
    )
    assert sheets.read_row("Nguyễn Thị Hương", letters={}, blank=True) == Written(name="Nguyễn Thị Hương")


def test_the_day_to_destroy_by_is_the_rule_in_force_on_the_day_of_the_event(day: Day) -> None:
    held = date(2026, 1, 31)
    with day.database.read() as session:
        assert sheets.destroy_by(session, held) == date(2026, 2, 28)
    for months, valid_from in ((2, date(2026, 1, 1)), (6, date(2026, 2, 1))):
        day.keep(
            RetentionRule(
                id=day.new_id(),
                partition="national",
                who="sign_in_sheet",
                since="event_held",
                months=months,
                valid_from=valid_from,
            )
        )
    with day.database.read() as session:
        assert sheets.destroy_by(session, held) == date(2026, 3, 31)
