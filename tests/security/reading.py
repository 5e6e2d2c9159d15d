"""Somebody who looks at every byte: what of some names can be read in files, by whoever has only the files.

Files are read as UTF-8, as Latin-1, as UTF-16 either way round (of Western letters), out of base64, and out of whatever
was compressed in them (zlib, gzip), and so on into what that holds. Letters are compared without accents and case.
"""

from __future__ import annotations

import base64
import re
import unicodedata
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

_MARKS = re.compile("[\u0300-\u036f'’.]")
_WHOLE = str.maketrans({"ł": "l", "đ": "d", "ø": "o"})
_WORD = re.compile(r"[^\W_]{3,}")
#: Long enough to hold a name; in a file that says nothing there are few such runs.
_UTF_8 = re.compile(rb"[A-Za-z0-9@\x80-\xf4 '.,_-]{8,}")
_LATIN = re.compile(rb"[A-Za-z\xc0-\xff '.-]{8,}")
_UTF_16 = re.compile(rb"(?:[A-Za-z0-9\xc0-\xff '.-]\x00){6,}|(?:\x00[A-Za-z0-9\xc0-\xff '.-]){6,}")
_BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{24,}={0,2}")
_ONE_ALPHABET = bytes.maketrans(b"-_", b"+/")
_PACKED = re.compile(rb"\x78[\x01\x5e\x9c\xda]|\x1f\x8b\x08")
#: A name alone is looked for from so many letters on; shorter ones are words of any language, too.
_TELLING = 7
_DEEP = 2


@dataclass
class Names:
    """People to look for: words in a row (given and family name), and single words that say enough (``telling``)."""

    rows: set[tuple[str, str]] = field(default_factory=set)
    telling: set[str] = field(default_factory=set)

    def add(self, given: str, family: str) -> None:
        """A person."""
        words = _words(f"{given} {family}")
        self.rows |= {pair for one, other in pairwise(words) for pair in ((one, other), (other, one))}
        self.telling |= {word for word in _words(family) if len(word) >= _TELLING}

    def add_text(self, text: str) -> None:
        """Anything else that is about one person: an e-mail address, a telephone number."""
        self.telling |= {word for word in _words(text) if len(word) >= _TELLING}

    def in_text(self, text: str) -> set[str]:
        """What of them stands in a text."""
        words = _words(text)
        # A database without a key writes one value after the other, with nothing between.
        joined = {name for word in words if len(word) > 2 * _TELLING for name in self.telling if name in word}
        rows = {f"{one} {other}" for one, other in set(pairwise(words)) & self.rows}
        return rows | set(words) & self.telling | joined


def found_in(places: Iterable[Path], names: Names) -> dict[str, set[str]]:
    """What can be read of the names in all files beneath some folders, by file."""
    found: dict[str, set[str]] = {}
    for place in places:
        for file in (one for one in place.rglob("*") if one.is_file() and not one.is_symlink()):
            seen = names.in_text(file.name) | read(file.read_bytes(), names)
            if seen:
                found[str(file.relative_to(place))] = seen
    return found


def read(content: bytes, names: Names) -> set[str]:
    """What can be read of the names in some bytes."""
    return {name for piece in _pieces(content) for text in _texts(piece) for name in names.in_text(text)}


def _pieces(content: bytes, depth: int = 0) -> Iterator[bytes]:
    yield content
    if depth == _DEEP:
        return
    for start in (match.start() for match in _PACKED.finditer(content)):
        inflated = _inflated(memoryview(content)[start:])
        if inflated:
            yield from _pieces(inflated, depth + 1)
    for run in _BASE64.findall(content):
        for shift in range(4):
            plain = run[shift:].rstrip(b"=").translate(_ONE_ALPHABET)
            decoded = base64.b64decode(
                plain[: len(plain) // 4 * 4], altchars=b"-_" if b"-" in plain or b"_" in plain else None
            )
            yield from _pieces(decoded, depth + 1)


def _inflated(content: memoryview) -> bytes:
    try:
        return zlib.decompressobj(wbits=zlib.MAX_WBITS | 32).decompress(content, 64 << 20)
    except zlib.error:
        return b""


def _texts(piece: bytes) -> Iterator[str]:
    for run in _UTF_8.findall(piece):
        yield run.decode("utf-8", "replace")
    for run in _LATIN.findall(piece):
        yield run.decode("latin-1")
    for run in _UTF_16.findall(piece):
        yield run.replace(b"\0", b"").decode("latin-1")


def _words(text: str) -> list[str]:
    plain = _MARKS.sub("", unicodedata.normalize("NFKD", text)).casefold().translate(_WHOLE)
    return _WORD.findall(plain)
