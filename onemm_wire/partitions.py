"""Partitions: the smallest sets of records that a device may hold or not hold, and who may hold which.

A partition is a plain string, because it is a key in two databases and a word in messages:
``national`` · ``region/<code>`` · ``region/<code>/staff`` · ``region/<code>/safeguarding`` · ``partner/<id>``.
"""

from __future__ import annotations

from typing import Literal

Role = Literal["trainer", "coordinator", "staff", "regional_manager", "safeguarding_lead"]
Family = Literal["national", "region", "staff", "safeguarding", "partner"]

ROLES: tuple[Role, ...] = ("trainer", "coordinator", "staff", "regional_manager", "safeguarding_lead")
NATIONAL = "national"


def region(code: str) -> str:
    """Mentor cards, events, bookings, marks, certificates and partners of one region."""
    return f"region/{code}"


def staff(code: str) -> str:
    """Contact details and screening of one region."""
    return f"region/{code}/staff"


def safeguarding(code: str) -> str:
    """Concerns of one region; only its safeguarding lead may hold them."""
    return f"region/{code}/safeguarding"


def partner(partner_id: str) -> str:
    """Young people, consents, matches and sessions of one school, college or charity."""
    return f"partner/{partner_id}"


def family(partition: str) -> Family:
    """Which family a partition belongs to. Raises ValueError for a string that is no partition."""
    match partition.split("/"):
        case ["national"]:
            return "national"
        case ["region", code] if code:
            return "region"
        case ["region", code, "staff"] if code:
            return "staff"
        case ["region", code, "safeguarding"] if code:
            return "safeguarding"
        case ["partner", partner_id] if partner_id:
            return "partner"
    raise ValueError("not a partition")


def granted(role: Role, region_code: str, own_partner: str | None, partners_of_region: list[str]) -> list[str]:
    """The partitions a person's device holds, in the order it should fetch them.

    ``own_partner`` is the coordinator's partner; ``partners_of_region`` the ids of all partners of the region.
    """
    cards = [NATIONAL, region(region_code)]
    match role:
        case "trainer":
            return [*cards, staff(region_code)]
        case "coordinator":
            return [*cards, partner(own_partner)] if own_partner else cards
        case "staff" | "regional_manager":
            return [*cards, staff(region_code), *map(partner, partners_of_region)]
        case "safeguarding_lead":
            return [
                *cards,
                staff(region_code),
                *map(partner, partners_of_region),
                safeguarding(region_code),
            ]


def may_write(role: Role, family: Family, *, creating: bool) -> bool:
    """Whether a role may change records of a family; a walk-in's contact details may be created by a trainer."""
    match role, family:
        case _, "national":
            return False
        case "trainer", "region":
            return True
        case "trainer", "staff":
            return creating
        case "coordinator", "partner":
            return True
        case (("staff" | "regional_manager" | "safeguarding_lead"), ("region" | "staff" | "partner")):
            return True
        case "safeguarding_lead", "safeguarding":
            return True
        case _, "safeguarding":
            return creating
    return False
