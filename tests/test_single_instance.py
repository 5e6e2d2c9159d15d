"""A second start of the program shows the first one's window and leaves."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from onemm_desktop.single_instance import SingleInstance

SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from onemm_desktop.single_instance import SingleInstance
app = QCoreApplication([])
instance = SingleInstance(Path(sys.argv[1]))
print("first" if instance.claim() else "second", flush=True)
if "stay" in sys.argv:
    sys.stdin.read()
"""


@pytest.fixture
def first(qapp: object, tmp_path: Path) -> Iterator[SingleInstance]:
    """The program that runs already."""
    instance = SingleInstance(tmp_path)
    assert instance.claim()
    yield instance
    instance.release()


def start_again(folder: Path, *words: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", SECOND, str(folder), *words]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def test_the_second_start_raises_the_first_window_and_leaves(
    first: SingleInstance, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(first.asked_to_show, timeout=20_000):
        second = start_again(tmp_path)
    said, _ = second.communicate()
    assert (said, second.returncode) == ("second\n", 0)


def test_every_further_start_is_heard(first: SingleInstance, tmp_path: Path, qtbot: QtBot) -> None:
    for _ in range(3):
        with qtbot.waitSignal(first.asked_to_show):
            assert not SingleInstance(tmp_path).claim()


def test_another_folder_is_another_laptop(first: SingleInstance, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = SingleInstance(tmp_path / "other")
    assert other.claim()
    other.release()


def test_after_the_first_has_ended_the_next_is_first(first: SingleInstance, tmp_path: Path) -> None:
    first.release()
    following = SingleInstance(tmp_path)
    assert following.claim()
    following.release()


def test_a_killed_program_does_not_lock_its_folder_for_ever(qapp: object, tmp_path: Path) -> None:
    with start_again(tmp_path, "stay") as killed:
        assert killed.stdout is not None
        assert killed.stdout.readline() == "first\n"
        killed.kill()
    following = SingleInstance(tmp_path)
    assert following.claim()
    following.release()
