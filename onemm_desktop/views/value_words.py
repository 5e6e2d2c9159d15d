"""Values of fields in words, as they stand on a card that tells of a change: codes, days, lists, names behind ids."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QCoreApplication

from onemm_desktop.programme.dates import day_of
from onemm_desktop.views.field_words import field_word
from onemm_desktop.views.people import consent_words, words
from onemm_desktop.views.when import clock, full_day

#: Under its own name, because the tool that collects the texts looks for it.
translate = QCoreApplication.translate


#: Fields of a consent that hold codes.
_OF_CONSENTS = ("purpose", "given_by", "withdrawn_by", "method")


def value_words(kind: str, field: str, value: Any, names: Mapping[str, str] | None = None) -> str:
    """A value in words; ``names`` are the names behind ids. Nothing written is said, not shown as nothing."""
    if value is None or value in ("", []):
        return translate("values", "nothing")
    match value:
        case bool():
            return words.word(words.choices(), "yes" if value else "no")
        case list():
            return ", ".join(code_word(kind, field, str(one)) for one in value)
        case str() if names and value in names:
            return names[value]
        case str():
            return _text(kind, field, value)
        case float() if value.is_integer():
            return f"{int(value):,}"
        case int() | float():
            return f"{value:,}"
    return str(value)


def code_word(kind: str, field: str, code: str) -> str:
    """The word of a code, or the text as it is where the field holds no codes."""
    table = codes_of(kind, field)
    if table is not None:
        return words.word(table, code)
    return words.plain(code) if field in _LISTS_OF_CODES else code


def codes_of(kind: str, field: str) -> dict[str, str] | None:
    """The words of a field's codes; None for a field that holds no codes."""
    tables: dict[str, Callable[[], dict[str, str]]] = {
        "stage": lambda: _first(words.stages()),
        "close_reason": words.close_reasons,
        "clearance_state": words.clearances,
        "clearance_level": words.levels,
        "level": words.levels,
        "outcome": words.outcomes,
        "language_choice": words.choices,
        "photo_consent": words.choices,
        "employment": words.choices,
        "modules": words.modules,
        "choice": _decisions,
        "state": lambda: _states(kind),
        "unlock": _openings,
        **({"reason": _revocation_reasons} if kind == "document_revocation" else {}),
        **dict.fromkeys(
            ("event_kind", "partner_kind", "agreement", "workforce", "source", "document", "nation"), _codes
        ),
        "event_kinds": _codes,
        "asks": _asked,
        "way": _ways,
        "duty": _duties,
        "confirmed": _reminders,
        "evidence": _evidence,
        **dict.fromkeys(("contact_role", "purpose", "entry"), _safeguarding_codes),
        **(dict.fromkeys(_OF_CONSENTS, consent_words.codes) if kind == "consent" else {}),
        **dict.fromkeys(("asked", "answer", "ground", "who", "since", "seen_kind", "how"), _rights_codes),
    }  # fmt: skip
    table = tables.get(field)
    return None if table is None else table()


def record_words(kind: str, data: Mapping[str, Any], against: Mapping[str, Any], names: Mapping[str, str]) -> str:
    """What a whole record says differently from another: a field a line. A few fields, or this would be a form."""
    changed = [name for name, value in data.items() if name != "id" and against.get(name) != value]
    lines = [f"{words.plain(field_word(kind, name))}: {value_words(kind, name, data[name], names)}" for name in changed]
    return "\n".join(lines[:_LINES] + (["…"] if len(lines) > _LINES else []))


#: Lines of a whole record that are shown.
_LINES = 6
_LISTS_OF_CODES = frozenset({"help_areas", "focus", "languages"})


def _text(kind: str, field: str, value: str) -> str:
    if field.endswith(("_on", "_until", "_from")) or field == "date_of_birth":
        return _day(value)
    if field.endswith("_at") or field == "at":
        return _instant(value)
    return code_word(kind, field, value)


def _day(value: str) -> str:
    try:
        return full_day(date.fromisoformat(value))
    except ValueError:
        return value


def _instant(value: str) -> str:
    try:
        instant = datetime.fromisoformat(value)
    except ValueError:
        return value
    return f"{full_day(day_of(instant))} {clock(instant)}"


def _openings() -> dict[str, str]:
    return {
        "keyring": translate("values", "This account’s keyring"),
        "pin": translate("values", "PIN"),
        "passphrase": translate("values", "Passphrase"),
    }


def _revocation_reasons() -> dict[str, str]:
    return {
        "issued_in_error": translate("values", "Issued by mistake"),
        "wrong_details": translate("values", "What it says is wrong"),
        "not_attended": translate("values", "The person was not there"),
        "misused": translate("values", "It was misused"),
    }


def _ways() -> dict[str, str]:
    return {
        "printer": translate("values", "Printed"),
        "pdf": translate("values", "Saved as a PDF"),
        "zip": translate("values", "Saved as a PDF for each person"),
    }


def _asked() -> dict[str, str]:
    return {
        "scale": translate("values", "1 to 5"),
        "yes_no": translate("values", "Yes or no"),
        "text": translate("values", "In words"),
    }


