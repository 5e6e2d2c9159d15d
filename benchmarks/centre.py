"""A real centre for the benchmarks: a process of its own over the embedded PostgreSQL, filled with the pilot."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

COMMAND = "from onemm_central.cli import main; main()"
#: London's whole region: cards, the staff's part and every partner's.
EMAIL = "staff.london@example.org"
PASSWORD = "one-hour-a-month"


@dataclass(frozen=True)
class Centre:
    """A centre that answers at ``address``."""

    address: str
    folder: Path

    def invite(self) -> str:
        """A one-time code for ``EMAIL``."""
        return _central(self.folder, "device", "invite", EMAIL, "--region", "LDN").strip()


@contextmanager
def running(folder: Path, scale: int) -> Iterator[Centre]:
    """A centre with London's pilot ``scale`` times over, stopped afterwards."""
    _central(folder, "seed", "pilot", "--region", "LDN", "--scale", str(scale))
    with subprocess.Popen(
        [sys.executable, "-c", COMMAND, "serve", "--port", "0"], env=_env(folder), stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout is not None
            yield Centre(process.stdout.readline().rpartition(" ")[2].strip(), folder)
        finally:
            process.send_signal(signal.SIGTERM)


def _central(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", COMMAND, *arguments], env=_env(folder), stdout=subprocess.PIPE, text=True, check=True
    )
    return done.stdout


def _env(folder: Path) -> dict[str, str]:
    return {**os.environ, "ONEMM_DATA": str(folder)}
