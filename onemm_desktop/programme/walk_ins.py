"""Somebody stands at the door without a booking: four fields at most, and the queue moves on."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from onemm_desktop.changes import Change
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import Contact, Mentor, WalkIn, desk_of
from onemm_desktop.programme import register
from onemm_desktop.programme.allowed import require
from onemm_desktop.programme.likely import Alike, Everybody, Likely
from onemm_wire import partitions


def add(
    session: Session,
    *,
    event: str,
    name: str,
    contact: str = "",
    organisation: str = "",
    consent: bool = False,
    session_id: str | None = None,
    at: datetime | None = None,
    source: register.Source = "desk",
) -> tuple[Change, str]:
    """Write a walk-in down and mark them present, in one transaction; returns their id. They count as not screened.

    ``name`` is typed as one field: the last word is taken for the family name (the office can correct it).
    ``contact`` is an e-mail address or a phone number; it goes to the staff partition, never onto the card.
    ``consent`` is to being contacted and recorded. ``session_id`` is the session they came to; without it, the event.
    Only the name is asked for: a missing field never blocks a queue. ``at`` is when they came, without it now;
    ``source`` is how that is known. Raises MISSING_NAME, MISSING_CONSENT (a contact was given without consent to keep
    it), and what ``register.mark`` raises.
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
    marked = register.mark(
        session, event=event, attendee=person.id, state="present", session_id=session_id, at=at, source=source
    )
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


def link(session: Session, *, walk_in: str, mentor: str) -> Change:
    """Say that a walk-in is this mentor. What spoke for it is kept beside it; Ctrl+Z parts them again.

    Raises NOT_FOUND where this laptop does not hold both; NOT_ALLOWED where this desk may not.
    """
    person = session.scalar(select(WalkIn).where(WalkIn.id == walk_in))
    card = session.scalar(select(Mentor.id).where(Mentor.id == mentor))
    if person is None or card is None:
        raise KnownError(Problem.NOT_FOUND)
    desk = desk_of(session)
    require(desk.role, "update", WalkIn.record.kind)
    name, contact = facts_of(session, person)
    found = Likely(session, only=card).find(name=name, contact=contact)
    person.mentor_id = card
    person.linked_at = desk.now()
    person.evidence = next((list(one.evidence) for one in found if one.mentor == card), [])
    session.flush()
    return Change(touched=frozenset({(WalkIn.record.kind, person.id)}))


def probably(session: Session, *, walk_in: str, everybody: Everybody, version: int) -> tuple[Alike, ...] | None:
    """Which people with a card a walk-in may be, the likeliest first; None for somebody who has a card already.

    ``everybody`` as of ``version`` is who has a card; on the reading thread alone.
    """
    person = session.scalar(select(WalkIn).where(WalkIn.id == walk_in))
    if person is None or person.mentor_id is not None:
        return None
    name, contact = facts_of(session, person)
    return everybody.find(session, version=version, name=name, contact=contact)


def facts_of(session: Session, person: WalkIn) -> tuple[str, str]:
    """A walk-in's name, and the e-mail address or else the telephone number they left."""
    left = session.execute(select(Contact.email, Contact.phone).where(Contact.person_id == person.id)).first()
    return f"{person.given_name} {person.family_name}".strip(), next((one for one in left or () if one), "")
