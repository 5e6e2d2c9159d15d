"""The centre's tables in memory: what ``PostgresStore``, ``PostgresReads`` and the triggers of migration 0001 do.

``test_store.py`` holds this and PostgreSQL to the same contract. JSON is kept as text, as it is there, so that no
state is shared by accident between a stored record and the code that decides about it.
"""

from __future__ import annotations

import copy
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

import msgspec

from onemm_central.sync.conflicts import Writer
from onemm_central.sync.decide import Key, Stored
from onemm_central.sync.store import THE_CENTRE, Answered, Known
from onemm_wire import digest
from onemm_wire.digest import Sum
from onemm_wire.protocol import Op, OpResult
from onemm_wire.records import Conflict


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table ``record``."""

    seq: int
    rev: int
    field_revs: bytes
    data: bytes | None
    erased: bool = False

    @property
    def value(self) -> dict[str, Any] | None:
        """The record, decoded."""
        return None if self.data is None else msgspec.json.decode(self.data)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table ``history``; ``before`` and ``after`` hold the changed fields."""

    key: Key
    rev: int
    verb: str
    author: str
    device_id: str | None
    op_n: int | None
    before: dict[str, Any]
    after: dict[str, Any]
    rules: dict[str, str]


@dataclass(frozen=True, slots=True)
class Kept:
    """A line of the table ``op_result``."""

    payload_hash: bytes
    op: Op | None
    wrote_rev: int | None
    result: bytes

    @property
    def answer(self) -> OpResult:
        """The answer, decoded."""
        return msgspec.json.decode(self.result, type=OpResult)


@dataclass
class Tables:
    """Everything the centre has stored. Rows are never changed in place, so a copy of the maps is a backup."""

    records: dict[Key, Row] = field(default_factory=dict)
    heads: dict[str, int] = field(default_factory=dict)
    results: dict[tuple[str, int], Kept] = field(default_factory=dict)
    history: list[Line] = field(default_factory=list)
    conflicts: list[tuple[str, int, Key, list[str]]] = field(default_factory=list)
    held: dict[str, list[str]] = field(default_factory=dict)
    inbox: dict[str, Op] = field(default_factory=dict)

    def backup(self) -> Tables:
        """These tables as they are now."""
        return Tables(**{name: copy.copy(value) for name, value in vars(self).items()})

    def live(self, partition: str, kind: str) -> list[tuple[str, Row]]:
        """The records of a kind which are no tombstones, in the order of their ids."""
        return sorted(
            (key[2], row) for key, row in self.records.items() if key[:2] == (partition, kind) and row.data is not None
        )

    def number(self, partition: str) -> int:
        """The next seq of a partition. Called at commit, by whoever writes."""
        self.heads[partition] = self.heads.get(partition, 0) + 1
        return self.heads[partition]


