"""What stands half typed when pages go, for a lock or another language: taken from the old ones, given to the new ones.

A field is known by its way down from its page: the class of every widget on it and its number among its like, or its
object's name where it stands for a record of its own. No word on the screen is part of that, so a field is found again
in another language. What had a field that is not there any more is shown above the page. Fields that save
themselves when they are left are not taken: leaving them for the lock has saved them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from onemm_desktop.background import Background
from onemm_desktop.views.lists.parts import Amendable
from onemm_desktop.views.main_window import MainWindow
from onemm_desktop.views.page import Page
from onemm_desktop.views.widgets import SearchField

Box = QLineEdit | QPlainTextEdit | QTextEdit
#: What is kept of all pages, by their keys.
Kept = Mapping[str, Mapping[str, Any]]


def take(window: MainWindow) -> dict[str, dict[str, Any]]:
    """Where each page is and what is half typed on it, as plain values; ``front`` marks the one in front."""
    kept: dict[str, dict[str, Any]] = {}
    for key, page in window.pages.items():
        content = {"place": page.place(), "texts": _texts(page), "front": key == window.current}
        if any(content.values()):
            kept[key] = {**content, "hand": _hand(page)}
    return kept


class Drafts(QObject):
    """Gives back what was taken: to the page that was in front at once, to any other when it is shown."""

    #: Everything that belonged to this page is in its place again (its key).
    given_back = Signal(str)

    def __init__(self, window: MainWindow, background: Background, kept: Kept) -> None:
        super().__init__(window)
        self._window = window
        self._background = background
        self._kept = {key: content for key, content in kept.items() if key in window.pages}
        self._waiting: dict[str, Mapping[str, Any]] = {}
        window.page_shown.connect(self._shown)

    @property
    def front(self) -> str:
        """The page to begin with; nothing where none was kept."""
        return next((key for key, content in self._kept.items() if content.get("front")), "")

    def take(self) -> dict[str, dict[str, Any]]:
        """As ``take`` of the window, with what is still to be given back: nobody has been to its page since."""
        taken = take(self._window)
        for key, content in {**self._kept, **self._waiting}.items():
            taken[key] = {**content, "front": key == self._window.current}
        return taken

    def _shown(self, key: str) -> None:
        content = self._kept.pop(key, None)
        if content is None:
            return
        self._window.pages[key].come_back(content["place"])
        if self._background.busy_here:
            # What is read right now would be laid over it. The network is not waited for: somebody may type meanwhile.
            if not self._waiting:
                self._background.idle_here.connect(self._put_waiting)
            self._waiting[key] = content
        else:
            self._put(key, content)

    def _put_waiting(self) -> None:
        self._background.idle_here.disconnect(self._put_waiting)
        waiting, self._waiting = self._waiting, {}
        for key, content in waiting.items():
            self._put(key, content)

    def _put(self, key: str, content: Mapping[str, Any]) -> None:
        page = self._window.pages[key]
        texts: Mapping[str, str] = content["texts"]
        boxes = dict(_boxes(page))
        lost = []
        for way, text in texts.items():
            box = boxes.get(way)
            if box is None or (_modified(box) and _text(box) not in ("", text)):
                lost.append(text)  # also where somebody has typed meanwhile: neither is laid over the other
            elif _text(box) != text:
                _fill(box, text)
        if lost:
            words = self.tr("This was half typed here: {text}")
            page.bar.show_message(words.format(text=" · ".join(lost)), tone="neutral")
        if key == self._window.current:
            _lay_hand(page, content.get("hand"))
        self.given_back.emit(key)


def _texts(page: Page) -> dict[str, str]:
    return {way: text for way, box in _boxes(page) if (text := _text(box)) and not box.isReadOnly()}


def _boxes(page: Page) -> Iterator[tuple[str, Box]]:
    """Everything that is typed into on a page, by the way to it."""
    found: list[Box] = [
        *page.findChildren(QLineEdit),
        *page.findChildren(QPlainTextEdit),
        *page.findChildren(QTextEdit),
    ]
    for box in found:
        if not _saves_itself(box) and not _secret(box):
            yield _way(page, box), box


def _way(page: Page, widget: QWidget) -> str:
    """From ``page`` down to ``widget``."""
    steps: list[str] = []
    one = widget
    while one is not page and (around := one.parentWidget()) is not None:
        like = [child for child in around.children() if type(child) is type(one) and not child.objectName()]
        steps.append(one.objectName() or f"{type(one).__name__} {like.index(one) + 1}")
        one = around
    return "/".join(reversed(steps))


# --- the hand: what has the focus, and where in its words ------------------------------------------------------------


def _hand(page: Page) -> dict[str, Any] | None:
    """Where somebody is typing on this page, and what of it is selected: from ``anchor`` to ``cursor``."""
    held: QWidget | None = page.focusWidget()
    if held is None or not page.isAncestorOf(held):
        return None
    hand: dict[str, Any] = {"way": _way(page, held)}
    match held:
        case QLineEdit():
            hand["cursor"] = held.cursorPosition()
            hand["anchor"] = held.cursorPosition()
            if held.hasSelectedText():
                ends = (held.selectionStart(), held.selectionEnd())
                hand["anchor"] = ends[0] if ends[1] == held.cursorPosition() else ends[1]
        case QPlainTextEdit() | QTextEdit():
            hand["cursor"] = held.textCursor().position()
            hand["anchor"] = held.textCursor().anchor()
    return hand


def _lay_hand(page: Page, hand: Mapping[str, Any] | None) -> None:
    """Put the focus back where it was, if that can still have it."""
    held = next((one for one in page.findChildren(QWidget) if hand and _way(page, one) == hand["way"]), None)
    if hand is None or held is None or not held.isVisibleTo(page) or not held.isEnabledTo(page):
        return
    held.setFocus(Qt.FocusReason.OtherFocusReason)
    cursor, anchor = hand.get("cursor"), hand.get("anchor")
    if cursor is None or anchor is None:
        return
    match held:
        case QLineEdit():
            held.setCursorPosition(anchor)
            held.cursorForward(True, cursor - anchor)
        case QPlainTextEdit() | QTextEdit():
            end = len(held.toPlainText())
            where = held.textCursor()
            where.setPosition(min(anchor, end))
            where.setPosition(min(cursor, end), QTextCursor.MoveMode.KeepAnchor)
            held.setTextCursor(where)


def _fill(box: Box, text: str) -> None:
    match box:
        case SearchField():
            box.put_text(text)
        case QLineEdit():
            box.setText(text)
        case _:
            box.setPlainText(text)


def _modified(box: Box) -> bool:
    """Whether a person has typed into it since the program put something there."""
    return box.isModified() if isinstance(box, QLineEdit) else box.document().isModified()


def _text(box: Box) -> str:
    return box.text() if isinstance(box, QLineEdit) else box.toPlainText()


def _saves_itself(box: QWidget) -> bool:
    """A date's field is the page's to keep: its words are another language's after a while."""
    return isinstance(box.parentWidget(), (Amendable, QAbstractSpinBox))


def _secret(box: Box) -> bool:
    return isinstance(box, QLineEdit) and box.echoMode() != QLineEdit.EchoMode.Normal
