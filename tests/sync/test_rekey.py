"""A laptop changes its key by itself, and loses nothing by it: no change, no file, no night without a network."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from onemm_central.bundles.keys import rotate
from onemm_central.central import identity_of
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.sync import enrolment
from onemm_desktop.sync.bundles import Bundles
from onemm_desktop.sync.rekey import FORMER, LIFE, NEXT, SINCE, Rekey
from onemm_desktop.sync.runner import Runner
from onemm_wire.protocol import PageAsked
from tests.central_service import Centre
from tests.sync.laptop import Laptop, now


class Safe:
    """The secrets of one laptop as its vault keeps them, and a clock of the test's."""

    def __init__(self, laptop: Laptop) -> None:
        self.laptop = laptop
        self.now = now()
        self.fails_at = ""

    def secret(self, name: str) -> bytes:
        if name not in self.laptop.secrets:
            raise KnownError(Problem.KEY_MISSING)
        return self.laptop.secrets[name]

    def keep(self, name: str, secret: bytes) -> None:
        if name == self.fails_at:
            raise KnownError(Problem.DISK_FULL)
        self.laptop.secrets[name] = secret

    @property
    def rekey(self) -> Rekey:
        return Rekey(self.secret, self.keep, lambda: self.now)

    def greet(self) -> None:
        """Meet the centre, as a run of synchronisation does first."""
        self.laptop.transport.hello()
        self.rekey.when_due(self.laptop.transport)

    @property
    def key(self) -> bytes:
        return self.laptop.secrets[enrolment.KEY]


@pytest.fixture
def safe(laptop: Laptop) -> Safe:
    return Safe(laptop)


def ask(laptop: Laptop) -> int:
    return laptop.transport.page(PageAsked(partition="national", limit=1)).head.count


def test_half_a_year_after_its_first_greeting_the_key_is_another(safe: Safe) -> None:
    first = safe.key
    safe.greet()
    safe.now += LIFE - timedelta(days=1)
    safe.greet()
    assert safe.key == first
    safe.now += timedelta(days=1)
    safe.greet()
    assert safe.key != first
    assert safe.laptop.secrets[FORMER] == first
    assert ask(safe.laptop) == 1
    safe.greet()
    assert safe.laptop.secrets[FORMER] == first


def test_a_clock_that_was_wrong_by_years_changes_it_once_too_often_and_no_more(safe: Safe) -> None:
    true = safe.now
    safe.now = datetime.fromisoformat("2099-01-01T00:00:00+00:00")
    safe.greet()
    safe.now = true
    safe.greet()
    changed = safe.key
    safe.greet()
    assert safe.key == changed


def test_the_program_may_end_at_any_step_and_goes_on_there(safe: Safe) -> None:
    safe.greet()
    for step in (FORMER, enrolment.KEY, SINCE, NEXT):
        safe.now += LIFE
        safe.fails_at = step
        with pytest.raises(KnownError, match="disk_full"):
            safe.greet()
        safe.fails_at = ""
        safe.greet()
        assert ask(safe.laptop) == 1
        assert not safe.laptop.secrets[NEXT]


def test_a_lost_answer_is_asked_for_again_with_the_new_key(safe: Safe) -> None:
    """The centre knows the new key already, the laptop only the old one."""
    safe.greet()
    before = dict(safe.laptop.secrets)
    safe.now += LIFE
    safe.greet()
    reached = safe.key
    safe.laptop.secrets.clear()
    safe.laptop.secrets.update(before | {NEXT: reached})
    safe.greet()
    assert safe.key == reached
    assert ask(safe.laptop) == 1


def test_without_a_network_nothing_changes(furnished: Centre, safe: Safe) -> None:
    safe.greet()
    first = safe.key
    safe.now += LIFE
    furnished.stop()
    with pytest.raises(KnownError, match="unreachable"):
        safe.rekey.when_due(safe.laptop.transport)
    assert safe.key == first
    furnished.start()
    safe.greet()
    assert safe.key != first


def test_a_run_changes_the_key_after_it_has_met_the_centre(safe: Safe) -> None:
    safe.greet()
    safe.now += LIFE
    first = safe.key
    runner = Runner(safe.laptop.database, safe.laptop.transport, clock=now, greeted=safe.rekey.when_due)
    assert runner.run().problem is None
    assert safe.key != first


def test_a_file_that_was_written_before_both_sides_changed_their_keys_comes_home(
    furnished: Centre, safe: Safe, tmp_path: Path
) -> None:
    laptop = safe.laptop
    laptop.sync()
    safe.greet()
    files = Bundles(
        laptop.database, laptop.transport, lambda: safe.key, clock=now, former_keys=lambda: safe.rekey.former()
    )
    file, answer = tmp_path / "changes.onemm-bundle", tmp_path / "answer.onemm-bundle"
    laptop.add_mentor("Prys")
    files.export(file)
    with furnished.database.connection() as connection:
        rotate(connection, identity_of(furnished.database))
    safe.now += LIFE
    safe.greet()
    enrolment.greet(laptop.database, laptop.transport.hello())
    answer.write_bytes(laptop.transport.deliver(file.read_bytes()))
    assert files.bring_back(answer).settled == 1
