"""First sync: one partition, page by page, by key. The text of a page is made by PostgreSQL and passed through."""

from __future__ import annotations

from typing import Any

import msgspec
import psycopg

from onemm_central.devices.callers import Caller
from onemm_central.refusals import Refused
from onemm_wire.errors import Code
from onemm_wire.protocol import PageAsked, PageHead
from onemm_wire.records import KINDS

MAX_RECORDS = 10_000

LINES = """
SELECT count(*), max(id), string_agg(line, E'\\n' ORDER BY id)
FROM (
    SELECT id, jsonb_build_array(kind, id, rev, data)::text AS line
    FROM record WHERE partition = %(partition)s AND kind = %(kind)s AND id > %(after)s AND NOT deleted
    ORDER BY id LIMIT %(limit)s
) AS page
"""


def page(connection: psycopg.Connection[Any], caller: Caller, asked: PageAsked) -> bytes:
    """The head and the lines, as NDJSON. Refuses with NOT_ALLOWED for a partition that is not the caller's.

    The caller's transaction must read one snapshot: seq, total and lines belong together.
    """
    if asked.partition not in caller.scope:
        raise Refused(Code.NOT_ALLOWED)
    seq, total = _head(connection, asked.partition)
    kinds = list(KINDS)
    first, after = asked.after or (kinds[0], "")
    if first not in KINDS:
        raise Refused(Code.BAD_REQUEST)
    room = limit = max(1, min(asked.limit, MAX_RECORDS))
    texts: list[str] = []
    last: tuple[str, str] | None = None
    for kind in kinds[kinds.index(first) :]:
        values = {"partition": asked.partition, "kind": kind, "after": after if kind == first else "", "limit": room}
        count, last_id, text = connection.execute(LINES, values).fetchone() or (0, None, None)
        if text is not None and last_id is not None:
            texts.append(text)
            room -= count
            last = (kind, last_id)
        if not room:
            break
    head = PageHead(epoch=caller.epoch, seq=seq, total=total, count=limit - room, next=None if room else last)
    return b"\n".join([msgspec.json.encode(head), *(text.encode() for text in texts), b""])


def _head(connection: psycopg.Connection[Any], partition: str) -> tuple[int, int]:
    row = connection.execute(
        "SELECT coalesce((SELECT seq FROM partition_head WHERE partition = %(partition)s), 0), "
        "(SELECT count(*) FROM record WHERE partition = %(partition)s AND NOT deleted)",
        {"partition": partition},
    ).fetchone()
    return row or (0, 0)
