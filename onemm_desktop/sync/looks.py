"""Who looked at what few may see: told to the centre, and then no longer kept where it is not to be read."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from onemm_desktop.models import Access, Device, Op
from onemm_desktop.models.database import Database
from onemm_desktop.models.standing import TAKEN, status_of
from onemm_desktop.sync import rows


def let_go(database: Database) -> None:
    """Delete the looks that the centre has acknowledged, and empty their ops; a lead's laptop keeps everybody's."""
    with database.read() as session:
        if not _acknowledged(session, limit=1):
            return
    with database.sync_write() as session:
        for op in _acknowledged(session):
            rows.delete_one(session, op.kind, op.record_id)
            op.fields, op.was, op.read = {}, {}, {}


def _acknowledged(session: Session, limit: int | None = None) -> list[Op]:
    if session.scalars(select(Device.role)).first() == "safeguarding_lead":
        return []
    ops = select(Op).join(Access, Access.id == Op.record_id).where(Op.kind == Access.record.kind, Op.state == "done")
    return [op for op in session.scalars(ops.limit(limit)) if status_of(op.answer) in TAKEN]
