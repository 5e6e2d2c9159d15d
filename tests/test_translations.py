"""Every word on screen can be translated, and is: nothing bare in the views, nothing missing in Welsh."""

from __future__ import annotations

import ast
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest

import onemm_desktop
from resources import resource
from scripts.translate import LANGUAGES, missing, untranslated

VIEWS = Path(onemm_desktop.__file__).parent / "views"

#: Calls whose first text goes to the screen or to a screen reader.
_SHOWS = {
    *("Text", "SecondaryButton", "PrimaryButton", "LinkButton", "Field", "Counter", "SearchField", "Choice"),
    *("set_title", "set_facts", "set_words", "set_back", "show_message", "say", "set_wrong"),
    *("setText", "setToolTip", "setPlaceholderText", "setAccessibleName", "setAccessibleDescription"),
}
#: The program's own name is the same in every language.
_SAME = {"1MM Desktop"}
_SLOT = re.compile(r"\{\w+\}|%n")


def bare_words(source: str) -> list[str]:
    """Texts that a file shows without ``tr``."""
    return [
        call.args[0].value
        for call in ast.walk(ast.parse(source))
        if isinstance(call, ast.Call)
        and _name(call.func) in _SHOWS
        and call.args
        and isinstance(call.args[0], ast.Constant)
        and isinstance(call.args[0].value, str)
        and re.search(r"[A-Za-z]{3}", call.args[0].value)
        and call.args[0].value not in _SAME
    ]


def _name(called: ast.expr) -> str:
    match called:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def messages(language: str) -> Iterator[tuple[str, list[str]]]:
    """(English text, its translations) of a language."""
    for message in ET.parse(resource("translations", f"onemm_{language}.ts")).getroot().iter("message"):
        translation = message.find("translation")
        if translation is not None:
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            yield message.findtext("source") or "", forms


@pytest.mark.parametrize("file", sorted(VIEWS.rglob("*.py")), ids=lambda file: str(file.relative_to(VIEWS)))
def test_no_view_shows_words_that_cannot_be_translated(file: Path) -> None:
    assert not bare_words(file.read_text("utf-8"))


def test_bare_words_are_found() -> None:
    assert bare_words('Text("Mentors", "title"); button.setText(self.tr("Send"))') == ["Mentors"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_the_program_is_with_the_translators(language: str) -> None:
    assert not missing(language), "run: python -m scripts.translate"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated(language: str) -> None:
    assert not untranslated(resource("translations", f"onemm_{language}.ts"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_keeps_every_slot(language: str) -> None:
    wrong = [
        source
        for source, forms in messages(language)
        for form in forms
        if sorted(_SLOT.findall(form)) != sorted(_SLOT.findall(source))
    ]
    assert not wrong


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_file_is_as_new_as_what_was_written(language: str) -> None:
    compiled = resource("translations", f"onemm_{language}.qm").read_bytes()
    longest = max((form for _, forms in messages(language) for form in forms), key=len)
    assert longest.encode("utf-16-be") in compiled
