"""Badges, read back: who it is at two metres, what they do, and a code that real readers read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import pypdf
import pypdfium2
import pytest
import zxingcpp

from onemm_desktop.documents import badge
from onemm_desktop.documents.badge import SHEETS, Badge, Duty, Format
from onemm_wire import badges
from tests.documents.examples import hard_names
from tests.documents.reading import picture, sizes, squeezed, texts

EVENT = "01930000-0000-7000-8000-0000000000ee"
CODE = badges.code(badges.new_key(bytes(32)), EVENT, "01930000-0000-7000-8000-0000000000aa")
SIAN = Badge(
    first_name="Siân",
    surname="Llewellyn-Pritchard",
    organisation="Cardiff & Vale College",
    duty="mentor",
    event="Mentor training: the first hour together",
    event_cy="Hyfforddiant mentoriaid: yr awr gyntaf gyda’n gilydd",
    day=date(2026, 11, 21),
    code=CODE,
    language="bilingual",
)
FORMATS: tuple[Format, ...] = ("a6", "four", "eight", "card")


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_says_who_what_and_when_and_its_code_is_read(form: Format) -> None:
    pdf = badge.pdf([SIAN], form)
    [page] = texts(pdf)
    for words in ("Siân", "Llewellyn-Pritchard", "Cardiff & Vale College", "Mentor", "21 Tachwedd 2026"):
        assert squeezed(words) in squeezed(page)
    [read] = zxingcpp.read_barcodes(picture(pdf, scale=2.0))
    assert read.text == CODE


@pytest.mark.parametrize("form", FORMATS)
def test_a_first_name_is_readable_at_two_metres(form: Format) -> None:
    for name in ("Siân", "Oluwaseun", "Nguyễn Thị", "Christopher", "Mary-Elizabeth"):
        said = sizes(badge.pdf([replace(SIAN, first_name=name)], form))
        assert max(said.values()) >= badge.READABLE, name


@pytest.mark.parametrize(("form", "each"), [("a6", 1), ("four", 4), ("eight", 8), ("card", 6)])
def test_as_many_to_a_sheet_as_the_format_says(form: Format, each: int) -> None:
    pdf = badge.pdf([SIAN] * (each + 1), form)
    pages = texts(pdf)
    assert [page.count("Llewellyn") for page in pages] == [each, 1]
    assert len(zxingcpp.read_barcodes(picture(pdf, scale=2.5))) == each


def test_a_card_is_96_by_82_millimetres_and_a6_is_a6() -> None:
    assert (round(SHEETS["card"].width / 72 * 25.4), round(SHEETS["card"].height / 72 * 25.4)) == (96, 82)
    assert (round(SHEETS["a6"].width / 72 * 25.4), round(SHEETS["a6"].height / 72 * 25.4)) == (105, 148)


@pytest.mark.parametrize(("duty", "words"), [("trainer", "Hyfforddwr · Trainer"), ("helper", "Cynorthwyydd · Helper")])
def test_a_role_is_a_word_and_not_a_colour_alone(duty: Duty, words: str) -> None:
    [page] = texts(badge.pdf([replace(SIAN, duty=duty)], "a6"))
    assert words in page


def test_a_walk_ins_badge_calls_them_a_visitor() -> None:
    [page] = texts(badge.pdf([replace(SIAN, duty="walk_in", language="english")], "a6"))
    assert "Visitor" in page
    assert "clear" not in page.lower()


def test_a_blank_has_room_for_a_pen_and_no_code() -> None:
    pdf = badge.pdf([badge.blank(SIAN)], "a6")
    assert "Siân" not in texts(pdf)[0]
    assert zxingcpp.read_barcodes(picture(pdf, scale=2.0)) == []


def test_hard_names_never_stop_a_sheet() -> None:
    names = hard_names()
    pdf = badge.pdf([replace(SIAN, first_name=name) for name in names], "eight")
    assert len(texts(pdf)) == -(-len(names) // 8)


def test_a_code_is_one_path() -> None:
    """A code of eleven hundred squares must not be eleven hundred drawings: sixty badges are printed at a door."""
    pdf = badge.pdf([SIAN], "a6")
    drawn = _content(pdf)
    assert drawn.count(b" re f") <= 3
    assert drawn.count(b" re ") > 200


def test_nothing_to_print_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="no badges"):
        badge.pdf([], "a6")


def _content(pdf: bytes) -> bytes:
    content = pypdf.PdfReader(BytesIO(pdf)).pages[0].get_contents()
    assert content is not None
    return content.get_data()


@pytest.mark.parametrize("form", FORMATS)
def test_on_a_turned_sheet_every_code_lies_behind_its_own_name(form: Format) -> None:
    codes = {
        f"Person{number}": badges.code(badges.new_key(bytes(32)), EVENT, f"01930000-0000-7000-8000-00000000000{number}")
        for number in range(9)
    }
    people = [replace(SIAN, first_name=name, surname="", code=code) for name, code in codes.items()]
    document = pypdfium2.PdfDocument(badge.pdf(people, form, two_sided=True))
    sheet = SHEETS[form]
    found = {}
    for front, back in zip(range(0, len(document), 2), range(1, len(document), 2), strict=True):
        assert zxingcpp.read_barcodes(document[front].render(scale=2).to_pil()) == []
        said = document[front].get_textpage()
        for read in zxingcpp.read_barcodes(document[back].render(scale=2).to_pil()):
            corner = read.position.top_left
            # Turned over its long edge, what is left on the back is right on the front.
            x, y = sheet.page[0] - corner.x / 2, sheet.page[1] - corner.y / 2
            cell = (int((x - sheet.left) // sheet.width), int((y - sheet.bottom) // sheet.height))
            left, bottom = sheet.left + cell[0] * sheet.width, sheet.bottom + cell[1] * sheet.height
            words = said.get_text_bounded(left, bottom, left + sheet.width, bottom + sheet.height)
            found[next(word for word in words.split() if word.startswith("Person"))] = read.text
    document.close()
    assert found == codes


def test_a_blank_has_a_blank_back() -> None:
    [front, back] = texts(badge.pdf([badge.blank(SIAN)], "eight", two_sided=True))
    assert "21 Tachwedd 2026" in front
    assert "21 Tachwedd 2026" in back
