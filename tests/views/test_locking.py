"""A laptop that is left alone shows nothing, holds no key, and has lost nothing when its person comes back."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from onemm_desktop.changes import Change
from onemm_desktop.models import ConcernDraft, DevicePolicy, Draft
from onemm_desktop.views.drafts import Drafts
from onemm_desktop.views.register.page import RegisterPage
from onemm_desktop.views.unlock.shut_out import ShutOutPage
from onemm_desktop.views.watch import Watch
from onemm_desktop.working import Working
from tests.fixtures_desktop import MORNING
from tests.views.people_parts import (
    EVENT,
    PIN,
    Laptop,
    front,
    laptop,
    nia,
    nia_with_pin,
    quick_stretching,
    type_pin,
    unlock_page,
)

__all__ = ["laptop", "nia", "nia_with_pin", "quick_stretching"]

# --- leaving and coming back ---------------------------------------------------------------------------------------


def test_ctrl_l_covers_the_window_drops_the_key_and_closes_the_records(nia: Laptop) -> None:
    app = nia.start()
    working = nia.wait(app)
    key = app.vault.unlock()
    assert any(key)
    app.window.activateWindow()
    QTest.keySequence(working.window, "Ctrl+L")
    assert unlock_page(app).names == []
    assert key == bytes(32), "wiped where it was"
    assert app.vault.locked
    assert app.working is None
    assert not list(nia.folder.glob("records.db-wal")), "closed, and nothing left beside it"
    page = unlock_page(app)
    app.lock()
    assert unlock_page(app) is page, "where nothing is open there is nothing to lock"


def test_what_was_half_typed_is_there_again(nia_with_pin: Laptop) -> None:
    app = nia_with_pin.start()
    type_pin(nia_with_pin, app, PIN)
    working = nia_with_pin.wait(app)
    working.pages.register.open(EVENT)
    working.window.go("register")
    working.background.settle()
    panel = working.pages.register.desk.walk_in
    panel.open()
    panel.name.line.setText("Siân ferch Rhys")
    panel.contact.line.setText("07700 900412")
    panel.consent.setChecked(True)
    app._watch.slept.emit()
    assert b"ferch" not in (nia_with_pin.folder / "records.db").read_bytes()
    assert unlock_page(app).field is unlock_page(app).pin
    type_pin(nia_with_pin, app, PIN)
    working = nia_with_pin.wait(app)
    assert working.window.current == "register"
    page = working.window.page("register")
    assert isinstance(page, RegisterPage)
    assert page.title.startswith("Training")
    panel = page.desk.walk_in
    assert not panel.isHidden()
    assert (panel.name.text, panel.contact.text, panel.consent.isChecked()) == ("Siân ferch Rhys", "07700 900412", True)


def test_what_was_half_typed_survives_the_power_going_while_it_is_locked(nia: Laptop) -> None:
    app = nia.start()
    working = nia.wait(app)
    working.pages.register.open(EVENT)
    working.window.go("register")
    working.background.settle()
    working.pages.register.desk.walk_in.open("Jon Fairweather")
    app._watch.left_alone.emit()
    app.close()
    again = nia.wait(nia.start())
    assert again.pages.register.desk.walk_in.name.text == "Jon Fairweather"
    with again._database.read() as session:
        assert session.query(Draft).count() == 0, "given back once"


def half_type_a_walk_in(working: Working) -> None:
    working.pages.register.open(EVENT)
    working.window.go("register")
    working.background.settle()
    working.pages.register.desk.walk_in.open("Jon Fairweather")


def test_what_was_half_typed_survives_a_second_lock_before_anybody_went_back_to_it(nia: Laptop) -> None:
    app = nia.start()
    working = nia.wait(app)
    half_type_a_walk_in(working)
    working.window.go("today")
    for _ in range(2):
        app.lock()
        unlock_page(app).open()
        working = nia.wait(app)
        assert working.window.current == "today"
    working.window.go("register")
    working.background.settle()
    assert working.pages.register.desk.walk_in.name.text == "Jon Fairweather"


def test_what_was_half_typed_on_several_pages_is_given_back_to_each_however_fast_they_are_shown(nia: Laptop) -> None:
    for page in ("today", "events"):
        texts = {"QLineEdit x 1": f"Said on {page}"}
        nia.change(nia.folder, Draft(page=page, content={"place": {}, "texts": texts, "front": page == "today"}))
    app = nia.start()
    nia.qtbot.waitUntil(lambda: app.working is not None, timeout=20_000)
    working = app.working
    assert working is not None
    assert working.background.busy, "today is being read"
    working.window.go("events")
    working.background.settle()
    for page in ("today", "events"):
        assert f"Said on {page}" in working.window.pages[page].bar.sentence


def test_another_language_loses_nothing_half_typed_and_the_lock_after_it_neither(nia: Laptop) -> None:
    app = nia.start()
    working = nia.wait(app)
    half_type_a_walk_in(working)
    working.window.go("settings")
    working.settings_page.language_chosen.emit("cy")
    app.lock()
    unlock_page(app).open()
    working = nia.wait(app)
    working.window.go("register")
    working.background.settle()
    assert working.pages.register.desk.walk_in.name.text == "Jon Fairweather"
    assert working.pages.register.bar.isHidden(), "in its field, and not above the page"
    working.settings_page.language_chosen.emit("en")
    working.background.settle()


def test_whoever_comes_back_types_on_where_they_stopped(nia: Laptop) -> None:
    app = nia.start()
    working = nia.wait(app)
    half_type_a_walk_in(working)
    line = working.pages.register.desk.walk_in.name.line
    line.setFocus()
    line.setSelection(4, 4)
    app.lock()
    unlock_page(app).open()
    working = nia.wait(app)
    line = working.pages.register.desk.walk_in.name.line
    assert working.window.focusWidget() is line
    assert (line.selectedText(), line.cursorPosition()) == ("Fair", 8)
    QTest.keyClicks(line, "Foul")
    assert line.text() == "Jon Foulweather"


def test_the_cursor_is_where_it_was_in_a_text_of_several_lines(nia: Laptop) -> None:
    app = nia.start()
    working = nia.wait(app)
    half_write_a_concern(working)
    box = working.pages.report.form.account.box
    box.setFocus()
    box.moveCursor(QTextCursor.MoveOperation.Start)
    app.lock()
    unlock_page(app).open()
    working = nia.wait(app)
    box = working.pages.report.form.account.box
    assert (working.window.focusWidget(), box.toPlainText()) == (box, "They said")
    assert box.textCursor().position() == 0
    assert working.pages.report.bar.isHidden()


def test_a_search_that_is_given_back_has_searched(nia: Laptop) -> None:
    app = nia.start()
    working = nia.wait(app)
    half_type_a_walk_in(working)
    working.pages.register.desk.search.put_text("nobody")
    app.lock()
    unlock_page(app).open()
    desk = nia.wait(app).pages.register.desk
    assert desk.search.text() == "nobody"
    assert "“nobody”" in desk._nobody.accessibleName()


def test_what_somebody_types_meanwhile_is_not_written_over(nia: Laptop) -> None:
    app = nia.start()
    working = nia.wait(app)
    half_type_a_walk_in(working)
    kept = working.drafts.take()
    panel = working.pages.register.desk.walk_in
    panel.clear()
    working.window.go("today")
    working.background.settle()
    answer = threading.Event()
    working.background.read(lambda _: answer.wait(20), lambda _: None)
    given = Drafts(working.window, working.background, kept)
    working.window.go("register")
    QTest.keyClicks(panel.name.line, "Tegan")
    with nia.qtbot.waitSignal(given.given_back):
        answer.set()
    assert panel.name.text == "Tegan"
    assert "Jon Fairweather" in working.pages.register.bar.sentence


def test_what_was_half_typed_does_not_wait_for_a_slow_network(nia: Laptop) -> None:
    app = nia.start()
    working = nia.wait(app)
    half_type_a_walk_in(working)
    kept = working.drafts.take()
    fresh = working.pages.register.desk.walk_in
    fresh.clear()
    answer = threading.Event()
    working.background.network(partial(answer.wait, 20), lambda _: None)
    given = Drafts(working.window, working.background, kept)
    with nia.qtbot.waitSignal(given.given_back):
        working.window.go("register")
    assert fresh.name.text == "Jon Fairweather"
    assert working.background.busy, "the network has not answered yet"
    answer.set()
    working.background.settle()


def test_where_half_typed_words_cannot_be_kept_the_records_are_closed_all_the_same(nia: Laptop) -> None:
    app = nia.start()
    working = nia.wait(app)
    key = app.vault.unlock()
    with working._database.sync_write() as session:
        session.execute(text("CREATE TRIGGER no_room BEFORE INSERT ON draft BEGIN SELECT RAISE(ABORT, 'no room'); END"))
    with pytest.raises(IntegrityError):
        app.lock()
    assert key == bytes(32)
    assert app.vault.locked
    assert app.working is None
    unlock_page(app)


def half_write_a_concern(working: Working) -> None:
    working.window.go("report")
    working.background.settle()
    QTest.keyClicks(working.pages.report.form.account.box, "They said")
    assert working.pages.report._quiet.isActive(), "not kept yet"


def test_a_concern_is_kept_when_the_program_is_closed_in_the_middle_of_a_word(nia: Laptop) -> None:
    app = nia.start()
    half_write_a_concern(nia.wait(app))
    app.window.close()
    again = nia.wait(nia.start())
    with again._database.read() as session:
        assert [draft.typed["account"] for draft in session.query(ConcernDraft)] == ["They said"]


def test_whoever_is_shut_out_in_the_middle_of_a_concern_sees_why(nia: Laptop) -> None:
    app = nia.start()
    working = nia.wait(app)
    half_write_a_concern(working)
    working.shut_out.emit()
    front(app, ShutOutPage)


def test_words_whose_field_is_gone_are_said_and_not_lost(nia: Laptop) -> None:
    nia.change(
        nia.folder, Draft(page="today", content={"place": {}, "texts": {"QLineEdit x 1": "Ring Siân"}, "front": True})
    )
    working = nia.wait(nia.start())
    assert "Ring Siân" in working.pages.today.bar.sentence


def test_a_dialog_is_answered_with_no_before_the_records_go(nia: Laptop) -> None:
    app = nia.start()
    nia.wait(app)
    dialog = QDialog(app.window)
    answers: list[int] = []
    QTimer.singleShot(0, dialog, app.lock)
    answers.append(dialog.exec())
    nia.qtbot.waitUntil(lambda: app.working is None, timeout=20_000)
    assert answers == [QDialog.DialogCode.Rejected]
    unlock_page(app)


def test_a_dialog_is_answered_with_no_before_a_laptop_that_was_shut_out_forgets(nia: Laptop) -> None:
    app = nia.start()
    working = nia.wait(app)
    dialog = QDialog(working.window)
    QTimer.singleShot(0, dialog, working.shut_out.emit)
    assert dialog.exec() == QDialog.DialogCode.Rejected
    assert app.working is working, "what asked is still there to hear the answer"
    nia.qtbot.waitUntil(lambda: app.working is None, timeout=20_000)
    front(app, ShutOutPage)


# --- whether somebody is there -------------------------------------------------------------------------------------


@dataclass
class Seconds:
    now: float = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.mark.parametrize(("minutes", "waited", "leaves"), [(15, 899, 0), (15, 900, 1), (1, 60, 1), (0, 86_400, 0)])
def test_after_so_many_minutes_nobody_is_there(qapp: QApplication, minutes: int, waited: int, leaves: int) -> None:
    clock, left, slept = Seconds(), list[int](), list[int]()
    watch = Watch(qapp, count=clock)
    watch.left_alone.connect(lambda: left.append(1))
    watch.slept.connect(lambda: slept.append(1))
    watch.begin(minutes)
    for _ in range(waited // 5):
        clock.now += 5
        watch.look()
    watch.end()
    assert (min(len(left), 1), slept) == (leaves, [])


@pytest.mark.parametrize("sign", ["key", "click", "move"])
def test_whoever_touches_anything_is_there(qapp: QApplication, qtbot: QtBot, sign: str) -> None:
    clock, left = Seconds(), list[int]()
    dialog = QDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    watch = Watch(qapp, count=clock)
    watch.left_alone.connect(lambda: left.append(1))
    watch.begin(1)
    window = dialog.windowHandle()
    watch._watch(window)
    clock.now = 50
    acts: dict[str, Callable[[], object]] = {
        "key": lambda: QTest.keyClick(window, Qt.Key.Key_A),
        "click": lambda: QTest.mouseClick(window, Qt.MouseButton.LeftButton),
        "move": lambda: QTest.mouseMove(window, window.geometry().center()),
    }
    acts[sign]()
    qapp.processEvents()
    clock.now = 79
    watch.look()
    assert left == []
    watch.end()


def test_a_laptop_that_slept_is_locked_when_it_wakes_if_it_could_not_be_before(qapp: QApplication) -> None:
    clock, slept = Seconds(), list[int]()
    watch = Watch(qapp, count=clock)
    watch.slept.connect(lambda: slept.append(1))
    watch.begin(0)
    clock.now += 600
    watch.look()
    watch.prepare_for_sleep(False)
    assert len(slept) == 1
    watch.prepare_for_sleep(True)
    assert len(slept) == 2
    watch.end()


def test_new_rules_count_from_when_they_arrive(nia: Laptop) -> None:
    app = nia.start()
    working = nia.wait(app)
    with working._database.sync_write() as session:
        session.add(DevicePolicy(id="1", partition="national", valid_from=MORNING.date(), lock_after_minutes=3))
    working.background.changed.emit(Change(touched=frozenset({("device_policy", "1")})), None)
    assert app._watch._minutes == 3
