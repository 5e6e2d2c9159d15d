"""A robot at Needs review: it reads the cards as a person would, and decides by keyboard."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from onemm_desktop.background import Background
from onemm_desktop.errors import KnownError
from onemm_desktop.pages import Pages
from onemm_desktop.programme import undo
from onemm_desktop.sync import status
from onemm_desktop.views import sentences
from onemm_desktop.views.dialogs import Dialogs
from onemm_desktop.views.main_window import MainWindow
from onemm_desktop.views.review.card import ReviewCard
from onemm_desktop.views.review.columns import Column
from onemm_desktop.views.review.page import ReviewPage
from onemm_desktop.views.settings.page import SettingsPage
from onemm_desktop.views.widgets import Text
from tests.review_cases import Case
from tests.robots.hands import Hands, settle
from tests.robots.lead_key import lead_key
from tests.robots.means import means


class ReviewRobot:
    """All pages in a real window over one laptop's records."""

    def __init__(self, case: Case, settings: SettingsPage) -> None:
        self.case = case
        self.background = Background(case.database, case.desk)
        line = means(case.database, case.desk.clock)
        self.pages = Pages(self.background, case.desk, Dialogs(), settings, lead_key(), line)
        self.window = MainWindow("Cardiff", self.pages.entries)
        self.pages.connect_to(self.window)
        self.pages.setParent(self.window)
        self.background.changed.connect(self.window.changed)
        self.window.undo_asked.connect(self._undo)
        self.hands = Hands(self.window)

    def open(self, key: str = "review", width: int = 1280, height: int = 800) -> ReviewRobot:
        """Open the window on a page."""
        self.window.resize(width, height)
        self.window.show()
        self.window.activateWindow()
        self.hands.ready()
        self.count()
        self.window.go(key)
        return self.wait()

    def close(self) -> None:
        """Put everything away."""
        self.window.close()
        self.background.close()
        self.window.deleteLater()

    def wait(self) -> ReviewRobot:
        """Until everything that was asked for has been done and shown."""
        settle(self.background)
        return self

    def count(self) -> None:
        """Tell the window how the copies stand, as the synchronisation does."""
        with self.case.database.read() as session:
            self.window.show_status(status.resting(status.read(session), None))

    # --- hands -----------------------------------------------------------------------------------------------------

    def press(self, keys: str) -> ReviewRobot:
        """One key, or several one after the other: ``Down M``."""
        for key in keys.split():
            self.hands.press(key)
        return self.wait()

    def type(self, text: str) -> ReviewRobot:
        """Type into whatever has the focus."""
        self.hands.type(text)
        return self.wait()

    def push(self, words: str) -> ReviewRobot:
        """Reach a button by Tab and press it."""
        buttons = [one for one in self.page.findChildren(QPushButton) if one.isVisible() and one.text() == words]
        assert buttons, f"no button says {words}: {self.buttons()}"
        self.hands.tab_to(buttons[0])
        return self.press("Space")

    # --- eyes ------------------------------------------------------------------------------------------------------

    @property
    def page(self) -> ReviewPage:
        """The page."""
        return self.pages.review

    def titles(self) -> list[str]:
        """The titles of the cards, from the top."""
        return [card.title for card in self.page.cards]

    def at(self) -> str:
        """The title of the card that has the focus."""
        focused = self.hands.at
        return focused.title if isinstance(focused, ReviewCard) else ""

    def columns(self, card: int = 0) -> list[tuple[str, str]]:
        """(answer, who) of each column of a card."""
        columns = self.page.cards[card].findChildren(Column)
        return [(column.value, column.note) for column in columns]

    def buttons(self) -> list[str]:
        """The words of all buttons in sight."""
        return [one.text() for one in self.page.findChildren(QPushButton) if one.isVisible()]

    def says(self) -> str:
        """All words in sight, and the message bar's."""
        words = [one.text() for one in self.page.findChildren(Text) if one.isVisible()]
        return "\n".join([*words, self.page.bar.sentence]).replace("\u200b", "")

    def _undo(self) -> None:
        self.background.write(
            undo.last,
            then=lambda undone: self.window.say(sentences.undone(undone.label, undone.values)),
            failed=self._problem,
        )

    def _problem(self, error: KnownError) -> None:
        self.window.say(sentences.of(error).sentence)
