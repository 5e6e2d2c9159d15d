"""The tables behind a push, read and written a batch at a time: a handful of statements for two hundred ops.

What a push asks of them is the ``Store`` protocol. PostgreSQL answers it here; the simulator of ``tests/simulation``
answers it from memory, so that the code which decides runs there as it does at the centre. One contract test holds
the two together (``tests/simulation/test_store.py``).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import Any, Protocol

import msgspec
import psycopg
from psycopg.errors import ProgramLimitExceeded, UniqueViolation

from onemm_central.sync.conflicts import Writer
from onemm_central.sync.decide import Key, Stored
from onemm_wire.protocol import Op, OpResult
from onemm_wire.records import Conflict

#: The author of what no person wrote.
THE_CENTRE = "centre"

_STORED = "record.partition, record.kind, record.id, record.rev, record.field_revs, record.data, record.erased"
_KEYS = "unnest(%s::text[], %s::text[], %s::text[])"
LOCK_RECORDS = (
    f"SELECT {_STORED} FROM {_KEYS} AS wanted (partition, kind, id) "  # noqa: S608  (our own text)
    "JOIN record USING (partition, kind, id) ORDER BY 1, 2, 3 FOR UPDATE OF record"
)
LOCK_CONFLICTS = f"""
SELECT {_STORED} FROM record WHERE kind = 'conflict' AND (partition, id) IN (
    SELECT conflict.partition, conflict.id FROM {_KEYS} AS about (partition, kind, id)
    JOIN record AS conflict ON conflict.kind = 'conflict' AND conflict.data ->> 'state' = 'open'
        AND conflict.partition = about.partition AND conflict.data ->> 'about_kind' = about.kind
        AND conflict.data ->> 'about_id' = about.id
    UNION ALL SELECT wanted.partition, wanted.id FROM {_KEYS} AS wanted (partition, kind, id)
) ORDER BY 1, 2, 3 FOR UPDATE OF record
"""  # noqa: S608  (our own text)
WRITER = """
SELECT author, coalesce(account.name, ''), written_at, coalesce(before, CASE verb WHEN 'delete' THEN (
    -- Deleted by hand once more: what it was stands with the first time.
    SELECT earlier.before FROM history AS earlier
    WHERE (earlier.partition, earlier.kind, earlier.record_id) = (line.partition, line.kind, line.record_id)
    AND earlier.verb = 'delete' AND earlier.before IS NOT NULL ORDER BY earlier.number DESC LIMIT 1) END, '{}')
FROM history AS line LEFT JOIN account ON account.id = author
WHERE partition = %s AND kind = %s AND record_id = %s AND rev = %s ORDER BY number DESC LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class Known:
    """The answer that an op key has got already."""

    payload_hash: bytes
    answer: OpResult


@dataclass(frozen=True, slots=True)
class Answered:
    """An op's answer as it is to be kept, and, where something was written, the line for the history.

    ``inbox`` is the id under which the op itself is kept for a person in the office.
    """

    op: Op | None
    payload_hash: bytes
    result: OpResult
    wrote_rev: int | None = None
    before: Mapping[str, Any] | None = None
    after: Mapping[str, Any] | None = None
    rules: Mapping[str, str] | None = None
    inbox: str = ""


class UnkeptError(Exception):
    """The store will not keep something of what it was given: which op that was is found by trying each alone."""


class Store(Protocol):
    """What a push needs of the tables, within one transaction."""

    def apart(self) -> AbstractContextManager[None]:
        """A part of the transaction that is kept or undone as one. Raises UnkeptError, having undone it."""

    def known_answers(self, device_id: str, numbers: Collection[int]) -> dict[int, Known]:
        """The answers that these ops got earlier."""

    def locked_records(self, keys: Collection[Key]) -> dict[Key, Stored]:
        """These records and the open conflicts about them, which nobody else may change before the transaction ends."""

    def own_revs(self, device_id: str, keys: Collection[Key]) -> dict[Key, dict[int, frozenset[str]]]:
        """Per record, the revs that this device gave it, with the fields which a rule settled to another value."""

    def write_records(self, changed: Mapping[Key, Stored], known: Collection[Key]) -> None:
        """Store these records and number them in the order in which transactions are committed."""

    def seqs_of(self, keys: Collection[Key]) -> dict[Key, int]:
        """The seqs of these records as they are now; of those that exist."""

    def writer_of(self, key: Key, rev: int) -> Writer | None:
        """Who gave a record this rev, as the history tells."""

    def held_before(self, device_id: str) -> frozenset[str]:
        """Every partition that this device was ever granted."""

    def write_answers(self, device_id: str, author: str, answered: list[Answered]) -> None:
        """Keep the answers under their op keys, the history of what their ops wrote, and what the inbox is to keep."""

    def write_asked(self, asked: Mapping[Key, Stored], before: Mapping[Key, Stored]) -> None:
        """Keep the history of the conflicts that the centre itself wrote; ``before`` is how they were."""


