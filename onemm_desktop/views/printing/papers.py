"""From what the programme knows to what ``documents`` prints. No Qt: plain values in, plain values out.

``documents`` is imported by the functions that need it, and by nothing else that the window is built from: its PDF and
font libraries are a sixth of a cold start, and the first paper is asked for later, on a thread that makes papers.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from onemm_desktop.documents.words import Language
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.programme.certificates import Earned, Issued, Selection
from onemm_desktop.programme.dates import day_of, local
from onemm_desktop.programme.in_building import Building, Inside
from onemm_desktop.programme.roster import Roster, Row
from onemm_desktop.views.when import clock
from onemm_wire.certificate_numbers import certificate_number
from onemm_wire.certificates import has_room_for

if TYPE_CHECKING:
    from onemm_desktop.documents import sign_in_sheet
    from onemm_desktop.documents.certificate import Certificate

ISSUER = "One Million Mentors"
#: Rows left free at the foot of a sign-in sheet for whoever just comes.
BLANK_ROWS = 5

#: The region of a number that is nobody's.
_NOBODY = "XXXX"


def sheet_pdf(roster: Roster, printed_on: date, destroy_by: date, *, code: str = "", filled: bool) -> bytes:
    """An event's sign-in sheet, blank or with what the register holds. KnownError NO_GLYPH."""
    from onemm_desktop.documents import sign_in_sheet

    return sign_in_sheet.pdf(sheet_of(roster, printed_on, destroy_by, code), filled=filled)


def sheet_of(roster: Roster, printed_on: date, destroy_by: date, code: str = "") -> sign_in_sheet.Sheet:
    """An event's sign-in sheet as it stands."""
    from onemm_desktop.documents.sign_in_sheet import Sheet

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
        destroy_by=destroy_by,
        code=code,
    )


def _row(row: Row) -> sign_in_sheet.Row:
    from onemm_desktop.documents import sign_in_sheet

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
    from onemm_desktop.documents.certificate import Certificate

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
            link=one.link,
        )
        for one in issued
    ]


def certificates_pdf(
    made: Iterable[Certificate],
    progress: Callable[[int], None],
    cancelled: Callable[[], bool],
    *,
    two_up: bool = False,
) -> bytes:
    """Certificates in one paper. KnownError as of ``certificate.pdf``, CANCELLED among them."""
    from onemm_desktop.documents import certificate

    return certificate.pdf(made, two_up=two_up, progress=progress, cancelled=cancelled)


def rehearse(
    roster: Roster,
    people: Collection[Earned],
    printed_on: date,
    progress: Callable[[int], None],
    cancelled: Callable[[], bool],
) -> None:
    """Make an event's papers to see that they can be made: its sheet, and a certificate for each of these people under
    a number that nobody gets. KnownError as of the papers themselves."""
    sheet_pdf(roster, printed_on, printed_on, filled=False)
    held = Selection(
        event=roster.event,
        title=roster.title,
        title_cy=roster.title_cy,
        venue=roster.venue,
        held_on=day_of(roster.starts_at),
        trainers=roster.trainers,
        earned=(),
        why_not=None,
        left_out=(),
    )
    number = certificate_number(_NOBODY, printed_on.year, 0, 0)
    specimens = [Issued(number, one.person, one.printed_name, one.language, one.hours, printed_on) for one in people]
    if specimens:
        certificates_pdf(certificates_of(held, specimens), progress, cancelled)


def evacuation_pdf(building: Building) -> bytes:
    """Who is in the building, for an assembly point."""
    from onemm_desktop.documents import evacuation_list
    from onemm_desktop.documents.evacuation_list import EvacuationList, Person

    def listed(people: Iterable[Inside]) -> tuple[Person, ...]:
        return tuple(Person(one.name, one.duty, bool(one.access_needs)) for one in people)

    return evacuation_list.pdf(
        EvacuationList(
            title=building.title,
            title_cy=building.title_cy,
            venue=building.venue,
            at=local(building.at),
            inside=listed(building.inside),
            not_signed_in=listed(building.not_signed_in),
        )
    )


def save(path: Path, pdf: bytes) -> None:
    """Write a paper to a file, whole or not at all. KnownError CANNOT_SAVE_FILE."""
    from onemm_desktop.documents import page

    page.save(path, pdf)


def language_of(choice: str, title_cy: str) -> Language:
    """The language somebody chose; who was not asked gets both where the event has both (Welsh first)."""
    match choice:
        case "cymraeg" | "english" | "bilingual":
            return choice
    return "bilingual" if title_cy else "english"


def unprintable(earned: Collection[Earned]) -> dict[str, KnownError]:
    """Whose name cannot be put on paper, and why: looked at before a number is given away."""
    from onemm_desktop.documents import certificate

    found: dict[str, KnownError] = {}
    for one in earned:
        try:
            certificate.fitted_name(one.printed_name)
        except KnownError as problem:
            found[one.person] = problem
        if one.person not in found and not has_room_for(one.printed_name):
            found[one.person] = KnownError(Problem.NAME_DOES_NOT_FIT, field="name")
    return found