class MemoryStore:
    """``Store`` and ``Reads`` over tables in memory. A transaction is whatever happens between two requests."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables

    @contextmanager
    def apart(self) -> Iterator[None]:
        """All of it or nothing."""
        before = self.tables.backup()
        try:
            yield
        except BaseException:
            vars(self.tables).update(vars(before))
            raise

    # --- a push -----------------------------------------------------------------------------------------------

    def known_answers(self, device_id: str, numbers: Collection[int]) -> dict[int, Known]:
        """The answers that these ops got earlier."""
        kept = {n: self.tables.results.get((device_id, n)) for n in numbers}
        return {n: Known(line.payload_hash, line.answer) for n, line in kept.items() if line is not None}

    def locked_records(self, keys: Collection[Key]) -> dict[Key, Stored]:
        """These records and the open conflicts about them: nobody else is at work between two requests."""
        wanted = {*keys, *self._open_conflicts(keys)}
        rows = {key: self.tables.records.get(key) for key in sorted(wanted)}
        return {
            key: Stored(row.rev, msgspec.json.decode(row.field_revs), row.value, row.erased)
            for key, row in rows.items()
            if row is not None
        }

    def _open_conflicts(self, about: Collection[Key]) -> Iterator[Key]:
        for (partition, kind, record_id), row in self.tables.records.items():
            value = row.value if kind == Conflict.kind else None
            if value is None or value["state"] != "open":
                continue
            if (partition, value["about_kind"], value["about_id"]) in about:
                yield (partition, kind, record_id)

    def own_revs(self, device_id: str, keys: Collection[Key]) -> dict[Key, dict[int, frozenset[str]]]:
        """Per record, the revs that this device gave it, with the fields which a rule settled to another value."""
        ids = {key[2] for key in keys}
        own: dict[Key, dict[int, frozenset[str]]] = {}
        for (device, _n), kept in self.tables.results.items():
            if device == device_id and kept.wrote_rev is not None and kept.op is not None and kept.op.id in ids:
                own.setdefault(key_of(kept.op), {})[kept.wrote_rev] = frozenset(kept.answer.fields)
        return own

    def write_records(self, changed: Mapping[Key, Stored], known: Collection[Key]) -> None:
        """Store these records and number them: one transaction at a time, so in the order of commits."""
        for key, state in sorted(changed.items(), key=lambda item: item[0][0]):
            self.tables.records[key] = Row(
                self.tables.number(key[0]), state.rev, msgspec.json.encode(state.field_revs), _json(state.data)
            )

    def seqs_of(self, keys: Collection[Key]) -> dict[Key, int]:
        """The seqs of these records as they are now; of those that exist."""
        return {key: self.tables.records[key].seq for key in keys if key in self.tables.records}

    def writer_of(self, key: Key, rev: int) -> Writer | None:
        """Who gave a record this rev, as the history tells."""
        lines = [line for line in self.tables.history if (line.key, line.rev) == (key, rev)]
        if not lines:
            return None
        # Deleted by hand once more: what it was stands with the first time.
        earlier = [line.before for line in self.tables.history if line.key == key and line.verb == "delete"]
        again: Mapping[str, Any] = (
            next((one for one in reversed(earlier) if one), {}) if lines[-1].verb == "delete" else {}
        )
        return Writer(lines[-1].author, before=lines[-1].before or again)

    def held_before(self, device_id: str) -> frozenset[str]:
        """Every partition that this device was ever granted."""
        return frozenset(self.tables.held.get(device_id, ()))

    def write_answers(self, device_id: str, author: str, answered: list[Answered]) -> None:
        """Keep the answers under their op keys, and the history of what their ops wrote."""
        for line in answered:
            place = (device_id, line.result.n)
            if place in self.tables.results:
                raise AssertionError("an op key has one answer")
            self.tables.results[place] = Kept(
                line.payload_hash, line.op, line.wrote_rev, msgspec.json.encode(line.result)
            )
            if line.op is not None and line.wrote_rev is not None:
                self.tables.history.append(
                    Line(
                        key_of(line.op), line.wrote_rev, line.op.verb, author, device_id, line.op.n,
                        _copied(line.before), _copied(line.after), dict(line.rules or {}),
                    )
                )  # fmt: skip
            if line.op is not None and line.inbox:
                self.tables.inbox[line.inbox] = line.op
            if line.op is not None and line.result.status == "conflict":
                fields = list(line.result.values["conflicts"])
                self.tables.conflicts.append((device_id, line.op.n, key_of(line.op), fields))

    def write_asked(self, asked: Mapping[Key, Stored], before: Mapping[Key, Stored]) -> None:
        """Keep the history of the conflicts that the centre itself wrote."""
        for key, state in asked.items():
            old = _copied(before[key].data if key in before else None)
            new = _copied(state.data)
            changed = [name for name in new if name not in old or old[name] != new[name]]
            self.tables.history.append(
                Line(
                    key, state.rev, "update" if old else "create", THE_CENTRE, None, None,
                    {name: old[name] for name in changed if name in old}, {name: new[name] for name in changed}, {},
                )
            )  # fmt: skip

    # --- a pull, a page ---------------------------------------------------------------------------------------

    def ahead(self, seqs: Mapping[str, int]) -> bool:
        """Whether one of these seqs, by partition, has not been given yet."""
        return any(seq > self.tables.heads.get(partition, 0) for partition, seq in seqs.items())

    def after(self, seqs: Mapping[str, int], limit: int) -> list[tuple[str, int, str]]:
        """The changes after these seqs, partition by partition."""
        found: list[tuple[str, int, str]] = []
        for partition, seq in seqs.items():
            newer = sorted(
                (row.seq, key, row) for key, row in self.tables.records.items() if key[0] == partition and row.seq > seq
            )
            found.extend((partition, place, _change(key, row)) for place, key, row in newer[:limit])
        return found[:limit]

    def head(self, partition: str) -> tuple[int, int]:
        """A partition's last seq and how many live records it holds."""
        total = sum(key[0] == partition and row.data is not None for key, row in self.tables.records.items())
        return self.seq(partition), total

    def seq(self, partition: str) -> int:
        """A partition's last seq."""
        return self.tables.heads.get(partition, 0)

    def week(self, partition: str, since: str, until: str) -> dict[str, tuple[int, str]]:
        """The events between two instants and what belongs to them."""
        events = {
            key for key, row in self.tables.live(partition, "event") if since <= (row.value or {})["starts_at"] < until
        }
        wanted: set[tuple[str, Any]] = {("event", key) for key in events}
        for kind in ("training_session", "event_staff", "booking", "roster_snapshot", "walk_in", "attendance_mark"):
            for key, row in self.tables.live(partition, kind):
                value = row.value or {}
                if value["event_id"] in events:
                    wanted |= {(kind, key), ("mentor", value.get("mentor_id")), ("mentor", value.get("attendee_id"))}
        held: dict[str, list[str]] = {}
        for kind in sorted({kind for kind, _ in wanted}):
            lines = [_line(kind, key, row) for key, row in self.tables.live(partition, kind) if (kind, key) in wanted]
            if lines:
                held[kind] = lines
        return {kind: (len(lines), "\n".join(lines)) for kind, lines in held.items()}

    def kinds_of(self, partition: str, kinds: Collection[str]) -> set[str]:
        """Which of these kinds there are records of, live or not."""
        return {key[1] for key in self.tables.records if key[0] == partition} & set(kinds)

    def lines(self, partition: str, kind: str, after: str, limit: int) -> tuple[int, str | None, str | None]:
        """One kind's part of a page."""
        rows = [(record_id, row) for record_id, row in self.tables.live(partition, kind) if record_id > after][:limit]
        if not rows:
            return 0, None, None
        return len(rows), rows[-1][0], "\n".join(_line(kind, *one) for one in rows)

    def erased(self, partition: str) -> list[tuple[str, str]]:
        """Kind and id of everything that was ever erased in a partition."""
        return sorted(key[1:] for key, row in self.tables.records.items() if key[0] == partition and row.erased)

    def digest(self, seqs: Mapping[str, int], kinds: Collection[str]) -> Sum | None:
        """The digest of these kinds in all these partitions; None if one of them has gone on from its seq."""
        if any(seq != self.tables.heads.get(partition, 0) for partition, seq in seqs.items()):
            return None
        return digest.total(
            digest.of(*key, row.rev)
            for key, row in self.tables.records.items()
            if key[0] in seqs and key[1] in kinds and row.data is not None
        )

    def live(self, partition: str, kind: str, *, contents: bool) -> Iterator[tuple[str, int, str]]:
        """Id, rev and, with ``contents``, the JSON of every live record of a kind."""
        for record_id, row in self.tables.live(partition, kind):
            yield record_id, row.rev, (row.data or b"").decode() if contents else ""

    def in_buckets(self, partition: str, kind: str, buckets: Collection[int]) -> tuple[int, str | None]:
        """How many live records of a kind lie in these buckets, and their lines."""
        texts = [
            _text([kind, record_id, row.rev, msgspec.Raw(row.data or b"null")])
            for record_id, row in self.tables.live(partition, kind)
            if digest.bucket_of(record_id) in buckets
        ]
        return len(texts), "\n".join(texts) or None


