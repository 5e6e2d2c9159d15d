"""The register's states in words, each with its tone; and the words for taking a mark back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from onemm_desktop.programme.badges import Scanned
from onemm_desktop.programme.roster import Row
from onemm_desktop.views.tokens import Tone
from onemm_desktop.views.when import clock

#: Under its own name, because the tool that collects the texts looks for it.
translate = QCoreApplication.translate

_TONES: dict[str, Tone] = {
    "present": "ok",
    "late": "warn",
    "left_early": "warn",
    "not_yet_booked": "warn",
    "no_notice": "bad",
    "contested": "bad",
    "waitlisted": "primary",
}

#: What ``views/sentences/`` calls taking a mark of this state back.
UNDO_LABELS: dict[str, str] = {
    "present": "marked_present",
    "late": "marked_late",
    "left_early": "marked_left_early",
    "not_yet_booked": "marked_present",
    "apologies": "marked_apologies",
    "excused": "marked_absent",
    "no_notice": "marked_absent",
    "unmarked": "mark_cleared",
}


def state_pill(state: str, at: datetime | None) -> tuple[str, Tone]:
    """``Present 09:52``, ``Expected``, with its tone."""
    return state_words(state, at), _TONES.get(state, "neutral")


def state_words(state: str, at: datetime | None = None) -> str:
    """A register state in words, with the time where there is one."""
    words = _states().get(state, state)
    return f"{words} {clock(at)}" if at is not None else words


def state_samples() -> tuple[str, ...]:
    """What may stand in the column of states, so that it is wide enough in every language."""
    timed = ("present", "late", "left_early", "not_yet_booked")
    return tuple(f"{text} 08:48" if state in timed else text for state, text in _states().items())


def _states() -> dict[str, str]:
    return {
        "present": translate("register", "Present"),
        "late": translate("register", "Late"),
        "left_early": translate("register", "Left"),
        "not_yet_booked": translate("register", "Not yet booked"),
        "apologies": translate("register", "Apologies"),
        "excused": translate("register", "Excused"),
        "no_notice": translate("register", "No notice"),
        "expected": translate("register", "Expected"),
        "unmarked": translate("register", "Not marked"),
        "waitlisted": translate("register", "Waiting list"),
        "cancelled_late": translate("register", "Cancelled"),
        "contested": translate("register", "Two answers"),
    }


def said_of(row: Row) -> str:
    """What is known of a person who is already marked, as one sentence: it is news, not an error."""
    sentences = {
        "present": translate("register", "{name} is in since {time}."),
        "late": translate("register", "{name} is in, late, since {time}."),
        "left_early": translate("register", "{name} left at {time}."),
        "not_yet_booked": translate("register", "{name} is in, not yet booked, since {time}."),
    }
    sentence = sentences.get(row.state)
    if sentence is None or row.at is None:
        return f"{row.name}: {state_words(row.state, row.at)}"
    return sentence.format(name=row.name, time=clock(row.at))


def marked(name: str, state: str, at: datetime) -> str:
    """What was just written down."""
    if state == "unmarked":
        return translate("register", "{name} is expected again.").format(name=name)
    timed = state in ("present", "late", "left_early", "not_yet_booked")
    return f"{name} · {state_words(state, at if timed else None)}"


def not_taken(found: Scanned) -> str:
    """Why a scanned code marked nobody; short, because the queue goes on."""
    match found.outcome:
        case "other_event":
            return translate("register", "This badge is for another event: {title}.").format(title=found.title)
        case "not_genuine":
            return translate("register", "This badge was not made for {title}. Find the name instead.").format(
                title=found.title
            )
        case "nobody":
            return translate("register", "This laptop does not know who this badge belongs to. Find the name instead.")
        case _:
            return translate("register", "That is not a badge of ours. Find the name instead.")


def attention(row: Row) -> str:
    """What the trainer should know before saying hello: suspended, access needs, no photographs, what is missing."""
    notes = [translate("register", "Suspended: speak to the safeguarding lead")] if row.suspended else []
    if row.access_needs:
        notes.append(row.access_needs)
    if row.no_photo:
        notes.append(translate("register", "No photographs"))
    if row.missing_before:
        words = translate("register", "Prerequisites: {count} missing")
        notes.append(words.format(count=row.missing_before))
    return " · ".join(notes)


def evidence(codes: Sequence[str]) -> str:
    """What speaks for two being one person."""
    known = {
        "same_email": translate("register", "Same e-mail address."),
        "same_phone": translate("register", "Same telephone number."),
        "same_name": translate("register", "Same name."),
        "near_name": translate("register", "Nearly the same name."),
    }
    return " ".join(known[code] for code in codes if code in known)


def duty(code: str) -> str:
    """What somebody does at an event."""
    return {
        "walk_in": translate("register", "Walk-in"),
        "trainer": translate("register", "Trainer"),
        "helper": translate("register", "Helper"),
        "host": translate("register", "Host"),
        "observer": translate("register", "Observer"),
    }.get(code, translate("register", "Mentor"))


def organisation(row: Row) -> str:
    """The organisation, and that nobody had booked."""
    if not row.walk_in:
        return row.organisation
    walk_in = translate("register", "Walk-in")
    return f"{row.organisation} · {walk_in}" if row.organisation else walk_in


def closed(because: str, reason: str = "") -> str:
    """Why a register takes no marks; with the ``reason`` that was written when its event was cancelled."""
    if because == "cancelled" and reason:
        said = translate("register", "This event was cancelled: {reason} What was marked is kept.")
        return said.format(reason=reason if reason.endswith((".", "!", "?")) else f"{reason}.")
    return {
        "role": translate("register", "Your role may read this register but not mark it. A trainer or the office can."),
        "draft": translate("register", "This event is still being planned. Its register opens with its booking."),
        "cancelled": translate(
            "register", "This event was cancelled. What was marked is kept; its register takes no more marks."
        ),
        "postponed": translate("register", "This event was postponed. Its register takes no marks."),
    }.get(because, translate("register", "This register is closed. Corrections go through the office."))
