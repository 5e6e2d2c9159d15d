"""What the centre erased leaves this laptop altogether: the row, its shadow, and what the ops on it said."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Select, Text, cast, delete, select, update
from sqlalchemy.orm import Session

from onemm_desktop.models import MODELS, Op, Progress, Shadow
from onemm_desktop.sync import rows, traces
from onemm_desktop.sync.reconcile import Key

#: In place of the name of somebody who was erased.
UNNAMED = "…"


def hear(session: Session, keys: Collection[Key]) -> set[Key]:
    """The centre names what was ever erased in a place, to whoever may not have been there to hear of it.

    Forgets what is left of it here, and answers what that was: as a rule nothing.
    """
    if not keys or session.scalar(select(Op.n).limit(1)) is None:
        return set()  # who has never written anything has no words of theirs to forget
    left = {key for key in keys if key[0] in MODELS and _is_left(session, key)}
    for key in sorted(left):
        forget(session, key)
    return left


def _is_left(session: Session, key: Key) -> bool:
    kind, record_id = key
    ops = session.scalars(select(Op).where(Op.kind == kind, Op.record_id == record_id))
    return (
        rows.read_one(session, kind, record_id) is not None
        or any(op.fields or op.was or op.label_values for op in ops)
        or any(op.label_values.get("name", UNNAMED) != UNNAMED for op in session.scalars(_naming(record_id)))
    )


def _naming(record_id: str) -> Select[Op]:
    """What is told as "Siân marked present": what was done to others, in the words of whom it was about."""
    return select(Op).where(cast(Op.fields, Text).contains(f'"{record_id}"', autoescape=True), Op.label != "")


def forget(session: Session, key: Key) -> None:
    """Delete a record and empty every op on it; ``traces.remove`` sees to it that no byte is left.

    The ops keep their numbers. The newest that was waiting stays parked, so that its author hears of it once.
    """
    kind, record_id = key
    session.flush()
    traces.left(session)
    # Questions about it go as well, beside whatever the centre named: the sums are counted afresh.
    session.execute(update(Progress).values(digest=""))
    rows.delete_one(session, kind, record_id)
    session.execute(delete(Shadow).where(Shadow.kind == kind, Shadow.record_id == record_id))
    ops = session.scalars(select(Op).where(Op.kind == kind, Op.record_id == record_id).order_by(Op.n)).all()
    waiting = [op for op in ops if op.state != "done"]
    for op in ops:
        op.state = "done"
        op.fields, op.was, op.label_values, op.answer = {}, {}, {}, {"n": op.n, "status": "gone"}
    if waiting:
        waiting[-1].state = "parked"
    for op in session.scalars(_naming(record_id)):
        op.label_values = {name: UNNAMED if name == "name" else value for name, value in op.label_values.items()}
