"""The encrypted database of one laptop: one file, one writer at a time, any number of readers.

Every writing transaction that people cause goes through ``Database.write``, where the journal listens. ``sync_write``
is the only way past the journal and belongs to the synchronisation alone.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
import sqlcipher3.dbapi2 as driver
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import NullPool, QueuePool

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import cipher, journal, soundness, upgrade
from onemm_desktop.models.desk import Desk
from onemm_desktop.models.faults import known_faults
from onemm_desktop.models.guard import past_the_journal
from onemm_desktop.models.keymark import KeyMark

#: Reading connections kept warm: the window, the reading thread, the synchronisation, one to spare.
READERS = 4


class Database:
    """An open database. Made by ``Database.open``; threads may share it."""

    def __init__(self, path: Path, key: bytes | bytearray) -> None:
        self.path = path
        #: Whether the program that had the file open before this one was killed, or its laptop lost power.
        self.ended_uncleanly = False
        self._turn = threading.Lock()
        self._whose_turn: int | None = None
        self._writer = _engine(partial(cipher.open_writer, path, key), size=1, begin="BEGIN IMMEDIATE")
        self._reader = _engine(partial(cipher.open_reader, path, key), size=READERS, begin="BEGIN")
        self._skimmer = _engine(partial(cipher.open_skimmer, path, key), size=0, begin="BEGIN")
        self._edits = sessionmaker(self._writer, expire_on_commit=False)
        self._syncs = sessionmaker(past_the_journal(self._writer), expire_on_commit=False)
        self._reads = sessionmaker(self._reader, autoflush=False, expire_on_commit=False)
        self._skims = sessionmaker(self._skimmer, autoflush=False, expire_on_commit=False)
        journal.listen(self._writer, self._edits)
        for sessions in (self._edits, self._syncs):
            event.listen(sessions, "before_commit", _only_whole)

    @classmethod
    def open(cls, path: Path, key: bytes | bytearray) -> Database:
        """Opens the file, made anew where there is none, and brings an older one up to date after copying it.

        Raises KnownError: DATABASE_DAMAGED (nothing was changed), KEY_MISSING (the file is another key's),
        DATABASE_NEWER (a newer program wrote it), DISK_FULL, READ_ONLY, DATABASE_LOCKED.
        """
        mark = KeyMark(path)
        if not mark.fits(key):
            raise KnownError(Problem.KEY_MISSING)
        if mark.exists() and path.exists() and path.stat().st_size == 0:
            # SQLite would take an emptied file for a new one, and nobody would learn that everything is gone.
            raise KnownError(Problem.DATABASE_DAMAGED)
        # Whoever closes the file last folds the log into it and removes it.
        log = path.with_name(f"{path.name}-wal")
        left_open = log.exists() and log.stat().st_size > 0
        with known_faults():
            upgrade.bring_up_to_date(path, bytes(key))
        mark.make(key)
        database = cls(path, key)
        database.ended_uncleanly = left_open
        return database

    @contextmanager
    def write(
        self,
        desk: Desk | None = None,
        *,
        label: str = "",
        values: dict[str, str] | None = None,
        undoes: str | None = None,
    ) -> Iterator[Session]:
        """One transaction of ``desk``'s person, with every change journalled; all of it is kept or none.

        ``label`` and ``values`` word what Ctrl+Z would take back, ``undoes`` is the group that this one takes back.
        Raises KnownError DISK_FULL, DATABASE_DAMAGED, READ_ONLY or DATABASE_LOCKED, and then nothing was written.
        """
        with self._my_turn(), known_faults(), self._edits.begin() as session:
            journal.prepare(session, desk, label=label, values=values or {}, undoes=undoes)
            # The write lock is taken before anything is read, so that nothing read here can be outdated at commit.
            session.connection()
            yield session
            session.info["whole"] = True

    @contextmanager
    def sync_write(self) -> Iterator[Session]:
        """One transaction that the journal does not see and in which bulk statements are allowed: for ``sync`` only."""
        with self._my_turn(), known_faults(), self._syncs.begin() as session:
            session.connection()
            yield session
            session.info["whole"] = True

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session that sees one unchanging state of the database and cannot write."""
        with known_faults(writing=False), self._reads() as session:
            yield session

    @contextmanager
    def skim(self) -> Iterator[Session]:
        """The same for going through much of the file once: on a connection of its own, which is closed afterwards.

        A page cache that others read from is not filled with what nobody looks at again. Opening takes milliseconds.
        """
        with known_faults(writing=False), self._skims() as session:
            yield session

    def check(self, cancelled: Callable[[], bool] = lambda: False) -> None:
        """Reads every page and holds it against its seal. Takes a second per GB.

        Raises KnownError DATABASE_DAMAGED, and CANCELLED where ``cancelled`` says so meanwhile.
        """
        with known_faults(writing=False), self._skimmer.connect() as connection:
            if not soundness.pages(connection, cancelled):
                raise KnownError(Problem.DATABASE_DAMAGED)

    def indexes_fit(self, cancelled: Callable[[], bool] = lambda: False) -> bool:
        """Whether every index says what its table says; ``reindex`` makes them anew. Raises KnownError CANCELLED."""
        with known_faults(writing=False), self._skimmer.connect() as connection:
            return soundness.indexes(connection, cancelled)

    def reindex(self) -> None:
        """Makes every index anew from its table. Raises KnownError like ``write``."""
        with self.sync_write() as session:
            session.connection().exec_driver_sql("REINDEX")

    def missing(self) -> list[str]:
        """The tables and columns of this program that the file lacks. A file that opens should lack none."""
        with known_faults(writing=False), self._skimmer.connect() as connection:
            return soundness.missing(connection)

    def shrink_log(self) -> bool:
        """Folds the write-ahead log into the file and empties it: older pages in it hold what was deleted since.

        False if somebody was reading meanwhile; then the log is folded later, at the latest when all is closed.
        """
        with self._my_turn(), known_faults(), self._writer.connect() as connection:
            driver_connection: Any = connection.connection.driver_connection
            busy = driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        return not busy

    def write_anew(self) -> bool:
        """Write the whole file anew, without a byte of what was deleted, and empty its log and older copies of it.

        ``secure_delete`` overwrites what is deleted, but a page that was once split keeps what moved to another page in
        its gap. Answers False where somebody was reading the log, which is then as it was: try again later. Raises
        KnownError DISK_FULL: it takes the room of a second file, and about a second per 100 MB, in which nobody writes.
        """
        with self._my_turn(), known_faults():
            connection = self._writer.raw_connection()
            try:
                cursor = connection.cursor()
                cursor.execute("VACUUM")
                (busy, *_), *_ = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            finally:
                connection.close()
        upgrade.remove_copies(self.path)
        return not busy

    def close(self) -> None:
        """Closes every connection. The last one folds the write-ahead log into the file."""
        self._reader.dispose()
        self._writer.dispose()

    @contextmanager
    def _my_turn(self) -> Iterator[None]:
        # SQLite has one writer. Waiting here wakes at once; SQLite's own waiting sleeps in steps of up to 100 ms.
        if self._whose_turn == threading.get_ident():
            raise RuntimeError("a transaction inside a transaction of the same thread would wait for itself")
        with self._turn:
            self._whose_turn = threading.get_ident()
            try:
                yield
            finally:
                self._whose_turn = None


def _engine(connect: partial[Any], *, size: int, begin: str) -> Engine:
    """``size`` is how many connections stay open; with 0 each is closed after use."""
    pool: dict[str, Any] = {"poolclass": NullPool}
    if size:
        pool = {
            "poolclass": QueuePool,
            "pool_size": size,
            "max_overflow": 0 if size == 1 else size,
            "pool_use_lifo": True,
            # Whoever comes for the one writing connection has its turn already: waiting here would be a bug.
            "pool_timeout": 0 if size == 1 else 30,
        }
    engine = create_engine(
        "sqlite+pysqlite://",
        module=driver,
        creator=connect,
        hide_parameters=True,  # names of people do not belong into messages of exceptions
        json_serializer=_to_json,
        json_deserializer=msgspec.json.decode,
        **pool,
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


def _only_whole(session: Session) -> None:
    if not session.info.get("whole"):
        raise RuntimeError("a transaction is kept whole, by Database.write: a verb does not commit")


def _to_json(value: object) -> str:
    return msgspec.json.encode(value).decode()
