"""Looking people up by name between two key presses, also among 100,000 of them.

The list of everybody is held in memory in the order of the screen: one number and one folded text per person (see
``models/folding.py``), and where each word occurs. That is about 400 bytes each, so 40 MB at 100,000. A search inside
SQLite would have to bring the same numbers out of the database at every key. What is *shown* of a person is read by
number, from SQL.

A typed word is looked for inside every word that occurs, of which there are few, because names repeat; what it finds is
one byte per person, and the bytes of several words are laid over each other.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress, repeat
from operator import contains
from typing import TypeVar

from rapidfuzz import process
from rapidfuzz.distance import OSA

from onemm_desktop.models.folding import fold

K = TypeVar("K", bound=Hashable)

#: Typed words whose answer is kept, one byte per person each: the letters they begin with, and the latest ones.
_REMEMBERED = 64
_FIRST_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
#: Below this many people a first letter is found fast enough without having been asked before.
_MANY = 20_000
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
    """Everybody of one list, in the order of the list. Belongs to one thread at a time."""

    def __init__(self, facet_names: Sequence[str], entries: Iterable[Entry] = ()) -> None:
        self._facet_names = tuple(facet_names)
        self._keys: array[int] = array("q")
        self._texts: list[str] = []
        self._facets: list[list[str]] = [[] for _ in self._facet_names]
        self._places: list[int] = []
        self._words: dict[str, array[int]] = {}
        self._having: dict[str, bytearray] = {}
        self._near: dict[str, bytearray] = {}
        self._chosen: dict[tuple[str, str], bytearray] = {}
        self._run_together = ""
        for entry in entries:
            self._append(entry)
        self._run_together = _without_spaces(self._texts)
        if len(self) > _MANY:
            for letter in _FIRST_LETTERS:
                self._have(letter)

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

        If nobody has, a word may also run over the spaces of theirs (``aprhys``), or be spelt nearly like one.
        """
        words = sorted(set(fold(text).split()), key=len, reverse=True)
        wanted = {name: value for name, value in (chosen or {}).items() if value}
        if not words and not wanted:
            return Found(range(len(self)))
        facets = [self._with_facet(name, value) for name, value in wanted.items()]
        found = self._where_all([*facets, *map(self._have, words)])
        if found or not words:
            return Found(found)
        if len(words) == 1 and len(words[0]) >= _SHORTEST_MISSPELT:
            found = self._where_all([*facets, self._have_run_together(words[0])])
        if found:
            return Found(found)
        return Found(self._where_all([*facets, *map(self._nearly_have, words)]), nearly=True)

    def put(self, entries: Iterable[Entry]) -> None:
        """Take over what changed. Whoever is new stands last until the list is read again."""
        for entry in entries:
            try:
                place = self._keys.index(entry.key)
            except ValueError:
                self._append(entry)
                place = len(self) - 1
            else:
                self._forget(place)
                self._texts[place] = entry.text
                self._learn(place)
                for values, value in zip(self._facets, entry.facets, strict=True):
                    values[place] = value
            for word, people in self._having.items():
                people[place : place + 1] = (word in entry.text,)
        self._near.clear()
        self._chosen.clear()
        self._run_together = ""

    # --- words -----------------------------------------------------------------------------------------------------

    def _append(self, entry: Entry) -> None:
        place = len(self._keys)
        self._keys.append(entry.key)
        self._texts.append(entry.text)
        self._places.append(place)
        for values, value in zip(self._facets, entry.facets, strict=True):
            values.append(value)
        self._learn(place)

    def _learn(self, place: int) -> None:
        for word in set(self._texts[place].split()):
            people = self._words.get(word)
            if people is not None:
                people.append(place)
            elif not word.isdecimal():  # everybody's reference has a number of its own: these are not worth keeping
                self._words[word] = array("I", (place,))

    def _forget(self, place: int) -> None:
        for word in set(self._texts[place].split()):
            people = self._words.get(word)
            if people is not None:
                people.remove(place)
                if not people:
                    del self._words[word]

    # --- one byte per person -----------------------------------------------------------------------------------------

    def _have(self, word: str) -> bytearray:
        """Who has a word with this one in it."""
        return _remembered(self._having, word, self._inside)

    def _inside(self, word: str) -> bytearray:
        if len(word) == 1 or word.isdecimal():
            return bytearray(map(contains, self._texts, repeat(word)))
        return self._marked(people for known, people in self._words.items() if word in known)

    def _have_run_together(self, word: str) -> bytearray:
        """Who has this word when the spaces between theirs do not count."""
        if not self._run_together:
            self._run_together = _without_spaces(self._texts)
        marks = bytearray(len(self))
        place = start = 0
        hit = self._run_together.find(word)
        while hit >= 0:
            place += self._run_together.count("\n", start, hit)
            marks[place] = 1
            start = hit
            hit = self._run_together.find(word, self._run_together.find("\n", hit))
        return marks

    def _nearly_have(self, word: str) -> bytearray:
        """Who has a word that holds this one, or that begins or reads nearly like it: one slip, two in a long word."""
        if len(word) < _SHORTEST_MISSPELT or word.isdecimal():
            return self._have(word)
        return _remembered(self._near, word, self._close_to)

    def _close_to(self, word: str) -> bytearray:
        slips = 2 if len(word) >= _LONG_WORD else 1
        whole = list(self._words)
        longer = [known for known in whole if len(known) > len(word)]
        near = {known for known in whole if word in known}
        for words, choices in ((whole, whole), (longer, [known[: len(word)] for known in longer])):
            close = process.extract(word, choices, scorer=OSA.distance, score_cutoff=slips, limit=None)
            near.update(words[at] for _, _, at in close)
        return self._marked(map(self._words.__getitem__, near))

    def _with_facet(self, name: str, value: str) -> bytearray:
        values = self._facets[self._facet_names.index(name)]
        return _remembered(self._chosen, (name, value), lambda _: bytearray(map(value.__eq__, values)))

    def _marked(self, occurrences: Iterable[array[int]]) -> bytearray:
        marks = bytearray(len(self))
        for people in occurrences:
            for place in people:
                marks[place] = 1
        return marks

    def _where_all(self, marks: Sequence[bytearray]) -> list[int]:
        """The places that are marked in every one of these."""
        both = int.from_bytes(marks[0], "little")
        for others in marks[1:]:
            both &= int.from_bytes(others, "little")
        return list(compress(self._places, both.to_bytes(len(self), "little"))) if both else []


def _remembered(answers: dict[K, bytearray], question: K, find_out: Callable[[K], bytearray]) -> bytearray:
    """The answer to a question, kept while it is among the latest ones or is asked at the beginning of every name."""
    known = answers.get(question)
    if known is None:
        known = find_out(question)
        if len(answers) >= _REMEMBERED:
            del answers[next(kept for kept in answers if kept not in _FIRST_LETTERS)]
        answers[question] = known
    return known


def _without_spaces(texts: Iterable[str]) -> str:
    return "\n".join(texts).replace(" ", "") + "\n"
