"""One table of colours: readable in light and dark, and everything grows with the text."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from onemm_desktop.views import icons, theme
from onemm_desktop.views.tokens import DARK, LIGHT, Tokens, contrast, tokens_of
from onemm_desktop.views.widgets import Text
from resources import resource


@pytest.fixture
def undressed(qapp: QApplication) -> Iterator[QApplication]:
    """The application, put back afterwards as it was."""
    palette, font, sheet = qapp.palette(), qapp.font(), qapp.styleSheet()
    yield qapp
    qapp.setStyleSheet(sheet)
    qapp.setPalette(palette)
    qapp.setFont(font)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_can_be_read(tokens: Tokens) -> None:
    weak = {pair: contrast(*pair) for pair in tokens.text_pairs() if contrast(*pair) < 4.5}
    assert not weak


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_every_shape_one_needs_can_be_seen(tokens: Tokens) -> None:
    weak = {pair: contrast(*pair) for pair in tokens.shape_pairs() if contrast(*pair) < 3}
    assert not weak


def test_contrast_is_measured_as_wcag_says() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(("scheme", "tokens"), [("light", LIGHT), ("dark", DARK)])
def test_painters_find_their_colours_in_the_palette(
    undressed: QApplication, scheme: theme.Scheme, tokens: Tokens
) -> None:
    theme.apply(undressed, scheme)
    assert tokens_of(undressed.palette()) is tokens


def test_everything_grows_with_the_text(undressed: QApplication) -> None:
    theme.apply(undressed, "light", 1.0)
    body, row = undressed.font().pixelSize(), theme.scaled(46)
    theme.apply(undressed, "light", 2.0)
    assert undressed.font().pixelSize() == 2 * body
    assert theme.scaled(46) == pytest.approx(2 * row, abs=1)
    assert f"border-radius: {theme.scaled(12)}px" in undressed.styleSheet()


def test_an_open_label_follows_the_text_size_and_the_colours(undressed: QApplication) -> None:
    theme.apply(undressed, "light", 1.0)
    label = Text("Siân", "title")
    before = label.fontInfo().pixelSize()
    theme.apply(undressed, "dark", 1.5)
    assert label.fontInfo().pixelSize() == pytest.approx(before * 1.5, abs=1)
    assert label.palette().color(QPalette.ColorRole.WindowText) == QColor(DARK.ink)


def test_no_slot_of_a_style_file_is_left_empty(qapp: QApplication) -> None:
    assert "{{" not in theme.style_sheet(LIGHT, 14)


def test_colours_are_named_in_one_table_only() -> None:
    for file in resource("styles").glob("*.qss"):
        assert not re.search(r"#[0-9a-fA-F]{3,8}\b", file.read_text("utf-8")), file.name


def test_every_role_has_a_colour_in_both_sets() -> None:
    assert all(QColor(colour).isValid() for tokens in (LIGHT, DARK) for colour in asdict(tokens).values())


def test_an_icon_takes_the_colour_it_is_asked_for(qapp: QApplication) -> None:
    image = icons.pixmap("check", LIGHT.ok, 24).toImage()
    strongest = max((image.pixelColor(x, y) for x in range(24) for y in range(24)), key=lambda pixel: pixel.alpha())
    assert strongest.name() == LIGHT.ok.lower()
    with pytest.raises(FileNotFoundError):
        icons.pixmap("no_such_icon", LIGHT.ok, 24)


NAME_IN_BENGALI = """
import onemm_desktop
from PySide6.QtWidgets import QApplication, QLabel
from onemm_desktop.views import theme
app = QApplication([])
theme.load_fonts()
theme.apply(app, "light")
QLabel("রুখসানা বেগম").grab()
"""


def test_a_name_in_another_script_is_drawn_without_a_word_on_the_console() -> None:
    drawn = subprocess.run(
        [sys.executable, "-c", NAME_IN_BENGALI], capture_output=True, text=True, check=True, timeout=60
    )
    assert drawn.stderr == ""
