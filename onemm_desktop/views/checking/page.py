"""Check a certificate: scan it, paste or type what stands on it, or open the file; the answer needs no network."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QMimeData, QStandardPaths, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from onemm_desktop.background import Background
from onemm_desktop.changes import Change
from onemm_desktop.errors import KnownError
from onemm_desktop.models import Desk
from onemm_desktop.programme import checking
from onemm_desktop.programme.dates import day_of
from onemm_desktop.views import sentences
from onemm_desktop.views.checking import reading
from onemm_desktop.views.checking.answer_card import AnswerCard
from onemm_desktop.views.checking.reading import Scanned
from onemm_desktop.views.dialogs import Dialogs
from onemm_desktop.views.page import Page
from onemm_desktop.views.theme import scaled
from onemm_desktop.views.widgets import Card, EmptyState, Field, PrimaryButton, SecondaryButton
from onemm_wire.records.documents import RevocationReason
from onemm_wire.standing import Standing


class CheckingPage(Page):
    """Type, paste, scan or open a file. A scan counts wherever the focus is."""

    def __init__(self, background: Background, dialogs: Dialogs, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Check a certificate"), parent)
        self._background = background
        self._dialogs = dialogs
        self._desk = desk
        self._asked: tuple[Scanned, ...] = ()
        self.cards: list[AnswerCard] = []
        self.field = Field(
            self.tr("Code or number"),
            self,
            placeholder=self.tr("Scan the code, paste it, or type the number"),
            help_text=self.tr("The code shows what the certificate must say; the number alone only whether it counts."),
        )
        self.check = PrimaryButton(self.tr("Check"), self)
        self.open_file = SecondaryButton(self.tr("Open a PDF or picture …"), self)
        self._answers = QVBoxLayout()
        self._build()

    def shown(self) -> None:
        self.bar.dismiss()
        self.field.line.setFocus()

    def changed(self, change: Change) -> None:
        kinds = ("document_issue", "document_revocation", "device_key")
        if self._asked and (change.everything or change.concerns(*kinds)):
            self._look()

    def take_scan(self, code: str) -> bool:
        """A scanner has read a paper, wherever the focus is: it is what is to be checked."""
        self.field.line.setText(code)
        self.check_text()
        return True

    def check_text(self) -> None:
        """Check what stands in the field; an empty one asks nothing."""
        typed = self.field.line.text().strip()
        if typed:
            self._ask((Scanned(0, typed, ""),))
            self.field.line.selectAll()  # the next scan takes its place

    def check_file(self) -> None:
        """Ask for a file, and check every code in it."""
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        kinds = self.tr("Certificates (*.pdf *.png *.jpg *.jpeg *.webp)")
        path = self._dialogs.open_file(self, self.tr("Open a certificate"), folder, kinds)
        if path is not None:
            self._read_file(path)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _file_of(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """A PDF or a picture was let fall on the page: every code in it is checked."""
        path = _file_of(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self._read_file(path)

    def _read_file(self, path: Path) -> None:
        self.bar.dismiss()
        self._background.produce(partial(reading.codes_in, path), self._ask_of_file, self._failed, owner=self)

    # --- answers -------------------------------------------------------------------------------------------------

    def _ask_of_file(self, scanned: Sequence[Scanned]) -> None:
        if scanned:
            self._ask(tuple(scanned))
        else:
            self._show_nothing()
            self.bar.show_message(self.tr("There is no code in this file, or it is too small or blurred to be read."))

    def _ask(self, scanned: tuple[Scanned, ...]) -> None:
        self.bar.dismiss()
        self._asked = scanned
        self._look()

    def _look(self) -> None:
        today = day_of(self._desk.now())
        codes = tuple(one.code for one in self._asked)
        self._background.read(
            lambda session: [checking.check(session, code, today=today) for code in codes], self._show, owner=self
        )

    def _show(self, found: list[Standing]) -> None:
        self._show_nothing()
        may_revoke = checking.why_not_revoke(self._desk.role) is None
        for scanned, standing in zip(self._asked, found, strict=False):
            content = standing.content
            differs = content is not None and checking.differs(content, scanned.words)
            page = scanned.page if len(found) > 1 else 0
            card = AnswerCard(standing, differs=differs, page=page, may_revoke=may_revoke)
            card.revoked.connect(self._revoke)
            self.cards.append(card)
            self._answers.addWidget(card)
        self._empty.setVisible(not self.cards)

    def _show_nothing(self) -> None:
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self.cards = []
        self._empty.show()

    def _revoke(self, number: str, reason: str) -> None:
        work = partial(checking.revoke, number=number, reason=cast("RevocationReason", reason))
        self._background.write(work, failed=self._failed)

    def _failed(self, error: KnownError) -> None:
        self.bar.show_message(sentences.of(error).sentence)

    # --- building ------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.setAcceptDrops(True)
        self.field.line.setAcceptDrops(False)  # a file let fall on it would become its path
        asking = Card(self)
        asking.body.addWidget(self.field)
        asking.body.addWidget(self.check, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(asking)
        self.add_button(self.open_file)
        self._empty = EmptyState(
            "workspace_premium",
            self.tr("Nothing checked yet"),
            self.tr("Whether a certificate counts is seen here without any network."),
            parent=self,
        )
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        self._answers.setSpacing(scaled(14))
        column.addLayout(self._answers)
        column.addWidget(self._empty, 1)
        column.addStretch(0)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        self.body.addWidget(area, 1)
        self.field.line.returnPressed.connect(self.check_text)
        self.check.clicked.connect(self.check_text)
        self.open_file.clicked.connect(self.check_file)


def _file_of(dragged: QMimeData) -> Path | None:
    """The one file on this laptop that is being dragged; None for several, for none, and for what is elsewhere."""
    files = [Path(url.toLocalFile()) for url in dragged.urls() if url.isLocalFile()]
    return files[0] if len(files) == 1 else None
