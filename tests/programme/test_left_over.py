"""What is left over of an event that is over: told until it is done, and to those alone who can do it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from onemm_desktop.models import AttendanceMark, Op
from onemm_desktop.programme import certificates, closing, left_over, sheets, today
from tests.training_day import MORNING, REGION, Day


def left(day: Day) -> list[tuple[str, dict[str, int]]]:
    with day.database.read() as session:
        seen = today.overview(session, now=day.clock()).left_over
    return [(one.event.id, {task.what: task.count for task in one.tasks}) for one in seen]


def tasks(day: Day) -> dict[str, int]:
    return dict(left(day))[day.event]


def sent(day: Day) -> None:
    """As if the centre had taken everything."""
    with day.database.sync_write() as session:
        session.execute(update(Op).values(state="done"))


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Day]:
    made = Day(tmp_path, name="reader", role="coordinator")
    made.add_event()
    yield made
    made.close()


def test_each_task_is_told_until_it_is_done(day: Day) -> None:
    came, away = day.book("Siân", "Price"), day.book("Idris", "Bowen")
    day.do(lambda session: sheets.keep(session, event=day.event, at=MORNING, rows=[came, away], blank_rows=2))
    assert left(day) == [], "it is not over"
    day.clock.at(16, 0)
    assert tasks(day) == {"unmarked": 2, "not_keyed": 2, "unclosed": 1}
    day.mark(came, "present")
    day.mark(away, "no_notice")
    assert tasks(day) == {"unclosed": 1, "unsent": 2}
    day.do(lambda session: closing.close(session, event=day.event))
    assert tasks(day) == {"certificates": 1, "unsent": 2}
    day.do(lambda session: certificates.issue(session, event=day.event, people=[came]))
    assert tasks(day) == {"unsent": 2}
    sent(day)
    assert left(day) == []


def test_who_gave_the_place_up_is_on_the_paper_and_not_waited_for(day: Day) -> None:
    away = day.book("Tegan", "Rees", state="apologies")
    day.do(lambda session: sheets.keep(session, event=day.event, at=MORNING, rows=[away], blank_rows=0))
    day.clock.at(16, 0)
    assert tasks(day) == {"unclosed": 1}


def test_whoever_may_do_nothing_about_it_is_told_nothing(reader: Day) -> None:
    reader.book("Siân", "Price")
    closed = reader.add_event(state="register_closed")
    came = reader.book("Idris", "Bowen", event=closed)
    made = {"id": reader.new_id(), "event_id": closed, "attendee_id": came, "state": "present", "marked_at": MORNING}
    reader.keep(AttendanceMark(partition=REGION, **made))
    reader.clock.at(16, 0)
    assert left(reader) == []


def test_the_latest_come_first_and_no_more_than_a_few_of_four_weeks(day: Day) -> None:
    start = MORNING.replace(hour=10)
    old = [
        day.add_event(starts_at=start - timedelta(days=days), ends_at=start - timedelta(days=days, hours=-6))
        for days in (1, 2, 3, 4, 5, 6)
    ]
    assert [event for event, _ in left(day)] == old[: left_over.EVENTS]
    day.clock.later(days=25)
    assert [event for event, _ in left(day)] == [day.event, *old[:3]]
