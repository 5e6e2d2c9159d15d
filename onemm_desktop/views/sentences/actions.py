"""What may be done about an expected error, and the words of the button that does it."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QCoreApplication

#: Under its own name, because the tool that collects the texts looks for it.
translate = QCoreApplication.translate

#: What the button does; the page that shows it connects it. ``none``: there is nothing to press.
Action = Literal["try_again", "settings", "sign_in", "choose", "close", "review", "none"]


def actions() -> dict[Action, str]:
    """The words of the buttons."""
    return {
        "try_again": translate("sentences", "Try again"),
        "settings": translate("sentences", "Open Settings"),
        "sign_in": translate("sentences", "Sign in again"),
        "choose": translate("sentences", "Choose another place"),
        "close": translate("sentences", "Close the program"),
        "review": translate("sentences", "Show details"),
        "none": "",
    }
