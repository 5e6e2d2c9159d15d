"""One example of every paper, and the reviewed pictures of them.

    python -m tests.documents.every_paper     draw the references anew, and the pictures of the papers in docs/pictures

Look at both before they are committed: a test holds every paper against its reference.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from onemm_desktop.documents import (
    badge,
    certificate,
    encounter_record,
    evaluation_form,
    labels,
    pair_register,
    room_sign,
    sign_in_sheet,
    visitor_list,
)
from onemm_desktop.documents.badge import Badge
from onemm_desktop.documents.encounter_record import Mentoring, Record
from onemm_desktop.documents.labels import Label
from onemm_desktop.documents.pair_register import Pair
from onemm_desktop.documents.room_sign import Sign
from onemm_desktop.documents.sign_in_sheet import Row
from onemm_desktop.documents.visitor_list import Visitor
from onemm_desktop.documents.words import CERTIFICATES, Said
from onemm_wire import badges
from tests.documents.examples import CERTIFICATE, LONDON, SHEET
from tests.documents.reading import coloured, picture

REFERENCES = Path(__file__).parent / "references"
PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
#: Pixels to the point of a reference: words are still words, and a page is some twenty kilobytes.
SCALE = 0.6
DAY = date(2026, 11, 21)
_SCHOOL = Said("Ysgol Glan Taf", "Glantaf High School")
_PEOPLE = (
    ("Siân Llewellyn-Pritchard", "Cardiff & Vale College", "Rukhsana Begum"),
    ("Oluwaseun Adeyemi", "NatWest", "Aled ap Rhys"),
    ("Nguyễn Thị Hương", "Lloyds Banking Group", "Fatima Zahra El-Amrani"),
    ("হরপ্রীত গিল", "West Midlands Combined Authority", "Łukasz Nowak"),
)
_BADGE = Badge(
    first_name="Siân", surname="Llewellyn-Pritchard", organisation="Cardiff & Vale College", duty="mentor",
    event="Mentor training: the first hour together", event_cy="Hyfforddiant mentoriaid: yr awr gyntaf gyda’n gilydd",
    day=DAY, code=badges.code(badges.new_key(bytes(32)), "01930000-0000-7000-8000-0000000000ee",
                              "01930000-0000-7000-8000-0000000000aa"), language="bilingual",
)  # fmt: skip


def _certificate(document: str) -> bytes:
    dated = {
        "mentor_service": {"held_until": date(2027, 11, 21), "hours": 0.0},
        "safeguarding_briefing": {"valid_until": date(2029, 11, 21)},
    }
    return certificate.pdf(
        [replace(CERTIFICATE, document=document, language="bilingual", **dated.get(document, {}))]  # type: ignore[arg-type]
    )  # fmt: skip


def _sheet(*, filled: bool) -> bytes:
    rows = (
        Row(1, "Siân Llewellyn-Pritchard", "Cardiff & Vale College", "", "present", "09:52", ""),
        Row(2, "Rukhsana Begum", "Tower Hamlets Partnership", "", "left_early", "", "15:07"),
        Row(3, "Łukasz Nowak", "KPMG", "", "apologies", "", ""),
        Row(4, "فاطمة الزهراء", "Manchester City Council", "", "booked", "", ""),
    )
    title_cy = "Hyfforddiant mentoriaid: yr awr gyntaf gyda’n gilydd"
    return sign_in_sheet.pdf(replace(SHEET, rows=rows, title_cy=title_cy), filled=filled)


def _pairs() -> bytes:
    pairs = [Pair(mentor, organisation, young, "Year 10") for mentor, organisation, young in _PEOPLE]
    return pair_register.pdf(
        pairs, school=_SCHOOL, held_on=DAY, destroy_by=date(2026, 12, 19), language="bilingual"
    )  # fmt: skip


def _visitors() -> bytes:
    visitors = [Visitor(name, work, "enhanced", date(2026, 3, 3), "Nia ap Rhys") for name, work, _ in _PEOPLE]
    return visitor_list.pdf(
        visitors, school=_SCHOOL, printed_on=DAY, destroy_by=date(2026, 12, 19), language="bilingual"
    )  # fmt: skip


def _encounters() -> bytes:
    mentoring = tuple(
        Mentoring(name, work, date(2026, 1, 12), None, 5, "Interview skills, CV development")
        for name, work, _ in _PEOPLE[:2]
    )
    record = Record("Rukhsana Begum", "Glantaf High School", "Year 10", mentoring, "bilingual")
    return encounter_record.pdf([record], printed_on=DAY)


def _sign() -> bytes:
    begins, ends = (datetime(2026, 11, 21, hour, tzinfo=LONDON) for hour in (10, 16))
    return room_sign.pdf(
        Sign(CERTIFICATE.title, CERTIFICATE.title_cy, "The Exchange, room 4", begins, ends, "bilingual")
    )  # fmt: skip


def _form() -> bytes:
    said = evaluation_form.Question
    asked = (
        said("scale", Said("Sut oedd heddiw ar y cyfan?", "How was today as a whole?"),
             Said("gwael", "poor"), Said("ardderchog", "excellent")),
        said("scale", Said("Rwy’n teimlo’n barod i fentora", "I feel ready to mentor"),
             Said("ddim o gwbl", "not at all"), Said("yn llwyr", "completely")),
        said("yes_no", Said("A fyddech chi’n argymell heddiw?", "Would you recommend today?")),
        said("text", Said("Beth a’ch helpodd fwyaf?", "What helped you most?")),
        said("text", Said("Beth ddylem ni ei wneud yn well?", "What should we do better?")),
    )  # fmt: skip
    return evaluation_form.pdf(
        evaluation_form.Form(CERTIFICATE.title, CERTIFICATE.title_cy, "WMD-E-0031", DAY, asked)
    )  # fmt: skip


def _labels() -> bytes:
    made = [Label(name, (work, "3 Centenary Square", "Birmingham", "B1 2DR")) for name, work, _ in _PEOPLE]
    return labels.pdf(made, "L7160", made_on=DAY, used=2)


def every_paper() -> dict[str, Callable[[], bytes]]:
    """How each paper is made, by the name of its picture."""
    return {
        **{f"paper-{name.replace('_', '-')}": _of(name) for name in CERTIFICATES},
        "paper-sign-in-blank": lambda: _sheet(filled=False),
        "paper-sign-in-filled": lambda: _sheet(filled=True),
        "paper-badges-eight": lambda: badge.pdf([_BADGE] * 8, "eight"),
        "paper-certificates-a5": lambda: certificate.pdf(
            [CERTIFICATE, replace(CERTIFICATE, name=_PEOPLE[0][0])], two_up=True
        ),
        "paper-badge-a6": lambda: badge.pdf([_BADGE], "a6"),
        "paper-pair-register": _pairs,
        "paper-visitor-list": _visitors,
        "paper-encounter-record": _encounters,
        "paper-room-sign": _sign,
        "paper-evaluation-form": _form,
        "paper-labels": _labels,
    }


def _of(document: str) -> Callable[[], bytes]:
    return lambda: _certificate(document)


def main() -> None:
    """Draw everything."""
    REFERENCES.mkdir(exist_ok=True)
    for name, make in every_paper().items():
        pdf = make()
        picture(pdf, scale=SCALE).quantize(16).save(REFERENCES / f"{name}.png", optimize=True)
        coloured(pdf, scale=1.4).quantize(48).save(PICTURES / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
