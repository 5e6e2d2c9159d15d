"""Invented names of today's United Kingdom, each built by the custom of its heritage.

The lists in ``resources/pilot/names`` are common given and family names, written with the marks and letters their
bearers use. Any likeness to a living person is chance: no list of real people was read.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

import msgspec

from onemm_central.seed.chance import Chance
from resources import resource

#: Letters that do not come apart into a plain letter and a mark.
_PLAIN = str.maketrans(
    {"ł": "l", "ø": "o", "ı": "i", "đ": "d", "ß": "ss", "ɔ": "o", "ɛ": "e", "þ": "th", "ð": "d", "æ": "ae", "ə": "e"}
)


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name as the card has it. ``certificate`` is empty where it is simply given and family name."""

    given: str
    family: str
    certificate: str = ""
    preferred: str = ""
    heritage: str = ""

    @property
    def full(self) -> str:
        """Given and family name; a person may have only one."""
        return f"{self.given} {self.family}".strip()

    @property
    def printed(self) -> str:
        """As it stands on a certificate."""
        return self.certificate or self.full


class Heritage(msgspec.Struct, kw_only=True, frozen=True, forbid_unknown_fields=True):
    """How names are made in one heritage. Shares are between 0 and 1.

    ``middle``: a second given name that belongs to the custom (Kaur, Singh, Thị). ``single``: one name and no family
    name. ``family_first`` and ``original_script``: how often a certificate is wanted that way. ``script`` spells
    names in their own letters; only a name all of whose parts are listed there can be wanted in it.
    """

    weights: dict[str, float]
    women: list[str]
    men: list[str]
    family: list[str]
    family_women: list[str] = []
    family_men: list[str] = []
    women_middle: list[str] = []
    men_middle: list[str] = []
    middle: float = 0.0
    double_barrelled: float = 0.0
    single: float = 0.0
    family_first: float = 0.0
    original_script: float = 0.0
    script_family_first: bool = False
    preferred: dict[str, str] = {}
    script: dict[str, str] = {}

    def name(self, heritage: str, chance: Chance, *, second: bool = False) -> Name:
        """One invented name of this heritage; with a ``second`` given name where first ones have run short."""
        woman = chance.happens(0.56)
        given = chance.pick(self.women if woman else self.men)
        middle = chance.pick(self.women_middle if woman else self.men_middle) if chance.happens(self.middle) else ""
        if second:
            another = chance.pick([name for name in (self.women if woman else self.men) if name != given])
            middle = f"{another} {middle}".strip()
        family = self._family(woman, chance)
        # The Vietnamese middle name comes before the given one; the Punjabi one after it.
        parts = [middle, given] if self.family_first else [given, middle]
        return Name(
            given=" ".join(part for part in parts if part),
            family=family,
            certificate=self._certificate(given, middle, family, chance),
            preferred=self.preferred.get(given, "") if chance.happens(0.5) else "",
            heritage=heritage,
        )

    def _family(self, woman: bool, chance: Chance) -> str:
        if chance.happens(self.single):
            return ""
        names = self.family + (self.family_women if woman else self.family_men)
        family = chance.pick(names)
        other = chance.pick(self.family)
        return f"{family}-{other}" if other != family and chance.happens(self.double_barrelled) else family

    def _certificate(self, given: str, middle: str, family: str, chance: Chance) -> str:
        if chance.happens(self.original_script):
            return self._own_letters(given, middle, family)
        if chance.happens(self.family_first):
            return " ".join(part for part in (family, middle, given) if part)
        return ""

    def _own_letters(self, given: str, middle: str, family: str) -> str:
        parts = [part for part in (given, middle, family) if part]
        if not all(part in self.script for part in parts):
            return ""
        spelt = [self.script[part] for part in parts]
        return "".join(reversed(spelt)) if self.script_family_first else " ".join(spelt)


@cache
def heritages() -> dict[str, Heritage]:
    """All heritages, by the name of their file."""
    files = sorted(resource("pilot", "names").glob("*.toml"))
    return {file.stem: msgspec.toml.decode(file.read_bytes(), type=Heritage) for file in files}


class NameGiver:
    """Gives the people of one region their names. Nobody shares a name with somebody else until names run short."""

    #: How often a free name is sought: twice plainly, then with a second given name. At benchmark scale some people
    #: share a name in the end, as they do in the world.
    _GOES = 4

    def __init__(self, region: str, chance: Chance) -> None:
        self._chance = chance
        self._names = list(heritages())
        self._cumulative = list(accumulate(heritages()[name].weights[region] for name in self._names))
        self._given: set[str] = set()

    def taken(self, name: Name) -> None:
        """Say that a name is somebody's already."""
        self._given.add(name.full)

    def name(self) -> Name:
        """The next name."""
        for go in range(self._GOES):
            heritage = self._chance.weighted(self._names, self._cumulative)
            name = heritages()[heritage].name(heritage, self._chance, second=go > 1)
            if name.full not in self._given:
                break
        self.taken(name)
        return name


def plain(name: str) -> str:
    """A name in the letters of an e-mail address: no marks, no apostrophes, spaces as hyphens."""
    letters = unicodedata.normalize("NFKD", name.lower()).translate(_PLAIN)
    kept = "".join(letter for letter in letters if letter.isascii() and (letter.isalnum() or letter in " -"))
    return "-".join(kept.replace("-", " ").split())
