"""Writing a concern: a draft that survives everything, one moment in which it is sealed, and a slip that says how far
it has come.

From that moment on its author cannot read it again, on this laptop or any other. What can still be done is to add.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from onemm_desktop.changes import Change
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import (
    Concern,
    ConcernDraft,
    ConcernReceipt,
    ConcernSlip,
    SafeguardingContact,
    desk_of,
    journal,
)
from onemm_desktop.programme.dates import day_of
from onemm_desktop.programme.trusted_keys import recipients, remember_root
from onemm_wire import partitions, records, sealing
from onemm_wire.concern_contents import Addition, Content, LeadNote, Report, to_bytes

#: How long a slip is shown after the lead has opened what it stands for.
SHOWN_DAYS = 60
#: Bytes of a receipt: chance enough that nobody guesses one.
_RECEIPT_BYTES = 16
#: Whom to phone first.
_ORDER = ("lead", "deputy", "out_of_hours")
SlipState = Literal["waiting", "reached", "opened", "lost"]


@dataclass(frozen=True, slots=True)
class Phone:
    """Whom to phone."""

    id: str
    name: str
    contact_role: str
    phone: str
    hours: str


@dataclass(frozen=True, slots=True)
class Slip:
    """A concern as its author may see it: when it was sealed, and how far it has come."""

    id: str
    entry: str
    about: str
    made_at: datetime
    state: SlipState
    reached_at: datetime | None
    opened_at: datetime | None

    @property
    def pressing(self) -> bool:
        """Whether the lead may not know of it: somebody has to phone."""
        return self.state in ("waiting", "lost")


@dataclass(frozen=True, slots=True)
class Desktop:
    """All that the page of the form shows: slips, the newest first, drafts by what they are about, and numbers."""

    slips: tuple[Slip, ...]
    drafts: Mapping[str, Mapping[str, Any]]
    phones: tuple[Phone, ...]
    can_seal: bool


def desktop(session: Session, *, region: str, today: date) -> Desktop:
    """What there is to show to whoever writes a concern."""
    drafts = {draft.about: dict(draft.typed) for draft in session.scalars(select(ConcernDraft))}
    return Desktop(
        slips=tuple(slips(session, today=today)),
        drafts=drafts,
        phones=phones(session, region=region, today=today),
        can_seal=bool(recipients(session, region)),
    )


def slips(session: Session, *, today: date) -> list[Slip]:
    """The slips of this laptop, the newest first, without those that were opened long ago."""
    opened = dict(
        session.execute(
            select(ConcernReceipt.receipt, func.min(ConcernReceipt.opened_at))
            .where(ConcernReceipt.receipt.in_(select(ConcernSlip.receipt)))
            .group_by(ConcernReceipt.receipt)
        ).all()
    )
    found = [
        Slip(
            id=row.id,
            entry=row.entry,
            about=row.about,
            made_at=row.made_at,
            state=_state(row, opened.get(row.receipt)),
            reached_at=row.reached_at,
            opened_at=opened.get(row.receipt),
        )
        for row in session.scalars(select(ConcernSlip).order_by(ConcernSlip.made_at.desc(), ConcernSlip.id.desc()))
    ]
    return [slip for slip in found if slip.opened_at is None or (today - day_of(slip.opened_at)).days <= SHOWN_DAYS]


def pressing(session: Session) -> int:
    """How many concerns of this laptop have not reached the centre. Cheap: a handful of rows."""
    count = select(func.count()).where(or_(ConcernSlip.reached_at.is_(None), ConcernSlip.lost))
    return session.scalar(count) or 0


def phones(session: Session, *, region: str, today: date) -> tuple[Phone, ...]:
    """Whom to phone today: the lead, the deputy, then whoever answers out of hours."""
    rows = session.scalars(
        select(SafeguardingContact).where(
            SafeguardingContact.partition == partitions.region(region),
            SafeguardingContact.valid_from <= today,
            or_(SafeguardingContact.valid_until.is_(None), SafeguardingContact.valid_until >= today),
        )
    )
    found = [Phone(row.id, row.name, row.contact_role, row.phone, row.hours) for row in rows]
    return tuple(sorted(found, key=lambda one: (_rank(one.contact_role), one.name)))


def told_again(session: Session, *, slip: str) -> Change:
    """The author has phoned about a concern that a restore lost, and written it once more: its slip may go.

    Any other slip stays, whatever is asked: ALREADY_DECIDED.
    """
    row = session.get(ConcernSlip, slip)
    if row is None or not row.lost:
        raise KnownError(Problem.ALREADY_DECIDED)
    session.delete(row)
    session.flush()
    return Change(touched=frozenset({(Concern.record.kind, slip)}))


# --- before it is sealed ------------------------------------------------------------------------------------------


def keep_draft(session: Session, *, typed: Mapping[str, Any], about: str = "") -> Change:
    """Keep what was typed so far, beside nothing else: no list, search or history knows of it."""
    draft = session.get(ConcernDraft, about) or ConcernDraft(about=about)
    draft.typed = dict(typed)
    draft.changed_at = desk_of(session).now()
    session.add(draft)
    return Change()


def drop_draft(session: Session, *, about: str = "") -> Change:
    """Throw away what was typed: its author says that it was no concern."""
    draft = session.get(ConcernDraft, about)
    if draft is not None:
        session.delete(draft)
        session.flush()
    return Change()


# --- sealing ------------------------------------------------------------------------------------------------------


def seal(session: Session, *, report: Report) -> tuple[Change, str]:
    """Seal a concern to every lead and delete the draft, in one transaction; answers its id.

    ``report.receipt`` and its author are filled in here. Raises MISSING_ACCOUNT where nothing was said, NO_LEAD_KEY
    where this laptop has never heard of the leads' keys: then the draft stays.
    """
    if not report.account.strip():
        raise KnownError(Problem.MISSING_ACCOUNT)
    signed = _signed(session, report)
    concern = _add(session, "low_level" if report.low_level else "concern", "", signed)
    _keep_slip(session, concern, signed.receipt)
    drop_draft(session)
    session.flush()
    remember_root(session)
    return Change(touched=journal.changes_of(session)), concern.id


def add(session: Session, *, about: str, text: str) -> tuple[Change, str]:
    """Add something to a concern that was written on this laptop; answers the addition's id. Raises as ``seal``."""
    if not text.strip():
        raise KnownError(Problem.MISSING_ACCOUNT)
    if session.get(ConcernSlip, about) is None:
        raise KnownError(Problem.NOT_FOUND)
    desk = desk_of(session)
    added = Addition(
        receipt=_receipt(session),
        written_at=desk.now(),
        recorder_name=desk.user_name,
        recorder_role=desk.role,
        text=text,
    )
    concern = _add(session, "addition", about, added)
    _keep_slip(session, concern, added.receipt)
    drop_draft(session, about=about)
    session.flush()
    return Change(touched=journal.changes_of(session)), concern.id


