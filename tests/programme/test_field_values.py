"""What travels becomes what a row holds, for every field of every kind: else it cannot be put back."""

from __future__ import annotations

from datetime import date, datetime
from typing import get_args, get_type_hints

import pytest

from onemm_desktop.models import MODELS
from onemm_desktop.programme.field_values import from_wire
from onemm_wire.records import KINDS

TEXTS = {date: "2026-11-21", datetime: "2026-11-21T10:25:00Z"}


@pytest.mark.parametrize("kind", KINDS)
def test_days_and_instants_are_more_than_text_in_a_row(kind: str) -> None:
    for name, hint in get_type_hints(KINDS[kind]).items():
        declared = next((one for one in (hint, *get_args(hint)) if one in TEXTS), None)
        if declared is not None:
            held = from_wire(MODELS[kind], name, TEXTS[declared])
            assert type(held) is declared, name
            assert from_wire(MODELS[kind], name, None) is None
