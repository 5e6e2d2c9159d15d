"""Folders of the simulated world."""

from __future__ import annotations

import atexit
import shutil
from pathlib import Path
from tempfile import mkdtemp


def new_folder(prefix: str) -> Path:
    """A folder in memory where there is one, removed when the process ends."""
    memory = Path("/dev/shm")
    folder = Path(mkdtemp(prefix=prefix, dir=memory if memory.is_dir() else None))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder
