"""The frame by keyboard: pages, Ctrl+K, Ctrl+Z, F5, and a pill that tells three true numbers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from onemm_desktop.changes import Change
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.sync.status import SyncStatus
from onemm_desktop.views import theme
from onemm_desktop.views.go_anywhere import Found
from onemm_desktop.views.main_window import Entry, MainWindow
from onemm_desktop.views.page import Page
from onemm_desktop.views.sync_words import headline, tone, under
from onemm_desktop.views.when import moment
from onemm_desktop.views.widgets import SearchField
from onemm_desktop.views.window import SMALLEST
from tests.robots.hands import Hands

NOW = datetime(2026, 11, 21, 17, 50, tzinfo=UTC)


class NotingPage(Page):
    """Writes down what the window tells it."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.notes: list[str] = []
        self.field = SearchField("Type a name", self)
        self.body.addWidget(self.field)
        self.setFocusProxy(self.field)

    def shown(self) -> None:
        self.notes.append("shown")

    def changed(self, change: Change) -> None:
        self.notes.append("changed")


@pytest.fixture
def pages() -> dict[str, NotingPage]:
    return {}


@pytest.fixture
def window(qtbot: QtBot, pages: dict[str, NotingPage]) -> Iterator[MainWindow]:
    pages |= {
        key: NotingPage(title) for key, title in (("today", "Today"), ("events", "Events"), ("settings", "Settings"))
    }
    pages["register"] = NotingPage("Register")
    window = MainWindow(
        "West Midlands",
        [
            Entry("today", "Today", "today", pages["today"]),
            Entry("events", "Events", "assignment_turned_in", pages["events"]),
            Entry("settings", "Settings", "settings", pages["settings"], low=True),
            Entry("register", "Register", "today", pages["register"], under="events"),
        ],
    )
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    window.go("today")
    yield window


@pytest.fixture
def hands(window: MainWindow) -> Hands:
    return Hands(window)


def test_alt_and_a_digit_go_to_a_page(window: MainWindow, hands: Hands, pages: dict[str, NotingPage]) -> None:
    hands.press("Alt+2")
    assert window.current == "events"
    assert pages["events"].notes == ["shown"]
    assert window.rail.entry("events").isChecked()


def test_a_page_without_an_entry_highlights_the_one_it_belongs_to(window: MainWindow) -> None:
    window.go("register")
    assert window.rail.entry("events").isChecked()


def test_only_the_page_in_front_refreshes(window: MainWindow, pages: dict[str, NotingPage]) -> None:
    window.changed(Change(everything=True))
    assert pages["today"].notes == ["shown", "changed"]
    assert pages["events"].notes == []


def test_ctrl_k_finds_pages_and_what_others_find(window: MainWindow, hands: Hands, qtbot: QtBot) -> None:
    opened: list[str] = []
    window.add_finder(lambda text: [Found("Siân Rhys", "Mentor", lambda: opened.append(text))] if text else [])
    hands.press("Ctrl+K")
    assert window.finder.titles() == ["Today", "Events", "Settings"]
    hands.type("sia")
    assert window.finder.titles() == ["Siân Rhys"]
    hands.press("Return")
    assert opened == ["sia"]
    assert window.finder.isHidden()


def test_ctrl_k_arrow_and_enter_open_a_page(window: MainWindow, hands: Hands) -> None:
    hands.press("Ctrl+K").press("Down").press("Return")
    assert window.current == "events"


def test_escape_closes_the_finder_and_gives_the_focus_back(
    window: MainWindow, hands: Hands, pages: dict[str, NotingPage]
) -> None:
    before = hands.at
    hands.press("Ctrl+K").press("Escape")
    assert window.finder.isHidden()
    assert hands.at is before is pages["today"].field


def test_ctrl_z_in_an_empty_search_field_takes_the_last_action_back(
    window: MainWindow, hands: Hands, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.undo_asked):
        hands.press("Ctrl+Z")


