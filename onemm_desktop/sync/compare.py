"""Where two copies differ: our sums beside the centre's, a bounded number of records at a time.

Nothing is written here. ``agreement`` repairs what is found at a checkpoint, ``revalidate`` after a restored backup.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import MODELS, Device, Progress
from onemm_desktop.models.database import Database
from onemm_desktop.sync import digest
from onemm_desktop.sync.calls import Cancelled
from onemm_desktop.sync.transport import Transport
from onemm_wire.digest import Sum
from onemm_wire.errors import Code
from onemm_wire.protocol import Digest, DigestAsked, DigestLine

#: Records whose contents are compared by one request: about a second's work on either side.
DEEP_RECORDS = 20_000
#: Partitions of one request: a region has some fifty schools.
PARTITIONS = 100

Sums = dict[int | None, Sum]


@dataclass(frozen=True, slots=True)
class Difference:
    """One bucket in which the copies differ, and how many records the centre has in it."""

    partition: str
    kind: str
    bucket: int
    count: int


@dataclass(slots=True)
class Compared:
    """What one look at some partitions has found.

    ``records`` are the centre's in these partitions. ``seqs`` are where the centre stood when it was asked first;
    ``moved`` are the partitions in which that is not where this laptop has read to: what differs there may only be
    news. ``recounted`` are those where the centre's own sums were wrong; it has counted them afresh.
    """

    partitions: Sequence[str]
    records: int = 0
    differences: list[Difference] = field(default_factory=list)
    seqs: dict[str, int] = field(default_factory=dict)
    moved: set[str] = field(default_factory=set)
    recounted: set[str] = field(default_factory=set)


def compare(
    database: Database, transport: Transport, partitions: Sequence[str], *, deep: bool, cancelled: Cancelled
) -> Iterator[Compared]:
    """Look at these partitions, one portion after the other; between two of them anybody may stop.

    ``deep``: at what the records say, and not only at their revs. Raises like ``Transport``, and REFUSED with
    NEW_EPOCH where the centre has begun a new life meanwhile: what it says is not about what was read.
    """
    eyes = _Eyes(database, transport, cancelled)
    for first in range(0, len(partitions), PARTITIONS):
        portion = partitions[first : first + PARTITIONS]
        shallow = eyes.ask(DigestAsked(partitions=list(portion)))
        if not deep:
            yield eyes.look(shallow, portion, deep=False)
            continue
        counts: dict[str, int] = dict.fromkeys(portion, 0)
        for line in shallow.lines:
            counts[line.partition] += line.count
        for few in _portions(counts):
            if sum(counts[name] for name in few) > DEEP_RECORDS:
                found = eyes.look_long(few[0], counts[few[0]])
            else:
                found = eyes.look(eyes.ask(DigestAsked(partitions=few, deep=True)), few, deep=True)
            # Nothing is skipped by the earlier of two moments: what lies between them is only read twice.
            found.seqs = {name: shallow.seqs.get(name, 0) for name in few}
            found.recounted |= set(shallow.recounted) & set(few)
            yield found


class _Eyes:
    """Who looks: our rows on the one side, the centre's answers on the other."""

    def __init__(self, database: Database, transport: Transport, cancelled: Cancelled) -> None:
        self._database = database
        self._transport = transport
        self._cancelled = cancelled
        with database.read() as session:
            self._epoch = session.scalars(select(Device.epoch)).one()

    def ask(self, asked: DigestAsked) -> Digest:
        answer = self._transport.digest(asked, self._cancelled)
        if answer.epoch != self._epoch:
            raise KnownError(Problem.REFUSED, code=Code.NEW_EPOCH.value, epoch=answer.epoch)
        return answer

    def look(self, theirs: Digest, partitions: Sequence[str], *, deep: bool) -> Compared:
        """Compare by kind, then by bucket where a kind differs."""
        found = Compared(partitions, seqs=theirs.seqs)
        sums: dict[tuple[str, str], Sums] = defaultdict(dict)
        for line in theirs.lines:
            found.records += line.count
            sums[line.partition, line.kind][line.bucket] = Sum.read(line.digest)
        with self._database.skim() as session:
            differing = [
                (partition, kind)
                for partition in partitions
                for kind in MODELS
                if self._ours(session, partition, kind, deep=deep, buckets=False) != sums.get((partition, kind), {})
            ]
        self._weigh(found, theirs)
        for partition, kind in differing:
            self._look_at(found, partition, kind, deep=deep)
        return found

    def look_long(self, partition: str, records: int) -> Compared:
        """Compare the contents of one large partition kind by kind: all at once, no answer would come for long."""
        found = Compared([partition], records=records)
        for kind in MODELS:
            self._look_at(found, partition, kind, deep=True)
        return found

    def _look_at(self, found: Compared, partition: str, kind: str, *, deep: bool) -> None:
        theirs = self.ask(DigestAsked(partitions=[partition], kind=kind, deep=deep))
        with self._database.skim() as session:
            ours = self._ours(session, partition, kind, deep=deep, buckets=True)
        found.differences += _differing(partition, kind, ours, theirs.lines)
        self._weigh(found, theirs)

    def _weigh(self, found: Compared, theirs: Digest) -> None:
        with self._database.read() as session:
            read: Mapping[str, int] = dict(session.execute(select(Progress.partition, Progress.seq)).all())
        found.moved |= {name for name, seq in theirs.seqs.items() if seq != read.get(name, 0)}
        found.recounted |= set(theirs.recounted)

    def _ours(self, session: Session, partition: str, kind: str, *, deep: bool, buckets: bool) -> Sums:
        return digest.sums(session, partition, kind, deep=deep, buckets=buckets, cancelled=self._cancelled)


def _portions(counts: Mapping[str, int]) -> Iterator[list[str]]:
    """As many partitions at a time as their contents can be compared in about a second; at least one."""
    few: list[str] = []
    size = 0
    for partition, count in counts.items():
        if few and size + count > DEEP_RECORDS:
            yield few
            few, size = [], 0
        few.append(partition)
        size += count
    if few:
        yield few


def _differing(partition: str, kind: str, ours: Sums, lines: Collection[DigestLine]) -> Iterator[Difference]:
    theirs = {line.bucket: line for line in lines}
    for bucket in sorted(place for place in {*ours, *theirs} if place is not None):
        line = theirs.get(bucket)
        if line is None or ours.get(bucket) != Sum.read(line.digest):
            yield Difference(partition, kind, bucket, line.count if line else 0)
