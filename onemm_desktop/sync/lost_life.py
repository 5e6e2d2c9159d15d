"""A restored centre has lost what came after its backup: this laptop's part of that is sent again.

The journal keeps what was acknowledged. The op's key is what it was, so whatever the new life does know is not done
twice. What was *read* in the lost life is believed no more: its revs may stand for other contents now. An op counts as
having read a field if the new life holds the very value that the op replaced; else a rule or a person decides.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from onemm_desktop.models import MODELS, Device, Op, Shadow
from onemm_desktop.models.database import Database
from onemm_desktop.models.standing import TAKEN, is_handed_over, status_of
from onemm_desktop.sync import concerns, reconcile, rows
from onemm_desktop.sync.calls import Cancelled
from onemm_desktop.sync.reconcile import Key
from onemm_desktop.sync.transport import Transport
from onemm_wire.protocol import KNOWN_OPS, KnownAsked


def unknown(database: Database, transport: Transport, cancelled: Cancelled) -> set[int]:
    """The numbers of this laptop's ops that the centre's new life has never answered."""
    with database.read() as session:
        last = session.scalars(select(Device.next_n)).one() - 1
    found: set[int] = set()
    for first in range(1, last + 1, KNOWN_OPS):
        asked = KnownAsked(first=first, last=min(last, first + KNOWN_OPS - 1))
        found.update(transport.known(asked, cancelled).unknown)
    return found


def answered(database: Database, transport: Transport, cancelled: Cancelled) -> set[int]:
    """The numbers of waiting ops whose answers were not heard: said otherwise they would be others under their keys."""
    with database.read() as session:
        waiting = set(session.scalars(select(Op.n).where(Op.state == "pending", Op.state != "done")))
    return waiting - unknown(database, transport, cancelled) if waiting else waiting


def take_back(session: Session, numbers: Collection[int]) -> set[Key]:
    """Let these ops wait again where the lost life had taken them; answers their records, whose rows are to be written
    anew. All that was read is 0 until ``reread``."""
    last: dict[Key, int] = {}
    for op in _ops(session, numbers):
        if concerns.is_let_go(op):
            concerns.lose(session, op)
            continue
        if op.state != "pending" and status_of(op.answer) not in TAKEN and not is_handed_over(op.answer):
            continue  # withdrawn, refused or erased: not the centre's to have
        key = (op.kind, op.record_id)
        if op.state == "done" and key not in last:
            _keep_shadow(session, op)
        op.state, op.answer = "pending", None
        op.read = dict.fromkeys(op.read, 0)
        if op.previous is None:
            op.previous = last.get(key)
        last[key] = op.n
    session.flush()
    return set(last)


def ask_again(session: Session, numbers: Collection[int]) -> set[Key]:
    """Let those of these ops wait again which the centre had taken, as this laptop believes; answers their records.

    The centre holds others back for them, so it has not. That happens where a disk was copied: the copy, whose ops go
    by the same keys, was the first to send them to a new life, and was refused. The answer is this laptop's to hear.
    """
    if not numbers:
        return set()
    ops = session.scalars(select(Op).where(Op.n.in_(numbers), Op.state == "done"))
    believed = {op.n: (op.kind, op.record_id) for op in ops if status_of(op.answer) in TAKEN}
    if believed:
        take_back(session, believed)
    return set(believed.values())


def reread(session: Session, partitions: Collection[str], answered: Collection[int]) -> None:
    """Say at which rev of the new life each field was read, now that the records of these partitions are known.

    Of every op that waits, save those which the new life has ``answered``: what was typed between the two lives was
    read in neither of them.
    """
    waiting = select(Op).where(Op.state == "pending", Op.state != "done", Op.partition.in_(partitions))
    ops = [op for op in session.scalars(waiting.order_by(Op.n)) if op.n not in answered]
    shadows = reconcile.shadows_of(session, {(op.kind, op.record_id) for op in ops})
    read: dict[tuple[Key, str], int] = {}
    for op in ops:
        key = (op.kind, op.record_id)
        shadow = shadows.get(key)
        data: dict[str, Any] = (shadow.data if shadow is not None else None) or {}
        for name in op.read:
            # Later ops of a chain have read what the first one wrote: they share its trunk.
            same = shadow is not None and name in data and data[name] == op.was.get(name)
            read.setdefault((key, name), shadow.rev if shadow is not None and same else 0)
        op.read = {name: read[key, name] for name in op.read}
    session.flush()


def _ops(session: Session, numbers: Collection[int]) -> list[Op]:
    return [op for op in session.scalars(select(Op).order_by(Op.n)) if op.n in numbers]


def _keep_shadow(session: Session, op: Op) -> None:
    """What waits needs a shadow beneath it: nothing where the op made the record, else the row as it stands."""
    if session.get(Shadow, (op.kind, op.record_id)) is not None:
        return
    shadow = Shadow(kind=op.kind, record_id=op.record_id, partition=op.partition, rev=0)
    row = rows.read_one(session, op.kind, op.record_id) if op.kind in MODELS and op.verb != "create" else None
    if row is not None:
        shadow.data = dict(row)
    session.add(shadow)
    session.flush()
