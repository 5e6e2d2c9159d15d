"""``make pictures``: draws every page of the real window over the pilot's London, into docs/pictures.

Light and dark, text at 150 %, and Welsh. Nothing is faked but the time: a Saturday of
training, at twenty-five past ten.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import cast

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from sqlalchemy import select

from benchmarks.laptop import fill, laptop
from onemm_desktop.models import Desk, EvaluationAnswer, Mentor, Op
from onemm_desktop.models.database import Database
from onemm_desktop.programme import badges, concerns, events, register, rights, safeguarding_keys, sheets, walk_ins
from onemm_desktop.programme.dates import day_of
from onemm_desktop.programme.rights import Asked
from onemm_desktop.programme.roster import roster
from onemm_desktop.programme.this_laptop import this_laptop
from onemm_desktop.settings import Language, Scheme, Settings
from onemm_desktop.sync import enrolment, push
from onemm_desktop.vault import Vault
from onemm_desktop.views import theme
from onemm_desktop.views.dialogs import Dialogs
from onemm_desktop.views.first_run.page import FirstRunPage
from onemm_desktop.views.kiosk.window import KioskWindow
from onemm_desktop.views.language import Speaker
from onemm_desktop.views.paper import words as paper_words
from onemm_desktop.views.scanning.sounds import Sounds
from onemm_desktop.views.settings.page import Installed
from onemm_desktop.views.unlock.door import Door
from onemm_desktop.views.unlock.office import OfficePage
from onemm_desktop.views.unlock.page import UnlockPage
from onemm_desktop.views.window import Window
from onemm_desktop.working import Surroundings, Working
from onemm_wire import badges as wire_badges
from onemm_wire import sealing
from onemm_wire.concern_contents import Report
from onemm_wire.errors import Code
from onemm_wire.partitions import Role
from onemm_wire.protocol import OpResult
from onemm_wire.records import Conflict
from onemm_wire.records.training import MarkState
from tests.views.first_run_parts import CARDIFF, LONDON, EasyFirstRun

PICTURES = Path(__file__).resolve().parent.parent / "docs" / "pictures"
NOW = datetime(2026, 11, 21, 10, 25, tzinfo=UTC)
#: What is known then of the people on the register, from the top; None is still expected.
MORNING: tuple[MarkState | None, ...] = (
    "present", "present", None, "present", "late", None, "present", "apologies", "present", "present", None, "present",
    "present", "present", None, "present", "excused", "present", "left_early", "present", None, "present", "present",
)  # fmt: skip


#: The seed of the lead who is drawn; nobody seals anything to it.
_SEED = bytes(range(sealing.SEED_BYTES))


@dataclass(frozen=True)
class Variant:
    """One way the window can look."""

    name: str
    scheme: Scheme = "light"
    text_scale: int = 100
    language: Language = "en"


VARIANTS = (
    Variant("light"),
    Variant("dark", scheme="dark"),
    Variant("large", text_scale=150),
    Variant("cymraeg", language="cy"),
)


class Studio:
    """Holds the laptop that is drawn."""

    def __init__(self, qapp: QApplication, folder: Path, role: Role = "staff") -> None:
        self.qapp = qapp
        self.speaker = Speaker(qapp)
        self.folder = folder
        self.database, desk = laptop(folder, role=role)
        self.desk = replace(desk, clock=lambda: NOW)
        self.vault = Vault(folder)
        self.vault.create("only for the pictures")
        self.vault.keep(enrolment.TOKEN, b"no centre is asked")
        self.event = mark_arrivals(self.database, self.desk)
        raise_questions(self.database, self.desk)
        ask_about_data(self.database, self.desk)
        if role == "safeguarding_lead":
            seal_concerns(self.database, self.desk, self.vault)

    def draw(self, variant: Variant) -> None:
        """Every page in one look."""
        self.speaker.speak(variant.language)
        theme.apply(self.qapp, variant.scheme, variant.text_scale / 100)
        for number, page in enumerate(first_run_pages(self.qapp), start=1):
            self.save(page, f"first-run-{number}", variant)
        for name, page in unlock_pages():
            self.save(page, name, variant)
        with self.working(variant) as working:
            for key in working.window.keys:
                working.window.go(key)
                self.settle(working)
                self.save(working.window, key.replace("_", "-"), variant)
            self.draw_papers(working, variant)
            self.draw_key_in(working, variant)
            self.draw_preflight(working, variant)
            self.draw_events(working, variant)

    def draw_lead(self, variant: Variant) -> None:
        """The page that a safeguarding lead alone has."""
        self.speaker.speak(variant.language)
        theme.apply(self.qapp, variant.scheme, variant.text_scale / 100)
        with self.working(variant) as working:
            working.window.go("concerns")
            self.settle(working)
            self.save(working.window, "concerns", variant)

    def draw_papers(self, working: Working, variant: Variant) -> None:
        """The register, and what is printed from it."""
        working.pages.today.register_asked.emit(self.event)
        self.settle(working)
        self.save(working.window, "register", variant)
        self.draw_door(working, variant)
        working.pages.register.sign_in_sheet_asked.emit(self.event)
        self.settle(working)
        self.wait_for_paper()
        self.save(working.window, "sign-in-sheet", variant)
        working.pages.register.certificates_asked.emit(self.event)
        self.settle(working)
        self.save(working.window, "certificates", variant)

    def draw_key_in(self, working: Working, variant: Variant) -> None:
        """A signed sheet, keyed in down to the middle; the row says something else at the desk."""
        with self.database.write(self.desk) as session:
            people = roster(session, event=self.event, now=NOW, role=self.desk.role).rows
            rows = [row.attendee for row in people if not row.walk_in]
            sheets.keep(session, event=self.event, at=NOW - timedelta(hours=2), rows=rows, blank_rows=4)
        page = working.pages.key_in
        page.open(self.event)
        working.window.go("key_in")
        self.settle(working)
        no_notice = next(letter for letter, state in paper_words.letters().items() if state == "no_notice")
        for typed in ("#4", no_notice):
            page.entry.line.setText(typed)
            page.entry.line.returnPressed.emit()
            self.settle(working)
        self.save(working.window, "key-in", variant)
        page.entry.line.clear()

    def draw_events(self, working: Working, variant: Variant) -> None:
        """Planning the next event and its places, then closing today's register."""
        with self.database.read() as session:
            coming = events.listing(session, now=self.desk.now()).coming[0].id
        pages = working.pages
        pages.events.event_asked.emit(coming)
        self.settle(working)
        self.save(working.window, "event", variant)
        with self.database.read() as session:
            held = session.scalars(select(EvaluationAnswer.event_id)).first() or ""
        pages.one_event.evaluation_asked.emit(held)
        self.settle(working)
        self.save(working.window, "evaluation", variant)
        pages.evaluation.form_asked.emit(held)
        self.settle(working)
        self.wait_for_paper()
        self.save(working.window, "evaluation-form", variant)
        pages.one_event.plan_asked.emit(coming)
        self.settle(working)
        self.save(working.window, "plan", variant)
        pages.one_event.closing_asked.emit(self.event)
        self.settle(working)
        self.save(working.window, "closing", variant)
        pages.closing.paper_asked.emit(self.event)
        self.settle(working)
        self.wait_for_paper()
        self.save(working.window, "event-summary", variant)

    def draw_preflight(self, working: Working, variant: Variant) -> None:
        """Prepare for offline, after a run."""
        page = working.pages.preflight
        page.open(self.event)
        working.window.go("preflight")
        self.settle(working)
        page.check.click()
        while page.rehearsal.running:
            self.settle(working)
        self.settle(working)
        self.save(working.window, "preflight", variant)

    def draw_door(self, working: Working, variant: Variant) -> None:
        """What happens at the door: a scan, a walk-in who has a card, the head-count, people who sign in alone."""
        register_page = working.pages.register
        rows = register_page.desk.model.rows
        awaited = next(row for row in rows if not row.arrived)
        with self.database.write(self.desk) as session:
            key = badges.prepare(session, event=self.event)[1]
        working.window.take_scan(wire_badges.code(key, self.event, awaited.attendee))
        self.settle(working)
        self.save(working.window, "register-scan", variant)
        working.window.toast.hide()
        panel = register_page.desk.walk_in
        panel.open(rows[0].name[:-1])
        self.settle(working)
        self.save(working.window, "register-walk-in", variant)
        panel.clear()
        panel.dismiss()
        register_page.building_asked.emit(self.event)
        self.settle(working)
        self.save(working.window, "in-building", variant)
        self.draw_kiosk(working, awaited.name, variant)
        working.window.go("register")
        self.settle(working)
        working.take_back()
        self.settle(working)

    def draw_kiosk(self, working: Working, name: str, variant: Variant) -> None:
        """Choosing a PIN, and a name that was found."""
        kiosk = KioskWindow(working.background, self.desk, self.event, Sounds(enabled=False))
        kiosk.resize(1280, 800)
        kiosk.show()
        self.settle(working)
        self.save(kiosk, "kiosk-begin", variant)
        kiosk.pin.line.setText("2580")
        kiosk.begin.click()
        self.save(kiosk, "kiosk", variant)
        kiosk.name.setText(name.split()[0])
        kiosk.name.searched.emit(name.split()[0])
        self.settle(working)
        self.save(kiosk, "kiosk-found", variant)
        kiosk.end()

    @contextmanager
    def working(self, variant: Variant) -> Iterator[Working]:
        """The open program, offline: its pill tells the true numbers."""
        with self.database.read() as session:
            me = this_laptop(session)
        if me is None:
            raise RuntimeError("the laptop has no device row")
        me = replace(me, region_name="London", name="Front desk")
        settings = Settings(language=variant.language, scheme=variant.scheme, text_scale=variant.text_scale)
        installed = Installed(
            "0.1.0",
            "1MM Desktop",
            unlock="pin",
            has_keyring=True,
            database_bytes=lambda: self.database.path.stat().st_size,
        )
        around = Surroundings(self.desk.clock, self.desk.chance, Dialogs(), installed)
        working = Working(self.database, self.vault, me, settings, around)
        working.window.resize(1280, 800)
        working.window.show()
        done = QEventLoop()
        working.sync.finished.connect(done.quit)
        working.start()
        QTimer.singleShot(10_000, done, done.quit)
        done.exec()
        yield working
        working.sync.close()
        working.background.close()
        working.window.close()

    def settle(self, working: Working) -> None:
        """Let everything that was asked for come home and be painted."""
        for _ in range(2):
            working.background.settle()
            self.qapp.processEvents()

    @staticmethod
    def wait_for_paper() -> None:
        """The preview draws its pages on a thread of its own and does not say when it has."""
        done = QEventLoop()
        QTimer.singleShot(1_500, done, done.quit)
        done.exec()

    def save(self, widget: QWidget, name: str, variant: Variant) -> None:
        """One picture."""
        self.qapp.processEvents()
        widget.grab().save(str(PICTURES / f"{name}-{variant.name}.png"))


