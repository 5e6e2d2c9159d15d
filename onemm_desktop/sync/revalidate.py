"""After a restored backup: what is here is held against the centre's new life, and only what differs is fetched.

A rev of the lost life may stand for other contents in the new one, so contents are compared, not revs. Until a
partition has been compared it is *doubted*: it has no place in the cursor, nothing is sent, and rows stay on screen.
The outbox stays whatever happens (``lost_life``). A laptop that is killed meanwhile goes on where it was.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from onemm_desktop.models import Progress, Shadow, the_device
from onemm_desktop.models.database import Database
from onemm_desktop.sync import agreement, concerns, erased, lost_life, rows
from onemm_desktop.sync.calls import Cancelled
from onemm_desktop.sync.compare import Compared, compare
from onemm_desktop.sync.reconcile import Key
from onemm_desktop.sync.transport import Transport
from onemm_wire.protocol import PageAsked

_DOUBTED = select(Progress.partition).where(Progress.doubted)


def begin(session: Session, epoch: str) -> None:
    """The centre has begun a new life: doubt what was read of the old one.

    A partition whose first sync was not complete begins anew instead. Its rows go when it is; where no first sync was
    ever done they go at once, because such a one looks for nothing old at its end.
    """
    device = the_device(session)
    device.epoch, device.decided = epoch, 0
    held = session.scalars(select(Progress)).all()
    read = {progress.partition for progress in held if progress.complete or progress.doubted}
    for partition in rows.partitions(session) - read:
        rows.doubt(session, partition)
        session.execute(update(Shadow).where(Shadow.partition == partition).values(rev=0))
    for progress in held:
        if progress.partition in read:
            progress.complete, progress.doubted, progress.digest = False, True, ""
            continue
        session.delete(progress)
        if not device.first_sync_done:
            rows.delete_doubtful(session, progress.partition)
    concerns.bring_back(session)


def doubted(session: Session) -> list[str]:
    """The partitions that have yet to be held against the new life."""
    return list(session.scalars(_DOUBTED))


def run(
    database: Database,
    transport: Transport,
    partitions: list[str],
    *,
    at: datetime,
    cancelled: Cancelled,
    heard: Callable[[set[Key]], None],
) -> None:
    """Compare these partitions and fetch what differs; ``heard`` is told of the records that were touched."""
    answered = lost_life.answered(database, transport, cancelled)
    for found in compare(database, transport, partitions, deep=True, cancelled=cancelled):
        mended = agreement.mend(database, transport, found, at=at, cancelled=cancelled, fault=False)
        # A page of no kinds is its head alone, which names what was erased: nobody was told who read the lost life.
        heads = [transport.page(PageAsked(partition=one, kinds=[]), cancelled).head for one in found.partitions]
        with database.sync_write() as session:
            gone = erased.hear(session, [key for head in heads for key in head.erased])
            _believe(session, found)
            lost_life.reread(session, found.partitions, answered)
        heard(mended.touched | gone)


def _believe(session: Session, found: Compared) -> None:
    """These partitions are the new life's, as of just before they were compared; the pull brings what followed."""
    for progress in session.scalars(select(Progress).where(Progress.partition.in_(found.partitions))):
        progress.seq = found.seqs.get(progress.partition, 0)
        progress.complete, progress.doubted, progress.examined, progress.digest = True, False, True, ""
