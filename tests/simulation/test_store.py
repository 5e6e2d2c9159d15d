"""The centre in memory and the centre over PostgreSQL: the same pushes get the same answers and leave the same rows.

What the simulator proves of the one then holds for the other, as far as their tables go.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
import psycopg
import pytest

from onemm_central.database import Database
from onemm_central.devices.callers import Caller
from onemm_central.records import erasure
from onemm_central.sync.arrivals import RawPush, arrivals
from onemm_central.sync.decide import Key
from onemm_central.sync.page import page
from onemm_central.sync.pull import pull
from onemm_central.sync.push import apply
from onemm_central.sync.reads import PostgresReads
from onemm_central.sync.store import PostgresStore
from onemm_wire import partitions
from onemm_wire.protocol import Cursor, PageAsked, Pull
from tests.simulation import memory
from tests.simulation.memory import HandWritten, MemoryStore, Tables

LONDON = partitions.region("LDN")
NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)
DEVICES = ("device-1", "device-2")
MENTORS = tuple(f"01930000-0000-7000-8000-00000000000{n}" for n in range(4))
FIELDS: dict[str, tuple[Any, ...]] = {
    "organisation": ("Rhondda Housing", "Toynbee Hall", ""),
    "notes": ("rang twice", "rang twice\nmoved to Leeds", ""),
    "help_areas": ([], ["CVs"], ["CVs", "maths"]),
    "stage": ("applied", "trained", "dormant", "suspended"),
    "photo_consent": ("yes", "no"),
}
#: Who wrote the centre's side of a conflict and when: PostgreSQL's own user and clock. And the numbers: those of one
#: transaction are given in the order in which its rows happen to lie.
UNLIKE = frozenset(
    {"centre_by", "centre_by_name", "centre_at", "settled_by", "settled_by_name", "settled_at", "seq"}
)  # fmt: skip


def caller(device: str) -> Caller:
    """The device, in good standing."""
    scope = (partitions.NATIONAL, LONDON, partitions.staff("LDN"))
    return Caller(device, f"account of {device}", "LDN", "staff", scope, "first", f"Person of {device}")


class InMemory:
    """The simulator's centre."""

    def __init__(self) -> None:
        self.tables = Tables()

    def push(self, device: str, ops: list[dict[str, Any]], now: datetime) -> Any:
        return msgspec.to_builtins(apply(MemoryStore(self.tables), caller(device), _arrived(ops), now))

    def write_by_hand(self, changes: dict[Key, dict[str, Any] | None]) -> None:
        HandWritten(self.tables, changes).commit()

    def erase(self, mentor: str) -> int:
        return len(memory.erase(self.tables, (LONDON, "mentor", mentor)))

    def reads(self, ask: Callable[[Any], Any]) -> Any:
        return ask(MemoryStore(self.tables))

    def rows(self) -> list[tuple[Any, ...]]:
        return [
            (*key, row.rev, _plain_revs(row.field_revs, row.value), _alike(row.value), row.erased)
            for key, row in sorted(self.tables.records.items())
        ]

    def heads(self) -> dict[str, int]:
        return self.tables.heads

    def history(self) -> list[tuple[Any, ...]]:
        return sorted(
            (
                *line.key,
                line.rev,
                line.verb,
                line.device_id or "",
                line.op_n or 0,
                _text(line.before),
                _text(line.after),
            )
            for line in self.tables.history
        )


