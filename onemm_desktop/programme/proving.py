"""Certificates that prove themselves: what one says is signed by the laptop that issues it, for the code on it."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from onemm_desktop.models import Desk, Device, DocumentIssue
from onemm_wire import certificates
from onemm_wire.certificates import Content


def code_of(desk: Desk, document: DocumentIssue) -> str:
    """The code of a certificate that is about to be issued; nothing at a desk without a key.

    A title that leaves no room for the name is shortened; the name never is. Raises ValueError for a name that no
    code can hold (``certificates.has_room_for``).
    """
    if desk.device_key is None:
        return ""
    return certificates.code_of(certificates.fitted(_content(document)), desk.device_key())


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
