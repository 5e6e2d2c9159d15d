"""The story for which the program exists, over processes, PostgreSQL, HTTP, encrypted files and PDF readers."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path

import pytest

from tests.journeys.a_day_offline import WALK_INS, Held, Story, pages_of
from tests.security.reading import Names, found_in

CONTACTS = ("email", "phone")


@pytest.mark.timeout(300)
def test_a_training_held_offline_reaches_the_centre_and_nobody_else(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder: Path = tmp_path_factory.mktemp("day")
    told: list[str] = []
    story = Story(folder, told.append)
    stolen = folder / "stolen"
    story.after_the_kill = partial(shutil.copytree, story.laptop, stolen)
    story.play()
    assert story.facts["online again"] == "Online · all sent"
    assert len(list((folder / "papers").glob("*.pdf"))) == 2
    assert len(list((folder / "pictures").glob("*.png"))) == 6
    names = names_of(story.held())
    assert (stolen / "records.db-wal").exists()
    assert found_in([stolen, story.laptop, story.home], names) == {}, "of nobody a word on the disk"
    assert papers_in(stolen, story.laptop, story.home) == [], (
        "nor a picture of one: a paper's letters are numbers of shapes"
    )
    for paper in papers_in(story.papers):
        said = " ".join(pages_of(paper))
        assert names.in_text(said), "what was saved by choice can be read: the search does find names"


def papers_in(*places: Path) -> list[Path]:
    """Files that are or hold a PDF."""
    files = (file for place in places for file in place.rglob("*") if file.is_file())
    return [file for file in files if b"%PDF-" in file.read_bytes()]


def names_of(held: Held) -> Names:
    """Everybody of whom the laptop holds anything, and who came without being in it."""
    names = Names()
    for (_, kind, _), data in held.items():
        match kind:
            case "mentor" | "mentee" | "walk_in":
                names.add(data["given_name"], data["family_name"])
            case "contact":
                for field in CONTACTS:
                    names.add_text(data[field])
    for name, contact, _ in WALK_INS:
        given, _, family = name.partition(" ")
        names.add(given, family)
        names.add_text(contact)
    return names
