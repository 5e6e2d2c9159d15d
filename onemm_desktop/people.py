"""Whose records lie on this laptop: the first person's in the folder itself, each other's in a folder of their own.

Each has their own vault, key, database and scope. Nobody's name is in the name of a folder.
"""

from __future__ import annotations

import secrets
from pathlib import Path

from onemm_desktop.paths import Paths

_OTHERS = "people"


def everybody(folder: Path) -> list[Paths]:
    """The folders of all who have enrolled here, or have something to hand in, in the order in which they came."""
    others = sorted((folder / _OTHERS).glob("*/"))
    return [paths for paths in map(Paths, [folder, *others]) if paths.vault_file.exists() or paths.to_hand_in]


def newcomer(folder: Path) -> Paths:
    """A folder for somebody who has not been here; it is made when there is something to put into it."""
    here = everybody(folder)
    if not here:
        return Paths(folder)
    return Paths(folder / _OTHERS / f"{len(here):03} {secrets.token_hex(8)}")


def remove(paths: Paths) -> None:
    """Removes the records of one person, whose key is gone already; what is to be handed in stays.

    A file that the system still holds open stays as well: nobody can read it.
    """
    for file in sorted(paths.folder.glob(f"{paths.database.name}*")):
        try:
            file.unlink()
        except OSError:
            continue
