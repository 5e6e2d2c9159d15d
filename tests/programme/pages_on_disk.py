"""Every page of a laptop's database as it lies on the disk, decrypted: free pages, old ones in the log, everything.

What a forensic examiner sees who has the laptop and its key. The layout is SQLCipher 4's: AES-256-CBC by page, with the
page's own IV in its reserved end; in the log each page stands behind a header of 24 bytes.
"""

from __future__ import annotations

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

PAGE, RESERVED, SALT, IV = 4096, 80, 16, 16
LOG_HEADER, FRAME_HEADER = 32, 24


def every_page(path: Path, key: bytes) -> bytes:
    """All pages of the file and of its write-ahead log, one after the other."""
    content = path.read_bytes()
    pages = [
        _opened(content[start : start + PAGE], key, first=start == 0)
        for start in range(0, len(content) - PAGE + 1, PAGE)
    ]
    log = path.with_name(path.name + "-wal")
    written = log.read_bytes() if log.exists() else b""
    for start in range(LOG_HEADER, len(written) - FRAME_HEADER - PAGE + 1, FRAME_HEADER + PAGE):
        number = int.from_bytes(written[start : start + 4], "big")
        page = written[start + FRAME_HEADER : start + FRAME_HEADER + PAGE]
        pages.append(_opened(page, key, first=number == 1))
    return b"".join(pages)


def _opened(page: bytes, key: bytes, *, first: bool) -> bytes:
    begin = SALT if first else 0
    iv = page[PAGE - RESERVED : PAGE - RESERVED + IV]
    decryptor = Cipher(AES(key), CBC(iv)).decryptor()
    return decryptor.update(page[begin : PAGE - RESERVED]) + decryptor.finalize()
