"""Pages as long as line and disk carry: long on a good line, short on a bad one, never so long that nobody can stop."""

from __future__ import annotations

from onemm_desktop.sync.pace import FIRST, LONGEST, SHORTEST, Pace


def test_a_good_line_and_a_quick_disk_get_the_longest_pages() -> None:
    pace = Pace()
    asked = []
    for _ in range(5):
        asked.append(pace.records)
        pace.took(pace.records, writing=0.05, whole=0.2)
    assert asked == [FIRST, 2 * FIRST, LONGEST, LONGEST, LONGEST]


def test_a_slow_disk_gets_pages_that_let_one_cancel() -> None:
    pace = Pace()
    pace.took(FIRST, writing=1.0, whole=1.2)
    assert pace.records == FIRST // 2


def test_a_slow_line_gets_pages_that_are_seen_to_arrive() -> None:
    pace = Pace()
    pace.took(FIRST, writing=0.05, whole=12.0)
    assert pace.records == FIRST // 4


def test_a_short_last_page_says_nothing_of_what_the_line_could_carry() -> None:
    pace = Pace()
    pace.took(5, writing=0.001, whole=0.01)
    assert pace.records == FIRST


def test_a_line_that_breaks_stays_at_short_pages_until_a_run_came_through() -> None:
    pace = Pace()
    for _ in range(4):
        pace.broke()
    assert pace.records == SHORTEST
    pace.took(SHORTEST, writing=0.01, whole=0.1)
    assert pace.records == SHORTEST
    pace.came_through()
    pace.took(SHORTEST, writing=0.01, whole=0.1)
    assert pace.records == 2 * SHORTEST


def test_whoever_wants_short_pages_gets_no_longer_ones() -> None:
    pace = Pace(most=10)
    pace.took(10, writing=0.001, whole=0.001)
    pace.broke()
    assert pace.records == 10
