"""A keyring for the starts that are measured: what it holds lies in a file, so that the next process finds it."""

from __future__ import annotations

from pathlib import Path

import keyring.errors
import msgspec
from keyring.backend import KeyringBackend


class MemoryKeyring(KeyringBackend):
    """A keyring of one process. Not the tests' one: importing those costs a fifth of a second that is nobody's."""

    priority = 1.0

    def __init__(self, kept: dict[str, str] | None = None) -> None:
        self.kept = kept or {}

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keeps a password."""
        self.kept[f"{service}\n{username}"] = password

    def get_password(self, service: str, username: str) -> str | None:
        """Gives it back."""
        return self.kept.get(f"{service}\n{username}")

    def delete_password(self, service: str, username: str) -> None:
        """Forgets it."""
        if self.kept.pop(f"{service}\n{username}", None) is None:
            raise keyring.errors.PasswordDeleteError

    def write(self, path: Path) -> None:
        """Leave everything in a file for the next process."""
        path.write_bytes(msgspec.json.encode(self.kept))


def read(path: Path) -> MemoryKeyring:
    """The keyring that an earlier process left."""
    return MemoryKeyring(msgspec.json.decode(path.read_bytes(), type=dict[str, str]))