def first_run_pages(qapp: QApplication) -> Iterator[QWidget]:
    """The steps of the first run, one after the other."""
    window = Window()
    page = FirstRunPage(EasyFirstRun(needs_passphrase=True), address="1mm.example.org", device_name="front-desk")
    window.show_only(page)
    window.show()
    page.laptop.offer([LONDON, CARDIFF])
    for step in (page.address, page.sign_in, page.laptop, page.passphrase):
        page.show_step(step)
        yield window
    page.show_step(page.fetching)
    page.fetching.welcome("Nia Parry", "London")
    page.fetching.begin(0.0)
    page.fetching.progress(1_200, 5_400, 3.0)
    yield window
    page.close_page()
    window.close()


def unlock_pages() -> Iterator[tuple[str, QWidget]]:
    """A laptop that two people share, and one of them without her PIN."""
    doors = [Door(name, "pin", lambda _: bytearray()) for name in ("Nia Parry", "Rhys Morgan")]
    for name, page in (
        ("unlock", UnlockPage(doors)),
        ("unlock-by-telephone", OfficePage(7, "7K3M-9QRT", lambda _: bytearray())),
    ):
        window = Window()
        window.show_only(page)
        window.show()
        yield name, window
        page.close_page()
        window.close()


def mark_arrivals(database: Database, desk: Desk) -> str:
    """Twenty-five past ten: most of the queue is in, two are walk-ins; answers the event."""
    with database.read() as session:
        event = events.listing(session, now=desk.now()).today[0].id
        rows = roster(session, event=event, now=desk.now(), role=desk.role).rows
    for minute, (row, state) in enumerate(zip(rows, MORNING, strict=False)):
        if state is not None:
            at = NOW - timedelta(minutes=2 if state == "late" else 45 - minute)
            with database.write(desk, label="marked_present", values={"name": row.name}) as session:
                register.mark(session, event=event, attendee=row.attendee, state=state, at=at)
    for name, organisation in (("Jon Fairweather", "Lloyds Banking Group"), ("Nguyễn Thị Hương", "NHS, retired")):
        with database.write(desk, label="walk_in_added", values={"name": name}) as session:
            walk_ins.add(session, event=event, name=name, contact="", organisation=organisation, consent=True)
    return event


