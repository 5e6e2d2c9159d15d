"""A laptop that a real centre has enrolled, with everything it says to the centre counted."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import requests
from sqlalchemy import select

from benchmarks import centre as centres
from benchmarks.centre import Centre
from onemm_desktop.models import Desk, Device
from onemm_desktop.models.database import Database
from onemm_desktop.sync import enrolment
from onemm_desktop.sync.access import Access
from onemm_desktop.sync.runner import Runner
from onemm_desktop.sync.status import SyncStatus
from onemm_desktop.sync.transport import Transport

KEY = bytes(range(32))


class Counting(requests.Session):
    """A session that remembers what passed through it."""

    def __init__(self) -> None:
        super().__init__()
        self.passed: list[requests.Response] = []

    def send(self, request: requests.PreparedRequest, **options: Any) -> requests.Response:
        """Send, and remember."""
        response = super().send(request, **options)
        self.passed.append(response)
        return response


@dataclass
class Laptop:
    """An open database, the way to the centre, and who works here."""

    database: Database
    transport: Transport
    runner: Runner
    desk: Desk
    access: Access
    token: str
    sessions: list[Counting] = field(default_factory=list)

    def sync(self) -> SyncStatus:
        """One whole run. Raises what went wrong."""
        ended = self.runner.run()
        if ended.problem is not None:
            raise ended.problem
        return ended

    def forget_traffic(self) -> None:
        """Count from here."""
        for session in self.sessions:
            session.passed.clear()

    @property
    def requests(self) -> int:
        """How many requests there were."""
        return sum(len(session.passed) for session in self.sessions)

    @property
    def body_bytes(self) -> int:
        """Bodies as they travelled, both ways."""
        return sum(_body(response) for session in self.sessions for response in session.passed)

    @property
    def wire_bytes(self) -> int:
        """Bodies and headers as they travelled, both ways."""
        return self.body_bytes + sum(_heads(response) for session in self.sessions for response in session.passed)


def enrol(centre: Centre, folder: Path, name: str = "bench") -> Laptop:
    """A laptop that has not synchronised yet."""
    folder.mkdir()
    granted = enrolment.enrol(
        centre.address,
        enrolment.sign_in(centre.address, centres.EMAIL, centres.PASSWORD),
        code=centre.invite(),
        region="LDN",
        device_name=name,
        platform="bench",
        app_version="bench",
    )
    database = Database.open(folder / "records.db", KEY)
    secrets: dict[str, bytes] = {}
    enrolment.write(database, secrets.__setitem__, granted, now=datetime.now(UTC))
    with database.read() as session:
        device = session.scalars(select(Device)).one()
    sessions: list[Counting] = []

    def new_session() -> Counting:
        sessions.append(Counting())
        return sessions[-1]

    token = secrets[enrolment.TOKEN].decode()
    # A run among a million records may be longer than the token.
    access = Access(device.device_id, device.centre, lambda: secrets[enrolment.KEY], token)
    transport = Transport(device.address, centre=device.centre, new_session=new_session, access=access)
    runner = Runner(database, transport, clock=lambda: datetime.now(UTC))
    return Laptop(database, transport, runner, _desk(device), access, token, sessions)


def _desk(device: Device) -> Desk:
    return Desk(
        user_id=device.user_id,
        user_name=device.user_name,
        role="staff",
        region=device.region,
        device_id=device.device_id,
        block=device.block,
        clock=lambda: datetime.now(UTC),
        chance=os.urandom,
    )


def _body(response: requests.Response) -> int:
    asked = response.request.body
    return int(response.raw.tell()) + (len(asked) if isinstance(asked, bytes | str) else 0)


def _heads(response: requests.Response) -> int:
    """Start lines and headers, each with its colon, space and line end; ``Host`` is added below requests."""
    host = ("Host", str(response.request.url).split("/")[2])
    heads = [host, *response.request.headers.items(), *response.headers.items()]
    asked = f"{response.request.method} {response.request.path_url} HTTP/1.1"
    starts = len(asked) + len(f"HTTP/1.1 {response.status_code} {response.reason}") + 8
    return starts + sum(len(name) + len(value) + 4 for name, value in heads)
