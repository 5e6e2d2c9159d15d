"""Bad luck and bad ops: nothing is lost, nothing counts twice, nothing holds up the rest."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

import pytest
from msgspec import to_builtins
from msgspec.structs import replace
from sqlalchemy import select

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import Op
from onemm_desktop.sync import enrolment
from onemm_desktop.sync.calls import Cancelled, never
from onemm_desktop.sync.runner import Runner
from onemm_desktop.sync.transport import Transport
from onemm_wire.errors import Code
from onemm_wire.partitions import partner, region
from onemm_wire.protocol import Change, Pull, Pulled, Push, Pushed
from onemm_wire.records import Mentee
from tests.central_service import Centre
from tests.sync.laptop import Laptop, NewLaptop, now
from tests.sync.records import identity, mentor


class FaultyPush(Transport):
    """Sends as it should; then ``fault`` decides what becomes of the answer."""

    fault: Callable[[Pushed], Pushed]

    def push(self, push: Push, cancelled: Cancelled = never) -> Pushed:
        return self.fault(super().push(push, cancelled))


class DeadPush(Transport):
    """Whatever is sent, the centre fails over it."""

    def push(self, push: Push, cancelled: Cancelled = never) -> Pushed:
        raise KnownError(Problem.CENTRE_FAILED, status=500)


def give(laptop: Laptop, kind: type[Transport]) -> Any:
    """Put another transport into the laptop."""
    device = laptop.device
    laptop.transport.close()
    laptop.transport = kind(device.address, laptop.secrets[enrolment.TOKEN].decode(), centre=device.centre)
    return laptop.transport


def parked(laptop: Laptop) -> list[tuple[int, str]]:
    """Number of each parked op and the centre's code."""
    with laptop.database.read() as session:
        ops = session.scalars(select(Op).where(Op.state == "parked").order_by(Op.n))
        return [(op.n, (op.answer or {}).get("code", "")) for op in ops]


def test_an_answer_that_gets_lost_does_not_make_the_change_count_twice(furnished: Centre, laptop: Laptop) -> None:
    laptop.sync()

    def lost(_: Pushed) -> Pushed:
        raise KnownError(Problem.UNREACHABLE)

    give(laptop, FaultyPush).fault = lost
    laptop.change_mentor(identity(0), notes="called")
    added = laptop.add_mentor("Rhys")
    status = laptop.sync()
    assert (status.state, status.unsent) == ("offline", 2)
    give(laptop, Transport)
    assert laptop.sync().state == "online"
    assert furnished.sql("SELECT rev FROM record WHERE id = ANY(%s) ORDER BY rev", [identity(0), added]) == [(1,), (2,)]
    assert laptop.ops() == [(1, "done"), (2, "done")]


def test_an_answer_repeated_late_does_not_take_back_what_came_after_it(
    furnished: Centre, laptop: Laptop, new_laptop: NewLaptop
) -> None:
    second = new_laptop()
    laptop.sync()

    def garbled(_: Pushed) -> Pushed:
        raise KnownError(Problem.CENTRE_FAILED)

    give(laptop, FaultyPush).fault = garbled
    laptop.change_mentor(identity(0), family_name="Rhys")
    laptop.sync()
    second.sync()
    second.change_mentor(identity(0), family_name="Rhys-Jones")
    second.sync()
    laptop.sync()
    give(laptop, Transport)
    assert laptop.sync().state == "online"
    card = laptop.record("mentor", identity(0))
    assert card is not None and card["family_name"] == "Rhys-Jones"
    assert card == furnished.records("mentor")[identity(0)]


def test_an_answer_for_other_ops_is_not_believed(furnished: Centre, laptop: Laptop) -> None:
    laptop.sync()
    give(laptop, FaultyPush).fault = lambda pushed: Pushed(results=[], server_time=pushed.server_time)
    laptop.change_mentor(identity(0), notes="called")
    status = laptop.sync()
    assert status.problem is not None and status.problem.problem is Problem.CENTRE_FAILED
    assert laptop.ops() == [(1, "pending")]


