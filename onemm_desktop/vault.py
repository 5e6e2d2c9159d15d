"""The keys of this laptop: the one that opens the database, and the device's secrets under it.

The data key is random and never changes. It is kept sealed in ``vault.json``, under a key of two parts: a share that
only the operating system's keyring holds, and what its person types, stretched (argon2id). Either part alone opens
nothing. Without a PIN or passphrase the share is enough; without a keyring a passphrase has to be.

Wrong tries are counted in the file before they are tried. After ten of them the share and the sealed key are gone:
then only the centre's answer opens (``onemm_wire.recovery``), under which the key is sealed once more.
"""

from __future__ import annotations

import base64
import os
import secrets
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from typing import Literal

import keyring
import keyring.errors
import msgspec
from keyring.backend import KeyringBackend

from onemm_desktop import tries
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.files import replace_file
from onemm_desktop.sealing import Derivation, derived, new_derivation, seal, stretch, text_of, unseal

#: What a person has to do to open: nothing, type some digits, or a passphrase.
Unlock = Literal["keyring", "pin", "passphrase"]
State = Literal["new", "keyring", "pin", "passphrase", "sealed"]

#: The keyring's word for this program.
SERVICE = "1MM Desktop"
_PURPOSE = "data key"


class Recovery(msgspec.Struct, frozen=True):
    """The question for the centre, and the data key under its answer."""

    question: str
    data_key: str


class Sealed(msgspec.Struct, kw_only=True):
    """The content of ``vault.json``; sealed texts are base64 of nonce and ciphertext (AES-256-GCM).

    ``name`` is the share's name in the keyring. ``data_key`` is empty once ten wrong tries have sealed the vault.
    ``person`` is who enrolled, as the page that asks for the PIN names them, ``number`` the laptop's number at the
    centre. ``condemned``: the centre has shut this laptop out; what is left to do is to seal the outbox and to destroy
    the rest.
    """

    version: int = 2
    name: str
    data_key: str
    share: bool = True
    unlock: Unlock = "keyring"
    derivation: Derivation | None = None
    wrong: int = 0
    recovery: Recovery | None = None
    person: str = ""
    number: int = 0
    condemned: bool = False
    secrets: dict[str, str] = {}


