"""Every code has a sentence and an action; every undo says what it took back."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

import onemm_desktop
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.views import sentences
from onemm_wire.errors import Code


@pytest.mark.parametrize("problem", list(Problem))
def test_every_problem_has_one_sentence(qapp: QApplication, problem: Problem) -> None:
    said = sentences.of(KnownError(problem))
    assert said.sentence.endswith(".")
    assert (said.action == "none") == (said.button == "")


@pytest.mark.parametrize("code", list(Code))
def test_every_refusal_of_the_centre_has_its_own_sentence(qapp: QApplication, code: Code) -> None:
    said = sentences.of(KnownError(Problem.REFUSED, code=code.value))
    assert said.sentence.endswith(".")
    assert said.sentence == sentences.refusal(code.value)


def test_a_code_of_a_newer_centre_still_gets_a_sentence(qapp: QApplication) -> None:
    assert sentences.of(KnownError(Problem.REFUSED, code="from_the_future")).sentence
    assert sentences.refusal("from_the_future").endswith(".")


def test_no_sentence_speaks_of_the_machine(qapp: QApplication) -> None:
    everything = [sentences.of(KnownError(problem)).sentence for problem in Problem]
    everything += [sentences.refusal(code.value) for code in Code]
    forbidden = re.compile(r"\b(entity|record id|sync conflict|HTTP|database|SQL|exception|token)\b", re.IGNORECASE)
    assert not [sentence for sentence in everything if forbidden.search(sentence)]


def test_what_was_taken_back_is_said_with_its_name(qapp: QApplication) -> None:
    assert sentences.undone("marked_present", {"name": "Siân {Rhys}"}) == "Taken back: Siân {Rhys} marked present."


def test_every_label_the_pages_write_is_worded(qapp: QApplication) -> None:
    source = Path(onemm_desktop.__file__).parent / "views"
    code = "\n".join(file.read_text("utf-8") for file in source.rglob("*.py"))
    labels = set(re.findall(r'label="(\w+)"', code))
    fallback = sentences.undone("", {})
    assert not [label for label in labels if sentences.undone(label, {"name": "Siân"}) == fallback]
