"""Codes of the programme in the words of its people, each with the tone that goes with it.

The tables are functions, so that they speak the language of the moment. A code that a newer centre sends and this
program has no word for is shown as it is, without its underscores.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from onemm_desktop.programme.clearance import Standing
from onemm_desktop.views.tokens import Tone

#: Under its own name, because the tool that collects the texts looks for it.
translate = QCoreApplication.translate


def stages() -> dict[str, tuple[str, Tone]]:
    """Stages of mentors and of young people."""
    return {
        # mentors
        "enquiry": (translate("words", "Enquiry"), "neutral"),
        "applied": (translate("words", "Applied"), "neutral"),
        "checking": (translate("words", "Being checked"), "neutral"),
        "training_booked": (translate("words", "Training booked"), "neutral"),
        "trained": (translate("words", "Trained"), "neutral"),
        "ready_to_match": (translate("words", "Ready to match"), "primary"),
        "matched": (translate("words", "Matched"), "ok"),
        "active": (translate("words", "Active"), "ok"),
        "paused": (translate("words", "Paused"), "warn"),
        "closing": (translate("words", "Closing"), "warn"),
        "alumnus": (translate("words", "Alumnus"), "neutral"),
        "withdrew": (translate("words", "Withdrew"), "neutral"),
        "declined": (translate("words", "Declined"), "neutral"),
        "dormant": (translate("words", "Dormant"), "neutral"),
        "suspended": (translate("words", "Suspended"), "bad"),
        # young people
        "nominated": (translate("words", "Nominated"), "neutral"),
        "consent_sought": (translate("words", "Consent asked for"), "warn"),
        "consent_held": (translate("words", "Consent held"), "neutral"),
        "registered": (translate("words", "Registered"), "neutral"),
        "baseline_done": (translate("words", "First survey done"), "neutral"),
        "proposed": (translate("words", "Proposed"), "primary"),
        "completed": (translate("words", "Completed"), "neutral"),
        "left_early": (translate("words", "Left early"), "neutral"),
    }


def match_states() -> dict[str, tuple[str, Tone]]:
    """States of a match."""
    return {
        "draft": (translate("words", "Draft"), "neutral"),
        "proposed": (translate("words", "Proposed"), "primary"),
        "scheduled": (translate("words", "First meeting set"), "primary"),
        "active": (translate("words", "Active"), "ok"),
        "closing": (translate("words", "Closing"), "warn"),
        "closed": (translate("words", "Closed"), "neutral"),
    }


def close_reasons() -> dict[str, str]:
    """Why a match was closed."""
    return {
        "completed_term": translate("words", "Completed its term"),
        "moved_on": translate("words", "Moved on to a job or course"),
        "mentor_withdrew": translate("words", "The mentor withdrew"),
        "mentee_withdrew": translate("words", "The young person withdrew"),
        "partner_withdrew": translate("words", "The partner withdrew"),
        "not_a_good_fit": translate("words", "Not a good fit, nobody’s fault"),
        "inactivity": translate("words", "No contact"),
        "safeguarding": translate("words", "Safeguarding"),
        "data_correction": translate("words", "Entered by mistake"),
    }


def clearances() -> dict[str, str]:
    """Standings of a clearance, as a list is narrowed by them."""
    return {
        "not_started": translate("words", "Not started"),
        "applied": translate("words", "Applied for"),
        "risk_assessment": translate("words", "Risk assessment"),
        "expired": translate("words", "Expired"),
        "expires": translate("words", "Expires soon"),
        "clear": translate("words", "Clear"),
        "declined": translate("words", "Declined"),
    }


def levels() -> dict[str, str]:
    """Levels of a screening check."""
    return {
        "basic": translate("words", "Basic"),
        "standard": translate("words", "Standard"),
        "enhanced": translate("words", "Enhanced"),
        "enhanced_barred": translate("words", "Enhanced, barred list"),
    }


def outcomes() -> dict[str, str]:
    """What was decided on a check."""
    return {
        "clear_to_proceed": translate("words", "clear to proceed"),
        "risk_assessment_required": translate("words", "risk assessment needed"),
        "declined": translate("words", "declined"),
    }


def attendance() -> dict[str, tuple[str, Tone]]:
    """Attendance marks, and bookings where nobody marked."""
    return {
        "present": (translate("words", "Present"), "ok"),
        "late": (translate("words", "Late"), "warn"),
        "left_early": (translate("words", "Left early"), "warn"),
        "not_yet_booked": (translate("words", "Not yet booked"), "warn"),
        "apologies": (translate("words", "Apologies"), "neutral"),
        "excused": (translate("words", "Excused"), "neutral"),
        "no_notice": (translate("words", "No notice"), "bad"),
        "contested": (translate("words", "Two answers"), "warn"),
        "expected": (translate("words", "Expected"), "neutral"),
        "unmarked": (translate("words", "Not marked"), "neutral"),
        "booked": (translate("words", "Booked"), "neutral"),
        "waitlisted": (translate("words", "Waiting list"), "neutral"),
        "cancelled_late": (translate("words", "Cancelled late"), "neutral"),
    }


def choices() -> dict[str, str]:
    """Languages, yes or no, and work."""
    return {
        "yes": translate("words", "Yes"),
        "no": translate("words", "No"),
        "not_asked": translate("words", "Not asked yet"),
        "cymraeg": translate("words", "Welsh"),
        "english": translate("words", "English"),
        "bilingual": translate("words", "Welsh and English"),
        "working": translate("words", "Working"),
        "retired": translate("words", "Retired"),
        "career_break": translate("words", "Career break"),
    }


def modules() -> dict[str, str]:
    """Training modules with a word of their own; the centre may add others at any time."""
    return {
        "online_a": translate("words", "Online, part A"),
        "online_b": translate("words", "Online, part B"),
        "face_to_face": translate("words", "Face to face"),
    }


def word(table: dict[str, str], code: str) -> str:
    """The word for a code, or the code made readable."""
    return table.get(code) or plain(code)


def toned(table: dict[str, tuple[str, Tone]], code: str) -> tuple[str, Tone]:
    """The word and tone for a code, or the code made readable."""
    return table.get(code) or (plain(code), "neutral")


def plain(code: str) -> str:
    """``exam_preparation`` -> ``Exam preparation``: better than nothing for a code without a word."""
    text = code.replace("_", " ")
    return text[:1].upper() + text[1:]


def beneath(whose: str, reference: str) -> str:
    """The line beneath a name: an organisation or partner, and the reference, which is never broken at its hyphens."""
    return " · ".join(part for part in (whose, reference.replace("-", "\u2011")) if part)


def clearance(standing: Standing) -> tuple[str, Tone]:
    """``Enhanced · clear``, ``Applied 12 Oct``, ``Expires in 12 days``, with its tone."""
    match standing.code:
        case "clear" if standing.level:
            level = word(levels(), standing.level)
            text = translate("words", "{level} · clear").format(level=level)
        case "applied" if standing.day is not None:
            text = translate("words", "Applied {day}").format(day=day_and_month(standing.day))
        case "expires" if standing.days == 0:
            text = translate("words", "Expires today")
        case "expires":
            text = translate("words", "Expires in %n day(s)", "", standing.days)
        case "expired" if standing.day is not None:
            text = translate("words", "Expired {day}").format(day=day_and_month(standing.day))
        case code:
            text = word(clearances(), code)
    return text, standing.tone


def clearance_samples() -> tuple[str, ...]:
    """What usually stands in a column of clearances, so that it is wide enough in every language."""
    day = date(2026, 9, 30)
    usual = (
        Standing("clear", "ok", "enhanced"),
        Standing("applied", "warn", day=day),
        Standing("expires", "warn", days=48),
        Standing("expired", "bad", day=day),
        Standing("not_started", "bad"),
    )
    return tuple(clearance(standing)[0] for standing in usual)


def day_and_month(day: date) -> str:
    """12 Oct."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM")


def day_in_full(day: date) -> str:
    """12 Oct 2026."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM yyyy")


def day_samples() -> tuple[str, ...]:
    """A day of two figures in every month: the widths that ``day_in_full`` needs in this language."""
    return tuple(day_in_full(date(2028, month, 28)) for month in range(1, 13))
