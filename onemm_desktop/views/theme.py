"""How the program looks: font, palette and style sheet of the whole application, from ``tokens.py``.

Palette first: most widgets need nothing else. ``resources/styles/*.qss`` says only what a palette cannot (corners,
padding, focus). In them ``{{ink}}`` stands for a colour and ``{{12px}}`` for a length at a body text of 14 px; both
are filled in here, so that everything grows with the text.
"""

from __future__ import annotations

import re
from dataclasses import asdict
from typing import Literal

from PySide6.QtCore import QLoggingCategory, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

from onemm_desktop.views import icons
from onemm_desktop.views.tokens import DARK, LIGHT, Tokens
from resources import resource

Scheme = Literal["light", "dark", "system"]

#: Body text of the design, in px. Every length of the design is meant beside this size.
BODY = 14
MIN_SCALE, MAX_SCALE = 1.0, 2.0
_SLOT = re.compile(r"\{\{(?:(?P<length>\d+)px|(?P<colour>\w+))\}\}")


def load_fonts() -> None:
    """Register the shipped fonts. Once per application, before ``apply``; Qt reads them when a letter needs them."""
    # Qt says of each letter in Bengali that Inter has none, and then finds the font that has.
    QLoggingCategory.setFilterRules("qt.text.font.db.info=false")
    for file in sorted([*resource("fonts").rglob("*.otf"), *resource("fonts").rglob("*.ttf")]):
        QFontDatabase.addApplicationFont(str(file))


def families() -> list[str]:
    """Inter, then what holds the letters it does not: ``NotoSansBengali-Bold.ttf`` is "Noto Sans Bengali"."""
    shipped = {file.stem.partition("-")[0] for file in resource("fonts", "noto").glob("*.ttf")}
    scripts = sorted(name.removeprefix("NotoSans") for name in shipped)
    return ["Inter", *(f"Noto Sans {script}".strip() for script in scripts), "Droid Sans Fallback"]


def apply(app: QApplication, scheme: Scheme, text_scale: float = 1.0) -> None:
    """Dress the application. Callable again at any time: open windows follow.

    The style sheet comes last: every widget then gets a StyleChange, shown or not, and measures itself anew. (Qt
    tells no widget of ApplicationFontChange, and those with a font of their own of no FontChange.)

    ``text_scale`` (1.0 to 2.0) multiplies the body text, which is never smaller than the system's own.
    """
    if app.style().name() != "fusion":
        app.setStyle(QStyleFactory.create("Fusion"))
    _ask_platform(app, scheme)
    tokens = chosen(app, scheme)
    icons.drop()
    app.setFont(body_font(text_scale))
    app.setPalette(palette(tokens))
    app.setStyleSheet(style_sheet(tokens, app.font().pixelSize()))


def chosen(app: QApplication, scheme: Scheme) -> Tokens:
    """The set of colours that a choice of scheme means on this system, now."""
    if scheme == "system":
        return DARK if app.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT
    return DARK if scheme == "dark" else LIGHT


def body_font(text_scale: float) -> QFont:
    """The font of the program: Inter at 14 px, or at the system's size where that is larger, times ``text_scale``."""
    system = QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)).pixelSize()
    font = QFont(families())
    font.setPixelSize(round(max(BODY, system) * min(max(text_scale, MIN_SCALE), MAX_SCALE)))
    return font


def sized(font: QFont, pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The program's font at another size of the design (24 for titles, 12 for small print), scaled like the body."""
    other = QFont(font)
    other.setPixelSize(scaled(pixels))
    other.setWeight(weight)
    return other


def scaled(pixels: float) -> int:
    """A length of the design in px at the present text size."""
    body = QApplication.font().pixelSize()
    return round(pixels * (body if body > 0 else BODY) / BODY)


def margins(widget: QWidget, horizontal: int, vertical: int) -> None:
    """Contents margins of a widget's layout, in px of the design."""
    layout = widget.layout()
    if layout is not None:
        layout.setContentsMargins(scaled(horizontal), scaled(vertical), scaled(horizontal), scaled(vertical))


def palette(tokens: Tokens) -> QPalette:
    """Everything a palette can say."""
    role = QPalette.ColorRole
    colours = {
        role.Window: tokens.ground,
        role.WindowText: tokens.ink,
        role.Base: tokens.card,
        role.AlternateBase: tokens.ground,
        role.Text: tokens.ink,
        role.PlaceholderText: tokens.placeholder,
        role.Button: tokens.card,
        role.ButtonText: tokens.ink,
        role.BrightText: tokens.bad,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.Accent: tokens.accent,
        role.Link: tokens.primary,
        role.LinkVisited: tokens.primary,
        role.ToolTipBase: tokens.ink,
        role.ToolTipText: tokens.card,
        role.Light: tokens.card,
        role.Midlight: tokens.line,
        role.Mid: tokens.outline,
        role.Dark: tokens.edge,
        role.Shadow: tokens.edge,
    }
    made = QPalette()
    for which, colour in colours.items():
        made.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(tokens.disabled))
    return made


def style_sheet(tokens: Tokens, body: int) -> str:
    """All style files in the order of their names, with colours and lengths filled in."""
    colours = asdict(tokens)

    def fill(slot: re.Match[str]) -> str:
        if slot["length"]:
            return f"{round(int(slot['length']) * body / BODY)}px"
        return str(colours[slot["colour"]])

    files = sorted(resource("styles").glob("*.qss"))
    return "\n".join(_SLOT.sub(fill, file.read_text("utf-8")) for file in files)


def _ask_platform(app: QApplication, scheme: Scheme) -> None:
    """Have the window frame and native dialogs follow too."""
    hints = app.styleHints()
    match scheme:
        case "light":
            hints.setColorScheme(Qt.ColorScheme.Light)
        case "dark":
            hints.setColorScheme(Qt.ColorScheme.Dark)
        case "system":
            hints.unsetColorScheme()
