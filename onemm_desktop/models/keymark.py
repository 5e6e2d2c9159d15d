"""A mark beside the database that says which key it belongs to, without giving the key away.

SQLCipher answers a wrong key and a damaged first page with the same words. The two need different sentences: one
person is to find the right key, the other one's disk is failing. The mark is a keyed hash of a fixed text: of a
random key of 256 bits it reveals nothing.
"""

from __future__ import annotations

import hashlib
import hmac
from pathlib import Path

from onemm_desktop.files import replace_file

_TEXT = b"1MM Desktop: the key of this database"


class KeyMark:
    """The mark of the database at ``path``, kept as ``<path>.key-mark``."""

    def __init__(self, path: Path) -> None:
        self._file = path.with_name(path.name + ".key-mark")

    def exists(self) -> bool:
        """Whether a database was ever made here."""
        return self._file.exists()

    def fits(self, key: bytes | bytearray) -> bool:
        """Whether the mark is this key's. A missing mark fits every key."""
        return not self.exists() or hmac.compare_digest(self._file.read_bytes(), _mark(key))

    def make(self, key: bytes | bytearray) -> None:
        """Writes the mark where there is none."""
        if not self.exists():
            replace_file(self._file, _mark(key))


def _mark(key: bytes | bytearray) -> bytes:
    return hmac.new(key, _TEXT, hashlib.sha256).hexdigest().encode()
