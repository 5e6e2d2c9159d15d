"""What becomes of a concern on the laptop of its author: once the centre has it, nothing of it stays here.

The sealed text goes from its row and from the journal; the slip stays, which says when it arrived. A restored centre
that has lost it cannot be sent it again from here: then the slip says so, and somebody has to phone.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from onemm_desktop.models import Access, Concern, ConcernSlip, Device, Op, Shadow, the_device
from onemm_desktop.models.database import Database
from onemm_desktop.models.standing import TAKEN, status_of
from onemm_desktop.sync import looks, rows
from onemm_desktop.sync.reconcile import Key

_UNREACHED = select(ConcernSlip.id).where(ConcernSlip.reached_at.is_(None))
_FIRST_UNREACHED = _UNREACHED.limit(1)


def settle(database: Database, at: datetime) -> set[Key]:
    """Note on the slips what the centre has acknowledged and let go of it; answers the concerns that arrived.

    Looks at the slips and not at what was just sent, so that a crash between the two is made good by the next run.
    """
    with database.read() as session:
        nothing_waits = session.scalars(_FIRST_UNREACHED).first() is None
        if nothing_waits and not looks.acknowledged(session, limit=1):
            return set()
    arrived: set[Key] = set()
    with database.sync_write() as session:
        looks.let_go(session)
        waiting = session.scalars(_UNREACHED).all()
        ops = select(Op).where(Op.kind == Concern.record.kind, Op.record_id.in_(waiting), Op.state == "done")
        for op in session.scalars(ops):
            slip = session.get(ConcernSlip, op.record_id)
            if slip is None or status_of(op.answer) not in TAKEN:
                continue
            slip.reached_at, slip.lost = at, False
            arrived.add((op.kind, op.record_id))
            _let_go(session, op)
    return arrived


def lose(session: Session, op: Op) -> None:
    """The centre's new life does not know this one, and its text is no longer here: its author has to be told."""
    slip = session.get(ConcernSlip, op.record_id)
    if slip is not None and slip.reached_at is not None and status_of(op.answer) != "gone":
        slip.lost = True


def bring_back(session: Session) -> None:
    """A lead's laptop says again what others wrote: a restored centre may have lost it, and they hold nothing of it.

    What the centre still has, it has; what this laptop wrote itself stands in its journal (``lost_life``).
    """
    device = the_device(session)
    if device.role != "safeguarding_lead":
        return
    others = select(Concern).where(Concern.recorder_id != device.user_id, Concern.rev > 0).order_by(Concern.id)
    for row in session.scalars(others).all():
        kind = row.record.kind
        session.merge(Shadow(kind=kind, record_id=row.id, partition=row.partition, rev=0))
        session.add(
            Op(
                n=device.next_n,
                kind=kind,
                record_id=row.id,
                partition=row.partition,
                verb="create",
                fields=dict(rows.read_one(session, kind, row.id) or {}),
                by=device.user_id,
                at=row.made_at,
                group=row.id,
            )
        )
        device.next_n += 1
    session.flush()


def is_let_go(op: Op) -> bool:
    """Whether what this op said left the laptop with its acknowledgement."""
    return op.kind in (Concern.record.kind, Access.record.kind) and not op.fields


def _let_go(session: Session, op: Op) -> None:
    """Delete the row and empty the op, where this laptop is none of a lead's; ``secure_delete`` overwrites both."""
    if session.scalars(select(Device.role)).one() == "safeguarding_lead":
        return
    rows.delete_one(session, op.kind, op.record_id)
    session.execute(delete(Shadow).where(Shadow.kind == op.kind, Shadow.record_id == op.record_id))
    # All of its ops: an earlier one may have been refused, and was sent again.
    for said in session.scalars(select(Op).where(Op.kind == op.kind, Op.record_id == op.record_id)):
        said.fields, said.was, said.read = {}, {}, {}
