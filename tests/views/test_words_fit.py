"""What a person must read is not cut off: states in either language, titles, and what the narrow window leaves out."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onemm_desktop.programme.people import MENTEE_STAGES, MENTOR_STAGES
from onemm_desktop.sync.status import SyncStatus
from onemm_desktop.views import theme
from onemm_desktop.views.dialogs import Dialogs
from onemm_desktop.views.events.words import state_samples as event_samples
from onemm_desktop.views.language import Speaker
from onemm_desktop.views.page import Page
from onemm_desktop.views.people import words as people_words
from onemm_desktop.views.register.words import state_samples as register_samples
from onemm_desktop.views.unlock.meeting import MeetingPage
from onemm_desktop.views.widgets import Column, EmptyState, Table, Text
from onemm_desktop.views.widgets.pill import pill_width

# Qt's offscreen screen says so of every window that is shown.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

LONG_NAME = "Wilhelmina Persephone Anastasia Featherstonehaugh-Cholmondeley Marjoribanks"


@pytest.fixture
def welsh(qapp: QApplication) -> Iterator[None]:
    speaker = Speaker(qapp)
    speaker.speak("cy")
    yield
    speaker.speak("en")


def table_of(qtbot: QtBot, width: int, *columns: Column) -> Table:
    table = Table("Mentors")
    qtbot.addWidget(table)
    table.setModel(QStandardItemModel(1, len(columns), table))
    table.set_columns(*columns)
    table.resize(QSize(width, 200))
    table.show()
    return table


def stage_words(stages: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(people_words.toned(people_words.stages(), stage)[0] for stage in stages)


@pytest.mark.usefixtures("welsh")
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_no_words_are_cut_on_the_card_in_the_middle(qapp: QApplication, qtbot: QtBot, scale: float) -> None:
    theme.apply(qapp, "light", scale)
    page = MeetingPage(12, lambda _: SyncStatus(), lambda _: None, Dialogs())
    qtbot.addWidget(page)
    page.bar.show_message("The centre cannot be reached. " * 3)
    page.resize(QSize(1024, 640))
    page.show()
    qapp.processEvents()
    cut = [text.text() for text in page.findChildren(Text) if text.height() < text.heightForWidth(text.width())]
    theme.apply(qapp, "light", 1.0)
    page.close_page()
    assert cut == []


@pytest.mark.usefixtures("welsh")
def test_every_state_fits_its_pill_in_welsh(qtbot: QtBot) -> None:
    for samples in (
        stage_words(MENTOR_STAGES),
        stage_words(MENTEE_STAGES),
        people_words.clearance_samples(),
        register_samples(),
        event_samples(),
    ):
        table = table_of(qtbot, 900, Column("name", "Siân", 1), Column("pill", samples))
        widest = max(pill_width(table.fontMetrics(), text) for text in samples)
        assert table.columnWidth(1) > widest, samples
    assert stage_words(MENTOR_STAGES)[0] == "Ymholiad", "nothing was said in Welsh"


@pytest.mark.usefixtures("welsh")
def test_every_day_of_the_year_fits_its_column_in_welsh(qtbot: QtBot) -> None:
    samples = people_words.day_samples()
    table = table_of(qtbot, 900, Column("name", LONG_NAME, 1), Column("text", samples))
    longest = max(table.fontMetrics().horizontalAdvance(sample) for sample in samples)
    assert table.columnWidth(1) >= longest + theme.scaled(24)
    assert any("Chwef" in sample for sample in samples)


def test_a_narrow_table_elides_names_before_it_hides_a_state(qtbot: QtBot) -> None:
    name, state = Column("name", LONG_NAME, 1), Column("pill", "Training booked")
    wide = table_of(qtbot, 1200, name, state)
    narrow = table_of(qtbot, 360, name, state)
    assert narrow.columnWidth(1) == wide.columnWidth(1)
    assert narrow.columnWidth(0) + narrow.columnWidth(1) <= narrow.viewport().width()


def test_a_long_title_takes_a_second_line_in_a_narrow_window(qtbot: QtBot) -> None:
    page = Page(LONG_NAME)
    page.body.addWidget(Table("Mentors", page), 1)
    qtbot.addWidget(page)
    page.resize(1400, 400)
    page.show()
    one_line = page._title.height()
    page.resize(420, 400)
    assert page._title.height() >= 2 * page._title.fontMetrics().lineSpacing() > one_line


def test_an_empty_list_tells_a_screen_reader_why_it_is_empty(qtbot: QtBot) -> None:
    empty = EmptyState("groups", "No mentors yet", "Press F5 to fetch them.")
    qtbot.addWidget(empty)
    assert empty.accessibleName() == "No mentors yet Press F5 to fetch them."
