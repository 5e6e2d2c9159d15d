"""What the rules of consent say no to, each with its sentence and its action."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from onemm_desktop.errors import Problem
from onemm_desktop.views.sentences.actions import Action

#: Under its own name, because the tool that collects the texts looks for it.
translate = QCoreApplication.translate


def consent_problems() -> dict[Problem, tuple[str, Action]]:
    """What cannot be written down about a consent."""
    return {
        Problem.CONSENT_WORDING: (
            translate("sentences", "Say which version of the wording they agreed to; it stands on the form."),
            "none",
        ),
        Problem.CONSENT_DATES: (
            translate("sentences", "Check the days: nobody agrees in the future, and a consent ends after it begins."),
            "none",
        ),
        Problem.CONSENT_PARENT: (
            translate(
                "sentences",
                "Under 18 a parent or carer agrees to taking part, and nobody agrees alone. Say who agreed for them.",
            ),
            "none",
        ),
        Problem.CONSENT_INFORMED: (
            translate("sentences", "Tell the young person what was agreed for them, and tick the box."),
            "none",
        ),
        Problem.CONSENT_WITHDRAWN: (
            translate("sentences", "This was withdrawn on that day or later. A new consent counts from the day after."),
            "none",
        ),
        Problem.CONSENT_NOT_HELD: (
            translate("sentences", "There is no consent of that day to withdraw. Look at the card again."),
            "none",
        ),
    }
