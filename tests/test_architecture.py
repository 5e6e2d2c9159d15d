"""The house stands as docs/map.md says: arrows point down, tables match the wire, files stay small."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from onemm_desktop.models import MODELS
from onemm_wire.records import KINDS

ROOT = Path(__file__).parent.parent


def test_every_arrow_points_down() -> None:
    # In a process of its own: it switches off every logger that is there.
    checking = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    done = subprocess.run([sys.executable, "-c", checking], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("kind", list(KINDS))
def test_a_table_has_exactly_the_fields_of_its_record(kind: str) -> None:
    model = MODELS[kind]
    columns = {column.key for column in model.__mapper__.columns} - model.LOCAL
    assert columns == set(KINDS[kind].__struct_fields__)


def test_kinds_have_the_same_order_on_the_wire_and_on_the_laptop() -> None:
    assert list(MODELS) == list(KINDS)