def raise_questions(database: Database, desk: Desk) -> None:
    """One detail has two answers, and one change was not accepted."""
    with database.write(desk) as session:
        one, other = session.scalars(select(Mentor).order_by(Mentor.sort_name).limit(2)).all()
        before, one.job_title = one.job_title, "Site manager"
        session.flush()
        other.certificate_name = "Dr " + other.family_name
        first = session.scalars(select(Op.n).where(Op.record_id == one.id)).one()
    conflict = Conflict(
        id=desk.new_id(), about_kind="mentor", about_id=one.id, field="job_title", before=before,
        centre="Building surveyor", laptop="Site manager", centre_rev=2, centre_by_name="Priya Shah",
        centre_at=desk.now() - timedelta(hours=17), laptop_by=desk.user_id, laptop_by_name=desk.user_name,
        laptop_at=desk.now(), device_id=desk.device_id, op_n=first,
    )  # fmt: skip
    with database.sync_write() as session:
        values = {"conflicts": {"job_title": conflict.id}}
        clash = OpResult(n=first, status="conflict", code=Code.CHANGED_ELSEWHERE, values=values)
        refused = OpResult(n=first + 1, status="rejected", code=Code.MALFORMED, values={"field": "certificate_name"})
        push.settle(session, [clash, refused])
    fill(database, [(one.partition, conflict)])


