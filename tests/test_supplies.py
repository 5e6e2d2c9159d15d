"""What the program is made of: pinned to the version that is tested, under licences that we may use."""

from __future__ import annotations

from importlib.metadata import distributions

import pytest

from scripts.supplies import CONSTRAINTS, Supply, faults, installed, is_strict, pins


def test_all_that_is_needed_is_pinned_and_may_be_used() -> None:
    assert list(faults(installed(distributions()), pins(CONSTRAINTS.read_text(encoding="utf-8")))) == []


def test_the_look_reaches_what_is_only_needed_by_something_that_is_needed() -> None:
    names = {supply.name for supply in installed(distributions())}
    assert {"requests", "urllib3", "psycopg-binary", "starlette", "bandit", "stevedore"} <= names


def test_what_is_not_as_it_should_be_is_told() -> None:
    supplies = [
        Supply("fine", "1", ("MIT",)),
        Supply("loose", "1", ()),
        Supply("other", "2", ("Apache-2.0",)),
        Supply("strict", "1", ("GPL-3.0-only",)),
    ]
    assert list(faults(supplies, pins("fine==1\nOther==1\nstrict==1  # why\n"))) == [
        "loose 1 is installed and not pinned in constraints.txt.",
        "other is pinned to 1 and installed as 2.",
        "strict is under GPL-3.0-only, which this program cannot be.",
    ]
    with pytest.raises(ValueError, match="pins nothing"):
        pins("requests>=2")


@pytest.mark.parametrize(
    ("licence", "strict"),
    [
        ("GPL-3.0-only", True),
        ("AGPL-3.0-or-later", True),
        ("GNU General Public License v3 (GPLv3)", True),
        ("GPL-2.0-only OR GPL-3.0-only", True),
        ("LGPL-3.0-only", False),
        ("LGPL-3.0-only OR GPL-2.0-only", False),
        ("GNU Library or Lesser General Public License (LGPL)", False),
        ("MIT OR GPL-2.0", False),
        ("BSD-3-Clause", False),
        ("HPND", False),
    ],
)
def test_which_licences_ask_too_much(licence: str, strict: bool) -> None:
    assert is_strict(licence) == strict
