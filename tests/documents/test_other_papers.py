"""Registers of pairs, visitor lists, encounter records, signs, labels and every type of certificate."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from onemm_desktop.documents import certificate, encounter_record, labels, pair_register, room_sign, visitor_list, words
from onemm_desktop.documents.encounter_record import Mentoring, Record
from onemm_desktop.documents.labels import STOCKS, Label, Stock
from onemm_desktop.documents.pair_register import Pair
from onemm_desktop.documents.room_sign import Sign
from onemm_desktop.documents.visitor_list import Visitor
from onemm_desktop.documents.words import CERTIFICATES, Said
from tests.documents.examples import CERTIFICATE, LONDON, hard_names
from tests.documents.reading import ink_box, picture, sizes, squeezed, syntax_problems, texts, texts_of_another_reader

DAY = date(2026, 11, 21)
SCHOOL = Said("Ysgol Glan Taf", "Glantaf High School")
SIGN = Sign(
    title="Mentor training",
    title_cy="Hyfforddiant mentoriaid",
    venue="The Exchange, room 4",
    starts_at=datetime(2026, 11, 21, 10, tzinfo=LONDON),
    ends_at=datetime(2026, 11, 21, 16, tzinfo=LONDON),
    language="bilingual",
)


def _register(pairs: list[Pair]) -> bytes:
    return pair_register.pdf(pairs, school=SCHOOL, held_on=DAY, destroy_by=date(2026, 12, 19), language="bilingual")


def test_a_pair_stands_in_one_row_with_room_to_sign_and_every_page_has_the_heads() -> None:
    pages = texts(_register([Pair(f"Mentor {n:02}", "NatWest", f"Young {n:02}", "Year 10") for n in range(1, 31)]))
    assert len(pages) == 3
    for page in pages:
        assert all(said in page for said in ("Cofrestr parau · Pair register", "Person ifanc", "Young person"))
    whole = " ".join(pages)
    assert [whole.count(f"Mentor {n:02}") for n in range(1, 31)] == [1] * 30
    assert whole.count("Signed for the school or college") == 1
    assert "19 December 2026" in pages[0]


def test_a_register_takes_any_name_and_an_emoji_costs_nobody_their_row() -> None:
    printed = _register([Pair(name, "", "Jon 😀", "") for name in [*hard_names()[:40], "W" * 300, ""]])
    assert squeezed(" ".join(texts_of_another_reader(printed))).count("Jon?") == 42
    assert syntax_problems(printed) == []


def test_reception_reads_what_was_checked_when_and_by_whom_and_no_certificate_number() -> None:
    said = texts(
        visitor_list.pdf(
            [
                Visitor("Rukhsana Begum", "Lloyds", "enhanced", date(2026, 3, 3), "Nia ap Rhys"),
                Visitor("Łukasz Nowak", "KPMG", "basic", None, ""),
            ],
            school=SCHOOL,
            printed_on=DAY,
            destroy_by=DAY,
            language="english",
        )
    )[0]
    for expected in ("Identity, Enhanced DBS", "3 March 2026", "Nia ap Rhys", "Identity, Basic DBS", "no need to see"):
        assert expected in said.replace("\r\n", " ")


def test_an_encounter_record_is_a_page_for_each_and_counts_the_meetings() -> None:
    mentoring = (
        Mentoring("Siân Jones", "Engineer, NatWest", date(2026, 1, 12), None, 7, "Interview skills"),
        Mentoring("Seun Adeyemi", "KPMG", date(2025, 1, 12), date(2025, 12, 1), 5, ""),
    )
    record = Record("Rukhsana Begum", "Glantaf High School", "Year 10", mentoring, "english")
    first, second = texts(encounter_record.pdf([record, replace(record, name="Jo")], printed_on=DAY))
    assert "Encounters with people in work: 12" in first
    assert "12 January 2026" in first
    assert "Jo" in second
    assert "Rukhsana" not in second


def test_a_sign_gives_both_languages_one_size() -> None:
    printed = room_sign.pdf(SIGN)
    said = sizes(printed)
    assert said["Hyfforddiant mentoriaid"] == said["Mentor training"] >= 40
    assert len(texts(room_sign.pdf(replace(SIGN, title="W" * 300, title_cy="")))) == 1


@pytest.mark.parametrize("stock", STOCKS)
def test_labels_begin_where_the_sheet_was_left_and_no_ink_leaves_a_label(stock: Stock) -> None:
    sheet = STOCKS[stock]
    each = sheet.across * sheet.down
    many = [Label("W" * 200, tuple("W" * 200 for _ in range(5)))] * (each + 1)
    assert len(texts(labels.pdf(many, stock, made_on=DAY))) == 2
    last = labels.pdf([Label("Wŷ" * 90, ("Å" * 99,) * 5)], stock, made_on=DAY, used=each - 1)
    found = ink_box(picture(last, scale=2), 2)
    assert found is not None
    left, bottom, right, top = found
    x = sheet.left + (sheet.across - 1) * sheet.step
    y = 841.89 - sheet.top - sheet.down * sheet.height
    assert x < left < right < x + sheet.width
    assert y < bottom < top < y + sheet.height


@pytest.mark.parametrize("document", CERTIFICATES)
def test_every_type_of_certificate_says_what_it_is_in_welsh_first(document: str) -> None:
    one = replace(CERTIFICATE, document=document, language="bilingual", hours=0, trainers=())
    one = replace(one, held_until=date(2027, 11, 20), valid_until=date(2029, 11, 21))
    printed = certificate.pdf([one])
    (said,) = texts(printed)
    heading = CERTIFICATES[document].heading
    assert said.index(heading.cy) < said.index(heading.en)
    assert sizes(printed)[heading.cy] == sizes(printed)[heading.en]
    assert "21 November 2026 – 20 November 2027" in said.replace("\r\n", " ")
    assert "Valid until" in said
    assert words.HOURS.en not in said
    assert words.TRAINERS.en not in said


@pytest.mark.parametrize(
    "nothing",
    [
        lambda: _register([]),
        lambda: visitor_list.pdf([], school=SCHOOL, printed_on=DAY, destroy_by=DAY, language="english"),
        lambda: encounter_record.pdf([], printed_on=DAY),
        lambda: labels.pdf([], "L7160", made_on=DAY),
    ],
)
def test_printing_nothing_is_a_mistake(nothing: object) -> None:
    assert callable(nothing)
    with pytest.raises(ValueError, match="to print"):
        nothing()
