"""The list behind a page: who stands in it, kept true to the database by the reading thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from onemm_desktop.background import Background
from onemm_desktop.changes import Change
from onemm_desktop.programme.listing import Listing, Order, Row
from onemm_desktop.programme.search import Directory, Entry

R = TypeVar("R", bound=Row)


class Source(QObject, Generic[R]):
    """Holds the directory of a listing and reads it again when something it shows was changed.

    ``refilled``: everybody may stand elsewhere. ``touched``: a few lines read differently, everybody stands where they
    stood, and whoever is new stands last until the order is known.
    """

    refilled = Signal()
    touched = Signal()

    def __init__(
        self,
        listing: Listing[R],
        background: Background,
        today: Callable[[], date],
        order: Order,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.listing = listing
        self._background = background
        self._today = today
        self.order = order
        self.directory = Directory(listing.facets)
        self.loaded = False
        self._reading = False
        self._outdated = True

    def refresh(self) -> None:
        """Read everybody, if what is held is out of date. Asked for twice while it is read, it is read once more."""
        if self._outdated and not self._reading:
            self._outdated, self._reading = False, True
            work = partial(self.listing.directory, order=self.order, today=self._today())
            self._background.read(work, self._arrived, owner=self)

    def sort(self, order: Order) -> None:
        """Put everybody in another order; the old one stands until the new one was read."""
        self.order = order
        self.outdate()
        self.refresh()

    def concerns(self, change: Change) -> bool:
        """Whether a change can alter what the list shows."""
        return self.listing.concerns(change)

    def follow(self, change: Change) -> None:
        """Take over a change: the lines at once, the words and the order as soon as they were read."""
        if not self.loaded:
            return  # it is read anyway before anybody looks
        self.touched.emit()
        self._background.read(
            lambda session: self.listing.entries(session, change, self._today()), self._take_over, owner=self
        )

    def lines(self, keys: Sequence[int]) -> list[R]:
        """What the list shows of a few, read here and now."""
        return self._background.look(partial(self.listing.rows, keys=keys, today=self._today()))

    def outdate(self) -> None:
        """Note that everybody is to be read again, the next time somebody looks."""
        self._outdated = True

    def _arrived(self, directory: Directory) -> None:
        self._reading = False
        self.directory = directory
        self.loaded = True
        self.refilled.emit()
        self.refresh()

    def _take_over(self, entries: list[Entry] | None) -> None:
        if entries is None:
            self.outdate()
            self.refresh()
            return
        self.directory.put(entries)
        self.touched.emit()
        self._background.read(partial(self.listing.keys, order=self.order), self._compare, owner=self)

    def _compare(self, keys: Sequence[int]) -> None:
        """A name that was put right may stand elsewhere now. Mostly it does not, and then nothing is read again."""
        if list(keys) != list(self.directory.keys):
            self.outdate()
            self.refresh()
