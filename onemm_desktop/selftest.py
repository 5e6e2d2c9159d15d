"""``--self-test``: whether this installation can do what it is for, in two seconds and without touching any data."""

from __future__ import annotations

import secrets
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QImage, QPainter, QRawFont, Qt
from sqlalchemy import func, select

from onemm_desktop.models import Progress
from onemm_desktop.models.database import Database
from resources import resource

#: Letters that names in the UK have and plain fonts lack.
SAMPLE = "Ŵŷ Łukasz Nguyễn"


class SelfTestError(Exception):
    """A part of the installation does not do what it must."""


def run(say: Callable[[str], object] = print) -> int:
    """Tries the encrypted database and the fonts; the exit status: 0 if both do what they must, else 1."""
    try:
        with tempfile.TemporaryDirectory() as folder:
            say(f"encrypted database: {_try_database(Path(folder))}")
        say(f"fonts: {_try_fonts()}")
    except SelfTestError as error:
        say(f"failed: {error}")
        return 1
    say("all well")
    return 0


def _try_database(folder: Path) -> str:
    key = secrets.token_bytes(32)
    database = Database.open(folder / "test.db", key)
    with database.sync_write() as session:
        session.add(Progress(partition="written-by-the-self-test"))
    database.close()
    database = Database.open(folder / "test.db", key)
    with database.read() as session:
        found = session.scalar(select(func.count()).select_from(Progress))
    database.check()
    database.close()
    if found != 1:
        raise SelfTestError("what was written is not there")
    if b"self-test" in (folder / "test.db").read_bytes():
        raise SelfTestError("the file is not encrypted")
    return "written, encrypted, read again"


def _try_fonts() -> str:
    app = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    files = sorted(path for path in resource("fonts").rglob("*") if path.suffix in {".otf", ".ttf"})
    if not files:
        raise SelfTestError("there are no fonts")
    for file in files:
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            raise SelfTestError(f"{file.name} cannot be read")
    interface = QRawFont(str(resource("fonts", "Inter-Regular.otf")), 14)
    missing = [letter for letter in SAMPLE if not interface.supportsCharacter(ord(letter))]
    if missing:
        raise SelfTestError(f"the interface's font has no {' '.join(missing)}")
    if not _is_drawn(SAMPLE):
        raise SelfTestError("text is drawn as nothing")
    del app
    return f"{len(files)} read, a name drawn"


def _is_drawn(text: str) -> bool:
    image = QImage(300, 40, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setFont(QFont("Inter", 14))
    painter.drawText(QPointF(10, 28), text)
    painter.end()
    return bytes(image.constBits()).strip(b"\xff") != b""
