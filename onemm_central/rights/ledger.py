"""What was erased, kept beside the database: a backup that is brought back brings the dead back too.

Ids, days and reasons, no word of what they held; a line of JSON each, for every centre whose data folder this is.
Written before the erasure is committed: a line too many erases on a later day what somebody had wanted erased today.
"""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

import msgspec
import psycopg

from onemm_central.records.erasure import bury, erase
from onemm_central.rights.erasing import empty_one

FILE = "erasures"
TOLD = """
SELECT centre.id, partition, kind, record_id, action, reason, author, erased_at
FROM erasure CROSS JOIN centre ORDER BY erased_at
"""
THERE = "SELECT NOT erased FROM record WHERE partition = %s AND kind = %s AND id = %s"


class Line(msgspec.Struct, frozen=True, array_like=True):
    """One erasure. ``action`` is what was done: the record erased, or emptied of names and notes."""

    centre: str
    partition: str
    kind: str
    record_id: str
    action: Literal["erase", "empty"]
    reason: str
    author: str
    at: datetime


def keep(connection: psycopg.Connection[Any], folder: Path) -> None:
    """Add what the database tells and the file does not. Raises OSError: then nothing should be committed."""
    known = set(_lines(folder))
    fresh = [line for row in connection.execute(TOLD) if (line := Line(*row)) not in known]
    if not fresh:
        return
    folder.mkdir(parents=True, exist_ok=True)
    with os.fdopen(os.open(folder / FILE, os.O_RDWR | os.O_CREAT, 0o600), "r+b") as file:
        # A line that a crash cut off was of an erasure that never was.
        file.truncate(file.read().rfind(b"\n") + 1)
        file.seek(0, os.SEEK_END)
        file.writelines(msgspec.json.encode(line) + b"\n" for line in fresh)
        file.flush()
        os.fsync(file.fileno())


def replay(connection: psycopg.Connection[Any], folder: Path) -> int:
    """Erase once more what this centre had erased before it was brought back; answers how many records.

    Also what the backup never knew: the next laptop would bring it back.
    """
    (centre,) = connection.execute("SELECT id FROM centre").fetchone() or ("",)
    last: dict[tuple[str, str, str], datetime] = {}
    for line in (Line(*row) for row in connection.execute(TOLD)):
        last[(line.partition, line.kind, line.record_id)] = line.at
    done = 0
    for line in _lines(folder):
        key = (line.partition, line.kind, line.record_id)
        if line.centre != centre or (key in last and last[key] >= line.at):
            continue
        there = connection.execute(THERE, key).fetchone()
        if there == (False,) or (there is None and line.action == "empty"):
            continue
        if there is None:
            bury(connection, key, reason=line.reason, author=line.author)
        elif line.action == "empty":
            empty_one(connection, key, line.reason, line.author)
        else:
            erase(connection, line.kind, line.record_id, reason=line.reason, author=line.author)
        done += 1
    return done


def _lines(folder: Path) -> list[Line]:
    try:
        text = (folder / FILE).read_bytes()
    except FileNotFoundError:
        return []
    whole = text.rpartition(b"\n")[0]
    return [msgspec.json.decode(line, type=Line) for line in whole.splitlines() if line]
