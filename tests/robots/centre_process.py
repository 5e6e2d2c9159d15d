"""The centre as its administrators run it: a process of its own, and its command line."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

#: Installed beside the interpreter, as for everybody.
COMMAND = str(Path(sys.executable).with_name("onemm-central"))


class CentreProcess:
    """``onemm-central`` with its data in one folder: the embedded PostgreSQL and, between start and stop, itself."""

    def __init__(self, data: Path) -> None:
        data.mkdir(parents=True, exist_ok=True)
        # Not the centre of whoever runs this, and not their database.
        self._environment = {key: value for key, value in os.environ.items() if not key.startswith("ONEMM_")}
        self._environment["ONEMM_DATA"] = str(data)
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
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
        self._service = subprocess.Popen(
            [COMMAND, "serve", "--port", str(self.port)],
            env=self._environment, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert self._service.stdout is not None
        line = self._service.stdout.readline()
        assert self.address in line, f"the centre did not start: {line!r}"

    def stop(self) -> None:
        """SIGTERM, and wait until it is gone."""
        if self._service is None:
            return
        self._service.send_signal(signal.SIGTERM)
        self._service.wait()
        assert self._service.stdout is not None
        self._service.stdout.close()
        self._service = None
