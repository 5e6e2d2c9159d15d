"""What can be looked at without the centre: the journal, what waits, the names people are searched by."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

import msgspec
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from onemm_desktop.models import MODELS, Device, Op, Progress, Shadow
from onemm_desktop.models.people import LOOKED_UP_BY, NAMED, derived_names
from onemm_desktop.models.rebase import visible
from onemm_desktop.models.standing import status_of, steps
from onemm_desktop.sync import digest, reconcile, rows
from onemm_desktop.sync.calls import Cancelled
from onemm_desktop.sync.mapping import shape_of
from onemm_desktop.sync.reconcile import Key


def gaps(session: Session) -> int:
    """How many numbers of the journal have no change, or not one of theirs: 1 and on, to before the next."""
    next_n = session.scalars(select(Device.next_n)).one()
    held = session.scalar(select(func.count()).select_from(Op).where(Op.n >= 1, Op.n < next_n)) or 0
    return next_n - 1 - held


def taken_numbers(session: Session) -> int:
    """How many changes have a number that was not given out yet."""
    next_n = session.scalars(select(Device.next_n)).one()
    return session.scalar(select(func.count()).select_from(Op).where(Op.n >= next_n)) or 0


def go_on_after_the_last(session: Session) -> None:
    """Let the next change get the number after the last one."""
    device = session.scalars(select(Device)).one()
    device.next_n = max(device.next_n, (session.scalar(select(func.max(Op.n))) or 0) + 1)


# --- what waits ----------------------------------------------------------------------------------------------------


def not_shown(session: Session) -> set[Key]:
    """The records that do not show what waits on them: visible row = shadow + ops, in order of n."""
    shadows = {(one.kind, one.record_id): one for one in session.scalars(select(Shadow)) if one.kind in MODELS}
    on_top = steps(session, shadows)
    wrong = {
        key
        for key, shadow in shadows.items()
        if _whole(key, visible(shadow.data, on_top[key])) != _whole(key, _row(session, key))
    }
    return wrong | _bare(session, shadows.keys())


def lay_anew(session: Session, keys: set[Key]) -> None:
    """Write these records again from the centre's last word and what waits on them."""
    with digest.following(session, keys):
        known = {(kind, record_id) for kind, record_id in session.execute(select(Shadow.kind, Shadow.record_id))}
        for key in _bare(session, known) & keys:
            session.add(_trunk(session, key))
        session.flush()
        reconcile.refresh(session, reconcile.shadows_of(session, keys), keys)


def _bare(session: Session, shadowed: Collection[Key]) -> set[Key]:
    """Records with changes waiting of which the centre's last word was lost."""
    here = Op.partition.in_(select(Progress.partition).where(Progress.complete))
    waiting = select(Op.kind, Op.record_id, Op.answer).where(
        Op.state.in_(("pending", "parked")), Op.state != "done", Op.kind.in_(MODELS), here
    )
    return {
        (kind, record_id)
        for kind, record_id, answer in session.execute(waiting)
        if status_of(answer) != "gone" and (kind, record_id) not in shadowed
    }


def _trunk(session: Session, key: Key) -> Shadow:
    """What the centre last said, as far as it can still be told: the row, with what our first changes replaced."""
    kind, record_id = key
    ops = select(Op).where(Op.kind == kind, Op.record_id == record_id, Op.state != "done").order_by(Op.n)
    waiting = session.scalars(ops).all()
    model = MODELS[kind]
    rev = session.scalar(select(model.rev).where(model.id == record_id)) or 0
    data: dict[str, Any] = dict(_row(session, key) or {})
    for op in reversed(waiting):
        data |= op.was
    shadow = Shadow(kind=kind, record_id=record_id, partition=waiting[0].partition, rev=rev)
    if waiting[0].verb != "create" and data.keys() >= set(shape_of(kind).fields[1:]):
        shadow.data = {**data, "id": record_id}
    return shadow


def _row(session: Session, key: Key) -> Mapping[str, Any] | None:
    """The row as it travels; one that cannot be read is as good as none."""
    try:
        return rows.read_one(session, *key)
    except msgspec.MsgspecError:
        return None


def _whole(key: Key, record: Any) -> dict[str, Any] | None:
    return None if record is None else {**shape_of(key[0]).defaults, **record, "id": key[1]}


# --- names ---------------------------------------------------------------------------------------------------------


def misnamed(session: Session, cancelled: Cancelled) -> dict[str, list[tuple[str, str, int]]]:
    """Per table, the people who would not be found by their names: (sort_name, search_text, row) as they should be."""
    found: dict[str, list[tuple[str, str, int]]] = {}
    for table, columns in _named():
        cursor = rows.raw(session).execute(f'SELECT pk, sort_name, search_text, {", ".join(columns)} FROM "{table}"')  # noqa: S608
        wrong: list[tuple[str, str, int]] = []
        for seen, (pk, sort_name, search_text, *values) in enumerate(cursor):
            if seen % digest.BREATH == 0:
                digest.stop_if(cancelled)
            right = derived_names(dict(zip(columns, values, strict=True)))
            if right != (sort_name, search_text):
                wrong.append((*right, pk))
        if wrong:
            found[table] = wrong
    return found


def name_anew(session: Session, wrong: dict[str, list[tuple[str, str, int]]]) -> None:
    """Write what ``misnamed`` found."""
    for table, people in wrong.items():
        rows.raw(session).executemany(
            f'UPDATE "{table}" SET sort_name = ?, search_text = ? WHERE pk = ?',  # noqa: S608  (a table's own name)
            people,
        )


def _named() -> Iterator[tuple[str, list[str]]]:
    for model in NAMED:
        here = model.__table__.columns.keys()
        yield model.__tablename__, [name for name in LOOKED_UP_BY if name in here]
