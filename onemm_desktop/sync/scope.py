"""Which partitions this laptop may hold: what is granted is fetched, what is no longer granted leaves the disk."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import JSON, and_, delete, func, or_, select, type_coerce, update
from sqlalchemy.orm import Session

from onemm_desktop.models import Op, Progress, Shadow, the_device
from onemm_desktop.models.standing import LEFT
from onemm_desktop.sync import rows, traces
from onemm_desktop.sync.reconcile import Key

_COMPLETE = select(Progress.partition).where(Progress.complete)


def adopt(session: Session, scope: Sequence[str], mark: str | None = None) -> set[Key]:
    """Make the centre's word on the scope this laptop's own; answers the records that were purged.

    ``mark`` is what the centre knows this scope by; None where this was not asked: what is known of it still holds.

    Ops that wait on purged records stay in the journal: the centre keeps them for the office, one by one.
    """
    device = the_device(session)
    same = device.scope == list(scope)
    if mark is not None or not same:
        device.scope_mark = mark or ""
    if same:
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
    device = the_device(session)
    more = sorted(set(partitions).difference(device.scope))
    if more:
        device.scope, device.scope_mark = [*device.scope, *more], ""


def purge(session: Session, partitions: Iterable[str]) -> set[Key]:
    """Delete rows, shadows and the reading place of partitions, and what the journal says that the centre has.

    Nothing of it is left in the file once ``traces.remove`` has been there, at the end of the run.
    """
    gone: set[Key] = set()
    for partition in partitions:
        gone |= rows.delete_partition(session, partition)
        session.execute(delete(Shadow).where(Shadow.partition == partition))
        session.execute(delete(Progress).where(Progress.partition == partition))
        empty_journal(session, partition)
    return gone


def empty_journal(session: Session, partition: str) -> None:
    """Empty the ops that the centre has, a question included: it lies there with what this laptop said. Others wait."""
    status = Op.answer["status"].as_string()
    taken = or_(Op.state == "done", and_(Op.state == "parked", status == "conflict"))
    left = func.json_object("n", Op.n, "status", LEFT)
    emptied = update(Op).where(Op.partition == partition, taken).execution_options(synchronize_session=False)
    session.execute(
        emptied.values(state="done", fields={}, was={}, label="", label_values={}, answer=type_coerce(left, JSON))
    )
    session.expire_all()
    traces.left(session)


def missing(session: Session) -> list[str]:
    """The partitions of the scope which have yet to be fetched whole, in the order the centre gave them."""
    device = the_device(session)
    complete = set(session.scalars(_COMPLETE))
    return [partition for partition in device.scope if partition not in complete]
