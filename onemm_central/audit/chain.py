"""Holding the history and the book of the door against their chains, and the chains against anchors that lie elsewhere.

The chain shows that a line was changed, taken out, put in or moved, to whoever does not rewrite the seals too. Who may
write to the database can do that; so the heads are signed and kept where that person cannot reach them: an anchor. A
chain rewritten from the middle no longer passes through what an older anchor says. What was written after the last
anchor is protected by the seals alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, Literal

import msgspec
import psycopg
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from onemm_central.bundles.keys import all_keys, keys_of

What = Literal["changed", "seal_missing", "unsealed", "emptied", "head", "anchor"]

SEALS = """
SELECT seal.partition, seal.n, seal.digest, seal.lines, found.lines, found.hashes
FROM history_seal AS seal, LATERAL (
    SELECT count(*) AS lines, coalesce(string_agg(history_hash(line), ''::bytea ORDER BY line.number), '') AS hashes
    FROM history AS line
    WHERE line.partition = seal.partition AND line.xact = seal.xact
    AND line.number BETWEEN seal.first_number AND seal.last_number
) AS found ORDER BY seal.partition, seal.n
"""
UNSEALED = """
SELECT line.partition, line.number FROM history AS line WHERE NOT EXISTS (
    SELECT FROM history_seal AS seal WHERE seal.partition = line.partition AND seal.xact = line.xact
    AND line.number BETWEEN seal.first_number AND seal.last_number
) ORDER BY line.number
"""
# Emptied, and nobody has told of an erasure; or both a commitment and what it would stand for.
EMPTIED = """
SELECT line.partition, line.number FROM history AS line
WHERE line.commitment IS NOT NULL AND (line.salt IS NOT NULL OR line.before IS NOT NULL OR line.after IS NOT NULL
    OR NOT EXISTS (
        SELECT FROM erasure WHERE erasure.partition = line.partition AND erasure.kind = line.kind
        AND erasure.record_id = line.record_id))
ORDER BY line.number
"""

HEADS = """
SELECT partition, n, encode(digest, 'hex') FROM history_head
UNION ALL SELECT %(door)s, n, encode(digest, 'hex') FROM audit_head WHERE n > 0
"""
#: The book of the door among the partitions, whose names are of other families.
DOOR = "door"
LINKS = """
SELECT link.n, link.digest, CASE WHEN line.id IS NOT NULL THEN audit_hash(line) END
FROM audit_link AS link LEFT JOIN audit_event AS line ON line.id = link.event_id ORDER BY link.n
"""
UNLINKED = """
SELECT line.id FROM audit_event AS line WHERE NOT EXISTS (SELECT FROM audit_link WHERE event_id = line.id)
ORDER BY line.id
"""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that an honest program does not leave. ``at`` is a seal's n, or a line's number.

    ``partition`` is ``DOOR`` for what is wrong in the book of the door.
    """

    what: What
    partition: str
    at: int


class Anchor(msgspec.Struct, frozen=True):
    """The heads of all chains at a moment, signed with the centre's key: one line of an anchor file."""

    centre: str
    at: datetime
    heads: dict[str, tuple[int, str]]  # by partition, and by DOOR
    signature: str = ""

    def statement(self) -> bytes:
        """What is signed."""
        return msgspec.json.encode([self.centre, self.at, sorted(self.heads.items())])


def anchor(connection: psycopg.Connection[Any], now: datetime) -> Anchor:
    """The heads as they are now, signed."""
    (centre,) = connection.execute("SELECT id FROM centre").fetchone() or ("",)
    rows = connection.execute(HEADS, {"door": DOOR}).fetchall()
    unsigned = Anchor(centre, now.astimezone(UTC), {partition: (n, digest) for partition, n, digest in rows})
    key = Ed25519PrivateKey.from_private_bytes(keys_of(connection).sign)
    return msgspec.structs.replace(unsigned, signature=key.sign(unsigned.statement()).hex())


def verify(connection: psycopg.Connection[Any], anchors: Iterable[Anchor] = ()) -> list[Finding]:
    """All that does not fit together, in the order in which it was found; empty where everything does."""
    wanted = {
        (partition, n): bytes.fromhex(digest) for each in anchors for partition, (n, digest) in each.heads.items()
    }
    found = [*_seals(connection, wanted), *_links(connection, wanted)]
    found += [Finding("anchor", partition, n) for partition, n in wanted]
    found += [Finding("unsealed", *row) for row in connection.execute(UNSEALED)]
    found += [Finding("unsealed", DOOR, row[0]) for row in connection.execute(UNLINKED)]
    found += [Finding("emptied", *row) for row in connection.execute(EMPTIED)]
    return found


def forged(connection: psycopg.Connection[Any], anchors: Iterable[Anchor]) -> list[Anchor]:
    """The anchors that none of this centre's keys has signed."""
    known = [Ed25519PrivateKey.from_private_bytes(keys.sign).public_key() for keys in all_keys(connection)]
    return [each for each in anchors if not any(_signed(each, key) for key in known)]


def _signed(one: Anchor, key: Ed25519PublicKey) -> bool:
    try:
        key.verify(bytes.fromhex(one.signature), one.statement())
    except (InvalidSignature, ValueError):
        return False
    return True


def _seals(connection: psycopg.Connection[Any], wanted: dict[tuple[str, int], bytes]) -> Iterator[Finding]:
    """Walk the chains; what is found of ``wanted`` is taken out of it."""
    heads = {place: (n, digest) for place, n, digest in connection.execute("SELECT * FROM history_head")}
    partition, before, last = "", b"", 0
    ends: dict[str, tuple[int, bytes]] = {}
    for place, n, digest, lines, there, hashes in connection.execute(SEALS):
        if place != partition:
            partition, before, last = place, b"", 0
        if n != last + 1:
            yield Finding("seal_missing", place, last + 1)
        elif lines != there or sha256(before + hashes).digest() != digest:
            yield Finding("changed", place, n)
        if wanted.get((place, n)) == digest:
            del wanted[(place, n)]
        before, last = digest, n
        ends[place] = (n, digest)
    for place in sorted(heads.keys() | ends.keys()):
        if heads.get(place) != ends.get(place):
            yield Finding("head", place, 0)


def _links(connection: psycopg.Connection[Any], wanted: dict[tuple[str, int], bytes]) -> Iterator[Finding]:
    """Walk the chain of the book of the door; what is found of ``wanted`` is taken out of it."""
    before, last = b"", 0
    for n, digest, line in connection.execute(LINKS):
        if n != last + 1:
            yield Finding("seal_missing", DOOR, last + 1)
        elif line is None or sha256(before + line).digest() != digest:
            yield Finding("changed", DOOR, n)
        if wanted.get((DOOR, n)) == digest:
            del wanted[(DOOR, n)]
        before, last = digest, n
    if connection.execute("SELECT n, digest FROM audit_head").fetchone() != (last, before):
        yield Finding("head", DOOR, 0)
