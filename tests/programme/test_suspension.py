"""Domain (e) BLOCK 5 and the mentor's pipeline: only the safeguarding lead suspends."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
from sqlalchemy import select

from onemm_desktop.changes import Change
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import Mentor, Op
from onemm_desktop.programme.suspension import suspend
from onemm_wire.partitions import Role
from tests import region

MENTOR = region.mentor_id(0)


def test_the_lead_suspends_at_once_and_said_again_nothing_changes(tmp_path: Path) -> None:
    database, desk = region.laptop_of(tmp_path, "safeguarding_lead", region.everything())
    with database.write(desk) as session:
        assert suspend(session, mentor=MENTOR).touched == {("mentor", MENTOR)}
    with database.write(desk) as session:
        assert suspend(session, mentor=MENTOR) == Change()
    with database.read() as session:
        assert session.scalars(select(Mentor.stage).where(Mentor.id == MENTOR)).one() == "suspended"
        assert session.scalars(select(Op.fields)).all() == [{"stage": "suspended"}]
    database.close()


@pytest.mark.parametrize("role", sorted(set(get_args(Role)) - {"safeguarding_lead"}))
def test_nobody_else_suspends(tmp_path: Path, role: Role) -> None:
    database, desk = region.laptop_of(tmp_path, role, region.everything())
    with database.write(desk) as session, pytest.raises(KnownError) as refused:
        suspend(session, mentor=MENTOR)
    assert refused.value.problem is Problem.NOT_ALLOWED
    with database.read() as session:
        assert session.scalars(select(Mentor.stage).where(Mentor.id == MENTOR)).one() != "suspended"
    database.close()
