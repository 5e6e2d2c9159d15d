"""Requests about data in words: what was asked, how it ended, how long there is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from onemm_desktop.programme.rights import Request
from onemm_desktop.views.tokens import Tone
from onemm_desktop.views.when import full_day

#: Under its own name, because the tool that collects the texts looks for it.
translate = QCoreApplication.translate


def asked() -> dict[str, str]:
    """What a person may ask for."""
    return {
        "access": translate("rights", "To see what we hold"),
        "rectification": translate("rights", "To have it corrected"),
        "erasure": translate("rights", "To have it erased"),
        "restriction": translate("rights", "To have its use restricted"),
        "objection": translate("rights", "To object to its use"),
    }


def answers() -> dict[str, str]:
    """How a request may end."""
    return {
        "carried_out": translate("rights", "Carried out"),
        "refused": translate("rights", "Refused, and the person told why"),
        "withdrawn": translate("rights", "Withdrawn by the person"),
    }


def who(request: Request) -> str:
    """The person's name, or that this laptop does not know them."""
    return request.name or translate("rights", "Somebody whose record is not on this laptop")


def clock(request: Request) -> tuple[str, Tone]:
    """How long there is, and how pressing that is."""
    day = full_day(request.due_on)
    if request.days_left < 0:
        late = translate("rights", "%n day(s) late: it was due by {day}", "", -request.days_left)
        return late.format(day=day), "bad"
    words = translate("rights", "%n day(s) left, until {day}", "", request.days_left).format(day=day)
    return words, "warn" if request.pressing else "neutral"
