"""Names made comparable: without accents, case, apostrophes and hyphens, for searching and sorting."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

#: Names that are kept folded. Given names, schools and employers come again and again in a first sync.
_REMEMBERED = 4_096

# Letters that Unicode does not take apart into a base letter and a mark.
_WHOLE = str.maketrans(
    {"ł": "l", "đ": "d", "ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th", "ð": "d", "ı": "i", "ħ": "h"}
)
_SILENT = str.maketrans(dict.fromkeys("'’‘ʼʻ`´.", None) | dict.fromkeys("-‐‑–_/,", " "))


@lru_cache(maxsize=_REMEMBERED)
def fold(text: str) -> str:
    """``Siân Rhys-Pritchard`` -> ``sian rhys pritchard``; ``O’Connor`` -> ``oconnor``; ``Łukasz`` -> ``lukasz``."""
    if text.isascii():
        plain = text.casefold()
    else:
        # Taken apart first, because a letter such as 𝔄 only then has a case; and again for what folding the case made.
        apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
        plain = "".join(letter for letter in apart if not unicodedata.combining(letter)).translate(_WHOLE)
    return " ".join(plain.translate(_SILENT).split())
