"""Two copies that differ find out at the next checkpoint, fetch only what differs, and say that it happened."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest
from sqlalchemy import select

from onemm_desktop.models import Incident, Progress
from onemm_desktop.sync import compare, digest
from onemm_desktop.sync.calls import Cancelled, never
from onemm_desktop.sync.pages import Page
from onemm_desktop.sync.transport import Transport
from onemm_wire.partitions import partner, region
from onemm_wire.protocol import BucketAsked, Digest, DigestAsked, Pull, Pulled
from tests.central_service import Centre
from tests.sync.laptop import Laptop, NewLaptop
from tests.sync.records import furnish, identity, mentor

LONDON = region("LDN")


@pytest.fixture
def synced(furnished: Centre, laptop: Laptop) -> Laptop:
    """London's laptop, verified."""
    laptop.sync()
    return laptop


def test_a_copy_that_equals_the_centre_is_called_verified(synced: Laptop) -> None:
    assert synced.device.last_checkpoint is not None
    assert incidents(synced) == []


def test_the_sums_follow_work_from_both_sides_without_counting_again(furnished: Centre, synced: Laptop) -> None:
    furnished.put(LONDON, mentor(0, notes="from the office"), mentor(900))
    furnished.sql("DELETE FROM record WHERE id = %s", identity(1))
    synced.change_mentor(identity(2), notes="offline")
    synced.remove_mentor(identity(3))
    added = synced.add_mentor("Rhys")
    synced.change_mentor(added, notes="twice")
    synced.sync()
    synced.sync()
    assert incidents(synced) == []
    assert kept_sums(synced) == counted_sums(synced)


def test_a_row_that_was_lost_comes_back_and_nothing_else_is_fetched(centre: Centre, new_laptop: NewLaptop) -> None:
    furnish(centre, mentors_per_region=200)
    laptop = new_laptop()
    laptop.sync()
    break_row(laptop, "DELETE FROM mentor WHERE id = ?", identity(5))
    fetched = watch_buckets(laptop)
    laptop.sync()
    assert laptop.record("mentor", identity(5)) is not None
    assert incidents(laptop) == [("repaired", LONDON, "mentor", 1)]
    assert 0 < sum(fetched) < 10
    assert laptop.device.last_checkpoint is not None


def test_a_row_that_the_centre_does_not_hold_goes(synced: Laptop, furnished: Centre) -> None:
    break_row(synced, "UPDATE mentor SET id = 'nobody' WHERE id = ?", identity(5))
    synced.sync()
    assert synced.records("mentor") == furnished.records("mentor", LONDON)


def test_an_unsent_change_stays_on_top_of_a_repair(synced: Laptop, furnished: Centre) -> None:
    furnished.stop()
    synced.change_mentor(identity(5), notes="unsent")
    with synced.database.sync_write() as session:
        session.connection().exec_driver_sql("UPDATE shadow SET rev = 7")
        session.execute(select(Progress)).all()
        digest.recount(session, [LONDON])
    furnished.start()
    synced.sync()
    assert furnished.records("mentor")[identity(5)]["notes"] == "unsent"
    assert synced.records("mentor") == furnished.records("mentor", LONDON)


def test_a_sum_of_ours_that_was_wrong_is_counted_again_and_fetches_nothing(synced: Laptop) -> None:
    with synced.database.sync_write() as session:
        # One digit of one partition: were it the first of each, what they are wrong by might come to nothing in all.
        other = "CASE WHEN digest LIKE 'f%' THEN '0' ELSE 'f' END"
        wrong = f"UPDATE progress SET digest = {other} || substr(digest, 2) WHERE partition = '{LONDON}'"
        session.connection().exec_driver_sql(wrong)
    fetched = watch_buckets(synced)
    synced.sync()
    assert fetched == []
    assert incidents(synced) == [("recounted", "", "", 0)]


def test_incidents_reach_the_centre_once_and_without_names(synced: Laptop, furnished: Centre) -> None:
    break_row(synced, "DELETE FROM mentor WHERE id = ?", identity(5))
    synced.sync()
    synced.sync()
    told = furnished.sql("SELECT what, partition, kind, records > 0 FROM incident")
    assert told == [("repaired", LONDON, "mentor", True)]


