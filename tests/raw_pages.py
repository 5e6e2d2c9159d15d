"""A laptop's file as whoever has its key could read it: every page decrypted, free ones and the write-ahead log too.

SQLCipher 4 with a raw key: pages of 4,096 bytes, each AES-256-CBC under that key, with its IV in the first 16 of the 80
bytes that are reserved at its end; the file begins with 16 bytes of salt in the clear. The log holds the same pages
behind headers of 24 bytes, after one of 32.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

PAGE, RESERVED, SALT = 4_096, 80, 16
LOG_HEADER, FRAME_HEADER = 32, 24


def found_in(path: Path, key: bytes, *words: str) -> set[str]:
    """Which of these words stand anywhere in the file or in its log."""
    known = list(pages(path, key))
    assert any(b"CREATE TABLE" in page for page in known), "this is not the key of that file"
    return {word for word in words if any(word.encode() in page for page in known)}


def pages(path: Path, key: bytes) -> Iterator[bytes]:
    """Every page that lies on the disk."""
    content = path.read_bytes()
    for start in range(0, len(content), PAGE):
        yield _plain(content[start + (SALT if start == 0 else 0) : start + PAGE], key)
    log = path.with_name(path.name + "-wal")
    frames = log.read_bytes() if log.exists() else b""
    for start in range(LOG_HEADER + FRAME_HEADER, len(frames), FRAME_HEADER + PAGE):
        page = frames[start : start + PAGE]
        number = int.from_bytes(frames[start - FRAME_HEADER : start - FRAME_HEADER + 4], "big")
        yield _plain(page[SALT:] if number == 1 else page, key)


def _plain(page: bytes, key: bytes) -> bytes:
    iv = page[-RESERVED : -RESERVED + SALT]
    decryptor = Cipher(AES(key), CBC(iv)).decryptor()
    return decryptor.update(page[:-RESERVED]) + decryptor.finalize()
