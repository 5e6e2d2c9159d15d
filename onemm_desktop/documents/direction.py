"""Which way a text runs: levels and visual order of the Unicode Bidirectional Algorithm (UAX 9), by python-bidi."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from itertools import groupby
from typing import Any, TypeVar

from bidi import algorithm

T = TypeVar("T")

_FIRST_FROM_THE_RIGHT = "\u0590"  # Hebrew begins here; nothing before it runs from right to left


def levels(text: str) -> list[int]:
    """The embedding level of every character of one line: odd ones run from right to left."""
    if not text or max(text) < _FIRST_FROM_THE_RIGHT:
        return [0] * len(text)
    storage: dict[str, Any] = algorithm.get_empty_storage()
    # Every paper is written in English or Welsh. A name in two scripts runs as its paper does (rule HL1): its parts
    # stand in the order they are typed in, and readers copy them so.
    mixed = any(unicodedata.bidirectional(character) == "L" for character in text)
    storage["base_level"] = 0 if mixed else algorithm.get_base_level(text)
    storage["base_dir"] = "LR"[storage["base_level"]]
    algorithm.get_embedding_levels(text, storage)
    every = list(storage["chars"])
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, debug=False)
    algorithm.resolve_implicit_levels(storage, debug=False)
    kept = {id(character) for character in storage["chars"]}
    found: list[int] = []
    for character in every:
        # The algorithm drops joiners: they follow the letter they stand behind, or its run would be torn apart.
        found.append(character["level"] if id(character) in kept or not found else found[-1])
    return found


def in_visual_order(pieces: list[T], level_of: Callable[[T], int]) -> list[T]:
    """Rule L2: from the highest level down to the lowest odd one, turn every stretch around."""
    if len(pieces) == 1:
        return pieces  # the shaper turns the inside of a piece
    highest = max(map(level_of, pieces), default=0)
    for level in range(highest, 0, -1):
        turned: list[T] = []
        for inside, members in groupby(pieces, key=lambda piece: level_of(piece) >= level):
            stretch = list(members)
            turned += reversed(stretch) if inside else stretch
        pieces = turned
    return pieces
