"""No secret in the process list, in the environment of a child, in what is logged, or in the words of an error."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest
import requests
from typer.testing import CliRunner

from onemm_central.backup.service import new_key
from onemm_central.bundles.keys import keys_of
from onemm_central.cli import app
from onemm_central.database import Database
from onemm_desktop.sync.access import Access
from onemm_wire.recovery import wrapping

DATABASE_PASSWORD = "hush-hush-of-the-database"
PASSWORD = "violet umbrella seven"
COMMAND = [sys.executable, "-W", "error", "-c", "from onemm_central.cli import main; main()"]


@dataclass
class Service:
    """A running centre as the machine's other users see it."""

    process: subprocess.Popen[str]
    address: str
    log: Path

    def post(self, path: str, message: object, token: str = "") -> requests.Response:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        return requests.post(self.address + path, json=message, headers=headers, timeout=30)


def with_password(url: str) -> str:
    """The same address with a password in it, as an administrator would write it; this server does not ask for one."""
    return url.replace("postgres:@", f"postgres:{DATABASE_PASSWORD}@")


def office(url: str, *words: str, typed: str = "", status: int = 0) -> str:
    """One command of the office, in this process; answers all that it said."""
    ended = CliRunner().invoke(app, list(words), input=typed, env={"ONEMM_DATABASE_URL": url})
    assert ended.exit_code == status, ended.output
    return f"{ended.output} {ended.exception!r}"


@pytest.fixture
def service(centre_database: Database, tmp_path: Path) -> Iterator[Service]:
    log = tmp_path / "log.txt"
    environment = {**os.environ, "ONEMM_DATABASE_URL": with_password(centre_database.url)}
    assert DATABASE_PASSWORD in environment["ONEMM_DATABASE_URL"]
    with log.open("w") as errors:
        process = subprocess.Popen(
            [*COMMAND, "serve", "--port", "0"], env=environment, stdout=subprocess.PIPE, stderr=errors, text=True
        )
    assert process.stdout is not None
    yield Service(process, process.stdout.readline().split()[-1], log)
    process.terminate()
    process.communicate(timeout=30)


def test_the_service_shows_no_secret_to_other_users_its_children_or_its_log(
    centre_database: Database, service: Service
) -> None:
    url = with_password(centre_database.url)
    office(url, "user", "add", "rhian@example.org", "--name", "Rhian", "--region", "LDN", "--role", "staff",
           typed=PASSWORD)  # fmt: skip
    code = office(url, "device", "invite", "rhian@example.org", "--region", "LDN").split()[0]
    assert service.post("/sign-in", {"email": "rhian@example.org", "password": "wrong " + PASSWORD}).status_code == 401
    signed_in = service.post("/sign-in", {"email": "rhian@example.org", "password": PASSWORD}).json()
    # A bug in the middle of a request that carries all of them.
    with centre_database.connection() as connection:
        connection.execute("ALTER TABLE invitation RENAME TO lost")
    asked = {
        "code": code, "region": "LDN", "device_name": "Desk", "platform": "x", "app_version": "x",
        "public_key": "A" * 43 + "=",
    }  # fmt: skip
    failed = service.post("/devices/enrol", asked, signed_in["token"])
    assert failed.json()["code"] == "centre_failed"
    secrets = (PASSWORD, DATABASE_PASSWORD, code, code.replace("-", ""), signed_in["token"])
    running = psutil.Process(service.process.pid)
    for process in (running, *running.children(recursive=True)):
        assert not any(secret in " ".join(process.cmdline()) for secret in secrets)
    for child in running.children(recursive=True):
        assert not any(secret in str(child.environ()) for secret in secrets)
    log = service.log.read_text()
    assert "UndefinedTable at " in log
    for word in (*secrets, "rhian", "Rhian"):
        assert word not in log
        assert word not in failed.text


def test_what_goes_wrong_at_the_command_line_repeats_no_secret(centre_database: Database, tmp_path: Path) -> None:
    url = f"postgresql://clerk:{DATABASE_PASSWORD}@127.0.0.1:1/none"
    assert DATABASE_PASSWORD not in office(url, "init", status=1)
    secret = new_key().secret
    (tmp_path / "no backup").write_bytes(b"not encrypted")
    # Into an empty database: this one has nobody in it.
    words = ("backup", "restore", str(tmp_path / "no backup"))
    assert secret not in office(centre_database.url, *words, typed=secret, status=1)
    assert secret.lower() not in office(centre_database.url, *words, typed=secret.lower(), status=1)
    adding = ("user", "add", "a@example.org", "--name", "A", "--region", "LDN", "--role", "staff")
    assert "hunter2" not in office(centre_database.url, *adding, typed="hunter2", status=1)


def test_what_holds_a_secret_does_not_show_it_when_it_is_printed(centre_database: Database) -> None:
    """Where such a thing turns up in the text of an exception, it names itself and nothing more."""
    with centre_database.connection() as connection:
        keys = keys_of(connection)
    pair = new_key()
    access = Access("device", "centre", lambda: bytes(32), token="the token", challenge="the challenge")
    wrapped = wrapping(bytes(32), bytes(range(32)), "device", os.urandom)
    for holder, secret in (
        (keys, repr(keys.seal)), (pair, pair.secret), (access, "the token"), (wrapped, repr(wrapped.key)),
    ):  # fmt: skip
        assert secret not in f"{holder!r} {holder}"
