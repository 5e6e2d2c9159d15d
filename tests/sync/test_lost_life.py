"""A backup is brought back at the centre: what it has lost and a laptop still knows, comes back."""

from __future__ import annotations

from sqlalchemy import select

from onemm_desktop.models import Op
from onemm_desktop.sync import push
from onemm_wire.partitions import region
from onemm_wire.protocol import Push
from tests.central_service import Centre
from tests.sync.laptop import Laptop, NewLaptop
from tests.sync.records import identity, mentor

LONDON = region("LDN")
TABLES = ("record", "history", "op_result", "partition_head", "partition_sum")


def back_up(centre: Centre) -> None:
    for table in TABLES:
        centre.sql(f"CREATE TABLE backup_{table} AS TABLE {table}")


def restore(centre: Centre) -> None:
    """As ``pg_restore`` does: rows come back as they were, no trigger runs; then ``onemm-central restored``."""
    centre.sql("ALTER TABLE record DISABLE TRIGGER USER")
    for table in TABLES:
        columns = centre.sql(
            "SELECT string_agg(quote_ident(column_name), ', ') FROM information_schema.columns "
            "WHERE table_name = %s AND is_generated = 'NEVER'",
            table,
        )[0][0]
        overriding = "OVERRIDING SYSTEM VALUE" if table == "history" else ""
        centre.sql(f"TRUNCATE {table}")
        centre.sql(f"INSERT INTO {table} ({columns}) {overriding} SELECT {columns} FROM backup_{table}")
    centre.sql("ALTER TABLE record ENABLE TRIGGER USER")
    centre.sql("UPDATE centre SET epoch = gen_random_uuid()")


def test_what_the_backup_knows_and_this_laptop_never_heard_of_is_the_same_op_as_before(
    furnished: Centre, laptop: Laptop
) -> None:
    """Found by the simulator, as law I3: an op that says otherwise where it was read is another under the same key."""
    laptop.sync()
    laptop.change_mentor(identity(0), notes="sent, and the answer is lost")
    laptop.transport.push(Push(ops=push.next_batch(laptop.database, 0, 10), epoch=laptop.device.epoch))
    back_up(furnished)
    restore(furnished)
    status = laptop.sync()
    assert (status.unsent, status.attention) == (0, 0)
    assert laptop.ops() == [(1, "done")]


def test_what_was_sent_after_the_backup_is_sent_again(furnished: Centre, laptop: Laptop, new_laptop: NewLaptop) -> None:
    laptop.sync()
    laptop.change_mentor(identity(0), notes="before the backup")
    laptop.sync()
    back_up(furnished)
    laptop.change_mentor(identity(0), notes="after the backup")
    added = laptop.add_mentor("Rhys")
    laptop.change_mentor(added, notes="and more")
    laptop.remove_mentor(identity(3))
    laptop.sync()
    restore(furnished)
    assert added not in furnished.records("mentor")
    laptop.change_mentor(identity(1), notes="typed meanwhile")
    status = laptop.sync()
    assert (status.state, status.unsent, status.attention, status.problem) == ("online", 0, 0, None)
    records = furnished.records("mentor", LONDON)
    assert records[identity(0)]["notes"] == "after the backup"
    assert records[added]["notes"] == "and more"
    assert records[identity(1)]["notes"] == "typed meanwhile"
    assert identity(3) not in records
    assert laptop.records("mentor") == records
    assert laptop.shadows == 0
    assert status.last_verified is not None


def test_what_the_backup_knows_is_not_done_twice(furnished: Centre, laptop: Laptop) -> None:
    laptop.sync()
    laptop.change_mentor(identity(0), notes="before the backup")
    laptop.sync()
    back_up(furnished)
    restore(furnished)
    laptop.sync()
    assert furnished.sql("SELECT rev FROM record WHERE id = %s", identity(0)) == [(2,)]


def test_a_change_of_the_new_life_is_not_overwritten_by_revs_of_the_lost_one(furnished: Centre, laptop: Laptop) -> None:
    """The lost life counted further than the new one has: its revs must not pass for having read the new words."""
    back_up(furnished)
    for number in range(5):
        furnished.put(LONDON, mentor(0, job_title=f"title {number}"))
    laptop.sync()
    furnished.stop()
    laptop.change_mentor(identity(0), job_title="from the laptop")
    furnished.start()
    restore(furnished)
    furnished.put(LONDON, mentor(0, job_title="of the new life"))
    status = laptop.sync()
    assert furnished.records("mentor")[identity(0)]["job_title"] == "of the new life"
    assert status.attention == 1


def test_each_laptop_brings_back_its_own(furnished: Centre, laptop: Laptop, new_laptop: NewLaptop) -> None:
    second = new_laptop()
    for one in (laptop, second):
        one.sync()
    back_up(furnished)
    added = laptop.add_mentor("Rhys")
    laptop.sync()
    second.sync()
    second.change_mentor(identity(2), notes="second's")
    second.sync()
    restore(furnished)
    for one in (laptop, second, laptop, second):
        one.sync()
    assert added in furnished.records("mentor")
    assert furnished.records("mentor")[identity(2)]["notes"] == "second's"
    assert laptop.records("mentor") == second.records("mentor") == furnished.records("mentor", LONDON)


def test_an_op_of_a_lost_life_is_not_applied_before_the_new_one_was_read(furnished: Centre, laptop: Laptop) -> None:
    token = laptop.secrets["device_token"].decode()
    refused = furnished.post("/sync/push", {"ops": [], "epoch": "lost"}, token=token)
    assert (refused.status_code, refused.json()["code"]) == (409, "new_epoch")
    laptop.sync()
    with laptop.database.read() as session:
        assert session.scalars(select(Op)).all() == []
