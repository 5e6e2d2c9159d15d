"""A robot at a whole laptop: it starts the real program, types, presses keys, and reads what a person would read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from onemm_desktop.app import App, system_clock
from onemm_desktop.paths import Paths
from onemm_desktop.programme.roster_search import find
from onemm_desktop.views.dialogs import Dialogs
from onemm_desktop.views.first_run.page import FirstRunPage
from onemm_desktop.views.page import Page
from onemm_desktop.views.printing.certificates_page import CertificatesPage
from onemm_desktop.views.printing.paper_page import PaperPage
from onemm_desktop.views.printing.sign_in_sheet_page import SignInSheetPage
from onemm_desktop.views.register.model import Col
from onemm_desktop.views.register.page import RegisterPage
from onemm_desktop.views.today.page import TodayPage
from onemm_desktop.views.widgets import Counter, LinkButton, PrimaryButton
from onemm_desktop.working import Working
from tests.robots.hands import Hands

P = TypeVar("P", bound=Page)
PATIENCE = 60.0
#: What a register says of somebody nobody has marked, before and after the end: stories are told at any hour.
AWAITED = ("Expected", "Not marked")


def until(true: Callable[[], bool], hoped_for: str, seconds: float = PATIENCE) -> None:
    """Let the program live until something is so; AssertionError with ``hoped_for`` if it never is."""
    waking = QTimer()
    waking.start(20)
    deadline = QDeadlineTimer(int(seconds * 1000))
    while not true():
        if deadline.hasExpired():
            raise AssertionError(f"waited in vain: {hoped_for}")
        QCoreApplication.processEvents(
            QEventLoop.ProcessEventsFlag.AllEvents | QEventLoop.ProcessEventsFlag.WaitForMoreEvents
        )
    waking.stop()


class SaveHere(Dialogs):
    """The operating system's dialogs: every file is saved under the suggested name, in one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def save_as(self, parent: QWidget, title: str, suggested: Path, kinds: str) -> Path | None:
        self.folder.mkdir(parents=True, exist_ok=True)
        return self.folder / suggested.name


