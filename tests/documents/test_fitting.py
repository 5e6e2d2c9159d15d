"""Text shrinks, then wraps, then is refused; lines never touch each other."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onemm_desktop.documents.fitting import Block, Frame, fit, shorten
from onemm_desktop.errors import KnownError

ONE_LINE = Frame(200.0, 40.0, sizes=(20.0, 10.0))
TWO_LINES = Frame(200.0, 80.0, sizes=(20.0, 10.0), lines=2)


def _words(block: Block | None) -> list[str]:
    return [line.text for line in block.lines] if block else []


def test_a_short_text_is_as_large_as_it_may_be() -> None:
    block = fit("Siân", ONE_LINE)
    assert block is not None
    assert block.size == 20.0


def test_a_longer_text_shrinks_before_it_wraps() -> None:
    block = fit("Margaret O’Connor-Llewellyn", TWO_LINES)
    assert _words(block) == ["Margaret O’Connor-Llewellyn"]
    assert block is not None
    assert 10 <= block.size < 20


def test_a_text_too_long_for_one_line_is_split_into_two_of_like_length() -> None:
    assert _words(fit("Margaret O’Connor-Llewellyn of Aberystwyth", TWO_LINES)) == [
        "Margaret O’Connor-",
        "Llewellyn of Aberystwyth",
    ]


def test_a_text_too_long_for_two_lines_does_not_fit() -> None:
    assert fit("Margaret O’Connor-Llewellyn of Aberystwyth, and of Llanfairpwllgwyngyll before that", TWO_LINES) is None


def test_a_word_is_never_torn() -> None:
    assert fit("W" * 30, TWO_LINES) is None


def test_chinese_may_break_between_any_two_characters() -> None:
    assert len(_words(fit("歐陽娜娜歐陽娜娜歐陽娜娜歐陽娜娜歐陽娜娜歐陽娜娜歐陽娜娜", TWO_LINES))) == 2


@settings(deadline=None)
@given(st.lists(st.text("agÅŷQ\u0323\u0301", min_size=1, max_size=12), min_size=4, max_size=6).map(" ".join))
def test_the_ink_of_two_lines_never_touches(text: str) -> None:
    block = fit(text, Frame(90.0, 200.0, sizes=(16.0, 4.0), lines=3, fewest=2))
    for upper, lower in pairwise(block.lines if block else ()):
        air = block.leading + (upper.ink.bottom - lower.ink.top) * block.size if block else 0.0
        assert air > 0


def test_a_table_shortens_to_an_ellipsis_what_a_certificate_would_refuse() -> None:
    block = shorten("W" * 300, ONE_LINE)
    assert block.lines[0].text.endswith("WW…")
    assert block.lines[0].width * block.size <= 200


def test_a_frame_too_small_for_anything_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="too small"):
        shorten("Siân", Frame(1.0, 1.0, sizes=(10.0, 10.0)))


def test_only_a_table_replaces_a_character_without_a_glyph() -> None:
    assert shorten("Jon 😀", ONE_LINE).lines[0].text == "Jon ?"
    with pytest.raises(KnownError):
        fit("Jon 😀", ONE_LINE)
