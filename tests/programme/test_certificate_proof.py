"""What a laptop issues proves itself, and no number is given twice, whatever happens to a disk."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import select
from sqlalchemy.orm import Session

from onemm_desktop.models import Device, DocumentIssue
from onemm_wire import certificates as codes
from onemm_wire import standing
from onemm_wire.certificate_numbers import certificate_number, parse
from onemm_wire.records import DeviceKey
from onemm_wire.records import documents as wire
from tests.programme.test_certificates import issue
from tests.training_day import Day

KEY = bytes(range(1, 33))
PUBLIC = Ed25519PrivateKey.from_private_bytes(KEY).public_key().public_bytes_raw()


@pytest.fixture
def signing(day: Day) -> Day:
    """A day at a desk that has a key."""
    day.desk = replace(day.desk, device_key=lambda: KEY)
    return day


def kept(day: Day) -> list[DocumentIssue]:
    with day.database.read() as session:
        return list(session.scalars(select(DocumentIssue).order_by(DocumentIssue.number)))


def test_a_certificate_carries_what_it_says_under_the_laptops_key_now_and_at_every_reprint(signing: Day) -> None:
    sian, *_ = signing.book_eleven()
    signing.mark(sian, "present")
    (first,) = issue(signing, sian)
    signed = codes.read(first.link)
    assert signed.holds(PUBLIC)
    said = signed.content
    assert (said.number, said.name, said.kind, said.hours) == (
        first.number, first.printed_name, "certificate_of_attendance", first.hours,
    )  # fmt: skip
    assert first.link.startswith("HTTP")
    (again,) = issue(signing, sian)
    assert again.link == first.link
    assert [codes.read(document.code).content for document in kept(signing)] == [said]


def test_at_a_desk_without_a_key_nothing_pretends_to_be_proved(day: Day) -> None:
    sian, *_ = day.book_eleven()
    day.mark(sian, "present")
    (first,) = issue(day, sian)
    assert first.link == ""


def test_a_laptop_brought_back_from_a_backup_counts_on_past_what_it_hears_of(signing: Day) -> None:
    sian, other, *_ = signing.book_eleven()
    signing.mark(sian, "present")
    signing.mark(other, "present")
    (first,) = issue(signing, sian)

    def forget(session: Session) -> None:
        session.scalars(select(Device)).one().next_certificate = 1

    signing.do(forget)
    (second,) = issue(signing, other)
    numbers = [parse(one.number) for one in (first, second)]
    assert [number.sequence for number in numbers if number is not None] == [1, 2]


def test_two_copies_of_one_disk_that_met_nobody_are_found_out_by_what_they_signed(signing: Day) -> None:
    sian, other, *_ = signing.book_eleven()
    signing.mark(sian, "present")
    signing.mark(other, "present")
    (first,) = issue(signing, sian)

    def be_the_copy(session: Session) -> None:
        session.scalars(select(Device)).one().next_certificate = 1
        session.scalars(select(DocumentIssue)).one().number = "heard of by nobody yet"

    signing.do(be_the_copy)
    (second,) = issue(signing, other)
    assert second.number == first.number, "offline, nobody can tell them apart"
    assert codes.read(second.link).content.name != codes.read(first.link).content.name
    told = [wire.DocumentIssue(**_said(document, first.number)) for document in kept(signing)]
    key = DeviceKey(
        id="k", region="WMD", block=7, public_key=b64encode(PUBLIC).decode(), valid_from=signing.clock(), statement=""
    )
    for one in (first, second):
        found = standing.of_code(codes.read(one.link), [key], standing.Known(told), today=date(2026, 11, 22))
        assert (found.state, found.content) == ("contested", codes.read(one.link).content)


def test_fifty_laptops_offline_for_a_year_never_give_one_number_twice() -> None:
    chance = Random(50)
    counted = dict.fromkeys(range(1, 51), 1)
    given: set[str] = set()
    total = 0
    for day in range(366):
        year = (date(2026, 9, 1) + timedelta(days=day)).year
        for laptop in counted:
            for _ in range(chance.choice((0, 0, 0, 1, 4))):
                given.add(certificate_number("WMD", year, laptop, counted[laptop]))
                counted[laptop] += 1
                total += 1
    assert len(given) == total > 15_000


def _said(document: DocumentIssue, number: str) -> dict[str, Any]:
    fields = {name: getattr(document, name) for name in wire.DocumentIssue.__struct_fields__}
    return {**fields, "number": number}
