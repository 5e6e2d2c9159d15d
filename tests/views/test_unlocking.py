"""Records open for their own person, with what the rules ask for, and by the office where nothing else helps."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from onemm_desktop.models import Lease
from onemm_desktop.programme import walk_ins
from onemm_desktop.sync import status
from onemm_desktop.views.first_run.page import FirstRunPage
from onemm_desktop.views.unlock.choosing import ChoosingPage
from onemm_desktop.views.unlock.meeting import MeetingPage
from onemm_desktop.views.unlock.office import OfficePage
from onemm_wire import bundle, recovery
from tests.fixtures_desktop import MORNING, desk_for
from tests.robots.laptop import SaveHere
from tests.views.people_parts import (
    CENTRE_KEY,
    DEVICE_KEY,
    EVENT,
    PIN,
    Laptop,
    front,
    key_of,
    laptop,
    nia,
    nia_with_pin,
    quick_stretching,
    type_pin,
    unlock_page,
)

__all__ = ["laptop", "nia", "nia_with_pin", "quick_stretching"]

# --- a PIN -----------------------------------------------------------------------------------------------------------


def test_a_pin_that_the_rules_ask_for_is_chosen_before_anything_is_shown(nia: Laptop) -> None:
    nia.lay_down(nia.folder, unlock="pin", pin_digits=6)
    app = nia.start()
    page = front(app, ChoosingPage)
    for typed, again, wrong in (
        ("27041", "27041", "at least 6 digits"),
        ("27041x", "27041x", "at least 6 digits"),
        ("123456", "123456", "guess this one soon"),
        ("121212", "121212", "guess this one soon"),
        (PIN, "270419", "not the same"),
    ):
        page.first.line.setText(typed)
        page.again.line.setText(again)
        page.keep()
        assert wrong in page.first.wrong + page.again.wrong
        page.first.clear_wrong()
        page.again.clear_wrong()
    page.again.line.setText(PIN)
    page.keep()
    nia.wait(app)
    assert nia.vault(nia.folder).state == "pin"


def test_a_wrong_pin_is_told_and_in_time_waited_for(nia_with_pin: Laptop) -> None:
    app = nia_with_pin.start()
    page = unlock_page(app)
    for tried in range(3):
        with nia_with_pin.qtbot.waitSignal(page.refused, timeout=20_000):
            type_pin(nia_with_pin, app, "000000")
        assert "not the PIN" in page.pin.wrong, tried
    assert page.bar.sentence == "The next try is possible in 5 seconds."
    assert not page.button.isEnabled()
    type_pin(nia_with_pin, app, PIN)
    assert app.working is None, "nobody gets past the wait by pressing Enter"


def test_a_laptop_sealed_by_wrong_tries_is_opened_by_the_office_once(nia_with_pin: Laptop) -> None:
    app = nia_with_pin.start()
    type_pin(nia_with_pin, app, PIN)
    nia_with_pin.wait(app)
    app.lock()
    vault, key = app.vault, key_of(nia_with_pin)
    with vault._edited() as content:
        content.wrong = 9  # nine wrong tries lie behind, each waited for
    vault._began = -1_000.0
    page = unlock_page(app)
    with nia_with_pin.qtbot.waitSignal(app.asking, timeout=20_000):
        page._count_down()
        type_pin(nia_with_pin, app, "000000")
    office = front(app, OfficePage)
    question = vault.question
    assert question in office.asked.text()
    assert "7" in office.asked.text()
    answer = recovery.answer_to(
        question,
        device_public=bundle.public_sign_key(DEVICE_KEY),
        centre_private=CENTRE_KEY,
        device=desk_for().device_id,
    )
    assert answer is not None
    office.answer.line.setText("0000-0000-0000-0000-0000")
    with nia_with_pin.qtbot.waitSignal(office.refused, timeout=20_000):
        office.open()
    assert "not the office’s answer" in office.answer.wrong
    office.answer.line.setText(answer.lower())
    with nia_with_pin.qtbot.waitSignal(app.asking, timeout=20_000):
        office.open()
    choosing = front(app, ChoosingPage)
    for box in (choosing.first, choosing.again):
        box.line.setText("314159")
    choosing.keep()
    nia_with_pin.wait(app)
    assert bytes(nia_with_pin.vault(nia_with_pin.folder).unlock("314159")) == key
    assert vault.question != question, "the answer that was read out opens nothing any more"


def test_who_wants_a_pin_gets_one_though_nobody_asks_for_it(nia: Laptop) -> None:
    app = nia.start()
    working = nia.wait(app)
    working.settings_page.locking.secret.click()
    page = front(app, ChoosingPage)
    page.back.click()
    nia.wait(app).settings_page.locking.secret.click()
    page = front(app, ChoosingPage)
    for box in (page.first, page.again):
        box.line.setText(PIN)
    page.keep()
    nia.wait(app).settings_page.locking.somebody_else.click()
    assert nia.vault(nia.folder).state == "pin"
    assert unlock_page(app).names == ["Nia Parry"], "who asks for somebody else sees who is here, and may be new"
    assert not unlock_page(app).newcomer.isHidden()


# --- several people ------------------------------------------------------------------------------------------------


@pytest.fixture
def shared(nia_with_pin: Laptop) -> Laptop:
    """Nia's laptop, on which Rhys has records of his own."""
    nia_with_pin.add_person(nia_with_pin.folder / "people" / "a1", "Rhys Morgan", pin="314159")
    return nia_with_pin


