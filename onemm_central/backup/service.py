"""Making and bringing back a backup: ``pg_dump``'s archive, encrypted on its way to the disk.

The file is in the format of age (age-encryption.org/v1), so that it can be opened without this program, too:
``age --decrypt --identity KEY FILE | pg_restore``. Nothing of it is ever on a disk in the clear.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from io import BufferedReader, BufferedWriter
from pathlib import Path

import psycopg
import pyrage

from onemm_central.backup.tools import tool

#: What opens doors for a quarter of an hour is of no use to whoever brings the backup back.
LEFT_OUT = ("access_token", "sign_in_pass")


class BackupError(Exception):
    """It did not come to be, or could not be brought back; nothing was changed. The text says why, in a sentence."""


@dataclass(frozen=True, slots=True, repr=False)
class NewKey:
    """The public half, to make backups with, and the secret one, to be kept on paper in a safe."""

    public: str
    secret: str


def new_key() -> NewKey:
    """A new pair, X25519 as age has it."""
    identity = pyrage.x25519.Identity.generate()
    return NewKey(str(identity.to_public()), str(identity))


def make(url: str, target: Path, keys: Sequence[str]) -> int:
    """Write a backup that each of these public keys opens; answers its bytes. Raises BackupError.

    The file is whole or not there. What is written to the database meanwhile is not in it.
    """
    try:
        recipients = [pyrage.x25519.Recipient.from_str(key) for key in keys]
    except pyrage.RecipientError as error:
        raise BackupError("This is no public key of a backup: it begins with age1.") from error
    unfinished = target.with_name(f"{target.name}.unfinished")
    try:
        with _private(unfinished) as file:
            _dump(url, file, recipients)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(target)
    except OSError as error:
        raise BackupError(f"The backup cannot be written: {error.strerror}.") from error
    finally:
        unfinished.unlink(missing_ok=True)
    return target.stat().st_size


def bring_back(url: str, source: Path, secret: str) -> None:
    """Fill an empty database from a backup, in one transaction. Raises BackupError.

    A database with records or people in it is left alone: nobody writes over the living by mistake.
    """
    try:
        identity = pyrage.x25519.Identity.from_str(secret.strip())
    except pyrage.IdentityError as error:
        raise BackupError("This is no secret key of a backup: it begins with AGE-SECRET-KEY-1.") from error
    try:
        with source.open("rb") as file:
            _make_room(url)
            _restore(url, file, identity)
    except OSError as error:
        raise BackupError(f"The backup cannot be read: {error.strerror}.") from error


def _private(file: Path) -> BufferedWriter:
    return open(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb")  # noqa: PTH123  (with its mode)


def _dump(url: str, file: BufferedWriter, recipients: list[pyrage.x25519.Recipient]) -> None:
    options = ["--format=custom", "--no-owner", "--no-privileges"]
    options += [f"--exclude-table-data={table}" for table in LEFT_OUT]
    with (
        tool("pg_dump", url, *options) as dump,
        subprocess.Popen(  # noqa: S603  (the command is our own, and no shell reads it)
            dump.command, env=dump.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as process,
    ):
        pyrage.encrypt_io(process.stdout, file, recipients)
        _, said = process.communicate()
    if process.returncode != 0:
        raise BackupError(f"pg_dump failed: {_last_line(said)}")


def _restore(url: str, file: BufferedReader, identity: pyrage.x25519.Identity) -> None:
    options = ["--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error"]
    with (
        tool("pg_restore", url, *options) as restore,
        subprocess.Popen(  # noqa: S603  (the same)
            restore.command, env=restore.environment, stdin=subprocess.PIPE, stderr=subprocess.PIPE
        ) as process,
    ):
        try:
            pyrage.decrypt_io(file, process.stdin, [identity])
        except BrokenPipeError:
            process.stdin = None  # it has hung up, and says why below
        except (pyrage.DecryptError, OSError) as error:  # the latter for a part in the middle
            # Before it hears that this was all: its transaction must not be committed.
            process.kill()
            process.communicate()
            raise BackupError("The key does not open this backup, or the file was changed or cut short.") from error
        _, said = process.communicate()
    if process.returncode != 0:
        raise BackupError(f"pg_restore failed: {_last_line(said)}")


def _make_room(url: str) -> None:
    with psycopg.connect(url) as connection:
        for table in ("record", "account"):
            exists = connection.execute("SELECT to_regclass(%s)", [f"public.{table}"]).fetchone() != (None,)
            if exists and connection.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone() is not None:  # noqa: S608
                raise BackupError("This database is in use. Bring the backup back into an empty one.")
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")


def _last_line(said: bytes | None) -> str:
    lines = (said or b"").decode(errors="replace").strip().splitlines()
    return lines[-1] if lines else "without a word"