def test_news_come_in_although_nothing_can_be_sent_and_own_work_stays_on_top(furnished: Centre, laptop: Laptop) -> None:
    laptop.sync()
    give(laptop, DeadPush)
    laptop.change_mentor(identity(0), notes="typed here")
    furnished.put(region("LDN"), mentor(0, job_title="Foreman"), mentor(600))
    status = laptop.sync()
    assert (status.state, status.unsent) == ("offline", 1)
    card = laptop.record("mentor", identity(0))
    assert card is not None
    assert (card["notes"], card["job_title"]) == ("typed here", "Foreman")
    assert laptop.record("mentor", identity(600)) is not None
    assert status.last_verified == laptop.device.last_checkpoint
    give(laptop, Transport)
    laptop.sync()
    assert laptop.record("mentor", identity(0)) == furnished.records("mentor")[identity(0)]
    assert laptop.shadows == 0


def test_a_copy_is_not_called_verified_while_something_is_unsent(furnished: Centre, laptop: Laptop) -> None:
    minutes = (datetime(2026, 11, 21, 9, minute, tzinfo=UTC) for minute in range(60))
    runner = Runner(laptop.database, give(laptop, DeadPush), clock=lambda: next(minutes))
    runner.run()
    verified = laptop.device.last_checkpoint
    runner.run()
    again = laptop.device.last_checkpoint
    assert verified is not None and again is not None and verified < again
    laptop.add_mentor("Rhys")
    runner.run()
    assert laptop.device.last_checkpoint == again


def test_a_bad_op_parks_itself_and_what_builds_on_it_and_the_rest_drains(furnished: Centre, laptop: Laptop) -> None:
    laptop.sync()
    laptop.change_mentor(identity(0), stage="no such stage")
    laptop.change_mentor(identity(1), notes="fine")
    laptop.change_mentor(identity(0), notes="builds on it")
    status = laptop.sync()
    assert laptop.ops() == [(1, "parked"), (2, "done"), (3, "pending")]
    assert parked(laptop) == [(1, Code.MALFORMED)]
    assert (status.state, status.attention, status.unsent) == ("attention", 1, 1)
    card = laptop.record("mentor", identity(0))
    assert card is not None
    assert (card["stage"], card["notes"]) == ("no such stage", "builds on it")
    assert furnished.records("mentor")[identity(1)]["notes"] == "fine"


def test_an_op_too_large_to_be_taken_is_parked_alone(furnished: Centre, laptop: Laptop) -> None:
    laptop.sync()
    laptop.change_mentor(identity(0), notes="a")
    laptop.change_mentor(identity(1), notes="far too long " * 200_000)
    laptop.change_mentor(identity(2), notes="b")
    laptop.sync()
    assert parked(laptop) == [(2, Code.TOO_LARGE)]
    assert laptop.ops() == [(1, "done"), (2, "parked"), (3, "done")]


def test_an_op_over_which_the_centre_refuses_a_whole_batch_is_found_and_parked(
    furnished: Centre, laptop: Laptop
) -> None:
    laptop.sync()

    class Choking(Transport):
        def push(self, push: Push, cancelled: Cancelled = never) -> Pushed:
            if any(op.fields.get("notes") == "poison" for op in push.ops):
                raise KnownError(Problem.REFUSED, code=Code.BAD_REQUEST.value)
            return super().push(push, cancelled)

    give(laptop, Choking)
    for number, text in enumerate(("a", "b", "poison", "c", "d")):
        laptop.change_mentor(identity(number), notes=text)
    laptop.sync()
    assert [state for _, state in laptop.ops()] == ["done", "done", "parked", "done", "done"]


def test_more_than_a_batch_goes_up_in_order(furnished: Centre, laptop: Laptop) -> None:
    laptop.sync()
    for number in range(450):
        laptop.change_mentor(identity(number % 7), notes=f"note {number}")
    status = laptop.sync()
    assert (status.sent, status.unsent) == (450, 0)
    assert laptop.records("mentor") == furnished.records("mentor", region("LDN"))


