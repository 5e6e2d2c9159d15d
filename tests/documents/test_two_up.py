"""A5 out of A4: two pages to a sheet, whole, in their order, with marks for the knife and a code as large as ever."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
from PIL import Image

from onemm_desktop.documents import certificate, encounter_record
from onemm_desktop.documents.encounter_record import Record
from onemm_wire.certificate_numbers import certificate_number
from tests.documents.examples import CERTIFICATE, hard_names
from tests.documents.reading import Box, picture, syntax_problems, texts
from tests.documents.test_certificate_code import NAMES, SCAN, proven, scanned


def numbered(count: int) -> list[certificate.Certificate]:
    return [replace(CERTIFICATE, number=certificate_number("LDN", 2026, 7, number)) for number in range(1, count + 1)]


def test_two_to_a_sheet_in_their_order_the_last_alone() -> None:
    made = numbered(5)
    pages = texts(certificate.pdf(made, two_up=True))
    assert [[one.number for one in made if one.number in page] for page in pages] == [
        [made[0].number, made[1].number],
        [made[2].number, made[3].number],
        [made[4].number],
    ]


def halves(pdf: bytes, first: Box, second: Box) -> tuple[str, str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        words = document[0].get_textpage()
        return words.get_text_bounded(*first), words.get_text_bounded(*second)
    finally:
        document.close()


def test_wide_pages_stand_above_each_other() -> None:
    one, other = made = numbered(2)
    upper, lower = halves(certificate.pdf(made, two_up=True), (0, 421, 595, 842), (0, 0, 595, 421))
    assert (one.number in upper, other.number in upper) == (True, False)
    assert (one.number in lower, other.number in lower) == (False, True)


def test_high_pages_stand_side_by_side() -> None:
    records = [Record(name, "Glantaf", "Year 10", (), "english") for name in ("Aled", "Bronwen")]
    pdf = encounter_record.pdf(records, printed_on=CERTIFICATE.held_on, two_up=True)
    left, right = halves(pdf, (0, 0, 421, 595), (421, 0, 842, 595))
    assert ("Aled" in left, "Bronwen" in left) == (True, False)
    assert ("Aled" in right, "Bronwen" in right) == (False, True)


def test_ink_near_the_cut_is_the_marks_alone_and_they_are_in_line_with_it() -> None:
    page = picture(certificate.pdf(numbered(2), two_up=True), scale=2.0)
    middle = page.height // 2
    near = page.crop((0, middle - 20, page.width, middle + 20)).point(lambda shade: 255 * (shade < 250))
    left, top, right, bottom = near.getbbox() or (0, 0, 0, 0)
    assert bottom - top <= 3
    assert abs((top + bottom) / 2 - 20) <= 2
    inside = near.crop((80, 0, page.width - 80, 40))
    assert inside.getbbox() is None, "the cut itself is not drawn"
    assert left >= 28, "office printers leave some 5 mm white"
    assert right <= page.width - 28


def test_a_scan_reads_both_codes_straight_and_askew() -> None:
    for first, second in zip(NAMES[::2], NAMES[1::2], strict=True):
        made = [proven(first), proven(second)]
        page = picture(certificate.pdf(made, two_up=True), scale=SCAN)
        for angle in (0.0, 2.0):
            laid = page.rotate(angle, Image.Resampling.BILINEAR, expand=True, fillcolor=255)
            assert sorted(scanned(laid)) == sorted(one.link for one in made), first


def test_hard_names_are_whole_on_both_halves_and_nothing_is_wrong_with_the_file() -> None:
    made = [replace(CERTIFICATE, name=name, language="bilingual") for name in hard_names()[:20]]
    assert syntax_problems(certificate.pdf(made, two_up=True)) == []
