"""Badges at the door: the key they are made under, and whom a scanned code means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from onemm_desktop.changes import Change
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import Event, EventStaff, Mentor, WalkIn, desk_of
from onemm_desktop.programme.allowed import require
from onemm_wire import badges
from onemm_wire.badges import Badge

#: ``person``: of this event. ``other_event``: genuine, but of another event of this laptop's. ``unknown``: no badge of
#: ours. ``not_genuine``: looks like ours, and was not made under the event's key. ``nobody``: genuine, but this laptop
#: does not hold the person.
Outcome = Literal["person", "other_event", "unknown", "not_genuine", "nobody"]


@dataclass(frozen=True, slots=True)
class Scanned:
    """Whom one scanned code means. ``event`` and ``title`` are those of the badge, where they are known."""

    outcome: Outcome
    person: str = ""
    name: str = ""
    event: str = ""
    title: str = ""


def prepare(session: Session, *, event: str) -> tuple[Change, str]:
    """The event's badge key, made if it has none yet. Raises NOT_FOUND; NOT_ALLOWED where this desk makes none."""
    held = session.scalar(select(Event).where(Event.id == event))
    if held is None:
        raise KnownError(Problem.NOT_FOUND)
    if held.badge_key:
        return Change(), held.badge_key
    require(desk_of(session).role, "update", Event.record.kind)
    held.badge_key = badges.new_key(desk_of(session).chance(badges.KEY_BYTES))
    return Change(touched=frozenset({(Event.record.kind, held.id)})), held.badge_key


def recognise(session: Session, *, event: str, scanned: str) -> tuple[Scanned, ...]:
    """Whom a scanner's text means at this event's desk: one answer, or several where scans ran into each other."""
    return tuple(_recognise(session, event, badge) for badge in badges.read(scanned)) or (Scanned("unknown"),)


def name_of(session: Session, person: str) -> str:
    """The name of a mentor, a walk-in or somebody who works at an event; nothing where this laptop does not know."""
    for card in (Mentor, WalkIn):
        found = session.execute(select(card.given_name, card.family_name).where(card.id == person)).first()
        if found is not None:
            return " ".join(part for part in found if part)
    return session.scalar(select(EventStaff.name).where(EventStaff.id == person)) or ""


def _recognise(session: Session, event: str, badge: Badge) -> Scanned:
    held = session.execute(select(Event.badge_key, Event.title).where(Event.id == badge.event)).first()
    if held is None:
        return Scanned("unknown")
    key, title = held
    if not badges.genuine(badge, key):
        return Scanned("not_genuine", event=badge.event, title=title)
    if badge.event != event:
        return Scanned("other_event", event=badge.event, title=title)
    name = name_of(session, badge.person)
    return Scanned("person" if name else "nobody", badge.person, name, badge.event, title)
