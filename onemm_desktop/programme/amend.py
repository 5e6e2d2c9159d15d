"""Putting a detail of a card right: the few fields that are safe to change on a laptop, one at a time."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from onemm_desktop.changes import Change
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import MODELS, Contact, Mentor, desk_of
from onemm_desktop.programme.people import may_change, one
from onemm_wire import partitions

#: What may be put right here, by kind of record. Stages, clearances and dates have verbs and rules of their own.
AMENDABLE: dict[str, frozenset[str]] = {
    "mentor": frozenset({"preferred_name", "certificate_name", "organisation", "job_title", "access_needs", "notes"}),
    "mentee": frozenset({"preferred_name", "certificate_name", "aspirations", "access_needs", "notes"}),
    "match": frozenset({"notes"}),
}
AMENDABLE_CONTACT = frozenset({"email", "phone", "postcode"})
#: Fields of several lines; in the others, spaces and line ends that were pasted along are single spaces.
_LONG = frozenset({"access_needs", "notes", "aspirations"})


def amend(session: Session, *, kind: str, record: str, field: str, text: str) -> Change:
    """Write a text into a field of a mentor, young person or match. The same text again changes nothing.

    Raises KnownError NOT_FOUND, or NOT_ALLOWED where the desk's role may only read the record.
    """
    if field not in AMENDABLE[kind]:
        raise ValueError(f"{field} of a {kind} is not amended here")
    row = one(session, MODELS[kind], record)
    if not may_change(desk_of(session).role, row.partition):
        raise KnownError(Problem.NOT_ALLOWED)
    tidy = _tidy(field, text)
    if getattr(row, field) == tidy:
        return Change()
    setattr(row, field, tidy)
    return Change(touched=frozenset({(kind, record)}))


def amend_contact(session: Session, *, mentor: str, field: str, text: str) -> Change:
    """Write how to reach a mentor, making their contact details if there are none yet.

    Raises KnownError NOT_FOUND, or NOT_ALLOWED where the desk's role may only read contact details.
    """
    if field not in AMENDABLE_CONTACT:
        raise ValueError(f"{field} is no contact detail")
    desk = desk_of(session)
    one(session, Mentor, mentor)
    if not partitions.may_write(desk.role, "staff", creating=False):
        raise KnownError(Problem.NOT_ALLOWED)
    contact = session.scalars(select(Contact).where(Contact.person_id == mentor).order_by(Contact.id)).first()
    tidy = _tidy(field, text)
    if (getattr(contact, field) if contact else "") == tidy:
        return Change()
    if contact is None:
        contact = Contact(id=desk.new_id(), partition=partitions.staff(desk.region), person_id=mentor)
        session.add(contact)
    setattr(contact, field, tidy)
    return Change(touched=frozenset({("contact", contact.id), ("mentor", mentor)}))


def _tidy(field: str, text: str) -> str:
    return text.strip() if field in _LONG else " ".join(text.split())
