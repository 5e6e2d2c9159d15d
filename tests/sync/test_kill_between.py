"""A kill at every single statement: an edit is there with its op and a page with its cursor, or neither is.

The file is copied before each statement, as a kill of the program would leave it, and every copy opened again. Each
guard is also taken out, to see that this would have noticed.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from onemm_desktop.models import Mentor, Op, Progress
from onemm_desktop.models.database import Database
from onemm_desktop.models.desk import Desk
from onemm_desktop.sync import pull, rows
from onemm_desktop.sync.mapping import places, row_of, shape_of
from onemm_wire.partitions import region
from onemm_wire.protocol import Change, Cursor, Pulled
from tests.fixtures_desktop import KEY
from tests.simulation.guards import GUARDS
from tests.sync.records import identity, mentor

LONDON = region("LDN")
OLD, NEW = mentor(0, notes="as it was"), mentor(0, notes="as it is now")


@pytest.fixture
def furnished(database: Database) -> Database:
    """A laptop that has read one mentor."""
    with database.sync_write() as session:
        row = row_of(shape_of("mentor"), OLD.id, LONDON, 1, msgspec.to_builtins(OLD))
        rows.upsert(session, "mentor", [row])
        session.add(Progress(partition=LONDON, seq=1, complete=True, filled=places(LONDON)))
    return database


def after_a_kill_at_any_moment(
    database: Database, folder: Path, doing: Callable[[], object], read: Callable[[Session], tuple[Any, ...]]
) -> set[tuple[Any, ...]]:
    """What a program finds that is started again after being killed before any of the statements of ``doing``."""
    copies: list[Path] = []

    def copied(_statement: str) -> None:
        copies.append(folder / f"kill{len(copies)}")
        shutil.copytree(database.path.parent, copies[-1], ignore=shutil.ignore_patterns("kill*", "*-shm"))

    connection = database._writer.raw_connection()
    driver: Any = connection.driver_connection
    connection.close()
    driver.set_trace_callback(copied)
    doing()
    driver.set_trace_callback(None)
    copied("")
    return {_found(copy / database.path.name, read) for copy in copies}


def _found(path: Path, read: Callable[[Session], tuple[Any, ...]]) -> tuple[Any, ...]:
    database = Database.open(path, KEY)
    try:
        with database.read() as session:
            return read(session)
    finally:
        database.close()


# --- an edit and its op -------------------------------------------------------------------------------------------


def edit(database: Database, desk: Desk) -> None:
    with database.write(desk) as session:
        session.scalars(select(Mentor)).one().notes = NEW.notes


def notes_and_ops(session: Session) -> tuple[Any, ...]:
    return session.scalars(select(Mentor.notes)).one(), session.scalar(select(func.count()).select_from(Op))


def test_an_edit_is_never_found_without_its_op(furnished: Database, desk: Desk, tmp_path: Path) -> None:
    found = after_a_kill_at_any_moment(furnished, tmp_path, lambda: edit(furnished, desk), notes_and_ops)
    assert found == {(OLD.notes, 0), (NEW.notes, 1)}


def test_an_op_written_after_its_edit_would_be_missed(furnished: Database, desk: Desk, tmp_path: Path) -> None:
    with GUARDS["op and edit in one transaction"].out():
        found = after_a_kill_at_any_moment(furnished, tmp_path, lambda: edit(furnished, desk), notes_and_ops)
    assert (NEW.notes, 0) in found


# --- a page and its cursor ----------------------------------------------------------------------------------------


class News:
    """A centre that says one thing."""

    def pull(self, *_: object) -> Pulled:
        changed = Change(
            partition=LONDON, kind="mentor", id=identity(0), seq=2, rev=2, data=msgspec.to_builtins(NEW), erased=False
        )
        cursor = Cursor(epoch="first", seqs={LONDON: 2})
        return Pulled(
            changes=[changed], cursor=cursor, more=False, scope=[LONDON], server_time=datetime.now(UTC), digest=""
        )


def hear(database: Database) -> None:
    news: Any = News()
    pull.run(
        database, news, clock=lambda: datetime.now(UTC), limit=10, cancelled=lambda: False, heard=lambda *_: None
    )  # fmt: skip


def notes_and_seq(session: Session) -> tuple[Any, ...]:
    return session.scalars(select(Mentor.notes)).one(), session.scalars(select(Progress.seq)).one()


def test_a_page_is_never_found_without_its_cursor_nor_a_cursor_without_its_page(
    furnished: Database, tmp_path: Path
) -> None:
    found = after_a_kill_at_any_moment(furnished, tmp_path, lambda: hear(furnished), notes_and_seq)
    assert found == {(OLD.notes, 1), (NEW.notes, 2)}


def test_a_cursor_kept_before_its_page_would_skip_the_page(furnished: Database, tmp_path: Path) -> None:
    with GUARDS["page and cursor in one transaction"].out():
        found = after_a_kill_at_any_moment(furnished, tmp_path, lambda: hear(furnished), notes_and_seq)
    assert (OLD.notes, 2) in found