@dataclass
class HandWritten:
    """Somebody's SQL at the centre, in a transaction of its own that may stay open while others commit.

    What it will do is a change per record (None deletes, a whole record creates); its rows are locked until it ends.
    ``commit`` does what the triggers do: a new rev, the revs of the changed fields, a line of history, and the
    number, last of all.
    """

    tables: Tables
    changes: dict[Key, dict[str, Any] | None]

    def commit(self) -> None:
        """Number and keep the changes."""
        for key in sorted(self.changes):
            change, row = self.changes[key], self.tables.records.get(key)
            if row is None and (change is None or "id" not in change):
                continue  # no row to delete or to update
            if change is None and row is not None and row.data is None:
                continue  # the trigger turns a DELETE into an UPDATE of rows that are no tombstones yet
            self._write(key, change, self._number(key))

    def _number(self, key: Key) -> int:
        return self.tables.number(key[0])

    def _write(self, key: Key, change: dict[str, Any] | None, seq: int) -> None:
        row = self.tables.records.get(key)
        old = (row.value or {}) if row is not None else {}
        # ``data || patch`` of a tombstone is NULL again; only a whole record brings it back.
        gone = change is None or (not old and "id" not in change)
        new = {} if change is None or gone else {**old, **change}
        changed = sorted(name for name in {**old, **new} if old.get(name, ...) != new.get(name, ...))
        rev = 1 if row is None else row.rev + 1
        revs = {} if row is None else msgspec.json.decode(row.field_revs)
        if row is not None:
            revs |= dict.fromkeys(changed, rev)
        verb = "delete" if gone else ("update" if old else "create")
        erased = row is not None and row.erased
        self.tables.records[key] = Row(seq, rev, msgspec.json.encode(revs), None if gone else _json(new), erased)
        self.tables.history.append(
            Line(
                key, rev, verb, "by hand", None, None,
                {name: old[name] for name in changed if name in old},
                {name: new[name] for name in changed if name in new}, {},
            )
        )  # fmt: skip
        if row is not None and key[1] != Conflict.kind:
            self._let_questions_follow(key, old)

    def _let_questions_follow(self, about: Key, old: dict[str, Any]) -> None:
        """As the trigger of migration 0013: open questions about a record that was changed by hand."""
        row = self.tables.records[about]
        data, revs = row.value, msgspec.json.decode(row.field_revs)
        for place, asked in sorted(self._open(about), key=lambda one: (one[1]["field"] != "", one[0])):
            name = asked["field"]
            stands = data if name == "" else (data or {}).get(name)
            rev = row.rev if name == "" or data is None else revs.get(name, 1)
            written = {"centre": stands, "centre_rev": rev, "centre_by": "by hand", "centre_by_name": ""}
            closed = {"state": "settled", "choice": "same_value", "settled_by": "by hand", "value": None}
            if data is None and name:
                whole = [
                    one
                    for one in self._open(about)
                    if one[1]["field"] == "" and one[1]["device_id"] == asked["device_id"]
                ]
                if whole:
                    self._change(whole[0][0], {"laptop": {**(whole[0][1]["laptop"] or {}), name: asked["laptop"]}})
                    self._change(place, closed)
                else:
                    both = {side: {**old, name: asked[side]} for side in ("before", "laptop")}
                    self._change(place, {**written, "field": "", **both})
            elif stands == asked["laptop"]:
                self._change(place, {**closed, "value": stands})
            elif stands != asked["centre"] or rev != asked["centre_rev"]:
                self._change(place, written)

    def _open(self, about: Key) -> list[tuple[Key, dict[str, Any]]]:
        rows = [(key, row.value) for key, row in self.tables.records.items() if key[:2] == (about[0], Conflict.kind)]
        return [
            (key, value)
            for key, value in rows
            if value and value["state"] == "open" and (value["about_kind"], value["about_id"]) == about[1:]
        ]

    def _change(self, question: Key, changes: dict[str, Any]) -> None:
        self._write(question, changes, self.tables.number(question[0]))


