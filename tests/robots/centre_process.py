"""The centre as its administrators run it: a process of its own, and its command line."""

from __future__ import annotations

import os
import random
import signal
import socket
import subprocess
import sys
from contextlib import ExitStack, suppress
from pathlib import Path

#: Installed beside the interpreter, as for everybody.
COMMAND = str(Path(sys.executable).with_name("onemm-central"))
APPLICATION = "onemm-central under test"


class CentreProcess:
    """``onemm-central`` with its data in one folder: the embedded PostgreSQL and, between start and stop, itself.

    With ``database_url`` it uses that PostgreSQL, under the name ``APPLICATION`` in its list of connections; what it
    complains of goes to the file ``complaints``, if there is one.
    """

    def __init__(self, data: Path, database_url: str | None = None, complaints: Path | None = None) -> None:
        self._complaints = complaints
        data.mkdir(parents=True, exist_ok=True)
        # Not the centre of whoever runs this, and not their database.
        self._environment = {key: value for key, value in os.environ.items() if not key.startswith("ONEMM_")}
        self._environment["ONEMM_DATA"] = str(data)
        self._environment["PGAPPNAME"] = APPLICATION
        if database_url is not None:
            self._environment["ONEMM_DATABASE_URL"] = database_url
        self.port = _lasting_port()
        self._service: subprocess.Popen[str] | None = None

    @property
    def address(self) -> str:
        """What a person types in the first run."""
        return f"http://127.0.0.1:{self.port}"

    def run(self, *command: str) -> str:
        """One command of an administrator; what it printed. AssertionError with its complaint if it failed."""
        done = subprocess.run(
            [COMMAND, *command],
            env=self._environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, f"onemm-central {' '.join(command)}: {done.stderr}"
        return done.stdout.strip()

    def start(self) -> None:
        """Serve; returns when it says that it answers."""
        with ExitStack() as files:
            complaints = files.enter_context(self._complaints.open("a")) if self._complaints else None
            self._service = subprocess.Popen(
                [COMMAND, "serve", "--port", str(self.port)],
                env=self._environment, stdout=subprocess.PIPE, stderr=complaints, text=True,
            )  # fmt: skip
        assert self._service.stdout is not None
        line = self._service.stdout.readline()
        assert self.address in line, f"the centre did not start: {line!r}"

    def stop(self) -> None:
        """SIGTERM, and wait until it is gone."""
        if self._service is None:
            return
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """SIGKILL: requests under way are never answered, transactions under way never committed."""
        if self._service is not None:
            self._end(signal.SIGKILL)

    def _end(self, by: signal.Signals) -> None:
        assert self._service is not None
        self._service.send_signal(by)
        self._service.wait()
        assert self._service.stdout is not None
        self._service.stdout.close()
        self._service = None


def _lasting_port() -> int:
    """A port that is free, and that no system gives to anybody by chance while the centre is away.

    A port of the system's own choosing may be another test's by then: one that takes a laptop's call and says nothing.
    """
    for port in random.sample(range(20_000, 32_000), 50):
        with suppress(OSError), socket.create_server(("127.0.0.1", port)):
            return port
    raise OSError("no port is free between 20000 and 32000")
