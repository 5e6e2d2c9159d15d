"""What a screening summary means today: a code for its words and a tone, the same on every page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Tone = Literal["ok", "warn", "bad", "neutral", "primary"]
Code = Literal["not_started", "applied", "clear", "expires", "expired", "risk_assessment", "declined"]

#: From how many days before its end a clearance is shown as ending (first of the 60/30/7-day warnings in the domain).
WARN_DAYS = 60


@dataclass(frozen=True, slots=True)
class Standing:
    """A mentor's clearance in words: ``day`` is when it was applied for or ended, ``days`` how long it still holds."""

    code: Code
    tone: Tone
    level: str | None = None
    day: date | None = None
    days: int = 0


NOT_SCREENED = Standing("not_started", "bad")


def standing(state: str, level: str | None, applied_on: date | None, until: date | None, today: date) -> Standing:
    """The standing of a mentor card's ``clearance_*`` summary on a day. The last day it holds is ``until`` itself."""
    match state:
        case "clear" if until is not None and until < today:
            return Standing("expired", "bad", level, until)
        case "clear" if until is not None and (until - today).days <= WARN_DAYS:
            return Standing("expires", "warn", level, until, (until - today).days)
        case "clear":
            return Standing("clear", "ok", level, until)
        case "applied":
            return Standing("applied", "warn", level, applied_on)
        case "risk_assessment":
            return Standing("risk_assessment", "warn", level)
        case "declined":
            return Standing("declined", "bad", level)
        case "expired":
            return Standing("expired", "bad", level, until)
    return NOT_SCREENED
