"""What the rules of events and their registers say no to, each with its sentence and its action."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from onemm_desktop.errors import Problem
from onemm_desktop.views.sentences.actions import Action

#: Under its own name, because the tool that collects the texts looks for it.
translate = QCoreApplication.translate


def event_problems() -> dict[Problem, tuple[str, Action]]:
    """What an event does not allow."""
    return {
        Problem.NOT_NOW: (
            translate("sentences", "The event has moved on meanwhile. Look at it again, then decide."),
            "try_again",
        ),
        Problem.MISSING_REASON: (translate("sentences", "Say why in a few words, then do it again."), "none"),
        Problem.WHICH_SESSION: (translate("sentences", "Choose the session at which this was so."), "none"),
        Problem.MISSING_TITLE: (
            translate("sentences", "The event, its venue and every session need a name. Fill it in."),
            "none",
        ),
        Problem.EVENT_TIMES: (
            translate(
                "sentences", "The times do not fit: each end comes after its beginning, and sessions lie in the event."
            ),
            "none",
        ),
        Problem.EVENT_NUMBERS: (
            translate("sentences", "Check the numbers: at least one place, and no minimum above the places."),
            "none",
        ),
        Problem.EVENT_FULL: (translate("sentences", "Every place is taken. Give one up first, or add places."), "none"),
        Problem.EMPTY_SHEET: (
            translate("sentences", "Nothing is filled in on this sheet. Answer one question, or leave it out."),
            "none",
        ),
        Problem.ALREADY_BOOKED: (translate("sentences", "This mentor is on the list of that event already."), "none"),
        Problem.SESSION_IN_USE: (
            translate("sentences", "Somebody is marked at this session. It stays; change its title or times instead."),
            "none",
        ),
        Problem.NOT_ALL_MARKED: (
            translate("sentences", "{count} are not marked yet. Mark them, then close the register."),
            "none",
        ),
    }
