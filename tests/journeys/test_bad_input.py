"""What can go wrong in the world, on the real window over real parts: one sentence, one action, nothing lost."""

from __future__ import annotations

import resource
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QApplication

from onemm_desktop.models import cipher
from onemm_desktop.paths import Paths
from onemm_desktop.vault import Vault
from onemm_desktop.views.first_run.page import FirstRunPage
from onemm_desktop.views.register.page import RegisterPage
from onemm_desktop.views.trouble import TroublePage
from onemm_desktop.views.unlock.page import UnlockPage
from onemm_wire.records import Booking, Event
from tests.central_service import PASSWORD, Centre
from tests.robots.laptop import AWAITED, Laptop, until
from tests.sync.records import identity, mentor
from tests.sync.venue import Said, venue

EMAIL = "rhian@1mm.example"
PASSPHRASE = "four quiet otters sing"

Start = Callable[[], Laptop]


@pytest.fixture
def start(qapp: QApplication, tmp_path: Path) -> Iterator[Start]:
    """Starts the program on one data folder; whatever is still open is closed when the test ends."""
    started: list[Laptop] = []

    def begin() -> Laptop:
        started.append(Laptop(qapp, tmp_path / "data", tmp_path / "papers"))
        return started[-1]

    yield begin
    for laptop in started:
        laptop.close()
        laptop.app.window.deleteLater()


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path / "data")


@pytest.fixture
def staffed(centre: Centre) -> Centre:
    """A centre with one person who may enrol."""
    centre.add_user(EMAIL)
    return centre


@pytest.fixture
def todays_training(staffed: Centre) -> Event:
    """A training today, with three people booked."""
    day = datetime.now(ZoneInfo("Europe/London")).replace(hour=10, minute=0, second=0, microsecond=0)
    training = Event(
        id=identity(1), reference="LDN-T-0001", title="Mentor training", venue="The Exchange",
        starts_at=day, ends_at=day + timedelta(hours=6), hours=5.5, capacity=60,
    )  # fmt: skip
    cards = [mentor(10 + number) for number in range(3)]
    bookings = [
        Booking(id=identity(20 + number), event_id=training.id, mentor_id=card.id) for number, card in enumerate(cards)
    ]
    staffed.put("region/LDN", training, *cards, *bookings)
    return training


def first_run(laptop: Laptop) -> FirstRunPage:
    page = laptop.app.window.currentWidget()
    assert isinstance(page, FirstRunPage)
    return page


def answered(laptop: Laptop) -> FirstRunPage:
    """Press Enter and wait for the answer."""
    page = first_run(laptop)
    laptop.hands.press("Return")
    until(lambda: not page.busy, "the first run has its answer")
    return page


def enrolled(laptop: Laptop, centre: Centre) -> None:
    laptop.enrol(
        address=centre.address, email=EMAIL, password=PASSWORD, code=centre.invite(EMAIL), passphrase=PASSPHRASE
    )


# --- on the way in -------------------------------------------------------------------------------------------------


def test_nobody_at_that_address(start: Start) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    laptop = start()
    laptop.hands.type(f"http://127.0.0.1:{port}")
    page = answered(laptop)
    assert "cannot be reached" in page.address.address.wrong
    assert page.address.address.text.endswith(str(port))


def test_a_wifi_login_page_at_that_address(start: Start) -> None:
    with venue(Said(body=b"<html>Welcome to the venue's Wi-Fi", headers={"Content-Type": "text/html"})) as wifi:
        laptop = start()
        laptop.hands.type(wifi.address)
        page = answered(laptop)
    assert "Something other than the centre answered" in page.address.address.wrong
    assert page.address.address.text == wifi.address


def test_a_wrong_password(start: Start, staffed: Centre) -> None:
    laptop = start()
    laptop.hands.type(staffed.address)
    page = answered(laptop)
    laptop.hands.type(EMAIL).press("Tab").type("not my password")
    answered(laptop)
    assert "do not belong together" in page.sign_in.password.wrong
    assert page.sign_in.email.text == EMAIL
    laptop.hands.press("Ctrl+A").type(PASSWORD)
    answered(laptop)
    assert page.step is page.laptop


