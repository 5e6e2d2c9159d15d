"""Whom a scanned badge means at this event's desk, and whom it does not."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import EventStaff
from onemm_desktop.programme import badges
from onemm_desktop.programme.badges import Scanned
from onemm_wire import badges as wire
from tests.training_day import MORNING, Day, opened


def recognised(day: Day, code: str) -> Scanned:
    with day.database.read() as session:
        [one] = badges.recognise(session, event=day.event, scanned=code)
    return one


def test_a_badge_of_this_event_names_its_bearer(day: Day) -> None:
    sian, *_ = day.book_eleven()
    found = recognised(day, day.badge(sian))
    assert (found.outcome, found.person, found.name) == ("person", sian, "Siân Llewellyn-Pritchard")


def test_walk_ins_and_helpers_have_badges_too(day: Day) -> None:
    jon = day.walk_in("Jon Fairweather")
    helper = EventStaff(id=day.new_id(), partition="region/WMD", event_id=day.event, name="Mair Jones", duty="helper")
    day.keep(helper)
    assert recognised(day, day.badge(jon)).name == "Jon Fairweather"
    assert recognised(day, day.badge(helper.id)).name == "Mair Jones"


def test_a_badge_of_another_event_says_which_and_marks_nobody(day: Day) -> None:
    sian, *_ = day.book_eleven()
    later = MORNING + timedelta(days=7)
    other = day.add_event(title="Safeguarding briefing", starts_at=later, ends_at=later + timedelta(hours=2))
    found = recognised(day, day.badge(sian, event=other))
    assert (found.outcome, found.event, found.title) == ("other_event", other, "Safeguarding briefing")
    assert found.person == ""


def test_a_badge_made_at_home_is_not_genuine(day: Day) -> None:
    sian, *_ = day.book_eleven()
    day.badge(sian)
    forged = wire.code(wire.new_key(bytes(32)), day.event, sian)
    assert recognised(day, forged).outcome == "not_genuine"


def test_before_an_event_has_a_key_no_badge_of_it_is_genuine(day: Day) -> None:
    sian, *_ = day.book_eleven()
    assert recognised(day, wire.code(wire.new_key(bytes(32)), day.event, sian)).outcome == "not_genuine"


def test_a_genuine_badge_of_somebody_unknown_here_says_so(day: Day) -> None:
    assert recognised(day, day.badge(day.new_id())).outcome == "nobody"


@pytest.mark.parametrize("code", ["5012345678900", "\x00\x1a\x03garbage\x7f", "", "https://example.org"])
def test_foreign_codes_and_garbage_are_unknown(day: Day, code: str) -> None:
    assert recognised(day, code).outcome == "unknown"


def test_an_event_this_laptop_does_not_hold_is_unknown(day: Day) -> None:
    foreign = wire.code(wire.new_key(bytes(32)), day.new_id(), day.new_id())
    assert recognised(day, foreign).outcome == "unknown"


def test_the_key_is_made_once(day: Day) -> None:
    with day.database.write(day.desk) as session:
        change, first = badges.prepare(session, event=day.event)
    assert change.concerns("event")
    with day.database.write(day.desk) as session:
        change, second = badges.prepare(session, event=day.event)
    assert (second, change.touched) == (first, frozenset())


def test_who_may_not_change_an_event_makes_no_key(tmp_path: Path) -> None:
    with opened([Day(tmp_path, role="coordinator")]) as [laptop]:
        event = laptop.add_event()
        with laptop.database.write(laptop.desk) as session, pytest.raises(KnownError) as refused:
            badges.prepare(session, event=event)
        assert refused.value.problem is Problem.NOT_ALLOWED


def test_an_unknown_event_has_no_key(day: Day) -> None:
    with day.database.write(day.desk) as session, pytest.raises(KnownError) as unknown:
        badges.prepare(session, event="elsewhere")
    assert unknown.value.problem is Problem.NOT_FOUND
