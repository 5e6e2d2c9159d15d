"""Changes down: what a laptop asks for comes whole, in order, and never from a partition that is not its own."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from onemm_wire.records import KINDS, AttendanceMark, Booking, Contact, Event, Mentor, Partner, WalkIn
from tests.central.laptops import LONDON, SIAN, Laptop, sian
from tests.central_service import Centre

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


def mentors(count: int) -> list[Mentor]:
    return [
        Mentor(id=f"m{number:03}", reference=f"r{number}", given_name="Ewa", family_name="Nowak")
        for number in range(count)
    ]


def training(key: str, day: int, hour: int) -> Event:
    """A training in November."""
    starts = datetime(2026, 11, day, hour, tzinfo=UTC)
    return Event(
        id=key, reference=key, title="Mentor training", venue="Hall", starts_at=starts, hours=3, capacity=20,
        ends_at=starts + timedelta(hours=3),
    )  # fmt: skip


def every_page(laptop: Laptop, partition: str, limit: int) -> list[list[Any]]:
    lines: list[list[Any]] = []
    after = None
    while True:
        head, more = laptop.page(partition, limit=limit, after=after)
        assert head["count"] == len(more) <= limit
        lines += more
        after = head["next"]
        if after is None:
            return lines


@pytest.mark.parametrize("limit", [1, 3, 7, 1_000])
def test_pages_hold_every_record_once_in_the_order_of_kinds(desk: Laptop, limit: int) -> None:
    desk.centre.put(LONDON, *mentors(5))
    desk.centre.put(LONDON, *(Booking(id=f"b{n}", event_id="e1", mentor_id=f"m00{n}") for n in range(4)))
    desk.centre.put(LONDON, Partner(id="p1", name="Ysgol Bryn", partner_kind="school"))
    desk.centre.sql("DELETE FROM record WHERE id = 'm003'")
    lines = every_page(desk, LONDON, limit)
    order = list(KINDS)
    assert [line[:2] for line in lines] == sorted((line[:2] for line in lines), key=lambda k: (order.index(k[0]), k[1]))
    assert len({line[1] for line in lines}) == len(lines) == 10
    assert "m003" not in {line[1] for line in lines}
    head, _ = desk.page(LONDON, limit=limit)
    assert (head["total"], head["epoch"]) == (10, desk.enrolled["epoch"])


def test_a_page_carries_rev_and_the_whole_record(desk: Laptop) -> None:
    desk.push(desk.edit(notes="“Quoted”\nand two lines"))
    _, ((kind, record_id, rev, data),) = desk.page(LONDON)
    assert (kind, record_id, rev) == ("mentor", SIAN, 2)
    assert data["notes"] == "“Quoted”\nand two lines"
    assert data["id"] == SIAN
    assert set(data) == set(Mentor.__struct_fields__)


def test_changes_between_two_pages_come_with_the_log_after_the_first_head(desk: Laptop) -> None:
    desk.centre.put(LONDON, *mentors(4))
    head, first = desk.page(LONDON, limit=2)
    desk.centre.put(LONDON, Mentor(id="m000", reference="r", given_name="Changed", family_name="Late"))
    desk.centre.sql("DELETE FROM record WHERE id = 'm003'")
    _, second = desk.page(LONDON, limit=100, after=head["next"])
    desk.seqs = {LONDON: head["seq"]}
    held = {line[1]: line[3]["given_name"] for line in first + second}
    for change in desk.pull()["changes"]:
        if change["data"] is None:
            held.pop(change["id"], None)
        else:
            held[change["id"]] = change["data"]["given_name"]
    assert held == {key: data["given_name"] for key, data in desk.centre.records("mentor", LONDON).items()}
    assert held["m000"] == "Changed"


def test_an_empty_partition_is_one_empty_page(desk: Laptop) -> None:
    head, lines = desk.page("national")
    assert (head["seq"], head["total"], head["count"], head["next"], lines) == (0, 0, 0, None, [])


def test_a_page_of_a_foreign_partition_is_refused(desk: Laptop) -> None:
    for partition in ("region/CDF", "region/LDN/safeguarding", "partner/p1", "nowhere"):
        answer = desk.post("/sync/page", {"partition": partition})
        assert (answer.status_code, answer.json()["code"]) == (403, "not_allowed")
    assert desk.post("/sync/page", {"partition": LONDON, "after": ["x", ""]}).json()["code"] == "bad_request"


def test_this_week_comes_whole_and_alone(desk: Laptop) -> None:
    """From yesterday's open register to a week from now, with everybody who is booked or was marked."""
    days = {"e1": (20, 12), "e2": (21, 10), "e3": (27, 18), "e4": (20, 9), "e5": (28, 11)}
    desk.centre.put(LONDON, *mentors(6), *(training(key, day, hour) for key, (day, hour) in days.items()))
    desk.centre.put(LONDON, *(Booking(id=f"b{key}", event_id=key, mentor_id=f"m00{key[1]}") for key in days))
    desk.centre.put(LONDON, WalkIn(id="w1", event_id="e2", given_name="Ada", family_name="Obi"))
    desk.centre.put(
        LONDON,
        *(
            AttendanceMark(id=f"a{number}", event_id=event, attendee_id=who, state="present", marked_at=NOON)
            for number, (event, who) in enumerate([("e2", "m000"), ("e2", "w1"), ("e4", SIAN)])
        ),
    )
    desk.centre.sql("DELETE FROM record WHERE id = 'be3'")
    head, lines = desk.page(LONDON, week_of="2026-11-21T11:00:00+01:00")
    assert [line[1] for line in lines] == [
        "e1", "e2", "e3", "m000", "m001", "m002", "be1", "be2", "w1", "a0", "a1",
    ]  # fmt: skip
    assert (head["count"], head["total"], head["next"]) == (11, 0, None)
    assert head["seq"] == desk.page(LONDON)[0]["seq"]


