"""The centre's changes to this laptop: a page and its cursor are one transaction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from onemm_desktop.models import MODELS, Progress, lease, the_device
from onemm_desktop.models.database import Database
from onemm_desktop.sync import decisions, digest, erased, inbox, reconcile, rows, scope
from onemm_desktop.sync.calls import Cancelled
from onemm_desktop.sync.mapping import Row, row_of, shape_of
from onemm_desktop.sync.reconcile import Key, News
from onemm_desktop.sync.transport import Transport
from onemm_desktop.uptime import moments
from onemm_wire import digest as digests
from onemm_wire.digest import Sum
from onemm_wire.protocol import Brief, Cursor, Pull, Pulled

#: Seconds by which a slow line alone can make two clocks seem to differ; less is not written down each time.
CLOCK_NOISE = 2.0
#: Built once: asked at every pull.
_READING = select(Progress).where(Progress.complete)
_SEQS = select(Progress.partition, Progress.seq).where(Progress.complete)
_SUMS = select(Progress.digest)


def run(
    database: Database,
    transport: Transport,
    *,
    clock: Callable[[], datetime],
    limit: int,
    cancelled: Cancelled,
    heard: Callable[[Pulled, set[Key]], None],
    last: Callable[[Session, Pulled], None] = lambda _session, _pulled: None,
) -> Pulled:
    """Read until there is no more, ``limit`` changes at a time; ``heard`` is told of each page and what it touched.

    Answers the last page, which says what the centre holds at its cursor; ``last`` is called in its transaction.
    """
    while True:
        with database.read() as session:
            cursor = read_cursor(session)
            ask = Pull(cursor=cursor, limit=limit, brief=briefly(session, cursor))
        pulled = transport.pull(ask, cancelled)
        with database.sync_write() as session:
            touched = apply(session, pulled) | scope.adopt(session, pulled.scope, pulled.mark)
            _note_clock(session, pulled.server_time - clock())
            lease.heard(session, moments(clock)())
            if not pulled.more:
                last(session, pulled)
        heard(pulled, touched)
        if not pulled.more:
            return pulled


def read_cursor(session: Session) -> Cursor:
    """How far this laptop has read, in the order of its scope.

    A partition whose first sync is not complete has no place in it yet.
    """
    device = the_device(session)
    seqs = dict(session.execute(_SEQS).all())
    ordered = {name: seqs[name] for name in (*device.scope, *seqs) if name in seqs}
    return Cursor(epoch=device.epoch, seqs=ordered, decided=device.decided)


def briefly(session: Session, cursor: Cursor) -> Brief | None:
    """The cursor in few bytes, if this laptop holds all of a scope for which the centre has given it a mark."""
    device = the_device(session)
    if not device.scope_mark or cursor.seqs.keys() != set(device.scope):
        return None
    sums = list(session.scalars(_SUMS))
    if not all(sums):
        return None  # not all has been counted yet
    held = digests.total(map(Sum.read, sums))
    seqs = [cursor.seqs[name] for name in device.scope]
    return Brief(mark=device.scope_mark, seqs=seqs, digest=str(held), decided=cursor.decided)


def apply(session: Session, pulled: Pulled) -> set[Key]:
    """Write a page and its cursor. A crash between the two would skip a page for ever, so there is no between."""
    named = {(change.kind, change.id) for change in pulled.changes if change.kind in MODELS}
    reading = {row.partition: row for row in session.scalars(_READING)}
    with digest.following(session, named):
        touched = _apply(session, pulled, reading.keys())
    for partition, progress in reading.items():
        progress.seq = max(progress.seq, pulled.cursor.seqs.get(partition, 0))
    return touched | inbox.hear(session, pulled)


def _apply(session: Session, pulled: Pulled, reading: Collection[str]) -> set[Key]:
    waiting = reconcile.shadowed(session)
    kept: dict[str, list[Row]] = defaultdict(list)
    gone: dict[tuple[str, str], list[str]] = defaultdict(list)
    news: list[News] = []
    touched: set[Key] = set()
    for change in pulled.changes:
        if change.partition not in reading or change.kind not in MODELS:
            continue
        key = (change.kind, change.id)
        touched.add(key)
        if change.erased:
            erased.forget(session, key)
        elif key in waiting:
            news.append(News(key, change.partition, change.rev, change.data))
        elif change.data is None:
            gone[change.kind, change.partition].append(change.id)
        else:
            shape = shape_of(change.kind)
            kept[change.kind].append(row_of(shape, change.id, change.partition, change.rev, change.data))
    for (kind, partition), ids in gone.items():
        rows.delete(session, kind, partition, ids)
    for kind, records in kept.items():
        rows.upsert(session, kind, records)
    reconcile.hear(session, news)
    return touched | decisions.follow(session, touched)


def _note_clock(session: Session, ahead: timedelta) -> None:
    """Keep by how many seconds the centre's clock is ahead: data for whoever compares times, never an order."""
    device = the_device(session)
    seconds = round(ahead.total_seconds(), 1)
    if abs(seconds - device.clock_offset) > CLOCK_NOISE:
        device.clock_offset = seconds
