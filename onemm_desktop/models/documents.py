"""Issued papers, as kept on this laptop."""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar

from sqlalchemy.orm import Mapped, mapped_column

from onemm_desktop.models.base import Synced
from onemm_wire import records
from onemm_wire.records import documents as wire


class DocumentIssue(Synced):
    """One issued paper with its number, as printed."""

    __tablename__ = "document_issue"
    record: ClassVar[type[records.Record]] = wire.DocumentIssue

    document: Mapped[str]
    #: Not unique here: two of one number, by a mistake at the centre, are to be seen and not to stop a pull.
    number: Mapped[str] = mapped_column(index=True)
    person_id: Mapped[str | None] = mapped_column(index=True)
    partner_id: Mapped[str | None] = mapped_column(index=True)
    event_id: Mapped[str | None] = mapped_column(index=True)
    name_as_printed: Mapped[str]
    title: Mapped[str]
    title_cy: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")
    signed_by: Mapped[list[str]] = mapped_column(default=list)
    hours: Mapped[float]
    held_on: Mapped[date]
    held_until: Mapped[date | None]
    valid_until: Mapped[date | None]
    issued_at: Mapped[datetime]
    supersedes: Mapped[str | None] = mapped_column(index=True)
    code: Mapped[str] = mapped_column(default="")


class DocumentRevocation(Synced):
    """A certificate that counts no more, by its number."""

    __tablename__ = "document_revocation"
    record: ClassVar[type[records.Record]] = wire.DocumentRevocation

    number: Mapped[str] = mapped_column(index=True)
    reason: Mapped[str]
    revoked_at: Mapped[datetime]
    by_id: Mapped[str]


class PrintRun(Synced):
    """A paper that was printed or saved."""

    __tablename__ = "print_run"
    record: ClassVar[type[records.Record]] = wire.PrintRun

    paper: Mapped[str]
    people_from: Mapped[str]
    about_id: Mapped[str] = mapped_column(default="", index=True)
    people: Mapped[int]
    pages: Mapped[int]
    way: Mapped[str]
    printed_at: Mapped[datetime]
    printed_by: Mapped[str]
