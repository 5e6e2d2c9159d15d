"""Small files replaced whole: after a power cut there is the old one or the new one, never half of either."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from onemm_desktop.errors import KnownError, Problem

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def replace_file(path: Path, content: bytes) -> None:
    """Writes ``content`` to ``path``, readable by this user alone, and returns when it is on the disk.

    Raises KnownError DISK_FULL or READ_ONLY; the old file then stands as it was.
    """
    draft = path.with_name(path.name + ".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
        _settle_folder(path.parent)
    except OSError as error:
        raise problem_with_file(error) from error


def problem_with_file(error: OSError) -> KnownError:
    """The expected error that a refused write of a file is."""
    return KnownError(Problem.DISK_FULL if error.errno in _NO_ROOM else Problem.READ_ONLY)


def _settle_folder(folder: Path) -> None:
    # The new name is in the folder's own data, which Windows neither opens nor needs to have settled.
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
