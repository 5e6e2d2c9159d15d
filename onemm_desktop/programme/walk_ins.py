"""Somebody stands at the door without a booking: four fields at most, and the queue moves on."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from onemm_desktop.changes import Change
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import Contact, Mentor, WalkIn, desk_of
from onemm_desktop.models.folding import fold
from onemm_desktop.programme import register
from onemm_wire import partitions


@dataclass(frozen=True, slots=True)
class Alike:
    """A mentor with a card who may be the very person being written down as a walk-in."""

    mentor: str
    name: str
    organisation: str


def add(
    session: Session,
    *,
    event: str,
    name: str,
    contact: str = "",
    organisation: str = "",
    consent: bool = False,
    session_id: str | None = None,
) -> tuple[Change, str]:
    """Write a walk-in down and mark them present, in one transaction; returns their id. They count as not screened.

    ``name`` is typed as one field: the last word is taken for the family name (the office can correct it).
    ``contact`` is an e-mail address or a phone number; it goes to the staff partition, never onto the card.
    ``consent`` is to being contacted and recorded. ``session_id`` is the session they came to; without it, the event.
    Only the name is asked for: a missing field never blocks a queue. Raises MISSING_NAME, MISSING_CONSENT (a contact
    was given without consent to keep it), and what ``register.mark`` raises.
    """
    words = name.split()
    if not words:
        raise KnownError(Problem.MISSING_NAME)
    contact = contact.strip()
    if contact and not consent:
        raise KnownError(Problem.MISSING_CONSENT)
    held = register.open_event(session, event)
    desk = desk_of(session)
    person = WalkIn(
        id=desk.new_id(),
        partition=held.partition,
        event_id=held.id,
        given_name=" ".join(words[:-1]) or words[0],
        family_name=words[-1] if len(words) > 1 else "",
        organisation=organisation.strip(),
        consent=consent,
    )
    session.add(person)
    touched = {(WalkIn.record.kind, person.id)}
    if contact:
        touched.add(_keep_contact(session, person, contact))
    session.flush()
    marked = register.mark(session, event=event, attendee=person.id, state="present", session_id=session_id)
    return Change(touched=marked.touched | touched), person.id


def _keep_contact(session: Session, person: WalkIn, contact: str) -> tuple[str, str]:
    desk = desk_of(session)
    email = "@" in contact
    kept = Contact(
        id=desk.new_id(),
        partition=partitions.staff(desk.region),
        person_id=person.id,
        email=contact if email else "",
        phone="" if email else contact,
    )
    session.add(kept)
    return Contact.record.kind, kept.id


def alike(session: Session, *, name: str, limit: int = 3) -> tuple[Alike, ...]:
    """Mentors whose card holds every word typed so far: at least two words, to keep strangers out of the list."""
    words = fold(name).split()
    if len(words) < 2:
        return ()
    found = select(Mentor.id, Mentor.given_name, Mentor.family_name, Mentor.organisation)
    for word in words:
        found = found.where(Mentor.search_text.contains(word, autoescape=True))
    rows = session.execute(found.order_by(Mentor.sort_name, Mentor.id).limit(limit))
    return tuple(Alike(mentor, f"{given} {family}".strip(), place) for mentor, given, family, place in rows)
