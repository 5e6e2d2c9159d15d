"""What a desk marks on the day of an event: arrivals one after another, a few of them put right later."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Literal

from onemm_central.seed.chance import Chance, clock
from onemm_central.seed.events import Day
from onemm_central.seed.figures import words
from onemm_wire.records import AttendanceMark
from onemm_wire.records.training import MarkState


class Desk:
    """Marks the register of one event. One training in five is kept on paper and typed in that evening."""

    def __init__(self, event: Day, chance: Chance) -> None:
        self._event = event
        self._chance = chance
        self._begins = clock(event.day, event.hours[0])
        self._ends = clock(event.day, event.hours[1])
        self._source: Literal["desk", "paper"] = "paper" if chance.happens(0.2) else "desk"

    def came(self, attendee: str) -> Iterator[AttendanceMark]:
        """Somebody who was there to the end; one in thirty was marked at the wrong row first and put right."""
        late = self._chance.happens(0.1)
        at = self._begins + timedelta(minutes=self._chance.between(11, 45) if late else self._chance.between(-25, 8))
        state: MarkState = "late" if late else "present"
        if not self._chance.happens(1 / 30):
            yield self._mark(attendee, state, at, self._when(at))
            return
        wrong = self._mark(attendee, "no_notice", None, self._when(at))
        undone = self._mark(attendee, "unmarked", None, wrong.marked_at + timedelta(minutes=1), wrong)
        yield from (wrong, undone, self._mark(attendee, state, at, undone.marked_at + timedelta(minutes=1), undone))

    def stayed_away(self, attendee: str, state: MarkState) -> Iterator[AttendanceMark]:
        """Somebody who did not come, or came and left before the end."""
        if state != "left_early":
            yield self._mark(attendee, state, None, self._when(self._ends))
            return
        at = self._begins + timedelta(minutes=self._chance.between(-15, 5))
        left = self._begins + timedelta(minutes=self._chance.between(60, 100))
        arrived = self._mark(attendee, "present", at, self._when(at))
        yield arrived
        yield self._mark(attendee, "left_early", left, max(self._when(left), arrived.marked_at), arrived)

    def _when(self, at: datetime) -> datetime:
        """When a mark is made: at once, or, from paper, in the evening."""
        if self._source == "paper":
            return self._ends + timedelta(minutes=self._chance.between(20, 90))
        return at + timedelta(seconds=self._chance.between(2, 59))

    def _mark(
        self, attendee: str, state: MarkState, at: datetime | None, now: datetime, before: AttendanceMark | None = None
    ) -> AttendanceMark:
        return AttendanceMark(
            id=self._chance.id(now),
            event_id=self._event.id,
            attendee_id=attendee,
            state=state,
            at=at,
            supersedes=before.id if before else None,
            source=self._source,
            reason=self._chance.pick(words().correction_reasons) if before and state == "unmarked" else "",
            marked_at=now,
        )