class OverPostgres:
    """The real one, each request in a transaction of its own."""

    def __init__(self, database: Database) -> None:
        self._database = database
        with self._connection() as connection:
            for device in DEVICES:
                account = f"account of {device}"
                connection.execute(
                    "INSERT INTO account (id, email, name, password_hash) VALUES (%s, %s, %s, '')",
                    [account, f"{device}@example.org", f"Person of {device}"],
                )
                connection.execute(
                    "INSERT INTO device (id, account_id, region, name, platform, app_version, public_key, token_hash, "
                    "enrolled_at, last_seen_at) VALUES (%s, %s, 'LDN', '', '', '', '', %s, now(), now())",
                    [device, account, device.encode()],
                )

    @contextmanager
    def _connection(self) -> Iterator[psycopg.Connection[Any]]:
        with self._database.connection() as connection:
            yield connection

    def push(self, device: str, ops: list[dict[str, Any]], now: datetime) -> Any:
        with self._connection() as connection:
            return msgspec.to_builtins(apply(PostgresStore(connection), caller(device), _arrived(ops), now))

    def write_by_hand(self, changes: dict[Key, dict[str, Any] | None]) -> None:
        with self._connection() as connection:
            for (partition, kind, record_id), change in sorted(changes.items()):
                where = (partition, kind, record_id)
                if change is None:
                    connection.execute("DELETE FROM record WHERE (partition, kind, id) = (%s, %s, %s)", where)
                else:
                    connection.execute(
                        "UPDATE record SET data = data || %s WHERE (partition, kind, id) = (%s, %s, %s)",
                        [json.dumps(change), *where],
                    )

    def erase(self, mentor: str) -> int:
        with self._connection() as connection:
            return len(erasure.erase(connection, "mentor", mentor, reason="", author=""))

    def reads(self, ask: Callable[[Any], Any]) -> Any:
        with self._connection() as connection:
            return ask(PostgresReads(connection))

    def rows(self) -> list[tuple[Any, ...]]:
        with self._connection() as connection:
            found = connection.execute(
                "SELECT partition, kind, id, rev, field_revs, data, erased FROM record ORDER BY 1, 2, 3"
            )
            return [(*row[:4], _plain_revs(row[4], row[5]), _alike(row[5]), row[6]) for row in found]

    def heads(self) -> dict[str, int]:
        with self._connection() as connection:
            return dict(connection.execute("SELECT partition, seq FROM partition_head").fetchall())

    def history(self) -> list[tuple[Any, ...]]:
        with self._connection() as connection:
            found = connection.execute(
                "SELECT partition, kind, record_id, rev, verb, coalesce(device_id, ''), coalesce(op_n, 0), "
                "coalesce(before, '{}'), coalesce(after, '{}') FROM history"
            )
            return sorted((*line[:7], _text(line[7]), _text(line[8])) for line in found)


Either = InMemory | OverPostgres


@pytest.mark.parametrize("seed", range(12))
def test_both_centres_answer_alike_and_keep_the_same(centre_database: Database, seed: int) -> None:
    memory, postgres = InMemory(), OverPostgres(centre_database)
    for told, (what, *said) in enumerate(_story(random.Random(seed))):
        answers = [_done(centre, what, said) for centre in (memory, postgres)]
        assert answers[0] == answers[1], (told, what, said)
    assert memory.rows() == postgres.rows()
    assert memory.heads() == postgres.heads()
    assert memory.history() == postgres.history()


def test_both_centres_send_the_same_week(centre_database: Database) -> None:
    starts = {"e1": "2026-11-21T09:00:00Z", "e2": "2026-12-21T09:00:00Z"}
    whole = {"reference": "E-1", "title": "Training", "venue": "Hall", "hours": 3, "capacity": 9}
    records: list[tuple[str, str, dict[str, Any]]] = [
        *(("event", key, {**whole, "starts_at": at, "ends_at": at}) for key, at in starts.items()),
        *(("booking", f"b{key}", {"event_id": key, "mentor_id": f"m{key}"}) for key in starts),
        ("training_session", "s1", {"event_id": "e1", "title": "Morning", **_span(starts["e1"]), "hours": 2}),
        ("event_staff", "f1", {"event_id": "e1", "name": "Dilys"}),
        *(("roster_snapshot", f"r{key}", {"event_id": key, "taken_at": starts[key]}) for key in starts),
        ("walk_in", "w1", {"event_id": "e1", "given_name": "Ada", "family_name": "Obi"}),
        ("attendance_mark", "a1", {"event_id": "e1", "attendee_id": "m3", "state": "late", "marked_at": starts["e1"]}),
        *(("mentor", key, {"reference": key, "given_name": "A", "family_name": "B"}) for key in ("me1", "me2", "m3")),
    ]
    ops = [
        {**_op(random.Random(n), n, None, key), "kind": kind, "verb": "create", "fields": fields, "was": {}, "read": {}}
        for n, (kind, key, fields) in enumerate(records, start=1)
    ]
    answers = []
    asked = PageAsked(partition=LONDON, week_of=NOW)
    for centre in (InMemory(), OverPostgres(centre_database)):
        centre.push(DEVICES[0], ops, NOW)
        head, *lines = centre.reads(lambda reads: page(reads, caller(DEVICES[0]), asked)).splitlines()
        answers.append((json.loads(head)["count"], [_alike(json.loads(line)) for line in lines]))
    assert answers[0] == answers[1]
    assert [line[1] for line in answers[0][1]] == ["e1", "s1", "f1", "m3", "me1", "be1", "re1", "w1", "a1"]