def test_a_clash_over_one_field_waits_for_a_person_and_hides_nobody_s_work(
    furnished: Centre, laptop: Laptop, new_laptop: NewLaptop
) -> None:
    second = new_laptop()
    laptop.sync()
    second.sync()
    laptop.change_mentor(identity(0), family_name="Rhys")
    second.change_mentor(identity(0), family_name="Pritchard", notes="moved house")
    laptop.sync()
    status = second.sync()
    assert (status.state, status.attention) == ("attention", 1)
    assert parked(second) == [(1, Code.CHANGED_ELSEWHERE)]
    mine = second.record("mentor", identity(0))
    assert mine is not None and mine["family_name"] == "Pritchard"
    centre = furnished.records("mentor")[identity(0)]
    assert (centre["family_name"], centre["notes"]) == ("Rhys", "moved house")


@pytest.mark.parametrize("pulled_first", [True, False], ids=["news came before the edit", "news came after it"])
def test_an_edit_on_top_of_ones_own_claims_to_have_read_nothing_new(
    furnished: Centre, laptop: Laptop, new_laptop: NewLaptop, pulled_first: bool
) -> None:
    """Who corrects the own words once more has not seen what stands beneath them."""
    second = new_laptop()
    laptop.sync()
    second.sync()
    laptop.change_mentor(identity(0), family_name="Rhys")
    laptop.sync()
    second.change_mentor(identity(0), family_name="Pritchard", notes="moved house")
    if pulled_first:
        second.sync()
    second.change_mentor(identity(0), family_name="Prichard", notes="moved to Barry")
    second.sync()
    (asked,) = furnished.records("conflict").values()
    assert (asked["state"], asked["centre"], asked["laptop"]) == ("open", "Rhys", "Prichard")
    card = furnished.records("mentor")[identity(0)]
    assert (card["family_name"], card["notes"]) == ("Rhys", "moved to Barry")


def test_what_the_office_removed_leaves_the_screen_but_the_work_on_it_is_kept(
    furnished: Centre, laptop: Laptop
) -> None:
    laptop.sync()
    laptop.change_mentor(identity(0), notes="called")
    furnished.sql("DELETE FROM record WHERE id = %s", identity(0))
    status = laptop.sync()
    assert status.attention == 1
    assert parked(laptop) == [(1, Code.DELETED_ELSEWHERE)]
    with laptop.database.read() as session:
        assert session.scalars(select(Op.fields)).one() == {"notes": "called"}


def test_a_revoked_laptop_says_so_and_keeps_its_outbox(furnished: Centre, laptop: Laptop) -> None:
    laptop.sync()
    laptop.change_mentor(identity(0), notes="called")
    furnished.revoke(laptop.device.device_id)
    status = laptop.sync()
    assert status.state == "attention"
    assert status.problem is not None and status.problem.values["code"] == Code.REVOKED
    assert laptop.ops() == [(1, "pending")]


def test_a_school_that_joins_is_fetched_and_one_that_is_taken_away_leaves_the_disk(
    furnished: Centre, new_laptop: NewLaptop
) -> None:
    school, other = identity(9_100), identity(9_300)
    desk = new_laptop(role="coordinator", partner_id=school)
    desk.sync()
    assert partner(school) in desk.partitions()
    furnished.put(partner(other), young_person(other))
    furnished.sql("UPDATE role SET partner_id = %s WHERE role = 'coordinator'", other)
    desk.sync()
    assert partner(school) not in desk.partitions()
    assert partner(school) not in desk.progress()
    assert [person["partner_id"] for person in desk.records("mentee").values()] == [other]


