"""What a record is called by the people who work with it: a mentor by name, a match by its two people, and so on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from onemm_desktop.models import MODELS, Synced
from onemm_desktop.models.images import wire_value
from onemm_desktop.programme.dates import day_of
from onemm_desktop.programme.people import full_name

Data = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Named:
    """A record's name in parts, for a view to put into words.

    ``people`` are one or two names ("" for somebody this laptop does not know), ``title`` an event's, a partner's or
    a paper's, ``place`` where it belongs, ``detail`` what tells namesakes apart.
    """

    kind: str
    people: tuple[str, ...] = ()
    title: str = ""
    place: str = ""
    detail: str = ""
    day: date | None = None


class Names:
    """Looks records up, each once. ``instead`` is used for a record that has no row here (any more)."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._known: dict[tuple[str, str], Data] = {}

    def of(self, kind: str, record: str, instead: Data | None = None) -> Named:
        """What a record is called."""
        facts = self._facts(kind, record) or instead or {}
        name = _NAMING.get(kind)
        return name(self, facts) if name is not None else Named(kind)

    def word(self, field: str, value: Any) -> str:
        """The name behind a value that is another record's id; nothing for any other value."""
        kinds = _POINTING.get(field)
        if kinds is None or not isinstance(value, str):
            return ""
        for kind in kinds:
            if self._facts(kind, value):
                named = self.of(kind, value)
                return named.title or " ".join(named.people)
        return ""

    def person(self, record: Any) -> tuple[str, Data]:
        """(name, facts) of a mentor, walk-in or young person; empty where this laptop knows nobody of that id."""
        for kind in ("mentor", "walk_in", "mentee"):
            facts = self._facts(kind, str(record))
            if facts:
                return _full(facts), facts
        return "", {}

    def title(self, kind: str, record: Any) -> Data:
        """The facts of what a record points at."""
        return self._facts(kind, str(record))

    def _facts(self, kind: str, record: str) -> Data:
        key = (kind, record)
        if key not in self._known:
            model = MODELS.get(kind)
            row = None if model is None else self._session.scalar(select(model).where(model.id == record))
            self._known[key] = {} if row is None else facts_of(row)
        return self._known[key]


def facts_of(row: Synced) -> dict[str, Any]:
    """A row's fields as they travel."""
    return {name: wire_value(getattr(row, name)) for name in row.wire_fields()}


def _full(facts: Data) -> str:
    return full_name(facts.get("given_name", ""), facts.get("family_name", ""))


def _mentor(names: Names, facts: Data) -> Named:
    return Named("mentor", (_full(facts),), detail=facts.get("organisation", ""))


def _walk_in(names: Names, facts: Data) -> Named:
    event = names.title("event", facts.get("event_id"))
    return Named("walk_in", (_full(facts),), title=event.get("title", ""), day=_day(event.get("starts_at")))


def _mentee(names: Names, facts: Data) -> Named:
    return Named("mentee", (_full(facts),), place=names.title("partner", facts.get("partner_id")).get("name", ""))


def _contact(names: Names, facts: Data) -> Named:
    name, person = names.person(facts.get("person_id"))
    return Named("contact", (name,), detail=person.get("organisation", ""))


def _clearance(names: Names, facts: Data) -> Named:
    name, person = names.person(facts.get("mentor_id"))
    return Named("clearance", (name,), detail=person.get("organisation", ""))


def _match(names: Names, facts: Data) -> Named:
    people = (names.person(facts.get("mentor_id"))[0], names.person(facts.get("mentee_id"))[0])
    place = names.title("partner", facts.get("partner_id")).get("name", "")
    return Named("match", people, place=place, detail=facts.get("reference", ""))


def _booking(names: Names, facts: Data) -> Named:
    event = names.title("event", facts.get("event_id"))
    person = names.person(facts.get("mentor_id"))[0]
    return Named("booking", (person,), title=event.get("title", ""), day=_day(event.get("starts_at")))


def _mark(names: Names, facts: Data) -> Named:
    event = names.title("event", facts.get("event_id"))
    person = names.person(facts.get("attendee_id"))[0]
    return Named("attendance_mark", (person,), title=event.get("title", ""), day=_day(event.get("starts_at")))


def _event(names: Names, facts: Data) -> Named:
    return Named(
        "event", title=facts.get("title", ""), place=facts.get("venue", ""), day=_day(facts.get("starts_at"))
    )  # fmt: skip


def _session(names: Names, facts: Data) -> Named:
    event = names.title("event", facts.get("event_id"))
    return Named(
        "training_session",
        title=facts.get("title", ""),
        place=event.get("title", ""),
        day=_day(facts.get("starts_at")),
    )


