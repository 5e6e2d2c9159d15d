"""``onemm-central`` as an administrator uses it: a real process, its own PostgreSQL, its own folder."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
import requests

from onemm_central.database import Database
from onemm_central.devices.codes import read_code
from onemm_wire.protocol import CENTRE_HEADER

PASSWORD = "violet umbrella seven"
COMMAND = [sys.executable, "-W", "error", "-c", "from onemm_central.cli import main; main()"]


class Shell:
    """A shell whose environment names one data folder."""

    def __init__(self, folder: Path) -> None:
        self.data = folder / "data"
        self.environment = {**os.environ, "ONEMM_DATA": str(self.data)}

    def run(self, *words: str, status: int = 0, typed: str = PASSWORD, **environment: str) -> str:
        """Run a command to its end; answers what it printed, errors included. ``typed`` is what it is given to read."""
        ended = subprocess.run(
            [*COMMAND, *words],
            env={**self.environment, **environment},
            input=typed + "\n",
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=60,
            check=False,
        )
        assert ended.returncode == status, ended.stdout
        return ended.stdout

    def serve(self) -> tuple[subprocess.Popen[str], str]:
        """Start the service; answers the process and its address when it says that it is ready."""
        process = subprocess.Popen(
            [*COMMAND, "serve", "--port", "0"], env=self.environment, stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        line = process.stdout.readline()
        assert line.startswith("1MM centre on http://127.0.0.1:"), line
        return process, line.split()[-1]

    def postgres_runs(self) -> bool:
        """Whether the embedded server's process, as its own file names it, is alive."""
        pid_file = self.data / "postgres" / "postmaster.pid"
        return pid_file.exists() and psutil.pid_exists(int(pid_file.read_text().splitlines()[0]))


@pytest.fixture
def shell() -> Iterator[Shell]:
    folder = Path(tempfile.mkdtemp(prefix="onemm-cli-"))
    yield Shell(folder)
    shutil.rmtree(folder)


def test_from_nothing_to_an_invited_laptop_and_cleanly_away(shell: Shell) -> None:
    process, address = shell.serve()
    try:
        assert CENTRE_HEADER in requests.get(f"{address}/healthz", timeout=30).headers
        # A second process joins the same database while the service has it.
        assert "is ready" in shell.run("init")
        added = shell.run("user", "add", "rhian@example.org", "--name", "Rhian", "--region", "LDN", "--role", "staff")
        assert added == "rhian@example.org is staff in LDN.\n"
        assert read_code(shell.run("device", "invite", "RHIAN@example.org", "--region", "LDN").strip())
        assert shell.run("user", "list") == "rhian@example.org\tRhian\tstaff in LDN\n"
        sign_in = {"email": "rhian@example.org", "password": PASSWORD}
        assert requests.post(f"{address}/sign-in", json=sign_in, timeout=30).ok
        assert shell.postgres_runs()
    finally:
        process.send_signal(signal.SIGTERM)
        _, _ = process.communicate(timeout=30)
    assert process.returncode == 0
    assert not shell.postgres_runs()


def test_a_service_that_was_killed_leaves_its_data_and_is_stopped_for_good_the_next_time(shell: Shell) -> None:
    process, _ = shell.serve()
    shell.run("user", "add", "rhian@example.org", "--name", "Rhian", "--region", "LDN", "--role", "staff")
    process.kill()
    process.communicate(timeout=30)
    assert "rhian@example.org" in shell.run("user", "list")
    assert not shell.postgres_runs()


def test_what_an_administrator_gets_wrong_is_told_in_a_sentence(shell: Shell) -> None:
    nowhere = "postgresql://127.0.0.1:1/none"
    assert "cannot be opened: connection" in shell.run("init", status=1, ONEMM_DATABASE_URL=nowhere)
    assert shell.run("serve", status=1, ONEMM_PORT="many") == "ONEMM_PORT must be a number.\n"
    assert shell.run("serve", status=1, ONEMM_FIRST_SYNCS="0") == "ONEMM_FIRST_SYNCS must be a number.\n"
    assert "no role king" in shell.run(
        "user", "add", "a@example.org", "--name", "A", "--region", "LDN", "--role", "king", status=1
    )
    assert "no account for a@example.org" in shell.run("device", "invite", "a@example.org", "--region", "LDN", status=1)
    assert "no account for a@example.org" in shell.run("user", "password", "a@example.org", status=1)
    assert "no device x" in shell.run("device", "revoke", "x", status=1)
    assert "no kind spaceship" in shell.run("record", "show", "spaceship", status=1)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert "Cannot listen there: Address already in use" in shell.run("serve", "--port", port, status=1)


def test_a_database_of_a_newer_version_is_left_alone(shell: Shell, centre_database: Database) -> None:
    with centre_database.connection() as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    told = shell.run("init", status=1, ONEMM_DATABASE_URL=centre_database.url)
    assert "made by a newer version" in told
