"""A laptop that holds a region of the invented pilot, as after a first sync, without a centre to fetch it from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random
from typing import Any

import msgspec

from onemm_central.seed.pilot import pilot
from onemm_desktop.models import Desk, Device
from onemm_desktop.models.database import Database
from onemm_desktop.sync import rows
from onemm_desktop.sync.mapping import Row, row_of, shape_of
from onemm_wire import partitions
from onemm_wire.partitions import Role
from onemm_wire.records import Record

#: The day on which the pilot's training is held.
TODAY = date(2026, 11, 21)
#: Mentors of London at scale 1.
MENTORS_AT_SCALE_1 = 217
_KEY = bytes(range(32))


def laptop(
    folder: Path,
    *,
    region: str = "LDN",
    scale: int = 1,
    role: Role = "staff",
    kinds: Sequence[str] | None = None,
    key: bytes = _KEY,
) -> tuple[Database, Desk]:
    """An encrypted database in ``folder`` with a region at a scale, and the desk of somebody who may hold it.

    ``kinds`` leaves out all other kinds of records, where only one kind of list is looked at.
    """
    desk = desk_for(role, region)
    database = Database.open(folder / "records.db", key)
    records = list(pilot(2017, TODAY, scale, only=[region]))
    partners = [record.id for _, record in records if record.kind == "partner"]
    scope = partitions.granted(role, region, partners[0], partners)
    held = [(part, record) for part, record in records if part in scope and (kinds is None or record.kind in kinds)]
    with database.sync_write() as session:
        session.add(_device(desk, scope))
    fill(database, held)
    return database, desk


def fill(database: Database, records: Iterable[tuple[str, Record]]) -> None:
    """Write records as a sync does: in one transaction, past the journal."""
    by_kind: dict[str, list[Row]] = defaultdict(list)
    for partition, record in records:
        data: dict[str, Any] = msgspec.to_builtins(record)
        by_kind[record.kind].append(row_of(shape_of(record.kind), record.id, partition, 1, data))
    with database.sync_write() as session:
        for kind, several in by_kind.items():
            rows.upsert(session, kind, several)


def desk_for(role: Role, region: str) -> Desk:
    """Somebody with a role, on the morning of the pilot's training; the clock stands."""
    chance = Random(7)
    return Desk(
        user_id="0193d000-0000-7000-8000-0000000000aa",
        user_name="Nia Parry",
        role=role,
        region=region,
        device_id="0193d000-0000-7000-8000-000000000001",
        block=7,
        clock=lambda: datetime(TODAY.year, TODAY.month, TODAY.day, 9, 30, tzinfo=UTC),
        chance=chance.randbytes,
    )


def _device(desk: Desk, scope: list[str]) -> Device:
    return Device(
        device_id=desk.device_id,
        block=desk.block,
        address="http://127.0.0.1:9",
        centre="0193d000-0000-7000-8000-0000000000cc",
        epoch="first",
        user_id=desk.user_id,
        user_name=desk.user_name,
        role=desk.role,
        region=desk.region,
        region_name=desk.region,
        scope=scope,
        first_sync_done=True,
    )