def erase(tables: Tables, key: Key) -> list[Key]:
    """As ``onemm_central.records.erasure``: a record and the questions about it, in one transaction; answers which."""
    row = tables.records.get(key)
    if row is None or row.erased:
        return []
    about = sorted(
        other
        for other, asked in tables.records.items()
        if other[1] == Conflict.kind and (value := asked.value) and (value["about_kind"], value["about_id"]) == key[1:]
    )
    for one in (key, *about):
        _erase(tables, one)
    return [key, *about]


def erase_again(tables: Tables, key: Key) -> None:
    """As ``onemm_central.rights.ledger``: what a backup brought back, and a tombstone for what it never knew."""
    if key in tables.records:
        erase(tables, key)
    else:
        tables.records[key] = Row(tables.number(key[0]), 1, b"{}", None, erased=True)
        tables.history.append(Line(key, 1, "erase", "office", None, None, {}, {}, {}))


def _erase(tables: Tables, key: Key) -> None:
    row = tables.records[key]
    rev = row.rev + 1
    revs = msgspec.json.decode(row.field_revs) | dict.fromkeys(row.value or {}, rev)
    tables.records[key] = Row(tables.number(key[0]), rev, msgspec.json.encode(revs), None, erased=True)
    tables.history = [replace(line, before={}, after={}) if line.key == key else line for line in tables.history]
    tables.history.append(Line(key, rev, "erase", "office", None, None, {}, {}, {}))
    for place, kept in tables.results.items():
        if kept.op is not None and key_of(kept.op) == key:
            gone = msgspec.json.encode(OpResult(n=place[1], status="gone", code="erased"))
            tables.results[place] = Kept(b"", _emptied(kept.op), kept.wrote_rev, gone)
    tables.conflicts = [asked for asked in tables.conflicts if asked[2] != key]
    tables.inbox = {place: _emptied(op) if key_of(op) == key else op for place, op in tables.inbox.items()}


def _emptied(op: Op) -> Op:
    return msgspec.structs.replace(op, fields={}, was={})


def key_of(op: Op) -> Key:
    """The record an op is about."""
    return (op.partition, op.kind, op.id)


def reseal(row: Row, **values: Any) -> Row:
    """The row with some of its columns changed, for tests that break things."""
    return replace(row, **values)


def _json(data: Mapping[str, Any] | None) -> bytes | None:
    return None if data is None else msgspec.json.encode(data)


def _copied(fields: Mapping[str, Any] | None) -> dict[str, Any]:
    copied: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(dict(fields or {})))
    return copied


def _change(key: Key, row: Row) -> str:
    return _text(
        {
            "partition": key[0], "kind": key[1], "id": key[2], "seq": row.seq, "rev": row.rev,
            "data": msgspec.Raw(row.data or b"null"), **({"erased": True} if row.erased else {}),
        }
    )  # fmt: skip


def _line(kind: str, record_id: str, row: Row) -> str:
    return _text([kind, record_id, row.rev, msgspec.Raw(row.data or b"null")])


def _text(value: Any) -> str:
    return msgspec.json.encode(value).decode()
