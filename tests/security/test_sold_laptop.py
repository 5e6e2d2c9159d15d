"""A laptop that was handed on, and a disk that was copied: the records do not go with it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from onemm_desktop import people
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models.database import Database
from onemm_desktop.paths import Paths
from onemm_desktop.vault import Vault
from tests.fixtures_desktop import MemoryKeyring, desk_for, enrol

PIN = "270418"


@pytest.fixture
def keyring() -> MemoryKeyring:
    return MemoryKeyring()


@pytest.fixture
def paths(tmp_path: Path, keyring: MemoryKeyring, quick_stretching: None) -> Paths:
    """A laptop of somebody who has left."""
    paths = Paths(tmp_path / "laptop")
    vault = Vault(paths.vault, keyring=keyring)
    database = Database.open(paths.database, bytes(vault.create(PIN, "pin")))
    enrol(database, desk_for())
    database.close()
    return paths


def test_a_copy_of_the_disk_in_another_computer_opens_with_no_pin(paths: Paths, tmp_path: Path) -> None:
    copy = Paths(shutil.copytree(paths.folder, tmp_path / "copy"))
    for attempt in (PIN, "000000"):
        with pytest.raises(KnownError) as refused:
            Vault(copy.vault, keyring=MemoryKeyring()).unlock(attempt)
        assert refused.value.problem is Problem.KEY_MISSING


def test_a_copy_from_before_the_end_is_worth_nothing_after_it(
    paths: Paths, tmp_path: Path, keyring: MemoryKeyring
) -> None:
    """Brought back from a backup, in the same account: the keyring's half of the key is gone."""
    copy = shutil.copytree(paths.folder, tmp_path / "copy")
    vault = Vault(paths.vault, keyring=keyring)
    vault.destroy()
    people.remove(paths)
    assert [file.name for file in paths.folder.iterdir()] == []
    shutil.copytree(copy, paths.folder, dirs_exist_ok=True)
    with pytest.raises(KnownError) as refused:
        Vault(paths.vault, keyring=keyring).unlock(PIN)
    assert refused.value.problem is Problem.KEY_MISSING


def test_what_is_to_be_handed_in_outlives_the_records(paths: Paths, keyring: MemoryKeyring) -> None:
    paths.outbox.mkdir()
    (paths.outbox / "1MM 7 1.onemm-bundle").write_bytes(b"sealed")
    Vault(paths.vault, keyring=keyring).destroy()
    people.remove(paths)
    assert [one.folder for one in people.everybody(paths.folder)] == [paths.folder]
    assert [file.name for file in paths.to_hand_in] == ["1MM 7 1.onemm-bundle"]
