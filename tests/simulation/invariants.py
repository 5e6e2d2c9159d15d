"""What must hold, always or at rest: I1 to I14 of ``docs/sync.md``, checked against what lies on the disks."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from typing import Any

import msgspec

from onemm_central.sync.decide import Key
from onemm_desktop.models.standing import LEFT
from onemm_wire.protocol import OpResult, PageAsked
from onemm_wire.records import KINDS
from tests.simulation.centre import Centre
from tests.simulation.laptop import Kept, Laptop, View
from tests.simulation.memory import Line
from tests.simulation.programs import LEARNT_KINDS

#: Answers to an op that is done. In conflict it is done once people have decided; ``withdrawn`` is one that its author
#: took back unsent; of ``gone`` nothing is left to say, and what was ``left`` behind with its place the centre has.
DONE = frozenset({"applied", "merged", "conflict", "withdrawn", "gone", LEFT})
TAKEN = frozenset({"applied", "merged"})
#: What ``people.unique`` makes.
UNIQUE = re.compile("zq[0-9]+z")
#: Fields that point at another record, by kind.
POINTS_AT: dict[tuple[str, str], tuple[str, ...]] = {
    ("booking", "event_id"): ("event",),
    ("booking", "mentor_id"): ("mentor",),
    ("roster_snapshot", "event_id"): ("event",),
    ("attendance_mark", "event_id"): ("event",),
    ("attendance_mark", "attendee_id"): ("mentor", "walk_in"),
    ("walk_in", "event_id"): ("event",),
    ("contact", "person_id"): ("mentor", "walk_in"),
    ("match", "mentee_id"): ("mentee",),
    ("mentee", "partner_id"): ("partner",),
}


class BrokenError(AssertionError):
    """An invariant does not hold. ``law`` is its name."""

    def __init__(self, law: str, what: str) -> None:
        super().__init__(f"{law}: {what}")
        self.law = law


@dataclass
class Witness:
    """Remembers what was promised and looks whether it is kept."""

    centre: Centre
    laptops: list[Laptop]
    #: Cursors as last seen, by laptop: (epoch, partition) -> seq.
    cursors: dict[str, dict[tuple[str, str], int]] = field(default_factory=lambda: defaultdict(dict))
    #: Devices whose disk was copied: two laptops under one name.
    copied: set[str] = field(default_factory=set)
    #: Ops, by laptop and number, that a person gave up or said anew. The program never does that by itself.
    given_up: set[tuple[str, int]] = field(default_factory=set)
    #: Ops, by laptop and number, that a life of the centre had not answered when it was lost: what they say of where
    #: they were read is worth nothing in the next.
    unanswered: set[tuple[str, int]] = field(default_factory=set)
    #: The words that are of one record alone (``people.unique``), by the record, as it stood when it was erased.
    forgotten: dict[Key, set[str]] = field(default_factory=dict)
    #: How long the history was when a device was shut out.
    shut_out: dict[str, int] = field(default_factory=dict)

    # --- what happened ----------------------------------------------------------------------------------------

    def notice_copy(self, laptop: Laptop, copy: Laptop) -> None:
        """From now on two laptops go by one name, with one past."""
        self.copied.add(laptop.device_id)
        for known in (self.given_up, self.unanswered):
            known |= {(copy.name, n) for name, n in known if name == laptop.name}

    def notice_erasure(self, key: Key) -> None:
        """A record is about to be erased."""
        row = self.centre.tables.records[key]
        told = [field for line in self.centre.tables.history if line.key == key for field in (line.before, line.after)]
        self.forgotten[key] = set(UNIQUE.findall(str([row.value, *told])))

    def notice_revocation(self, laptop: Laptop) -> None:
        """A device is shut out from this moment."""
        self.shut_out.setdefault(laptop.device_id, len(self.centre.tables.history))

    def notice_restore(self) -> None:
        """The centre is what it was at its last backup."""
        length = len(self.centre.tables.history)
        self.shut_out = {device: min(at, length) for device, at in self.shut_out.items()}
        for laptop in self.laptops:
            self._note_unanswered(laptop, laptop.view())

    # --- at every step ----------------------------------------------------------------------------------------

    def look(self, laptop: Laptop, *, by_hand: bool = False) -> View:
        """What must hold at every moment on one laptop. ``by_hand``: its person has just done something."""
        view = laptop.view()
        if view.doubted or view.epoch != self.centre.epoch:
            self._note_unanswered(laptop, view)
        self._nothing_forgotten(laptop, view, by_hand=by_hand)
        self._own_edits_visible(laptop, view)
        self._cursors_only_grow(laptop, view)
        self._pages_whole(laptop, view)
        return view

    def look_at_request(self, laptop: Laptop, path: str, body: bytes) -> None:
        """A partition that has been read is not read again: of it an updated program fetches what is new to it."""
        if path != "/sync/page":
            return
        asked = msgspec.json.decode(body, type=PageAsked)
        kinds = KINDS.keys() if asked.kinds is None else set(asked.kinds)
        _seq, complete = laptop.view().progress.get(asked.partition, (0, False))
        if complete and not kinds <= laptop.learnt:
            raise BrokenError("I12", f"{laptop.name} asks again for {sorted(kinds)} of {asked.partition}")

    def look_after_run(self, laptop: Laptop) -> None:
        """What must hold when a run has ended well: the laptop says that it is synchronised."""
        status = laptop.status
        if status is None or status.problem is not None:
            return
        view = self.look(laptop)
        scope = set(view.scope)
        # A school entered offline has a partition that is granted once the centre knows of the school.
        strangers = {row[1] for key, row in view.rows.items() if key not in view.shadows} - scope
        if strangers:
            raise BrokenError("I8", f"{laptop.name} holds {sorted(strangers)} after it was told not to")
        if status.unsent == 0 and status.attention == 0:
            waiting = [n for n, op in view.ops.items() if op.state != "done"]
            if waiting:
                raise BrokenError("I14", f"{laptop.name} calls itself synchronised with ops {waiting} unsent")
        if view.epoch != self.centre.epoch:
            return  # the last answer came from a life that is lost
        for key, (_rev, partition, _data) in view.rows.items():
            held = self.centre.tables.records.get((partition, *key))
            if key in view.shadows:
                continue
            if held is None or (held.data is None and held.seq <= view.progress[partition][0]):
                raise BrokenError("I14", f"{laptop.name} shows {key}, which the centre does not hold")

    def _note_unanswered(self, laptop: Laptop, view: View) -> None:
        answered = self.centre.tables.results
        self.unanswered |= {(laptop.name, n) for n in view.ops if (laptop.device_id, n) not in answered}

    def _nothing_forgotten(self, laptop: Laptop, view: View, *, by_hand: bool) -> None:
        for n, before in laptop.seen.items():
            op = view.ops.get(n)
            if op is None or (op.said != before.said and not _emptied(op)):
                raise BrokenError("I3", f"op {n} of {laptop.name} is no longer what was saved")
            if op.read != before.read and (laptop.name, n) not in self.unanswered:
                raise BrokenError("I3", f"op {n} of {laptop.name} was read at {before.read} and now at {op.read}")
        laptop.seen = dict(view.ops)
        if sorted(view.ops) != list(range(1, view.next_n)):
            raise BrokenError("I3", f"the ops of {laptop.name} have gaps: {sorted(view.ops)}")
        for n, op in view.ops.items():
            if op.state != "done" or _status(op) in DONE or (laptop.name, n) in self.given_up:
                continue
            if by_hand:
                self.given_up.add((laptop.name, n))
            else:
                raise BrokenError("I1", f"op {n} of {laptop.name} is done without an answer that says so")

    def _own_edits_visible(self, laptop: Laptop, view: View) -> None:
        """The newest word of this laptop on a field, as long as it waits or is in question, is what the row shows."""
        for key in {(op.kind, op.record_id) for op in view.ops.values() if op.state != "done"}:
            ops = [op for op in view.ops.values() if (op.kind, op.record_id) == key]
            in_sight = ops[-1].partition in view.scope and view.progress.get(ops[-1].partition, (0, False))[1]
            if not in_sight and key not in view.shadows:
                continue  # no longer this laptop's to hold, or not yet here again
            if key not in view.shadows and _status(ops[-1]) != "gone":
                raise BrokenError("I6", f"{laptop.name} keeps no shadow of {key}, which has ops waiting")
            wanted = _newest_word(view, ops)
            if key not in view.rows:
                gone = view.shadows.get(key, (0, None))[1] is None or any(op.verb == "delete" for op in ops)
                if wanted and not gone:
                    raise BrokenError("I6", f"{laptop.name} does not show {key}, which it changed")
                continue
            shown = view.rows[key][2]
            hidden = [name for name, value in wanted.items() if shown.get(name) != value]
            if hidden:
                raise BrokenError("I6", f"{laptop.name} does not show its own {hidden} of {key}")

    def _cursors_only_grow(self, laptop: Laptop, view: View) -> None:
        now = {(view.epoch, partition): seq for partition, (seq, complete) in view.progress.items() if complete}
        before = self.cursors[laptop.name]
        for place, seq in now.items():
            if before.get(place, 0) > seq and place[1] in view.scope:
                raise BrokenError("I5", f"{laptop.name} went back from {before[place]} to {seq} in {place}")
        self.cursors[laptop.name] = now

    def _pages_whole(self, laptop: Laptop, view: View) -> None:
        """Nothing at or below a cursor is missing."""
        if view.epoch != self.centre.epoch:
            return
        for (partition, kind, record_id), row in self.centre.tables.records.items():
            seq, complete = view.progress.get(partition, (0, False))
            if not complete or row.seq > seq or not laptop.program.keeps(kind) or kind in LEARNT_KINDS & laptop.learnt:
                continue
            key = (kind, record_id)
            held = view.shadows.get(key)
            found = held[1] if held is not None else view.rows[key][2] if key in view.rows else None
            if not _same(kind, found, row.value):
                raise BrokenError("I5", f"{laptop.name} has read to {seq} in {partition} and lacks {key} of {row.seq}")

    # --- at rest ----------------------------------------------------------------------------------------------

    def look_at_rest(self) -> None:
        """What must hold once every fault has ended and everyone has synchronised."""
        past = self._past()
        self._clashes_have_two_sides()
        self._nobody_shut_out_was_heard()
        for laptop in self.laptops:
            view = self.look(laptop)
            self._in_the_inbox(laptop, view)
            if self.centre.devices[laptop.token].revoked:
                continue
            self._drained(laptop, view)
            self._equal(laptop, view)
            self._references_hold(laptop, view)
            self._forgotten(laptop)
            for op in view.ops.values():
                if op.state == "done" and _status(op) in TAKEN:
                    self._kept(laptop, op, past)

    def _nobody_shut_out_was_heard(self) -> None:
        for device_id, at in self.shut_out.items():
            if any(line.device_id == device_id for line in self.centre.tables.history[at:]):
                raise BrokenError("I9", f"{device_id} changed something after it was shut out")

    def _in_the_inbox(self, laptop: Laptop, view: View) -> None:
        """What is said to lie at the office for review does."""
        for n, op in view.ops.items():
            place = (op.answer or {}).get("values", {}).get("inbox")
            kept = self.centre.tables.results.get((laptop.device_id, n))
            if place and kept is not None and place not in self.centre.tables.inbox:
                raise BrokenError("I3", f"op {n} of {laptop.name} is said to be in review, and is not")

    def _forgotten(self, laptop: Laptop) -> None:
        """Of what was erased no word is left on a laptop, in any table."""
        rows = self.centre.tables.records
        words = {word for key, found in self.forgotten.items() if rows[key].erased for word in found}
        said = laptop.every_word() if words else ""
        if left := sorted(word for word in words if word in said):
            raise BrokenError("I8", f"{laptop.name} still holds {left}, which was erased")

    def _drained(self, laptop: Laptop, view: View) -> None:
        for n, op in view.ops.items():
            if op.state == "pending" and not _waits_for_a_person(view, op):
                raise BrokenError("I7", f"op {n} of {laptop.name} is still pending: {op.answer}")
        if laptop.status is None or laptop.status.problem is not None:
            raise BrokenError("I7", f"{laptop.name} does not synchronise: {laptop.status}")

    def _equal(self, laptop: Laptop, view: View) -> None:
        for partition in self.centre.scope_of(self.centre.devices[laptop.token]):
            held = self.centre.records(partition)
            mine = {key: (rev, data) for key, (rev, place, data) in view.rows.items() if place == partition}
            for key in sorted(key for key in held.keys() | mine.keys() if laptop.program.keeps(key[0])):
                if key in view.shadows:
                    rev, data = view.shadows[key]
                    if (key in held) != (data is not None) or (data is not None and held[key] != (rev, data)):
                        raise BrokenError(
                            "I4",
                            f"{laptop.name}: the shadow of {key} is {view.shadows[key]}, at the centre {held.get(key)}",
                        )
                elif not _alike(key[0], mine.get(key), held.get(key)):
                    raise BrokenError("I4", f"{laptop.name}: {key} is {mine.get(key)}, at the centre {held.get(key)}")

    def _references_hold(self, laptop: Laptop, view: View) -> None:
        here = set(view.rows)
        for (kind, record_id), (_rev, _partition, data) in view.rows.items():
            for (pointing, name), kinds in POINTS_AT.items():
                if pointing != kind:
                    continue
                target = data[name]
                at_centre = any(
                    row.data is not None
                    for other in kinds
                    for place in view.scope
                    if (row := self.centre.tables.records.get((place, other, target))) is not None
                )
                if (
                    at_centre
                    and not any((other, target) in here for other in kinds)
                    and not any((other, target) in view.shadows for other in kinds)
                ):
                    raise BrokenError(
                        "I13", f"{laptop.name}: {kind} {record_id} points at {target}, which is not there"
                    )

    def _past(self) -> dict[Key, dict[int, dict[str, Any]]]:
        """Every state of every record, told anew from the history, which must hang together."""
        past: dict[Key, dict[int, dict[str, Any]]] = defaultdict(dict)
        ops: set[tuple[str, int]] = set()
        for line in self.centre.tables.history:
            if line.device_id is not None and line.op_n is not None:
                if (line.device_id, line.op_n) in ops:
                    raise BrokenError("I2", f"op {line.op_n} of {line.device_id} took effect twice")
                ops.add((line.device_id, line.op_n))
                self._nothing_overwritten_unseen(line)
            past[line.key][line.rev] = _next(past[line.key], line)
        for key, row in self.centre.tables.records.items():
            if past[key].get(row.rev) != (row.value or {}):
                raise BrokenError("I2", f"the history of {key} does not lead to what is stored")
        return past

    def _nothing_overwritten_unseen(self, line: Line) -> None:
        """An op replaced what its author saw, or a rule settled it: never a value that nobody looked at."""
        op = self.centre.tables.results[line.device_id or "", line.op_n or 0].op
        if op is None or op.verb != "update":
            return
        for name, value in line.before.items():
            if name not in line.rules and name in op.was and op.was[name] != value:
                raise BrokenError("I3", f"{line} replaced {name} = {value}, and its author had seen {op.was[name]}")

    def _clashes_have_two_sides(self) -> None:
        """An op chain made on one laptop never clashes with itself: some other hand wrote the field since its trunk."""
        for device_id, n, key, fields in self.centre.tables.conflicts:
            if device_id in self.copied:
                continue  # the other hand may be the copy's
            lines = [line for line in self.centre.tables.history if line.key == key]
            for name in fields:
                wrote = [line for line in lines if name in {"", *line.before, *line.after}]
                if not any(line.device_id != device_id or name in line.rules for line in wrote):
                    raise BrokenError("trunk", f"op {n} of {device_id} clashes with itself in {name} of {key}")

    def _kept(self, laptop: Laptop, op: Kept, past: dict[Key, dict[int, dict[str, Any]]]) -> None:
        """An acknowledged op is at the centre: in the state of its rev, from which all later ones were made."""
        answer = op.answer or {}
        place = self.centre.tables.results.get((laptop.device_id, op.n))
        if place is None:
            raise BrokenError("I1", f"op {op.n} of {laptop.name} was acknowledged, and the centre does not know it")
        if place.answer.status == "gone" and op.partition not in laptop.view().scope:
            return  # erased where this laptop hears of nothing any more
        if msgspec.to_builtins(place.answer) != answer:
            if self._heard_by_twin(laptop, op, place.answer):
                return
            raise BrokenError("I1", f"op {op.n} of {laptop.name} got two answers: {answer}, {place.answer}")
        if not answer["rev"]:
            return
        state = past[op.partition, op.kind, op.record_id].get(answer["rev"], {})
        wanted = {} if op.verb == "delete" else {**op.fields, **answer["fields"]}
        for name, value in wanted.items():
            if state.get(name) != value:
                raise BrokenError("I1", f"op {op.n} of {laptop.name} was acknowledged and its {name} is nowhere")

    def _heard_by_twin(self, laptop: Laptop, op: Kept, answer: OpResult) -> bool:
        """Whether a life was lost and the other laptop of a copied disk, sending their common op again, was told."""
        told = msgspec.to_builtins(answer)
        return self.centre.lives > 1 and any(
            other.device_id == laptop.device_id
            and (twin := other.view().ops.get(op.n)) is not None
            and (twin.said, twin.answer) == (op.said, told)
            for other in self.laptops
        )


def _alike(kind: str, one: tuple[int, Any] | None, other: tuple[int, Any] | None) -> bool:
    if one is None or other is None:
        return one is other
    return one[0] == other[0] and _same(kind, one[1], other[1])


def _same(kind: str, one: Mapping[str, Any] | None, other: Mapping[str, Any] | None) -> bool:
    """Whether two copies of a record say the same. What an older program left out is said by its default."""
    if one == other or one is None or other is None:
        return one == other
    defaults = _defaults(kind)
    return {**defaults, **one} == {**defaults, **other}


@cache
def _defaults(kind: str) -> dict[str, Any]:
    fields = [field for field in msgspec.structs.fields(KINDS[kind]) if not field.required]
    return {
        field.name: field.default if field.default_factory is msgspec.NODEFAULT else field.default_factory()
        for field in fields
    }


def digest(view: View) -> str:
    """All rows in a few letters."""
    rows = sorted(
        (key, rev, partition, sorted(data.items(), key=str)) for key, (rev, partition, data) in view.rows.items()
    )
    return sha256(msgspec.json.encode(rows)).hexdigest()[:12]


def _next(states: dict[int, dict[str, Any]], line: Line) -> dict[str, Any]:
    """The state after a line of history. Each goes on from the one before it: nothing was changed on the side."""
    current = states[max(states)] if states else {}
    if states and line.rev != max(states) + 1:
        raise BrokenError("I2", f"{line.key} went from rev {max(states)} to {line.rev}")
    for name, value in line.before.items():
        if current.get(name) != value:
            raise BrokenError("I3", f"{line.key}.{name} was {current.get(name)} and {line} takes it for {value}")
    return {} if line.verb == "delete" else {**current, **line.after}


def _newest_word(view: View, ops: list[Kept]) -> dict[str, Any]:
    """What this laptop said last of each field, where that still waits for the centre or for a person."""
    word: dict[str, Any] = {}
    for op in ops:
        if op.state == "done" or op.verb == "delete":
            names = word if op.verb == "delete" else op.fields
            word = {name: value for name, value in word.items() if name not in names}
        else:
            word |= {name: value for name, value in op.fields.items() if _in_question(view, op, name)}
    return word


def _in_question(view: View, op: Kept, name: str) -> bool:
    if _status(op) != "conflict":
        return True
    conflicts: dict[str, str] = (op.answer or {}).get("values", {}).get("conflicts", {})
    conflict = conflicts.get(name) or conflicts.get("")
    known = view.rows.get(("conflict", conflict or ""))
    return conflict is not None and (known is None or known[2]["state"] == "open")


def _emptied(op: Kept) -> bool:
    """Whether what an op said was taken out of it: its record was erased, or its place taken away."""
    return _status(op) in {"gone", LEFT} and not op.fields and not op.was


def _status(op: Kept) -> str:
    return str((op.answer or {}).get("status", ""))


def _waits_for_a_person(view: View, op: Kept) -> bool:
    """Whether an op is held behind one that was parked."""
    previous = view.ops.get(op.previous) if op.previous is not None else None
    return previous is not None and (previous.state == "parked" or _waits_for_a_person(view, previous))
