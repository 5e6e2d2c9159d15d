"""Changes down: the latest state of every record after a laptop's cursor, as PostgreSQL's own JSON text."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import msgspec
import psycopg

from onemm_central.devices.callers import Caller
from onemm_central.refusals import Refused
from onemm_wire.errors import Code
from onemm_wire.protocol import SCHEMA, Cursor, Pull

MAX_CHANGES = 10_000

# One statement, one snapshot. The partitions come in the order of the scope, each from its own seq.
AFTER = """
SELECT part.name, change.seq, change.line
FROM unnest(%(names)s::text[], %(seqs)s::bigint[]) WITH ORDINALITY AS part (name, seq, place)
CROSS JOIN LATERAL (
    SELECT record.seq, jsonb_build_object(
        'partition', partition, 'kind', kind, 'id', id, 'seq', record.seq, 'rev', rev, 'data', data)::text AS line
    FROM record WHERE partition = part.name AND record.seq > part.seq ORDER BY record.seq LIMIT %(limit)s
) AS change
ORDER BY part.place, change.seq LIMIT %(limit)s
"""
AHEAD = """
SELECT 1 FROM unnest(%(names)s::text[], %(seqs)s::bigint[]) AS part (name, seq)
LEFT JOIN partition_head AS head ON head.partition = part.name
WHERE part.seq > coalesce(head.seq, 0) LIMIT 1
"""


def pull(connection: psycopg.Connection[Any], caller: Caller, asked: Pull, now: datetime) -> dict[str, Any]:
    """A ``Pulled`` with its changes still as text, for encoding.

    Only partitions that the cursor names are read: one that is new to the laptop is fetched page by page first.
    Refuses with NEW_EPOCH if the cursor is of another life of this centre, or from its future, which is the same.
    """
    if asked.cursor.epoch != caller.epoch:
        raise Refused(Code.NEW_EPOCH, epoch=caller.epoch)
    seqs = {name: asked.cursor.seqs[name] for name in caller.scope if name in asked.cursor.seqs}
    limit = max(1, min(asked.limit, MAX_CHANGES))
    values = {"names": list(seqs), "seqs": list(seqs.values()), "limit": limit + 1}
    if connection.execute(AHEAD, values).fetchone() is not None:
        raise Refused(Code.NEW_EPOCH, epoch=caller.epoch)
    rows = connection.execute(AFTER, values).fetchall()
    more = len(rows) > limit
    lines = []
    for partition, seq, line in rows[:limit]:
        seqs[partition] = seq
        lines.append(msgspec.Raw(line.encode()))
    return {
        "changes": lines,
        "cursor": Cursor(epoch=caller.epoch, schema=SCHEMA, seqs=seqs),
        "more": more,
        "scope": caller.scope,
        "server_time": now,
    }
