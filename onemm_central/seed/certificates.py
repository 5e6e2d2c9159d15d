"""Certificates of attendance that were printed in the office, before any laptop was enrolled.

They are numbered like a laptop's (``LDN26-0007-00042-1X``) with the block 0000, which the centre gives to no device, so
that no number made offline can ever meet one of these.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta

from onemm_central.seed.chance import Chance, clock
from onemm_central.seed.events import Day
from onemm_central.seed.journeys import Journey
from onemm_wire.certificate_numbers import certificate_number
from onemm_wire.records import DocumentIssue

_OFFICE_BLOCK = 0


class Certificates:
    """Prints the certificates of one region's past trainings, numbering them by the year of issue."""

    def __init__(self, region: str, chance: Chance) -> None:
        self._region = region
        self._chance = chance
        self._printed: Counter[int] = Counter()
        self._reissued = False

    def of(self, training: Day, came: list[Journey]) -> Iterator[DocumentIssue]:
        """A certificate for everyone who stayed to the end. Once in a region, a name was put right afterwards."""
        at = clock(training.day, training.hours[1], 25)
        for place, journey in enumerate(came):
            issued_at = at + timedelta(seconds=2 * place)
            wanted = journey.name.certificate
            if wanted and not self._reissued:
                self._reissued = True
                first = self._issue(training, journey, journey.name.full, issued_at)
                yield first
                yield self._issue(training, journey, wanted, issued_at + timedelta(days=4), supersedes=first.number)
            else:
                yield self._issue(training, journey, journey.name.printed, issued_at)

    def _issue(
        self, training: Day, journey: Journey, name: str, issued_at: datetime, supersedes: str | None = None
    ) -> DocumentIssue:
        return DocumentIssue(
            id=self._chance.id(issued_at),
            document="certificate_of_attendance",
            number=self._number(issued_at.year),
            person_id=journey.id,
            event_id=training.id,
            name_as_printed=name,
            title=training.title,
            hours=training.length,
            held_on=training.day,
            issued_at=issued_at,
            supersedes=supersedes,
        )

    def _number(self, year: int) -> str:
        self._printed[year] += 1
        return certificate_number(self._region, year, _OFFICE_BLOCK, self._printed[year])
