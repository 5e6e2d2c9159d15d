"""First sync against its limit: the same rows downloaded, decoded and written by ``executemany`` and nothing else.

The limit writes into the same encrypted schema with the same settings, in one transaction. It keeps no place to resume
from, derives no names to search by, looks for no pending changes and cannot be cancelled.
Sizes come from ``ONEMM_BENCH_FIRST_SYNC``, as numbers of records separated by commas.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from typing import Any

import msgspec
import requests
from sqlalchemy import func, select

from benchmarks import centre as centres
from benchmarks.centre import Centre
from benchmarks.figure import Figure, compared
from onemm_desktop.models import MODELS, Device
from onemm_desktop.models.database import Database
from onemm_desktop.sync import enrolment, rows
from onemm_desktop.sync.mapping import json_text, shape_of
from onemm_desktop.sync.runner import Runner
from onemm_wire.protocol import PageHead

KEY = bytes(range(32))
RUNS = 5
#: London at scale 1, in the scope of its staff.
RECORDS_AT_SCALE_1 = 1_460
GOAL = 1.5


def run() -> list[Figure]:
    """Records per second of a first sync, and its time against the limit's."""
    sizes = [int(size) for size in os.environ.get("ONEMM_BENCH_FIRST_SYNC", "10000").split(",")]
    return [figure for size in sizes for figure in _at(size)]


def _at(size: int) -> list[Figure]:
    with tempfile.TemporaryDirectory(dir="/tmp") as name:
        folder = Path(name)
        folder.chmod(0o755)  # the embedded PostgreSQL runs under a user of its own
        with centres.running(folder / "centre", max(1, round(size / RECORDS_AT_SCALE_1))) as centre:
            ours: list[float] = []
            limits: list[float] = []
            records = 0
            for number in range(RUNS):
                seconds, records = _ours(centre, folder / f"ours{number}")
                ours.append(seconds)
                limits.append(_limit(centre, folder / f"limit{number}"))
    mine, limit = statistics.median(ours), statistics.median(limits)
    rate = Figure(
        figure=f"first sync of {records:,} records, rate",
        value=round(records / mine),
        unit="records/s",
        baseline=round(records / limit),
        ratio=round(limit / mine, 3),
    )
    return [compared(f"first sync of {records:,} records", mine, "s", limit, goal=GOAL), rate]


def _ours(centre: Centre, folder: Path) -> tuple[float, int]:
    """The program's own first sync: seconds and records."""
    database, runner = _laptop(centre, folder)
    seconds = _timed(lambda: _succeed(runner))
    with database.read() as session:
        records = sum(session.scalar(select(func.count()).select_from(model)) or 0 for model in MODELS.values())
    database.close()
    return seconds, records


def _limit(centre: Centre, folder: Path) -> float:
    """Download, decode, ``executemany``: seconds."""
    database, _ = _laptop(centre, folder)
    with database.read() as session:
        scope = session.scalars(select(Device.scope)).one()
    token = (folder / "token").read_text()
    seconds = _timed(lambda: _load(database, centre.address, token, scope))
    database.close()
    return seconds


def _load(database: Database, address: str, token: str, scope: list[str]) -> None:
    decoder = msgspec.json.Decoder(tuple[str, str, int, dict[str, Any]])
    with requests.Session() as session, database.sync_write() as writing:
        session.headers["Authorization"] = f"Bearer {token}"
        connection = rows.raw(writing)
        for partition in scope:
            after: tuple[str, str] | None = None
            while True:
                asked = {"partition": partition, "after": after, "limit": 2_000}
                body = session.post(f"{address}/sync/page", json=asked, timeout=30).content
                head, _, rest = body.partition(b"\n")
                for kind, lines in groupby(decoder.decode_lines(rest), key=lambda line: line[0]):
                    connection.executemany(_insert(kind), [_values(kind, partition, line) for line in lines])
                after = msgspec.json.decode(head, type=PageHead).next
                if after is None:
                    break


def _insert(kind: str) -> str:
    shape = shape_of(kind)
    names = ", ".join(f'"{column}"' for column in shape.columns)
    return f'INSERT INTO "{shape.table}" ({names}) VALUES ({", ".join("?" * len(shape.columns))})'


def _values(kind: str, partition: str, line: tuple[str, str, int, dict[str, Any]]) -> tuple[Any, ...]:
    shape = shape_of(kind)
    data = line[3]
    values = (json_text(data[name]) if name in shape.json_fields else data[name] for name in shape.fields[1:])
    return (line[1], partition, line[2], "{}", *(("", "") if shape.named else ()), *values)


def _laptop(centre: Centre, folder: Path) -> tuple[Database, Runner]:
    """An enrolled laptop that has not synchronised yet."""
    folder.mkdir()
    granted = enrolment.enrol(
        centre.address,
        enrolment.sign_in(centre.address, centres.EMAIL, centres.PASSWORD),
        code=centre.invite(),
        region="LDN",
        device_name="bench",
        platform="bench",
        app_version="bench",
    )
    database = Database.open(folder / "records.db", KEY)
    secrets: dict[str, bytes] = {}
    enrolment.write(database, secrets.__setitem__, granted, now=datetime.now(UTC))
    (folder / "token").write_bytes(secrets[enrolment.TOKEN])
    with database.read() as session:
        device = session.scalars(select(Device)).one()
    transport = enrolment.transport_of(device, secrets[enrolment.TOKEN])
    return database, Runner(database, transport, clock=lambda: datetime.now(UTC))


def _succeed(runner: Runner) -> None:
    ended = runner.run()
    if ended.problem is not None:
        raise ended.problem


def _timed(work: Callable[[], None]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
