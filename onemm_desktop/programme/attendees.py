"""Who may stand on an event's roster: booked mentors, mentors who came without a booking, and walk-ins."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select, union
from sqlalchemy.orm import Session

from onemm_desktop.models import AttendanceMark, Booking, Mentor, WalkIn
from onemm_desktop.models.folding import fold
from onemm_desktop.programme import clearance, consents


@dataclass(frozen=True, slots=True)
class Attendee:
    """One person, as the register needs them. ``names`` is what they are looked up by, folded.

    ``certificate_name`` is what goes on paper: the name they confirmed for it, else given and family name.
    """

    id: str
    name: str
    sort_name: str
    names: str
    certificate_name: str
    language: str
    organisation: str
    clearance: clearance.Standing = clearance.NOT_SCREENED
    modules: tuple[str, ...] = ()
    access_needs: str = ""
    no_photo: bool = False
    suspended: bool = False
    consent: bool = True


#: What the register needs of a card. Whole cards of thousands of people would take longer to read.
_CARD = (
    Mentor.id,
    Mentor.reference,
    Mentor.given_name,
    Mentor.family_name,
    Mentor.preferred_name,
    Mentor.sort_name,
    Mentor.certificate_name,
    Mentor.language_choice,
    Mentor.organisation,
    Mentor.stage,
    Mentor.clearance_state,
    Mentor.clearance_level,
    Mentor.clearance_applied_on,
    Mentor.clearance_until,
    Mentor.modules,
    Mentor.access_needs,
)


def mentors(session: Session, event: str, today: date, *, also: Collection[str] = ()) -> list[Attendee]:
    """Mentors who are booked on an event, or who came to it without a booking; ``also`` those with these ids."""
    concerned = union(
        select(Booking.mentor_id).where(Booking.event_id == event),
        select(AttendanceMark.attendee_id).where(AttendanceMark.event_id == event),
    )
    held = set(session.scalars(concerned)) | set(also)
    cards = session.execute(select(*_CARD).where(Mentor.id.in_(sorted(held)))).all()
    out = consents.taken_out(session, "taking_part", today, people=held)
    no_photo = consents.taken_out(session, "photographs", today, people=held)
    return [_mentor(card, today, consent=card.id not in out, no_photo=card.id in no_photo) for card in cards]


def _mentor(card: Any, today: date, *, consent: bool, no_photo: bool) -> Attendee:
    name = f"{card.given_name} {card.family_name}".strip()
    standing = clearance.standing(
        card.clearance_state, card.clearance_level, card.clearance_applied_on, card.clearance_until, today
    )
    return Attendee(
        id=card.id,
        name=name,
        sort_name=card.sort_name,
        names=fold(f"{name} {card.preferred_name} {card.reference}"),
        certificate_name=card.certificate_name or name,
        language=card.language_choice,
        organisation=card.organisation,
        clearance=standing,
        modules=tuple(card.modules),
        access_needs=card.access_needs,
        no_photo=no_photo,
        suspended=card.stage == "suspended",
        consent=consent,
    )


def walk_ins(session: Session, event: str) -> list[Attendee]:
    """People who were written down at the door."""
    return [_walk_in(person) for person in session.scalars(select(WalkIn).where(WalkIn.event_id == event))]


def _walk_in(person: WalkIn) -> Attendee:
    name = f"{person.given_name} {person.family_name}".strip()
    return Attendee(
        id=person.id,
        name=name,
        sort_name=person.sort_name,
        names=fold(name),
        certificate_name=name,
        language="not_asked",
        organisation=person.organisation,
        consent=person.consent,
    )
