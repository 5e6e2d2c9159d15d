"""A trainer's whole event day, by keyboard alone: made ready the day before, held offline, closed, sent in the evening.

Real parts: a centre over PostgreSQL that answers on loopback and is gone during the day, the whole program over its
encrypted file, PDFs read back. Only the clock is the story's.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from onemm_desktop.programme.dates import LONDON
from onemm_desktop.programme.roster import roster
from onemm_desktop.views.events.closing_page import ClosingPage
from onemm_desktop.views.preflight.page import PreflightPage
from onemm_desktop.views.printing.certificates_page import CertificatesPage
from onemm_desktop.views.register.in_building_page import InBuildingPage
from onemm_desktop.views.register.page import RegisterPage
from onemm_wire import badges
from onemm_wire.records import Booking, Event, EventStaff, Region, RequirementSet, TrainingSession
from tests.central_service import PASSWORD, Centre
from tests.robots.laptop import Laptop, until
from tests.robots.scanner import ScannerGun
from tests.sync.laptop import enrol
from tests.sync.records import NAMES, identity, mentors

EMAIL, PASSPHRASE = "nia@1mm.example", "four quiet otters sing"
TRAINING, MORNING, AFTERNOON = identity(500), identity(501), identity(502)
BADGE_KEY = badges.new_key(bytes(range(badges.KEY_BYTES)))
KINDS = ("event", "training_session", "booking", "attendance_mark", "walk_in", "roster_snapshot", "document_issue")


class StoryClock:
    """Stands still, and is moved from one hour of the story to the next."""

    def __init__(self) -> None:
        self.now = datetime.now(UTC).replace(microsecond=0)
        self._day = (self.now.astimezone(LONDON) + timedelta(days=1)).replace(second=0)

    def __call__(self) -> datetime:
        return self.now

    def at(self, hour: int, minute: int = 0) -> datetime:
        """So late on the day of the training."""
        return self._day.replace(hour=hour, minute=minute).astimezone(UTC)

    def move(self, hour: int, minute: int = 0) -> None:
        """It is so late now."""
        self.now = self.at(hour, minute)


@pytest.fixture
def clock() -> StoryClock:
    return StoryClock()


@pytest.fixture
def office(centre: Centre, clock: StoryClock) -> Centre:
    """A centre with a training tomorrow, in two sessions, and seven people booked on it."""
    parts = (
        (MORNING, "Morning", clock.at(10), clock.at(12, 30)),
        (AFTERNOON, "Afternoon", clock.at(13, 30), clock.at(16)),
    )
    centre.put(
        "region/LDN",
        *mentors(7),
        Event(
            id=TRAINING, reference="LDN-T-0500", title="Mentor training", venue="The Exchange", capacity=20,
            starts_at=clock.at(10), ends_at=clock.at(16), hours=5.0, modules=["face_to_face"], state="confirmed",
            badge_key=BADGE_KEY,
        ),
        *(
            TrainingSession(id=part, event_id=TRAINING, title=title, starts_at=begins, ends_at=ends, hours=2.5)
            for part, title, begins, ends in parts
        ),
        EventStaff(id=identity(520), event_id=TRAINING, name="Mair Jones", duty="helper"),
        *(Booking(id=identity(510 + n), event_id=TRAINING, mentor_id=identity(n)) for n in range(7)),
    )  # fmt: skip
    centre.put(
        "national",
        Region(id=identity(9_001), code="LDN", name="London", nation="england"),
        RequirementSet(
            id=identity(530), code="mentor-training", title="Mentor training", modules=["face_to_face"],
            attendance_share=0.75, valid_from=clock.now.date() - timedelta(days=30),
        ),
    )  # fmt: skip
    centre.add_user(EMAIL, name="Nia Parry", role="trainer")
    return centre


@pytest.fixture
def laptop(qapp: QApplication, tmp_path: Path, office: Centre, clock: StoryClock) -> Iterator[Laptop]:
    made = Laptop(qapp, tmp_path / "data", tmp_path / "papers", clock=clock)
    code = office.invite(EMAIL)
    made.enrol(address=office.address, email=EMAIL, password=PASSWORD, code=code, passphrase=PASSPHRASE)
    yield made
    made.close()
    made.app.window.deleteLater()


SIAN, RUKHSANA, LUKASZ, OLUWASEUN, MARGARET, HUONG, HARPREET = (" ".join(name) for name in NAMES)
JON = "Jon Fairweather"


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_trainers_whole_day(
    laptop: Laptop, office: Centre, clock: StoryClock, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _the_day_before(laptop)
    office.stop()
    clock.move(9, 50)
    strokes = _doors(laptop, clock)
    with capsys.disabled():
        print(f"key strokes per arrival: {sum(strokes.values()) / len(strokes):.1f}, the letters that find them and 1")
    _second_session(laptop, clock)
    _close(laptop, clock)
    _certificates(laptop)
    offline = laptop.sync()
    assert offline.startswith("Offline · ") and offline.endswith(" to send")
    office.start()
    _evening(laptop, office, tmp_path)


def _the_day_before(laptop: Laptop) -> None:
    """Online: it is proved that the laptop can do without the centre, and the pack is printed."""
    laptop.go("today")
    laptop.press_button("Prepare for offline")
    page = laptop.page(PreflightPage)
    laptop.press_button("Check now")
    until(page.check.isEnabled, "the rehearsal ends")
    laptop.wait()
    for ready in ("7 booked mentors have their cards here.", "Sign-in sheet and 7 certificates were made."):
        assert laptop.shows(ready)
    laptop.go("today")
    laptop.press_button(" · Mentor training")
    sheet = laptop.save_sign_in_sheet()
    assert SIAN in "".join(page.extract_text() for page in PdfReader(sheet).pages)


def _doors(laptop: Laptop, clock: StoryClock) -> dict[str, int]:
    """The morning. Answers the key strokes of each arrival."""
    laptop.open_todays_register()
    _choose_session(laptop, 1)
    desk = laptop.page(RegisterPage).desk
    strokes = {name: _arrive(laptop, name) for name in (SIAN, RUKHSANA)}
    laptop.mark(SIAN)
    assert desk.note.text() == f"{SIAN} is in since 09:50."
    clock.move(10, 20)
    strokes[LUKASZ] = _arrive(laptop, LUKASZ, "Shift+Return")
    laptop.hands.press("Ctrl+T").press("Ctrl+A").type("1012").press("Return")
    laptop.wait()
    laptop.mark(OLUWASEUN, "Ctrl+Shift+A")
    gun = ScannerGun(laptop.app.window)
    for person, said in ((identity(4), f"{MARGARET} · Present 10:20"), (identity(0), f"{SIAN} is in since 09:50.")):
        gun.scan(badges.code(BADGE_KEY, TRAINING, person))
        laptop.wait()
        assert desk.note.text() == said
    laptop.add_walk_in(JON, "jon@example.org", "Lloyds")
    strokes[HUONG] = _arrive(laptop, HUONG)
    assert HUONG in laptop.undo()
    assert laptop.statuses() == {
        SIAN: "Present 09:50",
        RUKHSANA: "Present 09:50",
        LUKASZ: "Late 10:12",
        OLUWASEUN: "Apologies",
        MARGARET: "Present 10:20",
        HUONG: "Expected",
        HARPREET: "Expected",
        JON: "Present 10:20",
    }
    _building(laptop, 5)
    clock.move(11, 0)
    laptop.mark(MARGARET, "Ctrl+E")
    _building(laptop, 4)
    return strokes


def _second_session(laptop: Laptop, clock: StoryClock) -> None:
    """The afternoon: one has gone home, one comes only now."""
    clock.move(13, 35)
    _choose_session(laptop, 2)
    assert laptop.statuses()[SIAN] == "Expected", "each session has a register of its own"
    for name in (SIAN, RUKHSANA, HARPREET, JON):
        laptop.mark(name)
    _building(laptop, 5)


def _close(laptop: Laptop, clock: StoryClock) -> None:
    """A register is closed when every row of every session is marked, and not before."""
    clock.move(16, 5)
    laptop.go("today")
    laptop.press_button("The register is not closed yet")
    page = laptop.page(ClosingPage)
    assert not page.close_register.isEnabled()
    laptop.hands.press("Ctrl+Shift+N")
    laptop.wait()
    laptop.press_button("Close the register")
    assert not page.close_register.isVisible()


def _certificates(laptop: Laptop) -> None:
    """For those, and only those, who met the rule; everybody else stands there with the reason.

    One is left for later.
    """
    laptop.go("today")
    laptop.press_button("5 certificates are not printed yet")
    page = laptop.page(CertificatesPage)
    until(page.issue.isEnabled, "the names were looked at")
    model = page.table.model()
    shown = {model.index(row, 1).data(): model.index(row, 3).data() for row in range(model.rowCount())}
    assert shown == {
        **dict.fromkeys((SIAN, RUKHSANA, LUKASZ, HARPREET, JON), "New"),
        OLUWASEUN: "Apologies",
        HUONG: "No notice",
        MARGARET: "Left before half",
    }
    laptop.hands.tab_to(page.table)
    while page.table.currentIndex().siblingAtColumn(1).data() != JON:
        laptop.hands.press("Down")
    laptop.hands.press("Space")
    laptop.press_button("Issue 4 certificates")
    papers = [sheet.extract_text() for sheet in PdfReader(laptop.save_paper()).pages]
    assert len(papers) == 4
    for name in (SIAN, RUKHSANA, LUKASZ, HARPREET):
        assert sum(name in paper for paper in papers) == 1


def _evening(laptop: Laptop, office: Centre, tmp_path: Path) -> None:
    """Online again: all is sent; the centre and another laptop hold the same; Today says what is left."""
    assert laptop.sync() == "Online · all sent"
    laptop.go("today")
    assert laptop.shows("Everything on this laptop has been sent.")
    laptop.press_button("1 certificate is not printed yet")
    assert laptop.page(CertificatesPage).place() == {"event": TRAINING}
    colleague = enrol(office, tmp_path / "colleague", EMAIL)
    try:
        assert colleague.sync().state == "online"
        for kind in KINDS:
            there = office.records(kind)
            assert there, f"nothing of {kind} has come"
            assert colleague.records(kind) == there
        with colleague.database.read() as session:
            theirs = roster(session, TRAINING, now=laptop.working.desk.now(), role="trainer", session_id=MORNING)
    finally:
        colleague.close()
    assert {row.name: row.state for row in theirs.rows} == {
        SIAN: "present",
        RUKHSANA: "present",
        LUKASZ: "late",
        OLUWASEUN: "apologies",
        MARGARET: "left_early",
        HUONG: "no_notice",
        HARPREET: "no_notice",
        JON: "present",
    }


def _arrive(laptop: Laptop, name: str, key: str = "Return") -> int:
    """The letters that find somebody, and one key. Answers how many strokes that were."""
    least = laptop.fewest_letters(name)
    strokes = laptop.mark(name, key)
    assert strokes == least + 1, name
    return strokes


def _choose_session(laptop: Laptop, place: int) -> None:
    """The sessions are in a list above the register: Down chooses the next."""
    page = laptop.page(RegisterPage)
    laptop.hands.tab_to(page.sessions)
    while page.sessions.currentIndex() != place:
        laptop.hands.press("Down")
        laptop.wait()
        laptop.hands.tab_to(page.sessions)


def _building(laptop: Laptop, people: int) -> None:
    """F8, the list for a fire, and back."""
    laptop.hands.press("F8")
    laptop.wait()
    page = laptop.page(InBuildingPage)
    assert laptop.shows(f"{people} people in the building")
    assert page.people.count() == people + 1
    assert page.people.item(0).text() == "Mair Jones · Helper · not signed in"
    laptop.back()
