"""What pulls and first-sync pages read: lines of PostgreSQL's own JSON text, in the order of seq or of key.

As with ``store``: a protocol, answered by PostgreSQL here and from memory in ``tests/simulation``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any, Protocol

import psycopg

from onemm_wire.digest import Sum

# One statement, one snapshot. The partitions come in the order of the scope, each from its own seq; those whose head
# has not moved are not looked into. That the head is the last seq is said for the planner: a range with two ends lets
# it expect few rows, where "all after this" makes it read the whole of a small region at every poll.
AFTER = """
SELECT part.name, change.seq, change.line
FROM unnest(%(names)s::text[], %(seqs)s::bigint[]) WITH ORDINALITY AS part (name, seq, place)
JOIN (SELECT partition AS place, seq FROM partition_head) AS head ON head.place = part.name AND head.seq > part.seq
CROSS JOIN LATERAL (
    SELECT record.seq, CASE WHEN erased THEN (whole || '{"erased": true}')::text ELSE whole::text END AS line
    FROM record, LATERAL (SELECT jsonb_build_object(
        'partition', partition, 'kind', kind, 'id', id, 'seq', record.seq, 'rev', rev, 'data', data)) AS change (whole)
    WHERE partition = part.name AND record.seq > part.seq AND record.seq <= head.seq
    ORDER BY record.seq LIMIT %(limit)s
) AS change
ORDER BY part.place, change.seq LIMIT %(limit)s
"""
AHEAD = """
SELECT 1 FROM unnest(%(names)s::text[], %(seqs)s::bigint[]) AS part (name, seq)
LEFT JOIN partition_head AS head ON head.partition = part.name
WHERE part.seq > coalesce(head.seq, 0) LIMIT 1
"""
SEQ = "SELECT coalesce((SELECT seq FROM partition_head WHERE partition = %s), 0)"
TOTAL = "SELECT count(*) FROM record WHERE partition = %s AND NOT deleted"
KINDS_OF = """
SELECT kind FROM unnest(%s::text[]) AS known (kind)
WHERE EXISTS (SELECT FROM record WHERE partition = %s AND record.kind = known.kind)
"""
LINES = """
SELECT count(*), max(id), string_agg(line, E'\\n' ORDER BY id)
FROM (
    SELECT id, '[' || to_json(kind) || ',' || to_json(id) || ',' || rev || ',' || data::text || ']' AS line
    FROM record WHERE partition = %(partition)s AND kind = %(kind)s AND id > %(after)s AND NOT deleted
    ORDER BY id LIMIT %(limit)s
) AS page
"""
# Three small questions and not one large: so each is answered by an index, however the planner guesses.
STARTING = """
SELECT id FROM record WHERE partition = %s AND kind = 'event' AND NOT deleted
AND data ->> 'starts_at' >= %s AND data ->> 'starts_at' < %s ORDER BY data ->> 'starts_at', id LIMIT %s
"""
OF_EVENTS = """
SELECT kind, id, data ->> 'mentor_id', data ->> 'attendee_id' FROM record
WHERE partition = %s AND (data ->> 'event_id') COLLATE "C" = ANY(%s)
AND kind IN ('booking', 'walk_in', 'attendance_mark', 'training_session', 'event_staff', 'roster_snapshot')
AND NOT deleted
"""
NAMED = """
SELECT count(*), string_agg(
    '[' || to_json(kind) || ',' || to_json(id) || ',' || rev || ',' || data::text || ']', E'\\n' ORDER BY id)
FROM record WHERE partition = %s AND kind = %s AND id = ANY(%s) AND NOT deleted
"""
#: Events that a week's page holds at most, the earliest first: a region has a handful.
WEEK_EVENTS = 50
# The seqs and the sums in one statement, hence of one moment.
DIGEST = """
SELECT bool_and(part.seq = coalesce(head.seq, 0)), sum(known.high), sum(known.low)
FROM unnest(%(names)s::text[], %(seqs)s::bigint[]) AS part (name, seq)
LEFT JOIN partition_head AS head ON head.partition = part.name
LEFT JOIN LATERAL (
    SELECT sum(high) AS high, sum(low) AS low FROM partition_sum
    WHERE partition = part.name AND kind = ANY(%(kinds)s)
) AS known ON true
"""
LIVE = "SELECT id, rev, data::text FROM record WHERE partition = %s AND kind = %s AND NOT deleted ORDER BY id"
LIVE_REVS = "SELECT id, rev, '' FROM record WHERE partition = %s AND kind = %s AND NOT deleted ORDER BY id"
IN_BUCKETS = """
SELECT count(*), string_agg(
    concat('[', to_jsonb(kind), ',', to_jsonb(id), ',', rev, ',', data, ']'), E'\\n' ORDER BY id)
