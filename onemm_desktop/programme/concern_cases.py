"""A lead's side of concerns: what was written and added, in order of time, what was decided, what is due.

Everything is decrypted in memory for as long as it is looked at, and nothing of it is written anywhere. Opening one is
an act of its own: it is recorded, and its author hears that it was opened.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from onemm_desktop.changes import Change
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import Access, Concern, ConcernReceipt, Region, desk_of, journal
from onemm_desktop.models.folding import fold
from onemm_desktop.programme import concerns
from onemm_desktop.programme.dates import day_of
from onemm_desktop.programme.rights_clock import Nation, working_day
from onemm_desktop.programme.safeguarding_keys import pairs_of, wire_concern, wrapped_keys
from onemm_wire import partitions, sealing
from onemm_wire.concern_contents import Addition, Category, Content, LeadNote, Referral, Report, from_bytes
from onemm_wire.sealing import Pair, SealError

#: Opened again within this time, a concern counts as read once.
ALL_THE_WHILE = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Entry:
    """One sealed text, opened. ``content`` is None where it was not sealed to this laptop, or by a newer program."""

    id: str
    entry: str
    made_at: datetime
    content: Content | None


@dataclass(frozen=True, slots=True)
class Case:
    """One concern in the list, without a word of what was reported.

    ``threshold_met`` is whether the harm threshold was judged to be met; then the local authority's designated officer
    is to be told within one working day: by the end of ``lado_by``, None once they have been. ``unread`` counts what
    nobody of the leads has opened yet.
    """

    id: str
    low_level: bool
    made_at: datetime
    last_at: datetime
    unread: int
    locked: bool
    closed: bool
    category: Category | None
    referral: Referral | None
    threshold_met: bool
    lado_by: date | None


@dataclass(frozen=True, slots=True)
class Opened:
    """A concern in full, in order of time."""

    case: Case
    entries: tuple[Entry, ...]

    @property
    def report(self) -> Report | None:
        """What was first written; None where this laptop cannot open it."""
        return next((one.content for one in self.entries if isinstance(one.content, Report)), None)


@dataclass(frozen=True, slots=True)
class Pattern:
    """Low-level concerns about the same adult: each alone says little."""

    name: str
    times: int
    first_at: datetime
    last_at: datetime
    cases: tuple[str, ...]


def cases(session: Session, *, region: str, pair: Pair | None) -> list[Case]:
    """Every concern of the region: the open ones first, the newest on top."""
    nation = _nation(session, region)
    found = [_case(entries, opened, nation) for entries, opened in _grouped(session, region, pair)]
    found.sort(key=lambda case: case.last_at, reverse=True)
    return sorted(found, key=lambda case: case.closed)


def open_case(session: Session, *, case: str, pair: Pair) -> tuple[Change, Opened]:
    """Open a concern: that is recorded, and a receipt tells its author. Raises CANNOT_OPEN, NOT_FOUND."""
    desk = desk_of(session)
    for entries, opened in _grouped(session, desk.region, pair):
        if entries[0].id != case:
            continue
        summary = _case(entries, opened, _nation(session, desk.region))
        if summary.locked:
            raise KnownError(Problem.CANNOT_OPEN)
        for entry in entries:
            receipt = _receipt_of(entry)
            if receipt and receipt not in opened:
                _hand_receipt(session, receipt)
        _note_seen(session, case)
        session.flush()
        return Change(touched=journal.changes_of(session)), Opened(summary, entries)
    raise KnownError(Problem.NOT_FOUND)


def write_note(
    session: Session,
    *,
    case: str,
    text: str,
    category: Category | None = None,
    referral: Referral | None = None,
    threshold_met: bool | None = None,
    closed: bool | None = None,
) -> Change:
    """Add a line to the chronology, sealed like everything else. Raises CLOSING_NEEDS_NOTES, MISSING_ACCOUNT."""
    if closed and not text.strip():
        raise KnownError(Problem.CLOSING_NEEDS_NOTES)
    if not text.strip() and (category, referral, threshold_met, closed) == (None, None, None, None):
        raise KnownError(Problem.MISSING_ACCOUNT)
    desk = desk_of(session)
    said = LeadNote(
        written_at=desk.now(),
        by_name=desk.user_name,
        text=text.strip(),
        category=category,
        referral=referral,
        threshold_met=threshold_met,
        closed=closed,
    )
    concerns.note(session, about=case, said=said)
    return Change(touched=journal.changes_of(session))


def see_patterns(session: Session, *, pair: Pair) -> tuple[Change, list[Pattern]]:
    """Show what low-level concerns add up to: whose name that tells has been read, and that is recorded."""
    found = patterns(session, region=desk_of(session).region, pair=pair)
    for case in dict.fromkeys(case for one in found for case in one.cases):
        _note_seen(session, case)
    session.flush()
    return Change(touched=journal.changes_of(session)), found


def patterns(session: Session, *, region: str, pair: Pair | None) -> list[Pattern]:
    """Adults with more than one low-level concern, the most often named first."""
    named: dict[str, list[tuple[Entry, Report]]] = defaultdict(list)
    for entries, _ in _grouped(session, region, pair):
        report = next((one for one in entries if isinstance(one.content, Report)), None)
        if report is not None and isinstance(report.content, Report) and report.content.low_level:
            whom = report.content.about_id or fold(report.content.people)
            if whom:
                named[whom].append((report, report.content))
    found = [
        Pattern(
            name=reports[-1][1].people or reports[-1][1].about_name,
            times=len(reports),
            first_at=min(entry.made_at for entry, _ in reports),
            last_at=max(entry.made_at for entry, _ in reports),
            cases=tuple(entry.id for entry, _ in reports),
        )
        for reports in named.values()
        if len(reports) > 1
    ]
    return sorted(found, key=lambda one: (-one.times, one.name))


# --- decrypting ---------------------------------------------------------------------------------------------------


def _grouped(session: Session, region: str, pair: Pair | None) -> list[tuple[tuple[Entry, ...], frozenset[str]]]:
    """Every concern with what belongs to it, in order of time, and the receipts that were handed out for any."""
    place = partitions.safeguarding(region)
    pairs, granted = pairs_of(session, region, pair), wrapped_keys(session)
    opened = frozenset(session.scalars(select(ConcernReceipt.receipt)))
    rows = session.scalars(
        select(Concern).where(Concern.partition == place).order_by(Concern.made_at, Concern.id)
    ).all()
    groups: dict[str, list[Concern]] = {row.id: [row] for row in rows if not row.about}
    for row in rows:
        if row.about:
            # What it belongs to may be on its way still: then it stands by itself.
            groups.setdefault(row.about, []).append(row)
    return [
        (tuple(_entry(row, place, granted.get(row.id, {}), pairs) for row in group), opened)
        for group in groups.values()
    ]


def _entry(row: Concern, place: str, granted: Mapping[str, str], pairs: Mapping[str, Pair]) -> Entry:
    concern = wire_concern(row)
    try:
        content = from_bytes(sealing.open_sealed(concern, place, {**concern.keys, **granted}, pairs))
    except SealError:
        content = None
    return Entry(row.id, row.entry, row.made_at, content)


def _case(entries: Sequence[Entry], opened: frozenset[str], nation: Nation) -> Case:
    notes = [entry.content for entry in entries if isinstance(entry.content, LeadNote)]
    met = [note for note in notes if note.threshold_met is not None]
    closed = [note.closed for note in notes if note.closed is not None]
    referrals = [note.referral for note in notes if note.referral is not None]
    receipts = [receipt for receipt in map(_receipt_of, entries) if receipt]
    judged = met[-1].written_at if met and met[-1].threshold_met else None
    return Case(
        id=entries[0].id,
        low_level=entries[0].entry == "low_level",
        made_at=entries[0].made_at,
        last_at=entries[-1].made_at,
        unread=sum(receipt not in opened for receipt in receipts),
        locked=entries[0].content is None,
        closed=bool(closed and closed[-1]),
        category=next((note.category for note in reversed(notes) if note.category is not None), None),
        referral=referrals[-1] if referrals else None,
        threshold_met=judged is not None,
        lado_by=_lado_by(judged, nation) if judged is not None and "lado" not in referrals else None,
    )


def _note_seen(session: Session, case: str) -> None:
    """Who opened it and when, for whoever asks later; opened again at once it was open all the while."""
    desk = desk_of(session)
    lately = select(Access.id).where(
        Access.seen_id == case, Access.reader_id == desk.user_id, Access.seen_at > desk.now() - ALL_THE_WHILE
    )
    if session.scalars(lately).first() is None:
        session.add(
            Access(
                id=desk.new_id(),
                partition=partitions.safeguarding(desk.region),
                seen_kind=Concern.record.kind,
                seen_id=case,
                reader_id=desk.user_id,
                seen_at=desk.now(),
                how="screen",
            )
        )


def _lado_by(judged_at: datetime, nation: Nation) -> date:
    """One working day after the threshold was judged to be met [LADO]."""
    return working_day(day_of(judged_at) + timedelta(days=1), nation)


def _nation(session: Session, region: str) -> Nation:
    """Whose bank holidays count; England's where the region's own record is not here yet."""
    return cast("Nation", session.scalar(select(Region.nation).where(Region.code == region)) or "england")


def _receipt_of(entry: Entry) -> str:
    return entry.content.receipt if isinstance(entry.content, Report | Addition) else ""


def _hand_receipt(session: Session, receipt: str) -> None:
    desk = desk_of(session)
    session.add(
        ConcernReceipt(
            id=desk.new_id(), partition=partitions.region(desk.region), receipt=receipt, opened_at=desk.now()
        )
    )
