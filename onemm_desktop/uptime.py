"""How long this machine has been running: a clock that nobody turns, as far as the system has one."""

from __future__ import annotations

import secrets
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
#: Where the system does not name its runs, each run of the program is one.
_THIS_RUN = secrets.token_hex(8)


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment by two clocks: the one on the wall, which anybody may turn, and the seconds of one run (``boot``)."""

    wall: datetime
    boot: str
    since_boot: float


def moments(clock: Callable[[], datetime]) -> Callable[[], Moment]:
    """What time it is, by ``clock`` and by this machine."""
    return lambda: Moment(clock(), _boot(), _seconds())


def _boot() -> str:
    if sys.platform == "linux":
        return _BOOT_ID.read_text(encoding="ascii").strip()
    return _THIS_RUN


def _seconds() -> float:
    """Sleep included where the system counts it: Linux on this clock, Windows on its monotonic one."""
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()
