"""The digest: whether two copies hold the same records, told in sixteen bytes, and where they differ if they do not.

Every record is hashed with its rev; the hashes are added up, each half of 64 bits on its own, without carrying. A sum
can therefore be kept up to date by taking the old hash out and putting the new one in, and the sums of partitions,
kinds and buckets add up to the sum of everything. PostgreSQL computes the same (migration 0005).

The *deep* digest hashes what a record says, too: for the moments when a rev is not believed (a centre restored from a
backup gives the same revs to other contents; a disk that lies).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from struct import Struct
from typing import Any

import msgspec

from onemm_wire.records import KINDS

#: Sub-sums of one kind of one partition, by the first byte of the hash of the id.
BUCKETS = 256
_HALF = (1 << 64) - 1
_HALVES = Struct(">QQ16x").unpack


@dataclass(frozen=True, slots=True)
class Sum:
    """A digest. ``Sum()`` is that of nothing at all."""

    high: int = 0
    low: int = 0

    def __add__(self, other: Sum) -> Sum:
        return Sum(self.high + other.high & _HALF, self.low + other.low & _HALF)

    def __sub__(self, other: Sum) -> Sum:
        return Sum(self.high - other.high & _HALF, self.low - other.low & _HALF)

    def __str__(self) -> str:
        return f"{self.high:016x}{self.low:016x}"

    @classmethod
    def read(cls, text: str) -> Sum:
        """The digest that ``str`` wrote. Raises ValueError for any other text."""
        if len(text) != 32:
            raise ValueError("a digest is 32 hexadecimal digits")
        return cls(int(text[:16], 16), int(text[16:], 16))


def of(partition: str, kind: str, record_id: str, rev: int, content: bytes = b"") -> Sum:
    """The digest of one record; ``content`` is ``canonical`` for a deep one, and else empty."""
    said = f"{partition}\n{kind}\n{record_id}\n{rev}".encode()
    return Sum(*_HALVES(sha256(said + b"\n" + content if content else said).digest()))


def of_many(partition: str, kind: str, records: Iterable[tuple[str, int]]) -> Sum:
    """The digest of many records of one kind, as (id, rev): a whole copy's worth in a fraction of a second."""
    high = low = 0
    for record_id, rev in records:
        one, other = _HALVES(sha256(f"{partition}\n{kind}\n{record_id}\n{rev}".encode()).digest())
        high += one
        low += other
    return Sum(high & _HALF, low & _HALF)


def total(sums: Iterable[Sum]) -> Sum:
    """The digest of several put together."""
    high = low = 0
    for one in sums:
        high += one.high
        low += one.low
    return Sum(high & _HALF, low & _HALF)


def bucket_of(record_id: str) -> int:
    """In which of the buckets a record lies. By a hash, since ids made in the same minute begin and end alike."""
    return sha256(record_id.encode()).digest()[0]


def canonical(kind: str, data: Mapping[str, Any]) -> bytes:
    """What a record says, in the one form in which both sides write it: every declared field, in the order of names.

    Instants become UTC, defaults are written out, fields of newer programs are kept. A record that is not what its
    kind declares (written by hand at the centre) is taken as it stands.
    """
    record = KINDS.get(kind)
    whole = dict(data)
    if record is not None:
        with suppress(msgspec.ValidationError):
            whole.update(msgspec.to_builtins(_decoders[kind].decode(msgspec.json.encode(whole))))
    return msgspec.json.encode(whole, order="deterministic")


_decoders: dict[str, msgspec.json.Decoder[Any]] = {kind: msgspec.json.Decoder(record) for kind, record in KINDS.items()}
