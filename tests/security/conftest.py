"""What all threats have in common: a centre, laptops that enrolled at it, and somebody who looks at every byte."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from onemm_desktop import sealing
from tests.security.program import Program
from tests.sync.conftest import furnished, laptop, new_laptop

__all__ = ["furnished", "laptop", "new_laptop"]


@pytest.fixture
def quick_stretching(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is tried is the order of things; that the real numbers are RFC 9106's has its own test."""
    monkeypatch.setattr(sealing, "_KIB", 32)


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path, quick_stretching: None) -> Iterator[Program]:
    """A laptop on which nobody has enrolled yet, and a stick."""
    program = Program(qapp, tmp_path / "laptop", tmp_path / "stick")
    program.folder.mkdir()
    yield program
    program.close()
