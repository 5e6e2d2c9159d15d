"""An answer that comes after the news of what became of it. Found by the simulator as law I14."""

from __future__ import annotations

from sqlalchemy import select

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import Conflict
from onemm_desktop.programme import review
from onemm_desktop.sync.transport import Transport
from onemm_wire.protocol import Push, Pushed
from tests.central_service import Centre
from tests.sync.laptop import Laptop, NewLaptop
from tests.sync.records import identity


class FailsAfterCommit(Transport):
    """A gateway that answers 502 when the centre has long answered."""

    def push(self, push: Push, *args: object) -> Pushed:
        super().push(push)
        raise KnownError(Problem.CENTRE_FAILED)


def test_a_question_settled_before_its_answer_arrives_is_not_asked_any_more(
    furnished: Centre, laptop: Laptop, new_laptop: NewLaptop
) -> None:
    other = new_laptop()
    laptop.sync()
    other.sync()
    other.change_mentor(identity(0), job_title="Foreman")
    other.sync()
    laptop.change_mentor(identity(0), job_title="Surveyor")
    laptop.transport.__class__ = FailsAfterCommit
    laptop.sync()
    other.sync()
    with other.at_work() as session:
        review.settle(session, conflict=session.scalars(select(Conflict.id)).one(), choice="mine")
    other.sync()
    laptop.sync()
    laptop.transport.__class__ = Transport
    status = laptop.sync()
    assert (status.state, status.attention, laptop.ops(), laptop.shadows) == ("online", 0, [(1, "done")], 0)
    mine = laptop.record("mentor", identity(0))
    assert mine == furnished.records("mentor")[identity(0)]
    assert mine["job_title"] == "Surveyor"
