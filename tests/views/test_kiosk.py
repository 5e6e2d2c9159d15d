"""Signing oneself in: a stranger at the screen marks themselves, sees nobody, and cannot get out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from onemm_desktop.background import Background
from onemm_desktop.changes import Change
from onemm_desktop.programme.kiosk import MOST_TRIES, Leaving, masked
from onemm_desktop.views.kiosk.window import KioskWindow
from onemm_desktop.views.scanning.sounds import Sounds
from tests.robots.hands import Hands
from tests.training_day import ELEVEN, Day
from tests.views.people_parts import EVENT, Laptop, laptop, nia, quick_stretching, unlock_page

__all__ = ["laptop", "nia", "quick_stretching"]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


class Kiosk:
    """A stranger's hands at a kiosk."""

    def __init__(self, folder: Path) -> None:
        self.day = Day(folder)
        self.day.add_event()
        self.people = self.day.book_eleven()
        self.background = Background(self.day.database, self.day.desk)
        self.window = KioskWindow(self.background, self.day.desk, self.day.event, Sounds(enabled=False))
        self.background.changed.connect(lambda change, _: self.window.changed(change))
        self.left: list[int] = []
        self.locked: list[int] = []
        self.window.left.connect(lambda: self.left.append(1))
        self.window.lock_asked.connect(lambda: self.locked.append(1))
        self.window.show()
        self.hands = Hands(self.window)
        self.wait()

    def wait(self) -> None:
        """Until what was asked for is done."""
        assert self.background.settle()

    def begin(self) -> Kiosk:
        """A member of staff chooses a PIN and leaves the screen to others."""
        self.hands.type("2580").press("Return")
        return self

    def type(self, text: str) -> Kiosk:
        """Type a name."""
        self.hands.type(text)
        return self

    def offered(self) -> list[str]:
        """The masked names on the screen."""
        people = self.window.people
        return [people.item(line).text() for line in range(people.count())]

    def shown(self) -> str:
        """Every word on the screen."""
        labels = [label.text() for label in self.window.findChildren(QLabel) if label.isVisible()]
        return " ".join([*labels, *self.offered()])

    def close(self) -> None:
        """Put everything away."""
        self.window.end()
        self.background.close()
        self.day.close()


@pytest.fixture
def kiosk(qtbot: QtBot, tmp_path: Path) -> Iterator[Kiosk]:
    made = Kiosk(tmp_path)
    yield made
    made.close()


def test_a_name_and_enter_sign_a_person_in(kiosk: Kiosk) -> None:
    kiosk.begin().type("sia")
    assert kiosk.offered() == ["Siân Ll…"]
    kiosk.hands.press("Return")
    kiosk.wait()
    [mark] = kiosk.day.marks().values()
    assert (mark.attendee_id, mark.state, mark.source) == (kiosk.people[0], "present", "kiosk")
    assert "Welcome, Siân!" in kiosk.shown()


def test_a_badge_signs_its_bearer_in_and_a_foreign_code_does_not(kiosk: Kiosk) -> None:
    code = kiosk.day.badge(kiosk.people[1])
    assert not kiosk.window.take_scan(code), "nobody signs in before it has begun"
    kiosk.begin()
    assert kiosk.window.take_scan("5012345678900")
    assert kiosk.day.marks() == {}
    assert kiosk.window.take_scan(code)
    kiosk.wait()
    assert [mark.attendee_id for mark in kiosk.day.marks().values()] == [kiosk.people[1]]


def test_a_person_signs_in_to_the_session_that_is_running(kiosk: Kiosk) -> None:
    morning, afternoon = kiosk.day.halve()
    kiosk.window.changed(Change(touched=frozenset({("training_session", morning)})))
    kiosk.wait()
    kiosk.begin().type("sian").hands.press("Return")
    kiosk.wait()
    kiosk.day.clock.at(12, 50)  # between the two: it is the next one they come to
    kiosk.window.start_over()
    kiosk.type("sian").hands.press("Return")
    kiosk.wait()
    assert kiosk.window.take_scan(kiosk.day.badge(kiosk.people[1]))
    kiosk.wait()
    marks = [(mark.attendee_id, mark.session_id) for mark in kiosk.day.marks().values()]
    sian, rukhsana = kiosk.people[:2]
    assert marks == [(sian, morning), (sian, afternoon), (rukhsana, afternoon)]


def test_who_is_in_already_is_welcome_and_marked_once(kiosk: Kiosk) -> None:
    kiosk.day.mark(kiosk.people[0], "present")
    kiosk.window._read()
    kiosk.wait()
    kiosk.begin().type("sian").hands.press("Return")
    kiosk.wait()
    assert len(kiosk.day.marks()) == 1
    assert "Welcome, Siân!" in kiosk.shown()


