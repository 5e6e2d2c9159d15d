"""A simulated laptop: the real database, journal, programme and synchronisation; simulated power, disk and clock."""

from __future__ import annotations

import dataclasses
import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any, cast

import msgspec
from greenlet import GreenletExit, greenlet
from sqlalchemy import Dialect, Engine, event, select
from sqlalchemy.orm import Session

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import MODELS, Desk, Device, cipher
from onemm_desktop.models.database import Database
from onemm_desktop.sync.mapping import data_of, shape_of
from onemm_desktop.sync.runner import Runner
from onemm_desktop.sync.status import SyncStatus
from onemm_desktop.sync.transport import Transport
from onemm_wire.partitions import Role
from tests.simulation.centre import CENTRE_ID, REGION
from tests.simulation.files import new_folder
from tests.simulation.programs import BEFORE, LEARNT, TODAY, Program, cut_in_migration, make_room, take_over
from tests.simulation.wire import Exchange, Line

KEY = bytes(range(32))
#: Small, so that a handful of records makes several pages.
PAGE_RECORDS = 6
#: What an op said stays as it was, whatever becomes of it.
SAID = ("kind", "record_id", "partition", "verb", "fields", "was", "by", "at", "undo_group")
#: Where it was read stays, too, save for a centre that came back from a backup (``onemm_desktop/sync/lost_life.py``).
READ = ("read", "previous")


class PowerCutError(BaseException):
    """The power went at this very moment. Nothing in the program may catch it, as nothing could."""


#: The dialect of the first engine of this process, and the statements compiled for it.
_DIALECT: dict[int, Dialect] = {}
STATEMENTS: dict[Any, Any] = {}


def share_statements(engine: Engine) -> None:
    """Let this engine use what others of this process have compiled: that took a third of the time.

    SQLAlchemy keeps statements by dialect, of which every engine has its own and all have the same.
    """
    engine.dialect = _DIALECT.setdefault(0, engine.dialect)
    engine._compiled_cache = STATEMENTS


@dataclass(frozen=True, slots=True)
class Kept:
    """An op as it lies on the disk. ``said`` is all of it that must never change, ``read`` what only a new life may."""

    n: int
    kind: str
    record_id: str
    partition: str
    verb: str
    fields: dict[str, Any]
    was: dict[str, Any]
    previous: int | None
    state: str
    answer: dict[str, Any] | None
    said: tuple[Any, ...]
    read: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class View:
    """What lies on one laptop's disk, read in one transaction. Rows are (rev, partition, data) by (kind, id).

    ``doubted``: some of it was read in a life of the centre that is lost, and is not yet held against the new one.
    """

    rows: dict[tuple[str, str], tuple[int, str, dict[str, Any]]]
    shadows: dict[tuple[str, str], tuple[int, dict[str, Any] | None]]
    ops: dict[int, Kept]
    progress: dict[str, tuple[int, bool]]
    doubted: bool
    epoch: str
    scope: list[str]
    next_n: int