class PostgresStore:
    """The ``Store`` of a centre: one PostgreSQL transaction's view of the tables."""

    def __init__(self, connection: psycopg.Connection[Any]) -> None:
        self._connection = connection

    @contextmanager
    def apart(self) -> Iterator[None]:
        """A savepoint. A record that somebody else has just created is no fault of ours and passes as it is."""
        try:
            with self._connection.transaction():
                yield
        except UniqueViolation:
            raise
        except (psycopg.DataError, psycopg.IntegrityError, ProgramLimitExceeded) as error:
            raise UnkeptError from error

    def known_answers(self, device_id: str, numbers: Collection[int]) -> dict[int, Known]:
        """The answers that these ops got earlier."""
        cursor = self._connection.execute(
            "SELECT n, payload_hash, answer::text FROM op_result WHERE device_id = %s AND n = ANY(%s)",
            [device_id, list(numbers)],
        )
        return {n: Known(digest, msgspec.json.decode(answer, type=OpResult)) for n, digest, answer in cursor}

    def locked_records(self, keys: Collection[Key]) -> dict[Key, Stored]:
        """These records and the open conflicts about them, locked to the end of the transaction.

        Always records first and each in the order of their keys: no deadlock. And only who has locked a record writes
        conflicts about it, so that none appears after they were looked for.
        """
        records = sorted(key for key in keys if key[1] != Conflict.kind)
        conflicts = sorted(key for key in keys if key[1] == Conflict.kind)
        rows = self._connection.execute(LOCK_RECORDS, _columns(records, 3)).fetchall()
        rows += self._connection.execute(LOCK_CONFLICTS, _columns(records, 3) + _columns(conflicts, 3)).fetchall()
        return {(partition, kind, record_id): Stored(*rest) for partition, kind, record_id, *rest in rows}

    def own_revs(self, device_id: str, keys: Collection[Key]) -> dict[Key, dict[int, frozenset[str]]]:
        """Per record, the revs that this device gave it, with the fields which a rule settled to another value."""
        cursor = self._connection.execute(
            "SELECT partition, kind, record_id, wrote_rev, answer -> 'fields' FROM op_result "
            "WHERE device_id = %s AND record_id = ANY(%s) AND wrote_rev IS NOT NULL",
            [device_id, [key[2] for key in keys]],
        )
        own: dict[Key, dict[int, frozenset[str]]] = {}
        for partition, kind, record_id, rev, settled in cursor:
            own.setdefault((partition, kind, record_id), {})[rev] = frozenset(settled or ())
        return own

    def write_records(self, changed: Mapping[Key, Stored], known: Collection[Key]) -> None:
        """Store these records and number them. From here on their partitions are locked.

        Raises psycopg.errors.UniqueViolation if a record that was not ``known`` has been created meanwhile.
        """
        self._connection.execute("SELECT set_config('onemm.history', 'written', true)")
        self._insert({key: state for key, state in changed.items() if key not in known})
        self._update({key: state for key, state in changed.items() if key in known})
        # The counter's trigger now instead of at commit, since the answers tell the seqs.
        self._connection.execute("SET CONSTRAINTS record_numbered IMMEDIATE")

    def seqs_of(self, keys: Collection[Key]) -> dict[Key, int]:
        """The seqs of these records as they are now; of those that exist."""
        cursor = self._connection.execute(
            "SELECT partition, kind, id, seq FROM unnest(%s::text[], %s::text[], %s::text[]) "
            "AS wanted (partition, kind, id) JOIN record USING (partition, kind, id)",
            _columns(sorted(keys), 3),
        )
        return {(partition, kind, record_id): seq for partition, kind, record_id, seq in cursor}

    def _insert(self, states: Mapping[Key, Stored]) -> None:
        if states:
            self._connection.execute(
                "INSERT INTO record (partition, kind, id, rev, field_revs, data) "
                "SELECT * FROM unnest(%s::text[], %s::text[], %s::text[], %s::int[], %s::jsonb[], %s::jsonb[])",
                _columns([_row(key, state) for key, state in states.items()], 6),
            )

    def _update(self, states: Mapping[Key, Stored]) -> None:
        if states:
            self._connection.execute(
                "UPDATE record SET rev = news.rev, field_revs = news.field_revs, data = news.data "
                "FROM unnest(%s::text[], %s::text[], %s::text[], %s::int[], %s::jsonb[], %s::jsonb[]) "
                "AS news (partition, kind, id, rev, field_revs, data) "
                "WHERE (record.partition, record.kind, record.id) = (news.partition, news.kind, news.id)",
                _columns([_row(key, state) for key, state in states.items()], 6),
            )

    def writer_of(self, key: Key, rev: int) -> Writer | None:
        """Who gave a record this rev, as the history tells."""
        row = self._connection.execute(WRITER, [*key, rev]).fetchone()
        return None if row is None else Writer(*row)

    def held_before(self, device_id: str) -> frozenset[str]:
        """Every partition that this device was ever granted."""
        row = self._connection.execute("SELECT held FROM device WHERE id = %s", [device_id]).fetchone()
        return frozenset(row[0] if row else ())

    def write_answers(self, device_id: str, author: str, answered: list[Answered]) -> None:
        """Keep the answers under their op keys, the history of what their ops wrote, and what the inbox is to keep."""
        self._write_results(device_id, answered)
        self._write_history(device_id, author, [line for line in answered if line.wrote_rev is not None])
        self._write_inbox(device_id, author, [line for line in answered if line.inbox])

    def write_asked(self, asked: Mapping[Key, Stored], before: Mapping[Key, Stored]) -> None:
        """Keep the history of the conflicts that the centre itself wrote: no op stands for it."""
        rows = []
        for key, state in asked.items():
            old = dict((before[key].data if key in before else None) or {})
            new = dict(state.data or {})
            changed = [name for name in new if name not in old or old[name] != new[name]]
            rows.append(
                (
                    *key, state.rev, "update" if old else "create",
                    _json({name: old[name] for name in changed if name in old}) if old else None,
                    _json({name: new[name] for name in changed}),
                )
            )  # fmt: skip
        if rows:
            self._connection.execute(
                "INSERT INTO history (author, partition, kind, record_id, rev, verb, before, after) "
                "SELECT %s, * FROM unnest(%s::text[], %s::text[], %s::text[], %s::int[], %s::text[], %s::jsonb[], "
                "%s::jsonb[])",
                [THE_CENTRE, *_columns(rows, 7)],
            )

    def _write_results(self, device_id: str, answered: list[Answered]) -> None:
        rows = [
            (
                line.result.n, line.payload_hash,
                line.op.partition if line.op else "", line.op.kind if line.op else "", line.op.id if line.op else "",
                line.wrote_rev, _json(line.result),
            )
            for line in answered
        ]  # fmt: skip
        if rows:
            self._connection.execute(
                "INSERT INTO op_result (device_id, n, payload_hash, partition, kind, record_id, wrote_rev, answer) "
                "SELECT %s, * FROM unnest(%s::bigint[], %s::bytea[], %s::text[], %s::text[], %s::text[], %s::int[], "
                "%s::jsonb[])",
                [device_id, *_columns(rows, 7)],
            )

    def _write_history(self, device_id: str, author: str, lines: list[Answered]) -> None:
        rows = [
            (
                op.partition, op.kind, op.id, line.wrote_rev, op.verb, op.n,
                _json(line.before) if line.before else None, _json(line.after) if line.after else None,
                _json(line.rules or {}),
            )
            for line in lines
            if (op := line.op) is not None
        ]  # fmt: skip
        if rows:
            self._connection.execute(
                "INSERT INTO history "
                "(author, device_id, partition, kind, record_id, rev, verb, op_n, before, after, rules) "
                "SELECT %s, %s, * FROM unnest(%s::text[], %s::text[], %s::text[], %s::int[], %s::text[], %s::bigint[], "
                "%s::jsonb[], %s::jsonb[], %s::jsonb[])",
                [author, device_id, *_columns(rows, 9)],
            )

    def _write_inbox(self, device_id: str, author: str, lines: list[Answered]) -> None:
        rows = [
            (line.inbox, op.n, op.partition, op.kind, op.id, _json(op)) for line in lines if (op := line.op) is not None
        ]
        if rows:
            self._connection.execute(
                "INSERT INTO inbox (device_id, author, id, op_n, partition, kind, record_id, op) "
                "SELECT %s, %s, * FROM unnest(%s::text[], %s::bigint[], %s::text[], %s::text[], %s::text[], "
                "%s::jsonb[])",
                [device_id, author, *_columns(rows, 6)],
            )


def _row(key: Key, state: Stored) -> tuple[Any, ...]:
    return (*key, state.rev, _json(state.field_revs), None if state.data is None else _json(state.data))


def _columns(rows: Collection[tuple[Any, ...]], width: int) -> list[list[Any]]:
    """Rows turned on their side, for ``unnest``."""
    return [list(column) for column in zip(*rows, strict=True)] if rows else [[] for _ in range(width)]


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()
