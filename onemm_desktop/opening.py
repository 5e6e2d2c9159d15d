"""The way from the start, or from a lock, to open records: who, with what, and whatever stands before the first page.

In this order: a choice between people · PIN, passphrase, or the office's answer · a laptop that was shut out · a first
run · a PIN that the rules ask for · the centre, which has not been heard for too long. Each is a page in the window.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from platform import node

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from onemm_desktop import doorstep, people
from onemm_desktop.doorstep import Clock, Opened, Seat
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.first_run import LaptopFirstRun
from onemm_desktop.models.database import Database
from onemm_desktop.paths import Paths
from onemm_desktop.vault import Unlock, Vault
from onemm_desktop.views.centred import Centred
from onemm_desktop.views.dialogs import Dialogs
from onemm_desktop.views.first_run.page import FirstRunPage
from onemm_desktop.views.trouble import TroublePage
from onemm_desktop.views.unlock.choosing import ChoosingPage
from onemm_desktop.views.unlock.door import Asks, Door
from onemm_desktop.views.unlock.office import OfficePage
from onemm_desktop.views.unlock.page import UnlockPage
from onemm_desktop.views.unlock.shut_out import ShutOutPage
from onemm_desktop.views.window import Window
from onemm_wire import recovery as answers


class Opening(QObject):
    """Shows in ``window`` what has to be asked. ``vault_at`` makes the vault of a folder."""

    #: Opened: everything is there for the first page. Whoever hears of it closes the database.
    opened = Signal(object)
    #: What stands in the window: "unlock", "office", "shut_out", "first_run", "choosing", "meeting" or "trouble".
    asking = Signal(str)
    #: The address that answered as the centre.
    connected = Signal(str)
    #: "en" or "cy", chosen in a first run.
    language_chosen = Signal(str)
    #: Somebody wants to leave the program.
    closing = Signal()

    def __init__(
        self,
        base: Paths,
        window: Window,
        *,
        vault_at: Callable[[Path], Vault],
        clock: Clock,
        chance: Callable[[int], bytes],
        dialogs: Dialogs,
        version: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._base = base
        self._window = window
        self._vault_at = vault_at
        self._clock = clock
        self._chance = chance
        self._dialogs = dialogs
        self._version = version
        self._vaults: dict[Path, Vault] = {}
        self._seat = self.seat_at(base)
        self._database: Database | None = None
        self._first: LaptopFirstRun | None = None
        self._helped = False
        #: The centre's address as last typed, for the next first run.
        self.address = ""

    def seat_at(self, paths: Paths) -> Seat:
        """The place of one person. The same vault each time: it counts the waits after wrong tries."""
        if paths.folder not in self._vaults:
            self._vaults[paths.folder] = self._vault_at(paths.vault)
        return Seat(paths, self._vaults[paths.folder])

    @property
    def holds_records(self) -> bool:
        """Whether a key is in memory although no page of the program is shown yet."""
        return self._database is not None or not self._seat.vault.locked

    def begin(self, *, last: Seat | None = None, listed: bool = False) -> None:
        """Go as far as nobody has to be asked. After a lock (``last``) somebody always is; ``listed``: with names."""
        try:
            here = [self.seat_at(paths) for paths in people.everybody(self._base.folder)]
            if not here:
                self._ask_newcomer()
            elif last is not None or listed or len(here) > 1:
                self._ask_who(here, last, listed=listed)
            else:
                self._knock(here[0])
        except KnownError as error:
            self._show_trouble(error)

    def choose_secret(self, opened: Opened, kind: Unlock) -> None:
        """Let the person at open records choose a PIN or passphrase; then the records are there again."""
        self._seat, self._database = opened.seat, opened.database
        self._ask_secret(kind, opened.rules.pin_digits, may_go_back=True)

    def shut_out(self, seat: Seat, database: Database) -> None:
        """The centre has shut this laptop out: note it first, then seal what is left to say and destroy the rest."""
        self._seat, self._database = seat, database
        seat.vault.condemn()
        self._seal_last_words()

    def close(self) -> None:
        """Let go of whatever is open. Records that were handed on are not."""
        self._leave_page()
        # A first run that is cut short has records, too, which it has not handed on yet.
        unfinished = self._first.database if self._first is not None else None
        for database in (self._database, unfinished):
            if database is not None:
                database.close()
        self._database = self._first = None
        self._seat.vault.lock()

    # --- who, and with what ------------------------------------------------------------------------------------------

    def _knock(self, seat: Seat) -> None:
        match seat.vault.state:
            case "new":
                self._show_shut_out(seat)
            case "keyring":
                self._open(seat, seat.vault.unlock())
            case _:
                self._ask_who([seat], None)

    def _ask_who(self, here: Sequence[Seat], last: Seat | None, *, listed: bool = False) -> None:
        if last is not None and not listed:
            # Whoever locked it comes back first; the others are one click away.
            here = sorted(here, key=lambda seat: seat.paths.folder != last.paths.folder)
        page = UnlockPage([self._door(seat) for seat in here], listed=listed)
        page.unlocked.connect(lambda key: self._tried(here[page.chosen], key))
        page.office_asked.connect(lambda: self._ask_office(here[page.chosen]))
        page.handing_in_asked.connect(lambda: self._show_shut_out(here[page.chosen]))
        page.newcomer_asked.connect(self._ask_newcomer)
        self._show(page, "unlock")

    def _door(self, seat: Seat) -> Door:
        state = seat.vault.state
        asks: Asks = "handed_in" if state == "new" else state
        if asks == "handed_in":
            return Door("", asks, lambda _: bytearray())
        return Door(
            seat.vault.person or node(),
            asks,
            seat.vault.unlock,
            lambda: seat.vault.seconds_to_wait,
            lambda: seat.vault.tries_left,
        )

    def _ask_office(self, seat: Seat) -> None:
        vault = seat.vault

        def answered(typed: str) -> bytearray:
            key = answers.read_answer(typed)
            if key is None:
                raise KnownError(Problem.WRONG_ANSWER)
            return vault.recover(key)

        page = OfficePage(vault.number, vault.question, answered)
        page.unlocked.connect(partial(self._helped_by_office, seat))
        page.went_back.connect(lambda: self.begin(last=seat))
        self._show(page, "office")

    def _helped_by_office(self, seat: Seat, key: bytearray) -> None:
        self._helped = True
        self._tried(seat, key)

    def _tried(self, seat: Seat, key: bytearray) -> None:
        try:
            self._open(seat, key)
        except KnownError as error:
            self._show_trouble(error)

    # --- a newcomer ------------------------------------------------------------------------------------------------

    def _ask_newcomer(self) -> None:
        seat = self.seat_at(people.newcomer(self._base.folder))
        self._first_run(seat, None, may_leave=seat.paths.folder != self._base.folder)

    def _first_run(self, seat: Seat, database: Database | None, *, may_leave: bool = False) -> None:
        self._seat = seat
        first_run = LaptopFirstRun(seat.paths, seat.vault, database, clock=self._clock, app_version=self._version)
        page = FirstRunPage(first_run, address=self.address, device_name=node(), may_leave=may_leave)
        page.connected.connect(self.connected)
        page.language_chosen.connect(self.language_chosen)
        page.left.connect(partial(self.begin, listed=True))
        page.finished.connect(partial(self._first_run_finished, first_run, page))
        self._show(page, "first_run")

    def _first_run_finished(self, first_run: LaptopFirstRun, page: FirstRunPage) -> None:
        page.close_page()
        self._database, self._first = first_run.database, None
        self._go_on()

    # --- records that are open, and what stands before them ----------------------------------------------------------

    def _open(self, seat: Seat, key: bytearray) -> None:
        self._seat = seat
        self._database = Database.open(seat.paths.database, key)
        self._go_on()

    def _go_on(self) -> None:
        """Show what stands in the way, or hand the open records on."""
        seat, database = self._seat, self._open_database
        match doorstep.look(seat, database, self._clock, helped=self._helped):
            case doorstep.Unfinished():
                self._first_run(seat, database)
            case doorstep.Condemned():
                self._seal_last_words()
            case doorstep.SecretWanted(kind=kind, digits=digits):
                self._ask_secret(kind, digits)
            case doorstep.Alone():
                self._ask_meeting()
            case Opened() as opened:
                self._hand_on(opened)

    def _hand_on(self, opened: Opened) -> None:
        vault = opened.seat.vault
        vault.name_person(opened.laptop.user_name, opened.laptop.number)
        doorstep.prepare_recovery(opened.seat, opened.database, self._chance, afresh=self._helped)
        self._leave_page()
        self._database = None
        self._helped = False
        self.opened.emit(opened)

    def _ask_secret(self, kind: Unlock, digits: int, *, may_go_back: bool = False) -> None:
        vault = self._seat.vault
        page = ChoosingPage(
            digits if kind == "pin" else 0, lambda typed: vault.change(typed, kind), may_go_back=may_go_back
        )
        page.chosen.connect(self._secret_chosen)
        page.went_back.connect(self._go_on)
        self._show(page, "choosing")

    def _secret_chosen(self) -> None:
        if self._helped:
            # The answer that was read out over the telephone is worth nothing from now on.
            doorstep.prepare_recovery(self._seat, self._open_database, self._chance, afresh=True)
            self._helped = False
        self._go_on()

    def _ask_meeting(self) -> None:
        page = doorstep.meeting_page(self._seat, self._open_database, self._clock, self._dialogs)
        page.met.connect(lambda _: self._go_on())
        page.refused.connect(self._not_met)
        self._show(page, "meeting")
        page.meet()

    def _not_met(self, error: KnownError) -> None:
        if error.problem is Problem.REFUSED and error.values.get("code") == "revoked":
            self.shut_out(self._seat, self._open_database)

    # --- shut out ----------------------------------------------------------------------------------------------------

    def _seal_last_words(self) -> None:
        seat, database = self._seat, self._open_database
        page = doorstep.last_words_page(seat, database, self._clock, self._dialogs)
        page.sealed.connect(partial(self._destroy, seat, database))
        page.left.connect(self._begin_anew)
        self._show(page, "shut_out")
        page.begin()

    def _destroy(self, seat: Seat, database: Database) -> None:
        """What was to be said is on the disk: now the key, then everything that it opened."""
        database.close()
        self._database = None
        seat.vault.destroy()
        people.remove(seat.paths)

    def _show_shut_out(self, seat: Seat) -> None:
        page = ShutOutPage(seat.paths.to_hand_in, self._dialogs)
        page.left.connect(self._begin_anew)
        self._show(page, "shut_out")

    def _begin_anew(self) -> None:
        if any(self.seat_at(paths).vault.state != "new" for paths in people.everybody(self._base.folder)):
            self.begin(listed=True)
        else:
            self._ask_newcomer()

    # --- the window --------------------------------------------------------------------------------------------------

    @property
    def _open_database(self) -> Database:
        if self._database is None:
            raise RuntimeError("no records are open")
        return self._database

    def _show_trouble(self, error: KnownError) -> None:
        page = TroublePage(error)
        page.acted.connect(lambda action: self.begin() if action == "try_again" else self.closing.emit())
        self._show(page, "trouble")

    def _show(self, page: QWidget, what: str) -> None:
        self._leave_page()
        self._window.show_only(page)
        self.asking.emit(what)

    def _leave_page(self) -> None:
        """Wait for what the page in front has under way, before it goes."""
        page = self._window.currentWidget()
        if isinstance(page, Centred):
            page.close_page()
