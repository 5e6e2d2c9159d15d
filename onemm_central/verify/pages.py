"""The page itself: plain HTML, made at the centre, without a script; readable by every browser and screen reader."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from onemm_central.verify import words
from onemm_central.verify.service import COUNTING
from onemm_central.verify.words import Language, Said
from onemm_wire.standing import Standing


class Fact(NamedTuple):
    """A line of what the certificate says. ``wide``: in the large letters of the name."""

    label: str
    value: str
    wide: bool = False


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("onemm_central.verify"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    return environment.get_template("check.html")


def style() -> bytes:
    """The page's style sheet: light or dark, as the reader's system is."""
    return files("onemm_central.verify").joinpath("templates", "check.css").read_bytes()


def form(language: Language, *, notice: Said | None = None) -> str:
    """The page before anything was asked."""
    return _page(language, None, "", "" if notice is None else notice[language])


def answer(language: Language, asked: str, found: Standing) -> str:
    """The page with its answer."""
    return _page(language, found, asked, "")


def _page(language: Language, found: Standing | None, asked: str, notice: str) -> str:
    verdict = None if found is None else words.VERDICTS[found.state]
    content = None if found is None else found.content
    return _template().render(
        lang=language,
        other="en" if language == "cy" else "cy",
        other_language=words.OTHER_LANGUAGE[language],
        title=words.TITLE[language],
        introduction=words.INTRODUCTION[language],
        field=words.FIELD[language],
        button=words.BUTTON[language],
        privacy=words.PRIVACY[language],
        asked=asked,
        notice=notice,
        tone="" if verdict is None else verdict.tone,
        heading="" if verdict is None else verdict.heading[language],
        meaning="" if verdict is None else verdict.meaning[language],
        facts=[] if found is None else _facts(language, found),
        kind="" if content is None else words.KINDS[content.kind][language],
        hint=_hint(found, language),
        badge=words.BADGE[language] if content is not None and found and found.state in COUNTING else "",
    )


def _facts(language: Language, found: Standing) -> list[Fact]:
    facts: list[Fact] = []
    said = found.content
    if said is not None:
        facts += [
            Fact(words.NAME[language], said.name, wide=True),
            Fact(words.EVENT[language], said.title),
            Fact(words.HELD_ON[language], words.day(said.held_on)[language]),
            Fact(words.HOURS[language], f"{said.hours:g}"),
        ]
        if said.valid_until is not None:
            facts.append(Fact(words.VALID_UNTIL[language], words.day(said.valid_until)[language]))
    if found.number:
        facts.append(Fact(words.NUMBER[language], found.number))
    if found.on is not None:
        facts.append(Fact(words.REVOKED_ON[language], words.day(found.on.date())[language]))
    if found.by:
        facts.append(Fact(words.REPLACED_BY[language], found.by))
    return facts


def _hint(found: Standing | None, language: Language) -> str:
    if found is not None and found.content is not None:
        return words.COMPARE[language]
    if found is not None and found.state in ("valid", "superseded", "revoked", "contested"):
        return words.NUMBER_ALONE[language]
    return ""
