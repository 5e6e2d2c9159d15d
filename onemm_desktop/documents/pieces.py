"""Cleaning a text, and cutting it into pieces of one direction, one script and one face."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from fontTools import unicodedata as scripts

from onemm_desktop.documents.direction import levels
from onemm_desktop.documents.fonts import Face, face_for, latin
from onemm_desktop.errors import KnownError, Problem

_JOINERS = "\u200c\u200d"  # they choose between forms in Persian, Urdu and the scripts of India: part of the name
_INVISIBLE = frozenset({"Cc", "Cf", "Cs"})
_SELECTORS = frozenset(map(chr, [*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0), 0x034F, 0x3164, 0x115F, 0x1160]))
_NEUTRAL = frozenset({"Zyyy", "Zinh", "Zzzz"})


class Piece(NamedTuple):
    """Characters of one level, face and script, in the order they are typed."""

    text: str
    level: int
    face: Face
    script: str


@lru_cache(maxsize=4096)
def clean(text: str) -> str:
    """NFC, one space between words, without control characters, direction overrides and zero-width strays.

    Overrides (U+202E and its family) make a name read as another one; the direction is worked out from the letters.
    """
    return unicodedata.normalize("NFC", " ".join("".join(map(_kept, text)).split()))


def pieces(text: str, *, bold: bool) -> Iterator[Piece]:
    """The pieces of a cleaned text, as it is typed. Raises NO_GLYPH for a code point that is no character."""
    found = [_script(character) for character in text]
    for script, character in zip(found, text, strict=True):
        if script == "Zzzz" and unicodedata.category(character) == "Cn":
            # No face can have it, and the rules of direction know nothing of it.
            raise KnownError(Problem.NO_GLYPH, code_point=f"U+{ord(character):04X}")
    current = next((script for script in found if script not in _NEUTRAL), "Latn")
    styled: list[tuple[int, Face, str]] = []
    for level, script, character in zip(levels(text), found, text, strict=True):
        # Spaces, digits, marks and punctuation take the script before them, or the first.
        current = current if script in _NEUTRAL else script
        styled.append((level, _face_of(character, current, bold=bold), current))
    position = 0
    for (level, face, script), members in groupby(styled):
        length = len(list(members))
        yield Piece(text[position : position + length], level, face, script)
        position += length


@lru_cache(maxsize=16384)
def _kept(character: str) -> str:
    if character.isspace():
        return " "
    if character in _JOINERS:
        return character
    stray = character in _SELECTORS or unicodedata.category(character) in _INVISIBLE
    return "" if stray else character


@lru_cache(maxsize=16384)
def _script(character: str) -> str:
    return str(scripts.script(character))


@lru_cache(maxsize=16384)
def _face_of(character: str, script: str, *, bold: bool) -> Face:
    own = face_for(script, bold=bold)
    if own.covers(character) or unicodedata.combining(character) or character in _JOINERS:
        return own
    usual = latin(bold=bold)
    # Brackets of full width and the like belong to every script, and only the East Asian face has them.
    return usual if usual.covers(character) else face_for("Hani", bold=bold)
