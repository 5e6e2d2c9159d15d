"""One process at a time talks for one copy: the program, or a command beside it, never both."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _claim(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _claim(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def one_process(records: Path) -> Iterator[bool]:
    """Holds the claim on the copy in the file ``records`` for the block; False if another holder has it.

    The claim is the system's: it ends with its process, however that ends, so that nothing stale is ever left.
    """
    file = os.open(records.with_name(f"{records.name}-sync"), os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            _claim(file)
        except OSError:
            yield False
        else:
            yield True
    finally:
        os.close(file)
