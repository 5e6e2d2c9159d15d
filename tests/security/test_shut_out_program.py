"""What a person sees when the office shuts the laptop out, and what is left of it (I9 of the design)."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import Lease
from onemm_desktop.models.database import Database
from onemm_desktop.sync import last_words
from onemm_desktop.views.first_run.page import FirstRunPage
from onemm_desktop.views.unlock.page import UnlockPage
from onemm_desktop.views.unlock.shut_out import ShutOutPage
from tests.central_service import Centre
from tests.security.program import Program
from tests.sync.carrying import accepted
from tests.sync.laptop import now
from tests.sync.records import NAMES

SECRET = "Ring Siân’s brother about Thursday"


def test_the_next_change_that_is_sent_ends_it_and_its_last_words_reach_the_office(
    program: Program, furnished: Centre, qtbot: QtBot
) -> None:
    device = program.enrol(furnished)
    app = program.start()
    working = program.working(app)
    key = app.vault.unlock()
    furnished.revoke(device)
    program.note(working, SECRET)
    working.sync.sync_now()
    page = program.shown(app, ShutOutPage)
    qtbot.waitUntil(lambda: "take it to the office" in page.told.text(), timeout=20_000)

    assert key == bytes(32), "the key is gone from memory"
    assert program.keyring.kept == {}, "and from the keyring"
    assert app.vault.state == "new"
    left = program.files()
    assert not [name for name in left if "records.db" in name or "vault" in name], "no row, whatever key one had"
    for content in left.values():
        assert SECRET.encode() not in content
        assert not any(family.encode() in content for _, family in NAMES)

    page.save()
    (carried,) = program.stick.iterdir()
    assert "Saved" in page.bar.sentence
    done = accepted(furnished, carried)
    assert done.exit_code == 0, done.output
    assert [op["fields"]["notes"] for (op,) in furnished.sql("SELECT op FROM inbox")] == [SECRET]

    again = program.start()
    page = program.shown(again, ShutOutPage)
    assert not page.button.isHidden(), "a restart still offers the file"
    page.anew.click()
    program.shown(again, FirstRunPage)


def test_nothing_is_destroyed_before_the_last_words_are_on_the_disk_and_nothing_is_shown_either(
    program: Program, furnished: Centre, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    device = program.enrol(furnished)
    app = program.start()
    working = program.working(app)

    def full(*_: object, **__: object) -> None:
        raise KnownError(Problem.DISK_FULL)

    with monkeypatch.context() as patched:
        # Before the laptop can hear of it: a change is sent by itself two seconds later.
        patched.setattr(last_words, "seal", full)
        furnished.revoke(device)
        program.note(working, SECRET)
        working.sync.sync_now()
        page = program.shown(app, ShutOutPage)
        qtbot.waitUntil(lambda: "disk is full" in page.bar.sentence, timeout=20_000)
    assert app.vault.condemned
    app.close()
    page = program.shown(program.start(), ShutOutPage)
    qtbot.waitUntil(lambda: "take it to the office" in page.told.text(), timeout=20_000)
    assert len(list((program.folder / "to hand in").iterdir())) == 1
    assert "records.db" not in program.files()


def test_a_laptop_that_had_sent_everything_has_nothing_to_hand_in(
    program: Program, furnished: Centre, qtbot: QtBot
) -> None:
    device = program.enrol(furnished)
    furnished.revoke(device)
    app = program.start()
    page = program.shown(app, ShutOutPage)
    qtbot.waitUntil(lambda: "Everything had been sent" in page.told.text(), timeout=20_000)
    assert page.button.isHidden()
    page.anew.click()
    program.shown(app, FirstRunPage)
    assert not [name for name in program.files() if "records" in name]


def test_a_laptop_that_meets_the_centre_too_late_hears_that_it_was_shut_out(
    program: Program, furnished: Centre, qtbot: QtBot
) -> None:
    """Locked for want of the centre, with a PIN: the first word it hears is the last."""
    device = program.enrol(furnished, typed="270418", unlock="pin")
    vault = program.vault
    database = Database.open(program.folder / "records.db", bytes(vault.unlock("270418")))
    with database.sync_write() as session:
        session.merge(Lease(pk=1, age=40 * 86_400.0, wall=now(), boot="", since_boot=0.0))
    database.close()
    furnished.revoke(device)
    app = program.start()
    unlock = program.shown(app, UnlockPage)
    unlock.pin.line.setText("270418")
    unlock.open()
    page = program.shown(app, ShutOutPage)
    qtbot.waitUntil(lambda: "Everything had been sent" in page.told.text(), timeout=20_000)
    assert app.working is None, "no page was shown in between"
    assert program.keyring.kept == {}
    assert not [name for name in program.files() if "records" in name]
