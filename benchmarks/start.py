"""From a cold start to a window that can be worked in, against a bare PySide6 window, each a process of its own.

The clock runs from the moment the process is asked for until it says that its window is painted: ours with the
encrypted records open and Today read from them, the bare one with a label. The key comes from a keyring, as on a
laptop that has one; a passphrase would add the time that argon2id is meant to take. Both run with their bytecode
compiled, as an installed program does. Processor time is told beside the clock, which other work on a machine bends.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.figure import Figure, compared

ROUNDS = 7
KEYRING = "keyring.json"


def run() -> list[Figure]:
    """Seconds to a usable window, in the middle of several starts, in turns with the bare window."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _prepare(folder)
        for kind in ("ours", "bare"):  # the first start of each also reads the libraries from the disk
            _start(kind, folder)
        ours, bare = zip(*((_start("ours", folder), _start("bare", folder)) for _ in range(ROUNDS)), strict=True)
    return [
        compared("cold start to usable window", _middle(ours, 0), "s", _middle(bare, 0)),
        compared("cold start and end, processor time", _middle(ours, 1), "s", _middle(bare, 1)),
    ]


def _middle(starts: tuple[tuple[float, float], ...], which: int) -> float:
    return statistics.median(start[which] for start in starts)


def _prepare(folder: Path) -> None:
    from benchmarks.laptop import laptop
    from benchmarks.memory_keyring import MemoryKeyring
    from onemm_desktop.sync import enrolment
    from onemm_desktop.vault import Vault

    keyring = MemoryKeyring()
    vault = Vault(folder, keyring=keyring)
    database, _desk = laptop(folder, key=bytes(vault.create(None)))
    vault.keep(enrolment.TOKEN, b"no centre is asked")
    database.close()
    keyring.write(folder / KEYRING)


def _start(kind: str, folder: Path) -> tuple[float, float]:
    """Seconds of the clock until the window is usable, and of the processor until the process has ended."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": str(folder / "bytecode")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", "benchmarks.start", kind, str(folder)], env=environment, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        said = process.stdout.readline()
        took = time.perf_counter() - began
        assert said == b"usable\n", f"the {kind} window did not start"
        process.stdout.read()
    assert process.returncode == 0, f"the {kind} window did not end well"
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return took, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


# --- the children --------------------------------------------------------------------------------------------------


def _bare() -> None:
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    app = QApplication([])
    window = QMainWindow()
    window.setCentralWidget(QLabel("1MM"))
    window.resize(1280, 800)
    window.show()
    app.processEvents()
    print("usable", flush=True)


def _ours(folder: Path) -> None:
    from PySide6.QtWidgets import QApplication

    from benchmarks import memory_keyring
    from onemm_desktop.app import App
    from onemm_desktop.paths import Paths
    from onemm_desktop.vault import Vault

    qapp = QApplication([])
    app = App(qapp, Paths(folder), vault_at=lambda at: Vault(at, keyring=memory_keyring.read(folder / KEYRING)))
    app.start()
    assert app.working is not None
    window = app.working.window
    while window.page(window.current).title == "Today":  # until the person is greeted, what is shown was not read yet
        qapp.processEvents()
    qapp.processEvents()
    print("usable", flush=True)
    app.close()


if __name__ == "__main__":
    _bare() if sys.argv[1] == "bare" else _ours(Path(sys.argv[2]))
