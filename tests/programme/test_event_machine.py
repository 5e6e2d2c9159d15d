"""Whatever is booked, given up, moved, marked, closed and amended, in any order: no place twice, no step back."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import hypothesis.strategies as st
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import select

from onemm_desktop.errors import KnownError
from onemm_desktop.models import Booking, Event, RosterSnapshot
from onemm_desktop.programme import bookings, closing, event_life
from onemm_wire.merge import RULES
from tests.programme.event_desk import amend, close, planned
from tests.training_day import Day

PEOPLE = st.integers(0, 4)
MARKS = st.sampled_from(["present", "late", "left_early", "apologies", "no_notice", "unmarked"])
STEPS = st.sampled_from([event_life.confirm, event_life.start, event_life.reconcile, event_life.archive])
#: A verb that does not fit the moment says so and changes nothing; the invariants see to the latter.
REFUSED = suppress(KnownError)


class EventDay(RuleBasedStateMachine):
    """An event of two places today, another next week, and five people."""

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.day = Day(Path(self.folder.name))
        self.later = planned(self.day, days=9)
        self.today = planned(self.day, days=0)
        self.people = [self.day.book(name, "Price", state=None) for name in "ABCDE"]
        self.state = "booking_open"
        self.rosters: dict[str, Any] = {}

    def teardown(self) -> None:
        if hasattr(self, "day"):
            self.day.close()
            self.folder.cleanup()

    @rule(who=PEOPLE)
    def book(self, who: int) -> None:
        self.day.clock.later(minutes=1)
        with REFUSED:
            self.day.do(partial(bookings.book, event=self.today, mentor=self.people[who]))

    @rule(who=PEOPLE)
    def give_up(self, who: int) -> None:
        with REFUSED:
            self.day.do(partial(bookings.cancel, event=self.today, mentor=self.people[who]))

    @rule(who=PEOPLE)
    def move(self, who: int) -> None:
        with REFUSED:
            self.day.do(partial(bookings.move, event=self.today, mentor=self.people[who], to=self.later))

    @rule()
    def promote(self) -> None:
        with self.day.database.read() as session:
            queue = [one.mentor_id for one in bookings.queued(session, self.today)]
        with REFUSED:
            _, whose = self.day.do(partial(bookings.promote, event=self.today))
            assert whose == queue[0]

    @rule(who=PEOPLE, said=MARKS)
    def mark(self, who: int, said: Any) -> None:
        with REFUSED:
            self.day.mark(self.people[who], said)

    @rule(step=STEPS)
    def go_on(self, step: Any) -> None:
        with REFUSED:
            self.day.do(partial(step, event=self.today))

    @rule()
    def close(self) -> None:
        with self.day.database.read() as session:
            left = closing.open_rows(session, self.today, now=self.day.clock(), role="trainer")
        before = self.state
        with REFUSED:
            close(self.day)
            assert not left
            assert before in event_life.FROM["close"]

    @rule(said=MARKS)
    def mark_everybody(self, said: Any) -> None:
        with REFUSED:
            self.day.do(partial(closing.set_all, event=self.today, state=said))

    @rule(who=PEOPLE, said=MARKS)
    def amend(self, who: int, said: Any) -> None:
        marks = self.day.marks()
        with REFUSED:
            amend(self.day, self.people[who], said)
        new = [mark for identity, mark in self.day.marks().items() if identity not in marks]
        assert all(mark.amends and mark.reason for mark in new)

    @invariant()
    def everything_agrees(self) -> None:
        if not hasattr(self, "day"):
            return
        with self.day.database.read() as session:
            held = session.scalars(select(Event).where(Event.id == self.today)).one()
            assert bookings.free(session, held) >= 0
            found = session.execute(select(Booking.event_id, Booking.mentor_id)).all()
            assert len(set(found)) == len(found), "somebody is booked twice"
            rosters = {
                one.id: (one.booked, one.waitlisted, one.apologies) for one in session.scalars(select(RosterSnapshot))
            }
            state = held.state
            if state in closing.AMENDABLE:
                assert not closing.open_rows(session, self.today, now=self.day.clock(), role="trainer")
        assert self.rosters.items() <= rosters.items(), "the past was rewritten"
        life = RULES["event", "state"]
        assert life.settle(None, self.state, state) == state if state != self.state else True
        self.state, self.rosters = state, rosters


def test_an_event_and_its_places_agree_whatever_is_done() -> None:
    run_state_machine_as_test(
        EventDay,
        settings=settings(
            max_examples=5, stateful_step_count=12, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )  # fmt: skip
