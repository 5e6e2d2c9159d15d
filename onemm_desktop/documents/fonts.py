"""The typefaces that are printed, and which of them writes which script.

Noto Sans (OFL 1.1) covers the Latin of today's UK, Greek and Cyrillic; its sisters cover one script each; Droid Sans
Fallback (Apache 2.0) covers Chinese, Japanese and Korean in one weight. All are TrueType and shipped in
``resources/fonts``, so a certificate looks the same on every laptop and prints without a network.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from importlib.resources import files

import uharfbuzz as hb

_NOTO = {
    "Arab": "NotoSansArabic",
    "Armn": "NotoSansArmenian",
    "Beng": "NotoSansBengali",
    "Deva": "NotoSansDevanagari",
    "Ethi": "NotoSansEthiopic",
    "Geor": "NotoSansGeorgian",
    "Gujr": "NotoSansGujarati",
    "Guru": "NotoSansGurmukhi",
    "Hebr": "NotoSansHebrew",
    "Knda": "NotoSansKannada",
    "Mlym": "NotoSansMalayalam",
    "Sinh": "NotoSansSinhala",
    "Taml": "NotoSansTamil",
    "Telu": "NotoSansTelugu",
    "Thai": "NotoSansThai",
}
_EAST_ASIAN = frozenset({"Bopo", "Hang", "Hani", "Hira", "Kana"})


@dataclass(frozen=True, eq=False)
class Face:
    """One font file, opened once. Faces are compared by identity; ``face_for`` hands out one of each."""

    name: str
    data: bytes = field(repr=False)
    bold: bool

    @cached_property
    def shaper(self) -> hb.Font:
        """The font as HarfBuzz shapes with it, in font units."""
        return hb.Font(hb.Face(hb.Blob(self.data)))

    @cached_property
    def upem(self) -> int:
        """Font units to the em: 1000 or 2048 for Noto, 256 for Droid."""
        return int(self.shaper.face.upem)

    @cached_property
    def _covered(self) -> frozenset[int]:
        return frozenset(self.shaper.face.unicodes)

    def covers(self, character: str) -> bool:
        """Whether the face has a glyph of its own for one character."""
        return ord(character) in self._covered

    @cached_property
    def _boxes(self) -> dict[int, tuple[int, int, int, int]]:
        return {}

    def box(self, glyph: int) -> tuple[int, int, int, int]:
        """Left, bottom, right, top of a glyph's ink, in font units."""
        if glyph not in self._boxes:
            extents = self.shaper.get_glyph_extents(glyph)
            left, top = extents.x_bearing, extents.y_bearing
            self._boxes[glyph] = (left, top + extents.height, left + extents.width, top)
        return self._boxes[glyph]


@lru_cache(maxsize=64)
def _face(folder: str, name: str, *, bold: bool) -> Face:
    return Face(name, files("resources").joinpath("fonts", folder, f"{name}.ttf").read_bytes(), bold)


def latin(*, bold: bool) -> Face:
    """The face of the document itself, which also writes digits and punctuation between other scripts."""
    return _face("noto", "NotoSans-Bold" if bold else "NotoSans-Regular", bold=bold)


def face_for(script: str, *, bold: bool) -> Face:
    """The face that writes a script (ISO 15924 code); Noto Sans when none is kept for it."""
    if script in _NOTO:
        return _face("noto", f"{_NOTO[script]}-{'Bold' if bold else 'Regular'}", bold=bold)
    if script in _EAST_ASIAN:
        return _face("droid", "DroidSansFallback", bold=False)
    return latin(bold=bold)
