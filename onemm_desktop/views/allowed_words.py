"""Why something is not offered at this desk, in words: what ``programme/allowed.py`` answers."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from onemm_desktop.programme.allowed import Reason

#: Under its own name, because the tool that collects the texts looks for it.
translate = QCoreApplication.translate


def why(reason: Reason) -> str:
    """One sentence that says who can."""
    return {
        "centre": translate("allowed", "This is kept at the centre for all regions. Ask the office to change it."),
        "role": translate("allowed", "Your role may read this but not write it. A trainer or the office can."),
        "removal": translate("allowed", "Others have written here too, so only the office can remove it."),
        "fact": translate("allowed", "What was once written down here cannot be changed, only added to."),
    }[reason]
