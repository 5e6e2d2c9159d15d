"""The part of Settings for a laptop without a network: three buttons, each ends in one sentence that is true."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from onemm_desktop.background import Background
from onemm_desktop.changes import Change
from onemm_desktop.views.dialogs import Dialogs
from onemm_desktop.views.settings.carrying import Carrying, CarryingCard
from onemm_wire.partitions import region
from tests.central_service import Centre
from tests.sync.carrying import accepted, bundles
from tests.sync.laptop import Laptop, NewLaptop
from tests.sync.records import identity, mentor

NOW = datetime(2026, 11, 21, 17, 30, tzinfo=UTC)


class Stick(Dialogs):
    """Somebody who saves to a stick under the name that is suggested, and takes the file from it that is ``wanted``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.wanted: Path | None = None

    def save_as(self, parent: QWidget, title: str, suggested: Path, kinds: str) -> Path | None:
        assert "*.onemm-bundle" in kinds
        self.wanted = self.folder / suggested.name
        return self.wanted

    def open_file(self, parent: QWidget, title: str, folder: Path, kinds: str) -> Path | None:
        return self.wanted


@dataclass
class Settings:
    """The card of one laptop, and whoever presses its buttons."""

    card: CarryingCard
    carrying: Carrying
    dialogs: Stick
    changes: list[Change]
    qtbot: QtBot

    def press(self, button: QPushButton) -> str:
        """Press it and wait; answers what is then said."""
        with self.qtbot.waitSignal(self.carrying.finished, timeout=20_000):
            button.click()
        assert button.isEnabled()
        return self.card.said.accessibleName()


NewSettings = Callable[[Laptop], Settings]


@pytest.fixture
def settings_of(qtbot: QtBot, tmp_path: Path) -> Iterator[NewSettings]:
    """Opens the card on a laptop; all of them share one stick."""
    stick = Stick(tmp_path / "STICK")
    stick.folder.mkdir()
    backgrounds: list[Background] = []

    def open_on(laptop: Laptop) -> Settings:
        card = CarryingCard("Without a network")
        qtbot.addWidget(card)
        background = Background(laptop.database)
        backgrounds.append(background)
        changes: list[Change] = []
        background.changed.connect(lambda change, _: changes.append(change))
        carrying = Carrying(card, bundles(laptop), background, stick, laptop_name="Desk 1/2", now=lambda: NOW)
        return Settings(card, carrying, stick, changes, qtbot)

    yield open_on
    for background in backgrounds:
        background.close()


def test_out_on_a_stick_through_a_colleague_and_back(
    furnished: Centre, laptop: Laptop, new_laptop: NewLaptop, settings_of: NewSettings
) -> None:
    laptop.sync()
    laptop.change_mentor(identity(0), notes="prefers mornings")
    mine, colleagues = settings_of(laptop), settings_of(new_laptop())

    said = mine.press(mine.card.save)
    file = mine.dialogs.wanted
    assert file is not None
    assert file.name.startswith("Desk 1 2 2026-11-21 ")
    assert said == f"1 change is in {file.name}. Take the file to the office, or to a laptop that is online."

    answer = file.with_name(f"{file.stem} answer.onemm-bundle")
    said = colleagues.press(colleagues.card.deliver)
    assert said.startswith(f"Delivered. Give {answer.name} back to whoever gave you the file")
    assert furnished.records("mentor")[identity(0)]["notes"] == "prefers mornings"

    mine.dialogs.wanted = answer
    # The change as it stands now, and what the centre states of the colleague's key since that laptop showed itself.
    assert mine.press(mine.card.answer) == "The centre took 1 change. 2 records came in."
    touched = mine.changes[-1].touched
    assert ("mentor", identity(0)) in touched
    assert sorted(kind for kind, _ in touched) == ["device_key", "mentor"]
    assert laptop.ops() == [(1, "done")]
    assert mine.press(mine.card.answer) == "This answer held nothing that this laptop did not know."


def test_what_needs_a_person_is_said(furnished: Centre, laptop: Laptop, settings_of: NewSettings) -> None:
    laptop.sync()
    laptop.change_mentor(identity(0), job_title="Nurse")
    furnished.put(region("LDN"), mentor(0, job_title="Midwife"))
    mine = settings_of(laptop)
    mine.press(mine.card.save)
    file = mine.dialogs.wanted
    assert file is not None
    accepted(furnished, file)
    mine.dialogs.wanted = file.with_name(f"{file.stem} answer.onemm-bundle")
    assert mine.press(mine.card.answer).startswith("1 change needs your attention.")


def test_without_changes_the_file_says_what_it_is_for(
    furnished: Centre, laptop: Laptop, settings_of: NewSettings
) -> None:
    laptop.sync()
    mine = settings_of(laptop)
    assert mine.press(mine.card.save).startswith("Nothing waits to be sent;")


def test_a_file_that_is_not_taken_is_one_sentence(furnished: Centre, laptop: Laptop, settings_of: NewSettings) -> None:
    laptop.sync()
    mine = settings_of(laptop)
    mine.press(mine.card.save)
    assert mine.press(mine.card.answer).startswith("This file goes the other way:")
    mine.dialogs.wanted = mine.dialogs.folder / "gone"
    assert mine.press(mine.card.answer).startswith("The file cannot be read.")


def test_offline_a_delivery_says_so_and_the_file_is_still_good(
    furnished: Centre, laptop: Laptop, settings_of: NewSettings
) -> None:
    laptop.sync()
    mine = settings_of(laptop)
    mine.press(mine.card.save)
    furnished.stop()
    assert mine.press(mine.card.deliver).startswith("The centre cannot be reached.")
    furnished.start()
    assert mine.press(mine.card.deliver).startswith("Delivered.")


def test_whoever_closes_the_dialog_changes_nothing(laptop: Laptop, settings_of: NewSettings) -> None:
    mine = settings_of(laptop)
    mine.card.answer.click()
    assert mine.card.answer.isEnabled()
    assert not mine.card.said.isVisible()
