"""A centre for tests: the real service on a loopback port over the real PostgreSQL, with a robot's handles."""

from __future__ import annotations

import base64
import os
import socket
import threading
from datetime import UTC, datetime
from functools import cache
from typing import Any
from uuid import uuid4

import requests
import uvicorn
from argon2 import PasswordHasher

from onemm_central.accounts import service as accounts
from onemm_central.app import create_app
from onemm_central.database import Database
from onemm_central.devices import service as devices
from onemm_central.records.service import put_many
from onemm_central.sync.admission import Limits
from onemm_wire.partitions import Role
from onemm_wire.records import Record

PASSWORD = "correct horse battery staple"


@cache
def password_hash(password: str) -> str:
    """Made once: a real hash takes a fifth of a second, and most tests are not about passwords."""
    return PasswordHasher().hash(password)


class Centre:
    """The central service of one test. ``stop`` refuses connections, ``start`` listens on the same port again."""

    def __init__(self, database: Database, limits: Limits | None = None) -> None:
        self.database = database
        self.limits = limits
        self.port = 0
        self._server: uvicorn.Server | None = None
        self._thread: threading.Thread | None = None

    @property
    def address(self) -> str:
        """What a person would type into the first-run page."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Listen; returns when requests are answered."""
        listening = socket.create_server(("127.0.0.1", self.port))
        # As in ``onemm_central.serving``.
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.port = listening.getsockname()[1]
        app = create_app(self.database, limits=self.limits)
        config = uvicorn.Config(app, log_config=None, access_log=False, ws="none", lifespan="off")
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(
            target=self._server.run, kwargs={"sockets": [listening]}, name="centre", daemon=True
        )
        self._thread.start()
        # The socket listens already: this first request waits in its queue until the server takes it.
        requests.get(f"{self.address}/healthz", timeout=30).raise_for_status()

    def stop(self) -> None:
        """Finish the requests under way, then close the port."""
        if self._server is not None and self._thread is not None:
            self._server.should_exit = True
            self._thread.join(timeout=30)
            assert not self._thread.is_alive()
        self._server = self._thread = None

    # --- what an administrator does ---------------------------------------------------------------------------

    def add_user(
        self,
        email: str,
        *,
        name: str = "Rhian Prys",
        region: str | None = "LDN",
        role: Role = "staff",
        partner_id: str | None = None,
        password: str = PASSWORD,
    ) -> str:
        """Make an account with one role (none if ``region`` is None); answers its id."""
        account_id = str(uuid4())
        with self.database.connection() as connection:
            connection.execute(
                "INSERT INTO account (id, email, name, password_hash) VALUES (%s, %s, %s, %s)",
                [account_id, email, name, password_hash(password)],
            )
            if region is not None:
                accounts.give_role(connection, account_id, region=region, role=role, partner_id=partner_id)
        return account_id

    def invite(self, email: str, *, region: str = "LDN") -> str:
        """A one-time enrolment code for this person."""
        with self.database.connection() as connection:
            account_id = accounts.account_of(connection, email)
            assert account_id is not None, f"add_user({email!r}) first"
            return devices.invite(connection, account_id, region=region, now=datetime.now(UTC))

    def revoke(self, device_id: str) -> None:
        """Shut a device out."""
        with self.database.connection() as connection:
            assert devices.revoke(connection, device_id, datetime.now(UTC))

    def put(self, partition: str, *records: Record) -> None:
        """Let the centre hold these records."""
        with self.database.connection() as connection:
            put_many(connection, partition, records, author="test")

    def records(self, kind: str, partition: str | None = None) -> dict[str, dict[str, Any]]:
        """All live records of a kind, by id, in one partition or in all."""
        with self.database.connection() as connection:
            cursor = connection.execute(
                "SELECT id, data FROM record WHERE kind = %(kind)s AND NOT deleted "
                "AND (%(partition)s::text IS NULL OR partition = %(partition)s) ORDER BY id",
                {"kind": kind, "partition": partition},
            )
            return dict(cursor.fetchall())

    def sql(self, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        """Hand-written SQL, in its own transaction."""
        with self.database.connection() as connection:
            cursor = connection.execute(statement, values)
            return cursor.fetchall() if cursor.description else []

    # --- what a laptop does -----------------------------------------------------------------------------------

    def enrol(self, email: str, *, region: str = "LDN") -> dict[str, Any]:
        """Enrol a device by a plain request; answers the ``Enrolled``, for tests without a laptop."""
        with self.database.connection() as connection:
            account_id = accounts.account_of(connection, email)
            assert account_id is not None, f"add_user({email!r}) first"
            sign_in_pass = accounts.new_pass(connection, account_id, datetime.now(UTC))
        answer = self.post(
            "/devices/enrol",
            {
                "code": self.invite(email, region=region),
                "region": region,
                "device_name": "Desk 1",
                "platform": "Linux",
                "app_version": "0.1.0",
                "public_key": base64.b64encode(os.urandom(32)).decode(),
            },
            token=sign_in_pass,
        )
        answer.raise_for_status()
        enrolled: dict[str, Any] = answer.json()
        return enrolled

    def get(self, path: str) -> requests.Response:
        """One question, as anybody may ask it."""
        return requests.get(self.address + path, timeout=30)

    def post(self, path: str, message: Any, *, token: str | None = None) -> requests.Response:
        """One request, as any client makes it."""
        headers = {} if token is None else {"Authorization": f"Bearer {token}"}
        return requests.post(self.address + path, json=message, headers=headers, timeout=30)
