"""Paper both ways: a sign-in sheet as it was printed, and what was written on it, keyed in row by row.

A row that already says something else, at the desk or from another sheet, is never rewritten silently: it takes a
second, deliberate word (``replace``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from dateutil.relativedelta import relativedelta
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from onemm_desktop.changes import Change
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import AttendanceMark, Event, PrintedSheet, RetentionRule
from onemm_desktop.programme import attendance, register, walk_ins
from onemm_desktop.programme.attendance import IN_THE_ROOM
from onemm_desktop.programme.dates import clock_of, during
from onemm_desktop.programme.roster import Roster, bookings_of, marks_of
from onemm_wire.records.training import MarkState

#: What a sheet's code begins with, so that nobody's badge is taken for one. Capitals make a small QR code.
PREFIX = "1MMS"
#: Months that a signed sheet is kept where the centre has laid nothing down.
MONTHS = 1
#: States that say nothing without a time.
_TIMED = ("late", "left_early")
_CODE = re.compile(rf"{PREFIX}/(?P<reference>.+)/(?P<number>\d+)", re.IGNORECASE)
_AT_THE_END = re.compile(r"^(?P<name>.*?)\s*(?P<time>\d{1,2}[:.]?\d{2})?$")


@dataclass(frozen=True, slots=True)
class Printed:
    """A sheet as it was printed. Rows beyond ``rows`` were left blank for whoever just came."""

    event: str
    number: int
    printed_at: datetime
    rows: tuple[str, ...]
    blank_rows: int
    keyed: Mapping[str, str]

    @property
    def last_row(self) -> int:
        """The number of the last row, blank ones included."""
        return len(self.rows) + self.blank_rows


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a sheet and what the register says of it now. ``attendee`` is "" for a row nobody was keyed into.

    ``source`` is where the standing answer came from, "" where there is none. ``gone``: printed, and not on the
    register any more; what they signed still counts.
    """

    row: int
    attendee: str
    name: str
    organisation: str
    state: str
    at: datetime | None
    source: str
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """What a person read off a row: a state, a time, or a name in a row that was blank."""

    state: MarkState = "present"
    clock: time | None = None
    name: str = ""


# --- printing --------------------------------------------------------------------------------------------------------


def code(reference: str, number: int) -> str:
    """What stands in the square code of a sheet."""
    return f"{PREFIX}/{reference}/{number}".upper()


def destroy_by(session: Session, event_day: date) -> date:
    """The day by which a signed sheet is destroyed: the rule in force on the event's day, else the program's own."""
    rule = (
        select(RetentionRule.months)
        .where(RetentionRule.who == "sign_in_sheet", RetentionRule.valid_from <= event_day)
        .order_by(RetentionRule.valid_from.desc(), RetentionRule.id.desc())
    )
    return event_day + relativedelta(months=session.scalars(rule.limit(1)).first() or MONTHS)


def keep(session: Session, *, event: str, at: datetime, rows: Sequence[str], blank_rows: int) -> tuple[Change, Printed]:
    """Keep the order in which a sheet is printed. The same people in the same order are the same sheet again."""
    for before in of_event(session, event):
        if (before.rows, before.blank_rows) == (tuple(rows), blank_rows):
            return Change(), before
    last = session.scalar(select(func.max(PrintedSheet.number)).where(PrintedSheet.event_id == event)) or 0
    made = PrintedSheet(
        event_id=event, number=last + 1, printed_at=at, rows=list(rows), blank_rows=blank_rows, keyed={}
    )
    session.add(made)
    session.flush()
    return Change(), _printed(made)


def of_event(session: Session, event: str) -> tuple[Printed, ...]:
    """The sheets that were printed for an event, the newest first."""
    found = select(PrintedSheet).where(PrintedSheet.event_id == event).order_by(PrintedSheet.number.desc())
    return tuple(_printed(sheet) for sheet in session.scalars(found))


def find(session: Session, scanned: str) -> Printed:
    """The sheet whose code was scanned. Raises NO_SUCH_SHEET: another laptop printed it, or it is no sheet's code."""
    read = _CODE.fullmatch(scanned.strip())
    if read is None:
        raise KnownError(Problem.NO_SUCH_SHEET)
    event = session.scalar(select(Event.id).where(func.upper(Event.reference) == read["reference"].upper()))
    return _one(session, event or "", int(read["number"]))


def not_keyed(session: Session, event: str) -> int:
    """How many people stand on a sheet that was printed here, are still expected, and have no answer yet."""
    printed = {person for sheet in of_event(session, event) for person in sheet.rows}
    if not printed:
        return 0
    booked, marks = bookings_of(session, event), marks_of(session, event)
    waited_for = [person for person in printed if booked.get(person) == "booked"]
    return sum(attendance.answer(marks.get(person, [])).state == "unmarked" for person in waited_for)


# --- keying in -------------------------------------------------------------------------------------------------------


