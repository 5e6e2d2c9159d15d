"""Changes that the centre did not take: send them again, with other values, or give them up. Only ever by hand.

What an op said never changes, so each way ends with the parked one done and, where something is to be said, a new one.
Whatever waited behind a parked op on the same record was never looked at by the centre: it is said anew.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from onemm_desktop.changes import Change
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import MODELS, Concern, Device, Op, Shadow, Synced, journal
from onemm_desktop.models.images import wire_value
from onemm_desktop.models.rebase import visible
from onemm_desktop.models.standing import LEFT, WITHDRAWN, steps
from onemm_desktop.programme.field_values import checked, from_wire, row_from
from onemm_desktop.programme.record_names import facts_of

#: Under this name an op that was sent again keeps, in ``label_values``, the first values of what was changed in it.
RESENT = "resent"


def resend(session: Session, *, op: int, fields: Mapping[str, Any] | None = None) -> Change:
    """Send a change once more, with other values (as they travel) in ``fields``: a new op that says it all.

    Raises KnownError ALREADY_DECIDED, WRONG_VALUE, or NOT_FOUND where the record is no longer here.
    """
    chain = _chain(session, op)
    first = chain[0]
    row = row_of(session, first.kind, first.record_id)
    new = {name: checked(first.kind, name, value) for name, value in (fields or {}).items()}
    _take_off(session, chain)
    if row is not None:
        _note_what_was_said(session, row, new)
        read, there = at_the_centre(session, row)
        was = {name: there.get(name) for name in _said(chain, row) | new.keys()}
        for name, value in new.items():
            setattr(row, name, from_wire(type(row), name, value))
        journal.restate(session, row, "create" if first.verb == "create" else "update", was=was, read=read)
    elif chain[-1].verb != "delete" or not _say_deleted(session, first):
        raise KnownError(Problem.NOT_FOUND)
    session.flush()
    return Change(touched=journal.changes_of(session) | {(first.kind, first.record_id)})


def discard(session: Session, *, op: int) -> Change:
    """Give a change up: the record shows again what the centre says of it. Nothing of that is sent.

    What was done to the record afterwards stays, and is sent. Raises KnownError ALREADY_DECIDED, or CONCERN_STAYS.
    """
    chain = _chain(session, op)
    first, behind = chain[0], chain[1:]
    if first.kind == Concern.record.kind:
        raise KnownError(Problem.CONCERN_STAYS)
    row = row_of(session, first.kind, first.record_id)
    _take_off(session, chain)
    there = _without(session, first)
    if first.verb != "create":
        _say_again(session, first, behind, row, there)
    new_from = session.scalars(select(Device.next_n)).one()
    if row is not None and (first.verb == "create" or there is None):
        session.delete(row)
    elif row is not None and there is not None:
        for name in _said([first], row) - _said(behind, row):
            setattr(row, name, from_wire(type(row), name, there.get(name)))
    elif first.verb == "delete" and there is not None and not behind:
        rev = at_the_centre_of(session, first.kind, first.record_id)[0]
        session.add(row_from(first.kind, first.record_id, first.partition, there, rev=rev))
    _withdraw(session, first, new_from)
    let_go(session, first.kind, first.record_id)
    if first.partition not in session.scalars(select(Device.scope)).one():
        _forget(session, chain)
    return Change(touched=journal.changes_of(session) | {(first.kind, first.record_id)})


def _forget(session: Session, chain: Sequence[Op]) -> None:
    """Keep nothing of what was said about a place that is no longer this laptop's, not a byte (``Device.traces``)."""
    for op in chain:
        op.fields, op.was, op.label, op.label_values = {}, {}, "", {}
        op.answer = {"n": op.n, "status": LEFT}
    session.scalars(select(Device)).one().traces = True
    session.flush()


def row_of(session: Session, kind: str, record: str) -> Synced | None:
    """A record's row; None where this laptop shows none."""
    model = MODELS[kind]
    return session.scalar(select(model).where(model.id == record))


def at_the_centre(session: Session, row: Synced) -> tuple[int, Mapping[str, Any]]:
    """(rev, fields) of a record as the centre last told it, whatever this laptop has done to it since."""
    shadow = session.get(Shadow, (row.record.kind, row.id))
    return (row.rev, facts_of(row)) if shadow is None else (shadow.rev, shadow.data or {})


def at_the_centre_of(session: Session, kind: str, record: str) -> tuple[int, Mapping[str, Any] | None]:
    """The same of a record that has a shadow and perhaps no row; None where the centre has none."""
    shadow = session.get(Shadow, (kind, record))
    return (0, None) if shadow is None else (shadow.rev, shadow.data)


def let_go(session: Session, kind: str, record: str) -> None:
    """Drop the shadow of a record on which nothing waits any more."""
    session.flush()
    shadow = session.get(Shadow, (kind, record))
    waiting = select(Op.n).where(Op.state != "done", Op.kind == kind, Op.record_id == record)
    if shadow is not None and session.scalars(waiting).first() is None:
        session.delete(shadow)
        session.flush()


def _chain(session: Session, n: int) -> list[Op]:
    """A parked op and everything that waits behind it: ops on one record are sent in order, so that is all of them."""
    first = session.get(Op, n)
    if first is None or first.state != "parked":
        raise KnownError(Problem.ALREADY_DECIDED)
    same = select(Op).where(Op.state != "done", Op.kind == first.kind, Op.record_id == first.record_id, Op.n > n)
    return [first, *session.scalars(same.order_by(Op.n))]


def _note_what_was_said(session: Session, row: Synced, new: Mapping[str, Any]) -> None:
    first = {name: wire_value(getattr(row, name)) for name in new}
    journal.note(session, **{RESENT: msgspec.json.encode(first).decode()})


def _take_off(session: Session, chain: Sequence[Op]) -> None:
    for op in chain:
        op.state = "done"
    session.flush()


def _said(ops: Sequence[Op], row: Synced) -> set[str]:
    """The fields that some ops set, as far as this program knows them."""
    return {name for op in ops for name in op.fields} & set(row.wire_fields()) - {"id"}


def _without(session: Session, op: Op) -> dict[str, Any] | None:
    """The record as it is without an op that has been taken off."""
    key = (op.kind, op.record_id)
    return visible(at_the_centre_of(session, *key)[1], steps(session, [key])[key])


def _withdraw(session: Session, op: Op, new_from: int) -> None:
    """What was just written takes back what the centre never took: it need not hear of it."""
    session.flush()
    ops = select(Op).where(Op.n >= new_from, Op.kind == op.kind, Op.record_id == op.record_id)
    for withdrawn in session.scalars(ops):
        withdrawn.state = "done"
        withdrawn.answer = {"n": withdrawn.n, "status": WITHDRAWN}
    session.flush()


def _say_again(
    session: Session, first: Op, behind: Sequence[Op], row: Synced | None, there: Mapping[str, Any] | None
) -> None:
    """What was done after a change that was given up."""
    if not behind or there is None:
        return
    if row is None:
        if behind[-1].verb == "delete":
            _say_deleted(session, first)
        return
    was = {name: there.get(name) for name in _said(behind, row)}
    journal.restate(session, row, "update", was=was, read=at_the_centre(session, row)[0], instead_of=behind[-1])
    session.flush()


def _say_deleted(session: Session, op: Op) -> bool:
    """Say once more that the record is to go; False where the centre has none."""
    rev, data = at_the_centre_of(session, op.kind, op.record_id)
    if data is None:
        return False
    journal.say_deleted(session, op.kind, op.record_id, op.partition, data=data, read=rev)
    return True
