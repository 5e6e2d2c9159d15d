"""What the laptop's body says: room on its disk, charge of its battery."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import psutil

from onemm_desktop.files import problem_with_file


@dataclass(frozen=True, slots=True)
class Machine:
    """``charge`` in per cent, None without a battery."""

    free_bytes: int
    charge: int | None
    on_mains: bool


def machine(folder: Path) -> Machine:
    """The disk that holds ``folder``, and the battery. Raises READ_ONLY where the folder cannot be looked at."""
    try:
        free = shutil.disk_usage(folder).free
    except OSError as error:
        raise problem_with_file(error) from error
    battery = psutil.sensors_battery() if hasattr(psutil, "sensors_battery") else None
    if battery is None:
        return Machine(free, None, on_mains=True)
    # Where the system does not say whether it charges, the battery is taken to be running down.
    return Machine(free, round(battery.percent), on_mains=bool(battery.power_plugged))
