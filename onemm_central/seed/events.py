"""The training calendar of a region: more than a year back, today, and the weeks to come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from onemm_central.seed.chance import Chance, clock
from onemm_central.seed.figures import RegionLine, Venue
from onemm_wire.records import Event
from onemm_wire.records.training import EventKind, EventState

FACE_TO_FACE = "face_to_face"
#: The requirement set that a mentor should fulfil before a training.
BEFORE_TRAINING = "before-mentor-training"

#: Titles by kind, English and Welsh; where Welsh is a language of the region, events carry both.
_TITLES: dict[EventKind, tuple[str, str]] = {
    "mentor_training": ("Mentor training", "Hyfforddiant mentoriaid"),
    "safeguarding_briefing": ("Safeguarding briefing", "Sesiwn friffio diogelu"),
    "mentor_meetup": ("Mentor meet-up", "Cyfarfod mentoriaid"),
    "partner_briefing": ("Partner briefing", "Sesiwn friffio partneriaid"),
}
_OLDEST, _NEWEST = 405, 11
_ARCHIVED_AFTER = 60


@dataclass(slots=True)
class Day:
    """One event to be, by its day. ``reference`` and ``id`` come once the calendar is complete."""

    day: date
    kind: EventKind
    state: EventState
    venue: Venue
    capacity: int
    evening: bool = False
    id: str = ""
    reference: str = ""

    @property
    def title(self) -> str:
        """The English title."""
        return _TITLES[self.kind][0]

    @property
    def hours(self) -> tuple[int, int]:
        """The full hours on the clock at which it begins and ends."""
        return (18, 20) if self.evening else (10, 16)

    @property
    def length(self) -> float:
        """Its hours as printed on a certificate; half an hour of a training day is lunch."""
        begins, ends = self.hours
        return ends - begins - (0 if self.evening else 0.5)


@dataclass(slots=True)
class Calendar:
    """All events of a region. ``past`` are the mentor trainings that were held, oldest first.

    ``newest`` says how many of the last ones count as the newest training: one, or as many as the scale.
    """

    today: Day
    past: list[Day]
    coming: list[Day]
    others: list[Day]
    newest: int

    @property
    def days(self) -> list[Day]:
        """Every event, in the order of days."""
        return sorted([*self.past, self.today, *self.coming, *self.others], key=lambda event: event.day)


def calendar(line: RegionLine, today: date, scale: int, chance: Chance) -> Calendar:
    """A region's calendar. Past trainings grow with the scale; today and what is to come do not."""
    if line.today is None:
        raise ValueError("a region without a venue for today has no calendar")

    def day(on: date, kind: EventKind, state: EventState, capacity: int, *, evening: bool = False) -> Day:
        return Day(on, kind, state, chance.pick(line.venues), capacity, evening)

    count = line.past_trainings * scale
    step = (_OLDEST - _NEWEST) / (count - 1)
    held = [_working_day(today - timedelta(days=round(_OLDEST - step * place))) for place in range(count)]
    past = [
        day(on, "mentor_training", "archived" if (today - on).days > _ARCHIVED_AFTER else "register_closed", 60)
        for on in held
    ]
    coming = [
        day(_working_day(today + timedelta(days=days)), "mentor_training", "booking_open", capacity)
        for days, capacity in ((13, 12), (34, 30))
    ]
    draft = day(_working_day(today + timedelta(days=62)), "mentor_training", "draft", 40)
    others = [
        draft,
        day(_working_day(today - timedelta(days=150)), "mentor_training", "cancelled", 40),
        day(_working_day(today - timedelta(days=75)), "safeguarding_briefing", "archived", 30, evening=True),
        day(_working_day(today - timedelta(days=40)), "mentor_meetup", "register_closed", 30, evening=True),
        day(_working_day(today + timedelta(days=20)), "mentor_meetup", "booking_open", 30, evening=True),
        day(_working_day(today + timedelta(days=27)), "partner_briefing", "booking_open", 20, evening=True),
    ]
    whole = Calendar(Day(today, "mentor_training", "booking_open", line.today, 60), past, coming, others, scale)
    for number, event in enumerate(whole.days, start=1):
        event.id = chance.day_id(chance.day_before(min(event.day, today), 45, 70))
        event.reference = f"{line.code}-T-{number:04d}"
    return whole


def _working_day(day: date) -> date:
    """The day itself, or the last one before it on which people would come: no Sunday, nothing over Christmas."""
    if (day.month, day.day) >= (12, 22):
        day = day.replace(day=21)
    elif (day.month, day.day) <= (1, 2):
        day = date(day.year - 1, 12, 21)
    return day - timedelta(days=1) if day.isoweekday() == 7 else day


def event(planned: Day, line: RegionLine) -> Event:
    """The record of one event."""
    training = planned.kind == "mentor_training"
    held = planned.state in ("register_closed", "archived")
    begins, ends = planned.hours
    return Event(
        id=planned.id,
        reference=planned.reference,
        title=planned.title,
        title_cy=_TITLES[planned.kind][1] if "cy" in line.languages else "",
        event_kind=planned.kind,
        state=planned.state,
        venue=planned.venue.venue,
        address=planned.venue.address,
        access_notes=planned.venue.access_notes,
        starts_at=clock(planned.day, begins),
        ends_at=clock(planned.day, ends),
        hours=planned.length,
        capacity=planned.capacity,
        minimum=8 if training else 0,
        trainers=[line.team.trainer, line.team.second_trainer] if line.team else [],
        modules=[FACE_TO_FACE] if training else [],
        requirement_code=BEFORE_TRAINING if training else "",
        cancelled_reason="Too few had booked." if planned.state == "cancelled" else "",
        closed_at=clock(planned.day, ends, 30) if held else None,
        closed_by=line.team.trainer if held and line.team else "",
    )
