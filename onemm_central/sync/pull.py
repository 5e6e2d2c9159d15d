"""Changes down: the latest state of every record after a laptop's cursor, as PostgreSQL's own JSON text."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import msgspec

from onemm_central.devices.callers import Caller
from onemm_central.refusals import Refused
from onemm_central.sync.reads import Reads
from onemm_wire.errors import Code
from onemm_wire.protocol import SCHEMA, Cursor, Pull
from onemm_wire.versions import kinds_of

MAX_CHANGES = 10_000


def pull(reads: Reads, caller: Caller, asked: Pull, now: datetime, schema: int = SCHEMA) -> dict[str, Any]:
    """A ``Pulled`` with its changes still as text, for encoding.

    Only partitions that the cursor names are read: one that is new to the laptop is fetched page by page first.
    Refuses with NEW_EPOCH if the cursor is of another life of this centre, or from its future, which is the same.
    """
    if asked.cursor.epoch != caller.epoch:
        raise Refused(Code.NEW_EPOCH, epoch=caller.epoch)
    seqs = {name: asked.cursor.seqs[name] for name in caller.scope if name in asked.cursor.seqs}
    limit = max(1, min(asked.limit, MAX_CHANGES))
    if reads.ahead(seqs):
        raise Refused(Code.NEW_EPOCH, epoch=caller.epoch)
    rows = reads.after(seqs, limit + 1)
    more = len(rows) > limit
    lines = []
    for partition, seq, line in rows[:limit]:
        seqs[partition] = seq
        lines.append(msgspec.Raw(line.encode()))
    held = None if more else reads.digest(seqs, kinds_of(schema))
    return {
        "changes": lines,
        "cursor": Cursor(epoch=caller.epoch, schema=SCHEMA, seqs=seqs, decided=asked.cursor.decided),
        "more": more,
        "scope": caller.scope,
        "server_time": now,
        "digest": "" if held is None else str(held),
    }
