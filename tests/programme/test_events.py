"""Events as lists, and what Today says of them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from onemm_desktop.programme import clearance, dates, events, today
from tests.training_day import MORNING, Day


def listing(day: Day) -> events.Listing:
    with day.database.read() as session:
        return events.listing(session, now=day.clock())


def overview(day: Day) -> today.Overview:
    with day.database.read() as session:
        return today.overview(session, now=day.clock())


def shifted(days: int) -> dict[str, datetime]:
    start = MORNING.replace(hour=10, minute=0) + timedelta(days=days)
    return {"starts_at": start, "ends_at": start + timedelta(hours=6)}


def test_events_are_parted_by_the_day_in_london(day: Day) -> None:
    yesterday, last_week = (day.add_event(**shifted(days)) for days in (-1, -7))
    next_week, tomorrow = (day.add_event(**shifted(days)) for days in (7, 1))
    day.add_event(**shifted(2), state="draft")
    seen = listing(day)
    assert [one.id for one in seen.today] == [day.event]
    assert [one.id for one in seen.coming] == [tomorrow, next_week]
    assert [one.id for one in seen.past] == [yesterday, last_week]


def test_a_summer_night_belongs_to_the_day_on_the_wall() -> None:
    late = datetime.fromisoformat("2026-07-01T23:30:00+00:00")
    assert dates.day_of(late) == date(2026, 7, 2)
    first, next_day = dates.bounds(date(2026, 3, 29))
    assert next_day.timestamp() - first.timestamp() == 23 * 3600


def test_an_event_counts_its_people(day: Day) -> None:
    sian, rukhsana, lukasz, *_ = day.book_eleven()
    day.book("Idris", "Bowen", state="waitlisted")
    day.mark(sian, "present")
    day.mark(rukhsana, "apologies")
    day.mark(lukasz, "present")
    day.mark(lukasz, "unmarked")
    day.walk_in("Jon Fairweather")
    (one,) = listing(day).today
    assert (one.booked, one.waitlisted, one.came, one.awaited) == (11, 1, 2, 9)


def test_events_are_found_by_their_words_the_nearest_first(day: Day) -> None:
    far = day.add_event(**shifted(40), venue="Neuadd y Dref, Caernarfon")
    near = day.add_event(**shifted(-3), venue="Ysgol Gyfun Aberdâr")
    with day.database.read() as session:

        def found(text: str) -> list[str]:
            return [place.id for place in events.find(session, text, now=day.clock())]

        assert found("mentor train") == [day.event, near, far]
        assert found("hyfforddiant aberdar") == [near]
        assert found("  ") == []


def test_today_shows_what_is_left_over_and_what_waits_to_be_sent(day: Day) -> None:
    day.event = ""
    old = day.add_event(**shifted(-40))
    recent = day.add_event(**shifted(-7))
    closed = day.add_event(**shifted(-6), state="register_closed")
    for event in (old, recent, closed):
        day.book("Tegan", "Price", event=event)
    day.event = recent
    answered = day.book("Idris", "Bowen")
    day.mark(answered, "present")
    seen = overview(day)
    assert [one.event.id for one in seen.left_over] == [recent]
    # The mark, the roster as it stood, and that the event is in progress.
    assert (seen.unsent, seen.attention) == (3, 0)


def test_today_leaves_cancelled_events_out(day: Day) -> None:
    cancelled = day.add_event(state="cancelled")
    assert cancelled not in {one.id for one in overview(day).today}


@pytest.mark.parametrize(
    ("state", "until", "code", "tone", "days"),
    [
        ("clear", None, "clear", "ok", 0),
        ("clear", date(2027, 6, 1), "clear", "ok", 0),
        ("clear", date(2026, 12, 3), "expires", "warn", 12),
        ("clear", date(2026, 11, 21), "expires", "warn", 0),
        ("clear", date(2026, 11, 20), "expired", "bad", 0),
        ("applied", None, "applied", "warn", 0),
        ("risk_assessment", None, "risk_assessment", "warn", 0),
        ("declined", None, "declined", "bad", 0),
        ("expired", date(2026, 1, 1), "expired", "bad", 0),
        ("not_started", None, "not_started", "bad", 0),
    ],
)
def test_a_clearance_in_words(state: str, until: date | None, code: str, tone: str, days: int) -> None:
    said = clearance.standing(state, "enhanced", date(2026, 10, 12), until, date(2026, 11, 21))
    assert (said.code, said.tone, said.days) == (code, tone, days)
