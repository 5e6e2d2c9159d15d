"""A robot at the register: it types, presses keys, and reads what a person would read."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from onemm_desktop.background import Background
from onemm_desktop.errors import KnownError
from onemm_desktop.programme import undo
from onemm_desktop.programme.undo import Undone
from onemm_desktop.views import sentences
from onemm_desktop.views.main_window import Entry, MainWindow
from onemm_desktop.views.register.model import Col
from onemm_desktop.views.register.page import RegisterPage
from onemm_desktop.views.scanning.scanner import Scanner
from onemm_desktop.views.widgets import Counter, Text
from tests.robots.hands import settle
from tests.robots.scanner import ScannerGun
from tests.training_day import Day


class RegisterRobot:
    """One open register in a real window over a real database."""

    def __init__(self, day: Day) -> None:
        self.day = day
        self.background = Background(day.database, day.desk)
        self.page = RegisterPage(self.background, day.desk)
        self.window = MainWindow("West Midlands", [Entry("register", "Register", "check", self.page)])
        self.page.said.connect(self.window.say)
        self.scanner = Scanner(self.window.take_scan)
        self.background.changed.connect(self.window.changed)
        self.window.undo_asked.connect(self._undo)
        self.page.undo_asked.connect(self._undo)
        self.problems: list[str] = []
        self.background.failed.connect(lambda error: self.problems.append(str(error.problem)))

    def open(self, width: int = 1280, height: int = 800) -> RegisterRobot:
        """Open the window on the day's event."""
        self.page.open(self.day.event)
        self.window.resize(width, height)
        self.window.show()
        self.window.activateWindow()
        self.window.go("register")
        self.scanner.listen_to(self.window.windowHandle())
        self.gun = ScannerGun(self.window)
        return self.wait()

    def close(self) -> None:
        """Put everything away."""
        self.scanner.end()
        self.background.close()
        self.window.close()
        self.window.deleteLater()

    # --- hands ---------------------------------------------------------------------------------------------------

    def type(self, text: str) -> RegisterRobot:
        """Type into whatever has the focus."""
        QTest.keyClicks(self._focus(), text)
        return self

    def press(self, key: str) -> RegisterRobot:
        """Press a key or a combination, and wait for what it does."""
        QTest.keySequence(self._focus(), QKeySequence(key))
        return self.wait()

    def enter(self) -> RegisterRobot:
        """Enter."""
        return self.press("Return")

    def tick(self, name: str) -> RegisterRobot:
        """Click on somebody's check box."""
        desk = self.page.desk
        box = desk.table.visualRect(self._index(name).siblingAtColumn(Col.CHECK))
        QTest.mouseClick(desk.table.viewport(), Qt.MouseButton.LeftButton, pos=box.topLeft() + QPoint(20, 20))
        return self.wait()

    def click(self, button: QWidget) -> RegisterRobot:
        """Click on a button."""
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        return self.wait()

    def wait(self) -> RegisterRobot:
        """Until everything asked for has been done and shown."""
        settle(self.background)
        return self

    # --- eyes ----------------------------------------------------------------------------------------------------

    def names(self) -> list[str]:
        """The names in the table, from the top."""
        model = self.page.desk.model
        return [str(model.index(line, Col.NAME).data()) for line in range(model.rowCount())]

    def status(self, name: str) -> str:
        """The status pill of a person."""
        return str(self._index(name).siblingAtColumn(Col.STATUS).data())

    def chosen(self) -> str:
        """The name in the highlighted row."""
        index = self.page.desk.table.currentIndex()
        return str(index.siblingAtColumn(Col.NAME).data()) if index.isValid() else ""

    def shows(self, text: str) -> bool:
        """Whether a person would find these words on the page."""
        return any(text in words for words in self._words())

    def counter(self, word: str) -> int:
        """The number over a word."""
        named = [one.accessibleName() for one in self.page.findChildren(Counter)]
        return int(next(name for name in named if name.endswith(word)).split()[0].replace(",", ""))

    def said(self) -> str:
        """The sentence at the foot of the desk."""
        return self.page.desk.note.text()

    def toast(self) -> str:
        """The sentence at the foot of the window."""
        return self.window.toast.text()

    def has_focus(self, widget: QWidget) -> bool:
        """Whether keys go there."""
        return self._focus() is widget

    def _words(self) -> list[str]:
        model = self.page.desk.model
        cells = [
            str(model.index(line, column).data()) for line in range(model.rowCount()) for column in range(len(Col))
        ]
        labels = [label.text() for label in self.page.findChildren(Text) if label.isVisible()]
        return [*cells, *labels, self.page.bar.sentence]

    def _index(self, name: str) -> QModelIndex:
        model = self.page.desk.model
        for line in range(model.rowCount()):
            if name in str(model.index(line, Col.NAME).data()):
                return model.index(line, Col.NAME)
        raise AssertionError(f"{name} is not in the table")

    def _focus(self) -> QWidget:
        focus = QApplication.focusWidget()
        assert focus is not None, "nothing has the focus"
        return focus

    def _undo(self) -> None:
        self.background.write(undo.last, then=self._say_undone, failed=self._say_nothing_undone)

    def _say_undone(self, undone: Undone) -> None:
        self.window.say(sentences.undone(undone.label, undone.values))

    def _say_nothing_undone(self, error: KnownError) -> None:
        self.window.say(sentences.of(error).sentence)
