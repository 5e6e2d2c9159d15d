"""Which pages there are, in the order of the rail, and how one leads to another. None that does not work yet."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal

from onemm_desktop.background import Background
from onemm_desktop.models import Desk
from onemm_desktop.views.dialogs import Dialogs
from onemm_desktop.views.lists.page import ListPage
from onemm_desktop.views.main_window import Entry, MainWindow
from onemm_desktop.views.matches.page import MatchesPage
from onemm_desktop.views.people.mentors_page import MentorsPage
from onemm_desktop.views.people.young_people_page import YoungPeoplePage
from onemm_desktop.views.settings.page import SettingsPage


class Pages(QObject):
    """Builds the pages of one window and connects what they ask for."""

    #: A page has a button of its own for Ctrl+Z.
    undo_asked = Signal()

    def __init__(self, background: Background, desk: Desk, dialogs: Dialogs, settings: SettingsPage) -> None:
        super().__init__()
        self.mentors = MentorsPage(background)
        self.young_people = YoungPeoplePage(background)
        self.matches = MatchesPage(background)
        self.settings = settings

    @property
    def entries(self) -> list[Entry]:
        """The pages, in the order of the rail."""
        return [
            Entry("mentors", self.tr("Mentors"), "person_apron", self.mentors),
            Entry("young_people", self.tr("Young people"), "school", self.young_people),
            Entry("matches", self.tr("Matches"), "group", self.matches),
            Entry("settings", self.tr("Settings"), "settings", self.settings, low=True),
        ]

    def connect_to(self, window: MainWindow) -> None:
        """Let one page lead to another."""
        lists: dict[str, tuple[str, ListPage[Any]]] = {
            "mentor": ("mentors", self.mentors),
            "mentee": ("young_people", self.young_people),
            "match": ("matches", self.matches),
        }
        for key, page in lists.values():
            page.asked_for.connect(lambda key=key: window.go(key))
            page.followed.connect(lambda kind, record: lists[kind][1].open_record(record))
            window.add_finder(page.find_records)
