"""The pilot into the record store, whole or not at all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import psycopg

from onemm_central.records.service import put_many
from onemm_central.seed.accounts import add_demo_accounts, demo_accounts
from onemm_central.seed.pilot import Placed
from onemm_wire import partitions
from onemm_wire.records import Mentor, Partner, Record

AUTHOR = "seed"
#: Records kept in memory before they are written; a pilot at benchmark scale has hundreds of thousands.
_BATCH = 50_000


class AlreadySeededError(Exception):
    """The centre holds mentors of a region already; ``region`` is its code."""

    def __init__(self, region: str) -> None:
        super().__init__(region)
        self.region = region


@dataclass(slots=True)
class Loaded:
    """What was written: the records of each region by kind, and its partners."""

    counts: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    partners: dict[str, list[Partner]] = field(default_factory=lambda: defaultdict(list))

    def note(self, partition: str, record: Record) -> None:
        """Count one record under its region; a partner's records under the region that the partner is in."""
        if isinstance(record, Partner):
            self.partners[partition.split("/")[1]].append(record)
        self.counts[self._region(partition)][record.kind] += 1

    def _region(self, partition: str) -> str:
        if partitions.family(partition) != "partner":
            return partition.split("/")[1] if "/" in partition else partition
        partner_id = partition.split("/")[1]
        return next(code for code, known in self.partners.items() if any(each.id == partner_id for each in known))


def load(connection: psycopg.Connection[Any], placed: Iterable[Placed], regions: list[str], password: str) -> Loaded:
    """Write a pilot and the demo accounts of its regions in the caller's transaction.

    Raises AlreadySeededError, with nothing written, if one of the regions holds mentors: a second pilot would put
    invented people among people who are known.
    """
    for code in regions:
        row = connection.execute(
            "SELECT 1 FROM record WHERE partition = %s AND kind = %s AND NOT deleted LIMIT 1",
            [partitions.region(code), Mentor.kind],
        ).fetchone()
        if row is not None:
            raise AlreadySeededError(code)
    loaded = Loaded()
    waiting: dict[str, list[Record]] = defaultdict(list)
    held = 0
    for partition, record in placed:
        loaded.note(partition, record)
        waiting[partition].append(record)
        held += 1
        if held == _BATCH:
            _write(connection, waiting)
            held = 0
    _write(connection, waiting)
    add_demo_accounts(connection, demo_accounts(regions), loaded.partners, password)
    return loaded


def _write(connection: psycopg.Connection[Any], waiting: dict[str, list[Record]]) -> None:
    for partition, records in waiting.items():
        put_many(connection, partition, records, author=AUTHOR)
    waiting.clear()
