"""The keys of this laptop: the one that opens the database, and the device's secrets under it.

The data key is random and never changes. It is kept sealed in ``vault.json``: under a key that only the operating
system's keyring holds or, where there is no keyring, under a passphrase (argon2id). The file alone opens nothing.
"""

from __future__ import annotations

import base64
import secrets
import unicodedata
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import Literal

import argon2.exceptions
import argon2.low_level
import keyring
import keyring.errors
import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from keyring.backend import KeyringBackend

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.files import replace_file

State = Literal["new", "keyring", "passphrase"]

#: The keyring's word for this program.
SERVICE = "1MM Desktop"
# RFC 9106, section 4, second recommended option: three passes over 64 MiB in four lanes.
_PASSES, _KIB, _LANES = 3, 64 * 1024, 4


class Derivation(msgspec.Struct, frozen=True):
    """How a passphrase became a key. Kept in the file, so that stronger numbers can follow."""

    salt: str
    passes: int = _PASSES
    kib: int = _KIB
    lanes: int = _LANES


class Sealed(msgspec.Struct, kw_only=True):
    """The content of ``vault.json``; texts are base64 of nonce and ciphertext (AES-256-GCM)."""

    version: int = 1
    name: str
    data_key: str
    passphrase: Derivation | None = None
    secrets: dict[str, str] = {}


class Vault:
    """The vault in ``folder``. ``keyring`` is the system's unless given."""

    def __init__(self, folder: Path, *, keyring: KeyringBackend | None = None) -> None:
        self._file = folder / "vault.json"
        self._given_keyring = keyring
        self._data_key: bytes | None = None

    @property
    def state(self) -> State:
        """``new`` before ``create``; then what it takes to unlock: the system's keyring, or a passphrase."""
        if not self._file.exists():
            return "new"
        return "keyring" if self._read().passphrase is None else "passphrase"

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

    def create(self, passphrase: str | None = None) -> bytes:
        """Makes and seals a new data key and returns it: under the passphrase if one is given, else in the keyring.

        Raises KnownError KEY_MISSING where there is no passphrase and no keyring, DISK_FULL and READ_ONLY.
        A vault that exists is never written over: that would lose the only key to its database.
        """
        if self._file.exists():
            raise RuntimeError("there is a vault here already")
        data_key, name = secrets.token_bytes(32), secrets.token_hex(16)
        if passphrase is None:
            derivation, sealing_key = None, secrets.token_bytes(32)
            self._hand_to_keyring(name, sealing_key)
        else:
            derivation = Derivation(salt=_text(secrets.token_bytes(16)))
            sealing_key = _stretch(passphrase, derivation)
        self._write(Sealed(name=name, data_key=_seal(sealing_key, data_key, "data key"), passphrase=derivation))
        self._data_key = data_key
        return data_key

    def unlock(self, passphrase: str | None = None) -> bytes:
        """The data key. Raises KnownError WRONG_PASSPHRASE, or KEY_MISSING where keyring or file do not hold it."""
        sealed = self._read()
        if sealed.passphrase is None:
            self._data_key = _unseal(self._from_keyring(sealed.name), sealed.data_key, "data key", Problem.KEY_MISSING)
        else:
            sealing_key = _stretch(passphrase or "", sealed.passphrase)
            self._data_key = _unseal(sealing_key, sealed.data_key, "data key", Problem.WRONG_PASSPHRASE)
        return self._data_key

    def keep(self, name: str, secret: bytes) -> None:
        """Keeps a secret of the device under the data key. The vault must be unlocked."""
        sealed = self._read()
        sealed.secrets[name] = _seal(self._secrets_key(), secret, name)
        self._write(sealed)

    def secret(self, name: str) -> bytes:
        """A secret that was kept. Raises KnownError KEY_MISSING where there is none. The vault must be unlocked."""
        sealed = self._read().secrets.get(name)
        if sealed is None:
            raise KnownError(Problem.KEY_MISSING)
        return _unseal(self._secrets_key(), sealed, name, Problem.KEY_MISSING)

    def destroy(self) -> None:
        """Forgets every key, for good: the database of this laptop can never be read again."""
        if self.state == "keyring":
            with suppress(keyring.errors.PasswordDeleteError):  # the keyring had lost it already
                self._keyring.delete_password(SERVICE, self._read().name)
        self._file.unlink(missing_ok=True)
        self._data_key = None

    # --- the two places where keys are ------------------------------------------------------------------------------

    @cached_property
    def _keyring(self) -> KeyringBackend:
        return self._given_keyring or keyring.get_keyring()

    def _hand_to_keyring(self, name: str, key: bytes) -> None:
        try:
            self._keyring.set_password(SERVICE, name, _text(key))
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

    def _read(self) -> Sealed:
        try:
            return msgspec.json.decode(self._file.read_bytes(), type=Sealed)
        except (OSError, msgspec.DecodeError) as error:
            raise KnownError(Problem.KEY_MISSING) from error

    def _write(self, sealed: Sealed) -> None:
        replace_file(self._file, msgspec.json.format(msgspec.json.encode(sealed)))

    def _secrets_key(self) -> bytes:
        if self._data_key is None:
            raise RuntimeError("the vault is locked")
        # The data key itself only ever opens the database: one key, one use.
        return HKDF(algorithm=SHA256(), length=32, salt=None, info=b"1MM Desktop secrets").derive(self._data_key)


def _stretch(passphrase: str, derivation: Derivation) -> bytes:
    # The same letters typed on another keyboard may be other code points.
    typed = unicodedata.normalize("NFKC", passphrase).encode()
    try:
        return argon2.low_level.hash_secret_raw(
            typed,
            base64.b64decode(derivation.salt),
            time_cost=derivation.passes,
            memory_cost=derivation.kib,
            parallelism=derivation.lanes,
            hash_len=32,
            type=argon2.low_level.Type.ID,
        )
    except (ValueError, argon2.exceptions.HashingError) as error:
        # Not a wrong passphrase: the file has been damaged, and no passphrase will ever fit.
        raise KnownError(Problem.KEY_MISSING) from error


def _seal(key: bytes, secret: bytes, purpose: str) -> str:
    nonce = secrets.token_bytes(12)
    return _text(nonce + AESGCM(key).encrypt(nonce, secret, purpose.encode()))


def _unseal(key: bytes, sealed: str, purpose: str, otherwise: Problem) -> bytes:
    try:
        content = base64.b64decode(sealed, validate=True)
        return AESGCM(key).decrypt(content[:12], content[12:], purpose.encode())
    except (InvalidTag, ValueError) as error:
        raise KnownError(otherwise) from error


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode()
