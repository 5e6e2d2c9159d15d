"""The record store's only writer beside hand-written SQL: many records at once, or the outcome of a push."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
import psycopg

from onemm_central.records import bounds
from onemm_wire import partitions
from onemm_wire.records import KINDS, Record, may_lie_in

MANY = 5_000
COPY = "COPY incoming (kind, id, data) FROM STDIN"
STAGE = """
CREATE TEMPORARY TABLE IF NOT EXISTS incoming (
    kind text COLLATE "C" NOT NULL, id text COLLATE "C" NOT NULL, data jsonb NOT NULL
) ON COMMIT DROP
"""
# A record that is there keeps fields that this program does not know, and is written only where it differs.
STORE = """
INSERT INTO record (partition, kind, id, data)
SELECT %(partition)s, kind, id, data FROM incoming
ON CONFLICT (partition, kind, id) DO UPDATE SET data = coalesce(record.data, '{}') || excluded.data
WHERE coalesce(record.data, '{}') || excluded.data IS DISTINCT FROM record.data AND NOT record.erased
"""


def put_many(connection: psycopg.Connection[Any], partition: str, records: Iterable[Record], *, author: str) -> int:
    """Create or overwrite many records of one partition in the caller's transaction; returns how many changed.

    What was erased stays so. ``author`` goes into the history. Raises ValueError for a record that its partition may
    not hold, and msgspec.ValidationError for one whose values are not what its kind declares.
    """
    family = partitions.family(partition)
    connection.execute("SELECT set_config('onemm.author', %s, true)", [author])
    connection.execute(STAGE)
    connection.execute("TRUNCATE incoming")
    with connection.cursor() as cursor:
        with cursor.copy(COPY) as copy:
            for record in records:
                if not may_lie_in(type(record), partition):
                    raise ValueError(f"a {record.kind} does not belong into a partition of the family {family}")
                copy.write_row((record.kind, record.id, checked(record).decode()))
        cursor.execute(STORE, {"partition": partition})
        changed = cursor.rowcount
        if changed >= MANY:
            # Without fresh statistics every page of a first sync would sort the whole partition. Numbered first: else
            # they would say that no record ever has a seq.
            cursor.execute("SET CONSTRAINTS record_numbered IMMEDIATE; SET CONSTRAINTS record_numbered DEFERRED")
            cursor.execute("ANALYZE record")
        return changed


def checked(record: Record) -> bytes:
    """The record as JSON, read back once: a struct made in Python is not checked when it is made."""
    encoded = msgspec.json.encode(record)
    DECODERS[record.kind].decode(encoded)
    return encoded


DECODERS: dict[str, msgspec.json.Decoder[Record]] = {
    kind: msgspec.json.Decoder(record) for kind, record in KINDS.items()
}


def canonical(kind: str, record_id: str, data: dict[str, Any]) -> dict[str, Any]:
    """The record as the wire writes it, with every declared field, and with the fields of newer programs kept.

    Equal values have equal JSON after this, so comparing needs no knowledge of types. Raises
    msgspec.ValidationError if it is not a record of its kind or out of bounds, TooLargeError, or ValueError if it
    carries another id.
    """
    if data.get("id", record_id) != record_id:
        raise ValueError("the fields name another id than the op")
    whole = {**data, "id": record_id}
    encoded = msgspec.json.encode(whole)
    bounds.refuse_too_large(kind, whole, encoded)
    record = DECODERS[kind].decode(encoded)
    bounds.refuse_huge_numbers(record)
    declared: dict[str, Any] = msgspec.to_builtins(record)
    return {**whole, **declared, **bounds.instants(record)}


def counts(connection: psycopg.Connection[Any], partition: str | None = None) -> list[tuple[str, str, int]]:
    """How many live records there are as (partition, kind, count), in one partition or in all."""
    cursor = connection.execute(
        "SELECT partition, kind, count(*) FROM record WHERE NOT deleted AND (%(p)s::text IS NULL OR partition = %(p)s) "
        "GROUP BY partition, kind ORDER BY partition, kind",
        {"p": partition},
    )
    return cursor.fetchall()
