"""Certificates that prove themselves: their numbers, and what one says, signed by the laptop that issues it."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import Desk, Device, DocumentIssue
from onemm_wire import certificates
from onemm_wire.certificate_numbers import certificate_number, parse
from onemm_wire.certificates import Content


def code_of(desk: Desk, document: DocumentIssue) -> str:
    """The code of a certificate that is about to be issued; nothing at a desk without a key.

    A title that leaves no room for the name is shortened; the name never is. Raises NAME_DOES_NOT_FIT for a name that
    no code can hold, which the pages find before.
    """
    if desk.device_key is None:
        return ""
    if not certificates.has_room_for(document.name_as_printed):
        raise KnownError(Problem.NAME_DOES_NOT_FIT, field="name", name=document.name_as_printed)
    return certificates.code_of(certificates.fitted(_content(document)), desk.device_key())


def next_number(session: Session, desk: Desk, year: int) -> str:
    """The next number of this laptop's block, counted: past all it has given, and past all that it has heard of.

    A laptop that was brought back from a backup has forgotten how far it had counted; what it issued comes back to it
    from the centre. Counted in the transaction that uses it: a crash between the two would give one number to two.
    """
    device = session.scalars(select(Device)).one()
    before = certificate_number(desk.region, year, desk.block, 0)[: -len("00000-XX")]
    known = select(func.max(DocumentIssue.number)).where(
        DocumentIssue.number > before, DocumentIssue.number < before + "~"
    )
    highest = parse(session.scalars(known).one() or "")
    sequence = max(device.next_certificate, 0 if highest is None else highest.sequence + 1)
    device.next_certificate = sequence + 1
    return certificate_number(desk.region, year, desk.block, sequence)


def link_of(session: Session, code: str) -> str:
    """The address that the QR code on the paper holds: the centre's page with the code; nothing without a code."""
    address = session.scalars(select(Device.address)).one()
    return certificates.link(address, code) if code else ""


def _content(document: DocumentIssue) -> Content:
    return Content(
        kind=document.document,
        number=document.number,
        name=document.name_as_printed,
        title=document.title,
        held_on=document.held_on,
        hours=document.hours,
        valid_until=document.valid_until,
    )
