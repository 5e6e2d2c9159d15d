"""Questions for a person, kept as records of the kind ``conflict`` beside what they are about.

There is one open conflict per device, record and field, however many edits of that device clash there. What stands at
the centre is kept true in it while it is open. It closes by itself as soon as both sides say the same; in every other
case a person closes it, by ordinary ops. Whoever deletes a record turns the open questions about its fields into one
about the whole of it.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

import msgspec

from onemm_central.devices.callers import Caller
from onemm_central.records.service import canonical
from onemm_central.sync.decide import CREATION, WHOLE, Clash, Key, Outcome, Stored
from onemm_wire.protocol import Op
from onemm_wire.records import Conflict

#: What a laptop may change of a conflict: only the centre asks, people answer.
ANSWERED = frozenset({"state", "choice", "value", "settled_by", "settled_by_name", "settled_at"})
#: Any constant. The same clash has the same id for ever, also in another life of this centre.
NAMESPACE = uuid.UUID("6f6e656d-6d00-5000-8000-636f6e666c69")


@dataclass(frozen=True, slots=True)
class Writer:
    """Who made a change, when, and what it replaced: of a deletion the whole record."""

    by: str = ""
    name: str = ""
    at: datetime | None = None
    before: Mapping[str, Any] = field(default_factory=dict)


def conflict_id(device_id: str, n: int, name: str) -> str:
    """The id of the conflict over one field that one op began."""
    return str(uuid.uuid5(NAMESPACE, f"{device_id}/{n}/{name}"))


class Conflicts:
    """The conflicts that one batch of ops begins, changes and closes.

    ``records`` is the batch's own view of the store, with the open conflicts about its records; ``writer_of`` looks up
    who gave a record a rev that it had before the batch. ``records`` is read here and never written.
    """

    def __init__(
        self,
        caller: Caller,
        now: datetime,
        records: dict[Key, Stored],
        writer_of: Callable[[Key, int], Writer | None],
    ) -> None:
        self._caller = caller
        self._now = now
        self._records = records
        self._writer_of = writer_of
        self._revs_before = {key: stored.rev for key, stored in records.items()}
        self._changes: dict[Key, dict[str, Any]] = {}
        self._about: dict[Key, list[Key]] = {}
        self._touched: dict[Key, None] = {}
        self._deleted: dict[Key, Mapping[str, Any]] = {}
        self._me = Writer(caller.account_id, caller.name, now)
        self._find()

    def _find(self) -> None:
        for key, stored in self._records.items():
            if key[1] == Conflict.kind and stored.data is not None and stored.data["state"] == "open":
                known = self._about.setdefault(_about(key[0], stored.data), [])
                if key not in known:
                    known.append(key)

    # --- while the ops are decided on -------------------------------------------------------------------------

    def understood(self, op: Op, stored: Stored | None) -> Op:
        """The op in the light of what is open about its record.

        Creating what was deleted is a person's answer where that was the question. Creating what this device wished
        deleted in vain takes that wish back: only what differs from the record of then is an edit of today's.
        """
        if op.verb != "create" or stored is None:
            return op
        if stored.data is None:
            asked = any(self._view(key)["field"] == WHOLE for key in self._open(_key(op)))
            return msgspec.structs.replace(op, read={WHOLE: stored.rev}) if asked else op
        mine = self._mine(_key(op), WHOLE)
        if mine is None or self._view(mine)["laptop"] is not None:
            return op
        was: Mapping[str, Any] = self._view(mine)["before"] or {}
        current = stored.data
        edited = {name: value for name, value in op.fields.items() if name not in was or was[name] != value}
        read = {name: stored.rev for name in edited if name in was and was[name] == current.get(name)}
        return msgspec.structs.replace(op, verb="update", fields=edited, was=dict(was), read=read)

    def hear(self, op: Op, outcome: Outcome) -> dict[str, str]:
        """Note an op and what became of it. Answers the ids of the conflicts that its clashes are in, by field."""
        key, clashes = _key(op), outcome.clashes
        self._touched[key] = None
        if outcome.state is not None and outcome.state.data is None:
            self._deleted[key] = outcome.before
        for conflict in self._open(key):
            if self._view(conflict)["device_id"] == self._caller.device_id:
                self._taken(op, conflict, clashes)
        return {name: self._asked(op, name, clash)[2] for name, clash in clashes.items()}

    def _taken(self, op: Op, conflict: Key, clashes: Mapping[str, Clash]) -> None:
        """What an op changes in an open conflict of its own device if it does not clash there: the device's word."""
        stored = self._records.get(_key(op))
        current = (stored.data if stored is not None else None) or {}
        view = self._view(conflict)
        name = view["field"]
        if WHOLE in clashes or name in clashes:
            return
        if op.verb == "delete":
            self._close(conflict, None)
        elif name == WHOLE:
            said = current if view["laptop"] is None else {**view["laptop"], **op.fields}
            self._change(conflict, {"laptop": said})
        elif name in op.fields:
            self._change(conflict, {"laptop": current.get(name)})

    def _asked(self, op: Op, name: str, clash: Clash) -> Key:
        """The conflict over a field: the device's open one with its latest value, or a new one."""
        about = _key(op)
        known = self._mine(about, name)
        if known is not None:
            laptop = clash.laptop
            if name == WHOLE and laptop is not None:
                laptop = {**(self._view(known)["laptop"] or {}), **laptop}
            self._change(known, {"laptop": laptop, "laptop_at": _text(op.at), "op_n": op.n})
            return known
        writer = self._writer(about, clash.rev)
        before, laptop = clash.was, clash.laptop
        if name == WHOLE:
            before = {**writer.before, **clash.was} if clash.centre is None else clash.was
            laptop = None if clash.laptop is None else _whole(about, {**before, **clash.laptop})
        key = (op.partition, Conflict.kind, conflict_id(self._caller.device_id, op.n, name))
        asked = Conflict(
            id=key[2], about_kind=op.kind, about_id=op.id, field=name,
            before=before, centre=clash.centre, laptop=laptop,
            centre_rev=clash.rev, centre_by=writer.by, centre_by_name=writer.name, centre_at=writer.at,
            laptop_by=self._caller.account_id, laptop_by_name=self._caller.name, laptop_at=op.at,
            device_id=self._caller.device_id, op_n=op.n,
        )  # fmt: skip
        self._change(key, msgspec.to_builtins(asked))
        self._about.setdefault(about, []).append(key)
        return key

    # --- when all ops are decided on --------------------------------------------------------------------------

    def settle(self) -> dict[Key, Stored]:
        """Bring the conflicts about the batch's records up to date; answers those that are to be written."""
        self._find()  # an answer taken back in this batch opens its question anew
        for about in self._touched:
            stored = self._records.get(about)
            if stored is None:
                continue
            if stored.data is None:
                self._ask_about_the_whole(about, stored)
            for key in self._open(about):
                self._keep_true(key, about, stored)
        written: dict[Key, Stored] = {}
        for key, changes in self._changes.items():
            state = _changed(key, self._records.get(key), changes)
            if state is not None:
                written[key] = state
        return written

    def _keep_true(self, key: Key, about: Key, stored: Stored) -> None:
        view = self._view(key)
        name = view["field"]
        centre = stored.data if name == WHOLE else (stored.data or {}).get(name)
        rev = stored.rev if name == WHOLE else stored.rev_of(name)
        if centre == view["laptop"]:
            self._close(key, centre)
        elif centre != view["centre"] or rev != view["centre_rev"]:
            self._change(key, {"centre": centre, **self._writing(about, rev)})

    def _ask_about_the_whole(self, about: Key, stored: Stored) -> None:
        """The record has gone, and with it the fields in question: what a laptop wrote there is then the question."""
        for key in self._open(about):
            view = self._view(key)
            name = view["field"]
            if name == WHOLE:
                continue
            other = self._open_of(view["device_id"], about, WHOLE)
            if other is not None:
                self._change(other, {"laptop": {**(self._view(other)["laptop"] or {}), name: view["laptop"]}})
                self._close(key, None)
                continue
            gone = self._writer(about, stored.rev).before
            whole = {"before": {**gone, name: view["before"]}, "laptop": _whole(about, {**gone, name: view["laptop"]})}
            self._change(key, {"field": WHOLE, "centre": None, **whole, **self._writing(about, stored.rev)})

    def _close(self, key: Key, value: Any) -> None:
        by = {"settled_by": self._me.by, "settled_by_name": self._me.name, "settled_at": _text(self._now)}
        self._change(key, {"state": "settled", "choice": "same_value", "value": value, **by})

    # --- by key -----------------------------------------------------------------------------------------------

    def _open(self, about: Key) -> list[Key]:
        return [key for key in self._about.get(about, ()) if self._view(key)["state"] == "open"]

    def _open_of(self, device_id: str, about: Key, name: str) -> Key | None:
        for key in self._open(about):
            view = self._view(key)
            if (view["device_id"], view["field"]) == (device_id, name):
                return key
        return None

    def _mine(self, about: Key, name: str) -> Key | None:
        return self._open_of(self._caller.device_id, about, name)

    def _view(self, key: Key) -> dict[str, Any]:
        """A conflict as it will be written, as far as is known yet."""
        stored = self._records.get(key)
        return {**((stored.data if stored is not None else None) or {}), **self._changes.get(key, {})}

    def _change(self, key: Key, changes: Mapping[str, Any]) -> None:
        self._changes.setdefault(key, {}).update(changes)

    def _writing(self, about: Key, rev: int) -> dict[str, Any]:
        writer = self._writer(about, rev)
        at = None if writer.at is None else _text(writer.at)
        return {"centre_rev": rev, "centre_by": writer.by, "centre_by_name": writer.name, "centre_at": at}

    def _writer(self, about: Key, rev: int) -> Writer:
        if rev > self._revs_before.get(about, 0):
            return replace(self._me, before=self._deleted.get(about, {}))
        return self._writer_of(about, rev) or Writer()


def _changed(key: Key, stored: Stored | None, changes: Mapping[str, Any]) -> Stored | None:
    """The conflict with its changes, None if it is so already."""
    if stored is None:
        return Stored(CREATION, {}, canonical(Conflict.kind, key[2], dict(changes)))
    current = stored.data or {}
    real = {name: value for name, value in changes.items() if current.get(name) != value}
    if not real:
        return None
    rev = stored.rev + 1
    data = canonical(Conflict.kind, key[2], {**current, **real})
    return Stored(rev, {**stored.field_revs, **dict.fromkeys(real, rev)}, data)


def _whole(about: Key, data: dict[str, Any]) -> dict[str, Any]:
    """A record as the wire writes it, so that equal ones are equal; as it is where something of it is missing."""
    try:
        return canonical(about[1], about[2], data)
    except (msgspec.ValidationError, ValueError):
        return data


def _about(partition: str, conflict: Mapping[str, Any]) -> Key:
    return (partition, conflict["about_kind"], conflict["about_id"])


def _key(op: Op) -> Key:
    return (op.partition, op.kind, op.id)


def _text(at: datetime) -> str:
    text: str = msgspec.to_builtins(at)
    return text