def ask_about_data(database: Database, desk: Desk) -> None:
    """Two people have asked, one of them some time ago."""
    today = day_of(desk.now())
    with database.write(desk) as session:
        people = session.scalars(select(Mentor.id).order_by(Mentor.sort_name).limit(12)).all()
        for person, asked, days in ((people[3], "access", 4), (people[11], "erasure", 26)):
            received = today - timedelta(days=days)
            rights.receive(session, person=person, asked=cast("Asked", asked), received_on=received, today=today)


def seal_concerns(database: Database, desk: Desk, vault: Vault) -> None:
    """The keys of a region, and two concerns: one of today, one low-level."""
    vault.keep(safeguarding_keys.SEED, _SEED)
    with database.write(desk) as session:
        safeguarding_keys.set_up_first(session, recovery_seed=bytes(range(16)), seed=_SEED)
    for low_level, account in (
        (False, "He said he does not want to go home tonight."),
        (True, "Sat very close to her."),
    ):
        said = Report(
            receipt="", written_at=desk.now(), recorder_name="", recorder_role="", low_level=low_level,
            people="Kai", account=account, told_name="Mair Jenkins", told_time="10:05",
        )  # fmt: skip
        with database.write(desk) as session:
            concerns.seal(session, report=said)


def main() -> int:
    """Draw everything."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    qapp = QApplication(sys.argv[:1])
    theme.load_fonts()
    with tempfile.TemporaryDirectory() as folder:
        studio = Studio(qapp, Path(folder))
        for variant in VARIANTS:
            studio.draw(variant)
            print(f"{variant.name}: drawn")
        studio.database.close()
        studio.speaker.stop()
        (Path(folder) / "lead").mkdir()
        studio = Studio(qapp, Path(folder) / "lead", "safeguarding_lead")
        for variant in VARIANTS:
            studio.draw_lead(variant)
        studio.database.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
