"""The words of the page on which a signed sheet is keyed in: its letters, its columns, where an answer came from."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from onemm_desktop.programme.sheets import Line
from onemm_wire.records.training import MarkState

#: Under its own name, because the tool that collects the texts looks for it.
translate = QCoreApplication.translate


def letters() -> dict[str, MarkState]:
    """The letter of each state, in the program's language; one letter each."""
    said: tuple[tuple[str, MarkState], ...] = (
        (translate("paper", "p", "present"), "present"),
        (translate("paper", "l", "late"), "late"),
        (translate("paper", "e", "left early"), "left_early"),
        (translate("paper", "a", "apologies"), "apologies"),
        (translate("paper", "x", "excused"), "excused"),
        (translate("paper", "n", "no notice"), "no_notice"),
        (translate("paper", "u", "not marked"), "unmarked"),
    )
    return dict(said)


def help_line() -> str:
    """Which keys there are."""
    return translate(
        "paper",
        "Enter after: p present · l1012 late at 10:12 · e1430 left at 14:30 · a apologies · x excused · "
        "n no notice · u not marked · 1012 present since then. In a blank row: the name, with the time "
        "behind it. #12 goes to row 12.",
    )


def columns() -> tuple[str, ...]:
    """The heads of the table."""
    return (
        translate("paper", "Row"),
        translate("paper", "Name"),
        translate("paper", "Organisation"),
        translate("paper", "Status"),
        translate("paper", "Said"),
    )


def name(line: Line) -> str:
    """Whose row it is."""
    if line.gone:
        return translate("paper", "Not on the register any more")
    return line.name or translate("paper", "Blank row")


def source(line: Line) -> str:
    """Where the standing answer came from."""
    return {
        "desk": translate("paper", "at the desk"),
        "scan": translate("paper", "by badge"),
        "kiosk": translate("paper", "by themselves"),
        "paper": translate("paper", "on paper"),
    }.get(line.source, "")
