"""A laptop whose clock is wrong says so in Settings, because the times on papers come from it."""

from __future__ import annotations

from datetime import UTC, datetime

from pytestqt.qtbot import QtBot

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.sync.status import WRONG_CLOCK, SyncStatus
from onemm_desktop.views import sentences
from onemm_desktop.views.sync_words import clock_words
from tests.test_accessibility import settings_page

NOW = datetime(2026, 11, 21, 17, 50, tzinfo=UTC)


def test_a_clock_is_right_within_five_minutes(qapp: object) -> None:
    assert clock_words(SyncStatus(clock_offset=-WRONG_CLOCK), NOW) == "Agrees with the centre"
    assert clock_words(SyncStatus(clock_offset=-6 * 60), NOW) == "Wrong: at the centre it is today 17:44"
    assert clock_words(SyncStatus(clock_offset=86_400), NOW) == "Wrong: at the centre it is Sun 22 Nov 17:50"


def test_settings_ask_to_set_it_right_unless_there_is_something_worse(qtbot: QtBot) -> None:
    page = settings_page()
    qtbot.addWidget(page)
    page.show_status(SyncStatus(state="online", clock_offset=4000))
    assert "clock right" in page.trouble.sentence
    worse = KnownError(Problem.CERTIFICATE)
    page.show_status(SyncStatus(state="offline", clock_offset=4000, problem=worse))
    assert page.trouble.sentence == sentences.of(worse).sentence
    page.show_status(SyncStatus(state="online"))
    assert page.trouble.sentence == ""
