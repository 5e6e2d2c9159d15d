"""Checking a certificate on this laptop, without the centre; and revoking one that must not count any more."""

from __future__ import annotations

import base64
import unicodedata
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, Session

from onemm_desktop import models
from onemm_desktop.changes import Change
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import Device, Synced, desk_of
from onemm_desktop.programme.allowed import Reason, may, require
from onemm_wire import certificate_numbers, certificates, device_keys, partitions, standing
from onemm_wire.certificates import CodeError, Content
from onemm_wire.partitions import Role
from onemm_wire.records import DeviceKey, DocumentIssue, DocumentRevocation, Record
from onemm_wire.records.documents import RevocationReason
from onemm_wire.standing import Known, Standing

R = TypeVar("R", bound=Record)

#: A code is never shorter, a number never longer.
LONGEST_NUMBER = 30


def check(session: Session, asked: str, *, today: date) -> Standing:
    """The standing of a certificate by its code, by the address that holds it, or by its number alone."""
    if len(asked.strip()) <= LONGEST_NUMBER:
        number = certificate_numbers.parse(asked)
        if number is None:
            return Standing("unreadable")
        return standing.of_number(str(number), _known(session, str(number)))
    try:
        signed = certificates.read(asked)
    except CodeError:
        return Standing("unreadable")
    keys = _certified(session, signed.parts.region, signed.parts.block)
    return standing.of_code(signed, keys, _known(session, signed.content.number), today=today)


def differs(content: Content, paper: str) -> bool:
    """Whether a paper that holds this content's code says somebody else's name or another number.

    ``paper`` are the words that can be read on it; a picture has none, and says nothing of either.
    """
    said = _squeezed(paper)
    return bool(said) and not (_squeezed(content.name) in said and _squeezed(content.number) in said)


def why_not_revoke(role: Role) -> Reason | None:
    """Why this role may revoke no certificate; None where it may."""
    return may(role, "create", DocumentRevocation.kind)


def revoke(session: Session, *, number: str, reason: RevocationReason) -> Change:
    """Let a certificate count no more, for good; there is no way back but a new certificate.

    One that is revoked already stays as it is. Raises NOT_ALLOWED, and NOT_FOUND for what is no certificate's number.
    """
    desk = desk_of(session)
    require(desk.role, "create", DocumentRevocation.kind)
    parts = certificate_numbers.parse(number)
    if parts is None:
        raise KnownError(Problem.NOT_FOUND)
    if _known(session, str(parts)).revocations:
        return Change()
    row = models.DocumentRevocation(
        id=desk.new_id(),
        partition=partitions.region(desk.region),
        number=str(parts),
        reason=reason,
        revoked_at=desk.now(),
        by_id=desk.user_id,
    )
    session.add(row)
    session.flush()
    return Change(touched=frozenset({(DocumentRevocation.kind, row.id)}))


def _certified(session: Session, region: str, block: int) -> list[DeviceKey]:
    """The keys of one laptop of which the centre said so: by its key of today, or by one that this laptop knew."""
    device = session.scalars(select(Device)).one()
    known = [base64.b64decode(key) for key in (device.centre_sign_key, *device.former_sign_keys) if key]
    table = models.DeviceKey
    rows = session.scalars(select(table).where(table.region == region, table.block == block).order_by(table.id))
    return device_keys.certified([_record(row, DeviceKey) for row in rows], known)


def _known(session: Session, number: str) -> Known:
    issue, revocation = models.DocumentIssue, models.DocumentRevocation
    return Known(
        issues=_found(session, issue, issue.number, number, DocumentIssue),
        superseded_by=_found(session, issue, issue.supersedes, number, DocumentIssue),
        revocations=_found(session, revocation, revocation.number, number, DocumentRevocation),
    )


def _found(
    session: Session, table: type[Synced], field: InstrumentedAttribute[Any], value: str, record: type[R]
) -> list[R]:
    return [_record(row, record) for row in session.scalars(select(table).where(field == value).order_by(table.id))]


def _record(row: Synced, record: type[R]) -> R:
    return record(**{name: getattr(row, name) for name in record.__struct_fields__})


def _squeezed(text: str) -> str:
    """Without white space and hyphens: where a line is broken, readers guess at both."""
    return "".join(unicodedata.normalize("NFC", text).replace("\ufffe", "-").replace("-", "").split())
