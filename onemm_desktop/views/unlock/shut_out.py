"""The page of a laptop that the centre has shut out: first what was not sent is sealed, then the records are gone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from onemm_desktop.errors import KnownError
from onemm_desktop.views import sentences
from onemm_desktop.views.centred import Centred
from onemm_desktop.views.dialogs import Dialogs
from onemm_desktop.views.errands import Errands
from onemm_desktop.views.widgets import LinkButton, MessageBar, PrimaryButton, Text


class ShutOutPage(Centred):
    """``seal`` writes the files to hand in and answers them, on a worker; None where that was done before."""

    #: The files lie on the disk; the key may go.
    sealed = Signal()
    #: They could not be written; nothing may be destroyed (KnownError).
    refused = Signal(object)
    #: A copy was saved where somebody can carry it away.
    saved = Signal()
    #: Somebody wants to begin anew on this laptop.
    left = Signal()

    def __init__(
        self,
        files: Sequence[Path],
        dialogs: Dialogs,
        seal: Callable[[], Sequence[Path]] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._files = list(files)
        self._dialogs = dialogs
        self._seal = seal
        self._errands = Errands(self)
        body = self.card.body
        body.addWidget(Text(self.tr("This laptop was shut out"), "title", self.card, wrap=True))
        self.told = Text("", "body", self.card, wrap=True)
        body.addWidget(self.told)
        self.bar = MessageBar(self.card)
        self.bar.acted.connect(self.begin)
        body.addWidget(self.bar)
        self.anew = LinkButton(self.tr("Begin anew…"), self.card)
        self.anew.clicked.connect(self.left)
        self.button = PrimaryButton(self.tr("Save the sealed file…"), self.card)
        self.button.clicked.connect(self.save)
        feet = QHBoxLayout()
        feet.addWidget(self.anew)
        feet.addStretch(1)
        feet.addWidget(self.button)
        body.addLayout(feet)
        self._show(done=seal is None)

    def begin(self) -> None:
        """Seal what was not sent."""
        if self._seal is not None:
            self.bar.dismiss()
            self._errands.run(self._seal, self._done, self._failed)

    def save(self) -> None:
        """Save the sealed files where the person wants them."""
        documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        for file in self._files:
            target = self._dialogs.save_as(
                self, self.tr("Save the sealed file"), documents / file.name, f"*{file.suffix}"
            )
            if target is None:
                return
            try:
                target.write_bytes(file.read_bytes())
            except OSError:
                self.bar.show_message(self.tr("The file could not be saved there. Choose another place."))
                return
        self.bar.show_message(self.tr("Saved. Take it to the office: only the centre can read it."), tone="ok")
        self.saved.emit()

    def close_page(self) -> None:
        """Wait for the sealing under way: called before the window goes."""
        self._errands.close()

    def _done(self, files: Sequence[Path]) -> None:
        self._files = list(files)
        self._show(done=True)
        self.sealed.emit()

    def _failed(self, error: KnownError) -> None:
        said = sentences.of(error)
        self.bar.show_message(said.sentence, self.tr("Try again"))
        self.refused.emit(error)

    def _show(self, *, done: bool) -> None:
        if not done:
            words = self.tr("The office has withdrawn it. What you have not sent is being sealed for the office…")
        elif self._files:
            words = self.tr(
                "The records are gone from it. What was not sent is sealed in a file: take it to the office."
            )
        else:
            words = self.tr(
                "The records are gone from it. Everything had been sent. Phone the office if this is wrong."
            )
        self.told.setText(words)
        self.button.setVisible(done and bool(self._files))
        self.anew.setVisible(done)
        self.setFocusProxy(self.button if self._files else self.anew)