def test_a_copy_that_cannot_be_repaired_is_not_called_verified(synced: Laptop) -> None:
    """The checkpoint of the last good run stays what the pill says."""
    verified = synced.device.last_checkpoint
    pretend(synced, lambda pulled: msgspec.structs.replace(pulled, digest="0" * 32))
    synced.sync()
    assert synced.device.last_checkpoint == verified
    assert incidents(synced)[-1][0] == "unrepaired"


def test_the_other_side_s_digest_is_never_taken_for_our_own(synced: Laptop) -> None:
    before = kept_sums(synced)
    pretend(synced, lambda pulled: msgspec.structs.replace(pulled, digest="0" * 32))
    synced.sync()
    assert kept_sums(synced) == before


def test_a_centre_that_goes_on_between_its_two_looks_is_asked_again(synced: Laptop, furnished: Centre) -> None:
    answers = iter([True])
    pretend(
        synced, lambda pulled: msgspec.structs.replace(pulled, digest="" if next(answers, False) else pulled.digest)
    )
    furnished.put(LONDON, mentor(901))
    synced.sync()
    assert incidents(synced) == []
    assert kept_sums(synced) == counted_sums(synced)


@pytest.mark.parametrize("fault", ["CAST(x'66616c6cff' AS TEXT)", "'a bit fell over'"])
def test_a_byte_that_fell_over_at_the_same_rev_is_found_after_the_first_sync(
    synced: Laptop, furnished: Centre, fault: str
) -> None:
    """A rev says nothing of it. Also where what is left is no text at all."""
    break_row(synced, f"UPDATE mentor SET notes = {fault} WHERE id = ?", identity(5))
    synced.sync()
    assert incidents(synced) == []
    examine_again(synced)
    synced.sync()
    assert incidents(synced) == [("repaired", LONDON, "mentor", 1)]
    assert synced.records("mentor") == furnished.records("mentor", LONDON)
    assert furnished.sql("SELECT what, records FROM incident") == [("repaired", 1)]


def test_a_value_that_is_no_json_any_more_is_fetched_again(synced: Laptop, furnished: Centre) -> None:
    break_row(synced, "UPDATE mentor SET help_areas = '[\"inter' WHERE id = ?", identity(5))
    examine_again(synced)
    synced.sync()
    assert synced.records("mentor") == furnished.records("mentor", LONDON)


def test_contents_are_compared_once_after_a_first_sync_and_after_a_new_grant(
    furnished: Centre, new_laptop: NewLaptop
) -> None:
    laptop = new_laptop(role="trainer")
    asked = watch_digests(laptop)
    laptop.sync()
    assert sum(one.deep for one in asked) == 1
    laptop.sync()
    assert sum(one.deep for one in asked) == 1
    furnished.sql("UPDATE role SET role = 'staff' WHERE region = 'LDN' AND role = 'trainer'")
    laptop.sync()
    assert [one.partitions for one in asked if one.deep][1:] == [[partner(identity(9_100))]]


def test_people_work_while_contents_are_compared_and_what_they_write_goes_first(
    synced: Laptop, furnished: Centre, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compare, "DEEP_RECORDS", 1)
    examine_again(synced)
    asked = watch_digests(synced, lambda: synced.change_mentor(identity(2), notes="typed meanwhile"))
    status = synced.sync()
    looked_at = sum(one.deep for one in asked)
    assert (status.unsent, status.state) == (1, "online")
    assert any(not progress.examined for progress in synced.progress().values())
    synced.sync()
    assert furnished.records("mentor")[identity(2)]["notes"] == "typed meanwhile"
    assert all(progress.examined for progress in synced.progress().values())
    assert sum(one.deep for one in asked) > looked_at
    assert incidents(synced) == []


def test_what_the_centre_changes_meanwhile_is_no_fault_and_is_examined_later(synced: Laptop, furnished: Centre) -> None:
    examine_again(synced)
    news = [mentor(0, notes="news")]
    watch_digests(synced, lambda: furnished.put(LONDON, news.pop()) if news else None)
    synced.sync()
    assert not synced.progress()[LONDON].examined
    synced.sync()
    assert synced.progress()[LONDON].examined
    assert synced.records("mentor") == furnished.records("mentor", LONDON)
    assert incidents(synced) == []