def test_a_centre_restored_from_a_backup_is_read_anew_over_what_is_here(furnished: Centre, laptop: Laptop) -> None:
    laptop.sync()
    laptop.change_mentor(identity(0), notes="not yet sent")
    # The backup knows nothing of mentor 1 and has another state of mentor 0.
    furnished.sql("ALTER TABLE record DISABLE TRIGGER USER")
    furnished.sql("DELETE FROM record WHERE id = %s", identity(1))
    furnished.sql('UPDATE record SET data = data || \'{"job_title": "Foreman"}\' WHERE id = %s', identity(0))
    furnished.sql("ALTER TABLE record ENABLE TRIGGER USER")
    furnished.sql("UPDATE centre SET epoch = 'second'")
    furnished.sql("SELECT sums_anew()")  # as ``onemm-central restored`` does
    furnished.stop()
    furnished.start()
    give(laptop, DeadPush)
    laptop.sync()
    assert laptop.device.epoch == "second"
    mine = laptop.record("mentor", identity(0))
    assert mine is not None
    assert (mine["notes"], mine["job_title"]) == ("not yet sent", "Foreman")
    give(laptop, Transport)
    status = laptop.sync()
    assert (status.problem, status.unsent) == (None, 0)
    assert laptop.records("mentor") == furnished.records("mentor", region("LDN"))
    assert furnished.records("mentor")[identity(0)]["notes"] == "not yet sent"


def test_fields_and_kinds_of_a_newer_program_are_kept_or_left_and_hurt_nobody(
    furnished: Centre, laptop: Laptop
) -> None:
    furnished.sql("UPDATE record SET data = data || '{\"shoe_size\": 41}' WHERE id = %s", identity(0))
    laptop.sync()
    furnished.sql("UPDATE record SET data = data || '{\"shoe_size\": 42}' WHERE id = %s", identity(1))
    furnished.sql(
        "INSERT INTO record (partition, kind, id, data) VALUES (%s, 'sticker', 'one', '{\"id\": \"one\"}')",
        region("LDN"),
    )
    laptop.sync()
    laptop.change_mentor(identity(0), notes="called")
    assert laptop.sync().problem is None
    assert furnished.records("mentor")[identity(0)]["shoe_size"] == 41
    assert laptop.records("mentor") == furnished.records("mentor", region("LDN"))


def test_a_record_without_what_it_must_have_is_the_centre_s_fault_and_moves_no_cursor(
    furnished: Centre, laptop: Laptop
) -> None:
    laptop.sync()
    before = laptop.progress()[region("LDN")].seq
    furnished.sql("UPDATE record SET data = data - 'family_name' WHERE id = %s", identity(0))
    status = laptop.sync()
    assert status.problem is not None and status.problem.problem is Problem.CENTRE_FAILED
    assert laptop.progress()[region("LDN")].seq == before


def test_a_record_out_of_scope_is_not_kept_even_if_the_centre_sends_it(furnished: Centre, laptop: Laptop) -> None:
    laptop.sync()

    class Careless(Transport):
        def pull(self, pull: Pull, cancelled: Cancelled = never) -> Pulled:
            pulled = super().pull(pull, cancelled)
            stray = Change(
                partition=region("CDF"), kind="mentor", id=identity(800), seq=1, rev=1, data=to_builtins(mentor(800))
            )
            return replace(pulled, changes=[stray])

    give(laptop, Careless)
    assert laptop.sync().problem is None
    assert laptop.record("mentor", identity(800)) is None


def test_two_runs_never_talk_at_once(furnished: Centre, laptop: Laptop) -> None:
    together = threading.Barrier(2)
    met: list[str] = []

    class Waiting(Transport):
        def pull(self, pull: Pull, cancelled: Cancelled = never) -> Pulled:
            # Each run waits here a moment for the other: only two at once can meet.
            with suppress(threading.BrokenBarrierError):
                together.wait(0.3)
                met.append("at once")
            return super().pull(pull, cancelled)

    give(laptop, Waiting)
    runner = Runner(laptop.database, laptop.transport, clock=now)
    with ThreadPoolExecutor(2) as pool:
        ended = [run.result().state for run in (pool.submit(runner.run), pool.submit(runner.run))]
    assert (ended, met) == (["online", "online"], [])


def young_person(partner_id: str) -> Mentee:
    return Mentee(
        id=identity(9_400),
        reference="LDN-Y-9",
        partner_id=partner_id,
        given_name="Mehmet",
        family_name="Yılmaz",
        date_of_birth=now().date().replace(year=2009, day=1),
    )
