"""What this laptop holds of the centre's word, summed up as ``onemm_wire.digest`` says.

A record counts at the rev that the centre told us: its shadow's while changes of ours wait on it, else its row's. The
sum of a partition is kept beside its cursor and follows every write (``following``), so that comparing two copies
costs the same however large they are. ``recount`` goes through the rows themselves.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import MODELS, Progress
from onemm_desktop.sync import rows
from onemm_desktop.sync.calls import Cancelled, never
from onemm_desktop.sync.mapping import Shape, data_of, shape_of
from onemm_desktop.sync.reconcile import Key
from onemm_wire import digest as digests
from onemm_wire.digest import Sum

Held = dict[Key, tuple[str, int]]
#: Records between two looks at whether somebody wants to stop: a small part of a second.
BREATH = 4_000
#: In place of what a record says that cannot be read at all: equal to no record's content.
UNREADABLE = b"\0"


@contextmanager
def following(session: Session, keys: Collection[Key]) -> Iterator[None]:
    """Keep the sums true over a block of code that may change how these records are held, whatever it does to them."""
    before = _held(session, keys)
    yield
    session.flush()
    after = _held(session, keys)
    left, came = (_sums(one.items() - other.items()) for one, other in ((before, after), (after, before)))
    moved = {partition: came[partition] - left[partition] for partition in left.keys() | came.keys()}
    if not moved:
        return
    for partition, change in moved.items():
        # By its key: what a pull has read already is not asked for again.
        progress = session.get(Progress, partition)
        if progress is not None and progress.digest:
            progress.digest = str(Sum.read(progress.digest) + change)


def _sums(held: Iterable[tuple[Key, tuple[str, int]]]) -> defaultdict[str, Sum]:
    """By partition."""
    records: dict[tuple[str, str], list[tuple[str, int]]] = defaultdict(list)
    for (kind, record_id), (partition, rev) in held:
        records[partition, kind].append((record_id, rev))
    sums: defaultdict[str, Sum] = defaultdict(Sum)
    for (partition, kind), revs in records.items():
        sums[partition] += digests.of_many(partition, kind, revs)
    return sums


def total(session: Session, partitions: Collection[str]) -> Sum:
    """The sum of these partitions, counting those that have not been counted yet."""
    sums: list[Sum] = []
    for progress in session.scalars(select(Progress).where(Progress.partition.in_(partitions))):
        if not progress.digest:
            progress.digest = str(count(session, progress.partition))
        sums.append(Sum.read(progress.digest))
    return digests.total(sums)


def recount(session: Session, partitions: Collection[str]) -> Sum:
    """The same from the rows themselves, whatever was kept."""
    for progress in session.scalars(select(Progress).where(Progress.partition.in_(partitions))):
        progress.digest = ""
    session.flush()
    return total(session, partitions)


def count(session: Session, partition: str) -> Sum:
    """One partition, row by row: a fraction of a second for a hundred thousand."""
    return digests.total(digests.of_many(partition, kind, _revs(session, partition, kind)) for kind in MODELS)


def sums(
    session: Session, partition: str, kind: str, *, deep: bool, buckets: bool, cancelled: Cancelled = never
) -> dict[int | None, Sum]:
    """The sum of one kind, or of each of its buckets that holds something; ``deep``: over what the records say.

    Raises KnownError CANCELLED.
    """
    found: dict[int | None, Sum] = defaultdict(Sum)
    records = _contents(session, partition, kind) if deep else _bare(session, partition, kind)
    for seen, (record_id, rev, content) in enumerate(records):
        if seen % BREATH == 0:
            stop_if(cancelled)
        place = digests.bucket_of(record_id) if buckets else None
        found[place] += digests.of(partition, kind, record_id, rev, content)
    return dict(found)


def said_in(session: Session, partition: str, kind: str, buckets: Collection[int]) -> dict[str, tuple[int, Sum]]:
    """What is held in these buckets: by id, the rev and the deep digest."""
    return {
        record_id: (rev, digests.of(partition, kind, record_id, rev, content))
        for record_id, rev, content in _contents(session, partition, kind, buckets)
    }


def stop_if(cancelled: Cancelled) -> None:
    """Raise KnownError CANCELLED where somebody wants to stop."""
    if cancelled():
        raise KnownError(Problem.CANCELLED)


# --- how records are held ----------------------------------------------------------------------------------------


#: A shadow of a record that the centre holds. Without decoding it: a laptop with a day's work waiting has many.
_THERE = "data IS NOT NULL AND data <> 'null'"


def _held(session: Session, keys: Collection[Key]) -> Held:
    session.flush()
    ids: dict[str, list[str]] = defaultdict(list)
    for kind, record_id in keys:
        ids[kind].append(record_id)
    held: Held = {}
    for kind, wanted in ids.items():
        said = msgspec.json.encode(wanted).decode()
        found = rows.raw(session).execute(
            f'SELECT id, partition, rev FROM "{shape_of(kind).table}" WHERE id IN (SELECT value FROM json_each(?))',  # noqa: S608
            (said,),
        )
        held.update({(kind, record_id): (partition, rev) for record_id, partition, rev in found.fetchall()})
        shadows = rows.raw(session).execute(
            f"SELECT record_id, partition, rev, {_THERE} FROM shadow "  # noqa: S608
            "WHERE kind = ? AND record_id IN (SELECT value FROM json_each(?))",
            (kind, said),
        )
        for record_id, partition, rev, there in shadows.fetchall():
            held.pop((kind, record_id), None)
            if there:
                held[kind, record_id] = (partition, rev)
    return held


def _revs(session: Session, partition: str, kind: str) -> Iterator[tuple[str, int]]:
    session.flush()
    cursor = rows.raw(session).execute(
        f'SELECT id, rev FROM "{shape_of(kind).table}" WHERE partition = ?1 '  # noqa: S608
        "AND id NOT IN (SELECT record_id FROM shadow WHERE kind = ?2) "
        f"UNION ALL SELECT record_id, rev FROM shadow WHERE partition = ?1 AND kind = ?2 AND {_THERE}",
        (partition, kind),
    )
    yield from cursor


def _bare(session: Session, partition: str, kind: str) -> Iterator[tuple[str, int, bytes]]:
    for record_id, rev in _revs(session, partition, kind):
        yield record_id, rev, b""


def _contents(
    session: Session, partition: str, kind: str, buckets: Collection[int] | None = None
) -> Iterator[tuple[str, int, bytes]]:
    """Id, rev and content of what is held, in these buckets or in all."""
    session.flush()
    shape = shape_of(kind)
    names = ("rev", *shape.fields, "extra")
    columns = ", ".join(f'"{name}"' for name in names)
    with _forgiving(rows.raw(session)) as connection:
        cursor = connection.execute(
            f'SELECT {columns} FROM "{shape.table}" WHERE partition = ? '  # noqa: S608
            "AND id NOT IN (SELECT record_id FROM shadow WHERE kind = ?)",
            (partition, kind),
        )
        for values in cursor:
            row: Mapping[str, Any] = dict(zip(names, values, strict=True))
            if buckets is None or digests.bucket_of(row["id"]) in buckets:
                yield row["id"], row["rev"], _content(shape, row)
    shadows = rows.raw(session).execute(
        f"SELECT record_id, rev, data FROM shadow WHERE partition = ? AND kind = ? AND {_THERE}",  # noqa: S608
        (partition, kind),
    )
    for record_id, rev, data in shadows.fetchall():
        if buckets is None or digests.bucket_of(record_id) in buckets:
            yield record_id, rev, digests.canonical(kind, {**msgspec.json.decode(data), "id": record_id})


def _content(shape: Shape, row: Mapping[str, Any]) -> bytes:
    """What a row says. One that a fault has left unreadable is not to stop the search for it."""
    try:
        return digests.canonical(shape.kind, data_of(shape, row))
    except (msgspec.MsgspecError, UnicodeError, TypeError):
        return UNREADABLE


@contextmanager
def _forgiving(connection: Any) -> Iterator[Any]:
    """Let text through that is none (a byte fell over): SQLite's driver would break off at the first such row."""
    usual = connection.text_factory
    connection.text_factory = _text
    try:
        yield connection
    finally:
        connection.text_factory = usual


def _text(stored: bytes) -> str:
    return stored.decode(errors="surrogateescape")
