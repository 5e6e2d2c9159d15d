"""First sync: one partition, page by page, by key. The text of a page is made by PostgreSQL and passed through."""

from __future__ import annotations

import msgspec

from onemm_central.devices.callers import Caller
from onemm_central.refusals import Refused
from onemm_central.sync.reads import Reads
from onemm_wire.errors import Code
from onemm_wire.protocol import PageAsked, PageHead
from onemm_wire.records import KINDS

MAX_RECORDS = 10_000


def page(reads: Reads, caller: Caller, asked: PageAsked) -> bytes:
    """The head and the lines, as NDJSON. Refuses with NOT_ALLOWED for a partition that is not the caller's.

    The caller's transaction must read one snapshot: seq, total and lines belong together.
    """
    if asked.partition not in caller.scope:
        raise Refused(Code.NOT_ALLOWED)
    seq, total = reads.head(asked.partition)
    kinds = [kind for kind in KINDS if asked.kinds is None or kind in asked.kinds]
    # Of kinds that only a newer program knows there is nothing here.
    first, after = asked.after or (kinds[0] if kinds else "", "")
    if asked.after is not None and first not in kinds:
        raise Refused(Code.BAD_REQUEST)
    room = limit = max(1, min(asked.limit, MAX_RECORDS))
    texts: list[str] = []
    last: tuple[str, str] | None = None
    for kind in kinds[kinds.index(first) if kinds else 0 :]:
        count, last_id, text = reads.lines(asked.partition, kind, after if kind == first else "", room)
        if text is not None and last_id is not None:
            texts.append(text)
            room -= count
            last = (kind, last_id)
        if not room:
            break
    erased = reads.erased(asked.partition) if asked.after is None else []
    place = None if room else last
    head = PageHead(epoch=caller.epoch, seq=seq, total=total, count=limit - room, next=place, erased=erased)
    return b"\n".join([msgspec.json.encode(head), *(text.encode() for text in texts), b""])
