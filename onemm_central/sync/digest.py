"""Where two copies differ: sums by kind, then by bucket, then the records of the buckets that differ.

Computed from the rows themselves, whenever somebody asks: that happens after a mismatch, after a restored backup and
when the doctor is called. What every pull is held to comes from the sums that the numbering keeps (``Reads.digest``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import msgspec

from onemm_central.devices.callers import Caller
from onemm_central.refusals import Refused
from onemm_central.sync.reads import Reads
from onemm_wire import digest as digests
from onemm_wire.digest import Sum
from onemm_wire.errors import Code
from onemm_wire.protocol import BucketAsked, Digest, DigestAsked, DigestLine, PageHead
from onemm_wire.versions import kinds_of


def digest(reads: Reads, caller: Caller, asked: DigestAsked, schema: int) -> Digest:
    """The sums. The caller's transaction must read one snapshot: seqs and sums belong together."""
    kinds = kinds_of(schema)
    if asked.kind is not None and asked.kind not in kinds:
        raise Refused(Code.BAD_REQUEST)
    lines: list[DigestLine] = []
    for partition in _allowed(caller, asked.partitions):
        for kind in [asked.kind] if asked.kind is not None else kinds:
            lines += _lines(reads, partition, kind, deep=asked.deep, buckets=asked.kind is not None)
    return Digest(epoch=caller.epoch, seqs={name: reads.head(name)[0] for name in asked.partitions}, lines=lines)


def bucket(reads: Reads, caller: Caller, asked: BucketAsked, schema: int) -> bytes:
    """The records of some buckets, in the form of a page."""
    _allowed(caller, [asked.partition])
    if asked.kind not in kinds_of(schema):
        raise Refused(Code.BAD_REQUEST)
    seq, _total = reads.head(asked.partition)
    count, text = reads.in_buckets(asked.partition, asked.kind, asked.buckets)
    head = PageHead(epoch=caller.epoch, seq=seq, total=count, count=count, next=None)
    return b"\n".join([msgspec.json.encode(head), *([text.encode()] if text else []), b""])


def _allowed(caller: Caller, partitions: list[str]) -> list[str]:
    if not set(partitions) <= set(caller.scope):
        raise Refused(Code.NOT_ALLOWED)
    return partitions


def _lines(reads: Reads, partition: str, kind: str, *, deep: bool, buckets: bool) -> Iterator[DigestLine]:
    counts: dict[int | None, int] = defaultdict(int)
    sums: dict[int | None, Sum] = defaultdict(Sum)
    for record_id, rev, text in reads.live(partition, kind, contents=deep):
        place = digests.bucket_of(record_id) if buckets else None
        content = digests.canonical(kind, msgspec.json.decode(text)) if deep else b""
        counts[place] += 1
        sums[place] += digests.of(partition, kind, record_id, rev, content)
    for place in counts:
        yield DigestLine(partition=partition, kind=kind, bucket=place, count=counts[place], digest=str(sums[place]))
