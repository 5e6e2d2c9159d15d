"""A laptop gets its access tokens by itself: on start, in time, after a sleep, whatever its clock says."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest
import requests

from onemm_central.tokens import hashed
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.sync import enrolment
from onemm_desktop.sync.access import Access
from onemm_desktop.sync.runner import Runner
from onemm_desktop.sync.transport import Transport
from onemm_wire.protocol import PageAsked, TokenGranted
from tests.central_service import Centre
from tests.sync.laptop import Laptop, NewLaptop, now


@dataclass
class Heard:
    """The requests that one laptop makes, and a clock of its own that counts seconds."""

    seconds: float = 1000.0
    paths: list[str] = field(default_factory=list)

    def session(self) -> requests.Session:
        heard = self

        class Session(requests.Session):
            def request(self, method: str | bytes, url: str | bytes, *args: Any, **kwargs: Any) -> requests.Response:
                heard.paths.append("/" + str(url).split("/", 3)[3])
                return super().request(method, url, *args, **kwargs)

        return Session()


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def laptop(furnished: Centre, new_laptop: NewLaptop, heard: Heard) -> Laptop:
    """A laptop whose requests are heard and whose counting clock the test holds."""
    laptop = new_laptop()
    device = laptop.device
    access = Access(
        device.device_id, device.centre, lambda: laptop.secrets[enrolment.KEY], counting=lambda: heard.seconds
    )
    laptop.transport = Transport(device.address, centre=device.centre, access=access, new_session=heard.session)
    return laptop


def ask(laptop: Laptop) -> int:
    """Something that only a device is told."""
    return laptop.transport.page(PageAsked(partition="national", limit=1)).head.count


def test_the_first_request_of_the_day_costs_one_more_and_an_idle_one_none(laptop: Laptop, heard: Heard) -> None:
    program = Runner(laptop.database, laptop.transport, clock=now)
    program.run()
    assert heard.paths[:3] == ["/healthz", "/devices/token", "/sync/pull"]
    heard.paths.clear()
    assert program.run().problem is None
    assert heard.paths == ["/sync/pull"]


def test_a_token_is_renewed_before_it_ends_with_the_challenge_that_came_with_it(laptop: Laptop, heard: Heard) -> None:
    ask(laptop)
    heard.seconds += 14.5 * 60
    heard.paths.clear()
    ask(laptop)
    assert heard.paths == ["/devices/token", "/sync/page"]


def test_who_was_not_greeted_is_given_a_challenge_with_the_refusal(laptop: Laptop, heard: Heard) -> None:
    ask(laptop)
    assert heard.paths == ["/devices/token", "/devices/token", "/sync/page"]


def test_after_a_sleep_in_which_its_clock_stood_still_the_centre_says_that_the_token_has_ended(
    furnished: Centre, laptop: Laptop, heard: Heard
) -> None:
    ask(laptop)
    furnished.sql("UPDATE access_token SET expires_at = now() - interval '1 day'")
    heard.paths.clear()
    ask(laptop)
    assert heard.paths == ["/sync/page", "/devices/token", "/sync/page"]


def test_two_requests_at_the_same_time_ask_for_one_token(furnished: Centre, laptop: Laptop, heard: Heard) -> None:
    ahead = [laptop.transport.ask_for(PageAsked(partition="national", limit=1)) for _ in range(3)]
    assert [laptop.transport.wait_for(call).head.count for call in ahead] == [1, 1, 1]
    assert furnished.sql("SELECT count(*) FROM access_token WHERE expires_at > now()")[0][0] == 2  # and the first


def test_a_laptop_of_a_former_program_gets_a_short_token_for_its_long_one(furnished: Centre, laptop: Laptop) -> None:
    former = furnished.enrol("desk0@example.org")["token"]
    furnished.sql("UPDATE device SET token_hash = NULL")
    furnished.sql(
        "UPDATE device SET token_hash = %s, token_expires_at = now() + interval '90 days' WHERE id = %s",
        hashed(former),
        laptop.device.device_id,
    )
    pull = {"cursor": {"epoch": laptop.device.epoch}}
    assert furnished.post("/sync/pull", pull, token=former).ok
    ask(laptop)
    assert furnished.post("/sync/pull", pull, token=former).json()["code"] == "signed_out"


@pytest.mark.parametrize("path", ["page", "hello then page"])
def test_a_revoked_laptop_hears_so_from_whatever_it_asks(furnished: Centre, laptop: Laptop, path: str) -> None:
    furnished.revoke(laptop.device.device_id)
    if path != "page":
        laptop.transport.hello()
    with pytest.raises(KnownError) as refused:
        ask(laptop)
    assert (refused.value.problem, refused.value.values["code"]) == (Problem.REFUSED, "revoked")


def test_a_key_that_the_centre_does_not_know_is_tried_once(furnished: Centre, laptop: Laptop, heard: Heard) -> None:
    laptop.secrets[enrolment.KEY] = bytes(32)
    laptop.transport.hello()
    heard.paths.clear()
    with pytest.raises(KnownError) as refused:
        ask(laptop)
    assert refused.value.values["code"] == "signed_out"
    assert heard.paths == ["/devices/token"]


def test_a_token_is_due_a_minute_before_its_end_and_one_of_unknown_age_never() -> None:
    seconds = 0.0
    access = Access("device", "centre", lambda: bytes(32), "found in the vault", counting=lambda: seconds)
    seconds = 1e9
    assert not access.is_due
    access.granted(TokenGranted(token="new", seconds=900, challenge="c"))
    seconds += 839
    assert not access.is_due
    seconds += 2
    assert access.is_due
