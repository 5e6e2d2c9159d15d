"""What the office decided about changes that this laptop had handed over, because their place was no longer its own.

Until then such a change stays parked, with what it said: it shows on its record again should the place come back. What
was applied is the centre's; what was put aside stays, with the reason, until its author has seen that.
"""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from onemm_desktop.models import Op, the_device
from onemm_desktop.models.standing import is_handed_over
from onemm_desktop.sync import push, scope
from onemm_desktop.sync.reconcile import Key
from onemm_wire.protocol import Pulled


def hear(session: Session, pulled: Pulled) -> set[Key]:
    """Settle the changes that were decided on; answers the records whose visible row was written anew."""
    if not pulled.decided:
        return set()
    device = the_device(session)
    device.decided = max(device.decided, pulled.cursor.decided)
    parked = session.scalars(select(Op).where(Op.n.in_([result.n for result in pulled.decided]), Op.state == "parked"))
    waiting = {op.n: op.partition for op in parked if is_handed_over(op.answer)}
    touched = push.settle(session, [result for result in pulled.decided if result.n in waiting])
    for partition in set(waiting.values()).difference(pulled.scope):
        scope.empty_journal(session, partition)
    return touched
