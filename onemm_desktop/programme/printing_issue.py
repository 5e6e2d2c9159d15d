"""Giving certificates of every type their numbers, in the order of printing. A reprint keeps number and date."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from onemm_desktop.changes import Change
from onemm_desktop.models import Desk, DocumentIssue, desk_of
from onemm_desktop.programme import printing
from onemm_desktop.programme.allowed import require
from onemm_desktop.programme.dates import day_of, local
from onemm_desktop.programme.printing import Ask, Line, Occasion, key_of
from onemm_desktop.programme.proving import code_of, link_of, next_number
from onemm_wire import partitions


@dataclass(frozen=True, slots=True)
class Given:
    """One certificate as it is printed, now and at every reprint; ``key`` is the person's (``printing.key_of``).

    ``link`` is what its QR code holds.
    """

    key: str
    number: str
    name: str
    language: str
    document: str
    occasion: Occasion
    issued_on: date
    link: str = ""


def give(session: Session, *, ask: Ask, people: Collection[str]) -> tuple[Change, tuple[Given, ...]]:
    """Give each of these people (``printing.key_of``) their certificate, in the order asked for.

    Who is not eligible any more is passed over. Under a corrected name there is a new number, which names the one it
    supersedes. Raises NOT_FOUND; NOT_ALLOWED where this person's role may not issue.
    """
    desk = desk_of(session)
    touched: set[tuple[str, str]] = set()
    given: list[Given] = []
    for line in printing.plan(session, ask, now=desk.now(), role=desk.role).lines:
        if key_of(line.person) not in people or line.occasion is None:
            continue
        before = _before(session, ask, line)
        document = before if before and before.name_as_printed == line.person.certificate_name else None
        if document is None:
            document = _new(session, desk, ask, line, line.occasion, before.number if before else None)
            touched.add((DocumentIssue.record.kind, document.id))
        given.append(_given(session, document, line))
    session.flush()
    return Change(touched=frozenset(touched)), tuple(given)


def _given(session: Session, document: DocumentIssue, line: Line) -> Given:
    """As it was issued: what has changed since in the event or the match does not change a reprint."""
    now = line.occasion
    # Certificates of earlier programs kept neither place nor trainers: the event has them.
    occasion = Occasion(
        document.title,
        document.title_cy or (now.title_cy if now else ""),
        document.held_on,
        document.held_until,
        document.valid_until,
        document.hours,
        document.place or (now.place if now else ""),
        tuple(document.signed_by) or (now.signed_by if now else ()),
        document.event_id or "",
    )
    return Given(
        key_of(line.person), document.number, document.name_as_printed, line.person.language, document.document,
        occasion, day_of(document.issued_at), link_of(session, document.code),
    )  # fmt: skip


def _before(session: Session, ask: Ask, line: Line) -> DocumentIssue | None:
    """The latest certificate of this type that this person has for this event, or for none."""
    person = line.person
    event = line.occasion.event or None if line.occasion else None
    same = select(DocumentIssue).where(
        DocumentIssue.document == ask.paper, DocumentIssue.event_id.is_not_distinct_from(event)
    )
    if person.kind == "partner":
        same = same.where(DocumentIssue.partner_id == person.id)
    elif person.id:
        same = same.where(DocumentIssue.person_id == person.id)
    else:
        same = same.where(DocumentIssue.person_id.is_(None), DocumentIssue.name_as_printed == person.certificate_name)
    return session.scalars(same.order_by(DocumentIssue.id.desc()).limit(1)).first()


def _new(
    session: Session, desk: Desk, ask: Ask, line: Line, occasion: Occasion, supersedes: str | None
) -> DocumentIssue:
    person = line.person
    partition = person.partition or partitions.region(desk.region)
    require(desk.role, "create", DocumentIssue.record.kind, partition)
    now = desk.now()
    document = DocumentIssue(
        id=desk.new_id(),
        partition=partition,
        document=ask.paper,
        number=next_number(session, desk, local(now).year),
        person_id=person.id if person.kind in ("mentor", "walk_in", "mentee") else None,
        partner_id=person.id if person.kind == "partner" else None,
        event_id=occasion.event or None,
        name_as_printed=person.certificate_name,
        title=occasion.title,
        title_cy=occasion.title_cy,
        place=occasion.place,
        signed_by=list(occasion.signed_by),
        hours=occasion.hours,
        held_on=occasion.held_on,
        held_until=occasion.held_until,
        valid_until=occasion.valid_until,
        issued_at=now,
        supersedes=supersedes,
    )
    document.code = code_of(desk, document)
    session.add(document)
    session.flush()
    return document
