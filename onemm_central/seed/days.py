"""What belongs to an event beside its register: the sessions of today, who works there, and each roster as it stood.

From a stream of chance of its own: a day that has more to it makes nobody else of the people who come.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from onemm_central.seed.chance import Chance, clock
from onemm_central.seed.events import FACE_TO_FACE, Calendar, Day
from onemm_central.seed.figures import RegionLine, Team
from onemm_central.seed.names import NameGiver
from onemm_wire.records import Booking, EventStaff, RosterSnapshot, TrainingSession
from onemm_wire.records.training import Duty

#: Today's two sessions: title, Welsh title, hour and minute of beginning and end, hours on a certificate.
_SESSIONS = (
    ("Being a mentor", "Bod yn fentor", (10, 0), (12, 45), 2.75),
    ("Keeping young people safe", "Cadw pobl ifanc yn ddiogel", (13, 15), (16, 0), 2.75),
)


class Around:
    """The day around the registers of one region."""

    def __init__(self, line: RegionLine, team: Team, today: date, seed: int) -> None:
        self._line = line
        self._team = team
        self._today = today
        self._chance = Chance(seed, f"{line.code}/days")
        self._names = NameGiver(line.code, self._chance)

    def coming(self, calendar: Calendar) -> Iterator[TrainingSession | EventStaff]:
        """Both sessions of today, and who works at that and at the next training."""
        yield from self._sessions(calendar.today)
        for event in (calendar.today, calendar.coming[0]):
            yield from self._staff(event)

    def rosters(self, calendar: Calendar, bookings: Iterable[Booking]) -> Iterator[RosterSnapshot]:
        """Each event that was held, with everybody who stood on its roster when it began."""
        placed: dict[str, list[Booking]] = defaultdict(list)
        for booking in bookings:
            placed[booking.event_id].append(booking)
        for event in calendar.days:
            if event.state in ("register_closed", "archived"):
                yield self._roster(event, placed[event.id])

    def _sessions(self, event: Day) -> Iterator[TrainingSession]:
        for title, title_cy, begins, ends, hours in _SESSIONS:
            yield TrainingSession(
                id=self._id(event),
                event_id=event.id,
                title=title,
                title_cy=title_cy if "cy" in self._line.languages else "",
                starts_at=clock(event.day, *begins),
                ends_at=clock(event.day, *ends),
                hours=hours,
                modules=[FACE_TO_FACE],
            )

    def _staff(self, event: Day) -> Iterator[EventStaff]:
        people: tuple[tuple[str, Duty], ...] = (
            (self._team.trainer, "trainer"),
            (self._team.second_trainer, "trainer"),
            (self._names.name().full, "helper"),
            (self._team.coordinator, "host"),
        )
        for name, duty in people:
            yield EventStaff(id=self._id(event), event_id=event.id, name=name, duty=duty)

    def _roster(self, event: Day, bookings: list[Booking]) -> RosterSnapshot:
        begins = clock(event.day, event.hours[0])
        return RosterSnapshot(
            id=self._chance.id(begins),
            event_id=event.id,
            taken_at=begins,
            taken_by=self._team.trainer,
            booked=[one.mentor_id for one in bookings if one.state in ("booked", "cancelled_late")],
            apologies=[one.mentor_id for one in bookings if one.state == "apologies"],
        )

    def _id(self, event: Day) -> str:
        return self._chance.day_id(self._chance.day_before(min(event.day, self._today), 20, 40))
