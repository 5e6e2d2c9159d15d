"""An installation is told to be well only if it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from onemm_desktop import selftest


def test_a_sound_installation_is_well(qapp: object) -> None:
    said: list[str] = []
    assert selftest.run(said.append) == 0
    assert said[-1] == "all well"
    assert len(said) == 3


def test_a_missing_font_is_found(qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(selftest, "resource", lambda *parts: tmp_path)
    said: list[str] = []
    assert selftest.run(said.append) == 1
    assert said[-1] == "failed: there are no fonts"


def test_a_broken_font_is_found(qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "Broken.ttf").write_bytes(b"not a font")
    monkeypatch.setattr(selftest, "resource", lambda *parts: tmp_path)
    said: list[str] = []
    assert selftest.run(said.append) == 1
    assert said[-1] == "failed: Broken.ttf cannot be read"


def test_a_font_without_a_needed_letter_is_found(qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(selftest, "SAMPLE", "Ŵ\U0001f600")
    said: list[str] = []
    assert selftest.run(said.append) == 1
    assert said[-1] == "failed: the interface's font has no \U0001f600"
