"""Who was booked on what, who came, and the certificates that were printed.

Every row of a closed register has a mark. Who passed a training is in the journeys; the others on its register are
people who stayed away, left early, or were trained on a later day.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date, timedelta

from onemm_central.seed.certificates import Certificates
from onemm_central.seed.chance import Chance, clock
from onemm_central.seed.events import Calendar, Day
from onemm_central.seed.figures import RegionLine
from onemm_central.seed.journeys import Journey
from onemm_central.seed.marks import Desk
from onemm_central.seed.names import Name, NameGiver
from onemm_wire.records import AttendanceMark, Booking, DocumentIssue, WalkIn
from onemm_wire.records.people import MentorStage
from onemm_wire.records.training import BookingState, MarkState

_WALK_INS_FROM = ["", "Self-employed", "NHS", "Civil Service"]
#: Who comes to a training again, to hear it once more.
_REFRESHERS: frozenset[MentorStage] = frozenset({"active", "ready_to_match", "trained", "matched"})
#: How those who did not pass are booked and marked.
_AWAY: list[tuple[BookingState, MarkState]] = [
    ("booked", "no_notice"), ("booked", "no_notice"), ("booked", "no_notice"), ("apologies", "apologies"),
    ("apologies", "apologies"), ("booked", "left_early"), ("cancelled_late", "excused"), ("booked", "apologies"),
]  # fmt: skip


def attendance(
    line: RegionLine, journeys: list[Journey], calendar: Calendar, chance: Chance
) -> Iterator[Booking | WalkIn | AttendanceMark | DocumentIssue]:
    """The bookings, walk-ins, marks and certificates of all events; ``journeys`` are in the order of joining."""
    certificates = Certificates(line.code, chance)
    names = NameGiver(line.code, chance)
    passed: dict[str, list[Journey]] = {}
    for journey in journeys:
        if journey.training is not None:
            passed.setdefault(journey.training.id, []).append(journey)
    joined = [journey.joined_on for journey in journeys]
    for training in calendar.past:
        came = passed.get(training.id, [])
        away = _others(training.day, journeys, joined, chance)
        yield from _register(training, came, away, chance)
        if chance.happens(0.6):
            yield from _walk_in(training, names.name(), chance)
        # The papers of the newest training are still to be printed.
        if training is not calendar.past[-1]:
            yield from certificates.of(training, came)
    for other in calendar.others:
        if other.kind in ("safeguarding_briefing", "mentor_meetup") and other.day < calendar.today.day:
            yield from _register(other, _regulars(other.day, journeys, chance), [], chance)
    yield from _places(journeys, calendar, line.today.booked if line.today else 0, chance)


def _others(day: date, journeys: list[Journey], joined: list[date], chance: Chance) -> list[Journey]:
    """Some who had joined in the three months before a training and had not passed one by then."""
    first, end = bisect_left(joined, day - timedelta(days=90)), bisect_left(joined, day - timedelta(days=5))
    window = journeys[first:end]
    free = [journey for journey in chance.sample(window, 40) if journey.training is None or journey.training.day > day]
    return free[: chance.between(4, 8)]


def _regulars(day: date, journeys: list[Journey], chance: Chance) -> list[Journey]:
    """Some mentors with a match, trained before a day."""
    known = [
        journey
        for journey in journeys
        if "active" in journey.matches and journey.training and journey.training.day < day
    ]
    return chance.sample(known, 14)


def _register(
    event: Day, came: list[Journey], away: list[Journey], chance: Chance
) -> Iterator[Booking | AttendanceMark]:
    """The bookings of a past event and its marks: on the desk of the day, or typed from paper the day after."""
    desk = Desk(event, chance)
    for journey in came:
        yield _booking(event, journey, "booked", event.day, chance)
        yield from desk.came(journey.id)
    for journey in away:
        booked, marked = chance.pick(_AWAY)
        yield _booking(event, journey, booked, event.day, chance)
        yield from desk.stayed_away(journey.id, marked)


def _walk_in(event: Day, name: Name, chance: Chance) -> Iterator[WalkIn | AttendanceMark]:
    """Somebody without a booking or a card, who was welcome all the same."""
    walk_in = WalkIn(
        id=chance.id(clock(event.day, event.hours[0], chance.between(1, 20))),
        event_id=event.id,
        given_name=name.given,
        family_name=name.family,
        organisation=chance.pick(_WALK_INS_FROM),
        consent=True,
    )
    yield walk_in
    yield from Desk(event, chance).came(walk_in.id)


def _places(journeys: list[Journey], calendar: Calendar, seats: int, chance: Chance) -> Iterator[Booking]:
    """The bookings of today, none marked yet, and of the trainings to come; the next of these is full."""
    today, coming = calendar.today, calendar.coming
    booked = {event.id: [journey for journey in journeys if journey.place is event] for event in (today, *coming)}
    again = [journey for journey in journeys if journey.place is None and journey.stage in _REFRESHERS]
    booked[today.id] += [journey for journey in again if journey.named and journey.named.today]
    rest = [journey for journey in again if not (journey.named and journey.named.today)]
    for event, places in ((today, seats), (coming[0], coming[0].capacity)):
        picked = chance.sample(rest, places - len(booked[event.id]))
        booked[event.id] += picked
        rest = [journey for journey in rest if journey not in picked]
    for event in (today, *coming):
        for journey in booked[event.id]:
            yield _booking(event, journey, "booked", today.day, chance)
    for journey in chance.sample([journey for journey in journeys if journey.stage == "checking"], 2):
        yield _booking(coming[0], journey, "waitlisted", today.day, chance)


def _booking(event: Day, journey: Journey, state: BookingState, today: date, chance: Chance) -> Booking:
    """A place, asked for in the weeks before an event and after joining."""
    latest = min(event.day - timedelta(days=3), today - timedelta(days=1))
    earliest = min(latest, max(journey.joined_on, event.day - timedelta(days=40)))
    asked_on = earliest + timedelta(days=chance.between(0, (latest - earliest).days))
    at = clock(asked_on, chance.between(8, 21), chance.between(0, 59))
    return Booking(id=chance.id(at), event_id=event.id, mentor_id=journey.id, state=state, booked_at=at)
