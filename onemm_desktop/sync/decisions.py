"""This laptop’s own questions: an op in conflict is let go once people have decided, wherever they did."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from onemm_desktop.models import MODELS, Conflict, Op, Shadow
from onemm_desktop.models.standing import weigh
from onemm_desktop.sync import reconcile, rows
from onemm_desktop.sync.reconcile import Key


def follow(session: Session, news: Collection[Key]) -> set[Key]:
    """Release the parked ops whose conflicts were settled, park again those whose decision was taken back.

    ``news`` are records that the centre has just told of. Answers the records whose visible row was written anew.
    """
    conflicts = [record_id for kind, record_id in news if kind == Conflict.record.kind]
    if not conflicts:
        return set()
    ops = weigh(session, conflicts)
    keys = {(op.kind, op.record_id) for op in ops}
    shadows = reconcile.shadows_of(session, keys)
    for op in ops:
        key = (op.kind, op.record_id)
        if op.state == "parked" and key not in shadows:
            shadows[key] = _shadow(session, op)
    reconcile.refresh(session, shadows, keys & shadows.keys())
    return keys & shadows.keys()


def _shadow(session: Session, op: Op) -> Shadow:
    """The row as it stands is the centre's word: nothing was waiting on it."""
    model = MODELS[op.kind]
    rev = session.scalar(select(model.rev).where(model.id == op.record_id)) or 0
    data = rows.read_one(session, op.kind, op.record_id)
    shadow = Shadow(kind=op.kind, record_id=op.record_id, partition=op.partition, rev=rev)
    if data is not None:
        shadow.data = dict(data)
    session.add(shadow)
    session.flush()
    return shadow
