"""What a standing is called on screen: a heading, what it means, and its colour; and the kinds of certificate."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from onemm_desktop.views.tokens import Tone
from onemm_wire.standing import State

#: Under its own name, because the tool that collects the texts looks for it.
translate = QCoreApplication.translate


class Verdict(NamedTuple):
    """What is said of a certificate."""

    heading: str
    meaning: str
    tone: Tone


def verdict(state: State) -> Verdict:
    """The words of a standing."""
    return {**_good(), **_no_more(), **_doubtful()}[state]


def differs() -> Verdict:
    """The paper holds a good code, and says something else than the code."""
    return Verdict(
        translate("Checking", "The paper says something else than its code"),
        translate("Checking", "The code is for the certificate below. It was copied, or the paper was altered."),
        "bad",
    )


def _good() -> dict[State, Verdict]:
    return {
        "valid": Verdict(
            translate("Checking", "This certificate is valid"),
            translate("Checking", "We issued it, and it counts. Compare what it says with the paper."),
            "ok",
        ),
        "genuine": Verdict(
            translate("Checking", "This certificate is genuine"),
            translate(
                "Checking",
                "One of our laptops signed it. That it was issued has not arrived on this laptop yet: "
                "after the next synchronisation you will see here whether it still counts.",
            ),
            "ok",
        ),
    }


def _no_more() -> dict[State, Verdict]:
    return {
        "expired": Verdict(
            translate("Checking", "This certificate has expired"),
            translate("Checking", "We issued it, and its time is over."),
            "warn",
        ),
        "revoked": Verdict(
            translate("Checking", "This certificate was revoked"),
            translate("Checking", "It does not count any more. Do not rely on it."),
            "bad",
        ),
        "superseded": Verdict(
            translate("Checking", "This certificate was replaced"),
            translate("Checking", "A newer one counts in its place. Ask to see that one."),
            "warn",
        ),
    }


def _doubtful() -> dict[State, Verdict]:
    return {
        "contested": Verdict(
            translate("Checking", "Two certificates carry this number"),
            translate("Checking", "They say different things. Please ask the office which of them counts."),
            "warn",
        ),
        "unknown": Verdict(
            translate("Checking", "This number is not known here"),
            translate(
                "Checking",
                "Either there is no such certificate, or it belongs to another region, "
                "or it has not arrived on this laptop yet. Its code tells.",
            ),
            "warn",
        ),
        "unsure": Verdict(
            translate("Checking", "Nobody here can vouch for this certificate"),
            translate(
                "Checking",
                "It was signed by a laptop that is not known here, or that was shut out. "
                "Synchronise and check it again, or ask the office.",
            ),
            "bad",
        ),
        "false": Verdict(
            translate("Checking", "This certificate is not ours"),
            translate("Checking", "Its code was altered or made up. Do not rely on it."),
            "bad",
        ),
        "unreadable": Verdict(
            translate("Checking", "This is no certificate’s number or code"),
            translate("Checking", "A letter may be wrong or missing. Type it again, or scan the code once more."),
            "bad",
        ),
    }
