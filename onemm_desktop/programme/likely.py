"""Who somebody at the door probably is, among everybody with a card: by name, e-mail or telephone, however misspelt.

Everybody is held in memory, folded, as long as a register is open. A search goes through them in parts, so that the
window, which waits for the same lock of Python, is let in between. ``make bench`` prints what either takes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz, process
from sqlalchemy import select
from sqlalchemy.orm import Session

from onemm_desktop.models import Contact, Mentor
from onemm_desktop.models.folding import fold

#: People compared in one go.
_PART = 4_000
#: Names at least so alike (of 100, words in any order) may be one person's.
NEAR = 84
#: What a name that was not typed to its end counts for, against one that is misspelt.
_BEGUN = 99.0
#: The last digits of a telephone number that tell it apart, however its beginning is written.
_DIGITS = 9
#: Letters below which a name is near everybody's.
_LEAST = 4


@dataclass(frozen=True, slots=True)
class Alike:
    """A mentor who may be this very person. ``evidence``: same_email, same_phone, same_name, near_name, best first."""

    mentor: str
    name: str
    organisation: str
    evidence: tuple[str, ...] = ()


class Likely:
    """Everybody with a card as they are when it is built, ready to be compared; ``only`` one of them, if asked."""

    def __init__(self, session: Session, *, only: str | None = None) -> None:
        found = select(Mentor.id, Mentor.given_name, Mentor.family_name, Mentor.organisation)
        reached = select(Contact.person_id, Contact.email, Contact.phone)
        if only is None:
            found = found.order_by(Mentor.sort_name, Mentor.id)
        else:
            found, reached = found.where(Mentor.id == only), reached.where(Contact.person_id == only)
        self._people: list[Alike] = []
        self._names: list[str] = []
        self._place: dict[str, int] = {}
        for mentor, given, family, organisation in session.execute(found):
            name = f"{given} {family}".strip()
            self._place[mentor] = len(self._people)
            self._people.append(Alike(mentor, name, organisation))
            self._names.append(fold(name))
        self._emails: dict[str, list[int]] = {}
        self._phones: dict[str, list[int]] = {}
        for person, email, phone in session.execute(reached):
            place = self._place.get(person)
            if place is not None:
                for key, held in ((_email(email), self._emails), (_phone(phone), self._phones)):
                    if key:
                        held.setdefault(key, []).append(place)

    def find(self, *, name: str = "", contact: str = "", limit: int = 3) -> tuple[Alike, ...]:
        """Who it probably is: the same e-mail or telephone first, then the same name, then near ones."""
        evidence: dict[int, list[str]] = {}
        for place in self._emails.get(_email(contact), []):
            evidence.setdefault(place, []).append("same_email")
        for place in self._phones.get(_phone(contact), []):
            evidence.setdefault(place, []).append("same_phone")
        scores: dict[int, float] = {}
        for place, score in self._near(fold(name)):
            scores[place] = score
            evidence.setdefault(place, []).append("same_name" if score == 100 else "near_name")
        best = sorted(evidence, key=lambda place: (-_weight(evidence[place]), -scores.get(place, 0), place))
        return tuple(
            Alike(one.mentor, one.name, one.organisation, tuple(evidence[place]))
            for place in best[:limit]
            for one in (self._people[place],)
        )

    def _near(self, name: str) -> Iterator[tuple[int, float]]:
        if len(name.replace(" ", "")) < _LEAST or " " not in name:
            return
        words = name.split()
        for start in range(0, len(self._names), _PART):
            part = self._names[start : start + _PART]
            yield from ((start + place, _BEGUN) for place, held in enumerate(part) if _begins(held, words))
            for _, score, place in process.extract(
                name, part, scorer=fuzz.token_sort_ratio, score_cutoff=NEAR, limit=5
            ):
                if score == 100 or not _begins(part[place], words):
                    yield start + place, score


class Everybody:
    """A ``Likely`` that is built when it is first needed, and anew once a card changed.

    ``version`` is taken before the records are opened: whatever changes after that, even while everybody is read,
    makes what was read old.
    """

    def __init__(self) -> None:
        self._version = 0
        self._built: tuple[int, Likely] | None = None

    @property
    def version(self) -> int:
        """How often somebody changed."""
        return self._version

    def changed(self) -> None:
        """A card, an address or a number changed. On the window's thread, as everything that takes a version."""
        self._version += 1

    def find(self, session: Session, *, version: int, name: str, contact: str) -> tuple[Alike, ...]:
        """Who it probably is, among everybody as of ``version`` or later. On the reading thread alone."""
        if self._built is None or self._built[0] < version:
            self._built = (version, Likely(session))
        return self._built[1].find(name=name, contact=contact)


def _begins(name: str, words: list[str]) -> bool:
    """Whether every word typed begins one of the name's, and the name goes on."""
    padded = f" {name}"
    return all(f" {word}" in padded for word in words) and sorted(words) != sorted(name.split())


def _weight(evidence: list[str]) -> int:
    weights = {"same_email": 8, "same_phone": 4, "same_name": 2, "near_name": 1}
    return sum(weights[one] for one in evidence)


def _email(typed: str) -> str:
    typed = typed.strip().casefold()
    return typed if "@" in typed else ""


def _phone(typed: str) -> str:
    digits = "".join(letter for letter in typed if letter.isdigit())
    return digits[-_DIGITS:] if len(digits) >= _DIGITS and "@" not in typed else ""
