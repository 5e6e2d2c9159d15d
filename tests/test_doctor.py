"""``onemm-desktop doctor``: what stands on the terminal, and the status it ends with."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import select

from onemm_desktop import doctor
from onemm_desktop.models import Desk, Mentor
from onemm_desktop.models.database import Database
from onemm_desktop.single_instance import SingleInstance
from onemm_desktop.sync import enrolment
from onemm_desktop.vault import Vault
from tests.fixtures_desktop import Clock, MemoryKeyring, NoKeyring, enrol
from tests.models.builders import new_mentor

SECRET = "a passphrase that is long enough"


class Terminal:
    """What is printed, and what somebody types."""

    def __init__(self, folder: Path, vault: Vault) -> None:
        self.folder = folder
        self.vault = vault
        self.said: list[str] = []

    def doctor(self, *, repair: bool = False, typed: str = SECRET) -> int:
        self.said.clear()
        return doctor.run(
            self.folder, repair=repair, clock=Clock(), vault_at=lambda _: self.vault, say=self.said.append,
            ask=lambda _: typed,
        )  # fmt: skip


def furnished(folder: Path, vault: Vault, desk: Desk, typed: str | None) -> Terminal:
    """One mentor, not yet sent; the centre is a port where nobody answers."""
    database = Database.open(folder / "records.db", vault.create(typed))
    enrol(database, desk)
    vault.keep(enrolment.KEY, bytes(32))
    with database.write(desk) as session:
        new_mentor(session)
    database.close()
    return Terminal(folder, vault)


@pytest.fixture
def terminal(qapp: object, tmp_path: Path, desk: Desk) -> Terminal:
    """A laptop whose key lies in the keyring."""
    return furnished(tmp_path, Vault(tmp_path, keyring=MemoryKeyring()), desk, None)


def misname(terminal: Terminal) -> None:
    database = Database.open(terminal.folder / "records.db", terminal.vault.unlock())
    with database.sync_write() as session:
        session.scalars(select(Mentor)).one().sort_name = "somebody else"
        session.connection().exec_driver_sql("UPDATE mentor SET sort_name = 'somebody else'")
    database.close()


def test_a_sound_copy_ends_with_0_and_says_what_could_not_be_asked(terminal: Terminal) -> None:
    assert terminal.doctor() == 0
    assert terminal.said == [
        "Reading the file …",
        "Comparing the indexes with their tables …",
        "Counting the changes of this laptop …",
        "Looking at what waits to be sent …",
        "Looking at the names people are found by …",
        "Counting the records …",
        "What this laptop can tell by itself is in order.",
        "The records could not be compared with the centre’s. "
        "The centre cannot be reached. Check the internet connection, then try again.",
        "1 change waits to be sent; it was not touched.",
    ]


def test_a_fault_ends_with_1_until_repair_was_asked_for(terminal: Terminal) -> None:
    misname(terminal)
    assert terminal.doctor() == 1
    assert "1 name cannot be found by searching." in terminal.said
    assert terminal.said[-1] == "Nothing was changed. Run it again with --repair to mend what can be mended."
    assert terminal.doctor(repair=True) == 0
    assert "1 name could not be found by searching, and can be found again." in terminal.said
    assert terminal.doctor() == 0


def test_it_asks_for_what_opens_the_records(qapp: object, tmp_path: Path, desk: Desk) -> None:
    terminal = furnished(tmp_path, Vault(tmp_path, keyring=NoKeyring()), desk, SECRET)
    assert terminal.doctor(typed="a guess, and a wrong one") == 1
    assert terminal.said == ["This is not the passphrase of this laptop. Check Caps Lock and try again."]
    assert terminal.doctor() == 0


def test_it_refuses_while_the_program_runs(terminal: Terminal) -> None:
    program = SingleInstance(terminal.folder)
    assert program.claim()
    try:
        assert terminal.doctor() == 1
    finally:
        program.release()
    assert terminal.said == ["1MM Desktop is running. Close it first, or have it check itself in its Settings."]
    assert terminal.doctor() == 0


def test_on_an_empty_laptop_there_is_nothing_to_look_at(tmp_path: Path) -> None:
    """As typed, without any display."""
    command = [sys.executable, "-m", "onemm_desktop", "--data", str(tmp_path), "doctor", "--repair"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "There are no records on this laptop yet.\n")
