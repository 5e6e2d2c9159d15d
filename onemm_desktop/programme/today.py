"""What a trainer wants to know on opening the program: today's event, what comes next, what is left over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import cast

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from onemm_desktop.models import Device, Op, attention, lease
from onemm_desktop.programme import concerns, consents, events, left_over, preflight, rights
from onemm_desktop.programme.concerns import Phone, Slip
from onemm_desktop.programme.consents import Ending
from onemm_desktop.programme.dates import day_of
from onemm_desktop.programme.events import Summary
from onemm_desktop.programme.left_over import LeftOver
from onemm_desktop.programme.preflight import Run
from onemm_desktop.programme.rights import Request
from onemm_wire.partitions import Role

#: How many coming events are listed.
NEXT = 5


@dataclass(frozen=True, slots=True)
class Overview:
    """Today at one glance. ``left_over`` is what is still to be done of events that are over, the latest first;
    ``unsent`` and ``attention`` count changes that wait to be sent or for a person to decide.
    ``days_left``, in the last week alone, until the records lock because the centre was not heard.
    ``concerns`` were sealed here and have not reached the centre; ``phones`` is whom to phone about them.
    ``consents`` are those that run out soon, the first to end first.
    ``requests`` are those about data which this desk is to answer. ``next_event`` is the one a laptop is to be made
    ready for, "" without any, and ``readiness`` what came of that when it was last tried."""

    today: tuple[Summary, ...]
    coming: tuple[Summary, ...]
    left_over: tuple[LeftOver, ...]
    unsent: int
    attention: int
    days_left: int | None = None
    concerns: tuple[Slip, ...] = ()
    phones: tuple[Phone, ...] = ()
    requests: tuple[Request, ...] = ()
    consents: tuple[Ending, ...] = ()
    next_event: str = ""
    readiness: Run | None = None


def overview(session: Session, *, now: datetime) -> Overview:
    """What there is to do today, by the clock passed in."""
    listing = events.listing(session, now=now)
    unsent = select(func.count()).where(Op.state != "done", Op.state == "pending")
    today = day_of(now)
    pressing = tuple(slip for slip in concerns.slips(session, today=today) if slip.pressing)
    device = session.scalars(select(Device)).first()
    region = device.region if device is not None else ""
    following = next((one for one in (*listing.today, *listing.coming) if one.running and one.ends_at > now), None)
    role = cast("Role", device.role) if device is not None else None
    return Overview(
        today=tuple(one for one in listing.today if one.state != "cancelled"),
        coming=tuple(one for one in listing.coming if one.state != "cancelled")[:NEXT],
        left_over=left_over.of_events(session, (*listing.today, *listing.past), now=now, role=role) if role else (),
        unsent=session.scalar(unsent) or 0,
        attention=attention.count(session),
        days_left=lease.warning(session),
        concerns=pressing,
        phones=concerns.phones(session, region=region, today=today) if pressing else (),
        requests=rights.open_requests(session, today=today) if role and rights.may_handle(role) else (),
        consents=consents.running_out(session, today),
        next_event=following.id if following is not None else "",
        readiness=preflight.last(session, event=following.id) if following is not None else None,
    )
