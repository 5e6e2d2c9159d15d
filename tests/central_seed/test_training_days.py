"""Events, bookings, marks and certificates: today is open, the past is closed, and both agree with the cards."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from onemm_wire import certificate_numbers as numbers
from onemm_wire.records import (
    AttendanceMark,
    Booking,
    DocumentIssue,
    Event,
    EventStaff,
    Mentor,
    RequirementSet,
    RosterSnapshot,
    TrainingSession,
    WalkIn,
)
from tests.central_seed.whole_pilot import REGIONS, Pilot, whatever_the_seed

LONDON = ZoneInfo("Europe/London")


@whatever_the_seed
def test_today_there_is_one_training_in_each_region_and_nobody_is_marked_yet(whole: Pilot) -> None:
    marked = {mark.event_id for mark in whole.all(AttendanceMark)}
    for region in REGIONS:
        today = whole.todays_training(region)
        starts, ends = today.starts_at.astimezone(LONDON), today.ends_at.astimezone(LONDON)
        assert (starts.strftime("%H:%M"), ends.strftime("%H:%M")) == ("10:00", "16:00")
        assert (today.event_kind, today.state, today.capacity) == ("mentor_training", "booking_open", 60)
        assert {booking.state for booking in whole.bookings(today)} == {"booked"}
        assert today.id not in marked


@whatever_the_seed
def test_in_london_forty_eight_are_booked_today(whole: Pilot) -> None:
    bookings = whole.bookings(whole.todays_training("LDN"))
    assert len(bookings) == 48
    assert len({booking.mentor_id for booking in bookings}) == 48


def test_times_are_of_the_wall_clock_in_summer_too(whole: Pilot) -> None:
    trainings = [event for event in whole.all(Event) if event.event_kind == "mentor_training"]
    assert {event.starts_at.astimezone(LONDON).hour for event in trainings} == {10}
    assert {event.starts_at.astimezone(UTC).hour for event in trainings} == {9, 10}


def test_titles_are_welsh_too_in_cardiff_and_only_there(whole: Pilot) -> None:
    titles = {region: {event.title_cy for event in whole.all(Event, region)} for region in REGIONS}
    assert titles["LDN"] == titles["MCR"] == {""}
    assert "Hyfforddiant mentoriaid" in titles["CDF"]
    assert "" not in titles["CDF"]


@whatever_the_seed
def test_a_region_has_a_past_and_a_future(whole: Pilot) -> None:
    for region in REGIONS:
        events = whole.all(Event, region)
        assert [event.reference for event in events] == [f"{region}-T-{n:04d}" for n in range(1, len(events) + 1)]
        assert events == sorted(events, key=lambda event: event.starts_at.date())
        assert sum(event.starts_at.date() < whole.today for event in events) >= 5
        assert sum(event.starts_at.date() > whole.today for event in events) >= 3


@whatever_the_seed
def test_nobody_is_asked_to_come_on_a_sunday_or_at_christmas(whole: Pilot) -> None:
    for event in whole.all(Event):
        day = event.starts_at.date()
        if day != whole.today:
            assert day.isoweekday() != 7
            assert (1, 2) < (day.month, day.day) < (12, 22)


def test_the_newest_training_has_certificates_to_print(whole: Pilot) -> None:
    trainings = [event for event in whole.all(Event, "LDN") if event.event_kind == "mentor_training"]
    newest = [event for event in trainings if event.state == "register_closed"][-1]
    marks = [mark for (event, _), mark in whole.last_marks().items() if event == newest.id]
    assert sum(mark.state in ("present", "late") for mark in marks) >= 8


@whatever_the_seed
def test_bookings_are_of_mentors_of_the_region_made_after_joining_and_before_the_day(whole: Pilot) -> None:
    events = {event.id: event for event in whole.all(Event)}
    mentors = {mentor.id: mentor for mentor in whole.all(Mentor)}
    for booking in whole.all(Booking):
        event, mentor = events[booking.event_id], mentors[booking.mentor_id]
        assert whole.partition_of[event.id] == whole.partition_of[mentor.id] == whole.partition_of[booking.id]
        assert mentor.joined_on and booking.booked_at
        assert mentor.joined_on <= booking.booked_at.date() < min(event.starts_at.date(), whole.today)
        assert event.state not in ("cancelled", "draft")
    seats = Counter(booking.event_id for booking in whole.all(Booking) if booking.state == "booked")
    assert all(seats[event.id] <= event.capacity for event in events.values())
    once = Counter((booking.event_id, booking.mentor_id) for booking in whole.all(Booking))
    assert max(once.values()) == 1


@whatever_the_seed
def test_who_waits_for_a_place_waits_for_a_full_training(whole: Pilot) -> None:
    for region in REGIONS:
        waiting = [booking for booking in whole.all(Booking, region) if booking.state == "waitlisted"]
        assert len(waiting) == 2
        (event_id,) = {booking.event_id for booking in waiting}
        event = next(event for event in whole.all(Event) if event.id == event_id)
        assert sum(booking.state == "booked" for booking in whole.bookings(event)) == event.capacity


@whatever_the_seed
def test_who_is_booked_on_their_first_training_has_a_place_on_one_to_come(whole: Pilot) -> None:
    coming = {event.id for event in whole.all(Event) if event.starts_at.date() >= whole.today}
    placed = {booking.mentor_id for booking in whole.all(Booking) if booking.event_id in coming}
    for mentor in whole.all(Mentor):
        if mentor.stage == "training_booked":
            assert mentor.id in placed
            assert "face_to_face" not in mentor.modules


@whatever_the_seed
def test_every_row_of_a_closed_register_is_marked(whole: Pilot) -> None:
    closed = {event.id for event in whole.all(Event) if event.state in ("register_closed", "archived")}
    marks = whole.last_marks()
    for booking in whole.all(Booking):
        if booking.event_id in closed:
            assert marks[booking.event_id, booking.mentor_id].state != "unmarked"
    assert {event_id for event_id, _ in marks} == closed
    for walk_in in whole.all(WalkIn):
        assert walk_in.consent
        assert marks[walk_in.event_id, walk_in.id].state in ("present", "late")


@whatever_the_seed
def test_marks_are_made_on_the_day_and_after_those_they_replace(whole: Pilot) -> None:
    events = {event.id: event for event in whole.all(Event)}
    marks = {mark.id: mark for mark in whole.all(AttendanceMark)}
    for mark in marks.values():
        event = events[mark.event_id]
        assert mark.marked_at.astimezone(LONDON).date() == event.starts_at.astimezone(LONDON).date()
        if mark.supersedes is not None:
            before = marks[mark.supersedes]
            assert (before.event_id, before.attendee_id) == (mark.event_id, mark.attendee_id)
            assert before.marked_at <= mark.marked_at


def test_every_kind_of_day_is_on_the_registers(whole: Pilot) -> None:
    states = Counter(mark.state for mark in whole.last_marks().values())
    assert states.keys() == {"present", "late", "left_early", "no_notice", "apologies", "excused"}
    assert states["present"] > 0.5 * states.total()
    assert any(mark.state == "unmarked" and mark.reason for mark in whole.all(AttendanceMark)), "nobody mis-clicked"


@whatever_the_seed
def test_the_face_to_face_module_is_theirs_who_stayed_to_the_end_of_a_training(whole: Pilot) -> None:
    trainings = {event.id for event in whole.all(Event) if "face_to_face" in event.modules}
    marks = whole.last_marks().items()
    stayed = {person for (event, person), mark in marks if event in trainings and mark.state in ("present", "late")}
    for mentor in whole.all(Mentor):
        assert ("face_to_face" in mentor.modules) == (mentor.id in stayed), mentor.reference


@whatever_the_seed
def test_certificates_are_for_those_who_stayed_and_the_newest_training_waits_for_its_own(whole: Pilot) -> None:
    events = {event.id: event for event in whole.all(Event)}
    marks = whole.last_marks()
    for issue in whole.all(DocumentIssue):
        assert issue.event_id and issue.person_id
        event = events[issue.event_id]
        assert marks[issue.event_id, issue.person_id].state in ("present", "late")
        assert (issue.title, issue.hours) == (event.title, event.hours)
        assert issue.held_on == event.starts_at.date() <= issue.issued_at.date() < whole.today
    for region in REGIONS:
        trainings = [event for event in whole.all(Event, region) if event.event_kind == "mentor_training"]
        held = [event for event in trainings if event.state in ("register_closed", "archived")]
        printed = {issue.event_id for issue in whole.all(DocumentIssue, region)}
        assert printed == {event.id for event in held[:-1]}


@whatever_the_seed
def test_certificate_numbers_are_ones_a_laptop_reads_and_will_never_make(whole: Pilot) -> None:
    issued = [issue.number for issue in whole.all(DocumentIssue)]
    assert len(set(issued)) == len(issued)
    for number in issued:
        read = numbers.parse(number)
        assert read is not None, number
        assert str(read) == number
        assert read.block == 0, "the centre gives this block to no laptop"


@pytest.mark.parametrize("region", REGIONS)
def test_once_in_a_region_a_certificate_was_printed_again_with_the_right_name(whole: Pilot, region: str) -> None:
    issues = {issue.number: issue for issue in whole.all(DocumentIssue, region)}
    (again,) = [issue for issue in issues.values() if issue.supersedes]
    assert again.supersedes is not None
    first = issues[again.supersedes]
    assert first.person_id == again.person_id
    assert first.name_as_printed != again.name_as_printed
    assert first.issued_at < again.issued_at


def test_nothing_that_happened_is_in_the_future(whole: Pilot) -> None:
    now = datetime.combine(whole.today, datetime.min.time(), LONDON)
    assert all(mark.marked_at < now for mark in whole.all(AttendanceMark))
    for record_id in whole.by_id:
        made_at = int(record_id[:8] + record_id[9:13], 16) / 1000
        assert made_at < now.timestamp(), f"{whole.by_id[record_id]} was made after today began"


@whatever_the_seed
def test_today_has_two_sessions_that_fill_its_hours_and_people_who_work_there(whole: Pilot) -> None:
    for region in REGIONS:
        today = whole.todays_training(region)
        morning, afternoon = [one for one in whole.all(TrainingSession, region) if one.event_id == today.id]
        assert (today.starts_at, today.ends_at) == (morning.starts_at, afternoon.ends_at)
        assert morning.ends_at < afternoon.starts_at
        assert morning.hours + afternoon.hours == today.hours
        staff = [one for one in whole.all(EventStaff, region) if one.event_id == today.id]
        assert [one.name for one in staff if one.duty == "trainer"] == today.trainers
        assert {one.duty for one in staff} == {"trainer", "helper", "host"}


@whatever_the_seed
def test_a_training_asks_for_the_online_modules_beforehand(whole: Pilot) -> None:
    known = {one.code for one in whole.all(RequirementSet)}
    for event in whole.all(Event):
        assert (event.requirement_code in known) == (event.event_kind == "mentor_training")


@whatever_the_seed
def test_the_roster_of_every_closed_register_holds_its_bookings(whole: Pilot) -> None:
    rosters = {roster.event_id: roster for roster in whole.all(RosterSnapshot)}
    closed = {event.id for event in whole.all(Event) if event.closed_at is not None}
    assert rosters.keys() == closed
    for event_id, roster in rosters.items():
        event = whole.by_id[event_id]
        assert isinstance(event, Event)
        booked = {booking.mentor_id for booking in whole.bookings(event)}
        assert {*roster.booked, *roster.apologies} == booked
        assert len(roster.booked) + len(roster.apologies) == len(booked)
