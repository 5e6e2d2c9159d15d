"""Codes into sentences: every expected error gets one sentence and one action, every undo says what it took back.

Nothing below the views words anything. The tables are functions, so that they speak the language of the moment.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.views.sentences.actions import Action, actions
from onemm_desktop.views.sentences.problems import not_saved, problems
from onemm_desktop.views.sentences.refusals import refusals
from onemm_desktop.views.sentences.undo import taken_back
from onemm_wire.errors import Code

__all__ = ["Action", "Said", "of", "refusal", "undone"]

#: Under its own name, because the tool that collects the texts looks for it.
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence, the words of one button (none where empty), and what the button is for."""

    sentence: str
    button: str
    action: Action


def of(error: KnownError) -> Said:
    """What to say about an expected error. A refusal is worded by the centre's own code, where there is one."""
    text, action = problems()[error.problem]
    if error.problem is Problem.REFUSED:
        text, action = refusals().get(_code(error), (text, action))
    if error.problem is Problem.CANNOT_SAVE_FILE:
        text = not_saved().get(str(error.values.get("reason", "")), text)
    return Said(_fill(text, error.values), _fill(actions()[action], {}), action)


def refusal(code: str) -> str:
    """What to say about the centre's answer to one change."""
    try:
        return _fill(refusals()[Code(code)][0], {})
    except ValueError:
        return _fill(problems()[Problem.REFUSED][0], {})


def undone(label: str, values: dict[str, str]) -> str:
    """What Ctrl+Z took back. A label that nobody worded is a bug, found by a test; a person still gets a sentence."""
    text = taken_back().get(label, translate("sentences", "The last change was taken back."))
    return _fill(text, values)


def _code(error: KnownError) -> Code:
    try:
        return Code(str(error.values.get("code", "")))
    except ValueError:
        return Code.BAD_REQUEST


def _fill(text: str, values: Mapping[str, object]) -> str:
    return text.format_map(_Kept(values))


class _Kept(dict[str, object]):
    """Values for a sentence; one that is missing shows its slot instead of failing while an error is being told."""

    def __missing__(self, key: str) -> str:
        return f"{{{key}}}"