@pytest.mark.parametrize("instant", ["2026-11-21T10:00:00", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59-14:00"])
def test_a_week_at_the_end_of_the_calendar_is_empty_or_refused(desk: Laptop, instant: str) -> None:
    answer = desk.post("/sync/page", {"partition": LONDON, "week_of": instant})
    assert answer.status_code in {200, 400}
    assert desk.post("/sync/page", {"partition": "region/CDF", "week_of": instant}).status_code == 403


def test_a_pull_comes_in_pages_and_ends(desk: Laptop) -> None:
    desk.centre.put(LONDON, *mentors(25))
    desk.centre.put("region/LDN/staff", Contact(id="c1", person_id=SIAN))
    desk.seqs = {LONDON: 0, "region/LDN/staff": 0}
    pages = []
    while True:
        pages.append(desk.pull(limit=10))
        if not pages[-1]["more"]:
            break
    assert [len(page["changes"]) for page in pages] == [10, 10, 7]
    assert desk.seqs == {LONDON: 26, "region/LDN/staff": 1}
    assert len({change["id"] for page in pages for change in page["changes"]}) == 27
    assert desk.pull()["changes"] == []


def test_a_pull_brings_the_latest_state_of_a_record_once_and_tombstones(desk: Laptop) -> None:
    desk.seqs = {LONDON: 0}
    desk.centre.put(LONDON, *mentors(1))
    for notes in ("one", "two", "three"):
        desk.centre.put(LONDON, sian(notes=notes))
    desk.centre.sql("DELETE FROM record WHERE id = 'm000'")
    changes = desk.pull()["changes"]
    assert [(change["id"], change["rev"], change["data"] and change["data"]["notes"]) for change in changes] == [
        (SIAN, 4, "three"), ("m000", 2, None),
    ]  # fmt: skip


def test_partitions_the_laptop_has_not_begun_are_named_and_not_sent(desk: Laptop) -> None:
    pulled = desk.pull()
    assert (pulled["changes"], pulled["cursor"]["seqs"]) == ([], {})
    assert pulled["scope"] == ["national", LONDON, "region/LDN/staff"]


def test_nothing_comes_from_a_partition_that_is_not_ones_own(london: Centre) -> None:
    london.add_user("carys@example.org", region="CDF", role="regional_manager")
    cardiff = Laptop(london, "carys@example.org", region="CDF")
    cardiff.seqs = {LONDON: 0, "region/CDF": 0, "region/LDN/safeguarding": 0, "partner/p1": 0}
    pulled = cardiff.pull()
    assert pulled["changes"] == []
    assert pulled["cursor"]["seqs"] == {"region/CDF": 0}


def test_a_centre_restored_from_a_backup_says_so(desk: Laptop) -> None:
    for cursor in ({"epoch": "another life"}, {"epoch": desk.enrolled["epoch"], "seqs": {LONDON: 999}}):
        answer = desk.post("/sync/pull", {"cursor": cursor})
        assert (answer.status_code, answer.json()["code"]) == (409, "new_epoch")
        assert answer.json()["values"] == {"epoch": desk.enrolled["epoch"]}
