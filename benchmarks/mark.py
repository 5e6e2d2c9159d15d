"""From a mark in the register to the moment it cannot be lost, against the bare driver writing the same bytes.

One mark is one row, its op and its shadow, in one transaction that waits for the disk (``synchronous=FULL``). The limit
is ``sqlcipher3`` with three prepared INSERTs of the same values into the same tables and one COMMIT: no session, no
objects, no journal. Both are measured in turns, in the same run, each on a database with 2,000 marks in it.
"""

from __future__ import annotations

import itertools
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.figure import Figure, compared
from onemm_desktop.models import AttendanceMark, Desk, Device, cipher
from onemm_desktop.models.database import Database

KEY = bytes(range(32))
BEFORE = 2_000
ROUNDS = 5
MARKS = 200
TABLES = ("attendance_mark", "op", "shadow")


def run() -> list[Figure]:
    """Milliseconds per mark: the middle one and the slow ones, each against the limit."""
    ours: list[float] = []
    limit: list[float] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        database = Database.open(folder / "ours.db", KEY)
        desk = _enrol(database)
        mark = _marker(database, desk)
        for _ in range(BEFORE):
            mark()
        rows = _rows_of_marks(database)
        Database.open(folder / "limit.db", KEY).close()
        with closing(cipher.open_writer(folder / "limit.db", KEY)) as connection:
            bare = _bare_marker(connection, rows)
            for _ in range(BEFORE):
                bare()
            for _ in range(ROUNDS):
                ours += _timed(mark)
                limit += _timed(bare)
        database.close()
    return [
        compared("mark to durable, median", statistics.median(ours), "ms", statistics.median(limit)),
        compared("mark to durable, 95 % within", _slow(ours), "ms", _slow(limit)),
    ]


def _timed(step: Callable[[], None]) -> list[float]:
    times = []
    for _ in range(MARKS):
        start = time.perf_counter()
        step()
        times.append((time.perf_counter() - start) * 1000)
    return times


def _slow(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def _enrol(database: Database) -> Desk:
    with database.sync_write() as session:
        session.add(
            Device(
                device_id="device", block=7, address="", centre="", epoch="", user_id="user", user_name="",
                role="trainer", region="london", region_name="London",
            )
        )  # fmt: skip
    return Desk("user", "Nia Parry", "trainer", "london", "device", 7, lambda: datetime.now(UTC), os.urandom)


def _marker(database: Database, desk: Desk) -> Callable[[], None]:
    numbers = itertools.count()

    def mark() -> None:
        with database.write(desk, label="marked_present", values={"name": "Siân Rhys-Pritchard"}) as session:
            session.add(
                AttendanceMark(
                    id=desk.new_id(),
                    partition="region/london",
                    event_id="0193d000-0000-7000-8000-0000000000ee",
                    attendee_id=f"0193d000-0000-7000-8000-{next(numbers):012}",
                    state="present",
                    at=desk.now(),
                    marked_at=desk.now(),
                )
            )

    return mark


def _rows_of_marks(database: Database) -> dict[str, tuple[list[str], list[Any]]]:
    """The columns and the last row of each table, as the program itself has just written them."""
    found: dict[str, tuple[list[str], list[Any]]] = {}
    with database.read() as session:
        for table in TABLES:
            result = session.connection().exec_driver_sql(f"SELECT * FROM {table} ORDER BY rowid DESC LIMIT 1")
            found[table] = (list(result.keys()), list(result.one()))
    return found


def _bare_marker(connection: Any, rows: dict[str, tuple[list[str], list[Any]]]) -> Callable[[], None]:
    statements = {
        table: f"INSERT INTO {table} VALUES ({', '.join('?' * len(columns))})" for table, (columns, _) in rows.items()
    }
    numbers = itertools.count(1)
    keys = {"attendance_mark": ("pk", "id"), "op": ("n",), "shadow": ("record_id",)}

    def mark() -> None:
        number = next(numbers)
        connection.execute("BEGIN IMMEDIATE")
        for table, (columns, values) in rows.items():
            row = list(values)
            for key in keys[table]:
                row[columns.index(key)] = number if key in {"pk", "n"} else f"0193d000-0000-7000-8000-{number:012}"
            connection.execute(statements[table], row)
        connection.execute("COMMIT")

    return mark
