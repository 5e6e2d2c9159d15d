"""What waits for a person on this laptop: counted in the rail, the pill and on Today, listed under Needs review.

One rule for all of them. A question that everybody in scope can see is counted where somebody may answer it, or where
it was asked; a change that the centre did not take is counted on the laptop that keeps it.
"""

from __future__ import annotations

from typing import Any, cast

from sqlalchemy import Select, bindparam, func, or_, select
from sqlalchemy.orm import Session

from onemm_desktop.models.local import Device, Op, this_device
from onemm_desktop.models.review import Conflict
from onemm_desktop.models.standing import questions_of, status_of
from onemm_wire import partitions
from onemm_wire.partitions import Role

_PARKED = select(Op).where(Op.state != "done", Op.state == "parked").order_by(Op.n)
# Built once: counted anew after every keystroke that is kept.
_OPEN = Conflict.state == "open"
_OURS = or_(Conflict.partition.in_(bindparam("mine", expanding=True)), Conflict.device_id == bindparam("device"))
_ASKED = select(func.count()).where(_OPEN, _OURS)


def count(session: Session) -> int:
    """How many things wait. Cheap: two small indexes."""
    device = this_device(session)
    if device is None:
        return 0
    return (session.scalar(_ASKED, _ours(device)) or 0) + len(parked_alone(session))


def open_conflicts(session: Session) -> Select[Conflict] | None:
    """The open conflicts that this desk may settle or has asked itself; None before the laptop is enrolled."""
    device = this_device(session)
    if device is None:
        return None
    return select(Conflict).where(_OPEN, _OURS).params(_ours(device))


def _ours(device: Device) -> dict[str, Any]:
    return {"mine": writable(device), "device": device.device_id}


def writable(device: Device) -> list[str]:
    """The partitions of this laptop's scope in which its person may change what is there."""
    role = cast("Role", device.role)
    return [
        partition
        for partition in device.scope
        if partitions.may_write(role, partitions.family(partition), creating=False)
    ]


def parked_alone(session: Session) -> list[Op]:
    """The parked ops for which no open conflict stands: not accepted, erased, or with the question still to arrive."""
    parked = session.scalars(_PARKED).all()
    ids = {
        conflict
        for op in parked
        if status_of(op.answer) == "conflict"
        for conflict in questions_of(op.answer, op.fields).values()
    }
    here = set(session.scalars(select(Conflict.id).where(Conflict.id.in_(ids)))) if ids else set()
    return [
        op
        for op in parked
        if status_of(op.answer) != "conflict" or not here.intersection(questions_of(op.answer, op.fields).values())
    ]
