"""One record between what the centre said of it (its shadow) and what this laptop has yet to say (its ops)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from onemm_desktop.models import Op, Shadow
from onemm_desktop.sync import rows
from onemm_desktop.sync.mapping import row_of, shape_of
from onemm_desktop.sync.rebase import Step, visible
from onemm_wire.protocol import OpResult

Key = tuple[str, str]


def shadowed(session: Session) -> set[Key]:
    """The records that have changes waiting: few, however large the copy is."""
    return {(kind, record_id) for kind, record_id in session.execute(select(Shadow.kind, Shadow.record_id))}


def hear(session: Session, key: Key, partition: str, rev: int, data: Mapping[str, Any] | None) -> None:
    """The centre's news of a record with changes waiting: they are laid on top of it anew."""
    shadow = session.get_one(Shadow, key)
    shadow.rev = rev
    shadow.data = None if data is None else dict(data)
    if data is not None:
        shadow.partition = partition
    refresh(session, key)


def acknowledge(shadow: Shadow, op: Op, result: OpResult) -> None:
    """Make an applied op a part of the shadow.

    An answer repeated after the pull has already brought that rev changes nothing. The rev follows only for a record
    that was created here: for any other somebody else may have written in between, and this laptop would claim to
    have read what it never saw; its next edit would overwrite theirs in silence. The pull after the push brings the
    whole record with its rev.
    """
    if 0 < result.rev <= shadow.rev:
        return
    shadow.data = None if op.verb == "delete" else {**(shadow.data or {}), **op.fields, **result.fields}
    if op.verb == "create" and shadow.rev == 0:
        shadow.rev = min(result.rev, 1)


def refresh(session: Session, key: Key) -> None:
    """Write the visible row of a shadowed record, and let go of the shadow when nothing waits any more."""
    kind, record_id = key
    shadow = session.get(Shadow, key)
    if shadow is None:
        return
    waiting = session.scalars(
        select(Op).where(Op.kind == kind, Op.record_id == record_id, Op.state != "done").order_by(Op.n)
    ).all()
    record = visible(shadow.data, (Step(op.verb, op.fields) for op in waiting))
    if record is None:
        rows.delete_one(session, kind, record_id)
    else:
        shape = shape_of(kind)
        rows.upsert(session, kind, [row_of(shape, record_id, shadow.partition, shadow.rev, record)])
    if not waiting:
        session.delete(shadow)
