"""Which partitions this laptop may hold: what is granted is fetched, what is no longer granted leaves the disk."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from onemm_desktop.models import Device, Op, Progress, Shadow
from onemm_desktop.sync import rows
from onemm_desktop.sync.reconcile import Key


def adopt(session: Session, scope: Sequence[str]) -> set[Key]:
    """Make the centre's word on the scope this laptop's own; answers the records that were purged.

    Ops on purged records stay in the journal: the centre refuses them one by one and a person sees them.
    """
    device = session.scalars(select(Device)).one()
    if device.scope == list(scope):
        return set()
    # A school entered here has a partition that may be taken away before it was ever granted. What waits there waits.
    waiting = set(session.scalars(select(Op.partition).where(Op.state != "done")))
    held = {*device.scope, *session.scalars(select(Progress.partition)), *(rows.partitions(session) - waiting)}
    device.scope = list(scope)
    return purge(session, held - set(scope))


def taken(session: Session, partitions: Iterable[str]) -> None:
    """The centre took changes of these partitions, so it held them to be this laptop's at that moment.

    Whether they still are is the next pull's to say; ``adopt`` would overlook rows of a partition that it never knew.
    """
    device = session.scalars(select(Device)).one()
    device.scope = [*device.scope, *sorted(set(partitions).difference(device.scope))]


def purge(session: Session, partitions: Iterable[str]) -> set[Key]:
    """Delete rows, shadows and the reading place of partitions; ``secure_delete`` overwrites what they held."""
    gone: set[Key] = set()
    for partition in partitions:
        gone |= rows.delete_partition(session, partition)
        session.execute(delete(Shadow).where(Shadow.partition == partition))
        session.execute(delete(Progress).where(Progress.partition == partition))
    return gone


def missing(session: Session) -> list[str]:
    """The partitions of the scope which have yet to be fetched whole, in the order the centre gave them."""
    device = session.scalars(select(Device)).one()
    complete = set(session.scalars(select(Progress.partition).where(Progress.complete)))
    return [partition for partition in device.scope if partition not in complete]
