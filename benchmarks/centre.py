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

import psutil

from onemm_central import embedded

COMMAND = "from onemm_central.cli import main; main()"
#: London's whole region: cards, the staff's part and every partner's.
EMAIL = "staff.london@example.org"
PASSWORD = "one-hour-a-month"
#: London at scale 1, in the scope of its staff.
RECORDS_AT_SCALE_1 = 1_460


@dataclass(frozen=True)
class Centre:
    """A centre that answers at ``address``. ``database`` leads to its PostgreSQL, ``process`` is the service alone."""

    address: str
    folder: Path
    database: str
    process: psutil.Process

    def invite(self) -> str:
        """A one-time code for ``EMAIL``."""
        return _central(self.folder, "device", "invite", EMAIL, "--region", "LDN").strip()

    def megabytes(self) -> float:
        """What the service holds in memory; PostgreSQL's own memory is not in it."""
        return float(self.process.memory_info().rss) / 1e6

    def processor(self) -> float:
        """Seconds of processor the service has used so far."""
        used = self.process.cpu_times()
        return float(used.user + used.system)


@contextmanager
def running(folder: Path, records: int) -> Iterator[Centre]:
    """A centre with London's pilot as often over as makes about this many records, stopped afterwards."""
    scale = max(1, round(records / RECORDS_AT_SCALE_1))
    _central(folder, "seed", "pilot", "--region", "LDN", "--scale", str(scale))
    with subprocess.Popen(
        [sys.executable, "-c", COMMAND, "serve", "--port", "0"], env=_env(folder), stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout is not None
            address = process.stdout.readline().rpartition(" ")[2].strip()
            server = embedded.start(folder / "postgres")
            try:
                yield Centre(address, folder, embedded.address(server), psutil.Process(process.pid))
            finally:
                server.cleanup()
        finally:
            process.send_signal(signal.SIGTERM)


def _central(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", COMMAND, *arguments], env=_env(folder), stdout=subprocess.PIPE, text=True, check=True
    )
    return done.stdout


def _env(folder: Path) -> dict[str, str]:
    return {**os.environ, "ONEMM_DATA": str(folder)}
