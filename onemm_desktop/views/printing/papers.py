"""From what the programme knows to what ``documents`` prints. No Qt: plain values in, plain values out."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, timedelta

from onemm_desktop.documents import certificate, sign_in_sheet
from onemm_desktop.documents.certificate import Certificate
from onemm_desktop.documents.sign_in_sheet import Sheet
from onemm_desktop.documents.words import Language
from onemm_desktop.errors import KnownError
from onemm_desktop.programme.certificates import Earned, Issued, Selection
from onemm_desktop.programme.dates import day_of, local
from onemm_desktop.programme.roster import Roster, Row
from onemm_desktop.views.when import clock

ISSUER = "One Million Mentors"
#: Rows left free at the foot of a sign-in sheet for whoever just comes.
BLANK_ROWS = 5
#: How long a signed sheet is kept after its event: until its times are in the register and checked.
KEPT_FOR = timedelta(days=28)


def sheet_of(roster: Roster, printed_on: date) -> Sheet:
    """An event's sign-in sheet as it stands."""
    return Sheet(
        title=roster.title,
        title_cy=roster.title_cy,
        reference=roster.reference,
        starts_at=local(roster.starts_at),
        ends_at=local(roster.ends_at),
        venue=roster.venue,
        trainers=roster.trainers,
        rows=tuple(_row(row) for row in roster.rows),
        blank_rows=BLANK_ROWS,
        printed_on=printed_on,
        destroy_by=day_of(roster.ends_at) + KEPT_FOR,
    )


def _row(row: Row) -> sign_in_sheet.Row:
    time = clock(row.at) if row.at is not None else ""
    left = row.state == "left_early"
    return sign_in_sheet.Row(
        number=row.number,
        name=row.name,
        organisation=row.organisation,
        # Access needs stay on the screen: the sheet lies at the door, where everybody reads it.
        note="",
        state=_state(row),
        time_in="" if left else time,
        time_out=time if left else "",
    )


def _state(row: Row) -> str:
    """The paper's word for a state: it knows no open questions, those are settled with the pen."""
    if row.state in ("contested", "unmarked", "expected"):
        return "walk_in" if row.walk_in else "booked"
    return row.state


def certificates_of(selection: Selection, issued: Iterable[Issued]) -> list[Certificate]:
    """The certificates that were given numbers, in the order of the register."""
    return [
        Certificate(
            number=one.number,
            name=one.printed_name,
            title=selection.title,
            title_cy=selection.title_cy,
            held_on=selection.held_on,
            hours=one.hours,
            venue=selection.venue,
            trainers=selection.trainers,
            issuer=ISSUER,
            issued_on=one.issued_on,
            language=language_of(one.language, selection.title_cy),
        )
        for one in issued
    ]


def language_of(choice: str, title_cy: str) -> Language:
    """The language somebody chose; who was not asked gets both where the event has both (Welsh first)."""
    match choice:
        case "cymraeg" | "english" | "bilingual":
            return choice
    return "bilingual" if title_cy else "english"


def unprintable(earned: Collection[Earned]) -> dict[str, KnownError]:
    """Whose name cannot be put on paper, and why: looked at before a number is given away."""
    found: dict[str, KnownError] = {}
    for one in earned:
        try:
            certificate.fitted_name(one.printed_name)
        except KnownError as problem:
            found[one.person] = problem
    return found
