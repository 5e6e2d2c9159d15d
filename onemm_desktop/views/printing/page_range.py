"""Which pages to print again after a jam: ``14–22``, ``3, 7``, ``40-``. Nothing means all."""

from __future__ import annotations

import re

_PART = re.compile(r"(\d+)?\s*([-–—])?\s*(\d+)?")


def pages(text: str, last: int) -> tuple[int, ...] | None:
    """Page numbers from 1 in the order they are written, each once; None for what cannot be read or is not there."""
    if not text.strip():
        return tuple(range(1, last + 1))
    found: dict[int, None] = {}
    for part in re.split(r"[,;]", text):
        match = _PART.fullmatch(part.strip())
        if match is None or not (match[1] or match[3]):
            return None
        first = int(match[1] or 1)
        until = int(match[3] or last) if match[2] else first
        if not 1 <= first <= until <= last:
            return None
        found.update(dict.fromkeys(range(first, until + 1)))
    return tuple(found)