def test_a_sum_of_the_centre_s_that_was_wrong_is_counted_again_there(
    synced: Laptop, furnished: Centre, caplog: pytest.LogCaptureFixture
) -> None:
    """Both copies agree, and neither would ever be called verified again."""
    furnished.sql("UPDATE partition_sum SET low = 7 WHERE partition = %s AND kind = 'mentor'", LONDON)
    fetched = watch_buckets(synced)
    before = synced.device.last_checkpoint
    status = synced.sync()
    assert fetched == []
    assert incidents(synced) == [("centre_sum", LONDON, "", 0)]
    assert before is not None
    assert status.last_verified is not None
    assert status.last_verified >= before
    assert furnished.sql("SELECT * FROM sums_in_doubt()") == []
    assert [record.getMessage() for record in caplog.records if record.levelname == "WARNING"] == [
        "the sums of region/LDN were not those of its records: counted afresh"
    ]
    caplog.clear()


def test_nobody_reads_the_sums_of_a_partition_that_is_not_theirs(furnished: Centre, laptop: Laptop) -> None:
    token = laptop.secrets["device_token"].decode()
    for path, asked in (
        ("/sync/digest", {"partitions": [region("CDF")]}),
        ("/sync/bucket", {"partition": region("CDF"), "kind": "mentor", "buckets": [1]}),
    ):
        assert furnished.post(path, asked, token=token).json()["code"] == "not_allowed"


# --- hands ---------------------------------------------------------------------------------------------------------


def break_row(laptop: Laptop, statement: str, record_id: str) -> None:
    """What a failing disk does: a row changes behind everybody's back."""
    with laptop.database.sync_write() as session:
        session.connection().exec_driver_sql(statement, (record_id,))
        for progress in session.scalars(select(Progress)):
            progress.digest = ""


def examine_again(laptop: Laptop) -> None:
    """As after a first sync."""
    with laptop.database.sync_write() as session:
        for progress in session.scalars(select(Progress)):
            progress.examined = False


def incidents(laptop: Laptop) -> list[tuple[str, str, str, int]]:
    with laptop.database.read() as session:
        found = session.execute(
            select(Incident.what, Incident.partition, Incident.kind, Incident.records).order_by(Incident.n)
        )
        return [(what, partition, kind, records) for what, partition, kind, records in found]


def kept_sums(laptop: Laptop) -> dict[str, str]:
    return {partition: progress.digest for partition, progress in laptop.progress().items()}


def counted_sums(laptop: Laptop) -> dict[str, str]:
    with laptop.database.read() as session:
        return {partition: str(digest.count(session, partition)) for partition in laptop.progress()}


def watch_buckets(laptop: Laptop) -> list[int]:
    """How many records came with each answer of a bucket."""
    fetched: list[int] = []

    class Watched(Transport):
        def bucket(self, asked: BucketAsked, cancelled: Cancelled = never) -> Page:
            page = super().bucket(asked, cancelled)
            fetched.append(len(page.lines))
            return page

    _replace(laptop, Watched)
    return fetched


def watch_digests(laptop: Laptop, meanwhile: Callable[[], object] = lambda: None) -> list[DigestAsked]:
    """What sums are asked for; ``meanwhile`` happens right before each deep question."""
    asked_for: list[DigestAsked] = []

    class Watched(Transport):
        def digest(self, asked: DigestAsked, cancelled: Cancelled = never) -> Digest:
            asked_for.append(asked)
            if asked.deep:
                meanwhile()
            return super().digest(asked, cancelled)

    _replace(laptop, Watched)
    return asked_for


def pretend(laptop: Laptop, change: object) -> None:
    """Let the answers of pulls say something else."""

    class Pretending(Transport):
        def pull(self, pull: Pull, cancelled: Cancelled = never) -> Pulled:
            assert callable(change)
            pulled: Pulled = change(super().pull(pull, cancelled))
            return pulled

    _replace(laptop, Pretending)


def _replace(laptop: Laptop, transport: type[Transport]) -> None:
    laptop.transport.close()
    device = laptop.device
    laptop.transport = transport(device.address, laptop.secrets["device_token"].decode(), centre=device.centre)
