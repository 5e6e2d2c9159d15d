"""Certificates: who has earned one, who has not and why, and one number for good."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import DocumentIssue, Mentor
from onemm_desktop.programme import certificates
from onemm_wire.certificate_numbers import certificate_number
from tests.training_day import MORNING, Day, meet


def numbered(sequence: int) -> str:
    """The number of this laptop's certificate; the device of ``Day`` has block 7."""
    return certificate_number("WMD", 2026, 7, sequence)


def selection(day: Day) -> certificates.Selection:
    with day.database.read() as session:
        return certificates.select_people(session, day.event, today=day.clock().date(), role="staff")


def issue(day: Day, *people: str) -> tuple[certificates.Issued, ...]:
    def work(session: Session) -> tuple[certificates.Issued, ...]:
        return certificates.issue(session, event=day.event, people=people)[1]

    return day.do(work)


def test_whoever_came_has_earned_one_and_everybody_else_is_named_with_the_reason(day: Day) -> None:
    sian, rukhsana, lukasz, seun, margaret, *_ = day.book_eleven()
    day.mark(sian, "present")
    day.mark(rukhsana, "late")
    day.mark(lukasz, "apologies")
    day.mark(seun, "no_notice")
    jon = day.walk_in("Jon Fairweather", consent=True)
    mo = day.walk_in("Mo Walker")
    chosen = selection(day)
    assert [one.person for one in chosen.earned] == [rukhsana, sian, jon]
    reasons = {one.person: one.reason for one in chosen.left_out}
    assert (reasons[lukasz], reasons[seun], reasons[margaret], reasons[mo]) == (
        "apologies",
        "no_notice",
        "unmarked",
        "no_consent",
    )
    assert len(chosen.earned) + len(chosen.left_out) == len(day.roster().rows)


@pytest.mark.parametrize(
    ("hour", "minute", "hours", "reason"),
    [(15, 0, 4.0, ""), (13, 0, 2.5, ""), (12, 30, None, "left_too_early"), (17, 0, 5.0, ""), (9, 0, 5.0, "")],
)
def test_whoever_left_early_gets_the_hours_they_stayed(
    day: Day, hour: int, minute: int, hours: float | None, reason: str
) -> None:
    sian, *_ = day.book_eleven()
    day.mark(sian, "left_early", at=MORNING.replace(hour=hour, minute=minute))
    chosen = selection(day)
    assert [one.hours for one in chosen.earned] == ([] if hours is None else [hours])
    assert not reason or {one.person: one.reason for one in chosen.left_out}[sian] == reason


def test_nobody_gets_a_certificate_while_two_desks_differ(day: Day) -> None:
    sian, *_ = day.book_eleven()
    day.mark(sian, "present")
    other = Day(day.database.path.parent, name="other")
    other.add_event(id=day.event)
    other.mark(sian, "no_notice")
    meet(day, other)
    other.close()
    assert {one.person: one.reason for one in selection(day).left_out}[sian] == "contested"


def test_numbers_count_on_without_gaps_and_without_doubles(day: Day) -> None:
    sian, rukhsana, lukasz, *_ = day.book_eleven()
    for person in (sian, rukhsana, lukasz):
        day.mark(person, "present")
    assert [one.number for one in issue(day, rukhsana)] == [numbered(1)]
    assert [one.number for one in issue(day, sian, lukasz)] == [
        numbered(2),
        numbered(3),
    ]


def test_a_reprint_is_the_same_certificate(day: Day) -> None:
    sian, *_ = day.book_eleven()
    day.mark(sian, "present")
    first = issue(day, sian)
    day.clock.now += timedelta(days=3)
    assert issue(day, sian) == first
    with day.database.read() as session:
        assert len(session.scalars(select(DocumentIssue)).all()) == 1
    assert selection(day).earned[0].number == first[0].number


def test_a_corrected_name_gets_a_new_number_that_names_the_old(day: Day) -> None:
    sian, *_ = day.book_eleven()
    day.mark(sian, "present")
    (first,) = issue(day, sian)

    def correct(session: Session) -> None:
        session.scalars(select(Mentor).where(Mentor.id == sian)).one().certificate_name = "Siân L. Pritchard"

    day.do(correct)
    (second,) = issue(day, sian)
    assert (second.number, second.printed_name) == (numbered(2), "Siân L. Pritchard")
    with day.database.read() as session:
        kept = session.scalars(select(DocumentIssue).where(DocumentIssue.number == second.number)).one()
    assert kept.supersedes == first.number


def test_somebody_unmarked_since_the_list_was_shown_gets_none(day: Day) -> None:
    sian, *_ = day.book_eleven()
    day.mark(sian, "present")
    day.undo()
    assert issue(day, sian) == ()


def test_ctrl_z_passes_issued_certificates_over(day: Day) -> None:
    sian, *_ = day.book_eleven()
    day.mark(sian, "present")
    issue(day, sian)
    assert day.undo() == "marked_present"
    with day.database.read() as session:
        assert session.scalars(select(DocumentIssue)).one().person_id == sian


def test_a_coordinator_issues_none(day: Day) -> None:
    sian, *_ = day.book_eleven()
    day.mark(sian, "present")
    day.desk = type(day.desk)(**{**vars(day.desk), "role": "coordinator"})
    with pytest.raises(KnownError) as refused:
        issue(day, sian)
    assert refused.value.problem is Problem.NOT_ALLOWED
