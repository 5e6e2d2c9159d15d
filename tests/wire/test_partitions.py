"""Who may hold and who may write what, as a table (design: partitions and roles)."""

from __future__ import annotations

import pytest

from onemm_wire.partitions import ROLES, Family, Role, family, granted, may_write, partner, region, safeguarding, staff

SCHOOLS = ["loreto", "whalley"]


@pytest.mark.parametrize(
    ("role", "held"),
    [
        ("trainer", ["national", "region/MCR", "region/MCR/staff"]),
        ("coordinator", ["national", "region/MCR", "partner/loreto"]),
        ("staff", ["national", "region/MCR", "region/MCR/staff", "partner/loreto", "partner/whalley"]),
        ("regional_manager", ["national", "region/MCR", "region/MCR/staff", "partner/loreto", "partner/whalley"]),
        (
            "safeguarding_lead",
            [
                "national",
                "region/MCR",
                "region/MCR/staff",
                "partner/loreto",
                "partner/whalley",
                "region/MCR/safeguarding",
            ],
        ),
    ],
)
def test_a_device_holds_what_its_persons_role_may_see(role: Role, held: list[str]) -> None:
    assert granted(role, "MCR", "loreto", SCHOOLS) == held


def test_a_coordinator_without_a_partner_holds_no_young_people() -> None:
    assert granted("coordinator", "MCR", None, SCHOOLS) == ["national", "region/MCR"]


@pytest.mark.parametrize("role", ROLES)
def test_no_role_holds_another_region(role: Role) -> None:
    for partition in granted(role, "MCR", "loreto", SCHOOLS):
        assert family(partition) in ("national", "partner") or partition.split("/")[1] == "MCR"


WRITES: dict[tuple[Role, Family], tuple[bool, bool]] = {  # (may create, may change)
    ("trainer", "region"): (True, True),
    ("trainer", "staff"): (True, False),
    ("trainer", "partner"): (False, False),
    ("trainer", "safeguarding"): (True, False),
    ("coordinator", "region"): (False, False),
    ("coordinator", "staff"): (False, False),
    ("coordinator", "partner"): (True, True),
    ("coordinator", "safeguarding"): (True, False),
    ("staff", "region"): (True, True),
    ("staff", "staff"): (True, True),
    ("staff", "partner"): (True, True),
    ("staff", "safeguarding"): (True, False),
    ("regional_manager", "region"): (True, True),
    ("regional_manager", "safeguarding"): (True, False),
    ("safeguarding_lead", "safeguarding"): (True, True),
    ("safeguarding_lead", "partner"): (True, True),
}


@pytest.mark.parametrize(("role", "where"), list(WRITES))
def test_a_role_writes_where_it_works(role: Role, where: Family) -> None:
    assert (may_write(role, where, creating=True), may_write(role, where, creating=False)) == WRITES[role, where]


@pytest.mark.parametrize("role", ROLES)
def test_nobody_writes_the_national_partition_from_a_laptop(role: Role) -> None:
    assert not may_write(role, "national", creating=True)


@pytest.mark.parametrize("text", ["", "region", "region/", "region/MCR/other", "partner/", "national/x", "elsewhere"])
def test_what_is_no_partition_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a partition"):
        family(text)


def test_each_family_has_its_spelling() -> None:
    assert [family(name) for name in (region("A"), staff("A"), safeguarding("A"), partner("x"))] == [
        "region",
        "staff",
        "safeguarding",
        "partner",
    ]
