"""The story for which the program exists, over processes, PostgreSQL, HTTP, encrypted files and PDF readers."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.journeys.a_day_offline import Story


@pytest.mark.timeout(300)
def test_a_training_held_offline_reaches_the_centre_and_nobody_else(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder: Path = tmp_path_factory.mktemp("day")
    told: list[str] = []
    story = Story(folder, told.append)
    story.play()
    assert story.facts["online again"] == "Online · all sent"
    assert len(list((folder / "papers").glob("*.pdf"))) == 2
    assert len(list((folder / "pictures").glob("*.png"))) == 6
