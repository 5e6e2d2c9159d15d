"""Screening: what may be kept of a check, and nothing else (KCSIE 2022, paragraph 276; DBS code of practice).

Concerns: sealed (``onemm_wire.sealing``), with no word of them readable beside it. And whom to phone.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar, Literal

from onemm_wire.records.base import AnyFamily, Record
from onemm_wire.records.people import ClearanceLevel

ContactRole = Literal["lead", "deputy", "out_of_hours"]


class Clearance(Record, frozen=True, kw_only=True):
    """One screening check of a mentor: number, dates, level, who saw it and the decision. Never its content."""

    kind: ClassVar[str] = "clearance"
    family: ClassVar[AnyFamily] = "staff"

    mentor_id: str
    level: ClearanceLevel
    workforce: Literal["child", "adult", "child_and_adult", "other"] = "child"
    applied_on: date | None = None
    certificate_number: str = ""
    issued_on: date | None = None
    seen_by: str = ""
    seen_on: date | None = None
    outcome: Literal["clear_to_proceed", "risk_assessment_required", "declined"] | None = None
    decided_by: str = ""
    decided_on: date | None = None
    next_due_on: date | None = None


class SafeguardingContact(Record, frozen=True, kw_only=True):
    """Whom everybody in the region phones about a concern, and when. Dated, because leads change."""

    kind: ClassVar[str] = "safeguarding_contact"
    family: ClassVar[AnyFamily] = "region"

    name: str
    contact_role: ContactRole = "lead"
    phone: str
    hours: str = ""
    valid_from: date
    valid_until: date | None = None


class SafeguardingKey(Record, frozen=True, kw_only=True):
    """A public key that concerns of the region are sealed to: one laptop's of a safeguarding lead, or the recovery key.

    Keys are in base64. ``vouching`` is the signature of the key ``vouched_by`` over ``sealing.statement``; without one
    that leads back to the region's recovery key nobody seals to it.
    """

    kind: ClassVar[str] = "safeguarding_key"
    family: ClassVar[AnyFamily] = "region"

    purpose: Literal["laptop", "recovery"]
    user_id: str
    user_name: str = ""
    device_id: str
    device_name: str = ""
    seal_key: str
    sign_key: str
    made_at: datetime
    vouched_by: str = ""
    vouching: str = ""
    revoked_at: datetime | None = None


class Concern(Record, frozen=True, kw_only=True):
    """A sealed text: a concern, a low-level one, what its author added, or a lead's note on it. Never changed.

    ``about`` is the id of the concern that an addition or note belongs to. ``keys`` are the content key wrapped to each
    safeguarding key, by its id. No name and no category stands here: whoever reads the tables reads none.
    """

    kind: ClassVar[str] = "concern"
    family: ClassVar[AnyFamily] = "safeguarding"

    entry: Literal["concern", "low_level", "addition", "lead_note"]
    about: str = ""
    made_at: datetime
    recorder_id: str
    sealed: str
    keys: dict[str, str] = {}


class ConcernKeyGrant(Record, frozen=True, kw_only=True):
    """The content key of an older concern, wrapped to a laptop of a lead that came later."""

    kind: ClassVar[str] = "concern_key_grant"
    family: ClassVar[AnyFamily] = "safeguarding"

    concern_id: str
    key_id: str
    wrapped: str
    granted_at: datetime


class ConcernReceipt(Record, frozen=True, kw_only=True):
    """A lead has opened the concern whose text holds this ``receipt``: its author alone knows which one that is."""

    kind: ClassVar[str] = "concern_receipt"
    family: ClassVar[AnyFamily] = "region"

    receipt: str
    opened_at: datetime
