"""Who looked at what few may see: told to the centre, and then no longer kept where it is not to be read."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from onemm_desktop.models import Access, Op, the_device
from onemm_desktop.models.standing import TAKEN, status_of
from onemm_desktop.sync import rows

_TOLD = select(Op).join(Access, Access.id == Op.record_id).where(Op.kind == Access.record.kind, Op.state == "done")


def let_go(session: Session) -> None:
    """Delete the looks that the centre has acknowledged, and empty their ops; a lead's laptop keeps everybody's."""
    for op in acknowledged(session):
        rows.delete_one(session, op.kind, op.record_id)
        op.fields, op.was, op.read = {}, {}, {}


def acknowledged(session: Session, limit: int | None = None) -> list[Op]:
    """The ops of looks that may be let go."""
    found = [op for op in session.scalars(_TOLD.limit(limit)) if status_of(op.answer) in TAKEN]
    return [] if not found or the_device(session).role == "safeguarding_lead" else found
