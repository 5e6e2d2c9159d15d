"""What the centre erased leaves this laptop altogether: the row, its shadow, and what the ops on it said."""

from __future__ import annotations

from sqlalchemy import Text, cast, delete, select, update
from sqlalchemy.orm import Session

from onemm_desktop.models import Op, Progress, Shadow
from onemm_desktop.sync import rows, traces
from onemm_desktop.sync.reconcile import Key

#: In place of the name of somebody who was erased.
UNNAMED = "…"


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
    # "Siân marked present": what was done to others, in the words of whom it was about.
    naming = select(Op).where(cast(Op.fields, Text).contains(f'"{record_id}"', autoescape=True), Op.label != "")
    for op in session.scalars(naming):
        op.label_values = {name: UNNAMED if name == "name" else value for name, value in op.label_values.items()}
