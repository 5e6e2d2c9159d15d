"""Whom a region phones about a concern, as its leads keep it: nobody is deleted, a number ends on a day."""

from __future__ import annotations

import re
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from onemm_desktop.changes import Change
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import SafeguardingContact, desk_of, journal
from onemm_desktop.programme.dates import day_of
from onemm_wire import partitions
from onemm_wire.records.safeguarding import ContactRole

#: At least three digits, for 101 and 999; what else people put into a number.
_NUMBER = re.compile(r"\+?[\d ()/-]*(?:\d[ ()/-]*){3,}(?:ext\.? ?\d+)?", re.IGNORECASE)


def add(session: Session, *, name: str, contact_role: ContactRole, phone: str, hours: str) -> Change:
    """From today on this number is to be phoned. Raises MISSING_NAME, or WRONG_VALUE for what is no number."""
    if not name.strip():
        raise KnownError(Problem.MISSING_NAME)
    if _NUMBER.fullmatch(phone.strip()) is None:
        raise KnownError(Problem.WRONG_VALUE)
    desk = desk_of(session)
    session.add(
        SafeguardingContact(
            id=desk.new_id(),
            partition=partitions.region(desk.region),
            name=name.strip(),
            contact_role=contact_role,
            phone=phone.strip(),
            hours=hours.strip(),
            valid_from=day_of(desk.now()),
        )
    )
    session.flush()
    return Change(touched=journal.changes_of(session))


def end(session: Session, *, contact: str) -> Change:
    """From today on this number is phoned no more. Raises NOT_FOUND."""
    row = session.scalar(select(SafeguardingContact).where(SafeguardingContact.id == contact))
    if row is None:
        raise KnownError(Problem.NOT_FOUND)
    row.valid_until = day_of(desk_of(session).now()) - timedelta(days=1)
    session.flush()
    return Change(touched=journal.changes_of(session))
