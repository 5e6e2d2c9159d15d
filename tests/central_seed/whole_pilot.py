"""A seeded pilot with its records at hand, and the strategy that makes one of any seed on any day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import TypeVar

from hypothesis import example, given, settings
from hypothesis import strategies as st

from onemm_central.seed.pilot import Placed, pilot
from onemm_wire.records import AttendanceMark, Booking, Event, Match, Mentor, Partner, Record

R = TypeVar("R", bound=Record)

DAY = date(2026, 11, 21)
REGIONS = ("LDN", "MCR", "CDF")


class Pilot:
    """All records of one seeding."""

    def __init__(self, seed: int = 2017, today: date = DAY, scale: int = 1) -> None:
        self.today = today
        self.placed: list[Placed] = list(pilot(seed, today, scale))
        self.by_id: dict[str, Record] = {record.id: record for _, record in self.placed}
        self.partition_of: dict[str, str] = {record.id: partition for partition, record in self.placed}
        self.partner_region: dict[str, str] = {
            record.id: partition.split("/")[1] for partition, record in self.placed if isinstance(record, Partner)
        }

    def all(self, kind: type[R], region: str | None = None) -> list[R]:
        """The records of one kind, in one region or in all."""
        return [
            record
            for partition, record in self.placed
            if isinstance(record, kind) and region in (None, self.region_of(partition))
        ]

    def region_of(self, partition: str) -> str:
        """The code of the region a partition belongs to; a partner's is where its card is."""
        scope, _, rest = partition.partition("/")
        return self.partner_region[rest] if scope == "partner" else rest.split("/")[0]

    def todays_training(self, region: str) -> Event:
        """The event of today."""
        (event,) = [event for event in self.all(Event, region) if event.starts_at.date() == self.today]
        return event

    def bookings(self, event: Event) -> list[Booking]:
        """The bookings of an event."""
        return [booking for booking in self.all(Booking) if booking.event_id == event.id]

    def last_marks(self) -> dict[tuple[str, str], AttendanceMark]:
        """The mark that stands, by event and person; fails if two stand."""
        marks = self.all(AttendanceMark)
        replaced = {mark.supersedes for mark in marks}
        standing = [mark for mark in marks if mark.id not in replaced]
        by_person = {(mark.event_id, mark.attendee_id): mark for mark in standing}
        assert len(by_person) == len(standing), "two marks of one person stand at one event"
        return by_person

    def matches_by_mentor(self) -> dict[str, list[Match]]:
        """The matches of each mentor."""
        found: dict[str, list[Match]] = defaultdict(list)
        for match in self.all(Match):
            found[match.mentor_id].append(match)
        return found

    def mentor(self, given_name: str, family_name: str) -> Mentor:
        """The mentor of this name."""
        (mentor,) = [
            mentor
            for mentor in self.all(Mentor)
            if (mentor.given_name, mentor.family_name) == (given_name, family_name)
        ]
        return mentor


@lru_cache(maxsize=4)
def _seeded(seed: int, today: date) -> Pilot:
    return Pilot(seed, today)


def whatever_the_seed(test: Callable[[Pilot], None]) -> Callable[[], None]:
    """Run a story on the pilot of the documentation, on one seeded on a leap day, and on a few of any seed and day."""

    @settings(max_examples=3, deadline=None)
    @given(st.integers(0, 10**9), st.dates(date(2024, 1, 1), date(2035, 12, 31)))
    @example(2017, DAY)
    @example(2017, date(2028, 2, 29))
    def story(seed: int, today: date) -> None:
        test(_seeded(seed, today))

    story.__doc__ = test.__doc__
    return story
