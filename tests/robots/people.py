"""A robot at the lists: it types names, presses keys, and reads what a person would read."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from onemm_desktop.background import Background
from onemm_desktop.models import Desk
from onemm_desktop.models.database import Database
from onemm_desktop.programme import undo
from onemm_desktop.views.lists.page import ListPage
from onemm_desktop.views.main_window import Entry, MainWindow
from onemm_desktop.views.matches.page import MatchesPage
from onemm_desktop.views.people.mentors_page import MentorsPage
from onemm_desktop.views.people.young_people_page import YoungPeoplePage
from onemm_desktop.views.widgets import LinkButton, Pill, Text
from tests.robots.hands import settle


class PeopleRobot:
    """Mentors, Young people and Matches in a real window over a real database."""

    def __init__(self, database: Database, desk: Desk) -> None:
        self.background = Background(database, desk)
        self.mentors = MentorsPage(self.background)
        self.young_people = YoungPeoplePage(self.background)
        self.matches = MatchesPage(self.background)
        self.page: ListPage[Any] = self.mentors
        entries = [
            Entry("mentors", "Mentors", "person", self.mentors),
            Entry("young_people", "Young people", "school", self.young_people),
            Entry("matches", "Matches", "group", self.matches),
        ]
        self.window = MainWindow("London", entries)
        self.background.changed.connect(self.window.changed)
        self.problems: list[str] = []
        self.background.failed.connect(lambda error: self.problems.append(str(error.problem)))

    def open(self, key: str = "mentors", width: int = 1280, height: int = 800) -> PeopleRobot:
        """Open the window on one of the pages."""
        pages: dict[str, ListPage[Any]] = {
            "mentors": self.mentors,
            "young_people": self.young_people,
            "matches": self.matches,
        }
        self.page = pages[key]
        self.window.resize(width, height)
        self.window.show()
        self.window.activateWindow()
        self.window.go(key)
        return self.wait()

    def close(self) -> None:
        """Put everything away."""
        self.window.close()
        self.background.close()
        self.window.deleteLater()

    # --- hands ---------------------------------------------------------------------------------------------------

    def type(self, text: str) -> PeopleRobot:
        """Type into whatever has the focus."""
        for letter in text:
            QTest.keyClicks(self._focus(), letter)
        return self.wait()

    def press(self, key: str) -> PeopleRobot:
        """Press a key or a combination, and wait for what it does."""
        QTest.keySequence(self._focus(), QKeySequence(key))
        return self.wait()

    def search(self, text: str) -> PeopleRobot:
        """Empty the search field with Ctrl+F and Esc, and type a text into it."""
        self.press("Ctrl+F")
        self.page.controls.field.selectAll()
        return self.type(text) if text else self.press("Del")

    def narrow(self, facet: str, value: str) -> PeopleRobot:
        """Choose something to narrow the list by."""
        self.page.controls.choose(facet, value)
        return self.wait()

    def sort_by(self, title: str) -> PeopleRobot:
        """Click on the head of a column."""
        header = self.page.table.horizontalHeader()
        column = [one.title for one in self.page.model.columns].index(title)
        middle = header.sectionViewportPosition(column) + header.sectionSize(column) // 2
        place = header.viewport().rect().center()
        place.setX(middle)
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
        return self.wait()

    def put_right(self, field: str, text: str) -> PeopleRobot:
        """Write a text into a field of the open card and leave it by Tab."""
        editor = self.page.panel.editors[field]
        editor.setFocus()
        editor.box.selectAll()
        QTest.keyClicks(editor.box, text) if text else QTest.keyClick(editor.box, Qt.Key.Key_Delete)
        return self.press("Tab")

    def follow(self, name: str) -> PeopleRobot:
        """Click on somebody else's name on the open card."""
        links = {link.accessibleName(): link for link in self.page.panel.findChildren(LinkButton)}
        QTest.mouseClick(links[name], Qt.MouseButton.LeftButton)
        return self.wait()

    def undo(self) -> PeopleRobot:
        """Take the last action back, as Ctrl+Z does."""
        self.background.write(undo.last)
        return self.wait()

    def wait(self) -> PeopleRobot:
        """Until everything asked for has been done and shown."""
        settle(self.background)
        return self

    # --- eyes ----------------------------------------------------------------------------------------------------

    def names(self) -> list[str]:
        """What stands in the first column, from the top."""
        return [self.cell(row, 0) for row in range(self.page.model.rowCount())]

    def cell(self, row: int, column: int) -> str:
        """What a cell says."""
        return str(self.page.model.index(row, column).data())

    def chosen(self) -> str:
        """The name in the highlighted row."""
        index = self.page.table.currentIndex()
        return self.cell(index.row(), 0) if index.isValid() else ""

    def card(self) -> str:
        """Whose card is open; nothing if none is."""
        return self.page.panel.title if self.page.panel.isVisible() else ""

    def card_says(self) -> list[str]:
        """All words, pills and fields of the open card that can be seen."""
        panel = self.page.panel
        words = [one.text() for one in panel.findChildren(Text) if one.isVisibleTo(panel)]
        pills = [one.text for one in panel.findChildren(Pill) if one.isVisibleTo(panel)]
        links = [one.accessibleName() for one in panel.findChildren(LinkButton) if one.isVisibleTo(panel)]
        fields = [editor.text for editor in panel.editors.values() if editor.isVisibleTo(panel)]
        return [*words, *pills, *links, *fields]

    def says(self) -> str:
        """The words of an empty list, and of the message bar."""
        words = [one.text() for one in self.page.nobody.findChildren(Text) if one.isVisible()]
        return " ".join([*words, self.page.bar.sentence])

    def has_focus(self, widget: QWidget) -> bool:
        """Whether keys go there."""
        return self._focus() is widget

    def _focus(self) -> QWidget:
        focus = QApplication.focusWidget()
        assert focus is not None, "nothing has the focus"
        return focus