def note(session: Session, *, about: str, said: LeadNote) -> Concern:
    """Seal a line of a lead's chronology. Raises NO_LEAD_KEY."""
    concern = _add(session, "lead_note", about, said)
    session.flush()
    return concern


def _add(
    session: Session, entry: Literal["concern", "low_level", "addition", "lead_note"], about: str, content: Content
) -> Concern:
    desk = desk_of(session)
    keys = recipients(session, desk.region)
    if not keys:
        raise KnownError(Problem.NO_LEAD_KEY)
    place = partitions.safeguarding(desk.region)
    bare = records.Concern(
        id=desk.new_id(), entry=entry, about=about, made_at=desk.now(), recorder_id=desk.user_id, sealed=""
    )
    sealed = sealing.seal(to_bytes(content), bare, place, keys)
    row = Concern(
        id=sealed.id,
        partition=place,
        entry=sealed.entry,
        about=sealed.about,
        made_at=sealed.made_at,
        recorder_id=sealed.recorder_id,
        sealed=sealed.sealed,
        keys=sealed.keys,
    )
    session.add(row)
    return row


def _signed(session: Session, report: Report) -> Report:
    desk = desk_of(session)
    values = {name: getattr(report, name) for name in report.__struct_fields__}
    values |= {
        "receipt": _receipt(session),
        "written_at": desk.now(),
        "recorder_name": desk.user_name,
        "recorder_role": desk.role,
    }
    return Report(**values)


def _receipt(session: Session) -> str:
    return desk_of(session).chance(_RECEIPT_BYTES).hex()


def _keep_slip(session: Session, concern: Concern, receipt: str) -> None:
    session.add(
        ConcernSlip(
            id=concern.id,
            entry=concern.entry,
            about=concern.about,
            receipt=receipt,
            made_at=concern.made_at,
            lost=False,
        )
    )


def _state(row: ConcernSlip, opened_at: datetime | None) -> SlipState:
    if opened_at is not None:
        return "opened"
    if row.lost:
        return "lost"
    return "waiting" if row.reached_at is None else "reached"


def _rank(contact_role: str) -> int:
    return _ORDER.index(contact_role) if contact_role in _ORDER else len(_ORDER)
