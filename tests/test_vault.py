"""The key of the database comes out of the vault for the right person on the right system, and for nobody else."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import msgspec
import pytest
from keyring.backend import KeyringBackend

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.vault import Vault
from tests.fixtures_desktop import MemoryKeyring, NoKeyring


class ForgetfulKeyring(MemoryKeyring):
    """Takes everything, keeps nothing, and never complains."""

    def get_password(self, service: str, username: str) -> str | None:
        return None


def problem_of_unlocking(vault: Vault, passphrase: str | None = None) -> Problem:
    with pytest.raises(KnownError) as refused:
        vault.unlock(passphrase)
    return refused.value.problem


def test_with_a_keyring_nobody_is_asked_anything(tmp_path: Path) -> None:
    system = MemoryKeyring()
    vault = Vault(tmp_path, keyring=system)
    assert (vault.state, vault.needs_passphrase_on_create) == ("new", False)
    key = vault.create()
    again = Vault(tmp_path, keyring=system)
    assert (again.state, len(key)) == ("keyring", 32)
    assert again.unlock() == key
    assert len(system.kept) == 1, "the probe is gone"


@pytest.mark.parametrize("system", [NoKeyring(), ForgetfulKeyring()], ids=["none", "forgetful"])
def test_without_a_keyring_that_keeps_things_a_passphrase_is_asked_for(tmp_path: Path, system: KeyringBackend) -> None:
    vault = Vault(tmp_path, keyring=system)
    assert vault.needs_passphrase_on_create
    key = vault.create("blodyn yr enfys")
    assert vault.state == "passphrase"
    assert Vault(tmp_path, keyring=system).unlock("blodyn yr enfys") == key


def test_without_keyring_and_passphrase_there_is_no_vault(tmp_path: Path) -> None:
    with pytest.raises(KnownError) as refused:
        Vault(tmp_path, keyring=NoKeyring()).create()
    assert refused.value.problem is Problem.KEY_MISSING
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("typed", ["blodyn yr enfyS", "", None])
def test_a_wrong_passphrase_opens_nothing(tmp_path: Path, typed: str | None) -> None:
    vault = Vault(tmp_path, keyring=NoKeyring())
    vault.create("blodyn yr enfys")
    assert problem_of_unlocking(Vault(tmp_path, keyring=NoKeyring()), typed) is Problem.WRONG_PASSPHRASE


def test_a_passphrase_is_its_letters_whichever_way_the_keyboard_composes_them(tmp_path: Path) -> None:
    vault = Vault(tmp_path, keyring=NoKeyring())
    key = vault.create("t\u0177 \u00e2")
    assert vault.unlock("ty\u0302 a\u0302") == key


def test_a_person_may_choose_a_passphrase_although_there_is_a_keyring(tmp_path: Path) -> None:
    system = MemoryKeyring()
    Vault(tmp_path, keyring=system).create("chosen")
    assert Vault(tmp_path, keyring=system).state == "passphrase"
    assert system.kept == {}


def test_a_folder_carried_to_another_computer_opens_nothing(tmp_path: Path) -> None:
    Vault(tmp_path, keyring=MemoryKeyring()).create()
    assert problem_of_unlocking(Vault(tmp_path, keyring=MemoryKeyring())) is Problem.KEY_MISSING
    assert problem_of_unlocking(Vault(tmp_path, keyring=NoKeyring())) is Problem.KEY_MISSING


@pytest.mark.parametrize("content", [b"", b"{}", b"not json", b'{"name":"x","data_key":"%%%"}'])
def test_a_damaged_vault_is_a_missing_key(tmp_path: Path, content: bytes) -> None:
    system = MemoryKeyring()
    system.set_password("1MM Desktop", "x", "AAAA")
    (tmp_path / "vault.json").write_bytes(content)
    assert problem_of_unlocking(Vault(tmp_path, keyring=system)) is Problem.KEY_MISSING


def test_a_damaged_salt_is_not_called_a_wrong_passphrase(tmp_path: Path) -> None:
    Vault(tmp_path, keyring=NoKeyring()).create("right")
    file = tmp_path / "vault.json"
    content = msgspec.json.decode(file.read_bytes())
    content["passphrase"]["salt"] = "AA=="
    file.write_bytes(msgspec.json.encode(content))
    assert problem_of_unlocking(Vault(tmp_path, keyring=NoKeyring()), "right") is Problem.KEY_MISSING


def test_secrets_of_the_device_are_kept_under_the_data_key(tmp_path: Path) -> None:
    system = MemoryKeyring()
    vault = Vault(tmp_path, keyring=system)
    key = vault.create()
    vault.keep("device_token", b"a token nobody may read")
    vault.keep("device_key", b"\x00\xff" * 16)
    content = (tmp_path / "vault.json").read_bytes()
    assert b"nobody may read" not in content
    assert key.hex().encode() not in content
    again = Vault(tmp_path, keyring=system)
    again.unlock()
    assert again.secret("device_token") == b"a token nobody may read"
    assert again.secret("device_key") == b"\x00\xff" * 16


def test_a_secret_cannot_be_passed_off_as_another(tmp_path: Path) -> None:
    vault = Vault(tmp_path, keyring=MemoryKeyring())
    vault.create()
    vault.keep("device_token", b"token")
    file = tmp_path / "vault.json"
    content = msgspec.json.decode(file.read_bytes())
    content["secrets"]["device_key"] = content["secrets"]["device_token"]
    file.write_bytes(msgspec.json.encode(content))
    with pytest.raises(KnownError) as refused:
        vault.secret("device_key")
    assert refused.value.problem is Problem.KEY_MISSING


def test_a_secret_that_was_never_kept_is_missing(tmp_path: Path) -> None:
    vault = Vault(tmp_path, keyring=MemoryKeyring())
    vault.create()
    with pytest.raises(KnownError) as refused:
        vault.secret("device_token")
    assert refused.value.problem is Problem.KEY_MISSING


def test_a_locked_vault_gives_no_secret(tmp_path: Path) -> None:
    system = MemoryKeyring()
    Vault(tmp_path, keyring=system).create()
    with pytest.raises(RuntimeError, match="locked"):
        Vault(tmp_path, keyring=system).keep("device_token", b"token")


def test_a_vault_is_never_written_over(tmp_path: Path) -> None:
    system = MemoryKeyring()
    key = Vault(tmp_path, keyring=system).create()
    with pytest.raises(RuntimeError, match="already"):
        Vault(tmp_path, keyring=system).create()
    assert Vault(tmp_path, keyring=system).unlock() == key


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_the_file_is_for_this_user_alone(tmp_path: Path) -> None:
    Vault(tmp_path, keyring=MemoryKeyring()).create()
    assert stat.S_IMODE((tmp_path / "vault.json").stat().st_mode) == 0o600


def test_a_destroyed_vault_leaves_no_key_anywhere(tmp_path: Path) -> None:
    system = MemoryKeyring()
    vault = Vault(tmp_path, keyring=system)
    vault.create()
    vault.destroy()
    assert (vault.state, system.kept, list(tmp_path.iterdir())) == ("new", {}, [])


def test_a_vault_whose_keyring_entry_is_lost_can_still_be_destroyed(tmp_path: Path) -> None:
    Vault(tmp_path, keyring=MemoryKeyring()).create()
    vault = Vault(tmp_path, keyring=MemoryKeyring())
    vault.destroy()
    assert vault.state == "new"
