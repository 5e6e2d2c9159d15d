"""Certificates: everybody's name, one page each, nothing over anything."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any, cast

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onemm_desktop.documents import certificate
from onemm_desktop.documents.certificate import CODE_PLACE, NAME_BOX, Certificate, fitted_name, pdf
from onemm_desktop.documents.pieces import clean
from onemm_desktop.errors import KnownError, Problem
from tests.documents.examples import CERTIFICATE, hard_names
from tests.documents.reading import (
    hidden,
    picture,
    sizes,
    squeezed,
    syntax_problems,
    texts,
    texts_of_another_reader,
    texts_of_poppler,
    turned,
)

SCALE = 2.0
LETTERS = "abcdefghij ABCDEFGHIJ -’'ŵŷłŻễ" + "রুখসানা" + "فاطمةلا" + "ਹਰਪ੍ਰੀਤ" + "\u0301\u0323\u0316"
NAMES = st.text(LETTERS, min_size=1, max_size=120).filter(lambda name: bool(name.strip()))


def test_a_certificate_says_what_it_has_to() -> None:
    said = texts(pdf([CERTIFICATE]))[0].splitlines()
    for expected in (
        "Certificate of Attendance",
        "This is to certify that",
        "Rukhsana Begum",
        "Mentor training: the first hour together",
        "21 November 2026",
        "5.5",
        "Nia ap Rhys, Oluwaseun Adeyemi",
        "One Million Mentors",
        "23 November 2026",
        CERTIFICATE.number,
    ):
        assert expected in said
    assert squeezed(CERTIFICATE.venue) in squeezed(" ".join(said))


def test_a_bilingual_certificate_is_read_in_welsh_first_and_in_the_same_size() -> None:
    said = texts(pdf([replace(CERTIFICATE, language="bilingual")]))[0].splitlines()
    assert said.index("Tystysgrif Presenoldeb") < said.index("Certificate of Attendance")
    assert said.index(CERTIFICATE.title_cy) < said.index(CERTIFICATE.title)
    assert said.index("21 Tachwedd 2026") < said.index("21 November 2026")
    assert "Tystiwn fod · This is to certify that" in said
    size = sizes(pdf([replace(CERTIFICATE, language="bilingual")]))
    assert size["Tystysgrif Presenoldeb"] == size["Certificate of Attendance"]
    assert size[CERTIFICATE.title_cy] == size[CERTIFICATE.title]


def test_a_welsh_certificate_has_no_english_on_it() -> None:
    said = texts(pdf([replace(CERTIFICATE, language="cymraeg", venue="Caerdydd")]))[0]
    assert "Tystysgrif Presenoldeb" in said
    assert not any(word in said for word in ("Certificate", "November", "training", "Venue", "Issued"))


def test_an_event_without_a_welsh_title_prints_its_title_once() -> None:
    said = texts(pdf([replace(CERTIFICATE, language="bilingual", title_cy="")]))[0]
    assert said.count(CERTIFICATE.title) == 1


def test_every_hard_name_is_printed_on_one_page_and_read_back() -> None:
    names = hard_names()
    printed = pdf(replace(CERTIFICATE, name=name) for name in names)
    assert _lost(names, texts_of_another_reader(printed)) == []
    assert [name for name in _lost(names, texts(printed)) if not turned(name)] == []
    if shutil.which("pdftotext"):  # no wheel brings it
        assert _lost(names, texts_of_poppler(printed)) == []


def _lost(names: list[str], pages: list[str]) -> list[str]:
    return [name for name, page in zip(names, pages, strict=True) if squeezed(clean(name)) not in squeezed(page)]


def test_a_short_name_is_large_and_a_long_one_takes_two_lines() -> None:
    assert fitted_name("Jo Li").size > 35
    long = fitted_name("Maximilian-Alexander Bartholomew Featherstonehaugh-Cholmondeley-Warner")
    assert len(long.lines) == 2
    assert 20 < long.size < 30


def test_a_long_name_without_a_break_is_set_small_on_one_line() -> None:
    block = fitted_name("Wolfeschlegelsteinhausenbergerdorff" * 2)
    assert len(block.lines) == 1
    assert 12 <= block.size < 22


def test_a_name_that_cannot_fit_is_refused_with_whose_it_is() -> None:
    endless = "W" * 120
    with pytest.raises(KnownError) as refused:
        pdf([CERTIFICATE, replace(CERTIFICATE, name=endless)])
    assert refused.value.problem is Problem.NAME_DOES_NOT_FIT
    assert refused.value.values == {"field": "name", "name": endless, "number": CERTIFICATE.number}
    assert endless not in str(refused.value), "an error's text may reach a log"


@pytest.mark.parametrize(
    ("field", "too_long"),
    [
        ("title", replace(CERTIFICATE, title="W" * 400)),
        ("venue", replace(CERTIFICATE, venue="W" * 400)),
        ("trainers", replace(CERTIFICATE, trainers=("W" * 400,))),
        ("issuer", replace(CERTIFICATE, issuer="W" * 400)),
    ],
)
def test_anything_else_that_cannot_fit_is_refused_too(field: str, too_long: Certificate) -> None:
    with pytest.raises(KnownError) as refused:
        pdf([too_long])
    assert refused.value.problem is Problem.NAME_DOES_NOT_FIT
    assert refused.value.values["field"] == field


def test_a_name_stacked_with_marks_does_not_reach_the_heading() -> None:
    with pytest.raises(KnownError) as refused:
        fitted_name("Z" + "\u0301" * 60)
    assert refused.value.problem is Problem.NAME_DOES_NOT_FIT


def test_a_missing_glyph_names_the_person_and_the_character() -> None:
    with pytest.raises(KnownError) as refused:
        pdf([replace(CERTIFICATE, name="Jon 😀 Fairweather")])
    assert refused.value.problem is Problem.NO_GLYPH
    assert refused.value.values["code_point"] == "U+1F600"
    assert refused.value.values["field"] == "name"
    assert refused.value.values["name"] == "Jon 😀 Fairweather"


def test_a_missing_glyph_in_the_venue_is_not_blamed_on_the_name() -> None:
    with pytest.raises(KnownError) as refused:
        pdf([replace(CERTIFICATE, venue="The Exchange 😀")])
    assert refused.value.values["field"] == "venue"


def test_half_a_character_from_a_broken_import_does_not_stop_the_printer() -> None:
    (said,) = texts(pdf([replace(CERTIFICATE, title="Training\udc80 day", name="Siân\ud800 Jones")]))
    assert "Training day" in said
    assert "Siân Jones" in said


@pytest.mark.parametrize("name", ["", "   ", "\u200b\u202e"])
def test_a_certificate_without_a_name_is_refused(name: str) -> None:
    with pytest.raises(KnownError) as refused:
        pdf([replace(CERTIFICATE, name=name)])
    assert refused.value.problem is Problem.MISSING_NAME


def test_a_tall_name_is_pushed_down_rather_than_into_the_line_above() -> None:
    acute, tallest = "\u0301", 0.0
    for marks in range(9):
        name = f"MAXIMILIAN{acute * marks} BARTHOLOMEW FEATHERSTONEHAUGH-CHOLMONDELEY-WARNER ESQ"
        block = fitted_name(name)
        tallest = max(tallest, block.height)
        _assert_ink_only_in_its_place(pdf([replace(CERTIFICATE, name=name)]))
    assert tallest > NAME_BOX[3] - 1, "else the story was not told"


@settings(deadline=None, max_examples=150)
@given(NAMES)
def test_any_name_fits_its_place_or_is_refused(name: str) -> None:
    try:
        block = fitted_name(name)
    except KnownError as refused:
        assert refused.problem in (Problem.NAME_DOES_NOT_FIT, Problem.NO_GLYPH)
        return
    for line in block.lines:
        assert (max(line.width, line.ink.right) + line.overhang) * block.size <= NAME_BOX[2] + 0.01
    assert block.height <= NAME_BOX[3] + 0.01


@settings(deadline=None, max_examples=25)
@given(NAMES)
def test_no_ink_of_a_name_leaves_its_place(name: str) -> None:
    try:
        printed = pdf([replace(CERTIFICATE, name=name)])
    except KnownError as refused:
        assert refused.problem in (Problem.NAME_DOES_NOT_FIT, Problem.NO_GLYPH)
        return
    _assert_ink_only_in_its_place(printed)


def _assert_ink_only_in_its_place(printed: bytes) -> None:
    box = (NAME_BOX[0] - 1, NAME_BOX[1] - 1, NAME_BOX[2] + 2, NAME_BOX[3] + 2)
    plain = pdf([replace(CERTIFICATE, name="Jo")])
    with_name, without = (hidden(picture(page, scale=SCALE), box, SCALE) for page in (printed, plain))
    assert with_name.tobytes() == without.tobytes()


def test_the_place_for_the_code_that_proves_it_stays_free() -> None:
    trainers = tuple(f"Trainer Number-{number} Llewellyn" for number in range(6))
    shown = picture(pdf([replace(CERTIFICATE, language="bilingual", trainers=trainers)]), scale=SCALE)
    left, bottom, width, height = (value * SCALE for value in CODE_PLACE)
    place = shown.crop((int(left), int(shown.height - bottom - height), int(left + width), int(shown.height - bottom)))
    assert place.getextrema() == (255, 255)


def _fonts_of(reader: pypdf.PdfReader) -> tuple[list[str], list[str]]:
    """The fonts that every page can use: those whose file and text are in the PDF, and those whose are not."""
    embedded: list[str] = []
    not_embedded: list[str] = []
    for font in cast("dict[str, Any]", reader.pages[0]["/Resources"])["/Font"].values():
        facts = font.get_object()
        descendants = facts.get("/DescendantFonts", [{}])
        descriptor = descendants[0].get_object()["/FontDescriptor"].get_object() if "/ToUnicode" in facts else {}
        (embedded if "/FontFile2" in descriptor else not_embedded).append(str(facts["/BaseFont"]))
    return embedded, not_embedded


def test_the_pdf_says_what_it_is_and_embeds_every_font() -> None:
    reader = pypdf.PdfReader(BytesIO(pdf([replace(CERTIFICATE, language="bilingual", name="রুখসানা বেগম")])))
    facts = reader.metadata
    assert facts is not None
    assert facts.title == (
        f"Tystysgrif Presenoldeb · Certificate of Attendance – {CERTIFICATE.title_cy} · {CERTIFICATE.title}"
    )
    assert facts.author == "One Million Mentors"
    assert facts.creation_date is not None
    assert facts.creation_date.date() == date(2026, 11, 23)
    assert cast("dict[str, Any]", reader.trailer["/Root"])["/Lang"] == "cy-GB"
    embedded, not_embedded = _fonts_of(reader)
    assert len(embedded) == 3
    assert not_embedded == []


def test_qpdf_finds_nothing_wrong() -> None:
    assert syntax_problems(pdf(replace(CERTIFICATE, name=name) for name in hard_names()[::9])) == []


def test_a_name_with_hyphens_is_not_broken_at_one_while_it_fits_one_line() -> None:
    """Readers drop a hyphen at the end of a line when they copy."""
    (line,) = fitted_name("Jean-Luc-Pierre-Henri-Claude-Michel-André-Philippe-Alain-Bernard-Daniel-Étienne-Guy").lines
    assert line.text.endswith("Étienne-Guy")
    assert len(fitted_name("Featherstonehaugh-" * 6 + "Cholmondeley").lines) == 2


def test_the_same_certificates_give_the_same_bytes() -> None:
    names = [replace(CERTIFICATE, name=name) for name in hard_names()[:20]]
    assert pdf(names) == pdf(names)


def test_a_hundred_certificates_share_their_background() -> None:
    hundred = [replace(CERTIFICATE, name=f"Person Number {number}") for number in range(100)]
    one, many = len(pdf(hundred[:1])), len(pdf(hundred))
    assert many - one < 100 * 1_000, "a page of its own is a name and a number"


def test_progress_counts_and_cancel_stops_between_two_pages() -> None:
    heard: list[int] = []

    def endless() -> Iterator[Certificate]:
        while True:
            yield CERTIFICATE

    with pytest.raises(KnownError) as stopped:
        pdf(endless(), progress=heard.append, cancelled=lambda: len(heard) == 7)
    assert stopped.value.problem is Problem.CANCELLED
    assert heard == [1, 2, 3, 4, 5, 6, 7]


def test_printing_nothing_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="no certificates"):
        certificate.pdf([])
