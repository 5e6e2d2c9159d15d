"""Records between what the centre said of them (shadows) and what this laptop has yet to say (ops), many at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from onemm_desktop.models import Op, Progress, Shadow
from onemm_desktop.models.rebase import visible
from onemm_desktop.models.standing import Key as Key
from onemm_desktop.models.standing import status_of, steps
from onemm_desktop.sync import rows
from onemm_desktop.sync.mapping import Row, row_of, shape_of
from onemm_wire.protocol import OpResult

#: Asked with every page, and in a first sync the answer is nearly always no: a glance at two indexes, past SQLAlchemy.
ANYTHING_WAITS = "SELECT EXISTS (SELECT 1 FROM shadow) OR EXISTS (SELECT 1 FROM op WHERE state <> 'done')"


@dataclass(frozen=True, slots=True)
class News:
    """What the centre says of one record; ``data`` is None where it is gone."""

    key: Key
    partition: str
    rev: int
    data: Mapping[str, Any] | None


def shadowed(session: Session) -> set[Key]:
    """The records that have changes waiting: few, however large the copy is.

    A shadow that was purged with its partition is made anew where the partition comes back: the change still waits.
    """
    session.flush()
    if not rows.raw(session).execute(ANYTHING_WAITS).fetchone()[0]:
        return set()
    known = {(kind, record_id) for kind, record_id in session.execute(select(Shadow.kind, Shadow.record_id))}
    # "Not done" is said too: that is what lets SQLite use the small index over what waits.
    here = Op.partition.in_(select(Progress.partition))
    ops = select(Op.kind, Op.record_id, Op.partition, Op.answer).where(
        Op.state.in_(("pending", "parked")), Op.state != "done", here
    )
    bare = {
        (kind, record_id): partition
        for kind, record_id, partition, answer in session.execute(ops)
        if (kind, record_id) not in known and status_of(answer) != "gone"
    }
    for (kind, record_id), partition in bare.items():
        session.add(Shadow(kind=kind, record_id=record_id, partition=partition))
    return known | bare.keys()


def shadows_of(session: Session, keys: Collection[Key]) -> dict[Key, Shadow]:
    """The shadows of those records that have one."""
    found = session.scalars(select(Shadow).where(Shadow.record_id.in_({record_id for _, record_id in keys})))
    return {(shadow.kind, shadow.record_id): shadow for shadow in found}


def hear(session: Session, news: Collection[News]) -> None:
    """The centre's news of records with changes waiting: those are laid on top of it anew."""
    if not news:
        return
    shadows = shadows_of(session, [item.key for item in news])
    for item in news:
        shadow = shadows[item.key]
        if item.data is None and shadow.partition != item.partition:
            continue  # news of its leaving a place, while it is in another by now
        shadow.rev = item.rev
        shadow.data = None if item.data is None else dict(item.data)
        if item.data is not None:
            shadow.partition = item.partition
    refresh(session, shadows, shadows)


def let_go_unnamed(session: Session, partition: str) -> set[Key]:
    """All pages of a partition are in: a shadow which the centre has not named again is of a record it does not hold.

    What this laptop has to say of it stays in the journal. Answers the records whose visible row was written anew.
    """
    shadows = session.scalars(select(Shadow).where(Shadow.partition == partition, Shadow.rev == 0))
    unnamed = [shadow for shadow in shadows if shadow.data is not None]
    hear(session, [News((one.kind, one.record_id), partition, 0, None) for one in unnamed])
    return {(one.kind, one.record_id) for one in unnamed}


def acknowledge(shadow: Shadow, op: Op, result: OpResult) -> bool:
    """Make an applied op a part of the shadow; answers whether the visible row is to be written anew.

    An answer repeated after the pull has already brought that rev changes nothing in the shadow. The rev follows only
    for a record that was created here: for any other somebody else may have written in between, and this laptop would
    claim to have read what it never saw; its next edit would overwrite theirs in silence. The pull after the push
    brings the whole record with its rev.
    """
    if 0 < result.rev <= shadow.rev:
        return True
    if op.verb == "update" and shadow.data is None:
        return True  # a few changed fields do not make a record: the whole of it comes with the pull
    shadow.data = None if op.verb == "delete" else {**(shadow.data or {}), **op.fields, **result.fields}
    created = op.verb == "create" and shadow.rev == 0
    if created:
        shadow.rev = min(result.rev, 1)
    # Otherwise shadow + ops is what it was: the op has only moved from the one to the other.
    return created or bool(result.fields)


def refresh(session: Session, shadows: Mapping[Key, Shadow], stale: Iterable[Key]) -> None:
    """Write the visible rows of ``stale`` records, and let go of every shadow for which nothing waits any more."""
    waiting = steps(session, shadows)
    written: dict[str, list[Row]] = defaultdict(list)
    for key in stale:
        kind, record_id = key
        shadow = shadows[key]
        record = visible(shadow.data, waiting[key])
        if record is None:
            rows.delete_one(session, kind, record_id)
        else:
            written[kind].append(row_of(shape_of(kind), record_id, shadow.partition, shadow.rev, record))
    for kind, records in written.items():
        rows.upsert(session, kind, records)
    for key, shadow in shadows.items():
        if not waiting[key]:
            session.delete(shadow)
