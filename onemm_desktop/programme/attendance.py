"""What a person's attendance marks add up to. Marks are facts that are only ever added; the newest ones count.

A mark is about one session of an event, or about the whole of it. Each session has an answer of its own; where nothing
is said of it, what is said of the whole event counts.

A mark names the one it supersedes. Marks that nothing supersedes are the heads. One desk always leaves one head;
two desks that worked apart may leave two. Heads that say the same are one answer; heads that differ are both kept,
shown as an open question, and settled by the next mark anybody makes.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

#: Marks of somebody who was in the room, in the order in which they are believed when two desks differ: a person
#: who was seen outweighs a person who was not, whatever either desk's clock said.
IN_THE_ROOM = ("present", "late", "left_early", "not_yet_booked")
AWAY = ("apologies", "excused", "no_notice")
STATES = (*IN_THE_ROOM, *AWAY, "unmarked")


@dataclass(frozen=True, slots=True)
class Mark:
    """One attendance mark, as far as its meaning goes."""

    id: str
    state: str
    at: datetime | None
    supersedes: str | None
    session_id: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person's marks say. ``contested``: two desks' answers differ; ``state`` is the one shown meanwhile."""

    state: str = "unmarked"
    at: datetime | None = None
    contested: bool = False


def heads(marks: Iterable[Mark]) -> list[Mark]:
    """The marks nothing supersedes, in the order of their ids, which is the same on every laptop."""
    known = list(marks)
    replaced = {mark.supersedes for mark in known}
    return sorted((mark for mark in known if mark.id not in replaced), key=lambda mark: mark.id)


def answer(marks: Iterable[Mark], session_id: str | None = None) -> Answer:
    """The state of one person from all their marks at one event; equal answers of two desks are one.

    With ``session_id``, the state at that session. Without, at the event: of several sessions, the one at which the
    person was seen.
    """
    last = heads(marks)
    if session_id is not None:
        own = [mark for mark in last if mark.session_id == session_id]
        said = any(mark.state != "unmarked" for mark in own)
        last = own if said else [mark for mark in last if mark.session_id is None]
    if not last:
        return Answer()
    shown = min(last, key=lambda mark: (STATES.index(mark.state), _seconds(mark.at), mark.id))
    states: dict[str | None, set[str]] = {}
    for mark in last:
        states.setdefault(mark.session_id, set()).add(mark.state)
    return Answer(shown.state, shown.at, contested=any(len(said) > 1 for said in states.values()))


@dataclass(frozen=True, slots=True)
class Stay:
    """Whether somebody is in the building, and since when, where that is known. ``left``: they came, and have gone."""

    inside: bool = False
    since: datetime | None = None
    left: bool = False


def stay(marks: Iterable[Mark], now: datetime) -> Stay:
    """Where somebody is now, by the last word in time, whichever session of the event and whichever desk said it.

    Only leaving takes a person out: to be missed at one session is no proof of having left the building after another.
    A leaving still to come has not happened. A coming without a time, or at the instant of a leaving, is believed:
    better looked for in vain than forgotten inside.
    """
    seen = [mark for mark in heads(marks) if mark.state in IN_THE_ROOM]
    came = [mark.at for mark in seen if mark.state != "left_early"]
    gone = [mark.at for mark in seen if mark.state == "left_early"]
    if any(at is not None and at > now for at in gone):
        came.append(None)
    left = max((at for at in gone if at is not None and at <= now), default=None)
    back = [at for at in came if at is None or left is None or at >= left]
    since = min((at for at in back if at is not None), default=None)
    return Stay(bool(back), since, left=bool(seen) and not back)


def _seconds(at: datetime | None) -> float:
    return math.inf if at is None else at.timestamp()


def descendants(marks: Iterable[Mark], ancestor: str) -> list[Mark]:
    """The heads that replaced this mark, directly or by way of others; the mark itself while it is a head."""
    known = list(marks)
    line = {ancestor}
    pending = [ancestor]
    while pending:
        parent = pending.pop()
        children = [mark.id for mark in known if mark.supersedes == parent and mark.id not in line]
        line.update(children)
        pending.extend(children)
    return [mark for mark in heads(known) if mark.id in line]
