"""A laptop that has nothing to say, and to which nothing is to be said, costs a few hundred bytes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import requests

from onemm_wire.partitions import region
from tests.central_service import Centre
from tests.sync.laptop import Laptop
from tests.sync.records import identity, mentor

LONDON = region("LDN")
#: Of one request and its answer, start lines and headers included.
MOST_BYTES = 500


@pytest.fixture
def idle(furnished: Centre, laptop: Laptop) -> Laptop:
    """London's laptop, with nothing left to do."""
    laptop.sync()
    laptop.sync()
    return laptop


def test_nothing_new_is_one_small_request(idle: Laptop) -> None:
    before = idle.device.last_checkpoint
    passed = overhear(idle)
    idle.sync()
    (answer,) = passed
    assert answer.status_code == requests.codes.no_content
    assert size(answer) < MOST_BYTES
    assert before is not None
    assert idle.device.last_checkpoint is not None
    assert idle.device.last_checkpoint >= before


def test_what_is_new_comes_at_the_first_asking(furnished: Centre, idle: Laptop) -> None:
    furnished.put(LONDON, mentor(900))
    passed = overhear(idle)
    idle.sync()
    assert [answer.status_code for answer in passed] == [requests.codes.ok]
    assert idle.record("mentor", identity(900)) is not None


def test_a_copy_that_differs_is_not_told_that_it_is_the_same(idle: Laptop) -> None:
    with idle.database.sync_write() as session:
        session.connection().exec_driver_sql("DELETE FROM mentor WHERE id = ?", (identity(5),))
        session.connection().exec_driver_sql("UPDATE progress SET digest = ?", ("0" * 32,))
    idle.sync()
    assert idle.record("mentor", identity(5)) is not None


def test_a_scope_that_changed_is_asked_for_whole(furnished: Centre, idle: Laptop) -> None:
    furnished.sql("UPDATE role SET role = 'trainer'")
    passed = overhear(idle)
    idle.sync()
    assert [answer.status_code for answer in passed] == [requests.codes.bad_request, requests.codes.ok]
    assert "region/LDN/staff" in idle.device.scope
    passed.clear()
    idle.sync()
    assert [answer.status_code for answer in passed] == [requests.codes.no_content]


def test_a_centre_that_was_never_asked_briefly_is_asked_in_full(idle: Laptop) -> None:
    """As one that was put back to the version before would say: the mark is forgotten, and not tried again."""
    with idle.database.sync_write() as session:
        session.connection().exec_driver_sql("UPDATE device SET scope_mark = ''")
    passed = overhear(idle)
    idle.sync()
    assert [answer.status_code for answer in passed] == [requests.codes.ok]


def overhear(laptop: Laptop) -> list[requests.Response]:
    """What passes from now on, but for the greeting with which every run of a new program begins."""
    passed: list[requests.Response] = []
    send: Callable[..., requests.Response] = laptop.transport._session.send

    def heard(request: requests.PreparedRequest, **options: Any) -> requests.Response:
        answer = send(request, **options)
        if request.path_url != "/healthz":
            passed.append(answer)
        return answer

    laptop.transport._session.send = heard  # type: ignore[method-assign]
    return passed


def size(answer: requests.Response) -> int:
    """A request and its answer as they travel, bodies, start lines and headers; ``Host`` is urllib3's."""
    asked = answer.request
    starts = f"{asked.method} {asked.path_url} HTTP/1.1\r\nHost: {str(asked.url).split('/')[2]}\r\n\r\n"
    said = f"HTTP/1.1 {answer.status_code} {answer.reason}\r\n\r\n"
    heads = sum(len(name) + len(value) + 4 for name, value in [*asked.headers.items(), *answer.headers.items()])
    return len(starts) + len(said) + heads + len(asked.body or b"") + answer.raw.tell()
