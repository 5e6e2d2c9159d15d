"""Connections to the encrypted file: the one place that knows SQLCipher's settings."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver

#: Most memory one connection's page cache may take, in KiB. Below this, lists of 100,000 people read the disk again.
CACHE_KIB = 64 * 1024
#: The writing connection's. A first sync of 250,000 records takes a tenth longer than with 64 MiB, and 60 MB less.
WRITER_CACHE_KIB = 16 * 1024
#: That of a connection which goes through everything once. Comparing the contents of 50,000 records leaves 3 MB behind
#: and not 15; the peak of a first sync of that size is its pages' and stays what it was, 124 MB.
SKIMMER_CACHE_KIB = 2 * 1024
#: How long another connection's write is waited for, in seconds. Within the program a lock stands in front of it.
PATIENCE = 5.0
#: A WAL that a first sync has blown up is cut back to this many bytes at the next checkpoint.
WAL_BYTES = 32 * 1024 * 1024


def open_file(path: Path, key: bytes | bytearray) -> Any:
    """A driver connection to the file with its key set and nothing read or written yet.

    ``key`` is raw, 32 bytes: no derivation, so opening costs a millisecond and not the half second of a passphrase.
    Transactions are begun by hand (``isolation_level=None``), because the driver's own habit of beginning late would
    take the write lock in the middle of the work.
    """
    if len(key) != 32:
        raise ValueError("a database key is 32 bytes")
    connection = driver.connect(str(path), timeout=PATIENCE, isolation_level=None, check_same_thread=False)
    # The library would otherwise write to a console of its own about every page it cannot decrypt.
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection


def open_writer(path: Path, key: bytes | bytearray) -> Any:
    """The writing connection. What it has committed is on the disk (``synchronous=FULL``) and what it has deleted
    is overwritten."""
    connection = open_file(path, key)
    try:
        connection.execute(f"PRAGMA cache_size = -{WRITER_CACHE_KIB}")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute(f"PRAGMA journal_size_limit = {WAL_BYTES}")
    except driver.Error:
        connection.close()
        raise
    return connection


def open_reader(path: Path, key: bytes | bytearray) -> Any:
    """A connection that cannot write."""
    connection = open_file(path, key)
    connection.execute("PRAGMA query_only = ON")
    return connection


def open_skimmer(path: Path, key: bytes | bytearray) -> Any:
    """A connection that cannot write and keeps next to nothing of what it has read in memory."""
    connection = open_reader(path, key)
    connection.execute(f"PRAGMA cache_size = -{SKIMMER_CACHE_KIB}")
    return connection
