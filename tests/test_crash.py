"""A fault is written down and told, in words that can be copied to a stranger."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from onemm_desktop import crash
from onemm_desktop.crash import Crashes, left_behind, report_of, seen
from onemm_desktop.errors import KnownError
from tests.crashing import SOMEBODY

AT = datetime(2026, 11, 21, 10, 2, tzinfo=UTC)


def run(folder: Path, way: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tests.crashing", str(folder), way]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


def a_fault() -> BaseException:
    """An error whose own words quote a person, come of another that does, too."""
    with pytest.raises(ValueError, match=SOMEBODY) as raised:
        look_up(SOMEBODY)
    return raised.value


def look_up(name: str) -> str:
    people: dict[str, str] = {}
    try:
        return people[name]
    except KeyError as cause:
        raise ValueError(name) from cause


def test_a_report_names_the_fault_and_nobody() -> None:
    report = report_of(a_fault(), version="0.1.0", at=AT)
    assert "1MM Desktop 0.1.0 · 2026-11-21 10:02:00 +0000" in report
    assert "builtins.ValueError" in report
    assert "which came of:\nbuiltins.KeyError" in report
    assert "test_crash.py" in report
    assert "in a_fault" in report
    assert SOMEBODY not in report


def test_a_report_has_no_path_of_this_computer() -> None:
    error: BaseException | None = None
    try:
        crash._short(5)  # type: ignore[arg-type]
    except TypeError as raised:
        error = raised
    assert error is not None
    report = report_of(error, version="0.1.0", at=AT)
    assert "  onemm_desktop/crash.py:" in report
    assert str(Path(__file__).parent.parent) not in report
    assert str(Path(sys.prefix)) not in report


def test_a_fault_that_goes_in_circles_is_reported_all_the_same() -> None:
    first, second = ValueError(), KeyError()
    first.__cause__, second.__cause__ = second, first
    assert report_of(first, version="0.1.0", at=AT).count("KeyError") == 1


@pytest.mark.parametrize("way", ["slot", "thread"])
def test_a_fault_nobody_caught_is_written_down_and_told(tmp_path: Path, way: str) -> None:
    process = run(tmp_path, way)
    assert process.returncode == 0, "the window was told and could close"
    report = left_behind(tmp_path)
    assert "builtins.KeyError" in report
    assert "crashing.py" in report
    assert "in _look_up" in report
    assert SOMEBODY not in report
    assert "builtins.KeyError" in process.stderr


def test_a_hard_crash_is_shown_at_the_next_start(tmp_path: Path) -> None:
    assert run(tmp_path, "hard").returncode != 0
    report = left_behind(tmp_path)
    assert "ended by the system" in report
    assert "Segmentation fault" in report
    assert "_end" in report


def test_a_run_that_ended_well_or_was_killed_leaves_nothing_to_show(tmp_path: Path) -> None:
    assert run(tmp_path, "well").returncode == 0
    assert left_behind(tmp_path) == ""
    assert run(tmp_path, "killed").returncode == -9
    assert left_behind(tmp_path) == "", "a power cut is no fault of the program"


def test_a_report_is_shown_once_and_kept_for_copying(tmp_path: Path) -> None:
    run(tmp_path, "slot")
    seen(tmp_path)
    assert left_behind(tmp_path) == ""
    assert len(list(tmp_path.glob("2*.txt"))) == 1


def test_old_reports_make_room(tmp_path: Path) -> None:
    for day in range(30):
        (tmp_path / f"20260101-000000-{day:06}.txt").write_text("old")
    seen(tmp_path)
    kept = sorted(path.name for path in tmp_path.glob("2*.txt"))
    assert (len(kept), kept[-1]) == (crash.KEPT, "20260101-000000-000029.txt")


def test_a_folder_that_was_never_written_to_has_nothing(tmp_path: Path) -> None:
    assert left_behind(tmp_path / "crashes") == ""


def test_the_window_is_told_even_where_the_disk_refuses_the_report(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "crashes").write_text("a file in the way")
    crashes = Crashes(tmp_path / "crashes", "0.1.0")
    error = a_fault()
    with qtbot.waitSignal(crashes.happened), pytest.raises(KnownError):
        crashes.take(type(error), error, error.__traceback__)
