"""A colleague at the same account of the same laptop: their own records are all that they get at."""

from __future__ import annotations

from pathlib import Path

import pytest

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models.database import Database
from onemm_desktop.people import everybody, newcomer
from onemm_desktop.vault import Vault
from tests.fixtures_desktop import MemoryKeyring

PINS = ("270418", "314159")


@pytest.fixture
def shared(tmp_path: Path, quick_stretching: None) -> tuple[list[Vault], list[bytes]]:
    """Nia's and Rhys's vaults, under one keyring: it is the same account. And their keys."""
    keyring, keys = MemoryKeyring(), []
    for name, pin in zip(("Nia Parry", "Rhys Morgan"), PINS, strict=True):
        paths = newcomer(tmp_path)
        paths.folder.mkdir(parents=True, exist_ok=True)
        vault = Vault(paths.vault, keyring=keyring)
        keys.append(bytes(vault.create(pin, "pin")))
        vault.name_person(name, 1)
        Database.open(paths.database, keys[-1]).close()
    return [Vault(paths.vault, keyring=keyring) for paths in everybody(tmp_path)], keys


def test_each_has_a_folder_a_vault_and_a_key_of_their_own(shared: tuple[list[Vault], list[bytes]]) -> None:
    vaults, keys = shared
    assert [vault.person for vault in vaults] == ["Nia Parry", "Rhys Morgan"]
    assert keys[0] != keys[1]
    assert [bytes(vault.unlock(pin)) for vault, pin in zip(vaults, PINS, strict=True)] == keys


def test_ones_own_pin_opens_nobody_elses_records(shared: tuple[list[Vault], list[bytes]]) -> None:
    vaults, _ = shared
    with pytest.raises(KnownError) as refused:
        vaults[0].unlock(PINS[1])
    assert refused.value.problem is Problem.WRONG_PIN


def test_ones_own_key_opens_nobody_elses_file(shared: tuple[list[Vault], list[bytes]], tmp_path: Path) -> None:
    _, keys = shared
    nia, _rhys = everybody(tmp_path)
    with pytest.raises(KnownError) as refused:
        Database.open(nia.database, keys[1])
    assert refused.value.problem is Problem.KEY_MISSING
    (nia.folder / "records.db.key-mark").unlink()
    with pytest.raises(KnownError) as refused:
        Database.open(nia.database, keys[1])
    assert refused.value.problem is Problem.DATABASE_DAMAGED, "nor without the mark that says whose it is"


def test_somebody_elses_file_in_the_place_of_ones_own_does_not_open(
    shared: tuple[list[Vault], list[bytes]], tmp_path: Path
) -> None:
    """Exchanging the files of two vaults, or parts of them, opens nothing: every part is sealed for its own."""
    vaults, _ = shared
    nia, rhys = everybody(tmp_path)
    nia.vault_file.write_bytes(rhys.vault_file.read_bytes())
    assert bytes(vaults[0].unlock(PINS[1])) == bytes(vaults[1].unlock(PINS[1]))
    with pytest.raises(KnownError) as refused:
        Database.open(nia.database, bytes(vaults[0].unlock(PINS[1])))
    assert refused.value.problem is Problem.KEY_MISSING
