"""What people ask of us about their data, what keeps it and how long, and who has looked at what few may see."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, ClassVar, Literal

import msgspec

from onemm_wire.records.base import AnyFamily, Record


class RightsRequest(Record, frozen=True, kw_only=True):
    """Somebody has asked to see, correct, erase or object to what is held about them (UK GDPR, articles 15 to 21).

    When it must be answered follows from ``received_on`` and ``extended``; it is computed, never stored. ``told_on`` is
    when the person was told of the extension, which must be within the first month (article 12, paragraph 3).
    """

    kind: ClassVar[str] = "rights_request"
    family: ClassVar[AnyFamily] = "staff"

    person_id: str
    asked: Literal["access", "rectification", "erasure", "restriction", "objection"]
    received_on: date
    extended: bool = False
    told_on: date | None = None
    done_on: date | None = None
    answer: Literal["carried_out", "refused", "withdrawn"] | None = None


class LegalHold(Record, frozen=True, kw_only=True):
    """What is held about this person must not be erased, whoever asks and whatever rule is due, until it is lifted."""

    kind: ClassVar[str] = "legal_hold"
    family: ClassVar[AnyFamily] = "staff"

    person_id: str
    ground: Literal["safeguarding", "legal_claim", "investigation", "complaint"]
    set_on: date
    lifted_on: date | None = None


class RetentionRule(Record, frozen=True, kw_only=True):
    """How long people's records are kept: ``months`` from the day that ``since`` names, then erased.

    ``left``: the person's stage became one from which nobody goes on. ``untouched``: the last change of their record.
    ``event_held``: the event to which a walk-in came, or whose sign-in sheet it is (paper, which people destroy). Of
    several rules for the same people and start, the newest that is valid counts.
    """

    kind: ClassVar[str] = "retention_rule"
    family: ClassVar[AnyFamily] = "national"

    who: Literal["mentor", "mentee", "walk_in", "sign_in_sheet"]
    since: Literal["left", "untouched", "event_held"]
    months: Annotated[int, msgspec.Meta(ge=1, le=1200)]
    valid_from: date
    source: str = ""


class Access(Record, frozen=True, kw_only=True):
    """Somebody was shown a record that few may see: a fact, sent up from every laptop and down to leads alone."""

    kind: ClassVar[str] = "access"
    family: ClassVar[AnyFamily] = "safeguarding"

    seen_kind: Literal["clearance", "concern"]
    seen_id: str
    reader_id: str
    seen_at: datetime
    how: Literal["screen", "print", "export"] = "screen"