def _first(table: Mapping[str, tuple[str, Any]]) -> dict[str, str]:
    return {code: word for code, (word, _) in table.items()}


def _states(kind: str) -> dict[str, str]:
    match kind:
        case "match":
            return _first(words.match_states())
        case "booking" | "attendance_mark":
            return _first(words.attendance())
        case "event":
            return _event_states()
    return _decisions()


def _event_states() -> dict[str, str]:
    return {
        "draft": translate("values", "Draft"),
        "published": translate("values", "Published"),
        "booking_open": translate("values", "Booking open"),
        "confirmed": translate("values", "Takes place"),
        "in_progress": translate("values", "In progress"),
        "register_closed": translate("values", "Register closed"),
        "reconciled": translate("values", "Reconciled"),
        "archived": translate("values", "Archived"),
        "cancelled": translate("values", "Cancelled"),
        "postponed": translate("values", "Postponed"),
    }


def _duties() -> dict[str, str]:
    return {
        "trainer": translate("values", "Trainer"),
        "helper": translate("values", "Helper"),
        "host": translate("values", "Host"),
        "observer": translate("values", "Observer"),
    }


def _reminders() -> dict[str, str]:
    return {
        "not_asked": translate("values", "Not asked yet"),
        "confirmed": translate("values", "Is coming"),
        "no_answer": translate("values", "No answer"),
    }


def _evidence() -> dict[str, str]:
    return {
        "same_email": translate("values", "the same e-mail address"),
        "same_phone": translate("values", "the same telephone number"),
        "same_name": translate("values", "the same name"),
        "near_name": translate("values", "a name that is nearly the same"),
    }


def _decisions() -> dict[str, str]:
    return {
        "open": translate("values", "open"),
        "settled": translate("values", "decided"),
        "mine": translate("values", "the laptop’s answer"),
        "theirs": translate("values", "the centre’s answer"),
        "other": translate("values", "another answer"),
        "same_value": translate("values", "both say the same"),
    }


def _safeguarding_codes() -> dict[str, str]:
    return {
        "lead": translate("values", "Safeguarding lead"),
        "deputy": translate("values", "Deputy"),
        "out_of_hours": translate("values", "Out of hours"),
        "laptop": translate("values", "A laptop’s key"),
        "recovery": translate("values", "The recovery key"),
        "concern": translate("values", "Concern"),
        "low_level": translate("values", "Low-level concern"),
        "addition": translate("values", "Addition"),
        "lead_note": translate("values", "Note of the lead"),
    }


def _rights_codes() -> dict[str, str]:
    return {
        "access": translate("values", "To see it"),
        "rectification": translate("values", "To have it corrected"),
        "erasure": translate("values", "To have it erased"),
        "restriction": translate("values", "To have its use restricted"),
        "objection": translate("values", "Objects to its use"),
        "carried_out": translate("values", "Carried out"),
        "refused": translate("values", "Refused"),
        "withdrawn": translate("values", "Withdrawn"),
        "safeguarding": translate("values", "Safeguarding"),
        "legal_claim": translate("values", "Legal claim"),
        "investigation": translate("values", "Investigation"),
        "complaint": translate("values", "Complaint"),
        "mentor": translate("values", "Mentors"),
        "mentee": translate("values", "Young people"),
        "walk_in": translate("values", "Walk-ins"),
        "sign_in_sheet": translate("values", "Sign-in sheets"),
        "left": translate("values", "The day they left"),
        "untouched": translate("values", "The last change"),
        "event_held": translate("values", "The day of the event"),
        "clearance": translate("values", "Screening check"),
        "concern": translate("values", "Concern"),
        "screen": translate("values", "On screen"),
        "print": translate("values", "On paper"),
        "export": translate("values", "In a file"),
    }


def _codes() -> dict[str, str]:
    return {
        # events
        "mentor_training": translate("values", "Mentor training"),
        "safeguarding_briefing": translate("values", "Safeguarding briefing"),
        "mentor_meetup": translate("values", "Mentors’ meet-up"),
        "partner_briefing": translate("values", "Partners’ briefing"),
        # partners
        "school": translate("values", "School"),
        "college": translate("values", "College"),
        "charity": translate("values", "Charity"),
        "employer": translate("values", "Employer"),
        "council": translate("values", "Council"),
        "none": translate("values", "None"),
        # checks
        "child": translate("values", "Children"),
        "adult": translate("values", "Adults"),
        "child_and_adult": translate("values", "Children and adults"),
        # marks and papers
        "desk": translate("values", "At the desk"),
        "paper": translate("values", "On paper"),
        "certificate_of_attendance": translate("values", "Certificate of attendance"),
        "mentee_participation": translate("values", "A young person’s participation"),
        "mentor_service": translate("values", "A year of mentoring"),
        "recognition": translate("values", "Recognition"),
        "employer_participation": translate("values", "An employer’s participation"),
        # nations
        "england": translate("values", "England"),
        "wales": translate("values", "Wales"),
        "scotland": translate("values", "Scotland"),
        "northern_ireland": translate("values", "Northern Ireland"),
    }
