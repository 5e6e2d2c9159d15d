"""Whether this copy equals the centre's: compared at every checkpoint, and repaired bucket by bucket where not.

The other side's digest is never adopted: only records are fetched, and both sides count again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import get_args

from sqlalchemy import select
from sqlalchemy.orm import Session

from onemm_desktop.models import MODELS, Incident, Progress
from onemm_desktop.models.database import Database
from onemm_desktop.sync import bootstrap, digest, reconcile, rows
from onemm_desktop.sync.calls import Cancelled
from onemm_desktop.sync.pages import Page
from onemm_desktop.sync.reconcile import Key, News
from onemm_desktop.sync.transport import Transport
from onemm_wire import protocol
from onemm_wire.digest import Sum
from onemm_wire.protocol import (
    MAX_INCIDENTS,
    PAGE_RECORDS,
    BucketAsked,
    DigestAsked,
    DigestLine,
    Finding,
    Incidents,
    Pulled,
)


@dataclass(frozen=True, slots=True)
class Difference:
    """One bucket in which the copies differ, and how many records the centre has in it."""

    partition: str
    kind: str
    bucket: int
    count: int


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
    """Fetch the buckets that differ and make them equal, one by one; answers the records that were touched."""
    touched: set[Key] = set()
    found = differences(database, transport, cancelled=cancelled, deep=deep)
    for partition, kind, buckets in _portions(found):
        page = transport.bucket(BucketAsked(partition=partition, kind=kind, buckets=buckets), cancelled)
        with database.sync_write() as session:
            repaired = _make_equal(session, partition, kind, buckets, page)
            note(session, at, "repaired", partition, kind, len(repaired))
        touched |= repaired
    return touched


def differences(database: Database, transport: Transport, *, cancelled: Cancelled, deep: bool) -> list[Difference]:
    """Where the copies differ, as far as both have come. What only moved on meanwhile is read again, no harm done."""
    with database.read() as session:
        partitions = list(session.scalars(select(Progress.partition).where(Progress.complete)))
    found: list[Difference] = []
    for partition in partitions:
        theirs = transport.digest(DigestAsked(partitions=[partition], deep=deep), cancelled).lines
        with database.read() as session:
            kinds = [
                kind
                for kind in MODELS
                if _ours(session, partition, kind, deep=deep, buckets=False)
                != {line.bucket: Sum.read(line.digest) for line in theirs if line.kind == kind}
            ]
        for kind in kinds:
            asked = DigestAsked(partitions=[partition], kind=kind, deep=deep)
            lines = transport.digest(asked, cancelled).lines
            with database.read() as session:
                ours = _ours(session, partition, kind, deep=deep, buckets=True)
            found += _differing(partition, kind, ours, lines)
    return found


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


def _ours(session: Session, partition: str, kind: str, *, deep: bool, buckets: bool) -> dict[int | None, Sum]:
    return digest.sums(session, partition, kind, deep=deep, buckets=buckets)


def _differing(
    partition: str, kind: str, ours: dict[int | None, Sum], lines: Collection[DigestLine]
) -> Iterator[Difference]:
    theirs = {line.bucket: line for line in lines}
    for bucket in sorted(place for place in {*ours, *theirs} if place is not None):
        line = theirs.get(bucket)
        if line is None or ours.get(bucket) != Sum.read(line.digest):
            yield Difference(partition, kind, bucket, line.count if line else 0)


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


def _make_equal(session: Session, partition: str, kind: str, buckets: list[int], page: Page) -> set[Key]:
    """Lay the centre's records over ours; what it does not name goes, save what only waits to be sent."""
    named = {line.id for line in page.lines}
    lost = digest.held_in(session, partition, kind, buckets) - named
    keys = {(kind, record_id) for record_id in named | lost}
    with digest.following(session, keys):
        bootstrap.write(session, partition, page)
        waiting = reconcile.shadowed(session)
        reconcile.hear(session, [News((kind, one), partition, 0, None) for one in lost if (kind, one) in waiting])
        rows.delete(session, kind, partition, [one for one in lost if (kind, one) not in waiting])
    return keys
