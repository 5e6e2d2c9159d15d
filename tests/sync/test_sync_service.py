"""The pill tells the truth: counted at once, sent after a moment, tried again by itself, cancelled when asked."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial

import msgspec
import pytest
from PySide6.QtNetwork import QNetworkInformation
from pytestqt.qtbot import QtBot
from sqlalchemy import select
from sqlalchemy.orm import Session

from onemm_desktop.background import Background
from onemm_desktop.changes import Change
from onemm_desktop.errors import Problem
from onemm_desktop.models import Desk, Mentor
from onemm_desktop.sync.backoff import LONGEST_ASKED
from onemm_desktop.sync.runner import Runner
from onemm_desktop.sync.status import SyncStatus
from onemm_desktop.sync.transport import Transport
from onemm_desktop.views.network_watch import NetworkWatch
from onemm_desktop.views.sync_service import SyncService
from onemm_wire.errors import Code
from onemm_wire.partitions import region
from onemm_wire.protocol import CENTRE_HEADER, Refusal
from tests.central_service import Centre
from tests.sync.laptop import Laptop, now
from tests.sync.records import identity, mentor
from tests.sync.venue import Said, venue


@pytest.fixture
def background(qapp: object, laptop: Laptop) -> Iterator[Background]:
    device = laptop.device
    desk = Desk(
        user_id=device.user_id,
        user_name=device.user_name,
        role="staff",
        region=device.region,
        device_id=device.device_id,
        block=device.block,
        clock=now,
        chance=os.urandom,
    )
    background = Background(laptop.database, desk)
    yield background
    background.close()


@pytest.fixture
def service(background: Background, laptop: Laptop) -> Iterator[SyncService]:
    """A service that is quick after changes, and by itself does nothing within a test."""
    runner = Runner(laptop.database, laptop.transport, clock=now)
    service = SyncService(background, runner, chance=lambda: 0.9, every=600, quiet=0.01)
    yield service
    service.close()
    background.settle()


def note(session: Session, mentor_id: str, text: str) -> Change:
    """A verb: writes a note on a mentor's card."""
    session.scalars(select(Mentor).where(Mentor.id == mentor_id)).one().notes = text
    return Change()


def ended(qtbot: QtBot, service: SyncService) -> SyncStatus:
    """Waits for the run under way, or the next one."""
    with qtbot.waitSignal(service.finished, timeout=20_000) as signal:
        pass
    status = signal.args[0] if signal.args else None
    assert isinstance(status, SyncStatus)
    return status


def test_it_runs_on_start_and_shows_the_first_sync(qtbot: QtBot, service: SyncService) -> None:
    said: list[SyncStatus] = []
    service.status_changed.connect(said.append)
    service.start()
    assert service.running
    assert ended(qtbot, service).state == "online"
    assert service.status.last_verified is not None
    assert any(status.state == "receiving" and 0 < status.received <= status.total for status in said)


def test_it_does_not_say_online_before_the_centre_was_reached(
    qtbot: QtBot, service: SyncService, laptop: Laptop, furnished: Centre
) -> None:
    laptop.sync()
    furnished.stop()
    said: list[str] = []
    service.status_changed.connect(lambda status: said.append(status.state))
    service.start()
    ended(qtbot, service)
    assert set(said) == {"offline"}


def test_a_change_is_counted_at_once_and_sent_after_a_moment(
    qtbot: QtBot, service: SyncService, background: Background, furnished: Centre
) -> None:
    service.start()
    ended(qtbot, service)
    unsent: list[int] = []
    service.status_changed.connect(lambda status: unsent.append(status.unsent))
    background.write(partial(note, mentor_id=identity(0), text="called"))
    assert ended(qtbot, service).sent == 1
    assert 1 in unsent
    assert service.status.unsent == 0
    assert furnished.records("mentor")[identity(0)]["notes"] == "called"