def _staff(names: Names, facts: Data) -> Named:
    event = names.title("event", facts.get("event_id"))
    return Named(
        "event_staff", (facts.get("name", ""),), title=event.get("title", ""), day=_day(event.get("starts_at"))
    )  # fmt: skip


def _roster(names: Names, facts: Data) -> Named:
    event = names.title("event", facts.get("event_id"))
    return Named("roster_snapshot", title=event.get("title", ""), day=_day(event.get("starts_at")))


def _partner(names: Names, facts: Data) -> Named:
    return Named("partner", title=facts.get("name", ""), place=facts.get("place", ""))


def _paper(names: Names, facts: Data) -> Named:
    people = (facts.get("name_as_printed", ""),)
    return Named("document_issue", people, title=facts.get("title", ""), detail=facts.get("number", ""))


def _consent(names: Names, facts: Data) -> Named:
    return Named("consent", (names.person(facts.get("person_id"))[0],), day=_date(facts.get("given_on")))


def _revocation(names: Names, facts: Data) -> Named:
    return Named("document_revocation", detail=facts.get("number", ""))


def _print_run(names: Names, facts: Data) -> Named:
    return Named("print_run", title=facts.get("paper", ""), day=_day(facts.get("printed_at")))


def _question(names: Names, facts: Data) -> Named:
    return Named("evaluation_question", title=facts.get("wording", ""))


def _answer(names: Names, facts: Data) -> Named:
    event = names.title("event", facts.get("event_id"))
    return Named("evaluation_answer", title=event.get("title", ""), day=_day(event.get("starts_at")))


def _device_key(names: Names, facts: Data) -> Named:
    return Named("device_key", title=facts.get("region", ""), detail=str(facts.get("block", "")))


def _region(names: Names, facts: Data) -> Named:
    return Named("region", title=facts.get("name", ""))


def _requirements(names: Names, facts: Data) -> Named:
    return Named("requirement_set", title=facts.get("title", ""))


def _device_policy(names: Names, facts: Data) -> Named:
    return Named("device_policy", title=facts.get("region", ""))


def _safeguarding_contact(names: Names, facts: Data) -> Named:
    return Named("safeguarding_contact", (facts.get("name", ""),))


def _safeguarding_key(names: Names, facts: Data) -> Named:
    return Named("safeguarding_key", (facts.get("user_name", ""),), detail=facts.get("device_name", ""))


def _request(names: Names, facts: Data) -> Named:
    return Named("rights_request", (names.person(facts.get("person_id"))[0],))


def _hold(names: Names, facts: Data) -> Named:
    return Named("legal_hold", (names.person(facts.get("person_id"))[0],))


def _concern(names: Names, facts: Data) -> Named:
    # The day it was written is all that anybody may be told of it.
    return Named("concern", day=_day(facts.get("made_at")))


def _decision(names: Names, facts: Data) -> Named:
    about = names.of(str(facts.get("about_kind")), str(facts.get("about_id")))
    return replace(about, kind="conflict")


def _day(instant: Any) -> date | None:
    return day_of(datetime.fromisoformat(instant)) if isinstance(instant, str) else None


def _date(day: Any) -> date | None:
    return date.fromisoformat(day) if isinstance(day, str) else None


_NAMING: dict[str, Callable[[Names, Data], Named]] = {
    "mentor": _mentor,
    "walk_in": _walk_in,
    "mentee": _mentee,
    "contact": _contact,
    "clearance": _clearance,
    "match": _match,
    "booking": _booking,
    "attendance_mark": _mark,
    "event": _event,
    "training_session": _session,
    "event_staff": _staff,
    "roster_snapshot": _roster,
    "partner": _partner,
    "document_issue": _paper,
    "consent": _consent,
    "document_revocation": _revocation,
    "print_run": _print_run,
    "evaluation_question": _question,
    "evaluation_answer": _answer,
    "device_key": _device_key,
    "region": _region,
    "requirement_set": _requirements,
    "device_policy": _device_policy,
    "conflict": _decision,
    "safeguarding_contact": _safeguarding_contact,
    "safeguarding_key": _safeguarding_key,
    "concern": _concern,
    "rights_request": _request,
    "legal_hold": _hold,
}

#: Fields whose value is another record's id, and of which kinds that may be.
_POINTING: dict[str, tuple[str, ...]] = {
    "mentor_id": ("mentor",),
    "mentee_id": ("mentee",),
    "person_id": ("mentor", "walk_in", "mentee"),
    "attendee_id": ("mentor", "walk_in", "event_staff"),
    "event_id": ("event",),
    "postponed_to": ("event",),
    "session_id": ("training_session",),
    "partner_id": ("partner",),
}
