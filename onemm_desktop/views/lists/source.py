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
        self._listing = listing
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
            work = partial(self._listing.directory, order=self.order, today=self._today())
            self._background.read(work, partial(self._arrived, self.order), owner=self)

    def sort(self, order: Order) -> None:
        """Put everybody in another order."""
        self.order = order
        if self.loaded:
            self._put_in_order()

    def concerns(self, change: Change) -> bool:
        """Whether a change can alter what the list shows."""
        return self._listing.concerns(change)

    def follow(self, change: Change) -> None:
        """Take over a change: the lines at once, the words and the order as soon as they were read."""
        if not self.loaded:
            return  # it is read anyway before anybody looks
        self.touched.emit()
        self._background.read(
            lambda session: self._listing.entries(session, change, self._today()), self._take_over, owner=self
        )

    def lines(self, keys: Sequence[int]) -> list[R]:
        """What the list shows of a few, read here and now."""
        return self._background.look(partial(self._listing.rows, keys=keys, today=self._today()))

    def outdate(self) -> None:
        """Note that everybody is to be read again, the next time somebody looks."""
        self._outdated = True

    def _arrived(self, order: Order, directory: Directory) -> None:
        self._reading = False
        self.directory = directory
        self.loaded = True
        self.refilled.emit()
        if order != self.order:
            self._put_in_order()
        self.refresh()

    def _take_over(self, entries: list[Entry] | None) -> None:
        if entries is None:
            self.outdate()
            self.refresh()
            return
        self.directory.put(entries)
        self.touched.emit()
        self._put_in_order()

    def _put_in_order(self) -> None:
        """The keys in order come from SQL; the words are put beside them without being read again."""
        copy, order = self.directory.copy(), self.order
        self._background.read(
            lambda session: copy.in_order(self._listing.keys(session, order)),
            partial(self._in_order, self.directory, order, self.directory.version),
            owner=self,
        )

    def _in_order(self, asked_of: Directory, order: Order, version: int, sorted_one: Directory) -> None:
        if asked_of is not self.directory or order != self.order or version != self.directory.version:
            return  # somebody was faster: the answer to their question is on its way
        if sorted_one.keys != self.directory.keys:
            self.directory = sorted_one
            self.refilled.emit()