def _span(at: str) -> dict[str, str]:
    return {"starts_at": at, "ends_at": at}


def _done(centre: Either, what: str, said: list[Any]) -> Any:
    match what:
        case "push":
            return _alike(centre.push(*said))
        case "hand":
            return centre.write_by_hand(*said)
        case "erase":
            return centre.erase(*said)
        case "pull":
            since = Pull(cursor=Cursor(epoch="first", seqs={LONDON: 0}), limit=1_000)
            answer = centre.reads(lambda reads: pull(reads, caller(DEVICES[0]), since, NOW))
            told = json.loads(msgspec.json.encode(answer))
            return _alike({**told, "changes": sorted(told["changes"], key=lambda change: change["id"])})
    asked = PageAsked(partition=LONDON, after=said[0], limit=said[1])
    text = centre.reads(lambda reads: page(reads, caller(DEVICES[0]), asked))
    return [_alike(json.loads(line)) for line in text.splitlines()]


def _story(chance: random.Random) -> Iterator[tuple[Any, ...]]:
    """Pushes of two laptops that know little of each other, a hand at the centre, and readers."""
    numbers = dict.fromkeys(DEVICES, 0)
    last: dict[tuple[str, str], int] = {}
    sent: list[tuple[str, list[dict[str, Any]]]] = []
    for moment in range(30):
        now = NOW + timedelta(minutes=moment)
        if chance.random() < 0.03:
            yield "erase", chance.choice(MENTORS)
        match chance.choice(("push", "push", "push", "again", "hand", "pull", "page")):
            case "push":
                device = chance.choice(DEVICES)
                ops = []
                for _ in range(chance.randrange(1, 5)):
                    numbers[device] += 1
                    op = _op(chance, numbers[device], last.get((device, mentor := chance.choice(MENTORS))), mentor)
                    last[device, mentor] = op["n"]
                    ops.append(op)
                sent.append((device, ops))
                yield "push", device, ops, now
            case "again" if sent:
                yield ("push", *chance.choice(sent), now)
            case "hand":
                change = None if chance.random() < 0.3 else {"job_title": chance.choice(("Nurse", "Foreman"))}
                yield "hand", {(LONDON, "mentor", chance.choice(MENTORS)): change}
            case "pull":
                yield ("pull",)
            case _:
                yield "page", chance.choice((None, ("mentor", MENTORS[1]))), chance.choice((2, 100))


def _op(chance: random.Random, n: int, previous: int | None, mentor: str) -> dict[str, Any]:
    fields = {name: chance.choice(FIELDS[name]) for name in chance.sample(sorted(FIELDS), chance.randrange(1, 3))}
    verb = chance.choices(("create", "update", "delete"), (4, 8, 1))[0]
    whole = {"reference": "M-1", "given_name": "Siân", "family_name": "Rhys"} if verb == "create" else {}
    return {
        "n": n, "kind": "mentor", "id": mentor, "partition": LONDON, "verb": verb,
        "fields": {} if verb == "delete" else {**whole, **fields}, "was": {name: FIELDS[name][0] for name in fields},
        "read": dict.fromkeys(fields, chance.randrange(4)), "previous": previous, "by": "somebody",
        "at": "2026-11-21T10:00:00Z", "group": f"g{n}",
    }  # fmt: skip


def _arrived(ops: list[dict[str, Any]]) -> Any:
    return arrivals(msgspec.json.decode(msgspec.json.encode({"ops": ops}), type=RawPush))


def _plain_revs(revs: Any, data: Any) -> dict[str, int]:
    """The rev of every field: whether one of rev 1 is written down does not matter."""
    known = msgspec.json.decode(revs) if isinstance(revs, bytes) else revs
    return {name: known.get(name, 1) for name in {**known, **(data or {})} if name not in UNLIKE}


def _text(fields: Any) -> str:
    return json.dumps(_alike(fields), sort_keys=True)


def _alike(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _alike(one) for name, one in value.items() if name not in UNLIKE}
    return [_alike(one) for one in value] if isinstance(value, list) else value
