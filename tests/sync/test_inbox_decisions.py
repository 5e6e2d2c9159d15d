"""What a laptop handed over with a place it lost: it hears what the office decided, and keeps no more than it must."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import select

from onemm_central.inbox import service
from onemm_central.records.erasure import erase
from onemm_desktop.models import Contact, Op
from onemm_wire.protocol import KnownAsked
from tests.central_service import Centre
from tests.raw_pages import found_in
from tests.sync.laptop import KEY, Laptop

MINE = "mine@example.org"


@pytest.fixture
def handed_over(furnished: Centre, laptop: Laptop) -> Laptop:
    """A laptop that changed an address offline, and may not hold addresses any more."""
    laptop.sync()
    with laptop.at_work(label="contact_changed") as session:
        session.scalars(select(Contact)).one().email = MINE
    furnished.sql("UPDATE role SET role = 'coordinator'")
    assert laptop.sync().attention == 1
    return laptop


def answer(laptop: Laptop) -> tuple[str, dict[str, Any]]:
    with laptop.database.read() as session:
        op = session.scalars(select(Op)).one()
        return op.state, dict(op.answer or {})


def item(centre: Centre) -> str:
    with centre.database.connection() as connection:
        (waiting,) = service.items(connection)
    return waiting.id


def in_the_file(laptop: Laptop) -> bool:
    return found_in(laptop.folder / "records.db", KEY, MINE) != set()


def test_what_was_applied_is_the_centre_s_and_leaves_the_laptop(furnished: Centre, handed_over: Laptop) -> None:
    assert in_the_file(handed_over)
    result = service.apply_item(furnished.database, item(furnished), "Mair", datetime.now(UTC))
    assert result is not None and result.status == "applied"
    assert handed_over.sync().attention == 0
    assert answer(handed_over) == ("done", {"n": 1, "status": "left"})
    assert not in_the_file(handed_over)
    assert [one["email"] for one in furnished.records("contact", "region/LDN/staff").values()] == [MINE]


def test_what_was_put_aside_stays_with_the_reason_until_it_was_seen(furnished: Centre, handed_over: Laptop) -> None:
    with furnished.database.connection() as connection:
        assert service.dismiss(connection, item(furnished), "Mair", "She wrote to us herself", datetime.now(UTC))
    assert handed_over.sync().attention == 1
    state, said = answer(handed_over)
    assert (state, said["values"]["dismissed"]) == ("parked", "She wrote to us herself")
    # Heard once: nothing more is told.
    assert handed_over.device.decided == 1
    assert handed_over.sync().attention == 1


def test_what_was_erased_meanwhile_is_forgotten_though_its_place_is_lost(
    furnished: Centre, handed_over: Laptop
) -> None:
    ((record,),) = furnished.sql("SELECT record_id FROM inbox")
    with furnished.database.connection() as connection:
        assert erase(connection, "contact", record, reason="asked for it", author="test")
    handed_over.sync()
    assert answer(handed_over)[1]["status"] == "gone"
    assert not in_the_file(handed_over)


def test_what_a_restored_centre_no_longer_has_is_handed_over_again(furnished: Centre, handed_over: Laptop) -> None:
    furnished.sql("DELETE FROM inbox")
    furnished.sql("DELETE FROM op_result")
    furnished.sql("UPDATE centre SET epoch = gen_random_uuid()")
    assert handed_over.transport.known(KnownAsked(first=1, last=1)).unknown == [1]
    handed_over.sync()
    assert furnished.sql("SELECT op -> 'fields' ->> 'email' FROM inbox") == [(MINE,)]
    assert handed_over.ops() == [(1, "parked")]
