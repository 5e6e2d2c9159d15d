"""Identities made offline: valid UUIDv7, in the order of their instants, repeated by the same chance."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onemm_wire.ids import uuid7

INSTANTS = st.datetimes(min_value=datetime(2000, 1, 1), max_value=datetime(2200, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
CHANCE = st.binary(min_size=10, max_size=10)


@given(at=INSTANTS, chance=CHANCE)
def test_it_is_a_version_7_uuid_that_says_its_millisecond(at: datetime, chance: bytes) -> None:
    made = uuid.UUID(uuid7(at, chance))
    assert (made.version, made.variant) == (7, uuid.RFC_4122)
    assert made.int >> 80 == int(at.timestamp() * 1000)
    assert uuid7(at, chance) == str(made)


@given(at=INSTANTS, later=INSTANTS, chance=CHANCE)
def test_later_ones_sort_after(at: datetime, later: datetime, chance: bytes) -> None:
    if int(at.timestamp() * 1000) < int(later.timestamp() * 1000):
        assert uuid7(at, chance) < uuid7(later, chance)


def test_too_little_chance_is_refused() -> None:
    with pytest.raises(ValueError, match="ten bytes"):
        uuid7(datetime(2026, 11, 21, tzinfo=UTC), b"short")
