"""What was printed, by whom and when: each paper that went to a printer or was saved, never whose names it bears."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from onemm_desktop.changes import Change
from onemm_desktop.models import Desk, PrintRun, desk_of, the_device
from onemm_wire import partitions
from onemm_wire.records.documents import PrintWay


@dataclass(frozen=True, slots=True)
class Subject:
    """Which paper, and for whom: ``people_from`` an event, a partner, a pasted list …, ``about`` which of these."""

    paper: str
    people_from: str
    about: str
    people: int


@dataclass(frozen=True, slots=True)
class Before:
    """When the same paper for the same people was last printed or saved, by whom, and how many pages."""

    at: datetime
    by: str
    pages: int
    way: str


def keep(session: Session, *, subject: Subject, way: PrintWay, pages: int) -> Change:
    """Note that a paper was printed or saved. Everybody who prints may: there is nothing to allow or to take back."""
    desk = desk_of(session)
    run = PrintRun(
        id=desk.new_id(),
        partition=_partition(session, desk),
        paper=subject.paper,
        people_from=subject.people_from,
        about_id=subject.about,
        people=subject.people,
        pages=pages,
        way=way,
        printed_at=desk.now(),
        printed_by=desk.user_name,
    )
    session.add(run)
    session.flush()
    return Change(touched=frozenset({(PrintRun.record.kind, run.id)}))


def last(session: Session, *, paper: str, people_from: str, about: str) -> Before | None:
    """The last time, on whatever laptop; None where this laptop knows of none."""
    same = select(PrintRun).where(
        PrintRun.about_id == about, PrintRun.paper == paper, PrintRun.people_from == people_from
    )
    found = session.scalars(same.order_by(PrintRun.printed_at.desc(), PrintRun.id.desc()).limit(1)).first()
    return Before(found.printed_at, found.printed_by, found.pages, found.way) if found else None


def _partition(session: Session, desk: Desk) -> str:
    if desk.role == "coordinator":
        return next(held for held in the_device(session).scope if partitions.family(held) == "partner")
    return partitions.region(desk.region)
