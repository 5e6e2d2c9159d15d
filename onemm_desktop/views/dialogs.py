"""The only part that opens a dialog. Everything that needs an answer gets a ``Dialogs`` and asks it.

A test gives a subclass with the answers written down; so does the demo without a display.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton, QWidget


class Dialogs:
    """Asks the person in front of the screen."""

    def tell(self, parent: QWidget | None, sentence: str, *, detail: str = "") -> None:
        """Say something that must be read before going on. ``detail`` can be unfolded and copied."""
        box = QMessageBox(QMessageBox.Icon.NoIcon, "1MM", sentence, QMessageBox.StandardButton.Close, parent)
        box.setDetailedText(detail)
        box.exec()

    def report(self, parent: QWidget | None, report: str) -> None:
        """Show that the program itself failed, with a report to copy. It names nobody (``crash.py``)."""
        sentence = QCoreApplication.translate(
            "Dialogs", "1MM Desktop ran into a fault of its own. Your saved work is safe."
        )
        box = QMessageBox(QMessageBox.Icon.NoIcon, "1MM", sentence, QMessageBox.StandardButton.NoButton, parent)
        box.setInformativeText(QCoreApplication.translate("Dialogs", "Please send the details to the office."))
        box.setDetailedText(report)
        copy = QPushButton(QCoreApplication.translate("Dialogs", "Copy the details"), box)
        box.addButton(copy, QMessageBox.ButtonRole.AcceptRole)
        close = QPushButton(QCoreApplication.translate("Dialogs", "Close"), box)
        box.addButton(close, QMessageBox.ButtonRole.RejectRole)
        box.exec()
        if box.clickedButton() is copy:
            QGuiApplication.clipboard().setText(report)

    def save_as(self, parent: QWidget, title: str, suggested: Path, kinds: str) -> Path | None:
        """Where to save a file, or None. ``kinds`` as Qt writes them: ``PDF (*.pdf)``."""
        chosen, _ = QFileDialog.getSaveFileName(parent, title, str(suggested), kinds)
        return Path(chosen) if chosen else None

    def open_file(self, parent: QWidget, title: str, folder: Path, kinds: str) -> Path | None:
        """Which file to read, or None."""
        chosen, _ = QFileDialog.getOpenFileName(parent, title, str(folder), kinds)
        return Path(chosen) if chosen else None

    def printer(self, parent: QWidget, title: str) -> QPrinter | None:
        """A printer set up by the person, or None."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(title)
        dialog = QPrintDialog(printer, parent)
        dialog.setWindowTitle(title)
        return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None
