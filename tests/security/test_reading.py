"""The reader of bytes finds a name however it is written: a search that finds nothing is worth something only then."""

from __future__ import annotations

import base64
import gzip
import zlib
from pathlib import Path

import pytest

from tests.security.reading import Names, found_in, read

NAMES = Names()
NAMES.add("Siân", "Llewellyn-Pritchard")
NAMES.add("Jon", "Fair")
NAMES.add_text("sian.llewellyn@example.org")

WAYS = {
    "utf-8": "… Siân Llewellyn-Pritchard …".encode(),
    "capitals, without accents": b"SIAN LLEWELLYN",
    "latin-1": "Siân Llewellyn-Pritchard".encode("latin-1"),
    "utf-16": b"\1" + "Siân Llewellyn-Pritchard".encode("utf-16-le"),
    "utf-16, the other way round": b"\1" + "Siân Llewellyn".encode("utf-16-be"),
    "family name first": b"Fair, Jon",
    "base64": b"key=" + base64.b64encode(b"xx Jon Fair and some more words"),
    "zlib": b"%PDF stream\n" + zlib.compress(b"(Jon Fair) Tj") + b"endstream",
    "gzip in base64": base64.b64encode(gzip.compress(b"a line about Jon Fair, and another one about him")),
    "address": b"<sian.llewellyn@example.org>",
}


@pytest.mark.parametrize("way", WAYS)
def test_a_name_is_found_however_it_is_written(way: str) -> None:
    assert read(WAYS[way], NAMES)


def test_nothing_is_found_where_nothing_is(tmp_path: Path) -> None:
    (tmp_path / "key").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "words.txt").write_text("Jon went to the fair; a fair Jon of all trades.")
    assert found_in([tmp_path], NAMES) == {"words.txt": {"fair jon"}}
    (tmp_path / "words.txt").unlink()
    assert found_in([tmp_path], NAMES) == {}
