"""The one table of colours, in a light and a dark set with the same roles. No other file names a colour.

Painters ask ``tokens_of(palette)``: the palette that Qt hands to every painter says which set is in force, so no
widget holds a theme and none has to be told when it changes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtGui import QColor, QPalette

Tone = Literal["ok", "warn", "bad", "neutral", "primary"]


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colours by what they are for. Sources: the design page (light); the dark set keeps its contrasts."""

    ink: str  #: text
    secondary: str  #: text that comes second
    placeholder: str  #: what an empty field says
    disabled: str  #: words of a control that cannot be used now
    line: str  #: between rows, round cards
    outline: str  #: round buttons
    edge: str  #: round fields and boxes: the only sign of their extent, so 3:1 against the card
    ground: str  #: behind cards
    card: str
    hover: str  #: a row or rail entry under the pointer
    primary: str  #: the accent as text, focus and lines
    primary_soft: str  #: behind what is chosen
    accent: str  #: behind the one primary button
    accent_hover: str
    on_accent: str
    ok: str
    ok_soft: str
    ok_fill: str  #: the ticked box
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    neutral_soft: str

    def tone(self, tone: Tone) -> tuple[str, str]:
        """Text and background of a pill or message of this tone."""
        pairs: dict[Tone, tuple[str, str]] = {
            "ok": (self.ok, self.ok_soft),
            "warn": (self.warn, self.warn_soft),
            "bad": (self.bad, self.bad_soft),
            "neutral": (self.secondary, self.neutral_soft),
            "primary": (self.primary, self.primary_soft),
        }
        return pairs[tone]

    def text_pairs(self) -> list[tuple[str, str]]:
        """Every (text, background) that occurs on screen; a test holds each to 4.5:1."""
        grounds = (self.ground, self.card, self.hover, self.primary_soft)
        words = [(text, ground) for text in (self.ink, self.secondary, self.primary) for ground in grounds]
        tones: tuple[Tone, ...] = ("ok", "warn", "bad", "neutral", "primary")
        toned = [self.tone(tone) for tone in tones]
        on_cards = [(text, self.card) for text in (self.ok, self.warn, self.bad, self.placeholder)]
        on_accents = [(self.on_accent, self.accent), (self.on_accent, self.accent_hover)]
        return [*words, *toned, *on_cards, *on_accents, (self.ink, self.neutral_soft)]

    def shape_pairs(self) -> list[tuple[str, str]]:
        """Every (shape, background) that has to be seen to use the program; a test holds each to 3:1."""
        return [
            (self.edge, self.card),
            (self.edge, self.primary_soft),
            (self.primary, self.card),
            (self.primary, self.ground),
            (self.ok_fill, self.card),
            (self.on_accent, self.ok_fill),
        ]


LIGHT = Tokens(
    ink="#1B2233",
    secondary="#5B6478",
    placeholder="#6B7386",
    disabled="#9098A9",
    line="#E3E7EF",
    outline="#C9CFDD",
    edge="#7C869B",
    ground="#F5F7FB",
    card="#FFFFFF",
    hover="#F5F7FB",
    primary="#2B3A8C",
    primary_soft="#EEF1FC",
    accent="#2B3A8C",
    accent_hover="#3A4BA6",
    on_accent="#FFFFFF",
    ok="#1E7B4A",
    ok_soft="#E3F5EA",
    ok_fill="#1E7B4A",
    warn="#8A5A00",
    warn_soft="#FFF3D6",
    bad="#B42318",
    bad_soft="#FDE7E4",
    neutral_soft="#F5F7FB",
)

DARK = Tokens(
    ink="#E9ECF4",
    secondary="#A7B0C4",
    placeholder="#98A1B6",
    disabled="#6B7489",
    line="#2B3344",
    outline="#434D63",
    edge="#7A859C",
    ground="#11151D",
    card="#1A1F2B",
    hover="#202634",
    primary="#AEBBFF",
    primary_soft="#262F55",
    accent="#4557C4",
    accent_hover="#5163CF",
    on_accent="#FFFFFF",
    ok="#7BD8A6",
    ok_soft="#15382A",
    ok_fill="#2A8F5A",
    warn="#F1C453",
    warn_soft="#3D300F",
    bad="#FFA097",
    bad_soft="#4C1F1B",
    neutral_soft="#262C3A",
)


def tokens_of(palette: QPalette) -> Tokens:
    """The set in force where this palette is used."""
    return DARK if palette.color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21, by WCAG 2.2."""
    light, dark = sorted((_luminance(QColor(one)), _luminance(QColor(other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())
