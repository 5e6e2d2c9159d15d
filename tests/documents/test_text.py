"""Letters of every script stand where they belong, and the text behind them stays the text that was typed."""

from __future__ import annotations

from datetime import date

import pytest

from onemm_desktop.documents.page import Facts, Paper
from onemm_desktop.documents.pieces import clean
from onemm_desktop.documents.text import shape
from onemm_desktop.errors import KnownError, Problem
from tests.documents.examples import hard_names
from tests.documents.reading import ink_box, picture, squeezed, texts, texts_of_another_reader, turned

FACTS = Facts("A line", "One Million Mentors", "en-GB", date(2026, 11, 21))
SIZE = 30.0  # points; large, so that a shift of a tenth of a letter shows
SCALE = 2.0


def _page_with(text: str) -> bytes:
    paper = Paper((2400.0, 120.0), FACTS)
    paper.line(text, SIZE, 40.0, 50.0, bold=True)
    paper.next_page()
    return paper.finish()


@pytest.mark.parametrize("name", hard_names())
def test_ink_stands_where_the_shaper_puts_it(name: str) -> None:
    """A cluster drawn as one glyph must look as its parts would: this caught letters shifted by their side bearing."""
    ink = shape(name, bold=True).ink
    shown = ink_box(picture(_page_with(name), scale=SCALE), SCALE)
    expected = (40 + ink.left * SIZE, 50 + ink.bottom * SIZE, 40 + ink.right * SIZE, 50 + ink.top * SIZE)
    assert shown == pytest.approx(expected, abs=1.1), name


@pytest.fixture(scope="module")
def page_of_each() -> bytes:
    """Every hard name on a page of its own."""
    paper = Paper((2400.0, 120.0), FACTS)
    for name in hard_names():
        paper.line(name, SIZE, 40.0, 50.0, bold=True)
        paper.next_page()
    return paper.finish()


def test_two_readers_find_every_name_as_it_was_typed(page_of_each: bytes) -> None:
    names = [squeezed(clean(name)) for name in hard_names()]
    assert len(names) >= 200
    assert [squeezed(page) for page in texts_of_another_reader(page_of_each)] == names
    found = [squeezed(page) for page in texts(page_of_each)]
    assert [pair for pair in zip(names, found, strict=True) if pair[0] != pair[1] and not turned(pair[0])] == []


def test_direction_overrides_and_control_characters_are_removed() -> None:
    assert clean("\u202eJon\u202c\u0007 \u2066Smith\u2069\u200b\ufeff") == "Jon Smith"


def test_white_space_of_any_kind_is_one_space() -> None:
    assert clean("  Siân\u00a0\t Ll\n") == "Siân Ll"


def test_decomposed_letters_are_composed() -> None:
    assert clean("Sia\u0302n") == "Siân"


def test_joiners_stay_where_they_choose_the_form_of_a_letter() -> None:
    assert clean("علی\u200cرضا") == "علی\u200cرضا"


def test_a_joiner_does_not_tear_a_persian_word_in_an_english_line() -> None:
    line = shape("Ali علی\u200cرضا")
    assert [cluster.text for run in line.runs for cluster in run.clusters] == [*"Ali ", *"اضر\u200cیلع"]


def test_variation_selectors_and_fillers_are_removed() -> None:
    assert clean("王\ufe00\U000e0100\u3164") == "王"


@pytest.mark.parametrize(
    ("text", "code_point"), [("Jon 😀", "U+1F600"), ("\ue000", "U+E000"), ("Ra\u0378", "U+0378"), ("ᠮᠣᠩᠭᠣᠯ", "U+182E")]
)
def test_a_character_without_a_glyph_is_named_not_printed_as_a_box(text: str, code_point: str) -> None:
    with pytest.raises(KnownError) as refused:
        shape(text)
    assert refused.value.problem is Problem.NO_GLYPH
    assert refused.value.values == {"code_point": code_point}


def test_right_to_left_text_is_laid_out_from_right_to_left() -> None:
    line = shape("אב")
    assert [cluster.text for run in line.runs for cluster in run.clusters] == ["ב", "א"]


def test_a_name_in_two_scripts_stands_in_the_order_it_is_typed_in() -> None:
    line = shape("أحمد Khan")
    printed = "".join(cluster.text for run in line.runs for cluster in run.clusters)
    assert printed == "دمحأ Khan"


def test_a_bracket_of_full_width_after_latin_has_a_glyph() -> None:
    assert shape("（David）").width > 0


def test_a_kerned_pair_stands_closer_than_its_letters_apart() -> None:
    assert shape("AV").width < shape("A").width + shape("V").width
