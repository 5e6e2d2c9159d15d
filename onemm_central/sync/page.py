"""First sync: one partition, page by page, by key. The text of a page is made by PostgreSQL and passed through."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import msgspec

from onemm_central.devices.callers import Caller
from onemm_central.refusals import Refused
from onemm_central.sync.reads import Reads
from onemm_wire.errors import Code
from onemm_wire.protocol import PageAsked, PageHead
from onemm_wire.records import KINDS

MAX_RECORDS = 10_000
#: What "this week" is around an instant. Yesterday's register may still be open.
WEEK = (timedelta(days=-1), timedelta(days=7))


def page(reads: Reads, caller: Caller, asked: PageAsked) -> bytes:
    """The head and the lines, as NDJSON. Refuses with NOT_ALLOWED for a partition that is not the caller's.

    The caller's transaction must read one snapshot: seq, total and lines belong together.
    """
    if asked.partition not in caller.scope:
        raise Refused(Code.NOT_ALLOWED)
    if asked.week_of is not None:
        return _week(reads, caller, asked.partition, asked.week_of)
    seq, total = reads.head(asked.partition)
    kinds = [kind for kind in KINDS if asked.kinds is None or kind in asked.kinds]
    # Of kinds that only a newer program knows there is nothing here.
    first, after = asked.after or (kinds[0] if kinds else "", "")
    if asked.after is not None and first not in kinds:
        raise Refused(Code.BAD_REQUEST)
    room = limit = max(1, min(asked.limit, MAX_RECORDS))
    texts: list[str] = []
    last: tuple[str, str] | None = None
    rest = kinds[kinds.index(first) if kinds else 0 :]
    there = reads.kinds_of(asked.partition, rest)
    for kind in filter(there.__contains__, rest):
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
    return _body(head, texts)


def _week(reads: Reads, caller: Caller, partition: str, instant: datetime) -> bytes:
    """What can be worked with before the rest is there: this week's events and all that belongs to them."""
    since, until = (_text(instant, by) for by in WEEK)
    held = reads.week(partition, since, until)
    count = sum(count for count, _ in held.values())
    # No total: counting a whole region takes longer than all of this.
    head = PageHead(epoch=caller.epoch, seq=reads.seq(partition), total=0, count=count, next=None)
    return _body(head, [held[kind][1] for kind in KINDS if kind in held])


def _text(instant: datetime, by: timedelta) -> str:
    """An instant as records write it, which sorts as time does; as near as a calendar goes."""
    known = instant if instant.tzinfo is not None else instant.replace(tzinfo=UTC)
    try:
        return (known.astimezone(UTC) + by).strftime("%Y-%m-%dT%H:%M:%SZ")
    except OverflowError as error:
        raise Refused(Code.BAD_REQUEST) from error


def _body(head: PageHead, texts: list[str]) -> bytes:
    return b"\n".join([msgspec.json.encode(head), *(text.encode() for text in texts), b""])
