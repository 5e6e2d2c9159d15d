"""Whether this copy equals the centre's: compared at every checkpoint, and repaired bucket by bucket where not.

The other side's digest is never adopted: only records are fetched, and both sides count again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from typing import get_args

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from onemm_desktop.models import Incident, Progress
from onemm_desktop.models.database import Database
from onemm_desktop.sync import bootstrap, digest, reconcile, rows
from onemm_desktop.sync.calls import Cancelled
from onemm_desktop.sync.compare import Compared, Difference, compare
from onemm_desktop.sync.pages import Line, Page
from onemm_desktop.sync.reconcile import Key, News
from onemm_desktop.sync.transport import Transport
from onemm_wire import digest as digests
from onemm_wire import protocol
from onemm_wire.digest import Sum
from onemm_wire.protocol import (
    MAX_INCIDENTS,
    PAGE_RECORDS,
    BucketAsked,
    Finding,
    Incidents,
    Pulled,
)


def agrees(session: Session, pulled: Pulled) -> bool:
    """Whether the sums say that both hold the same, at exactly this cursor."""
    return bool(pulled.digest) and str(digest.total(session, pulled.cursor.seqs.keys())) == pulled.digest


def recounted(session: Session, pulled: Pulled, at: datetime) -> bool:
    """Whether it was only our sum that was wrong; then that is an incident, and all is well."""
    right = str(digest.recount(session, pulled.cursor.seqs.keys())) == pulled.digest
    if right:
        note(session, at, "recounted")
    return right


def repair(
    database: Database, transport: Transport, *, at: datetime, cancelled: Cancelled, deep: bool = False
) -> set[Key]:
    """Find what differs in what has been fetched, and make it equal; answers the records that were touched."""
    with database.read() as session:
        partitions = list(session.scalars(select(Progress.partition).where(Progress.complete)))
    touched: set[Key] = set()
    for found in compare(database, transport, partitions, deep=deep, cancelled=cancelled):
        touched |= mend(database, transport, found, at=at, cancelled=cancelled)
    return touched


def examine(database: Database, transport: Transport, *, at: datetime, cancelled: Cancelled) -> Iterator[set[Key]]:
    """Compare once, after a first sync, what the records say; between two portions anybody may stop, and go on later.

    Answers the records that were touched. A partition in which the centre has gone on is left for the next time.
    """
    with database.read() as session:
        waiting = unexamined(session)
    for found in compare(database, transport, waiting, deep=True, cancelled=cancelled):
        touched = mend(database, transport, found, at=at, cancelled=cancelled)
        seen = [name for name in found.partitions if name not in found.moved]
        with database.sync_write() as session:
            for progress in session.scalars(select(Progress).where(Progress.partition.in_(seen))):
                progress.examined = True
        yield touched


def unexamined(session: Session) -> list[str]:
    """What was fetched and has not been examined since."""
    return list(session.scalars(select(Progress.partition).where(Progress.complete, Progress.examined.is_(False))))


def mend(
    database: Database, transport: Transport, found: Compared, *, at: datetime, cancelled: Cancelled, fault: bool = True
) -> set[Key]:
    """Fetch the buckets that differ and make them equal, one portion after the other.

    An incident says how many records were not what the centre holds. Where the centre had gone on, what it changed
    meanwhile is not counted: that is news, and no fault of anybody's; nor is any difference where ``fault`` is False.
    """
    touched: set[Key] = set()
    for partition in sorted(found.recounted):
        with database.sync_write() as session:
            note(session, at, "centre_sum", partition)
    for partition, kind, buckets in _portions(found.differences):
        page = transport.bucket(BucketAsked(partition=partition, kind=kind, buckets=buckets), cancelled)
        with database.sync_write() as session:
            before = digest.said_in(session, partition, kind, buckets)
            after = {line.id: (line.rev, _said(partition, kind, line)) for line in page.lines}
            wrong = _wrong(before, after, moved=partition in found.moved)
            if wrong and fault:
                note(session, at, "repaired", partition, kind, wrong)
            touched |= _make_equal(session, partition, kind, before.keys(), page)
    return touched


def note(session: Session, at: datetime, what: Finding, partition: str = "", kind: str = "", records: int = 0) -> None:
    """Write an incident, for the administrators of the centre and for whoever looks after this laptop."""
    session.add(Incident(at=at, what=what, partition=partition, kind=kind, records=records))


def tell(database: Database, transport: Transport, cancelled: Cancelled) -> None:
    """Tell the centre what was found since it was told last."""
    with database.read() as session:
        untold = select(Incident).where(Incident.told.is_(False)).order_by(Incident.n)
        waiting = session.scalars(untold.limit(MAX_INCIDENTS)).all()
    if not waiting:
        return
    incidents = [
        protocol.Incident(n=one.n, at=one.at, what=_finding(one), partition=one.partition, kind=one.kind,
                          records=one.records)
        for one in waiting
    ]  # fmt: skip
    transport.tell(Incidents(incidents=incidents), cancelled)
    with database.sync_write() as session:
        for incident in session.scalars(select(Incident).where(Incident.n.in_([one.n for one in waiting]))):
            incident.told = True


def _finding(incident: Incident) -> Finding:
    return next(finding for finding in get_args(Finding) if finding == incident.what)


def _said(partition: str, kind: str, line: Line) -> Sum:
    return digests.of(partition, kind, line.id, line.rev, digests.canonical(kind, msgspec.json.decode(line.data)))


def _wrong(before: Mapping[str, tuple[int, Sum]], after: Mapping[str, tuple[int, Sum]], *, moved: bool) -> int:
    """How many records were not what they should have been, as far as that can be told from news."""
    if moved:
        return sum(
            before[one][0] == after[one][0] and before[one] != after[one] for one in before.keys() & after.keys()
        )
    return sum(before.get(one) != after.get(one) for one in before.keys() | after.keys())


def _portions(found: Collection[Difference]) -> Iterator[tuple[str, str, list[int]]]:
    """As many buckets of one kind at a time as make a page."""
    by_kind: dict[tuple[str, str], list[Difference]] = defaultdict(list)
    for difference in found:
        by_kind[difference.partition, difference.kind].append(difference)
    for (partition, kind), group in by_kind.items():
        buckets: list[int] = []
        size = 0
        for difference in group:
            if buckets and size + difference.count > PAGE_RECORDS:
                yield partition, kind, buckets
                buckets, size = [], 0
            buckets.append(difference.bucket)
            size += difference.count
        yield partition, kind, buckets


def _make_equal(session: Session, partition: str, kind: str, held: Collection[str], page: Page) -> set[Key]:
    """Lay the centre's records over ours; what it does not name goes, save what only waits to be sent."""
    named = {line.id for line in page.lines}
    lost = set(held) - named
    keys = {(kind, record_id) for record_id in named | lost}
    with digest.following(session, keys):
        touched = bootstrap.write(session, partition, page)
        waiting = reconcile.shadowed(session)
        reconcile.hear(session, [News((kind, one), partition, 0, None) for one in lost if (kind, one) in waiting])
        rows.delete(session, kind, partition, [one for one in lost if (kind, one) not in waiting])
    return keys | touched
