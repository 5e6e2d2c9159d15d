"""A robot among the trainer's pages: it opens, reads, saves, and answers dialogs from a list."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from onemm_desktop.background import Background
from onemm_desktop.pages import Pages
from onemm_desktop.views.dialogs import Dialogs
from onemm_desktop.views.main_window import MainWindow
from onemm_desktop.views.printing.signing import Signing
from onemm_desktop.views.widgets import Counter, LinkButton, Text
from tests.robots.hands import settle
from tests.robots.lead_key import lead_key
from tests.robots.means import means
from tests.test_accessibility import settings_page
from tests.training_day import Day


class Answers(Dialogs):
    """Dialogs whose answers were written down before."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.suggested = ""
        self.printed = folder / "printed.pdf"
        self.cancel = False
        #: After so many pages the printer is out of paper, or was unplugged.
        self.paper: int | None = None
        #: How often somebody was asked for a printer.
        self.asked = 0

    def save_as(self, parent: QWidget, title: str, suggested: Path, kinds: str) -> Path | None:
        self.suggested = suggested.name
        return None if self.cancel else self.folder / suggested.name

    def printer(self, parent: QWidget, title: str) -> QPrinter | None:
        self.asked += 1
        if self.cancel:
            return None
        printer = QPrinter() if self.paper is None else _Failing(self.paper)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        # A printer that is gone does not even begin: here it is a folder that is not there.
        gone = self.paper == 0
        printer.setOutputFileName(str(self.folder / "gone" / "printed.pdf" if gone else self.printed))
        printer.setResolution(72)
        return printer


class _Failing(QPrinter):
    """A printer that takes so many pages and no more."""

    def __init__(self, takes: int) -> None:
        super().__init__()
        self._left = takes

    def newPage(self) -> bool:
        self._left -= 1
        return self._left > 0 and super().newPage()


class TrainerRobot:
    """A trainer's window over a real database."""

    def __init__(self, day: Day, folder: Path, signing: Signing | None = None) -> None:
        self.day = day
        self.answers = Answers(folder)
        self.background = Background(day.database, day.desk)
        self.pages = Pages(
            self.background,
            day.desk,
            self.answers,
            settings_page(),
            lead_key(),
            means(day.database, day.clock),
            signing=signing,
        )
        self.window = MainWindow("West Midlands", self.pages.entries)
        self.pages.connect_to(self.window)
        self.pages.setParent(self.window)
        self.background.changed.connect(self.window.changed)
        self.window.resize(1280, 800)
        self.window.show()
        self.window.activateWindow()

    def close(self) -> None:
        """Put everything away."""
        self.background.close()
        self.window.close()
        self.window.deleteLater()

    def go(self, key: str) -> TrainerRobot:
        """Bring a page to the front."""
        self.window.go(key)
        return self.wait()

    def open_register(self) -> TrainerRobot:
        """Open the register of the day's event, as from Today."""
        self.go("today").pages.today.register_asked.emit(self.day.event)
        return self.wait()

    def open_sheet(self) -> TrainerRobot:
        """Open the sign-in sheet from the register."""
        return self.open_register().click("Sign-in sheet")

    def open_certificates(self) -> TrainerRobot:
        """Open the certificates from the register."""
        self.open_register().pages.register.certificates_asked.emit(self.day.event)
        return self.wait()

    def wait(self) -> TrainerRobot:
        """Until everything asked for has been done and shown."""
        settle(self.background)
        return self

    def click(self, words: str) -> TrainerRobot:
        """Click on the visible button with these words."""
        page = self.window.page(self.window.current)
        for button in page.findChildren(QAbstractButton):
            if button.isVisible() and button.accessibleName().startswith(words):
                assert button.isEnabled(), f"{words} cannot be pressed"
                QTest.mouseClick(button, Qt.MouseButton.LeftButton)
                return self.wait()
        raise AssertionError(f"no button says {words}")

    def press(self, key: str) -> TrainerRobot:
        """Press a key where the focus is."""
        QTest.keySequence(QApplication.focusWidget() or self.window, QKeySequence(key))
        return self.wait()

    def type(self, text: str) -> TrainerRobot:
        """Type into whatever has the focus."""
        QTest.keyClicks(QApplication.focusWidget() or self.window, text)
        return self.wait()

    def shows(self, text: str) -> bool:
        """Whether a person would find these words on the page in front."""
        page = self.window.page(self.window.current)
        labels = [label.text() for label in page.findChildren(Text) if label.isVisible()]
        links = [link.accessibleName() for link in page.findChildren(LinkButton) if link.isVisible()]
        counters = [one.accessibleName() for one in page.findChildren(Counter) if one.isVisible()]
        return any(text in words for words in (*labels, *links, *counters, page.bar.sentence))
