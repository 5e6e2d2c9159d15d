"""A laptop for the tests of sync: enrolled over HTTP, with its own encrypted file, worked on through the journal."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from onemm_desktop.changes import Change
from onemm_desktop.models import MODELS, Desk, Device, Mentor, Op, Progress, Shadow
from onemm_desktop.models.database import Database
from onemm_desktop.models.desk import desk_of
from onemm_desktop.sync import enrolment, rows
from onemm_desktop.sync.answers import Answer
from onemm_desktop.sync.calls import Call, Cancelled, never
from onemm_desktop.sync.pages import Page
from onemm_desktop.sync.runner import Runner
from onemm_desktop.sync.status import SyncStatus
from onemm_desktop.sync.transport import Transport
from onemm_wire.partitions import ROLES, region
from onemm_wire.protocol import PageAsked
from tests.central_service import PASSWORD, Centre

KEY = bytes(range(32))


def now() -> datetime:
    return datetime.now(UTC)


@dataclass
class Laptop:
    """One desk. ``transport`` may be replaced by one with a fault in it."""

    folder: Path
    database: Database
    transport: Transport
    secrets: dict[str, bytes]
    statuses: list[SyncStatus] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)

    def sync(self, cancelled: Cancelled = never, *, page_records: int = 2_000) -> SyncStatus:
        """One run, its news kept in ``statuses`` and ``changes``."""
        self.statuses.clear()
        self.changes.clear()
        runner = Runner(self.database, self.transport, clock=now, page_records=page_records)
        return runner.run(cancelled, self.statuses.append, self.changes.append)

    @property
    def device(self) -> Device:
        with self.database.read() as session:
            return session.scalars(select(Device)).one()

    @contextmanager
    def at_work(self, *, label: str = "") -> Iterator[Session]:
        """A transaction of the person at this desk, journalled."""
        device = self.device
        desk = Desk(
            user_id=device.user_id,
            user_name=device.user_name,
            role=next(role for role in ROLES if role == device.role),
            region=device.region,
            device_id=device.device_id,
            block=device.block,
            clock=now,
            chance=os.urandom,
            device_key=partial(self.secrets.__getitem__, enrolment.KEY),
        )
        with self.database.write(desk, label=label) as session:
            yield session

    def change_mentor(self, mentor_id: str, **values: Any) -> None:
        """Type something into a mentor's card."""
        with self.at_work() as session:
            mentor = session.scalars(select(Mentor).where(Mentor.id == mentor_id)).one()
            for name, value in values.items():
                setattr(mentor, name, value)

    def add_mentor(self, family_name: str, **values: Any) -> str:
        """Enter a new mentor; answers the id."""
        with self.at_work() as session:
            desk = desk_of(session)
            mentor = Mentor(
                id=desk.new_id(),
                partition=region(desk.region),
                reference=f"{desk.region}-M-{family_name}",
                given_name="Siân",
                family_name=family_name,
                **values,
            )
            session.add(mentor)
            return mentor.id

    def remove_mentor(self, mentor_id: str) -> None:
        with self.at_work() as session:
            session.delete(session.scalars(select(Mentor).where(Mentor.id == mentor_id)).one())

    def record(self, kind: str, record_id: str) -> dict[str, Any] | None:
        """What the screen shows of a record, as it would travel."""
        with self.database.read() as session:
            found = rows.read_one(session, kind, record_id)
            return None if found is None else dict(found)

    def records(self, kind: str) -> dict[str, dict[str, Any]]:
        """All records of a kind, by id."""
        with self.database.read() as session:
            ids = session.scalars(select(MODELS[kind].id)).all()
            return {record_id: dict(rows.read_one(session, kind, record_id) or {}) for record_id in ids}

    def ops(self) -> list[tuple[int, str]]:
        """Every op of the journal: number and state."""
        with self.database.read() as session:
            return [(n, state) for n, state in session.execute(select(Op.n, Op.state).order_by(Op.n))]

    def count(self, model: type[Any]) -> int:
        with self.database.read() as session:
            return session.scalar(select(func.count()).select_from(model)) or 0

    @property
    def shadows(self) -> int:
        return self.count(Shadow)

    def partitions(self) -> set[str]:
        """Every partition of which this laptop holds a row."""
        with self.database.read() as session:
            return {
                partition
                for model in MODELS.values()
                for partition in session.scalars(select(model.partition).distinct())
            }

    def progress(self) -> dict[str, Progress]:
        with self.database.read() as session:
            return {row.partition: row for row in session.scalars(select(Progress))}

    def reopen(self) -> None:
        """Close the program and start it again."""
        self.database.close()
        self.database = Database.open(self.folder / "records.db", KEY)

    def close(self) -> None:
        self.transport.close()
        self.database.close()


NewLaptop = Callable[..., Laptop]


def enrol(centre: Centre, folder: Path, email: str, *, region_code: str = "LDN") -> Laptop:
    """A laptop of somebody whom this centre has just invited."""
    code = centre.invite(email, region=region_code)
    return enrol_at(centre.address, folder, email, code=code, region_code=region_code)


def enrol_at(
    address: str, folder: Path, email: str, *, code: str, region_code: str, password: str = PASSWORD
) -> Laptop:
    """Sign in and enrol as the first-run pages do, against a running centre."""
    signed_in = enrolment.sign_in(address, email, password)
    granted = enrolment.enrol(
        address,
        signed_in,
        code=code,
        region=region_code,
        device_name="Desk 1",
        platform="Linux",
        app_version="0.1.0",
    )
    folder.mkdir()
    database = Database.open(folder / "records.db", KEY)
    secrets: dict[str, bytes] = {}
    enrolment.write(database, secrets.__setitem__, granted, now=now())
    with database.read() as session:
        device = session.scalars(select(Device)).one()
    return Laptop(folder, database, enrolment.transport_of(device, key=lambda: secrets[enrolment.KEY]), secrets)


class Watched(Transport):
    """A transport that notes which pages were asked for."""

    asked: list[PageAsked]
    #: How long each answer was that it got, in bytes, once it was unpacked.
    inflated: list[int]

    def ask_for(self, asked: PageAsked) -> Call[Page]:
        self.asked.append(asked)
        return super().ask_for(asked)

    def _exchange(self, *asked: Any, **how: Any) -> Answer:
        answer = super()._exchange(*asked, **how)
        self.inflated.append(len(answer.body))
        return answer


def watched(laptop: Laptop) -> Watched:
    """Gives the laptop a transport that notes its pages."""
    device = laptop.device
    transport = Watched(device.address, laptop.secrets[enrolment.TOKEN].decode(), centre=device.centre)
    transport.asked, transport.inflated = [], []
    laptop.transport.close()
    laptop.transport = transport
    return transport
