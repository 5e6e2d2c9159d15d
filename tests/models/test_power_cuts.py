"""What the screen has shown as saved is there after a kill and after a full disk; half a change is never there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import select

from onemm_desktop.models import AttendanceMark, Device, Op
from onemm_desktop.models.database import Database
from tests.fixtures_desktop import KEY, desk_for, enrol


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An enrolled laptop's closed file."""
    path = tmp_path / "records.db"
    database = Database.open(path, KEY)
    enrol(database, desk_for())
    database.close()
    return path


def marking(file: Path, *words: str) -> subprocess.Popen[str]:
    """A process that marks people in the file."""
    command = [sys.executable, "-m", "tests.models.marking", str(file), *words]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def kept(file: Path) -> tuple[set[str], set[str], list[int], int]:
    """(ids of marks, ids the ops speak of, their numbers, the next number) after opening the file again."""
    database = Database.open(file, KEY)
    with database.read() as session:
        marks = set(session.scalars(select(AttendanceMark.id)))
        rows = session.execute(select(Op.record_id, Op.n).order_by(Op.n)).all()
        next_n = session.scalar(select(Device.next_n)) or 0
    database.check()
    database.close()
    return marks, {record for record, _ in rows}, [n for _, n in rows], next_n


@pytest.mark.parametrize("after", [1, 7, 40])
def test_a_kill_in_the_middle_of_marking_loses_nothing_that_was_acknowledged(file: Path, after: int) -> None:
    saved: set[str] = set()
    with marking(file) as process:
        assert process.stdout is not None
        for line in process.stdout:
            saved.add(line.split()[1])
            if len(saved) == after:
                process.kill()
    marks, spoken_of, numbers, next_n = kept(file)
    assert saved <= marks
    assert marks == spoken_of, "each mark has its op and each op its mark"
    assert numbers == list(range(1, len(marks) + 1))
    assert next_n == len(marks) + 1


@pytest.mark.skipif(sys.platform == "win32", reason="limits on the size of files are a matter of POSIX")
def test_a_disk_that_takes_no_more_is_named_and_keeps_what_was_saved(file: Path) -> None:
    with marking(file, str(file.stat().st_size + 400_000)) as process:
        assert process.stdout is not None
        *said, last = process.stdout.read().splitlines()
    assert process.returncode == 3
    assert last == "refused disk_full"
    assert len(said) > 10
    marks, spoken_of, numbers, _ = kept(file)
    assert marks == spoken_of == {line.split()[1] for line in said}
    assert numbers == list(range(1, len(marks) + 1))
