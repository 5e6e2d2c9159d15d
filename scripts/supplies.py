"""What this program is made of besides its own code: all that it needs is pinned, and under licences that we may use.

    python -m scripts.supplies     one sentence for each that is not; ends with 1 if there is any

Works without a network. Whether a pinned version has a known weakness is for whoever raises the pins to look up.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import Distribution, distributions
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
CONSTRAINTS, PROJECT = ROOT / "constraints.txt", ROOT / "pyproject.toml"
#: Set up by Python itself.
OWN = frozenset({"pip", "setuptools", "wheel"})
#: Words of licences that ask of the whole program what we do not promise; LGPL is not one of them.
_STRICT = re.compile(r"\b(?:A?GPL|(?:AFFERO )?GENERAL PUBLIC LICENSE)", re.IGNORECASE)
_LESSER = re.compile(r"\bLGPL|LESSER GENERAL PUBLIC", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Supply:
    """One installed distribution; ``licences`` are its own words about them."""

    name: str
    version: str
    licences: tuple[str, ...]


def installed(found: Iterable[Distribution]) -> list[Supply]:
    """What is installed of all that this program needs, by name."""
    there = {normal(each.metadata["Name"]): each for each in found}
    return [Supply(name, there[name].version, tuple(_licences(there[name]))) for name in sorted(needed(there))]


def needed(there: Mapping[str, Distribution]) -> set[str]:
    """What this program asks for, and what that asks for in turn; other things may lie in the same environment."""
    reached: set[tuple[str, str]] = set()
    waiting = [(normal(requirement.name), extra) for requirement in asked_for() for extra in ("", *requirement.extras)]
    while waiting:
        name, extra = waiting.pop()
        if (name, extra) in reached or name not in there:
            continue
        reached.add((name, extra))
        for requirement in map(Requirement, there[name].requires or []):
            if requirement.marker is None or requirement.marker.evaluate({"extra": extra}):
                waiting += [(normal(requirement.name), wanted) for wanted in ("", *requirement.extras)]
    return {name for name, _ in reached}


def asked_for() -> list[Requirement]:
    """What ``pyproject.toml`` asks for, extras included."""
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    return [
        Requirement(line)
        for lines in (project["dependencies"], *project["optional-dependencies"].values())
        for line in lines
    ]


def pins(text: str) -> dict[str, str]:
    """Name and version of each line ``name==version``. Raises ValueError for a line that pins nothing."""
    pinned = {}
    for line in filter(None, (line.partition("#")[0].strip() for line in text.splitlines())):
        name, exact, version = line.partition("==")
        if not exact:
            raise ValueError(f"{line} pins nothing")
        pinned[normal(name)] = version.strip()
    return pinned


def faults(supplies: Iterable[Supply], pinned: dict[str, str]) -> Iterator[str]:
    """What is wrong, in sentences."""
    for supply in supplies:
        if supply.name in OWN:
            continue
        wanted = pinned.get(supply.name)
        if wanted is None:
            yield f"{supply.name} {supply.version} is installed and not pinned in constraints.txt."
        elif wanted != supply.version:
            yield f"{supply.name} is pinned to {wanted} and installed as {supply.version}."
        if supply.licences and all(map(is_strict, supply.licences)):
            yield f"{supply.name} is under {' / '.join(supply.licences)}, which this program cannot be."


def is_strict(licence: str) -> bool:
    """Whether these words leave nothing but the GPL or the AGPL; "MIT OR GPL-2.0" leaves a choice."""
    choices = re.split(r"\bOR\b|/", licence)
    return all(_STRICT.search(choice) and not _LESSER.search(choice) for choice in choices)


def normal(name: str) -> str:
    """A name as all its spellings are one (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _licences(found: Distribution) -> Iterator[str]:
    """An expression counts alone; classifiers before free words, which may be a whole licence's text."""

    def said(field: str) -> list[str]:
        return [words for words in found.metadata.get_all(field) or [] if words.strip()]

    classified = [line.rpartition(" :: ")[2] for line in said("Classifier") if line.startswith("License :: ")]
    yield from said("License-Expression") or classified or [words.splitlines()[0] for words in said("License")]


def main() -> None:
    """The entry point."""
    wrong = list(faults(installed(distributions()), pins(CONSTRAINTS.read_text(encoding="utf-8"))))
    if wrong:
        raise SystemExit("\n".join(wrong))


if __name__ == "__main__":
    main()