def test_offline_it_counts_and_waits_and_sends_when_the_network_is_back(
    qtbot: QtBot, service: SyncService, background: Background, furnished: Centre
) -> None:
    service.start()
    ended(qtbot, service)
    furnished.stop()
    service.sync_now()
    assert ended(qtbot, service).state == "offline"
    background.write(partial(note, mentor_id=identity(0), text="called"))
    with qtbot.waitSignal(service.status_changed, check_params_cb=lambda status: status.unsent == 1):
        pass
    assert service.status.state == "offline"
    assert not service.running, "a change must not knock at a dead line"
    furnished.start()
    service.network_returned()
    status = ended(qtbot, service)
    assert (status.state, status.unsent, status.sent) == ("online", 0, 1)


def test_it_tries_again_by_itself(qtbot: QtBot, background: Background, laptop: Laptop, furnished: Centre) -> None:
    runner = Runner(laptop.database, laptop.transport, clock=now)
    service = SyncService(background, runner, chance=lambda: 0.01)
    furnished.stop()
    service.start()
    assert ended(qtbot, service).state == "offline"
    furnished.start()
    with qtbot.waitSignal(service.finished, check_params_cb=lambda status: status.state == "online", timeout=20_000):
        pass
    service.close()
    background.settle()


@pytest.mark.parametrize(("asked", "waited"), [(7.0, 7.0), (1e9, LONGEST_ASKED)])
def test_a_centre_that_asks_for_a_pause_gets_it_within_reason(
    qtbot: QtBot, background: Background, laptop: Laptop, asked: float, waited: float
) -> None:
    refusal = msgspec.json.encode(Refusal(code=Code.BUSY, retry_after=asked))
    with venue(Said(503, {CENTRE_HEADER: laptop.device.centre}, refusal)) as there:
        transport = Transport(there.address, "token", centre=laptop.device.centre)
        noon = datetime(2026, 11, 21, 12, tzinfo=UTC)
        runner = Runner(laptop.database, transport, clock=now)
        service = SyncService(background, runner, chance=lambda: 0.0, clock=lambda: noon)
        service.start()
        status = ended(qtbot, service)
        assert status.problem is not None and status.problem.problem is Problem.BUSY
        assert service.next_run_in == pytest.approx(waited, abs=1)
        # A busy centre is no missing network, and people see when it is asked again.
        assert (status.state, status.next_try) == ("busy", noon + timedelta(seconds=waited))
        service.close()
        background.settle()
        transport.close()


def test_the_centre_s_news_reach_the_pages_like_a_click(
    qtbot: QtBot, service: SyncService, background: Background, furnished: Centre
) -> None:
    service.start()
    ended(qtbot, service)
    furnished.put(region("LDN"), mentor(3, notes="from the office"))
    with qtbot.waitSignal(background.changed) as signal:
        service.sync_now()
    change, initiator = signal.args
    assert isinstance(change, Change)
    assert change.ids("mentor") == {identity(3)}
    assert initiator is service


def test_a_run_that_is_asked_for_during_a_run_follows_it(qtbot: QtBot, service: SyncService, furnished: Centre) -> None:
    runs: list[SyncStatus] = []
    service.finished.connect(runs.append)
    service.start()
    service.sync_now()
    service.sync_now()
    ended(qtbot, service)
    ended(qtbot, service)
    assert len(runs) == 2
    assert not service.running


def test_cancel_leaves_a_first_sync_to_be_gone_on_with(qtbot: QtBot, service: SyncService, laptop: Laptop) -> None:
    service.start()
    service.cancel()
    status = ended(qtbot, service)
    assert status.problem is not None and status.problem.problem is Problem.CANCELLED
    assert status.state == "never"
    service.sync_now()
    assert ended(qtbot, service).state == "online"


def test_a_closed_service_runs_no_more(qtbot: QtBot, service: SyncService, background: Background) -> None:
    service.start()
    service.close()
    ended(qtbot, service)
    service.sync_now()
    assert not service.running
    assert background.settle()


def test_the_system_s_word_of_a_returned_network_is_passed_on_once(qapp: object) -> None:
    heard: list[str] = []
    watch = NetworkWatch()
    watch.returned.connect(lambda: heard.append("returned"))
    reach = QNetworkInformation.Reachability
    for reachability in (reach.Online, reach.Disconnected, reach.Disconnected, reach.Site, reach.Online):
        watch.heard(reachability)
    assert heard == ["returned"]
