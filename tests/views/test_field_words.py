"""Every field that travels has a word, and every value one can be told."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from PySide6.QtWidgets import QApplication

from onemm_desktop.programme.field_values import shape_of
from onemm_desktop.views import field_words
from onemm_desktop.views.value_words import codes_of, record_words, value_words
from onemm_wire.records import KINDS

FIELDS = [(kind, name) for kind, record in KINDS.items() for name in record.__struct_fields__ if name != "id"]


@pytest.mark.parametrize(("kind", "field"), FIELDS)
def test_every_field_that_travels_has_a_word(qapp: QApplication, kind: str, field: str) -> None:
    own = (kind, field) in field_words._of_kinds() or field in field_words._fields()
    assert own, f"{kind}.{field} needs a word in views/field_words.py"
    assert "_" not in field_words.field_word(kind, field)


def test_no_word_is_for_a_field_that_nobody_has(qapp: QApplication) -> None:
    assert set(field_words._fields()) <= {name for _, name in FIELDS}
    assert set(field_words._of_kinds()) <= set(FIELDS)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_word(qapp: QApplication, kind: str) -> None:
    assert kind in field_words._kinds()


def test_a_field_of_a_newer_program_is_readable(qapp: QApplication) -> None:
    assert field_words.field_word("mentor", "shoe_size") == "shoe size"


@pytest.mark.parametrize(("kind", "field"), [pair for pair in FIELDS if pair[1] != "about_kind"])
def test_every_code_of_a_field_has_words(qapp: QApplication, kind: str, field: str) -> None:
    codes = shape_of(kind, field).codes
    assert not codes or codes_of(kind, field) is not None
    assert all("_" not in value_words(kind, field, code) for code in codes)


@pytest.mark.parametrize(
    ("kind", "field", "value", "said"),
    [
        ("contact", "phone", "07700 900412", "07700 900412"),
        ("contact", "phone", "", "nothing"),
        ("mentor", "joined_on", None, "nothing"),
        ("mentor", "joined_on", "2026-11-21", "21 November 2026"),
        ("event", "starts_at", "2026-07-04T09:30:00Z", "4 July 2026 10:30"),
        ("mentor", "stage", "ready_to_match", "Ready to match"),
        ("mentor", "help_areas", ["interview_skills", "CV development"], "Interview skills, CV development"),
        ("walk_in", "consent", True, "Yes"),
        ("mentor", "max_mentees", 0, "0"),
        ("event", "hours", 5.5, "5.5"),
        ("event", "hours", 6.0, "6"),
        ("booking", "event_id", "e1", "Mentor training"),
        ("mentor", "joined_on", "soon", "soon"),
        ("mentor", "shoe_size", {"eu": 42}, "{'eu': 42}"),
    ],
)
def test_values_are_told_in_words(qapp: QApplication, kind: str, field: str, value: Any, said: str) -> None:
    assert value_words(kind, field, value, {"e1": "Mentor training"}) == said


def test_of_a_whole_record_only_what_differs_is_told(qapp: QApplication) -> None:
    before = {"id": "1", "phone": "1", "email": "a@example.org"}
    assert record_words("contact", {**before, "phone": "2"}, before, {}) == "Telephone number: 2"
    many: dict[str, Any] = msgspec.to_builtins(dict.fromkeys([name for kind, name in FIELDS if kind == "mentor"], "x"))
    assert record_words("mentor", many, {}, {}).endswith("…")