@dataclass
class Laptop:
    """One desk of the simulated world. ``true_time`` is the world's; this laptop's clock is off by ``offset``."""

    name: str
    folder: Path
    token: str
    device_id: str
    user_id: str
    role: Role
    block: int
    granted: tuple[str, ...]
    epoch: str
    true_time: Callable[[], datetime]
    chance: random.Random
    program: Program = TODAY
    begin_with: Path | None = None
    is_copy: bool = False
    offset: timedelta = timedelta()
    disk_full: bool = False
    cut: str = ""
    cancelling: bool = False
    run: greenlet | None = None
    status: SyncStatus | None = None
    waiting: list[Exchange] = field(default_factory=list)
    lives: int = 0
    #: Kinds of which an update may still have to fetch something.
    learnt: frozenset[str] = frozenset()
    #: All ops that this laptop has ever kept, as they were when last looked at.
    seen: dict[int, Kept] = field(default_factory=dict)
    #: The seqs of the centre up to which it has read untroubled, with nothing left to send.
    at_peace_with: dict[str, int] | None = None
    _last_view: tuple[int, int, View] | None = None
    database: Database = field(init=False)

    def __post_init__(self) -> None:
        """Begin with a copy of the disk at ``begin_with``, or with an empty database."""
        shutil.copytree(
            self.begin_with or empty_disk(self.program), self.folder, ignore=shutil.ignore_patterns("*-shm")
        )
        self._open()
        if not self.is_copy:
            self._enrol()

    def _enrol(self) -> None:
        with self.database.sync_write() as session:
            known = session.scalars(select(Device)).first()
            device = self._device_row()
            if known is not None:
                device.first_sync_done = known.first_sync_done
                session.delete(known)
                session.flush()
            session.add(device)

    # --- the program ------------------------------------------------------------------------------------------

    def clock(self) -> datetime:
        """The time as this laptop believes it to be."""
        return self.true_time() + self.offset

    def desk(self) -> Desk:
        """Whoever works here."""
        return Desk(
            user_id=self.user_id, user_name=self.name, role=self.role, region=REGION, device_id=self.device_id,
            block=self.block, clock=self.clock, chance=self.chance.randbytes,
        )  # fmt: skip

    @contextmanager
    def at_work(self, label: str) -> Iterator[Session]:
        """One action of the person at this desk."""
        take_over(self.program)
        with self.database.write(self.desk(), label=label) as session:
            yield session

    def start_sync(self) -> None:
        """Begin a run of synchronisation, unless one is under way."""
        take_over(self.program)
        if self.run is None:
            transport = Transport(
                "http://127.0.0.1:9", self.token, centre=CENTRE_ID, new_session=lambda: Line(self.token, self.waiting)
            )
            runner = Runner(self.database, transport, clock=self.clock, page_records=PAGE_RECORDS)
            self.run = greenlet(lambda: runner.run(lambda: self.cancelling))
            self.go_on()

    def go_on(self) -> None:
        """Let the run go on until it waits for the network again, or ends. Raises PowerCutError."""
        assert self.run is not None
        take_over(self.program)
        came_back = self.run.switch()
        if self.run.dead:
            self.run = None
            self.waiting.clear()
            self.status = cast("SyncStatus", came_back)
            if self.status.problem is None:
                self.learnt = frozenset()

    def copied(self, name: str, chance: random.Random) -> Laptop:
        """The disk of this laptop in another one, which takes itself for it."""
        return dataclasses.replace(
            self, name=name, folder=self.folder.with_name(name.replace(" ", "")), chance=chance, begin_with=self.folder,
            is_copy=True, disk_full=False, cut="", cancelling=False, run=None, status=None, waiting=[], lives=0,
            seen={}, _last_view=None,
        )  # fmt: skip

    # --- the world --------------------------------------------------------------------------------------------

    def kill(self) -> None:
        """End the program without warning, and start it again with what is on the disk at this moment."""
        if self.run is not None and not self.run.dead:
            self.run.throw(GreenletExit)
        self.run = None
        self.waiting.clear()
        if not self.cut.startswith("gone"):
            self._save_disk()
        self.cut = ""
        self.database.close()
        self._begin_with_saved_disk()

    def update(self, *, power_cut: bool) -> None:
        """Put today's program in the place of this one, whatever it was doing. ``power_cut``: not at the first go."""
        self.program, self.learnt = TODAY, LEARNT
        if not power_cut:
            self.kill()
            return
        with cut_in_migration(self._lose_power), suppress(PowerCutError):
            self.kill()
        self._begin_with_saved_disk()

    def fill_disk(self, *, full: bool) -> None:
        """Take the last free bytes of the disk away, or give some back."""
        self.disk_full = full
        with self.database.sync_write() as session:
            connection = session.connection()
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages if full else 1 << 30}")

    def view(self) -> View:
        """What is on the disk, read past SQLAlchemy: this is looked at after every step, and anew if it was written."""
        take_over(self.program)
        connection = self.database._reader.raw_connection()
        try:
            read = connection.cursor().execute
            # A number that SQLite changes for this connection whenever another one has committed.
            version = read("PRAGMA data_version").fetchone()[0]
            if self._last_view is not None and self._last_view[:2] == (id(connection.driver_connection), version):
                return self._last_view[2]
            read("BEGIN")
            rows = {
                (kind, found["id"]): (found["rev"], found["partition"], data_of(shape_of(kind), found))
                for kind in MODELS
                for found in _lines(read, _statement(self.program, kind))
            }
            shadows = {
                (line["kind"], line["record_id"]): (line["rev"], _decoded(line["data"]))
                for line in _lines(read, "SELECT * FROM shadow")
            }
            ops = {line["n"]: _op(line) for line in _lines(read, "SELECT * FROM op ORDER BY n")}
            places = list(_lines(read, "SELECT * FROM progress"))
            progress = {line["partition"]: (line["seq"], bool(line["complete"])) for line in places}
            doubted = any(line["doubted"] for line in places)
            (device,) = _lines(read, "SELECT * FROM device")
            read("ROLLBACK")
            view = View(
                rows, shadows, ops, progress, doubted, device["epoch"], _decoded(device["scope"]), device["next_n"]
            )  # fmt: skip
            self._last_view = (id(connection.driver_connection), version, view)
        finally:
            connection.close()
        return view

    def every_word(self) -> str:
        """All that any table holds, the search index's included."""
        connection = self.database._reader.raw_connection()
        try:
            read = connection.cursor().execute
            tables = [name for (name,) in read("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()]
            return "\n".join(str(read(f'SELECT * FROM "{table}"').fetchall()) for table in tables)
        finally:
            connection.close()

    def close(self) -> None:
        """Put the laptop away."""
        if self.run is not None and not self.run.dead:
            self.run.throw(GreenletExit)
        self.database.close()

    # --- inside -----------------------------------------------------------------------------------------------

    @property
    def _saved(self) -> Path:
        return self.folder.with_name(f"{self.folder.name}-saved")

    def _open(self) -> None:
        take_over(self.program)
        self.lives += 1
        self._last_view = None
        self.database = Database.open(self.folder / "records.db", KEY)
        for engine in (self.database._writer, self.database._reader, self.database._syncs.kw["bind"]):
            share_statements(engine)
        for sessions in (self.database._edits, self.database._syncs):
            event.listen(sessions, "before_commit", lambda session: self._power("before"))
            event.listen(sessions, "after_commit", lambda session: self._power("after"))
        if self.disk_full:
            self.fill_disk(full=True)

    def _power(self, moment: str) -> None:
        if self.cut == moment:
            # The disk as it is now is all that the next start will find.
            self._save_disk()
            self.cut = f"gone {moment}"
            raise PowerCutError
        if self.cut.startswith("gone"):
            raise PowerCutError

    def _lose_power(self) -> None:
        self._save_disk()
        raise PowerCutError

    def _begin_with_saved_disk(self) -> None:
        shutil.rmtree(self.folder)
        self._saved.rename(self.folder)
        self._open()

    def _save_disk(self) -> None:
        shutil.copytree(self.folder, self._saved, ignore=shutil.ignore_patterns("*-shm"))

    def _device_row(self) -> Device:
        return Device(
            device_id=self.device_id, block=self.block, device_name=self.name, address="http://127.0.0.1:9",
            centre=CENTRE_ID, epoch=self.epoch, user_id=self.user_id, user_name=self.name, role=self.role,
            region=REGION, region_name="London", scope=list(self.granted),
        )  # fmt: skip


def disk_is_full(error: KnownError) -> bool:
    """Whether this is what a full disk makes of a write."""
    return error.problem is Problem.DISK_FULL


def _op(line: dict[str, Any]) -> Kept:
    said, read = (tuple(line[name] for name in names) for names in (SAID, READ))
    return Kept(
        line["n"], line["kind"], line["record_id"], line["partition"], line["verb"], _decoded(line["fields"]),
        _decoded(line["was"]), line["previous"], line["state"], _decoded(line["answer"]), said, read,
    )  # fmt: skip


@cache
def _statement(program: Program, kind: str) -> str:
    shape = shape_of(kind)
    columns = ", ".join(f'"{name}"' for name in (*shape.fields, "extra", "rev", "partition"))
    return f'SELECT {columns} FROM "{shape.table}"'


def _lines(read: Callable[[str], Any], statement: str) -> Iterator[dict[str, Any]]:
    found = read(statement)
    names = [column[0] for column in found.description]
    for line in found.fetchall():
        yield dict(zip(names, line, strict=True))


def _decoded(text: str | None) -> Any:
    return None if text is None else msgspec.json.decode(text)


@cache
def empty_disk(program: Program) -> Path:
    """A migrated, empty database, made once: migrating takes longer than a whole simulated day."""
    folder = new_folder("onemm-empty-") / "disk"
    folder.mkdir()
    take_over(program)
    Database.open(folder / "records.db", KEY).close()
    if program is BEFORE:
        with closing(cipher.open_writer(folder / "records.db", KEY)) as connection:
            make_room(connection)
    return folder
