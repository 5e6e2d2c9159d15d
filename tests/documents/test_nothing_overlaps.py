"""On no paper does a text reach into another or over the edge, whatever people, schools and employers are called."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given, settings

from onemm_desktop.documents import (
    badge,
    certificate,
    encounter_record,
    evacuation_list,
    event_summary,
    labels,
    pair_register,
    room_sign,
    sign_in_sheet,
    visitor_list,
)
from onemm_desktop.documents.badge import Badge
from onemm_desktop.documents.encounter_record import Mentoring, Record
from onemm_desktop.documents.evacuation_list import EvacuationList, Person
from onemm_desktop.documents.event_summary import Figures
from onemm_desktop.documents.labels import Label
from onemm_desktop.documents.pair_register import Pair
from onemm_desktop.documents.room_sign import Sign
from onemm_desktop.documents.sign_in_sheet import Row
from onemm_desktop.documents.visitor_list import Visitor
from onemm_desktop.documents.words import Said
from onemm_desktop.errors import KnownError, Problem
from tests.documents.examples import CERTIFICATE, LONDON, SHEET, hard_names
from tests.documents.reading import crowded
from tests.documents.test_certificate import NAMES

DAY = date(2026, 11, 21)
BEGINS, ENDS = (datetime(2026, 11, 21, hour, tzinfo=LONDON) for hour in (10, 16))


def _certificate(name: str) -> bytes:
    return certificate.pdf([replace(CERTIFICATE, name=name, language="bilingual")])


def _badges(name: str) -> bytes:
    one = Badge(name, name, name, "mentor", name, name, DAY, "", "bilingual")
    return badge.pdf([one] * 8, "eight")


def _sheet(name: str) -> bytes:
    rows = tuple(Row(number, name, name, name, "late", "10:12", "15:02") for number in (1, 2))
    return sign_in_sheet.pdf(
        replace(SHEET, title=name, title_cy=name, venue=name, trainers=(name, name), rows=rows), filled=True
    )


def _pairs(name: str) -> bytes:
    return pair_register.pdf(
        [Pair(name, name, name, name)] * 2, school=Said(name, name), held_on=DAY, destroy_by=DAY, language="bilingual"
    )


def _visitors(name: str) -> bytes:
    visitor = Visitor(name, name, "enhanced", DAY, name)
    return visitor_list.pdf(
        [visitor] * 2, school=Said(name, name), printed_on=DAY, destroy_by=DAY, language="bilingual"
    )


def _encounters(name: str) -> bytes:
    mentoring = Mentoring(name, name, DAY, None, 5, name)
    return encounter_record.pdf([Record(name, name, name, (mentoring,) * 2, "bilingual")], printed_on=DAY)


def _sign(name: str) -> bytes:
    return room_sign.pdf(Sign(name, name, name, BEGINS, ENDS, "bilingual"))


def _labels(name: str) -> bytes:
    return labels.pdf([Label(name, (name, name, "Birmingham", "B1 2DR"))] * 3, "L7163", made_on=DAY)


def _evacuation(name: str) -> bytes:
    people = (Person(name, "mentor", help_needed=True), Person(name, "walk_in"))
    return evacuation_list.pdf(EvacuationList(name, name, name, BEGINS, people, (Person(name, "trainer"),)))


def _summary(name: str) -> bytes:
    return event_summary.pdf(
        Figures(
            title=name, title_cy=name, reference="LDN-2026-031", venue=name, starts_at=BEGINS, ends_at=ENDS,
            staff=(name, name), closed_by=name, attendance=(3, 4, 75), commitment=(4, 4, 100), first_in=BEGINS,
            last_in=ENDS, states=(("present", 3), ("excused", 1)), walk_ins=1, sources=(("desk", 3), ("scan", 1)),
            sessions=((name, "10:00–12:00", 3, 1),) * 2, amendments=((name, "late", name, name),) * 2,
            progress=((name, "2 / 3", name),) * 2, printed_on=DAY,
        )
    )  # fmt: skip


PAPERS = (
    _certificate, _badges, _sheet, _pairs, _visitors, _encounters, _sign, _labels, _evacuation, _summary,
)  # fmt: skip
Paper = Callable[[str], bytes]


def _assert_tidy(paper: Paper, name: str) -> None:
    try:
        printed = paper(name)
    except KnownError as refused:
        assert paper is _certificate, "only a certificate refuses a name"
        assert refused.problem in (Problem.NAME_DOES_NOT_FIT, Problem.NO_GLYPH)
        return
    assert crowded(printed) == []


@pytest.mark.parametrize("paper", PAPERS)
@settings(deadline=None, max_examples=8)
@given(name=NAMES)
def test_whatever_the_name(paper: Paper, name: str) -> None:
    _assert_tidy(paper, name)


@pytest.mark.parametrize("paper", PAPERS)
def test_hard_names(paper: Paper) -> None:
    for name in hard_names()[::6]:
        _assert_tidy(paper, name)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", ["W" * 300, "Anne-Marie " * 27, "🙂" * 40, "\u202e\u200b\x07‮" + "نجيب " * 60])
def test_three_hundred_letters_pictures_and_turned_text(paper: Paper, name: str) -> None:
    _assert_tidy(paper, name)


def test_two_texts_in_one_place_are_seen() -> None:
    page = certificate.pdf([CERTIFICATE])
    assert crowded(page) == []
    assert crowded(page, within=(0, 0, 300, 300)), "there are texts beyond"
    assert crowded(page, gap=-400), "texts that were 400 points larger would lie on each other"