def lines(session: Session, sheet: Printed, roster: Roster) -> tuple[Line, ...]:
    """The rows of a sheet in the order of the paper, with what the register says of each now."""
    standing = {row.attendee: row for row in roster.rows}
    sources = _sources(session, sheet.event)
    found = []
    for row in range(1, sheet.last_row + 1):
        attendee = sheet.rows[row - 1] if row <= len(sheet.rows) else sheet.keyed.get(str(row), "")
        said = standing.get(attendee)
        if said is None:
            found.append(Line(row, attendee, "", "", "unmarked", None, "", gone=bool(attendee)))
        else:
            source = sources.get(attendee, "")
            found.append(Line(row, attendee, said.name, said.organisation, said.state, said.at, source))
    return tuple(found)


def read_row(typed: str, *, letters: Mapping[str, MarkState], blank: bool) -> Written:
    """What somebody typed for a row: ``p``, ``l1012``, ``1012`` (present, at that time); a name in a blank row, with a
    time behind it or not. Raises WRONG_VALUE."""
    text = typed.strip()
    if blank:
        parts = _AT_THE_END.fullmatch(text)
        if parts is None or not parts["name"]:
            raise KnownError(Problem.MISSING_NAME)
        return Written(clock=clock_of(parts["time"]) if parts["time"] else None, name=parts["name"])
    if text[:1].isdigit():
        return Written(clock=clock_of(text))
    state = letters.get(text[:1].casefold())
    if state is None:
        raise KnownError(Problem.WRONG_VALUE)
    rest = text[1:].strip()
    return Written(state, clock_of(rest) if rest else None)


def key(
    session: Session, *, event: str, number: int, row: int, written: Written, replace: bool = False
) -> tuple[Change, str]:
    """Write down what stands in one row of a sheet; returns whose row it is.

    Raises NO_SUCH_SHEET, NO_SUCH_ROW, MISSING_TIME (late and left early say nothing without one), ALREADY_SAID
    (``state``: another answer stands, and ``replace`` was not said), MISSING_NAME, and what ``register.mark`` raises.
    """
    sheet = _one(session, event, number)
    held = register.open_event(session, event)
    if not 1 <= row <= sheet.last_row:
        raise KnownError(Problem.NO_SUCH_ROW, last=sheet.last_row)
    if written.state in _TIMED and written.clock is None:
        raise KnownError(Problem.MISSING_TIME)
    at = _instant(held, written)
    attendee = sheet.rows[row - 1] if row <= len(sheet.rows) else sheet.keyed.get(str(row), "")
    if not attendee:
        return _walk_in(session, sheet, row, written, at)
    if written.name and not replace:
        raise KnownError(Problem.ALREADY_SAID, state="present")
    stands = attendance.answer(marks_of(session, event, attendee).get(attendee, []))
    if not replace and stands.state not in ("unmarked", written.state):
        raise KnownError(Problem.ALREADY_SAID, state=stands.state)
    if stands.state == written.state and not stands.contested and (replace is False or stands.at == at):
        if written.clock is None or stands.at == at:
            return Change(), attendee  # keyed twice, or said at the desk: once is enough
        if not replace:
            raise KnownError(Problem.ALREADY_SAID, state=stands.state)
    change = register.mark(session, event=event, attendee=attendee, state=written.state, at=at, source="paper")
    return change, attendee


def _walk_in(session: Session, sheet: Printed, row: int, written: Written, at: datetime | None) -> tuple[Change, str]:
    change, person = walk_ins.add(session, event=sheet.event, name=written.name, at=at, source="paper")
    kept = session.scalars(
        select(PrintedSheet).where(PrintedSheet.event_id == sheet.event, PrintedSheet.number == sheet.number)
    ).one()
    kept.keyed = {**kept.keyed, str(row): person}
    return change, person


def _instant(event: Event, written: Written) -> datetime | None:
    """When they came or left, during the event. Who is simply present was there from the start."""
    if written.state not in IN_THE_ROOM:
        return None
    if written.clock is None:
        return event.starts_at
    return during(written.clock, event.starts_at, event.ends_at)


def _sources(session: Session, event: str) -> dict[str, str]:
    """Where the standing answer of each person came from."""
    found = select(AttendanceMark.id, AttendanceMark.source).where(AttendanceMark.event_id == event)
    by_id = {mark: source for mark, source in session.execute(found)}  # noqa: C416  (rows are not pairs to mypy)
    heads = {person: attendance.heads(marks) for person, marks in marks_of(session, event).items()}
    return {person: by_id[last[-1].id] for person, last in heads.items() if last and last[-1].state != "unmarked"}


def _one(session: Session, event: str, number: int) -> Printed:
    found = select(PrintedSheet).where(PrintedSheet.event_id == event, PrintedSheet.number == number)
    sheet = session.scalar(found)
    if sheet is None:
        raise KnownError(Problem.NO_SUCH_SHEET)
    return _printed(sheet)


def _printed(sheet: PrintedSheet) -> Printed:
    return Printed(
        sheet.event_id, sheet.number, sheet.printed_at, tuple(sheet.rows), sheet.blank_rows, dict(sheet.keyed)
    )
