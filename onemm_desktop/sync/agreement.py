"""Whether this copy equals the centre's: compared at every checkpoint, and repaired bucket by bucket where not.

The other side's digest is never adopted: only records are fetched, and both sides count again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
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

_UNTOLD = select(Incident).where(Incident.told.is_(False)).order_by(Incident.n).limit(MAX_INCIDENTS)


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
        touched |= mend(database, transport, found, at=at, cancelled=cancelled).touched
    return touched


def examine(database: Database, transport: Transport, *, at: datetime, cancelled: Cancelled) -> Iterator[set[Key]]:
    """Compare once, after a first sync, what the records say; between two portions anybody may stop, and go on later.

    Answers the records that were touched. A partition in which the centre has gone on is left for the next time.
    """
    with database.read() as session:
        waiting = unexamined(session)
    for found in compare(database, transport, waiting, deep=True, cancelled=cancelled):
        mended = mend(database, transport, found, at=at, cancelled=cancelled)
        seen = [name for name in found.partitions if name not in found.moved]
        with database.sync_write() as session:
            for progress in session.scalars(select(Progress).where(Progress.partition.in_(seen))):
                progress.examined = True
        yield mended.touched


def unexamined(session: Session) -> list[str]:
    """What was fetched and has not been examined since."""
    return list(session.scalars(select(Progress.partition).where(Progress.complete, Progress.examined.is_(False))))


@dataclass(slots=True)
class Mended:
    """Which records were touched, and how many of each kind were not what the centre holds."""

    touched: set[Key] = field(default_factory=set)
    wrong: dict[str, int] = field(default_factory=lambda: defaultdict(int))


def mend(
    database: Database, transport: Transport, found: Compared, *, at: datetime, cancelled: Cancelled, fault: bool = True
) -> Mended:
    """Fetch the buckets that differ and make them equal, one portion after the other.

    An incident says how many records were not what the centre holds. Where the centre had gone on, what it changed
    meanwhile is not counted: that is news, and no fault of anybody's; nor is any difference where ``fault`` is False.
    """
    mended = Mended()
    for partition in sorted(found.recounted):
        with database.sync_write() as session:
            note(session, at, "centre_sum", partition)
    for portion in fetch(transport, found, cancelled):
        with database.sync_write() as session:
            held = portion.held(session)
            wrong = portion.wrong(held)
            if wrong and fault:
                note(session, at, "repaired", portion.partition, portion.kind, wrong)
                mended.wrong[portion.kind] += wrong
            mended.touched |= _make_equal(session, portion.partition, portion.kind, held.keys(), portion.page)
    return mended


def faults(database: Database, transport: Transport, found: Compared, cancelled: Cancelled) -> dict[str, int]:
    """How many records of each kind are not what the centre holds. Nothing is changed."""
    counts: dict[str, int] = defaultdict(int)
    for portion in fetch(transport, found, cancelled):
        with database.read() as session:
            counts[portion.kind] += portion.wrong(portion.held(session))
    return {kind: count for kind, count in counts.items() if count}


@dataclass(frozen=True, slots=True)
class Portion:
    """Some buckets that differ, as the centre holds them. ``moved``: it had gone on from where this laptop stands."""

    partition: str
    kind: str
    buckets: list[int]
    moved: bool
    page: Page

    def held(self, session: Session) -> Mapping[str, tuple[int, Sum]]:
        """What this laptop holds in these buckets: by id, the rev and the digest of what it says."""
        return digest.said_in(session, self.partition, self.kind, self.buckets)

    def wrong(self, held: Mapping[str, tuple[int, Sum]]) -> int:
        """How many records are not what they should be, as far as that can be told from news."""
        there = {line.id: (line.rev, self._said(line)) for line in self.page.lines}
        if self.moved:
            both = held.keys() & there.keys()
            return sum(held[one][0] == there[one][0] and held[one] != there[one] for one in both)
        return sum(held.get(one) != there.get(one) for one in held.keys() | there.keys())

    def _said(self, line: Line) -> Sum:
        content = digests.canonical(self.kind, msgspec.json.decode(line.data))
        return digests.of(self.partition, self.kind, line.id, line.rev, content)


def fetch(transport: Transport, found: Compared, cancelled: Cancelled) -> Iterator[Portion]:
    """The buckets that differ, as many at a time as make a page."""
    for partition, kind, buckets in _portions(found.differences):
        page = transport.bucket(BucketAsked(partition=partition, kind=kind, buckets=buckets), cancelled)
        yield Portion(partition, kind, buckets, partition in found.moved, page)


def note(session: Session, at: datetime, what: Finding, partition: str = "", kind: str = "", records: int = 0) -> None:
    """Write an incident, for the administrators of the centre and for whoever looks after this laptop."""
    session.add(Incident(at=at, what=what, partition=partition, kind=kind, records=records))


def tell(database: Database, transport: Transport, cancelled: Cancelled) -> None:
    """Tell the centre what was found since it was told last."""
    with database.read() as session:
        waiting = session.scalars(_UNTOLD).all()
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
