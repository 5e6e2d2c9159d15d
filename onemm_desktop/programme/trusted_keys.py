"""Which safeguarding keys count: those to which signatures lead from the region's recovery key.

Which key that is, this laptop remembers from the first time it saw one (``onemm_wire.sealing``), so that nobody can put
another in its place later.
"""

from __future__ import annotations

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from onemm_desktop.changes import Change
from onemm_desktop.models import SafeguardingKey, SafeguardingRoot, desk_of
from onemm_desktop.programme.record_names import facts_of
from onemm_wire import partitions, records, sealing


def recipients(session: Session, region: str) -> list[records.SafeguardingKey]:
    """The keys that a concern written now is sealed to; none before this laptop has seen the region's keys."""
    return [key for key in trusted(session, region) if key.revoked_at is None]


def trusted(session: Session, region: str) -> list[records.SafeguardingKey]:
    """The keys that count, those that were taken away included: what they have vouched for stays vouched for."""
    place = partitions.safeguarding(region)
    keys = known(session, region)
    remembered = session.get(SafeguardingRoot, place)
    if remembered is None:
        first = _first_root(session, region)
        return sealing.trusted(keys, place, first.id) if first is not None else []
    same = [key for key in keys if key.id != remembered.key_id or key.sign_key == remembered.sign_key]
    return sealing.trusted(same, place, remembered.key_id)


def known(session: Session, region: str) -> list[records.SafeguardingKey]:
    """Every key of the region, the oldest first, whether it counts or not."""
    rows = session.scalars(
        select(SafeguardingKey)
        .where(SafeguardingKey.partition == partitions.region(region))
        .order_by(SafeguardingKey.made_at, SafeguardingKey.id)
    )
    return [msgspec.convert(facts_of(row), records.SafeguardingKey) for row in rows]


def remember_root(session: Session) -> Change:
    """Keep the region's recovery key as it is first seen. Later ones count if this one leads to them."""
    desk = desk_of(session)
    place = partitions.safeguarding(desk.region)
    root = _first_root(session, desk.region)
    if root is not None and session.get(SafeguardingRoot, place) is None:
        session.add(SafeguardingRoot(partition=place, key_id=root.id, sign_key=root.sign_key, seen_at=desk.now()))
    return Change()


def _first_root(session: Session, region: str) -> records.SafeguardingKey | None:
    place = partitions.safeguarding(region)
    return next((key for key in known(session, region) if sealing.is_root(key, place)), None)
