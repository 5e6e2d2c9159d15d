"""``onemm-desktop`` and ``python -m onemm_desktop``: the program, for one data folder."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from PySide6.QtWidgets import QApplication

from onemm_desktop import crash
from onemm_desktop.app import App, system_clock
from onemm_desktop.errors import KnownError
from onemm_desktop.hardening import harden
from onemm_desktop.paths import Paths, paths_for
from onemm_desktop.single_instance import SingleInstance
from onemm_desktop.views import sentences
from onemm_desktop.views.dialogs import Dialogs


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; the exit status. A second start brings the first window to the front and ends with 0."""
    asked = _parser().parse_args(arguments)
    harden()
    if asked.self_test:
        from onemm_desktop import selftest  # only here: it is for packagers, and slows every start otherwise

        return selftest.run()
    if asked.command == "doctor":
        from onemm_desktop import doctor  # only here, for the same reason

        return doctor.run(asked.data, repair=asked.repair, clock=system_clock)
    qapp = QApplication(sys.argv[:1])
    qapp.setApplicationName("1MM Desktop")
    qapp.setDesktopFileName("onemm-desktop")
    try:
        paths = paths_for(asked.data)
    except KnownError as error:
        Dialogs().tell(None, sentences.of(error).sentence)
        return 1
    instance = SingleInstance(paths.folder)
    if not instance.claim():
        return 0
    try:
        return _run(qapp, paths, instance)
    finally:
        instance.release()


def _run(qapp: QApplication, paths: Paths, instance: SingleInstance) -> int:
    left = crash.left_behind(paths.crashes)
    crashes = crash.Crashes(paths.crashes, version("onemm-desktop"))
    crashes.install()
    app = App(qapp, paths)
    instance.asked_to_show.connect(app.window.come_to_front)
    crashes.happened.connect(lambda report: app.dialogs.report(app.window, report))
    app.start()
    if left:
        app.dialogs.report(app.window, left)
        crash.seen(paths.crashes)
    status = qapp.exec()
    app.close()
    crashes.uninstall()
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="onemm-desktop", description="1MM Desktop: a region's records, offline.")
    parser.add_argument("--data", type=Path, help="the folder of the records (default: the user's data folder)")
    parser.add_argument("--self-test", action="store_true", help="check this installation and end")
    commands = parser.add_subparsers(dest="command", title="instead of the window")
    examining = commands.add_parser("doctor", help="look whether this laptop's records are sound, and end")
    examining.add_argument("--repair", action="store_true", help="mend what can be mended; nothing unsent is dropped")
    return parser


if __name__ == "__main__":
    sys.exit(main())
