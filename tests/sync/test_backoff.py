"""Waiting before the next try: longer each time, never all at once, never shorter than the centre asked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onemm_desktop.sync.backoff import BASE, CAP, LONGEST_ASKED, delay

chances = st.floats(min_value=0, max_value=1, exclude_max=True)


@given(attempt=st.integers(min_value=0, max_value=10_000), chance=chances)
def test_no_wait_is_longer_than_the_cap(attempt: int, chance: float) -> None:
    assert 0 <= delay(attempt, chance) <= min(CAP, BASE * 2 ** min(attempt, 20))


@given(attempt=st.integers(min_value=0, max_value=50), chance=chances, asked=st.floats(min_value=0, max_value=3600))
def test_the_centre_is_never_asked_before_the_time_it_named(attempt: int, chance: float, asked: float) -> None:
    assert delay(attempt, chance, retry_after=asked) >= asked


def test_who_waits_in_the_centre_s_queue_does_not_fall_behind() -> None:
    assert delay(9, 0.99, retry_after=1) < 1 + BASE


def test_nobody_can_silence_a_laptop_for_days() -> None:
    assert delay(0, 0.0, retry_after=1e9) == LONGEST_ASKED


def test_two_laptops_of_one_venue_do_not_come_back_together() -> None:
    assert delay(3, 0.2) != delay(3, 0.8)
