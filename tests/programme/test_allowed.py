"""The laptop offers what the centre takes, and nothing else: the same table as in ``tests/central/test_roles.py``."""

from __future__ import annotations

from typing import get_args

import pytest

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.programme.allowed import may, require
from onemm_wire.partitions import ROLES, Role, granted
from onemm_wire.permissions import Verb
from onemm_wire.records import KINDS
from tests.central.test_roles import GRANTED, WHERE

LETTERS: dict[Verb, str] = {"create": "c", "update": "u", "delete": "d"}
#: A question is answered through ``programme/review.py``, by whoever may write the record that it is about.
ANSWERED = "conflict"


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("verb", get_args(Verb))
def test_what_is_offered_is_what_the_centre_takes(role: Role, verb: Verb) -> None:
    held = granted(role, "LDN", "p1", ["p1"])
    for kind in GRANTED.keys() - {ANSWERED}:
        # What this role's laptop never holds it has nothing to change of.
        at_hand = verb == "create" or WHERE[KINDS[kind].family] in held
        offered = at_hand and may(role, verb, kind) is None
        assert offered == (LETTERS[verb] in GRANTED[kind][role]), kind


def test_a_reason_says_who_can() -> None:
    assert may("staff", "update", "region") == "centre"
    assert may("coordinator", "create", "document_issue") == "role"
    assert may("trainer", "delete", "mentor") == "removal"
    assert may("trainer", "delete", "mentor", own=True) is None
    assert may("staff", "update", "attendance_mark") == "fact"
    assert may("coordinator", "update", "conflict", "partner/p1") is None
    assert may("coordinator", "update", "conflict", "region/LDN") == "role"


def test_a_verb_that_is_not_allowed_stops_with_its_reason() -> None:
    require("staff", "create", "mentor")
    with pytest.raises(KnownError) as stopped:
        require("coordinator", "create", "mentor")
    assert (stopped.value.problem, stopped.value.values) == (Problem.NOT_ALLOWED, {"reason": "role"})