class Laptop:
    """One running program on one data folder. ``paper_folder`` is where its saved PDFs go; it goes by ``clock``."""

    def __init__(
        self, qapp: QApplication, data: Path, paper_folder: Path, *, clock: Callable[[], datetime] = system_clock
    ) -> None:
        data.mkdir(parents=True, exist_ok=True)
        self.dialogs = SaveHere(paper_folder)
        self.app = App(qapp, Paths(data), clock=clock, dialogs=self.dialogs)
        self.app.start()
        self.app.window.activateWindow()
        self.hands = Hands(self.app.window)

    # --- getting in ----------------------------------------------------------------------------------------------

    def enrol(self, *, address: str, email: str, password: str, code: str, passphrase: str) -> None:
        """The first run, by keyboard, to the open records."""
        page = self.app.window.currentWidget()
        assert isinstance(page, FirstRunPage)
        steps: list[str] = []
        page.step_shown.connect(steps.append)
        self.hands.type(address)
        self._enter(steps, "SignInStep")
        self.hands.type(email).press("Tab").type(password)
        self._enter(steps, "LaptopStep")
        self.hands.type(code)
        if self.app.vault.needs_passphrase_on_create:
            self._enter(steps, "PassphraseStep")
            self.hands.type(passphrase).press("Tab").type(passphrase)
        self._enter(steps, "FetchingStep")
        until(lambda: not page.fetching.open.isHidden(), "the first sync ends")
        self.hands.press("Space")
        until(lambda: self.app.working is not None, "the records are open")
        self.wait()

    def unlock(self, passphrase: str) -> None:
        """Open the records of an enrolled laptop."""
        if self.app.working is None:
            self.hands.type(passphrase).press("Return")
            until(lambda: self.app.working is not None, "the records are open")
        self.wait()

    def _enter(self, steps: list[str], expected: str) -> None:
        self.hands.press("Return")
        until(lambda: bool(steps) and steps[-1] == expected, f"the first run goes on to {expected}")

    # --- the window ----------------------------------------------------------------------------------------------

    @property
    def working(self) -> Working:
        """The open program."""
        assert self.app.working is not None, "the records are not open"
        return self.app.working

    @property
    def pill(self) -> str:
        """The words of the sync pill."""
        return self.working.window.rail.pill.words

    def wait(self) -> None:
        """Until everything that was asked for has been done and shown; a dead line may take its time meanwhile."""
        until(lambda: not self.working.background.busy_here, "what was asked for is done")
        QApplication.processEvents()

    def go(self, key: str) -> None:
        """To a page of the rail, by Ctrl+K, its name and Enter."""
        self.working.window.go(key)
        self.wait()

    def sync(self) -> str:
        """F5, to the end of the run that it asks for; answers the pill."""
        # Where two laptops are open, a key is heard by the one in front alone. Without this, what ended below was
        # the next run that came by itself, within a minute or not.
        self.app.window.activateWindow()
        until(self.app.window.isActiveWindow, "the window comes to the front")
        ended: list[object] = []
        self.working.sync.finished.connect(ended.append)
        self.hands.press("F5")
        # Where a run was under way already, its end is not the end of the one that follows it.
        until(lambda: bool(ended) and not self.working.sync.running, "the run ends")
        self.working.sync.finished.disconnect(ended.append)
        self.wait()
        return self.pill

    def picture(self, path: Path) -> None:
        """What a person sees now, as a PNG."""
        self.wait()
        path.parent.mkdir(parents=True, exist_ok=True)
        assert self.app.window.grab().save(str(path)), f"cannot save {path.name}"

    def page(self, kind: type[P]) -> P:
        """The page in front, which must be one of this kind."""
        window = self.working.window
        page = window.page(window.current)
        assert isinstance(page, kind), f"{window.current} is in front"
        return page

    # --- today's register ----------------------------------------------------------------------------------------

    def open_todays_register(self) -> RegisterPage:
        """From Today, by its one primary button."""
        self.go("today")
        (button,) = self.page(TodayPage).findChildren(PrimaryButton)
        self._click(button)
        return self.page(RegisterPage)

    def expected(self) -> list[str]:
        """The names on the register that nobody has marked yet, from the top; of namesakes, none."""
        model = self.page(RegisterPage).desk.model
        names = [str(model.index(line, Col.NAME).data()) for line in range(model.rowCount())]
        statuses = self.statuses()
        return [name for name in names if names.count(name) == 1 and statuses[name] in AWAITED]

    def statuses(self) -> dict[str, str]:
        """Everybody on the open register, with the words of their status."""
        model = self.page(RegisterPage).desk.model
        lines = range(model.rowCount())
        return {str(model.index(line, Col.NAME).data()): str(model.index(line, Col.STATUS).data()) for line in lines}

    def counters(self) -> dict[str, int]:
        """The numbers above the register, by their word."""
        named = [counter.accessibleName() for counter in self.page(RegisterPage).findChildren(Counter)]
        return {word: int(number.replace(",", "")) for number, word in (name.split(" ", 1) for name in named)}

    def mark(self, name: str, key: str = "Return") -> int:
        """Type as much of a name as it takes until that person is chosen, then one key; answers the key strokes."""
        desk = self.page(RegisterPage).desk
        desk.search.setFocus()
        for strokes in range(1, len(name) + 1):
            self.hands.type(name[strokes - 1])
            chosen = desk.table.currentIndex().siblingAtColumn(Col.NAME).data()
            if chosen == name:
                break
        else:
            raise AssertionError("a typed name does not find its person")
        self.hands.press(key)
        self.wait()
        return strokes + 1

    def fewest_letters(self, name: str) -> int:
        """How many letters of somebody's name find them first on the open register, as everybody stands now."""
        rows = self.page(RegisterPage).desk.model.rows
        return next(n for n in range(1, len(name) + 1) if rows[find(rows, name[:n]).positions[0]].name == name)

    def add_walk_in(self, name: str, contact: str, organisation: str) -> None:
        """F4, four fields, Enter."""
        self.hands.press("F4").type(name).press("Tab").type(contact).press("Tab").type(organisation)
        self.hands.tab_to(self.page(RegisterPage).desk.walk_in.consent).press("Space").press("Return")
        self.wait()

    def undo(self) -> str:
        """Ctrl+Z; answers the sentence that says what was taken back."""
        self.hands.press("Ctrl+Z")
        self.wait()
        return self.working.window.toast.text()

    # --- papers --------------------------------------------------------------------------------------------------

    def save_sign_in_sheet(self) -> Path:
        """The filled sign-in sheet of the open register, as PDF."""
        self._click(self.page(RegisterPage).sign_in_sheet)
        return self._save_paper(SignInSheetPage)

    def save_certificates(self) -> Path:
        """Issue a certificate to everybody who is to get one, in one PDF."""
        self._click(self.page(RegisterPage).certificates)
        page = self.page(CertificatesPage)
        until(lambda: page.issue.isEnabled(), "the names were looked at")
        self._click(page.issue)
        return self._save_paper(CertificatesPage)

    def save_paper(self) -> Path:
        """What the page in front has made, as PDF."""
        return self._save_paper(PaperPage)

    def press_button(self, words: str) -> None:
        """Tab to the button of the page in front that says this, and press it."""
        window = self.working.window
        buttons = window.page(window.current).findChildren(QAbstractButton)
        seen = {said: one for one in buttons if one.isVisible() for said in (one.accessibleName() or one.text(),)}
        found = [one for said, one in seen.items() if words in said]
        assert found, f"no button is called {words}, but {sorted(seen)}"
        self._click(found[0])

    def shown(self) -> list[str]:
        """Every sentence that stands on the page in front."""
        window = self.working.window
        return [one.text() for one in window.page(window.current).findChildren(QLabel) if one.isVisible()]

    def shows(self, text: str) -> bool:
        """Whether a person would find these words on the page in front."""
        return any(text in sentence for sentence in self.shown())

    def back(self) -> None:
        """By the way back above the title."""
        window = self.working.window
        buttons = window.page(window.current).findChildren(LinkButton)
        self._click(next(button for button in buttons if button.isVisible() and button.text().startswith("‹")))

    def _save_paper(self, kind: type[PaperPage]) -> Path:
        page = self.page(kind)
        until(lambda: bool(page.pdf), "the paper is made")
        before = set(self.dialogs.folder.glob("*.pdf"))
        self._click(page.save)
        (saved,) = set(self.dialogs.folder.glob("*.pdf")) - before
        return saved

    def _click(self, button: QAbstractButton) -> None:
        assert button.isEnabled(), f"{button.text()} cannot be pressed"
        self.hands.tab_to(button)
        QTest.keyClick(button, Qt.Key.Key_Space)
        self.wait()

    def close(self) -> None:
        """Close the window, and with it the program."""
        self.app.window.close()
