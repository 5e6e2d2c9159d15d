"""The key of the database comes out of the vault for the right person on the right system, and for nobody else."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path

import msgspec
import pytest
from keyring.backend import KeyringBackend

from onemm_desktop import sealing, tries
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.vault import Vault
from tests.fixtures_desktop import MemoryKeyring, NoKeyring

PIN, WRONG = "270418", "000000"
ANSWER = bytes(range(32))


@pytest.fixture(autouse=True)
def quick_stretching(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is tried here is the order of things; that the numbers are those of RFC 9106 has its own test."""
    monkeypatch.setattr(sealing, "_KIB", 32)


@dataclass
class Seconds:
    """A clock that counts what the test says."""

    now: float = 0.0

    def __call__(self) -> float:
        return self.now


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
    key = Vault(tmp_path, keyring=system).create("chosen")
    assert Vault(tmp_path, keyring=system).state == "passphrase"
    assert Vault(tmp_path, keyring=system).unlock("chosen") == key
    assert problem_of_unlocking(Vault(tmp_path, keyring=MemoryKeyring()), "chosen") is Problem.KEY_MISSING


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
    content["derivation"]["salt"] = "AA=="
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


# --- a PIN, and what happens to whoever guesses ---------------------------------------------------------------------


def with_pin(folder: Path, system: KeyringBackend, clock: Seconds) -> tuple[Vault, bytes]:
    """A vault that asks for a PIN and that the centre could open, locked; and its key."""
    vault = Vault(folder, keyring=system, clock=clock)
    key = bytes(vault.create(PIN, "pin"))
    vault.prepare_recovery("7K3M-9QRT", ANSWER)
    vault.lock()
    return vault, key


def guess(vault: Vault, clock: Seconds, times: int) -> list[Problem]:
    """Wrong PINs, each after the wait that it takes."""
    problems = []
    for _ in range(times):
        clock.now += vault.seconds_to_wait
        problems.append(problem_of_unlocking(vault, WRONG))
    return problems


def test_a_pin_opens_only_together_with_the_keyring(tmp_path: Path) -> None:
    system = MemoryKeyring()
    vault, key = with_pin(tmp_path, system, Seconds())
    assert vault.state == "pin"
    assert vault.unlock(PIN) == key
    assert problem_of_unlocking(Vault(tmp_path, keyring=system), "") is Problem.WRONG_PIN
    assert problem_of_unlocking(Vault(tmp_path, keyring=MemoryKeyring()), PIN) is Problem.KEY_MISSING


def test_without_a_keyring_there_is_no_pin(tmp_path: Path) -> None:
    with pytest.raises(KnownError) as refused:
        Vault(tmp_path, keyring=NoKeyring()).create(PIN, "pin")
    assert refused.value.problem is Problem.KEY_MISSING


def test_each_wrong_try_is_waited_for_longer_and_a_new_start_forgets_none(tmp_path: Path) -> None:
    system, clock = MemoryKeyring(), Seconds()
    vault, key = with_pin(tmp_path, system, clock)
    waits = []
    for _ in range(5):
        guess(vault, clock, 1)
        waits.append(vault.seconds_to_wait)
    assert waits == [0, 0, 5, 15, 30]
    clock.now += 29
    assert problem_of_unlocking(vault, PIN) is Problem.TOO_SOON, "the right one has to wait as well"
    again = Vault(tmp_path, keyring=system, clock=clock)
    assert again.seconds_to_wait == 30, "whoever starts the program again waits afresh"
    clock.now += 30
    assert again.unlock(PIN) == key
    assert (again.seconds_to_wait, again.tries_left) == (0, tries.SEALS)


