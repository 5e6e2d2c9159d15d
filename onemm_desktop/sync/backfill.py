"""What this program keeps and the one before it did not: fetched for what was read already, and nothing else.

A program leaves kinds it does not know alone. After an update they are fetched for every partition that was read
before, kind by kind, page by page, each in one transaction with the place after it. The same goes for a kind that has
got a new field, unless every record had it among those that an older program keeps unread (``models/adoption.py``).
Changes waiting here stay on top.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Text, select, type_coerce
from sqlalchemy.orm import Session

from onemm_desktop.models import Progress
from onemm_desktop.models.database import Database
from onemm_desktop.sync import bootstrap
from onemm_desktop.sync.calls import Cancelled
from onemm_desktop.sync.mapping import json_text, places
from onemm_desktop.sync.pages import Page
from onemm_desktop.sync.reconcile import Key
from onemm_desktop.sync.transport import Transport
from onemm_wire.protocol import PageAsked


@dataclass(frozen=True, slots=True)
class Gap:
    """A kind of which a partition lacks something, and where its next page starts."""

    partition: str
    kind: str
    after: tuple[str, str] | None


_READ = select(Progress.partition, type_coerce(Progress.filled, Text)).where(Progress.complete)
Heard = Callable[[Page, set[Key]], None]


def run(
    database: Database,
    transport: Transport,
    found: Sequence[Gap],
    *,
    cancelled: Cancelled,
    heard: Heard,
    page_records: int,
) -> None:
    """Fetch what is missing; ``heard`` is told of each page once it is kept."""
    for gap in found:
        after = gap.after
        while True:
            asked = PageAsked(partition=gap.partition, after=after, limit=page_records, kinds=[gap.kind])
            page = transport.page(asked, cancelled)
            with database.sync_write() as session:
                touched = apply(session, gap, page)
            heard(page, touched)
            after = page.head.next
            if after is None:
                break


def gaps(session: Session) -> list[Gap]:
    """What is missing of the partitions that have been read. A glance where nothing is, however many they are."""
    behind = [partition for partition, filled in session.execute(_READ) if filled != json_text(places(partition))]
    return [gap for partition in behind for gap in _gaps(session, partition)]


def apply(session: Session, gap: Gap, page: Page) -> set[Key]:
    """Write a page and the place after it; answers the records that were touched."""
    progress = session.get_one(Progress, gap.partition)
    touched = bootstrap.write(session, gap.partition, page)
    progress.digest = ""  # counted in one go at the checkpoint
    if page.head.next is None:
        known = places(gap.partition)
        had = {**progress.filled, gap.kind: known[gap.kind]}
        progress.filled, progress.refill = {kind: had[kind] for kind in known if kind in had}, None
    else:
        progress.refill = {"kind": gap.kind, "after": page.head.next[1], "fields": places(gap.partition)[gap.kind]}
    return touched


def _gaps(session: Session, partition: str) -> Iterator[Gap]:
    progress = session.get_one(Progress, partition)
    for kind, fields in places(partition).items():
        if set(fields) <= set(progress.filled.get(kind, ())):
            continue
        begun = progress.refill or {}
        # Begun by a program that had fewer fields, it begins anew.
        goes_on = begun.get("kind") == kind and begun.get("fields") == fields
        yield Gap(partition, kind, (kind, str(begun["after"])) if goes_on else None)
