"""Survey instruments: their exact wording, whether they may be asked, and what answers come to.

An instrument is a file of ``resources/instruments`` and never changes: another wording or scoring is another version.
Nothing is filled in for an item that was not answered: a score stands on all its items or is None.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Literal

import msgspec

from onemm_desktop.errors import KnownError, Problem
from resources import resource

#: Two answers that every item takes beside its own. Neither has points.
PREFER_NOT_TO_SAY = "prefer_not_to_say"
#: The person was never asked, or the instrument does not suit them.
NOT_ASKED = "not_asked"
BESIDE = (PREFER_NOT_TO_SAY, NOT_ASKED)
WhyNot = Literal["off", "licence", "too_young", "age_unknown"]


class _Shape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is read from a file: an unknown field is a mistake in the file."""


class Option(_Shape, frozen=True):
    """An answer. ``label_cy`` is empty where no official Welsh exists; ``group`` is what it is reported under."""

    code: str
    label: str
    label_cy: str = ""
    points: int | None = None
    group: str = ""


class Choices(_Shape, frozen=True):
    """The answers of an item: named ``options``, or every whole number from ``lowest`` to ``highest``."""

    options: tuple[Option, ...] = ()
    lowest: int = 0
    highest: int = 0

    @property
    def all(self) -> tuple[Option, ...]:
        """The named options; for a range one per number, whose code and label are the number."""
        numbers = range(self.lowest, self.highest + 1)
        return self.options or tuple(Option(str(one), str(one), points=one) for one in numbers)


class After(_Shape, frozen=True):
    """The answer of an earlier item that leads to another."""

    item: str
    answer: str


class Item(_Shape, frozen=True):
    """A question. ``reversed``: its most points count as its fewest. ``wording_cy``: as of ``Option.label_cy``.

    ``only_after``: it is asked of those alone who answered so.
    """

    code: str
    wording: str
    choices: str
    wording_cy: str = ""
    reversed: bool = False
    only_after: After | None = None


class Band(_Shape, frozen=True, rename={"lowest": "from"}):
    """A published range of scores, up to where the next band begins."""

    name: str
    lowest: int


class Score(_Shape, frozen=True):
    """The sum of ``items``. ``table``: the metric score of each sum from ``lowest_sum`` on."""

    code: str
    items: tuple[str, ...]
    bands: tuple[Band, ...] = ()
    lowest_sum: int = 0
    table: tuple[float, ...] = ()


class Instrument(_Shape, frozen=True):
    """One version of an instrument. ``minimum_age`` is in whole years, 0 where none is published.

    ``needs_licence``: locked until the charity enters the reference of its licence. ``demographic``: about who somebody
    is, not how they fare; it has no scores.
    """

    code: str
    version: str
    title: str
    attribution: str
    source: str
    on: bool
    choices: dict[str, Choices]
    items: tuple[Item, ...]
    intro: str = ""
    intro_cy: str = ""
    needs_licence: bool = False
    minimum_age: int = 0
    demographic: bool = False
    scores: tuple[Score, ...] = ()

    def options(self, item: Item) -> tuple[Option, ...]:
        """The answers of an item, without the two that stand beside those of every item."""
        return self.choices[item.choices].all


class Scored(msgspec.Struct, frozen=True):
    """A score of one sheet: the sum of points, its value (metric where there is a table), and its published band.

    ``instrument`` is the code and the version that were answered.
    """

    instrument: tuple[str, str]
    code: str
    total: int | None
    value: float | None
    band: str | None


@cache
def instruments() -> Mapping[tuple[str, str], Instrument]:
    """Every shipped instrument by code and version."""
    files = sorted(resource("instruments").glob("*.toml"))
    read = [msgspec.convert(tomllib.loads(one.read_text("utf-8")), Instrument) for one in files]
    return {(one.code, one.version): one for one in read}


def why_not(
    instrument: Instrument, *, age: int | None, turned_on: bool | None = None, licence: str = ""
) -> WhyNot | None:
    """Why somebody must not be asked, or None. ``turned_on``: what the charity decided against ``Instrument.on``."""
    if not (instrument.on if turned_on is None else turned_on):
        return "off"
    if instrument.needs_licence and not licence.strip():
        return "licence"
    if instrument.minimum_age and age is None:
        return "age_unknown"
    return "too_young" if age is not None and age < instrument.minimum_age else None


def asked(instrument: Instrument, answers: Mapping[str, str]) -> tuple[Item, ...]:
    """The items to ask of somebody who has answered so far, in their order."""
    return tuple(
        one
        for one in instrument.items
        if one.only_after is None or answers.get(one.only_after.item) == one.only_after.answer
    )


def scored(instrument: Instrument, answers: Mapping[str, str]) -> tuple[Scored, ...]:
    """What the answers, codes by item, come to. Raises WRONG_VALUE (``question``: the item it does not fit)."""
    by_code = {one.code: one for one in instrument.items}
    for unknown in answers.keys() - by_code.keys():
        raise KnownError(Problem.WRONG_VALUE, question=unknown)
    points = {code: _points(instrument, by_code[code], answer) for code, answer in answers.items()}
    of = (instrument.code, instrument.version)
    return tuple(_scored(of, one, [points.get(item) for item in one.items]) for one in instrument.scores)


def changes(before: tuple[Scored, ...], after: tuple[Scored, ...]) -> Mapping[str, float]:
    """By score, how far one person's value moved between two sheets; only what both have, in the same version."""
    earlier = {(one.instrument, one.code): one.value for one in before}
    return {
        one.code: round(one.value - start, 2)
        for one in after
        if one.value is not None and (start := earlier.get((one.instrument, one.code))) is not None
    }


def _points(instrument: Instrument, item: Item, answer: str) -> int | None:
    if answer in BESIDE:
        return None
    offered = {one.code: one.points for one in instrument.options(item)}
    if answer not in offered:
        raise KnownError(Problem.WRONG_VALUE, question=item.code)
    points = offered[answer]
    if points is None or not item.reversed:
        return points
    every = [one for one in offered.values() if one is not None]
    return max(every) + min(every) - points


def _scored(of: tuple[str, str], score: Score, points: list[int | None]) -> Scored:
    given = [one for one in points if one is not None]
    if len(given) < len(points):
        return Scored(of, score.code, None, None, None)
    total = sum(given)
    value = score.table[total - score.lowest_sum] if score.table else float(total)
    reached = [one.name for one in score.bands if one.lowest <= total]
    return Scored(of, score.code, total, value, reached[-1] if reached else None)
