"""Whoever has the disk and nothing else: a process of its own, which is given a folder and tries what a thief would.

``python -m tests.security.thief FOLDER`` reads from standard input, as JSON, the names to look for and the PINs to try
(the right one among them) and, for the proof that it can find something, what the keyring would have given.
It prints what it got hold of.
"""

from __future__ import annotations

import base64
import json
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from onemm_desktop import sealing
from onemm_desktop.errors import KnownError
from onemm_desktop.vault import Vault
from tests.fixtures_desktop import NoKeyring
from tests.security.reading import Names, found_in

KEY_BYTES = 32


def loot(folder: Path, wanted: dict[str, Any]) -> dict[str, Any]:
    """What can be had: names in files, files that open as databases, and keys that open the records."""
    names = Names()
    for given, family in wanted["names"]:
        names.add(given, family)
    keys = [*keys_lying_about(folder), *keys_of_vault(folder, wanted["pins"], wanted.get("share", ""))]
    return {
        "names": sorted({name for found in found_in([folder], names).values() for name in found}),
        "plain databases": sorted(file.name for file in files(folder) if is_plain_database(file)),
        "rows": sum(rows_with(key, folder / "records.db") for key in keys),
        "by the program": sum(by_the_program(folder, pin) for pin in wanted["pins"]),
        "keys tried": len(keys),
    }


def files(folder: Path) -> list[Path]:
    return [file for file in sorted(folder.rglob("*")) if file.is_file()]


def is_plain_database(file: Path) -> bool:
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as connection:
        try:
            return bool(connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])
        except sqlite3.Error:
            return False


def keys_lying_about(folder: Path) -> Iterator[bytes]:
    """Any 32 bytes of a small file, as they are, in hexadecimal or in base64; and the keys of the careless."""
    yield bytes(KEY_BYTES)
    yield b"\xff" * KEY_BYTES
    for file in files(folder):
        content = file.read_bytes()
        if len(content) < 10_000:
            words = [content, content[-KEY_BYTES:], *content.replace(b'"', b" ").replace(b",", b" ").split()]
            for plain in (plain for word in words for plain in (word, *decoded(word))):
                yield from (cut for start in (0, 12) if len(cut := plain[start : start + KEY_BYTES]) == KEY_BYTES)


def decoded(word: bytes) -> Iterator[bytes]:
    """A word out of hexadecimal and out of base64, where it is either."""
    for decode in (bytes.fromhex, base64.b64decode):
        try:
            yield decode(word.decode())
        except ValueError:
            continue


def keys_of_vault(folder: Path, pins: list[str], share: str) -> Iterator[bytes]:
    """What the vault's file gives for each PIN, tried without the program and its counting."""
    content = json.loads((folder / "vault.json").read_text())
    sealed = base64.b64decode(content["data_key"])
    numbers = content["derivation"]
    for pin in pins:
        stretched = sealing.stretch(pin, sealing.Derivation(**numbers)) if numbers else b""
        for other in {base64.b64decode(share), bytes(KEY_BYTES), b""}:
            for key in (sealing.derived(stretched + other, "keyring and typed"), stretched or bytes(KEY_BYTES)):
                try:
                    yield AESGCM(key).decrypt(sealed[:12], sealed[12:], b"data key")
                except InvalidTag:
                    continue


def rows_with(key: bytes, records: Path) -> int:
    with closing(sqlcipher.connect(str(records))) as connection:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        try:
            return int(connection.execute("SELECT count(*) FROM mentor").fetchone()[0])
        except sqlcipher.Error:
            return 0


def by_the_program(folder: Path, pin: str) -> bool:
    try:
        Vault(folder, keyring=NoKeyring()).unlock(pin)
    except KnownError:
        return False
    return True


if __name__ == "__main__":
    print(json.dumps(loot(Path(sys.argv[1]), json.load(sys.stdin))))
