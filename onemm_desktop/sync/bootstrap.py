"""The first sync of a partition: keyset pages, each in one transaction with the place it was read up to.

Stopped or killed at any moment it goes on at the page it had not finished. The next page travels while the one before
is being written. Before all others comes a page with this week's events and their people, which counts for nothing:
its records come once more in their places. Then the first pages of all partitions: the totals are known from then on.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import msgspec
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from onemm_desktop.models import Conflict, Device, Event, Progress, Shadow
from onemm_desktop.models.database import Database
from onemm_desktop.sync import decisions, erased, reconcile, rows
from onemm_desktop.sync.calls import Call, Cancelled
from onemm_desktop.sync.mapping import places
from onemm_desktop.sync.pace import Pace
from onemm_desktop.sync.pages import Page
from onemm_desktop.sync.reconcile import Key, News
from onemm_desktop.sync.transport import Transport
from onemm_wire import partitions as wire
from onemm_wire.protocol import PageAsked


@dataclass(frozen=True, slots=True)
class Place:
    """Where a partition's next page starts, and whether it is the first of this run.

    With ``week_of`` it is no place among the pages, but this week's events and what belongs to them.
    """

    partition: str
    after: tuple[str, str] | None
    started: bool = False
    week_of: datetime | None = None


Heard = Callable[[Place, Page, set[Key]], None]


def run(
    database: Database,
    transport: Transport,
    partitions: Sequence[str],
    *,
    now: datetime,
    cancelled: Cancelled,
    heard: Heard,
    pace: Pace,
) -> None:
    """Fetch what is missing of these partitions; ``heard`` is told of each page once it is kept.

    ``now`` is the time at the centre: this week is around it.
    """
    with database.read() as session:
        waiting = deque(_places(session, partitions, now))

    def ask(place: Place) -> Call[Page]:
        asked = PageAsked(partition=place.partition, after=place.after, limit=pace.records, week_of=place.week_of)
        return transport.ask_for(asked)

    place = waiting.popleft() if waiting else None
    call = ask(place) if place else None
    began = pace.clock()
    while place is not None and call is not None:
        page = transport.wait_for(call, cancelled)
        _queue_rest(waiting, place, page)
        following = waiting.popleft() if waiting else None
        call = ask(following) if following else None
        came = pace.clock()
        try:
            with database.sync_write() as session:
                touched = apply(session, place, page)
        except BaseException:
            if call is not None:
                call.leave()
            raise
        written = pace.clock()
        pace.took(len(page.lines), written - came, written - began)
        began = written
        heard(place, page, touched)
        place = following


def apply(session: Session, place: Place, page: Page) -> set[Key]:
    """Write a page and the place after it. Records with changes waiting keep them on top."""
    known = session.get(Progress, place.partition)
    progress = known or Progress(partition=place.partition, seq=page.head.seq, records=0)
    session.add(progress)
    if place.week_of is not None:
        return write(session, place.partition, page)
    first_sync_done = session.scalars(select(Device.first_sync_done)).one()
    touched: set[Key] = set()
    if place.after is None:
        # From here the changes are read once the pages are in: what is written meanwhile is not missed. What this
        # week's page brought may have left the centre since: then from that page on.
        progress.seq, progress.records = min(progress.seq, page.head.seq), 0
        progress.filled, progress.refill = places(place.partition), None
        touched = erased.hear(session, page.head.erased)
        if first_sync_done:
            # What was created here before the partition was this laptop's to read: it may be gone again by now.
            rows.doubt(session, place.partition)
            session.execute(update(Shadow).where(Shadow.partition == place.partition).values(rev=0))
    progress.digest = ""  # counted in one go at the checkpoint
    touched |= write(session, place.partition, page)
    progress.total = page.head.total
    progress.records += len(page.lines)
    progress.after_kind, progress.after_id = page.head.next or (None, None)
    progress.complete = page.head.next is None
    if progress.complete:
        touched |= reconcile.let_go_unnamed(session, place.partition)
    if progress.complete and first_sync_done:
        # Before the first sync is done there is nothing old; afterwards a new life of the centre may hold less.
        touched |= rows.delete_doubtful(session, place.partition)
    return touched


def write(session: Session, partition: str, page: Page) -> set[Key]:
    """Write the records of a page; those with changes waiting keep them on top."""
    waiting = reconcile.shadowed(session)
    news: list[News] = []
    touched: set[Key] = set()
    conflicts: set[Key] = set()
    for kind, lines in page.by_kind():
        keys = [(kind, line.id) for line in lines]
        touched.update(keys)
        if kind == Conflict.record.kind:
            conflicts.update(keys)
        if not waiting.isdisjoint(keys):
            news += [
                News((kind, line.id), partition, line.rev, msgspec.json.decode(line.data))
                for line in lines
                if (kind, line.id) in waiting
            ]
            lines = [line for line in lines if (kind, line.id) not in waiting]
        rows.upsert_lines(session, kind, partition, lines)
    reconcile.hear(session, news)
    return touched | decisions.follow(session, conflicts)


def _places(session: Session, partitions: Iterable[str], now: datetime) -> list[Place]:
    known = {row.partition: row for row in session.scalars(select(Progress))}
    begun = session.scalars(select(Device.first_sync_done)).one()
    weeks = [
        Place(partition, None, week_of=now)
        for partition in partitions
        if not begun and partition not in known and wire.family(partition) == Event.record.family
    ]
    return weeks + [
        Place(partition, _after(known.get(partition)))
        for partition in partitions
        if partition not in known or not known[partition].complete
    ]


def _after(progress: Progress | None) -> tuple[str, str] | None:
    if progress is None or progress.after_kind is None or progress.after_id is None:
        return None
    return progress.after_kind, progress.after_id


def _queue_rest(waiting: deque[Place], place: Place, page: Page) -> None:
    """Put the rest of a partition behind all first pages, or in front once it has been begun in earnest."""
    if page.head.next is None or place.week_of is not None:
        return
    rest = replace(place, after=page.head.next, started=True)
    if place.started:
        waiting.appendleft(rest)
    else:
        waiting.append(rest)
