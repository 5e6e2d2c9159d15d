"""What attending an event adds to a mentor's training, and what they should have done before they come."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, Protocol

from sqlalchemy import select
from sqlalchemy.orm import Session

from onemm_desktop.models import Booking, Event, Mentor, WalkIn
from onemm_desktop.programme import attendance
from onemm_desktop.programme.attendance import IN_THE_ROOM, Answer, Mark
from onemm_desktop.programme.dates import day_of
from onemm_desktop.programme.people import full_name
from onemm_desktop.programme.requirements import asked, required_modules
from onemm_desktop.programme.roster import Part, marks_of, sessions_of

#: How far a mentor is with what a requirement set asks for.
State = Literal["not_started", "in_progress", "passed"]
#: What a session asks for where no requirement set is known: all of it, so that nobody is given a module by guessing.
WHOLE = 1.0
#: States of an event whose register is closed.
_CLOSED = ("register_closed", "reconciled", "archived")


class Timed(Protocol):
    """An event, or a session of one."""

    @property
    def starts_at(self) -> datetime: ...
    @property
    def ends_at(self) -> datetime: ...


@dataclass(frozen=True, slots=True)
class Gain:
    """A mentor who came, what they have passed by it, and how far they are with what the programme asks for.

    ``gained`` are modules that the event gives them, ``new`` those that are not on their card yet. ``done`` of
    ``total`` counts the card with these.
    """

    mentor: str
    name: str
    gained: tuple[str, ...]
    new: tuple[str, ...]
    done: int
    total: int
    state: State


def progress(modules: Collection[str], required: Collection[str]) -> State:
    """How far somebody is who has passed these modules."""
    done = len(set(modules) & set(required))
    if done == len(set(required)) and required:
        return "passed"
    return "in_progress" if done else "not_started"


def share(of: Timed, answer: Answer) -> float:
    """The share of an event or session, from 0 to 1, at which somebody was: all of it, also for those who came late.

    For those who left early it ends when they left. A time outside of it says when a sheet was keyed in, and takes
    nothing away.
    """
    if answer.contested or answer.state not in IN_THE_ROOM:
        return 0.0
    if answer.state != "left_early" or answer.at is None or not of.starts_at <= answer.at < of.ends_at:
        return 1.0
    return (answer.at - of.starts_at) / (of.ends_at - of.starts_at)


def enough(session: Session, event: Event) -> float:
    """The share of each of an event's sessions that counts as having attended it, by the rule of the event's day."""
    rule = asked(session, event.event_kind, day_of(event.starts_at))
    return rule.attendance_share if rule else WHOLE


def passed(event: Event, parts: Iterable[Part], marks: Collection[Mark], enough: float) -> frozenset[str]:
    """The modules that these marks of one person give: where sessions name a module, all of these must be attended;
    a module of the event that no session names, all sessions. ``enough`` is the share of a session that counts.
    """
    parts = tuple(parts)
    if not parts:
        attended = share(event, attendance.answer(marks)) >= enough
        return frozenset(event.modules if attended else ())
    there = {part.id: share(part, attendance.answer(marks, part.id)) >= enough for part in parts}
    given = set(event.modules).union(*(part.modules for part in parts))
    naming = {module: [part for part in parts if module in part.modules] or parts for module in given}
    return frozenset(module for module, needed in naming.items() if all(there[part.id] for part in needed))


def gains(session: Session, event: Event) -> tuple[Gain, ...]:
    """What everybody with a card who came gains, by family name; walk-ins who were recognised among them."""
    required = required_modules(session, event.event_kind, day_of(event.starts_at))
    given = _given(session, event)
    found = []
    for mentor in session.scalars(select(Mentor).where(Mentor.id.in_(sorted(given))).order_by(Mentor.sort_name)):
        gained = given[mentor.id]
        card = set(mentor.modules) | gained
        found.append(
            Gain(
                mentor=mentor.id,
                name=full_name(mentor.given_name, mentor.family_name),
                gained=tuple(sorted(gained)),
                new=tuple(sorted(gained - set(mentor.modules))),
                done=len(card & required),
                total=len(required),
                state=progress(card, required),
            )
        )
    return tuple(found)


def record(session: Session, event: Event) -> None:
    """Write what was gained on the cards, each once: said again, it changes nothing. Whoever was booked for training
    and now has all that it asks for is trained."""
    for one in gains(session, event):
        if not one.gained:
            continue
        mentor = session.scalars(select(Mentor).where(Mentor.id == one.mentor)).one()
        if one.new:
            mentor.modules = [*mentor.modules, *one.new]
        if one.state == "passed" and mentor.stage == "training_booked":
            mentor.stage = "trained"


def last_gained(session: Session, required: Collection[str]) -> dict[str, date]:
    """The day of the last event, its register closed, that gave each mentor one of these modules."""
    found: dict[str, date] = {}
    for event in session.scalars(select(Event).where(Event.state.in_(_CLOSED)).order_by(Event.starts_at)):
        on = day_of(event.starts_at)
        found |= {mentor: on for mentor, modules in _given(session, event).items() if not modules.isdisjoint(required)}
    return found


def put_right(session: Session, event: Event, mentor: str, before: frozenset[str]) -> None:
    """After an amendment: what the event gives now and did not before is added to a card, what it gave and does not
    any more is taken off, unless another event gave it, too. The stage follows, while nobody has moved it on.
    """
    card = session.scalar(select(Mentor).where(Mentor.id == mentor))
    if card is None:
        return
    now = passed_by(session, event, mentor)
    lost = before - now
    for other in _others(session, event, mentor) if lost else ():
        lost -= passed_by(session, other, mentor)
    modules = [one for one in card.modules if one not in lost]
    modules += sorted(now - set(modules))
    if modules == card.modules:
        return
    required = required_modules(session, event.event_kind, day_of(event.starts_at))
    was, is_now = progress(card.modules, required), progress(modules, required)
    card.modules = modules
    if is_now == "passed" and card.stage == "training_booked":
        card.stage = "trained"
    elif was == "passed" and is_now != "passed" and card.stage == "trained":
        card.stage = "training_booked"


def passed_by(session: Session, event: Event, mentor: str) -> frozenset[str]:
    """The modules that an event gives one mentor."""
    marks = marks_of(session, event.id, mentor).get(mentor, [])
    return passed(event, sessions_of(session, event.id), marks, enough(session, event))


def missing_before(session: Session, event: Event) -> dict[str, int]:
    """How many of the modules asked for beforehand each booked mentor has not passed yet; nobody who has them all."""
    required = asked_before(session, event.requirement_code, day_of(event.starts_at))
    cards = select(Mentor.id, Mentor.modules).join(Booking, Booking.mentor_id == Mentor.id)
    found = session.execute(cards.where(Booking.event_id == event.id))
    return {mentor: missing for mentor, modules in found if (missing := len(required - set(modules)))}


def asked_before(session: Session, code: str, day: date) -> frozenset[str]:
    """The modules of the requirement set of this code that is in force on a day."""
    return required_modules(session, code, day) if code else frozenset()


def _given(session: Session, event: Event) -> dict[str, frozenset[str]]:
    parts, share_asked = sessions_of(session, event.id), enough(session, event)
    recognised = select(WalkIn.id, WalkIn.mentor_id).where(WalkIn.event_id == event.id)
    mentor_of = {walk_in: mentor for walk_in, mentor in session.execute(recognised) if mentor is not None}
    given: dict[str, frozenset[str]] = {}
    for attendee, marks in marks_of(session, event.id).items():
        if attendance.answer(marks).state in IN_THE_ROOM:
            mentor = mentor_of.get(attendee, attendee)
            given[mentor] = given.get(mentor, frozenset()) | passed(event, parts, marks, share_asked)
    return given


def _others(session: Session, event: Event, mentor: str) -> list[Event]:
    from_closed = select(Event).where(Event.id != event.id, Event.state.in_(_CLOSED))
    return [one for one in session.scalars(from_closed) if marks_of(session, one.id, mentor)]
