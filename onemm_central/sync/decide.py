"""What becomes of one op, field by field. Plain values in, plain values out: no database, no clock.

A field that nobody else has touched since the op read it takes the new value; a field that has the value already
needs nothing; any other is settled by its rule (``onemm_wire.merge``) or is a clash, kept for a person. What this
device wrote itself counts as read: a chain of edits made offline is compared with its trunk, never with its own
earlier links. Where one side deleted the record, the clash is about the whole of it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec

from onemm_central.records.bounds import MAX_RECORD, TooLargeError
from onemm_central.records.service import canonical
from onemm_wire import merge
from onemm_wire.errors import Code
from onemm_wire.protocol import Op
from onemm_wire.records import APPEND_ONLY, Conflict

#: Partition, kind and id: what names a record.
Key = tuple[str, str, str]

ABSENT = object()
CREATION = 1
#: In place of a field's name: a clash about the whole record.
WHOLE = ""
FIELD_IN_MESSAGE = re.compile(r"`\$\.?([^`]*)`")

#: The revs that a device's earlier ops gave a record, each with the fields whose value there was *not* the device's.
Own = Mapping[int, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Stored:
    """A record as the centre holds it. ``data`` is None for a tombstone; a field not in ``field_revs`` is of rev 1.

    An ``erased`` record is a tombstone for ever.
    """

    rev: int
    field_revs: Mapping[str, int]
    data: Mapping[str, Any] | None
    erased: bool = False

    def rev_of(self, name: str) -> int:
        """The rev that last changed a field."""
        return self.field_revs.get(name, CREATION)


@dataclass(frozen=True, slots=True)
class Clash:
    """One field for a person to decide: the three values, and the rev that brought the centre's.

    Of the ``WHOLE`` record, ``was`` and ``laptop`` are what the op itself says of it, and None is a deletion.
    """

    was: Any
    centre: Any
    laptop: Any
    rev: int


@dataclass(slots=True)
class Outcome:
    """What an op does. ``state`` is the record to store, None where there is nothing to write.

    ``before`` and ``after`` hold the fields that change, ``rules`` by which rule a field was settled, ``settled`` the
    values that differ from what the op asked for.
    """

    state: Stored | None = None
    before: dict[str, Any] = field(default_factory=dict)
    after: dict[str, Any] = field(default_factory=dict)
    rules: dict[str, str] = field(default_factory=dict)
    settled: dict[str, Any] = field(default_factory=dict)
    clashes: dict[str, Clash] = field(default_factory=dict)

    @property
    def nothing_new(self) -> bool:
        """Whether the centre has all that the op says."""
        return self.state is None and not self.rules and not self.clashes


@dataclass(frozen=True, slots=True)
class Parked:
    """The op cannot be applied and waits on its laptop for a person."""

    code: Code
    values: dict[str, Any] = field(default_factory=dict)


def decide(op: Op, stored: Stored | None, own: Own) -> Outcome | Parked:
    """The outcome of an op on a record."""
    if op.kind in APPEND_ONLY and op.verb != "create":
        return Parked(Code.FACT_FIXED)
    if op.verb == "delete":
        return _delete(op, stored, own)
    try:
        if stored is None:
            if _is_moot(op):
                return Outcome()
            return _create(op, CREATION) if op.verb == "create" else Parked(Code.MISSING_RECORD)
        if stored.data is None:
            return _on_a_tombstone(op, stored, own)
        outcome = _update(op, stored, stored.data, own)
    except TooLargeError:
        return Parked(Code.TOO_LARGE, {"limit": MAX_RECORD})
    except (msgspec.ValidationError, ValueError) as error:
        return Parked(Code.MALFORMED, {"field": field_at_fault(error)})
    if op.kind in APPEND_ONLY and (outcome.before or outcome.clashes):
        # Another fact under the same id: nobody could carry out a decision about it either.
        return Parked(Code.FACT_FIXED)
    return outcome


def _is_moot(op: Op) -> bool:
    """Whether an op answers a question that nobody asks here: the life of the centre that asked it was lost.

    What was decided came as a change of the record itself, in the same group; should the question be asked again, it is
    open. A value that a person typed as the answer waits with them instead, as anything the centre cannot place.
    """
    return op.kind == Conflict.kind and op.verb == "update" and op.fields.get("choice") != "other"


def field_at_fault(error: Exception) -> str:
    """The field that a validation error is about. Its message may quote the value, so the message stays here."""
    found = FIELD_IN_MESSAGE.search(str(error))
    return found.group(1) if found else ""


def _create(op: Op, rev: int) -> Outcome:
    data = canonical(op.kind, op.id, op.fields)
    revs = {} if rev == CREATION else dict.fromkeys(data, rev)
    return Outcome(Stored(rev, revs, data), after=data)


def _on_a_tombstone(op: Op, stored: Stored, own: Own) -> Outcome:
    """Whoever knew that the record was deleted may bring it back; what others did without knowing, a person decides."""
    if op.verb == "create" and (stored.rev in own or stored.rev in op.read.values()):
        return _create(op, stored.rev + 1)
    return Outcome(clashes={WHOLE: Clash(op.was, None, op.fields, stored.rev)})


def _delete(op: Op, stored: Stored | None, own: Own) -> Outcome:
    if stored is None or stored.data is None:
        return Outcome()
    seen = max(op.read.values(), default=0)
    if not all(_read(op, stored, name, op.read.get(name, seen), own) for name in stored.data):
        return Outcome(clashes={WHOLE: Clash(op.was, stored.data, None, stored.rev)})
    rev = stored.rev + 1
    return Outcome(Stored(rev, dict.fromkeys(stored.data, rev), None), before=dict(stored.data))


def _update(op: Op, stored: Stored, current: Mapping[str, Any], own: Own) -> Outcome:
    wanted = canonical(op.kind, op.id, {**current, **op.fields})
    outcome = Outcome()
    for name in op.fields:
        centre, laptop = current.get(name, ABSENT), wanted[name]
        if centre == laptop:
            continue
        if centre is ABSENT or _read(op, stored, name, op.read.get(name, 0), own):
            outcome.after[name] = laptop
            continue
        _settle(op, name, Clash(op.was.get(name), centre, laptop, stored.rev_of(name)), outcome)
    if outcome.after:
        outcome.before = {name: current[name] for name in outcome.after if name in current}
        rev = stored.rev + 1
        revs = {**stored.field_revs, **dict.fromkeys(outcome.after, rev)}
        outcome.state = Stored(rev, revs, canonical(op.kind, op.id, {**current, **outcome.after}))
    return outcome


def _settle(op: Op, name: str, clash: Clash, outcome: Outcome) -> None:
    match merge.settle(op.kind, name, clash.was, clash.centre, clash.laptop):
        case merge.Settled(value=value, rule=rule):
            outcome.rules[name] = rule
            if value != clash.laptop:
                outcome.settled[name] = value
            if value != clash.centre:
                outcome.after[name] = value
        case merge.Clash():
            outcome.clashes[name] = clash


def _read(op: Op, stored: Stored, name: str, seen: int, own: Own) -> bool:
    """Whether the device knew the value that the centre has now: it had read it, or had put it there itself.

    A rev that the record has yet to reach was read in a life of the centre that is lost, or never: it proves nothing
    but what the op says that it replaced. And "itself" may be the copy of a disk, which passes for the same device: it
    did not put there what it says that it never saw.
    """
    rev = stored.rev_of(name)
    current = ABSENT if stored.data is None else stored.data.get(name, ABSENT)
    if seen > stored.rev:
        return current is not ABSENT and op.was.get(name, ABSENT) == current
    return rev <= seen or (rev in own and name not in own[rev] and op.was.get(name, current) == current)