@pytest.mark.parametrize("used", [False, True], ids=["wrong", "used up"])
def test_a_code_that_does_not_open(start: Start, staffed: Centre, paths: Paths, used: bool) -> None:
    code = staffed.invite(EMAIL)
    if used:
        staffed.sql("UPDATE invitation SET used_at = now()")
    else:
        code = "0" * 12
    laptop = start()
    laptop.hands.type(staffed.address)
    page = answered(laptop)
    laptop.hands.type(EMAIL).press("Tab").type(PASSWORD)
    answered(laptop)
    laptop.hands.type(code)
    answered(laptop)
    laptop.hands.type(PASSPHRASE).press("Tab").type(PASSPHRASE)
    answered(laptop)
    assert page.step is page.laptop
    assert page.laptop.code.wrong
    assert page.laptop.code.text == code
    assert not paths.database.exists(), "nothing is written before the centre has said yes"


# --- at the start of a day -----------------------------------------------------------------------------------------


def test_a_wrong_passphrase(start: Start, staffed: Centre) -> None:
    laptop = start()
    enrolled(laptop, staffed)
    laptop.close()
    again = start()
    page = again.app.window.currentWidget()
    assert isinstance(page, UnlockPage)
    again.hands.type("four loud otters").press("Return")
    until(lambda: bool(page.passphrase.wrong), "the passphrase is refused")
    assert "not the passphrase" in page.passphrase.wrong
    again.hands.press("Ctrl+A").type(PASSPHRASE).press("Return")
    until(lambda: again.app.working is not None, "the right one opens")


@contextmanager
def spoilt(path: Path, spoil: Callable[[], object]) -> Iterator[None]:
    """Spoil a file, and see that nobody touches it afterwards."""
    spoil()
    content = path.read_bytes()
    yield
    assert path.read_bytes() == content, "the file is left as it is"


def trouble(laptop: Laptop) -> TroublePage:
    laptop.hands.type(PASSPHRASE).press("Return")
    until(lambda: isinstance(laptop.app.window.currentWidget(), TroublePage), "the trouble is said")
    page = laptop.app.window.currentWidget()
    assert isinstance(page, TroublePage)
    assert page.button.isVisible()
    return page


def test_records_of_a_newer_version(start: Start, staffed: Centre, paths: Paths) -> None:
    laptop = start()
    enrolled(laptop, staffed)
    laptop.close()

    def age() -> None:
        connection = cipher.open_writer(paths.database, Vault(paths.vault).unlock(PASSPHRASE))
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
        connection.close()

    with spoilt(paths.database, age):
        assert "newer version" in trouble(start()).said.sentence


def test_a_damaged_file(start: Start, staffed: Centre, paths: Paths) -> None:
    laptop = start()
    enrolled(laptop, staffed)
    laptop.close()
    whole = paths.database.read_bytes()
    with spoilt(paths.database, lambda: paths.database.write_bytes(whole[:4096] + bytes(len(whole) - 4096))):
        assert "cannot be read" in trouble(start()).said.sentence


def test_a_second_start_leaves_the_first_alone(tmp_path: Path) -> None:
    program = [sys.executable, "-m", "onemm_desktop", "--data", str(tmp_path)]
    first = subprocess.Popen(program)
    try:
        # The second can only hand over to a first that listens; until then it would be the first itself.
        until(lambda: any(tmp_path.iterdir()), "the first has begun")
        second = subprocess.run(program, timeout=60, check=False)
        assert second.returncode == 0
        assert first.poll() is None, "the first goes on"
    finally:
        first.kill()
        first.wait()


# --- at the door ---------------------------------------------------------------------------------------------------


def test_a_full_disk_at_the_door(start: Start, staffed: Centre, todays_training: Event) -> None:
    laptop = start()
    enrolled(laptop, staffed)
    laptop.open_todays_register()
    name = laptop.expected()[0]
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    page = laptop.page(RegisterPage)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, before[1]))
    try:
        laptop.mark(name)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert "disk is full" in page.bar.sentence
    assert laptop.statuses()[name] in AWAITED, "what is not kept is not shown as kept"
    laptop.mark(name)
    assert laptop.statuses()[name].startswith("Present"), "with room again it goes on"