FROM record WHERE partition = %s AND kind = %s AND NOT deleted
AND get_byte(sha256(convert_to(id, 'UTF8')), 0) = ANY(%s)
"""
ERASED = "SELECT DISTINCT kind, record_id FROM erasure WHERE partition = %s ORDER BY 1, 2"

#: (database, partition) -> (seq, total): counting took longer than reading a page, and as long as the seq stands
#: still, so does the count. Both are read in one snapshot.
_totals: dict[tuple[str, str], tuple[int, int]] = {}


class Reads(Protocol):
    """What a pull and a page need of the tables, within one transaction."""

    def ahead(self, seqs: Mapping[str, int]) -> bool:
        """Whether one of these seqs, by partition, has not been given yet."""

    def after(self, seqs: Mapping[str, int], limit: int) -> list[tuple[str, int, str]]:
        """The changes after these seqs as (partition, seq, JSON of a ``Change``), partition by partition."""

    def head(self, partition: str) -> tuple[int, int]:
        """A partition's last seq and how many live records it holds."""

    def seq(self, partition: str) -> int:
        """A partition's last seq."""

    def week(self, partition: str, since: str, until: str) -> dict[str, tuple[int, str]]:
        """The events that start between these instants and what belongs to them: by kind, how many and their lines."""

    def kinds_of(self, partition: str, kinds: Collection[str]) -> set[str]:
        """Which of these kinds there are records of, live or not."""

    def lines(self, partition: str, kind: str, after: str, limit: int) -> tuple[int, str | None, str | None]:
        """How many live records of a kind follow an id, the last one's id, and a page's lines (None for no record)."""

    def erased(self, partition: str) -> list[tuple[str, str]]:
        """Kind and id of everything that was ever erased in a partition."""

    def digest(self, seqs: Mapping[str, int], kinds: Collection[str]) -> Sum | None:
        """The digest of these kinds in all these partitions; None if one of them has gone on from its seq."""

    def live(self, partition: str, kind: str, *, contents: bool) -> Iterator[tuple[str, int, str]]:
        """Id, rev and, with ``contents``, the JSON of every live record of a kind."""

    def in_buckets(self, partition: str, kind: str, buckets: Collection[int]) -> tuple[int, str | None]:
        """How many live records of a kind lie in these buckets, and their lines (None for no record)."""


class PostgresReads:
    """The ``Reads`` of a centre."""

    def __init__(self, connection: psycopg.Connection[Any]) -> None:
        self._connection = connection

    def ahead(self, seqs: Mapping[str, int]) -> bool:
        """Whether one of these seqs, by partition, has not been given yet."""
        values = {"names": list(seqs), "seqs": list(seqs.values())}
        return self._connection.execute(AHEAD, values).fetchone() is not None

    def after(self, seqs: Mapping[str, int], limit: int) -> list[tuple[str, int, str]]:
        """The changes after these seqs, in one snapshot."""
        values = {"names": list(seqs), "seqs": list(seqs.values()), "limit": limit}
        return self._connection.execute(AFTER, values).fetchall()

    def head(self, partition: str) -> tuple[int, int]:
        """A partition's last seq and how many live records it holds."""
        seq = self.seq(partition)
        known_at, total = _totals.get((self._connection.info.dbname, partition), (-1, 0))
        if known_at != seq:
            (total,) = self._connection.execute(TOTAL, [partition]).fetchone() or (0,)
            _totals[self._connection.info.dbname, partition] = (seq, total)
        return seq, total

    def seq(self, partition: str) -> int:
        """A partition's last seq."""
        (seq,) = self._connection.execute(SEQ, [partition]).fetchone() or (0,)
        return int(seq)

    def week(self, partition: str, since: str, until: str) -> dict[str, tuple[int, str]]:
        """By the indexes: the same few milliseconds however large the region is."""
        ask = self._connection.execute
        events = [event for (event,) in ask(STARTING, [partition, since, until, WEEK_EVENTS])]
        wanted: dict[str, set[str]] = {"event": set(events), "mentor": set()}
        for kind, record_id, booked, marked in ask(OF_EVENTS, [partition, events]):
            wanted.setdefault(kind, set()).add(record_id)
            wanted["mentor"] |= {person for person in (booked, marked) if person is not None}
        held = {kind: ask(NAMED, [partition, kind, list(ids)]).fetchone() or (0, None) for kind, ids in wanted.items()}
        return {kind: (count, text) for kind, (count, text) in held.items() if text is not None}

    def kinds_of(self, partition: str, kinds: Collection[str]) -> set[str]:
        """A glance at the key per kind, in one question: a page asked for each of them in turn before."""
        return {kind for (kind,) in self._connection.execute(KINDS_OF, [list(kinds), partition])}

    def lines(self, partition: str, kind: str, after: str, limit: int) -> tuple[int, str | None, str | None]:
        """One kind's part of a page."""
        values = {"partition": partition, "kind": kind, "after": after, "limit": limit}
        return self._connection.execute(LINES, values).fetchone() or (0, None, None)

    def erased(self, partition: str) -> list[tuple[str, str]]:
        """From the list of erasures, which is short."""
        return self._connection.execute(ERASED, [partition]).fetchall()

    def digest(self, seqs: Mapping[str, int], kinds: Collection[str]) -> Sum | None:
        """From the sums that the numbering keeps: independent of how much there is."""
        if not seqs:
            return Sum()
        values = {"names": list(seqs), "seqs": list(seqs.values()), "kinds": list(kinds)}
        still, high, low = self._connection.execute(DIGEST, values).fetchone() or (False, 0, 0)
        return Sum() + Sum(int(high or 0), int(low or 0)) if still else None

    def live(self, partition: str, kind: str, *, contents: bool) -> Iterator[tuple[str, int, str]]:
        """Read through to the end: only where copies have been found to differ."""
        yield from self._connection.execute(LIVE if contents else LIVE_REVS, [partition, kind])

    def in_buckets(self, partition: str, kind: str, buckets: Collection[int]) -> tuple[int, str | None]:
        """The records themselves."""
        return self._connection.execute(IN_BUCKETS, [partition, kind, list(buckets)]).fetchone() or (0, None)
