"""What pages of papers share: making one in the background, seeing it, saving it, printing it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QElapsedTimer, QStandardPaths, Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QStackedWidget, QWidget

from onemm_desktop.background import Background
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.programme import print_runs
from onemm_desktop.programme.print_runs import Subject
from onemm_desktop.views import sentences
from onemm_desktop.views.dialogs import Dialogs
from onemm_desktop.views.file_names import plain
from onemm_desktop.views.page import Page
from onemm_desktop.views.printing import papers
from onemm_desktop.views.printing.preview import Preview
from onemm_desktop.views.printing.printer import print_pdf
from onemm_desktop.views.printing.signing import Hand, Signing
from onemm_desktop.views.widgets import Card, PrimaryButton, ProgressPanel, SecondaryButton
from onemm_wire.records.documents import PrintWay

#: Work that reports how much is done and asks whether to stop.
Making = Callable[[Callable[[int], None], Callable[[], bool]], bytes]

#: Milliseconds of work after which the time left is told.
_TELLING_MS = 1_000


class PaperPage(Page):
    """A page with a preview, *Save PDF…* and *Print…*."""

    _progressed = Signal(int, int)

    def __init__(self, background: Background, dialogs: Dialogs, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._background = background
        self._dialogs = dialogs
        self._pdf = b""
        self._stop = Event()
        self.save = SecondaryButton(self.tr("Save PDF…"), self)
        self.print = PrimaryButton(self.tr("Print…"), self)
        self.preview = Preview(self.tr("Preview"), self)
        self.progress = ProgressPanel(self.tr("Preparing the paper"), self)
        self.stack = QStackedWidget(self)
        self._frame = Card(self, padding=(1, 1))
        self._frame.body.addWidget(self.preview)
        self.stack.addWidget(self._frame)
        self.stack.addWidget(self.progress)
        self.body.addWidget(self.stack, 1)
        self._since = QElapsedTimer()
        self._progressed.connect(self._show_progress)
        self.progress.cancelled.connect(self._cancel)
        self.save.clicked.connect(self._save)
        self.print.clicked.connect(self._print)
        self.show_pdf(b"")

    @property
    def pdf(self) -> bytes:
        """The paper that is shown; nothing while there is none."""
        return self._pdf

    def file_name(self) -> str:
        """What a saved file is called, without its ending. Override."""
        return self.title

    def chosen_pages(self) -> tuple[int, ...] | None:
        """Which pages are printed, counted from 1; None for what the printer's own dialog says. Override."""
        return None

    def two_sided(self) -> bool:
        """Whether the printer is to print on both sides, turning over the long edge. Override."""
        return False

    def subject(self) -> Subject | None:
        """What is noted when the paper is printed or saved; None for a paper of which nothing is noted. Override."""
        return None

    def signing(self) -> Signing | None:
        """Who signs the paper when it is saved; None for papers that nobody signs. Override."""
        return None

    def show_pdf(self, pdf: bytes) -> None:
        """Show a paper, ready to be printed."""
        self._pdf = pdf
        for button in (self.save, self.print):
            button.setEnabled(bool(pdf))
        if pdf:
            self.preview.show_pdf(pdf)
            self.stack.setCurrentWidget(self._frame)

    def make(self, title: str, total: int, work: Making) -> None:
        """Make a paper in the background, with progress, and show it."""
        self._begin(title, total)
        self._background.produce(
            partial(work, partial(self._report, total), self._stop.is_set), self._made, self.not_made
        )

    def not_made(self, error: KnownError) -> None:
        """Making or printing failed, or was stopped. Override to show what was there before."""
        self.stack.setCurrentWidget(self._frame)
        self.say_problem(error)

    def say_problem(self, error: KnownError) -> None:
        """One sentence above the paper; what a person stopped needs none."""
        if error.problem is not Problem.CANCELLED:
            said = sentences.of(error)
            self.bar.show_message(said.sentence)

    def _begin(self, title: str, total: int) -> None:
        self._stop = Event()
        self.bar.dismiss()
        self.progress.set_title(title)
        self.progress.set_progress(0, total)
        self._since.start()
        self.stack.setCurrentWidget(self.progress)

    def _report(self, total: int, done: int) -> None:
        self._progressed.emit(done, total)

    def _show_progress(self, done: int, total: int) -> None:
        """With the time left, once a second of work tells how fast it goes."""
        spent = self._since.elapsed()
        known = done and total and spent >= _TELLING_MS
        left = timedelta(milliseconds=spent * (total - done) / done) if known else None
        self.progress.set_progress(done, total, left)

    def _cancel(self) -> None:
        self._stop.set()

    def _made(self, pdf: bytes) -> None:
        self.show_pdf(pdf)
        self.preview.setFocus()

    def _save(self) -> None:
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        suggested = folder / f"{plain(self.file_name())}.pdf"
        path = self._dialogs.save_as(self, self.tr("Save PDF"), suggested, self.tr("PDF (*.pdf)"))
        if path is not None:
            saved = partial(self._saved, path.name)
            self._background.produce(partial(_save_signed, path, self._pdf, self.signing()), saved, self.say_problem)

    def keep_run(self, way: PrintWay, pages: int) -> None:
        """Note that the paper was printed or saved."""
        subject = self.subject()
        if subject is not None:
            keep = partial(print_runs.keep, subject=subject, way=way, pages=pages)
            self._background.write(keep, initiator=self, failed=self.say_problem)

    def _saved(self, name: str, hand: Hand | None) -> None:
        self.keep_run("pdf", self.preview.pages)
        self._say_saved(name, hand)

    def _say_saved(self, name: str, hand: Hand | None) -> None:
        if hand is None or hand.identity is None:
            self.bar.show_message(self.tr("Saved as {name}.").format(name=name), tone="ok")
        elif hand.problem is None:
            words = self.tr("Saved as {name}, signed by {signer}.")
            self.bar.show_message(words.format(name=name, signer=hand.name), tone="ok")
        else:
            words = self.tr("Saved as {name} without a signature.").format(name=name)
            self.bar.show_message(f"{words} {sentences.of(hand.problem).sentence}", tone="warn")

    def _print(self) -> None:
        printer = self._dialogs.printer(self, self.title)
        if printer is None:
            return
        if self.two_sided():
            printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
        chosen = self.chosen_pages()
        total = self.preview.pages if chosen is None else len(chosen)
        self._begin(self.tr("Sending to the printer"), total)
        work = partial(
            print_pdf,
            self._pdf,
            printer,
            progress=partial(self._report, total),
            cancelled=self._stop.is_set,
            pages=chosen,
        )
        self._background.produce(work, self._printed, self.not_made)

    def _printed(self, pages: int) -> None:
        self.keep_run("printer", pages)
        self.stack.setCurrentWidget(self._frame)
        self.bar.show_message(self.tr("%n page(s) went to the printer.", "", pages), tone="ok")


def _save_signed(path: Path, pdf: bytes, signing: Signing | None) -> Hand | None:
    hand = signing.hand() if signing else None
    papers.save(path, hand.sign(pdf) if hand else pdf)
    return hand
