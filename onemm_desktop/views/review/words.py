"""Questions and refused changes in words: whom they are about, who said what and when, and why not."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication

from onemm_desktop.programme.record_names import Named
from onemm_desktop.programme.review_list import Answer, Question, Refusal, Review
from onemm_desktop.views import sentences
from onemm_desktop.views.field_words import field_word, kind_word
from onemm_desktop.views.people.words import plain
from onemm_desktop.views.tokens import Tone
from onemm_desktop.views.value_words import record_words, value_words
from onemm_desktop.views.when import moment, short_day

#: Under its own name, because the tool that collects the texts looks for it.
translate = QCoreApplication.translate

#: Longer values are cut on the card; the tool tip has them whole.
LONGEST = 400
#: A word longer than this may be broken anywhere, or it would push the window wider than the screen.
LONGEST_WORD = 18
_BREAK = "\u200b"


def name_of(named: Named) -> str:
    """``Margaret O’Connor``, ``Match · Harpreet Kaur Gill and a young person at Loreto College``."""
    if named.kind == "match":
        return translate("review", "Match · {people}").format(people=_pair(named))
    if named.kind in ("booking", "attendance_mark") and named.title:
        person = named.people[0] or translate("review", "somebody")
        return translate("review", "{name} at {event}").format(name=person, event=named.title)
    people = " ".join(name for name in named.people if name)
    return people or named.title or plain(kind_word(named.kind))


def _pair(named: Named) -> str:
    mentor, mentee = named.people
    if not mentee:
        mentee = translate("review", "a young person")
        if named.place:
            mentee = translate("review", "a young person at {place}").format(place=named.place)
    mentor = mentor or translate("review", "a mentor")
    return translate("review", "{mentor} and {mentee}").format(mentor=mentor, mentee=mentee)


def title(question: Question) -> str:
    """``Margaret O’Connor · telephone number``."""
    name = name_of(question.named)
    return f"{name} · {field_word(question.kind, question.field)}" if question.field else name


def beneath(named: Named) -> str:
    """``Contact details, Retired — NHS``: what tells namesakes apart."""
    day = short_day(named.day) if named.day else ""
    parts = [plain(kind_word(named.kind)), named.detail, named.title if named.people else "", day, named.place]
    return ", ".join(dict.fromkeys(part for part in parts if part))


def pill(question: Question) -> tuple[str, Tone]:
    """What sort of question it is."""
    if question.field:
        return translate("review", "Same field, two answers"), "warn"
    return translate("review", "Removed and changed"), "warn"


def refusal_pill(refusal: Refusal) -> tuple[str, Tone]:
    """How a change stands."""
    match refusal.status:
        case "gone":
            return translate("review", "Erased"), "neutral"
        case "conflict":
            return translate("review", "Details on their way"), "warn"
    if refusal.office == "put_aside":
        return translate("review", "Put aside"), "neutral"
    if refusal.office:
        return translate("review", "With the office"), "neutral"
    return translate("review", "Not accepted"), "bad"


def stands(refusal: Refusal) -> str:
    """The line under the name of a change that was not taken."""
    if refusal.status == "gone":
        return translate("review", "Nothing of it is kept on this laptop.")
    if refusal.status == "conflict":
        return translate("review", "Your change is kept here until both answers can be compared.")
    match refusal.office:
        case "deciding":
            return translate("review", "Handed to the office, where somebody decides. Nothing is lost.")
        case "put_aside":
            return translate("review", "The office did not take this change over. It is kept on record there.")
    return translate("review", "The centre did not accept this change. It is kept here until you decide.")


def heads(question: Question) -> tuple[str, str]:
    """The heads of the two answers."""
    if question.laptop.you:
        left = translate("review", "You wrote")
    else:
        left = translate("review", "{name} wrote").format(name=question.laptop.by or translate("review", "Somebody"))
    right = translate("review", "At the centre")
    return left, translate("review", "You wrote, at the centre") if question.mine == "centre" else right


def keeps(question: Question) -> tuple[str, str]:
    """The words of the two buttons."""
    mine, theirs = translate("review", "Keep mine"), translate("review", "Keep theirs")
    neither = translate("review", "Keep this one")
    match question.mine:
        case "laptop":
            return mine, theirs
        case "centre":
            return theirs, mine
    return neither, neither


def answer(question: Question, value: Any, against: Any) -> str:
    """One answer as it stands on the card; of a whole record what it says differently, or that it was removed."""
    if question.field:
        return value_words(question.kind, question.field, value, question.words)
    if value is None:
        return translate("review", "Removed")
    other: Mapping[str, Any] = against or {}
    changed = record_words(question.kind, value, other, question.words)
    return changed or translate("review", "Kept as it was")


def who(said: Answer, now: datetime) -> str:
    """``You, Sat 21 Nov 10:31, on this laptop``."""
    name = translate("review", "You") if said.you else said.by
    where = translate("review", "on this laptop") if said.here else ""
    return ", ".join(part for part in (name, moment(said.at, now) if said.at else "", where) if part)


def proposed(refusal: Refusal) -> str:
    """What somebody wished, a field a line: ``Start: 23 November 2026``."""
    if refusal.verb == "delete":
        return translate("review", "Remove it")
    if refusal.kind == "concern":
        return translate("review", "A sealed concern. Nobody can read it here.")
    shown = [(name, value) for name, value in refusal.fields if value not in ("", None, []) or refusal.verb == "update"]
    lines = [
        f"{plain(field_word(refusal.kind, name))}: {value_words(refusal.kind, name, value, refusal.words)}"
        for name, value in shown
    ]
    return "\n".join(lines) or translate("review", "What it was has been erased")


def why_not(refusal: Refusal) -> str:
    """The centre's reason, with the field it is about where it named one."""
    if refusal.status == "gone":
        return translate("review", "This was erased at the centre for good, so nothing about it can be changed.")
    if refusal.status == "conflict":
        return translate("review", "Somebody else changed the same thing. Their answer arrives with the next sync.")
    if refusal.office == "put_aside":
        return translate("review", "The office says: {reason}").format(reason=refusal.values["dismissed"])
    reason = sentences.refusal(refusal.code)
    name = str(refusal.values.get("field", ""))
    if name and name in dict(refusal.fields):
        about = translate("review", "It is about: {field}.").format(field=field_word(refusal.kind, name))
        return f"{reason} {about}"
    return reason


def under_why_not(refusal: Refusal, now: datetime) -> str:
    """By whom, where the centre says so, and what waits behind."""
    by, at = str(refusal.values.get("by_name", "")), refusal.values.get("at")
    parts = [by, moment(datetime.fromisoformat(at), now) if isinstance(at, str) else ""]
    behind = translate("review", "%n later change(s) wait for this one.", "", refusal.behind) if refusal.behind else ""
    return ". ".join(part for part in (", ".join(part for part in parts if part), behind) if part)


def facts(review: Review) -> str:
    """The line under the title."""
    sent = translate("review", "%n change(s) were sent today.", "", review.sent_today) if review.sent_today else ""
    if not review.count:
        return sent
    waits = translate("review", "%n need a person to decide; nothing was overwritten.", "", review.count)
    return f"{sent} {waits}".strip()


def breakable(text: str) -> str:
    """A text for a label that wraps: cut where it is very long, and with room to break inside very long words."""
    shown = text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()} …"
    return "\n".join(" ".join(_broken(word) for word in line.split(" ")) for line in shown.split("\n"))


def _broken(word: str) -> str:
    if len(word) <= LONGEST_WORD:
        return word
    step = LONGEST_WORD // 2
    return _BREAK.join(word[start : start + step] for start in range(0, len(word), step))