def test_ctrl_z_in_a_field_with_text_undoes_the_typing(
    window: MainWindow, hands: Hands, qtbot: QtBot, pages: dict[str, NotingPage]
) -> None:
    hands.type("sia")
    with qtbot.assertNotEmitted(window.undo_asked):
        hands.press("Ctrl+Z")
    assert pages["today"].field.text() == ""


def test_f5_sends_and_fetches(window: MainWindow, hands: Hands, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.sync_asked):
        hands.press("F5")


def test_a_click_on_the_pill_shows_the_details(window: MainWindow, hands: Hands) -> None:
    window.rail.pill.click()
    assert window.current == "settings"


def test_a_problem_stands_above_the_page_in_front(window: MainWindow, pages: dict[str, NotingPage]) -> None:
    window.show_problem(KnownError(Problem.DISK_FULL))
    assert "disk is full" in pages["today"].bar.sentence


def test_what_was_done_is_said_at_the_foot(window: MainWindow) -> None:
    window.say("Taken back: Siân marked present.")
    assert window.toast.isVisible()
    assert window.toast.text() == "Taken back: Siân marked present."


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_smallest_window_shows_everything_at_any_text_size(
    window: MainWindow, qapp: QApplication, scale: float
) -> None:
    theme.apply(qapp, "light", scale)
    window.resize(SMALLEST)
    qapp.processEvents()
    assert window.minimumSizeHint().width() <= SMALLEST.width()
    assert window.minimumSizeHint().height() <= SMALLEST.height()
    assert window.rail.narrow == (scale > 1.1)
    theme.apply(qapp, "light", 1.0)


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (SyncStatus(), "Nothing fetched yet"),
        (SyncStatus("online"), "Online · all sent"),
        (SyncStatus("online", unsent=2), "Online · 2 to send"),
        (SyncStatus("offline"), "Offline · all sent"),
        (SyncStatus("offline", unsent=14), "Offline · 14 to send"),
        (SyncStatus("busy"), "Centre busy"),
        (SyncStatus("busy", unsent=14), "Busy · 14 to send"),
        (SyncStatus("sending", sent=3, unsent=11), "Sending 3 of 14"),
        (SyncStatus("receiving"), "Fetching changes"),
        (SyncStatus("receiving", received=1200, total=5400), "Fetching 1,200 of 5,400"),
        (SyncStatus("attention", attention=2), "Needs attention 2"),
    ],
)
def test_the_pill_says_what_the_status_says(qapp: QApplication, status: SyncStatus, words: str) -> None:
    assert headline(status) == words
    assert tone(status)


def test_all_three_numbers_are_always_told(qapp: QApplication) -> None:
    status = SyncStatus("attention", unsent=14, attention=2, last_verified=NOW - timedelta(minutes=8))
    assert [headline(status), *under(status, NOW)] == ["Needs attention 2", "Verified today 17:42", "14 to send"]
    soon = SyncStatus("busy", next_try=NOW + timedelta(seconds=20))
    assert under(soon, NOW)[0] == "Tries again in a moment"
    later = SyncStatus("busy", next_try=NOW + timedelta(minutes=5))
    assert under(later, NOW)[0] == f"Tries again {moment(NOW + timedelta(minutes=5), NOW)}"
    offline = SyncStatus("offline", unsent=14, attention=2)
    assert [headline(offline), *under(offline, NOW)] == [
        "Offline · 14 to send",
        "Not verified yet",
        "2 need attention",
    ]


def test_a_screen_reader_hears_the_pill(window: MainWindow) -> None:
    window.show_status(SyncStatus("offline", unsent=14))
    assert window.rail.pill.accessibleName() == "Offline · 14 to send · Not verified yet"


def test_no_markup_in_a_name_is_obeyed(qtbot: QtBot) -> None:
    page = Page("<b>Siân</b>")
    qtbot.addWidget(page)
    assert page.title == "<b>Siân</b>"
    assert all(label.textFormat() == label.textFormat().PlainText for label in page.findChildren(QLabel))
