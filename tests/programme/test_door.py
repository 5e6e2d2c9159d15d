"""A mark at the door: what is shown afterwards is what a whole reading would show, without one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from onemm_desktop.models import AttendanceMark
from onemm_desktop.programme.attendance import STATES
from onemm_desktop.programme.door import FEW, Door, after_marks, at_the_door
from onemm_wire.records.training import MarkState
from tests.statements import asked
from tests.training_day import Day

MARKS = st.lists(st.tuples(st.integers(0, 6), st.sampled_from(STATES), st.integers(0, 3)), max_size=8)


def whole(day: Day, session_id: str | None = None) -> Door:
    with day.database.read() as session:
        return at_the_door(session, day.event, now=day.clock(), role=day.desk.role, session_id=session_id)


def after(day: Day, door: Door, marks: set[str]) -> tuple[Door, frozenset[int] | None]:
    with day.database.read() as session:
        return after_marks(session, door=door, marks=marks, now=day.clock())


def marked(day: Day, person: str, state: MarkState, **more: object) -> set[str]:
    before = day.marks().keys()
    day.mark(person, state, **more)
    return set(day.marks().keys() - before)


@settings(max_examples=8, deadline=None)
@given(MARKS)
def test_marks_one_by_one_show_what_a_whole_reading_shows(said: list[tuple[int, MarkState, int]]) -> None:
    with TemporaryDirectory() as folder:
        day = Day(Path(folder))
        day.add_event()
        day.require()
        parts = [None, *day.halve(), None]
        people = [*day.book_many(4), day.book("Waiting", "Long", state="waitlisted"), day.walk_in("Jon Fairweather")]
        people.append(day.book("Not", "Booked", state=None))
        doors = {part: whole(day, part) for part in parts}
        for person, state, part in said:
            day.clock.later(minutes=47)
            added = marked(day, people[person], state, session_id=parts[part])
            for shown, door in doors.items():
                doors[shown], places = after(day, door, added)
                read = whole(day, shown)
                assert replace(doors[shown], good_until=read.good_until) == read
                before = (*door.roster.rows, None)
                news = {place for place, row in enumerate(read.roster.rows) if row != before[place]}
                assert places is None or places == news
        day.close()


def test_a_mark_reads_who_was_marked_and_nobody_else(day: Day) -> None:
    sian, *_ = day.book_eleven()
    marked(day, sian, "present")
    door = whole(day)
    added = marked(day, sian, "left_early")
    with asked() as statements:
        left, places = after(day, door, added)
    assert (places, left.inside, left.counters.present) == (frozenset({door.places[sian]}), frozenset(), 1)
    read = [one for one in statements if one != "BEGIN"]
    assert len(read) == 2
    assert all("FROM attendance_mark" in one and "WHERE" in one for one in read)


def test_an_arrival_does_not_read_the_roster_that_was_kept(day: Day) -> None:
    first, second, *_ = day.book_eleven()
    marked(day, first, "present")
    with asked() as statements:
        marked(day, second, "present")
    assert not [one for one in statements if "roster_snapshot.booked" in one or "FROM booking" in one]


def test_time_alone_changes_what_is_shown(day: Day) -> None:
    """Whoever said when they leave is gone then, and nobody is expected once the event is over."""
    sian, rukhsana, lukasz, *_ = day.book_eleven()
    marked(day, sian, "left_early", at=day.clock().replace(hour=12))
    door = whole(day)
    day.clock.at(12, 41)
    later, _ = after(day, door, marked(day, rukhsana, "present"))
    assert later.inside == {rukhsana}
    day.clock.at(16, 1)
    over, _ = after(day, later, marked(day, lukasz, "present"))
    assert over.counters.expected == 8
    assert {row.state for row in over.roster.rows} == {"left_early", "present", "unmarked"}


def test_a_mark_that_is_gone_and_many_at_once_are_read_whole(day: Day) -> None:
    people = day.book_many(FEW + 1)
    door = whole(day)
    for person in people:
        day.keep(mark_of(day, person))
    assert after(day, door, set(day.marks())) == (whole(day), None)
    assert after(day, door, {"nowhere"}) == (whole(day), None)


def mark_of(day: Day, person: str) -> AttendanceMark:
    return AttendanceMark(
        id=day.new_id(), partition="region/WMD", event_id=day.event, attendee_id=person, state="present",
        at=day.clock(), marked_at=day.clock(), source="desk",
    )  # fmt: skip
