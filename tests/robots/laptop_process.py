"""A laptop as a process of its own: it can be killed. The parent asks by lines of JSON and is answered the same way.

``python -m tests.robots.laptop_process DATA PAPERS`` is the child; ``LaptopProcess`` is the parent's end of the line.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

ROOT = Path(__file__).parent.parent.parent


class LaptopProcess:
    """The parent's end. ``ask`` waits for the answer; ``kill`` is SIGKILL, whatever is under way.

    ``home`` takes the place of the user's home, temporary and cache folders.
    """

    def __init__(self, data: Path, papers: Path, *, platform: str = "offscreen", home: Path | None = None) -> None:
        environment = {
            **os.environ,
            **(_at_home(home) if home is not None else {}),
            "QT_QPA_PLATFORM": platform,
            "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        }
        if not platform:
            del environment["QT_QPA_PLATFORM"]
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.robots.laptop_process", str(data), str(papers)],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.ask("hello")

    def ask(self, verb: str, **values: Any) -> Any:
        """Ask for one thing and wait for its answer. Raises AssertionError with what went wrong over there."""
        for answer in self.follow(verb, **values):
            last = answer
        return last

    def follow(self, verb: str, **values: Any) -> Iterator[Any]:
        """Ask for something that reports as it goes; the last answer is the result."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps([verb, values]) + "\n")
        self._process.stdin.flush()
        for line in self._process.stdout:
            answer = json.loads(line)
            if "failed" in answer:
                raise AssertionError(f"{verb}: {answer['failed']}")
            yield answer["is"]
            if answer["last"]:
                return
        raise AssertionError(f"the laptop went away during {verb}")

    def kill(self) -> None:
        """SIGKILL: no handler runs, no buffer is written."""
        self._process.send_signal(signal.SIGKILL)
        self._reap()

    def close(self) -> None:
        """Close the program's window and wait for its end."""
        if self._process.poll() is None:
            self.ask("close")
        assert self._reap() == 0

    def wait(self) -> None:
        """Until a person closes the window."""
        self._reap()

    def _reap(self) -> int:
        status = self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()
        return status


def _at_home(home: Path) -> dict[str, str]:
    """Every place of the system's where a program leaves things, beneath one folder."""
    places = {
        "HOME": "", "TMPDIR": "tmp", "XDG_DATA_HOME": "data", "XDG_CACHE_HOME": "cache", "XDG_CONFIG_HOME": "config",
        "XDG_STATE_HOME": "state",
    }  # fmt: skip
    for place in places.values():
        (home / place).mkdir(parents=True, exist_ok=True)
    return {name: str(home / place) for name, place in places.items()}


# --- the child -----------------------------------------------------------------------------------------------------


class _Asked(QObject):
    """Lines arrive on a thread of their own, because a window may not wait for them."""

    line = Signal(str)
    ended = Signal()

    def listen(self) -> None:
        for line in sys.stdin:
            self.line.emit(line)
        self.ended.emit()


def _answer(value: Any, *, last: bool = True) -> None:
    sys.stdout.write(json.dumps({"is": value, "last": last}) + "\n")
    sys.stdout.flush()


def main(data: Path, papers: Path) -> int:
    """Run the real program and do what the parent asks."""
    from PySide6.QtWidgets import QApplication

    from onemm_desktop.hardening import harden
    from tests.robots.laptop import Laptop

    harden()
    qapp = QApplication([])
    laptop = Laptop(qapp, data, papers)

    def mark_many(names: list[str], key: str = "Return") -> None:
        for name in names:
            strokes = laptop.mark(name, key)
            # Only now: what is said to the parent is what the screen shows as saved.
            _answer([name, laptop.statuses()[name], strokes], last=False)

    verbs: dict[str, Callable[..., Any]] = {
        "hello": lambda: None,
        "enrol": laptop.enrol,
        "unlock": laptop.unlock,
        "go": laptop.go,
        "pill": lambda: laptop.pill,
        "sync": laptop.sync,
        "picture": lambda path: laptop.picture(Path(path)),
        "open_todays_register": lambda: laptop.open_todays_register().title,
        "expected": laptop.expected,
        "statuses": laptop.statuses,
        "counters": laptop.counters,
        "mark_many": mark_many,
        "add_walk_in": laptop.add_walk_in,
        "undo": laptop.undo,
        "save_sign_in_sheet": lambda: str(laptop.save_sign_in_sheet()),
        "save_certificates": lambda: str(laptop.save_certificates()),
        "back": laptop.back,
        "close": laptop.close,
    }

    def act(line: str) -> None:
        verb, values = json.loads(line)
        try:
            _answer(verbs[verb](**values))
        except Exception:  # noqa: BLE001  (it is told to the parent, who raises it)
            sys.stdout.write(json.dumps({"failed": traceback.format_exc()}) + "\n")
            sys.stdout.flush()

    asked = _Asked()
    asked.line.connect(act)
    asked.ended.connect(laptop.close)
    threading.Thread(target=asked.listen, daemon=True).start()
    status = qapp.exec()
    laptop.app.close()
    return status


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
