"""Looking people up by name between two key presses, also among 100,000 of them.

The list of everybody is held in memory in the order of the screen: one number and one folded text per person (see
``models/folding.py``), about 200 bytes each, so 20 MB at 100,000. Reading these texts from end to end takes 3 to 7 ms
there, and a longer text is looked for only among the people whom the shorter one found; a search inside SQLite would
have to bring the same ids out of the database first. What is shown of a person is read by number, from SQL.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from onemm_desktop.models.folding import fold

#: Answers kept, so that deleting a letter costs nothing; 400 KB each at most, at 100,000 people.
_REMEMBERED = 16
#: A typed word shorter than this is not compared by its spelling: almost everything would be near it.
_SHORTEST_MISSPELT = 4
#: From this length two slips are forgiven, below it one.
_LONG_WORD = 8


@dataclass(frozen=True, slots=True)
class Entry:
    """One person in a directory: the row's number in SQL, the folded text, and what the list can be narrowed by."""

    key: int
    text: str
    facets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """Where in the list the people stand who were looked for, in the order of the list.

    ``nearly`` says that nobody is spelt like that and these come close.
    """

    positions: Sequence[int]
    nearly: bool = False


class Directory:
    """Everybody of one list, in the order of the list. Belongs to one thread at a time; ``version`` counts changes."""

    def __init__(self, facet_names: Sequence[str], entries: Iterable[Entry] = ()) -> None:
        self._facet_names = tuple(facet_names)
        self._keys: array[int] = array("q")
        self._texts: list[str] = []
        self._facets: list[list[str]] = [[] for _ in self._facet_names]
        self._spelling = _Spelling()
        self.version = 0
        self._answers: dict[tuple[tuple[str, ...], tuple[str, ...]], Found] = {}
        for entry in entries:
            self._append(entry)

    def __len__(self) -> int:
        return len(self._keys)

    @property
    def keys(self) -> Sequence[int]:
        """The rows' numbers in SQL, in the order of the list."""
        return self._keys

    def counted(self, facet: str) -> dict[str, int]:
        """How many people have each value of a facet."""
        values = self._facets[self._facet_names.index(facet)]
        return {value: values.count(value) for value in set(values)}

    def find(self, text: str, chosen: Mapping[str, str] | None = None) -> Found:
        """Who has every word of ``text`` somewhere in their words, in any order, and the ``chosen`` facets.

        If nobody has, a word that was run together is taken apart, or else words that are spelt nearly so count.
        """
        words = tuple(sorted(set(fold(text).split()), key=len, reverse=True))
        wanted = tuple((chosen or {}).get(name, "") for name in self._facet_names)
        known = self._answers.get((words, wanted))
        if known is None:
            known = self._look(words, wanted)
            if len(self._answers) >= _REMEMBERED:
                del self._answers[next(iter(self._answers))]
            self._answers[words, wanted] = known
        return known

    def put(self, entries: Iterable[Entry]) -> None:
        """Take over what changed. Whoever is new stands last until the list is put in order again."""
        self.version += 1
        self._answers.clear()
        for entry in entries:
            try:
                position = self._keys.index(entry.key)
            except ValueError:
                self._append(entry)
                continue
            self._spelling.forget(entry.key, self._texts[position])
            self._spelling.learn(entry.key, entry.text)
            self._texts[position] = entry.text
            for values, value in zip(self._facets, entry.facets, strict=True):
                values[position] = value

    def in_order(self, keys: Sequence[int]) -> Directory:
        """The same people in another order. Whoever ``keys`` does not name stands last."""
        place = {key: position for position, key in enumerate(self._keys)}
        order = [place.pop(key) for key in keys if key in place]
        order.extend(place.values())
        other = Directory(self._facet_names)
        other._take(self, order)
        return other

    def copy(self) -> Directory:
        """The list as it stands, for another thread to put in order; a few milliseconds for 100,000 people."""
        other = Directory(self._facet_names)
        other._take(self, range(len(self)))
        return other

    def _take(self, other: Directory, order: Sequence[int]) -> None:
        self._keys = array("q", map(other._keys.__getitem__, order))
        self._texts = list(map(other._texts.__getitem__, order))
        self._facets = [list(map(values.__getitem__, order)) for values in other._facets]
        self._spelling = other._spelling

    def _append(self, entry: Entry) -> None:
        self._keys.append(entry.key)
        self._texts.append(entry.text)
        self._spelling.learn(entry.key, entry.text)
        for values, value in zip(self._facets, entry.facets, strict=True):
            values.append(value)

    def _look(self, words: tuple[str, ...], wanted: tuple[str, ...]) -> Found:
        everybody = self._narrowed(wanted)
        positions = self._nearest_answer(words, wanted)
        if positions is None:
            positions = everybody
        for word in words:
            texts = self._texts
            positions = [position for position in positions if word in texts[position]]
        if positions or not words:
            return Found(positions)
        return Found(self._taken_apart(words, everybody) or self._spelt_nearly(words, everybody), nearly=True)

    def _narrowed(self, wanted: tuple[str, ...]) -> Sequence[int]:
        positions: Sequence[int] = range(len(self._keys))
        for values, value in zip(self._facets, wanted, strict=True):
            if value:
                positions = [position for position in positions if values[position] == value]
        return positions

    def _nearest_answer(self, words: tuple[str, ...], wanted: tuple[str, ...]) -> Sequence[int] | None:
        """The shortest remembered answer that must hold this one too: each of its words is part of one of these."""
        nearest: Sequence[int] | None = None
        for (earlier, facets), found in self._answers.items():
            if facets != wanted or found.nearly or not all(any(old in new for new in words) for old in earlier):
                continue
            if nearest is None or len(found.positions) < len(nearest):
                nearest = found.positions
        return nearest

    def _taken_apart(self, words: tuple[str, ...], positions: Sequence[int]) -> list[int]:
        """Who has ``aprhys`` when the spaces between their own words do not count."""
        if len(words) > 1 or len(words[0]) < _SHORTEST_MISSPELT:
            return []
        texts = self._texts
        return [position for position in positions if words[0] in texts[position].replace(" ", "")]

    def _spelt_nearly(self, words: tuple[str, ...], positions: Sequence[int]) -> list[int]:
        found = list(positions)
        keys, texts = self._keys, self._texts
        for word in words:
            near = self._spelling.near(word)
            found = [position for position in found if keys[position] in near or word in texts[position]]
        return found


class _Spelling:
    """Which words occur, and in whom: the second step of a search, for words that are slightly misspelt."""

    def __init__(self) -> None:
        self._people: dict[str, array[int]] = {}

    def learn(self, key: int, text: str) -> None:
        for word in text.split():
            if word.isalpha():
                people = self._people.get(word)
                if people is None:
                    self._people[word] = array("q", (key,))
                else:
                    people.append(key)

    def forget(self, key: int, text: str) -> None:
        for word in filter(str.isalpha, text.split()):
            people = self._people[word]
            people.remove(key)
            if not people:
                del self._people[word]

    def near(self, word: str) -> frozenset[int]:
        """Keys of the people with a word that begins or reads nearly like this one: one slip, two in a long word."""
        if len(word) < _SHORTEST_MISSPELT or not word.isalpha():
            return frozenset()
        slips = 2 if len(word) >= _LONG_WORD else 1
        whole = list(self._people)
        begun = [known[: len(word)] for known in whole]
        close: set[int] = set()
        for choices in (whole, begun):
            for _, _, at in process.extract(word, choices, scorer=OSA.distance, score_cutoff=slips, limit=None):
                close.update(self._people[whole[at]])
        return frozenset(close)
