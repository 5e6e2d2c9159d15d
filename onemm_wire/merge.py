"""What happens when two people changed the same field of the same record without knowing of each other.

The table ``RULES`` is the whole policy: a programme manager can read it and say whether it is right. A field that is
not in it is decided by a person (``ASK``): the centre keeps all three values until somebody does. The functions are
pure, so laptop, centre and tests reach the same answer; every rule but ``forward`` and ``FIRST`` gives the same one
in either order.

Only a real clash comes here: a field that one side alone changed simply takes that change, and two sides that
wrote the same value agree.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from onemm_wire.records import (
    AttendanceMark,
    Booking,
    Clearance,
    Conflict,
    Consent,
    Contact,
    Event,
    LegalHold,
    Match,
    Mentee,
    Mentor,
    RightsRequest,
    SafeguardingContact,
    SafeguardingKey,
    TrainingSession,
    WalkIn,
)


@dataclass(frozen=True, slots=True)
class Rule:
    """One way of settling a clash. ``word`` is kept in the history beside the value it produced.

    ``settle(base, centre, laptop)`` answers the settled value, or raises ``UndecidedError`` where a person must decide.
    """

    word: str
    settle: Callable[[Any, Any, Any], Any]


class UndecidedError(Exception):
    """No rule settles these values: a person must."""


def _ask(base: Any, centre: Any, laptop: Any) -> Any:
    raise UndecidedError


def _first(base: Any, centre: Any, laptop: Any) -> Any:
    return centre


def _everything_both_added(base: list[str], centre: list[str], laptop: list[str]) -> list[str]:
    """Additions of both sides stand, and so do the removals of both."""
    removed = (set(base) - set(centre)) | (set(base) - set(laptop))
    return sorted((set(centre) | set(laptop)) - removed)


def _both_notes(base: str, centre: str, laptop: str) -> str:
    """What both wrote, one below the other; where both only added to the end, the common part stands once."""
    if base and centre.startswith(base) and laptop.startswith(base):
        added = sorted({centre[len(base) :].strip(), laptop[len(base) :].strip()} - {""})
        return "\n".join([base.rstrip(), *added])
    return "\n".join(sorted({text.strip() for text in (centre, laptop)} - {""}))


def _earliest(base: str | None, centre: str | None, laptop: str | None) -> str | None:
    """ISO dates sort as text. A date that one side removed is missing for a reason: a person decides."""
    if centre is None or laptop is None:
        raise UndecidedError
    return min(centre, laptop)


def _latest(base: str | None, centre: str | None, laptop: str | None) -> str | None:
    known = [value for value in (centre, laptop) if value is not None]
    return max(known) if known else None


def _taken_back(base: str | None, centre: str | None, laptop: str | None) -> str | None:
    """A day on which somebody took a consent back stands against none, the earlier one against a later."""
    return min((day for day in (centre, laptop) if day is not None), default=None)


def _added_up(base: int, centre: int, laptop: int) -> int:
    """A count that both raised grows by both; a person looks at it before it would fall below nought."""
    total = centre + laptop - base
    if total < 0:
        raise UndecidedError
    return total


def most_restrictive(*order: Any) -> Rule:
    """The value named first wins over every later one: what protects a young person is never undone by accident."""
    rank = {value: place for place, value in enumerate(order)}

    def settle(base: Any, centre: Any, laptop: Any) -> Any:
        if centre not in rank or laptop not in rank:
            raise UndecidedError
        return min(centre, laptop, key=rank.__getitem__)

    return Rule("most restrictive wins", settle)


def forward(steps: Mapping[str, tuple[str, ...]], *, final: tuple[str, ...] = ()) -> Rule:
    """A life cycle: the laptop's step is taken if it may follow the centre's, dropped if the centre is already past it.

    ``steps`` says which states may follow directly. A ``final`` state stands, whoever said it; two different ones, or
    states on different branches, are for a person.
    """

    def reachable(start: str) -> set[str]:
        seen: set[str] = set()
        waiting = [start]
        while waiting:
            for state in steps.get(waiting.pop(), ()):
                if state not in seen:
                    seen.add(state)
                    waiting.append(state)
        return seen

    after = {state: reachable(state) for state in steps}

    def settle(base: Any, centre: Any, laptop: Any) -> Any:
        ends = {centre, laptop} & set(final)
        if len(ends) == 1:
            return ends.pop()
        onward, back = laptop in after.get(centre, set()), centre in after.get(laptop, set())
        if onward == back:  # different branches, or a loop that could be walked either way
            raise UndecidedError
        return laptop if onward else centre

    return Rule("the life cycle's next step", settle)


ASK = Rule("a person decides", _ask)
FIRST = Rule("the first decision stands", _first)
UNION = Rule("both additions and both removals", _everything_both_added)
NOTES = Rule("both notes", _both_notes)
EARLIEST = Rule("the earlier date", _earliest)
LATEST = Rule("the later date", _latest)
TAKEN_BACK = Rule("most restrictive wins", _taken_back)
COUNT = Rule("both counts added up", _added_up)

_PHOTO = most_restrictive("no", "not_asked", "yes")
_CLEARANCE = most_restrictive("declined", "risk_assessment", "expired", "not_started", "applied", "clear")
_OUTCOME = most_restrictive("declined", "risk_assessment_required", None, "clear_to_proceed")
_EVENT_LIFE = forward(
    {
        "draft": ("published", "booking_open", "cancelled"),
        "published": ("booking_open", "cancelled", "postponed"),
        "booking_open": ("confirmed", "in_progress", "cancelled", "postponed"),
        "confirmed": ("in_progress", "cancelled", "postponed"),
        "in_progress": ("register_closed", "cancelled"),
        "register_closed": ("reconciled", "archived"),
        "reconciled": ("archived",),
    },
    final=("cancelled",),
)
_MENTOR_LIFE = forward(
    {
        "enquiry": ("applied", "declined", "withdrew", "dormant"),
        "applied": ("checking", "declined", "withdrew", "dormant"),
        "checking": ("training_booked", "declined", "withdrew", "dormant"),
        "training_booked": ("trained", "declined", "withdrew", "dormant"),
        "trained": ("ready_to_match", "declined", "withdrew", "dormant"),
        "ready_to_match": ("matched", "withdrew", "dormant"),
        "matched": ("active", "withdrew"),
        "active": ("paused", "closing"),
        "paused": ("closing",),
        "closing": ("alumnus",),
    },
    final=("suspended",),
)
_MENTEE_LIFE = forward(
    {
        "nominated": ("consent_sought", "left_early"),
        "consent_sought": ("consent_held", "left_early"),
        "consent_held": ("registered", "left_early"),
        "registered": ("baseline_done", "left_early"),
        "baseline_done": ("ready_to_match", "left_early"),
        "ready_to_match": ("proposed", "left_early"),
        "proposed": ("matched", "left_early"),
        "matched": ("active", "left_early"),
        "active": ("paused", "closing", "left_early"),
        "paused": ("closing", "left_early"),
        "closing": ("completed", "left_early"),
    },
)
_MATCH_LIFE = forward(
    {
        "draft": ("proposed", "closed"),
        "proposed": ("scheduled", "closed"),
        "scheduled": ("active", "closed"),
        "active": ("closing", "closed"),
        "closing": ("closed",),
    },
    final=("closed",),
)
_REMINDED = forward({"not_asked": ("no_answer",), "no_answer": ("confirmed",)})
_BOOKING_LIFE = forward({"waitlisted": ("booked",), "booked": ("apologies",), "apologies": ("cancelled_late",)})

#: (kind, field) -> rule. Fields that are not here are asked about.
RULES: dict[tuple[str, str], Rule] = {
    (Mentor.kind, "stage"): _MENTOR_LIFE,
    (Mentor.kind, "help_areas"): UNION,
    (Mentor.kind, "modules"): UNION,
    (Mentor.kind, "notes"): NOTES,
    (Mentor.kind, "joined_on"): EARLIEST,
    (Mentor.kind, "photo_consent"): _PHOTO,
    (Mentor.kind, "clearance_state"): _CLEARANCE,
    (Mentor.kind, "clearance_applied_on"): EARLIEST,
    (Mentor.kind, "clearance_until"): EARLIEST,
    (WalkIn.kind, "consent"): most_restrictive(False, True),
    (WalkIn.kind, "linked_at"): EARLIEST,
    (WalkIn.kind, "evidence"): UNION,
    (Mentee.kind, "stage"): _MENTEE_LIFE,
    (Mentee.kind, "help_areas"): UNION,
    (Mentee.kind, "notes"): NOTES,
    (Mentee.kind, "photo_consent"): _PHOTO,
    (Consent.kind, "withdrawn_on"): TAKEN_BACK,
    (Consent.kind, "withdrawn_by"): FIRST,
    (Consent.kind, "withdrawal_recorded_by"): FIRST,
    (Consent.kind, "valid_until"): EARLIEST,
    (Consent.kind, "informed"): most_restrictive(False, True),
    (Event.kind, "state"): _EVENT_LIFE,
    (Event.kind, "trainers"): UNION,
    (Event.kind, "modules"): UNION,
    # Badges are signed with it: a second one would turn away whoever holds a badge already.
    (Event.kind, "badge_key"): FIRST,
    (Event.kind, "confirmed_on"): FIRST,
    (Event.kind, "confirmed_by"): FIRST,
    (Event.kind, "cancelled_reason"): NOTES,
    (Event.kind, "closed_at"): FIRST,
    (Event.kind, "closed_by"): FIRST,
    (TrainingSession.kind, "modules"): UNION,
    (Booking.kind, "state"): _BOOKING_LIFE,
    (Booking.kind, "booked_at"): EARLIEST,
    (Booking.kind, "promoted_at"): EARLIEST,
    (Booking.kind, "confirmed"): _REMINDED,
    (Booking.kind, "note"): NOTES,
    (Match.kind, "state"): _MATCH_LIFE,
    (Match.kind, "focus"): UNION,
    (Match.kind, "notes"): NOTES,
    (Match.kind, "meetings_held"): COUNT,
    (Match.kind, "last_met_on"): LATEST,
    (Clearance.kind, "applied_on"): EARLIEST,
    (Clearance.kind, "next_due_on"): EARLIEST,
    (Clearance.kind, "outcome"): _OUTCOME,
    (Contact.kind, "email"): ASK,
    (Contact.kind, "phone"): ASK,
    (AttendanceMark.kind, "state"): ASK,
    (SafeguardingContact.kind, "valid_until"): EARLIEST,
    # Whoever takes a key away first has taken it away; who vouched first has, with the signature that goes with it.
    (SafeguardingKey.kind, "revoked_at"): EARLIEST,
    (SafeguardingKey.kind, "vouched_by"): FIRST,
    (SafeguardingKey.kind, "vouching"): FIRST,
    (RightsRequest.kind, "received_on"): EARLIEST,
    (RightsRequest.kind, "extended"): most_restrictive(False, True),
    (RightsRequest.kind, "told_on"): EARLIEST,
    (RightsRequest.kind, "done_on"): EARLIEST,
    (LegalHold.kind, "set_on"): EARLIEST,
    (LegalHold.kind, "lifted_on"): LATEST,
    # Who decides second has also set the field itself, and hears of the other decision as a clash of that.
    (Conflict.kind, "state"): FIRST,
    (Conflict.kind, "choice"): FIRST,
    (Conflict.kind, "value"): FIRST,
    (Conflict.kind, "settled_by"): FIRST,
    (Conflict.kind, "settled_by_name"): FIRST,
    (Conflict.kind, "settled_at"): FIRST,
}


def rule_for(kind: str, field: str) -> Rule:
    """The rule of a field; ``ASK`` for one that the table does not name, a field of a newer program included."""
    return RULES.get((kind, field), ASK)


@dataclass(frozen=True, slots=True)
class Settled:
    """A clash that a rule settled, and the rule's word."""

    value: Any
    rule: str


@dataclass(frozen=True, slots=True)
class Clash:
    """A clash that a person must settle."""


def settle(kind: str, field: str, base: Any, centre: Any, laptop: Any) -> Settled | Clash:
    """Settle one field that both sides changed since ``base``. Values are as they travel (JSON).

    A value of a shape the rule does not expect is for a person, never a crash: an older laptop may have sent it.
    """
    if centre == laptop:
        return Settled(centre, "same value")
    rule = rule_for(kind, field)
    try:
        return Settled(rule.settle(base, centre, laptop), rule.word)
    except (UndecidedError, TypeError, AttributeError):
        return Clash()