def test_nobody_elses_data_is_ever_on_the_screen(kiosk: Kiosk) -> None:
    kiosk.begin()
    for typed in ("sia", "rukh", "harp", "fati", "nowa"):
        kiosk.window.start_over()
        kiosk.type(typed)
        said = kiosk.shown()
        for first, family, organisation, *_ in ELEVEN:
            assert f"{first} {family}" not in said
            assert not organisation or organisation not in said


def test_two_letters_offer_nobody(kiosk: Kiosk) -> None:
    assert kiosk.begin().type("si").offered() == []


def test_a_middle_or_a_slip_offers_nobody(kiosk: Kiosk) -> None:
    assert kiosk.begin().type("lewellyn").offered() == []


def test_two_who_look_alike_are_sent_to_the_desk(kiosk: Kiosk) -> None:
    kiosk.day.book("Siân", "Lloyd")
    kiosk.window._read()
    kiosk.wait()
    kiosk.begin().type("sian")
    assert kiosk.offered() == ["Siân Ll…"]
    kiosk.hands.press("Return")
    kiosk.wait()
    assert kiosk.day.marks() == {}
    assert "ask at the desk" in kiosk.shown()


@pytest.mark.parametrize("keys", ["Escape", "Alt+F4", "Ctrl+K", "Ctrl+L", "F8"])
def test_no_key_leaves(kiosk: Kiosk, keys: str) -> None:
    kiosk.begin().hands.press(keys)
    assert not kiosk.window.close(), "whatever closes windows does not close this one"
    assert kiosk.window.isVisible()
    assert (kiosk.left, kiosk.locked) == ([], [])


def test_the_pin_leaves_and_a_wrong_one_does_not(kiosk: Kiosk) -> None:
    kiosk.begin()
    kiosk.window.staff.click()
    kiosk.type("0000").hands.press("Return")
    assert kiosk.left == []
    assert kiosk.window.leave_pin.wrong == "That is not the PIN."
    kiosk.type("2580").hands.press("Return")
    assert kiosk.left == [1]


def test_too_many_wrong_pins_lock_the_laptop(kiosk: Kiosk) -> None:
    kiosk.begin()
    kiosk.window.staff.click()
    for _ in range(MOST_TRIES):
        kiosk.type("0000").hands.press("Return")
    assert kiosk.locked == [1]
    assert kiosk.left == []


def test_a_pin_is_asked_for_before_it_begins(kiosk: Kiosk) -> None:
    kiosk.type("25").hands.press("Return")
    assert kiosk.window.pin.wrong == "Choose four digits or more."
    assert not kiosk.window.may_stay


def test_what_was_half_typed_goes(kiosk: Kiosk, qtbot: QtBot) -> None:
    kiosk.begin().type("sian")
    assert kiosk.window._forgetting.isActive()
    kiosk.window._forgetting.timeout.emit()
    assert (kiosk.window.name.text(), kiosk.offered()) == ("", [])


def test_it_holds_off_the_lock_until_its_event_ends(kiosk: Kiosk) -> None:
    kiosk.begin()
    assert kiosk.window.may_stay
    kiosk.day.clock.now += timedelta(hours=8)
    assert not kiosk.window.may_stay


@settings(max_examples=30, deadline=None)
@given(given_name=st.text("abcÅé", min_size=1, max_size=8), family=st.text("LlMno", min_size=3, max_size=12))
def test_a_mask_never_tells_a_whole_family_name(given_name: str, family: str) -> None:
    assert masked(f"{given_name} {family}") == f"{given_name} {family[:2]}…"


def test_a_wrong_pin_is_wrong_after_many_as_well() -> None:
    leaving = Leaving("2580", lambda count: bytes(count))
    assert [leaving.try_pin("1") for _ in range(MOST_TRIES)] == ["wrong"] * (MOST_TRIES - 1) + ["lock"]
    assert leaving.try_pin("2580") == "lock"
    with pytest.raises(ValueError, match="digits"):
        Leaving("12a4", lambda count: bytes(count))


def test_a_kiosk_nobody_touches_stays_and_a_sleep_locks_it(nia: Laptop) -> None:
    app = nia.start()
    working = nia.wait(app)
    working.begin_kiosk(EVENT)
    kiosk = working.kiosk
    assert kiosk is not None
    assert working.background.settle()
    assert not app.window.isVisible()
    assert working.pages.register._sounds is kiosk._sounds, "one setting silences the desk and the kiosk"
    kiosk.pin.line.setText("2580")
    kiosk.begin.click()
    app._watch.left_alone.emit()
    assert working.kiosk is kiosk, "still there"
    app._watch.slept.emit()
    assert app.working is None
    assert app.window.isVisible()
    assert unlock_page(app).names == []


def test_after_its_event_a_kiosk_nobody_touches_is_locked(nia: Laptop) -> None:
    app = nia.start()
    working = nia.wait(app)
    working.begin_kiosk(EVENT)
    kiosk = working.kiosk
    assert kiosk is not None
    app._watch.left_alone.emit()  # before it has begun it is a laptop like any other
    assert app.working is None
    assert app.window.isVisible()
    assert unlock_page(app).names == []
