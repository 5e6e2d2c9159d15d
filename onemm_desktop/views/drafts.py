"""What stands half typed when pages go, for a lock or another language: taken from the old ones, given to the new ones.

A field is known by what it is, its name, and its number among those of that name on its page. What had a field that is
not there any more, or is called otherwise in another language, is shown above the page. Fields that save
themselves when they are left are not taken: leaving them for the lock has saved them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from onemm_desktop.background import Background
from onemm_desktop.views.lists.parts import Amendable
from onemm_desktop.views.main_window import MainWindow
from onemm_desktop.views.page import Page

Box = QLineEdit | QPlainTextEdit | QTextEdit
#: What is kept of all pages, by their keys.
Kept = Mapping[str, Mapping[str, Any]]


def take(window: MainWindow) -> dict[str, dict[str, Any]]:
    """Where each page is and what is half typed on it, as plain values; ``front`` marks the one in front."""
    kept: dict[str, dict[str, Any]] = {}
    for key, page in window.pages.items():
        content = {"place": page.place(), "texts": _texts(page), "front": key == window.current}
        if any(content.values()):
            kept[key] = content
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
        page = self._window.pages[key]
        page.come_back(content["place"])
        texts: dict[str, str] = content["texts"]
        if not texts:
            self.given_back.emit(key)
        elif self._background.busy:
            # What is read right now would be laid over it.
            if not self._waiting:
                self._background.idle.connect(self._put_waiting)
            self._waiting[key] = content
        else:
            self._put(key, texts)

    def _put_waiting(self) -> None:
        self._background.idle.disconnect(self._put_waiting)
        waiting, self._waiting = self._waiting, {}
        for key, content in waiting.items():
            self._put(key, content["texts"])

    def _put(self, key: str, texts: Mapping[str, str]) -> None:
        page = self._window.pages[key]
        boxes = dict(_boxes(page))
        lost = []
        for name, text in texts.items():
            box = boxes.get(name)
            if box is None:
                lost.append(text)
            elif isinstance(box, QLineEdit):
                box.setText(text)
            else:
                box.setPlainText(text)
        if lost:
            words = self.tr("This was half typed here: {text}")
            page.bar.show_message(words.format(text=" · ".join(lost)), tone="neutral")
        self.given_back.emit(key)


def _texts(page: Page) -> dict[str, str]:
    return {name: text for name, box in _boxes(page) if (text := _text(box)) and not box.isReadOnly()}


def _boxes(page: Page) -> Iterator[tuple[str, Box]]:
    """Everything that is typed into on a page, by its name."""
    met: Counter[str] = Counter()
    found: list[Box] = [
        *page.findChildren(QLineEdit),
        *page.findChildren(QPlainTextEdit),
        *page.findChildren(QTextEdit),
    ]
    for box in found:
        if not _saves_itself(box) and not _secret(box):
            name = f"{type(box).__name__} {box.accessibleName()}"
            met[name] += 1
            yield f"{name} {met[name]}", box


def _text(box: Box) -> str:
    return box.text() if isinstance(box, QLineEdit) else box.toPlainText()


def _saves_itself(box: QWidget) -> bool:
    return isinstance(box.parentWidget(), Amendable)


def _secret(box: Box) -> bool:
    return isinstance(box, QLineEdit) and box.echoMode() != QLineEdit.EchoMode.Normal
