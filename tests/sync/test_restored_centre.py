"""A centre that came back from a backup holds less than it did: what it no longer holds leaves the laptops.

They were found by the simulator (``tests/simulation``), as laws I14, I5 and I7.
"""

from __future__ import annotations

from onemm_desktop.models import Op
from onemm_desktop.sync.transport import Transport
from onemm_wire.partitions import region
from onemm_wire.protocol import Pull, Pulled
from tests.central_service import Centre
from tests.sync.laptop import Laptop
from tests.sync.records import identity, mentor

LONDON = region("LDN")


def lose(centre: Centre, mentor_id: str) -> None:
    """Restore a backup of before this mentor was entered."""
    centre.sql("ALTER TABLE record DISABLE TRIGGER record_before_delete")
    centre.sql("DELETE FROM record WHERE id = %s", mentor_id)
    centre.sql("ALTER TABLE record ENABLE TRIGGER record_before_delete")
    centre.sql("SELECT sums_anew()")
    centre.sql("UPDATE centre SET epoch = 'second'")


def test_a_backup_brought_back_during_a_first_sync_leaves_no_record_of_the_lost_life(
    furnished: Centre, laptop: Laptop
) -> None:
    furnished.put(LONDON, mentor(600))

    class Restored(Transport):
        """The backup is brought back after the pages, before the changes since page one are asked for."""

        asked = 0

        def pull(self, pull: Pull, *args: object) -> Pulled:
            self.asked += 1
            if self.asked == 2:
                lose(furnished, identity(600))
            return super().pull(pull)

    laptop.transport.__class__ = Restored
    assert laptop.sync().problem is None
    assert laptop.device.epoch == "second"
    assert laptop.record("mentor", identity(600)) is None


def test_a_change_of_a_record_that_the_backup_never_knew_leaves_no_ghost_of_it(
    furnished: Centre, laptop: Laptop
) -> None:
    furnished.put(LONDON, mentor(601))
    laptop.sync()
    laptop.change_mentor(identity(601), notes="prefers mornings")
    lose(furnished, identity(601))
    laptop.sync()
    assert laptop.ops() == [(1, "parked")]
    assert laptop.record("mentor", identity(601)) is None
    with laptop.database.sync_write() as session:
        session.get_one(Op, 1).state = "done"
    laptop.sync()
    assert laptop.record("mentor", identity(601)) is None


def test_what_was_entered_before_the_first_sync_of_a_restored_centre_is_sent_by_the_run_that_hears_of_it(
    furnished: Centre, laptop: Laptop
) -> None:
    entered = laptop.add_mentor("Rhys")
    lose(furnished, "nobody")
    status = laptop.sync()
    assert status.unsent == 0
    assert furnished.records("mentor")[entered]["family_name"] == "Rhys"