class Vault:
    """The vault in ``folder``. ``keyring`` is the system's unless given; ``clock`` counts seconds, and only goes on."""

    def __init__(
        self,
        folder: Path,
        *,
        keyring: KeyringBackend | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._file = folder / "vault.json"
        self._given_keyring = keyring
        self._clock = clock
        self._began = clock()
        self._turn = threading.RLock()
        self._data_key: bytearray | None = None

    @property
    def state(self) -> State:
        """``new`` before ``create``; then what it takes to unlock, ``sealed`` being the centre's answer."""
        if not self._file.exists():
            return "new"
        sealed = self._read()
        return sealed.unlock if sealed.data_key else "sealed"

    @property
    def unlocked_by(self) -> Unlock:
        """What opens it, however many wrong tries there were."""
        return self._read().unlock

    @property
    def person(self) -> str:
        """Whose records these are; nothing before the enrolment."""
        return self._read().person if self._file.exists() else ""

    @property
    def number(self) -> int:
        """The laptop's number at the centre; 0 before the enrolment."""
        return self._read().number if self._file.exists() else 0

    @property
    def condemned(self) -> bool:
        """Whether the centre has shut this laptop out."""
        return self._file.exists() and self._read().condemned

    @property
    def locked(self) -> bool:
        """Whether the data key is not in memory."""
        return self._data_key is None

    @property
    def question(self) -> str:
        """What to tell the centre where nothing else opens; empty where it was never prepared."""
        recovery = self._read().recovery
        return "" if recovery is None else recovery.question

    @cached_property
    def needs_passphrase_on_create(self) -> bool:
        """Whether this system has no keyring that takes a secret and gives it back."""
        probe = f"probe-{secrets.token_hex(8)}"
        try:
            self._keyring.set_password(SERVICE, probe, probe)
            kept = self._keyring.get_password(SERVICE, probe)
            self._keyring.delete_password(SERVICE, probe)
        except keyring.errors.KeyringError:
            return True
        return kept != probe

    # --- opening and closing -----------------------------------------------------------------------------------------

    def create(self, typed: str | None = None, unlock: Unlock | None = None) -> bytearray:
        """Makes and seals a new data key and returns it.

        Raises KnownError KEY_MISSING where there is no keyring for anything but a passphrase, DISK_FULL and READ_ONLY.
        A vault that exists is never written over: that would lose the only key to its database.
        """
        if self._file.exists():
            raise RuntimeError("there is a vault here already")
        data_key = bytearray(secrets.token_bytes(32))
        wanted: Unlock = unlock or ("keyring" if typed is None else "passphrase")
        self._write(self._wrapped(data_key, typed, wanted, Sealed(name="", data_key="")))
        self._data_key = data_key
        return data_key

    def unlock(self, typed: str | None = None) -> bytearray:
        """The data key, in a buffer that ``lock`` wipes.

        Raises KnownError WRONG_PASSPHRASE or WRONG_PIN; TOO_SOON (``seconds``) while a wait lasts; SEALED after ten
        wrong tries; KEY_MISSING where keyring or file do not hold the key.
        """
        with self._turn:
            return self._unlock(self._read(), typed)

    def _unlock(self, sealed: Sealed, typed: str | None) -> bytearray:
        if not sealed.data_key:
            raise KnownError(Problem.SEALED)
        if sealed.unlock == "keyring":
            key = self._sealing_key(sealed, None)
            return self._opened(unseal(key, sealed.data_key, _PURPOSE, Problem.KEY_MISSING))
        if (seconds := self.seconds_to_wait) > 0:
            raise KnownError(Problem.TOO_SOON, seconds=seconds)
        key = self._sealing_key(sealed, typed)
        wrong = Problem.WRONG_PIN if sealed.unlock == "pin" else Problem.WRONG_PASSPHRASE
        # Counted before it is tried: whoever ends the program in between has had the try.
        sealed.wrong += 1
        self._write(sealed)
        self._began = self._clock()
        try:
            data_key = unseal(key, sealed.data_key, _PURPOSE, wrong)
        except KnownError:
            self._seal_up(sealed)
            raise
        sealed.wrong = 0
        self._write(sealed)
        return self._opened(data_key)

    def lock(self) -> None:
        """Takes the data key out of memory, as far as Python can; whoever was handed it holds the same buffer."""
        if self._data_key is not None:
            self._data_key[:] = bytes(len(self._data_key))
            self._data_key = None

    @property
    def seconds_to_wait(self) -> float:
        """How long the next try has to wait, counted by this program since it began or since the last wrong try."""
        return max(0.0, tries.wait_after(self._read().wrong) - (self._clock() - self._began))

    @property
    def tries_left(self) -> int:
        """How many wrong tries there may still be."""
        return max(0, tries.SEALS - self._read().wrong)

    def change(self, typed: str | None, unlock: Unlock) -> None:
        """Asks for something else from now on. The vault must be unlocked. Raises as ``create``.

        The new share is in the keyring before the file says so, and the old one leaves after: a power cut in between
        leaves a share too many, never one too few.
        """
        with self._turn:
            before = self._read()
            after = self._wrapped(self._key(), typed, unlock, msgspec.structs.replace(before, wrong=0))
            self._write(after)
            self._forget_share(before)

    # --- the centre's answer ----------------------------------------------------------------------------------------

    def prepare_recovery(self, question: str, key: bytes) -> None:
        """From now on the answer to ``question`` opens, which stands for ``key``. The vault must be unlocked."""
        with self._edited() as sealed:
            sealed.recovery = Recovery(question, seal(key, self._key(), question))

    def recover(self, key: bytes) -> bytearray:
        """Opens with the centre's answer. Raises KnownError WRONG_ANSWER. Ask for a new PIN or passphrase next."""
        recovery = self._read().recovery
        if recovery is None:
            raise KnownError(Problem.WRONG_ANSWER)
        return self._opened(unseal(key, recovery.data_key, recovery.question, Problem.WRONG_ANSWER))

    # --- secrets of the device, and who it is ------------------------------------------------------------------------

    def keep(self, name: str, secret: bytes) -> None:
        """Keeps a secret of the device under the data key. The vault must be unlocked."""
        with self._edited() as sealed:
            sealed.secrets[name] = seal(derived(self._key(), "secrets"), secret, name)

    def secret(self, name: str) -> bytes:
        """A secret that was kept. Raises KnownError KEY_MISSING where there is none. The vault must be unlocked."""
        sealed = self._read().secrets.get(name)
        if sealed is None:
            raise KnownError(Problem.KEY_MISSING)
        return unseal(derived(self._key(), "secrets"), sealed, name, Problem.KEY_MISSING)

    def forget(self, name: str) -> None:
        """Forgets a secret that was kept, or was not."""
        with self._edited() as sealed:
            sealed.secrets.pop(name, None)

    def name_person(self, person: str, number: int) -> None:
        """Says whose records these are, and which laptop this is to the centre."""
        if (self.person, self.number) != (person, number):
            with self._edited() as sealed:
                sealed.person, sealed.number = person, number

    def condemn(self) -> None:
        """Notes that the centre has shut this laptop out, before anything is done about it: a restart goes on there."""
        with self._edited() as sealed:
            sealed.condemned = True

    def destroy(self) -> None:
        """Forgets every key, for good: the database of this laptop can never be read again."""
        with suppress(KnownError):  # a damaged file names no share
            self._forget_share(self._read())
        with suppress(OSError):
            # Written over first, for disks that write in place; the others still lose the share in the keyring.
            with self._file.open("rb+") as file:
                file.write(secrets.token_bytes(self._file.stat().st_size))
                os.fsync(file.fileno())
            self._file.unlink()
        self.lock()

    # --- the two places where keys are ------------------------------------------------------------------------------

    @cached_property
    def _keyring(self) -> KeyringBackend:
        return self._given_keyring or keyring.get_keyring()

    def _wrapped(self, data_key: bytearray, typed: str | None, unlock: Unlock, sealed: Sealed) -> Sealed:
        """The file's new content with the data key sealed in another way; a new share is in the keyring by then."""
        asks = unlock != "keyring"
        if asks and not typed:
            raise ValueError("nothing was typed to seal with")
        after = msgspec.structs.replace(
            sealed,
            name=secrets.token_hex(16),
            # A passphrase can stand alone. A PIN cannot: a million of them are tried in a day.
            share=unlock != "passphrase" or not self.needs_passphrase_on_create,
            unlock=unlock,
            derivation=new_derivation() if asks else None,
        )
        if after.share:
            self._hand_to_keyring(after.name, secrets.token_bytes(32))
        after.data_key = seal(self._sealing_key(after, typed), data_key, _PURPOSE)
        return after

    def _sealing_key(self, sealed: Sealed, typed: str | None) -> bytes:
        """Both parts as one key; a part that is not asked for is not in it."""
        share = self._from_keyring(sealed.name) if sealed.share else b""
        if sealed.derivation is None:
            return share
        stretched = stretch(typed or "", sealed.derivation)
        return derived(stretched + share, "keyring and typed") if share else stretched

    def _opened(self, data_key: bytes) -> bytearray:
        if self._data_key is None:
            # Never a second buffer: whoever was handed the first one may be working with it.
            self._data_key = bytearray(data_key)
        return self._data_key

    def _seal_up(self, sealed: Sealed) -> None:
        """After the last wrong try: the key remains under the centre's answer alone. Without one there only the waits
        are left, because unsent work would be lost with the key."""
        if sealed.wrong >= tries.SEALS and sealed.recovery is not None:
            sealed.data_key = ""
            self._write(sealed)
            self._forget_share(sealed)

    def _key(self) -> bytearray:
        if self._data_key is None:
            raise RuntimeError("the vault is locked")
        return self._data_key

    def _hand_to_keyring(self, name: str, key: bytes) -> None:
        try:
            self._keyring.set_password(SERVICE, name, text_of(key))
        except keyring.errors.KeyringError as error:
            raise KnownError(Problem.KEY_MISSING) from error

    def _from_keyring(self, name: str) -> bytes:
        try:
            kept = self._keyring.get_password(SERVICE, name)
        except keyring.errors.KeyringError as error:
            raise KnownError(Problem.KEY_MISSING) from error
        if kept is None:
            raise KnownError(Problem.KEY_MISSING)
        return base64.b64decode(kept)

    def _forget_share(self, sealed: Sealed) -> None:
        if sealed.share:
            with suppress(keyring.errors.KeyringError):  # the keyring had lost it already, or is locked
                self._keyring.delete_password(SERVICE, sealed.name)

    def _read(self) -> Sealed:
        try:
            return msgspec.json.decode(self._file.read_bytes(), type=Sealed)
        except (OSError, msgspec.DecodeError) as error:
            raise KnownError(Problem.KEY_MISSING) from error

    @contextmanager
    def _edited(self) -> Iterator[Sealed]:
        """The file's content, written back if nothing went wrong: the network's thread keeps secrets, too."""
        with self._turn:
            sealed = self._read()
            yield sealed
            self._write(sealed)

    def _write(self, sealed: Sealed) -> None:
        replace_file(self._file, msgspec.json.format(msgspec.json.encode(sealed)))
