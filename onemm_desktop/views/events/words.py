"""Events in words: their states, kinds, days and times."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from onemm_desktop.programme.dates import day_of
from onemm_desktop.programme.events import Summary
from onemm_desktop.programme.roster import Part
from onemm_desktop.views.people.words import plain
from onemm_desktop.views.tokens import Tone
from onemm_desktop.views.when import clock, long_day, short_day

#: Under its own name, because the tool that collects the texts looks for it.
translate = QCoreApplication.translate


def state_pill(event: Summary) -> tuple[str, Tone]:
    """How an event stands, with its tone: on the day and after it, what matters is its register."""
    if event.running and event.phase == "today":
        return translate("events", "Today"), "ok"
    if event.running and event.phase == "past":
        return translate("events", "Register open"), "warn"
    return _states().get(event.state, (plain(event.state), "neutral"))


def session_word(part: Part) -> str:
    """10:00 Morning: when a session begins and what it is called, in the program's language if it has a title in it."""
    welsh = QLocale().name().startswith("cy") and part.title_cy
    return f"{clock(part.starts_at)} {part.title_cy if welsh else part.title}"


def state_samples() -> tuple[str, ...]:
    """What may stand in the column of states, so that it is wide enough in every language."""
    ours = (translate("events", "Today"), translate("events", "Register open"))
    return (*ours, *(text for text, _ in _states().values()))


def _states() -> dict[str, tuple[str, Tone]]:
    return {
        "draft": (translate("events", "Draft"), "neutral"),
        "published": (translate("events", "Published"), "neutral"),
        "booking_open": (translate("events", "Booking open"), "primary"),
        "confirmed": (translate("events", "Takes place"), "ok"),
        "in_progress": (translate("events", "In progress"), "ok"),
        "register_closed": (translate("events", "Register closed"), "neutral"),
        "reconciled": (translate("events", "Reconciled"), "neutral"),
        "archived": (translate("events", "Archived"), "neutral"),
        "cancelled": (translate("events", "Cancelled"), "bad"),
        "postponed": (translate("events", "Postponed"), "warn"),
    }


def kind(event: Summary) -> str:
    """What sort of event it is."""
    kinds = {
        "mentor_training": translate("events", "Mentor training"),
        "safeguarding_briefing": translate("events", "Safeguarding briefing"),
        "mentor_meetup": translate("events", "Mentors’ meet-up"),
        "partner_briefing": translate("events", "Partners’ briefing"),
    }
    return kinds.get(event.event_kind, plain(event.event_kind))


def times(event: Summary) -> str:
    """10:00–16:00."""
    return f"{clock(event.starts_at)}–{clock(event.ends_at)}"


def day(event: Summary, this_year: int) -> str:
    """Sat 21 Nov; with the year where it is another one."""
    starts_on = day_of(event.starts_at)
    return short_day(starts_on) if starts_on.year == this_year else f"{short_day(starts_on)} {starts_on.year}"


def when(event: Summary) -> str:
    """Saturday 21 November 2026 · 10:00–16:00."""
    return f"{long_day(day_of(event.starts_at))} · {times(event)}"


def places(event: Summary) -> str:
    """48 of 60 booked."""
    return translate("events", "{booked} of {capacity} booked").format(booked=event.booked, capacity=event.capacity)
