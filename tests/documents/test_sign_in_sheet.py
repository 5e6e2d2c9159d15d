"""The sign-in sheet at a venue's door."""

from __future__ import annotations

import re
from dataclasses import replace

import zxingcpp

from onemm_desktop.documents.sign_in_sheet import LEFT, RIGHT, Row, Sheet, pdf
from tests.documents.examples import SHEET, hard_names
from tests.documents.reading import ink_box, picture, squeezed, texts


def _with_rows(*rows: Row) -> Sheet:
    return replace(SHEET, rows=rows)


def test_a_blank_sheet_says_what_when_where_and_who() -> None:
    first, last = texts(pdf(SHEET, filled=False))
    for page in (first, last):
        for expected in (
            "Mentor training: the first hour together",
            "Saturday 21 November 2026, 10:00–16:00",
            "The Exchange, Birmingham",
            "Trainer: Nia ap Rhys",
            "LDN-2026-031",
            "Destroy by: 21 November 2027",
            "This sheet is used only to record attendance",
        ):
            assert expected in page
    assert "Page 1 of 2" in first
    assert "Page 2 of 2" in last


def test_forty_eight_people_and_five_walk_ins_stand_on_two_pages_each_once() -> None:
    pages = texts(pdf(SHEET, filled=False))
    assert len(pages) == 2
    people = [name for page in pages for name in re.findall(r"Person \d{3}", page)]
    assert people == [f"Person {number:03}" for number in range(1, 49)]
    assert pages[-1].count("Walk-in") == 5
    assert "53" in pages[-1].split()


def test_every_page_repeats_the_head_of_the_table() -> None:
    for page in texts(pdf(SHEET, filled=False)):
        lines = page.split()
        assert all(word in lines for word in ("Name", "Organisation", "Status", "In", "Out", "Signature"))


def test_totals_and_the_trainers_signature_come_once_under_the_last_row() -> None:
    first, last = texts(pdf(SHEET, filled=False))
    assert "On the list: 48" in last
    assert "Total present" in last
    assert "Trainer’s signature" in last
    assert "Total present" not in first


def test_a_filled_sheet_counts_who_is_in_and_prints_their_times() -> None:
    sheet = _with_rows(
        Row(1, "Siân Jones", "NatWest", "", "present", "09:52", ""),
        Row(2, "Rukhsana Begum", "", "", "late", "10:21", "15:30"),
        Row(3, "Łukasz Nowak", "KPMG", "", "apologies", "", ""),
        Row(4, "Jo Li", "KPMG", "", "left_early", "", "12:05"),
    )
    (page,) = texts(pdf(sheet, filled=True))
    for expected in (
        "Present",
        "Late",
        "Apologies",
        "09:52",
        "10:21",
        "15:30",
        "12:05",
        "Signed in: 3",
        "On the list: 4",
    ):
        assert expected in page


def test_a_sheet_printed_in_mid_morning_marks_who_is_already_in() -> None:
    arrived = Row(1, "Siân Jones", "NatWest", "", "present", "09:52", "")
    expected = replace(arrived, state="booked", time_in="")
    marked, plain = (picture(pdf(_with_rows(row), filled=False)) for row in (arrived, expected))
    assert "09:52" in texts(pdf(_with_rows(arrived), filled=False))[0]
    assert sum(marked.histogram()[255:]) < sum(plain.histogram()[255:]) - 5_000, "the row is shaded, not only timed"


def test_a_sheet_with_a_welsh_title_is_bilingual_with_the_welsh_first() -> None:
    sheet = replace(SHEET, title_cy="Hyfforddiant mentoriaid")
    for page in texts(pdf(sheet, filled=False)):
        for welsh, english in (
            ("Hyfforddiant mentoriaid", "Mentor training"),
            ("Enw", "Name"),
            ("Llofnod", "Signature"),
            ("Dydd Sadwrn 21 Tachwedd 2026", "Saturday 21 November 2026"),
            ("Dinistrier erbyn", "Destroy by"),
            ("Tudalen", "Page"),
        ):
            assert 0 <= page.index(welsh) < page.index(english)


def test_a_note_stands_in_small_print_under_the_name() -> None:
    (page,) = texts(pdf(_with_rows(Row(1, "Siân Jones", "", "Step-free access", "booked", "", "")), filled=False))
    assert page.index("Siân Jones") < page.index("Step-free access")


def test_every_hard_name_is_printed_inside_the_sheet() -> None:
    names = hard_names()
    rows = tuple(Row(number, name, name, "", "booked", "", "") for number, name in enumerate(names, start=1))
    document = pdf(replace(SHEET, rows=rows), filled=True)
    everything = squeezed(" ".join(texts(document)))
    # A sheet may shorten where a certificate may not: what takes more than two lines, or one word of sixty letters.
    short = [name for name in names if len(name) <= 60 and max(map(len, name.split())) < 40]
    lost = [name for name in short if squeezed(name) not in everything]
    assert lost == []
    for page in range(len(texts(document))):
        box = ink_box(picture(document, page, scale=2.0), 2.0)
        assert box is not None
        assert box[0] >= LEFT - 1
        assert box[2] <= RIGHT + 1


def test_an_endless_name_is_shortened_and_an_emoji_becomes_a_question_mark() -> None:
    sheet = _with_rows(
        Row(1, "W" * 300, "", "", "booked", "", ""), Row(2, "Jon 😀 Fairweather", "", "", "booked", "", "")
    )
    (page,) = texts(pdf(sheet, filled=False))
    assert "WWW…" in page
    assert "Jon ? Fairweather" in page


def test_a_sheet_for_nobody_still_has_rows_for_walk_ins() -> None:
    (page,) = texts(pdf(replace(SHEET, rows=()), filled=False))
    assert page.count("Walk-in") == 5
    assert "On the list: 0" in page


def test_the_totals_never_stand_alone_on_a_page() -> None:
    for count in range(50, 70):
        rows = tuple(Row(number, f"Person {number:03}", "", "", "booked", "", "") for number in range(1, count + 1))
        pages = texts(pdf(replace(SHEET, rows=rows, blank_rows=0), filled=False))
        assert re.search(r"Person \d{3}", pages[-1]), count
        assert sum(len(re.findall(r"Person \d{3}", page)) for page in pages) == count


def test_the_code_of_a_sheet_is_read_on_each_of_its_pages() -> None:
    sheet = replace(SHEET, code="1MMS-WMD-E-0031-1")
    drawn = pdf(sheet, filled=False)
    for page in range(len(texts(drawn))):
        [read] = zxingcpp.read_barcodes(picture(drawn, page, scale=2.0))
        assert read.text == sheet.code
