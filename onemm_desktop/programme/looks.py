"""Noting who was shown what few may see (the Code of Practice for disclosure information asks for such a record)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from sqlalchemy.orm import Session

from onemm_desktop.changes import Change
from onemm_desktop.models import Access, desk_of
from onemm_wire import partitions

How = Literal["screen", "print", "export"]


def seen(session: Session, *, clearances: Sequence[str], how: How = "screen") -> Change:
    """Note that this desk's person was shown these screening checks. Nothing on screen changes by it."""
    desk = desk_of(session)
    for clearance in clearances:
        session.add(
            Access(
                id=desk.new_id(),
                partition=partitions.safeguarding(desk.region),
                seen_kind="clearance",
                seen_id=clearance,
                reader_id=desk.user_id,
                seen_at=desk.now(),
                how=how,
            )
        )
    return Change()