def test_a_try_that_is_cut_short_was_a_try(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vault, _key = with_pin(tmp_path, MemoryKeyring(), Seconds())

    def power_cut(*_: object) -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr("onemm_desktop.vault.unseal", power_cut)
    with pytest.raises(KeyboardInterrupt):
        vault.unlock(WRONG)
    assert vault.tries_left == tries.SEALS - 1


def test_a_keyring_that_is_locked_costs_no_try(tmp_path: Path) -> None:
    with_pin(tmp_path, MemoryKeyring(), Seconds())
    elsewhere = Vault(tmp_path, keyring=NoKeyring())
    assert problem_of_unlocking(elsewhere, WRONG) is Problem.KEY_MISSING
    assert elsewhere.tries_left == tries.SEALS


def test_after_ten_wrong_tries_only_the_centre_opens(tmp_path: Path) -> None:
    system, clock = MemoryKeyring(), Seconds()
    vault, key = with_pin(tmp_path, system, clock)
    before = (tmp_path / "vault.json").read_bytes()
    assert guess(vault, clock, 10) == [Problem.WRONG_PIN] * 10
    clock.now += 10_000
    assert vault.state == "sealed"
    assert problem_of_unlocking(vault, PIN) is Problem.SEALED
    assert system.kept == {}, "the keyring's share is gone"
    (tmp_path / "vault.json").write_bytes(before)
    assert problem_of_unlocking(Vault(tmp_path, keyring=system), PIN) is Problem.KEY_MISSING, "a kept copy helps nobody"
    guess_again = Vault(tmp_path, keyring=system)
    with pytest.raises(KnownError) as refused:
        guess_again.recover(bytes(32))
    assert refused.value.problem is Problem.WRONG_ANSWER
    assert guess_again.recover(ANSWER) == key


def test_after_the_centres_answer_a_new_pin_opens(tmp_path: Path) -> None:
    system, clock = MemoryKeyring(), Seconds()
    vault, key = with_pin(tmp_path, system, clock)
    guess(vault, clock, 10)
    assert vault.question == "7K3M-9QRT"
    vault.recover(ANSWER)
    vault.change("314159", "pin")
    again = Vault(tmp_path, keyring=system, clock=clock)
    assert (again.state, again.tries_left) == ("pin", tries.SEALS)
    assert again.unlock("314159") == key


def test_a_vault_that_the_centre_cannot_open_is_never_sealed_for_good(tmp_path: Path) -> None:
    clock = Seconds()
    vault = Vault(tmp_path, keyring=MemoryKeyring(), clock=clock)
    key = bytes(vault.create(PIN, "pin"))
    guess(vault, clock, 12)
    assert vault.seconds_to_wait == 900
    clock.now += 900
    assert vault.unlock(PIN) == key


def test_a_changed_pin_leaves_nothing_of_the_old_one(tmp_path: Path) -> None:
    system = MemoryKeyring()
    vault, key = with_pin(tmp_path, system, Seconds())
    vault.unlock(PIN)
    vault.change("a longer passphrase", "passphrase")
    assert len(system.kept) == 1
    again = Vault(tmp_path, keyring=system)
    assert problem_of_unlocking(again, PIN) is Problem.WRONG_PASSPHRASE
    assert again.unlock("a longer passphrase") == key


def test_a_power_cut_while_the_pin_is_changed_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    system = MemoryKeyring()
    vault, key = with_pin(tmp_path, system, Seconds())
    vault.unlock(PIN)

    def power_cut(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as cut:
        cut.setattr("onemm_desktop.vault.replace_file", power_cut)
        with pytest.raises(KeyboardInterrupt):
            vault.change("314159", "pin")
    assert Vault(tmp_path, keyring=system).unlock(PIN) == key


def test_locking_wipes_the_key(tmp_path: Path) -> None:
    vault = Vault(tmp_path, keyring=MemoryKeyring())
    key = vault.create()
    assert any(key)
    vault.lock()
    assert key == bytes(32)
    assert vault.locked
    with pytest.raises(RuntimeError, match="locked"):
        vault.prepare_recovery("", ANSWER)


def test_the_file_names_its_person_and_nothing_else_of_them(tmp_path: Path) -> None:
    vault = Vault(tmp_path, keyring=MemoryKeyring())
    assert (vault.person, vault.number, vault.condemned) == ("", 0, False)
    vault.create()
    vault.name_person("Nia Parry", 7)
    vault.condemn()
    again = Vault(tmp_path, keyring=MemoryKeyring())
    assert (again.person, again.number, again.condemned) == ("Nia Parry", 7, True)
    assert again.question == ""


def test_what_is_typed_is_stretched_as_rfc_9106_has_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    numbers = sealing.new_derivation()
    assert (numbers.passes, numbers.kib, numbers.lanes) == (3, 64 * 1024, 4)


def test_a_secret_that_was_forgotten_is_missing_and_the_others_stay(tmp_path: Path) -> None:
    vault = Vault(tmp_path, keyring=MemoryKeyring())
    vault.create()
    vault.keep("one", b"1")
    vault.keep("two", b"2")
    vault.forget("one")
    vault.forget("never kept")
    with pytest.raises(KnownError) as missing:
        vault.secret("one")
    assert missing.value.problem is Problem.KEY_MISSING
    assert vault.secret("two") == b"2"
