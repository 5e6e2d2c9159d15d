"""Every widget that people act on has a name a screen reader can say, on every page of the frame.

``nameless`` is for other pages' tests too.
"""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QScrollBar,
    QTextEdit,
    QWidget,
)

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.programme.this_laptop import ThisLaptop
from onemm_desktop.settings import Settings
from onemm_desktop.sync.status import SyncStatus
from onemm_desktop.views.dialogs import Dialogs
from onemm_desktop.views.first_run.page import FirstRunPage
from onemm_desktop.views.main_window import Entry, MainWindow
from onemm_desktop.views.page import Page
from onemm_desktop.views.settings.page import Installed, SettingsPage
from onemm_desktop.views.trouble import TroublePage
from onemm_desktop.views.unlock.choosing import ChoosingPage
from onemm_desktop.views.unlock.door import Door
from onemm_desktop.views.unlock.meeting import MeetingPage
from onemm_desktop.views.unlock.office import OfficePage
from onemm_desktop.views.unlock.page import UnlockPage
from onemm_desktop.views.unlock.shut_out import ShutOutPage
from onemm_desktop.views.widgets import EmptyState
from tests.views.first_run_parts import EasyFirstRun

_EXPLICIT = Qt.WidgetAttribute.WA_WState_ExplicitShowHide
_ACTED_ON = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QTextEdit,
)


def nameless(root: QWidget) -> list[str]:
    """The widgets under ``root`` that people act on and a screen reader could not name."""
    buddies = {label.buddy() for label in root.findChildren(QLabel) if label.buddy() is not None}
    return [
        f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
        for widget in root.findChildren(QWidget)
        if isinstance(widget, _ACTED_ON) and not _named(widget) and widget not in buddies and not _of_qt(widget)
    ]


def _named(widget: QWidget) -> bool:
    if isinstance(widget, QAbstractButton) and widget.isHidden() and widget.testAttribute(_EXPLICIT):
        return True  # it has no words while it is not shown; a message gives it both
    return bool(widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()))


def _of_qt(widget: QWidget) -> bool:
    """Parts that Qt builds into its own widgets: scroll bars, a combo box's list, the cross that clears a field."""
    if isinstance(widget, QScrollBar):
        return True
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QComboBox | QLineEdit | QAbstractItemView):
            return True
        around = around.parentWidget()
    return False


def laptop() -> ThisLaptop:
    """Priya's laptop in London."""
    return ThisLaptop(
        device_id="d",
        name="Front desk",
        number=7,
        address="https://1mm.example.org",
        centre="c",
        user_id="u",
        user_name="Priya Shah",
        role="staff",
        region="LDN",
        region_name="London",
        first_sync_done=True,
    )


def settings_page() -> SettingsPage:
    """Settings over invented facts."""
    installed = Installed("0.1.0", "folder", unlock="keyring", has_keyring=True, database_bytes=lambda: 14_200_000)
    return SettingsPage(laptop(), installed, Settings(), now=lambda: datetime(2026, 11, 21, 10, tzinfo=UTC))


def test_first_run_names_everything(qapp: QApplication) -> None:
    page = FirstRunPage(EasyFirstRun(needs_passphrase=True), address="", device_name="front-desk")
    assert not nameless(page)
    page.close_page()


def test_unlocking_and_trouble_name_everything(qapp: QApplication) -> None:
    pages = [
        UnlockPage([Door("Nia Parry", "pin", lambda _: bytearray())], listed=True),
        OfficePage(7, "7K3M-9QRT", lambda _: bytearray()),
        ChoosingPage(6, lambda _: None, may_go_back=True),
        MeetingPage(3, lambda _: SyncStatus(), lambda _: None, Dialogs()),
        ShutOutPage([], Dialogs()),
    ]
    for page in pages:
        assert not nameless(page), type(page).__name__
        page.close_page()
    assert not nameless(TroublePage(KnownError(Problem.DATABASE_DAMAGED)))


def test_the_window_and_settings_name_everything(qapp: QApplication) -> None:
    empty = Page("Today")
    empty.body.addWidget(EmptyState("today", "Nothing today", "Open Events to see what is coming.", "Open Events"))
    window = MainWindow(
        "London", [Entry("today", "Today", "today", empty), Entry("settings", "Settings", "settings", settings_page())]
    )
    assert not nameless(window)


def test_a_widget_without_a_name_is_found(qapp: QApplication) -> None:
    page = Page("Today")
    page.body.addWidget(QLineEdit(page))
    assert nameless(page) == ["QLineEdit in Page"]
