"""Where everything of one laptop lies: one folder, which can be copied, moved or deleted as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import platformdirs

from onemm_desktop.files import problem_with_file
from onemm_wire.bundle import SUFFIX

APP = "1MM Desktop"
MAKER = "One Million Mentors"


@dataclass(frozen=True)
class Paths:
    """The files under one folder: one person's. Nothing readable is in them but that person's name, in the vault's."""

    folder: Path

    @property
    def database(self) -> Path:
        """The encrypted records."""
        return self.folder / "records.db"

    @property
    def vault(self) -> Path:
        """The folder of the sealed keys."""
        return self.folder

    @property
    def vault_file(self) -> Path:
        """The file of the sealed keys."""
        return self.folder / "vault.json"

    @property
    def outbox(self) -> Path:
        """The folder of what a laptop that was shut out has sealed for the centre."""
        return self.folder / "to hand in"

    @property
    def to_hand_in(self) -> list[Path]:
        """The sealed files that are yet to be handed in."""
        return sorted(self.outbox.glob(f"*{SUFFIX}"))

    @property
    def settings(self) -> Path:
        """Preferences that say nothing about anybody."""
        return self.folder / "settings.json"

    @property
    def crashes(self) -> Path:
        """The folder of reports about faults of the program."""
        return self.folder / "crashes"


def paths_for(data: Path | None = None) -> Paths:
    """The paths under ``data`` (the command line's ``--data``), or under the user's data folder; it is made.

    Raises KnownError READ_ONLY or DISK_FULL where it cannot be made.
    """
    folder = (data or Path(platformdirs.user_data_path(APP, MAKER, roaming=False))).expanduser().absolute()
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise problem_with_file(error) from error
    return Paths(folder)
