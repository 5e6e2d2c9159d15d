"""Changes down: the latest state of every record after a laptop's cursor, as PostgreSQL's own JSON text."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import msgspec

from onemm_central.devices.callers import Caller
from onemm_central.records.bounds import MAX_NUMBER
from onemm_central.refusals import Refused
from onemm_central.sync.reads import Reads
from onemm_central.tokens import hashed
from onemm_wire.errors import Code
from onemm_wire.protocol import SCHEMA, Cursor, Pull
from onemm_wire.versions import kinds_of

MAX_CHANGES = 10_000


def pull(reads: Reads, caller: Caller, asked: Pull, now: datetime, schema: int = SCHEMA) -> dict[str, Any]:
    """A ``Pulled`` with its changes still as text, for encoding.

    Only partitions that the cursor names are read: one that is new to the laptop is fetched page by page first.
    Refuses with NEW_EPOCH if the cursor is of another life of this centre, or from its future, which is the same;
    and with BAD_REQUEST a brief ask for another scope than the caller's.
    """
    cursor = since(caller, asked)
    if cursor.epoch != caller.epoch:
        raise Refused(Code.NEW_EPOCH, epoch=caller.epoch)
    seqs = {name: cursor.seqs[name] for name in caller.scope if name in cursor.seqs}
    if not all(abs(seq) < MAX_NUMBER for seq in seqs.values()):
        raise Refused(Code.BAD_REQUEST)
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
        "cursor": Cursor(epoch=caller.epoch, schema=SCHEMA, seqs=seqs, decided=cursor.decided),
        "more": more,
        "scope": caller.scope,
        "server_time": now,
        "digest": "" if held is None else str(held),
        "mark": mark_of(caller),
    }


def since(caller: Caller, asked: Pull) -> Cursor:
    """From where on the laptop asks. Refuses with BAD_REQUEST a brief ask for another scope than the caller's."""
    brief = asked.brief
    if brief is not None and brief.mark == mark_of(caller) and len(brief.seqs) == len(caller.scope):
        seqs = dict(zip(caller.scope, brief.seqs, strict=True))
        return Cursor(epoch=caller.epoch, seqs=seqs, decided=brief.decided)
    if brief is not None or asked.cursor is None:
        raise Refused(Code.BAD_REQUEST)
    return asked.cursor


def says_nothing(asked: Pull, pulled: dict[str, Any]) -> bool:
    """Whether a laptop that asked briefly has all of this already, and holds the same."""
    news = pulled["changes"] or pulled["more"] or pulled.get("decided")
    return asked.brief is not None and not news and bool(pulled["digest"] == asked.brief.digest)


def mark_of(caller: Caller) -> str:
    """What stands for a scope in one life of the centre: 48 bits, since only two scopes of one device must differ."""
    return hashed("\n".join((caller.epoch, *caller.scope))).hex()[:12]