def test_each_person_opens_their_own_records_and_nobody_elses(shared: Laptop) -> None:
    app = shared.start()
    page = unlock_page(app)
    assert page.names == ["Nia Parry", "Rhys Morgan"]
    page.choose(1)
    with shared.qtbot.waitSignal(page.refused, timeout=20_000):
        type_pin(shared, app, PIN)
    type_pin(shared, app, "314159")
    assert shared.wait(app).desk.user_name == "Rhys Morgan"
    assert app.vault.person == "Rhys Morgan"


def test_changing_places_loses_nothing_unsent_and_says_how_much_there_is(shared: Laptop) -> None:
    app = shared.start()
    type_pin(shared, app, PIN)
    working = shared.wait(app)
    add = partial(walk_ins.add, event=EVENT, name="Jon Fairweather", contact="", organisation="", consent=False)
    working.background.write(add, label="walk_in_added", values={"name": "Jon"})
    working.background.settle()
    locking = working.settings_page.locking
    shared.qtbot.waitUntil(lambda: locking._unsent > 0, timeout=20_000)
    unsent = locking._unsent
    locking.somebody_else.click()
    assert app.working is not None, "first it is said"
    assert f"{unsent} changes of yours wait" in locking.bar.sentence
    locking.bar.action.click()
    page = unlock_page(app)
    assert page.names == ["Nia Parry", "Rhys Morgan"]
    page.choose(1)
    type_pin(shared, app, "314159")
    assert shared.wait(app).sync.status.unsent == 0
    app.lock()
    page = unlock_page(app)
    assert page.names[0] == "Rhys Morgan", "whoever locked it comes back first"
    page.choose(1)
    type_pin(shared, app, PIN)
    assert shared.wait(app).sync.status.unsent == unsent


def test_a_newcomer_is_let_in_and_may_think_better_of_it(shared: Laptop) -> None:
    app = shared.start()
    unlock_page(app).newcomer.click()
    page = front(app, FirstRunPage)
    assert not page.back.isHidden()
    page.go_back()
    assert unlock_page(app).names == ["Nia Parry", "Rhys Morgan"]
    assert sorted(folder.name for folder in (shared.folder / "people").iterdir()) == ["a1"], "nothing was made for them"


# --- too long without the centre -------------------------------------------------------------------------------------


def test_without_the_centre_nothing_opens_but_what_waits_may_leave_on_a_stick(nia: Laptop, tmp_path: Path) -> None:
    app = nia.start()
    working = nia.wait(app)
    add = partial(walk_ins.add, event=EVENT, name="Jon Fairweather", contact="", organisation="", consent=False)
    working.background.write(add, label="walk_in_added", values={"name": "Jon"})
    working.background.settle()
    unsent = working.background.look(status.read).unsent
    assert unsent
    app.close()
    nia.change(nia.folder, Lease(pk=1, age=30 * 86_400.0, wall=MORNING, boot="", since_boot=0.0))
    app = nia.start()
    page = front(app, MeetingPage)
    page._dialogs = SaveHere(tmp_path / "stick")
    with nia.qtbot.waitSignal(page.refused, timeout=20_000):
        pass
    assert "cannot be reached" in page.bar.sentence
    assert app.working is None, "nothing opens until the centre is met"
    with nia.qtbot.waitSignal(page.saved, timeout=20_000):
        page.stick.click()
    (file,) = (tmp_path / "stick").iterdir()
    header = bundle.read_bundle(file.read_bytes()).header
    assert (header.device, header.count) == (desk_for().device_id, unsent)
    app.lock()
    assert app.vault.locked, "left alone, it locks there as well"
    unlock_page(app)


def test_a_program_that_was_never_closed_locks_when_the_days_are_over(nia: Laptop) -> None:
    app = nia.start()
    working = nia.wait(app)
    with working._database.sync_write() as session:
        session.merge(Lease(pk=1, age=21 * 86_400.0, wall=MORNING, boot="", since_boot=0.0))
    app.count_days()
    unlock_page(app).open()
    nia.qtbot.waitUntil(lambda: isinstance(app.window.currentWidget(), MeetingPage), timeout=20_000)
