"""What somebody agreed to, in which words, and when they took it back."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Literal

from onemm_wire.records.base import AnyFamily, Record

ConsentPurpose = Literal["taking_part", "photographs", "surveys"]
ConsentGiver = Literal["self", "parent_carer", "school_as_controller"]
ConsentMethod = Literal["paper_form", "online_form", "in_person", "telephone"]


class Consent(Record, frozen=True, kw_only=True):
    """One consent to one purpose. A young person's lies in their partner's partition, a mentor's in the region's.

    ``wording`` is the version of the words that were agreed to; ``informed`` says that a young person whose parent or
    carer agreed for them was told. ``valid_until`` is the last day it counts; without it, until it is withdrawn.
    Withdrawing is never taken back: who agrees again gives a new consent.
    """

    kind: ClassVar[str] = "consent"
    family: ClassVar[AnyFamily] = "any"

    person_id: str
    purpose: ConsentPurpose
    wording: str
    given_by: ConsentGiver
    giver_name: str = ""
    informed: bool = False
    method: ConsentMethod
    given_on: date
    valid_until: date | None = None
    recorded_by: str = ""
    withdrawn_on: date | None = None
    withdrawn_by: ConsentGiver | None = None
    withdrawal_recorded_by: str = ""
