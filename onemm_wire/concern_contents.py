"""What is inside a sealed concern. Laptops write and read it; the centre never does.

JSON with a tag, so that a lead's older program can say "written by a newer version" and a newer one reads all there
ever was. The headings of a report are those of NSPCC's guidance on recording concerns; times are as the author said.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

import msgspec

Danger = Literal["no", "yes_called_999", "not_sure"]
Referral = Literal["none", "school_dsl", "childrens_social_care", "police", "lado", "dbs"]
Category = Literal[
    "physical", "emotional", "sexual", "neglect", "exploitation", "online", "peer_on_peer", "self_harm",
    "radicalisation", "domestic_abuse", "adult_conduct", "other",
]  # fmt: skip


class Report(msgspec.Struct, tag="report", frozen=True, kw_only=True):
    """A concern as it was first written. ``receipt`` is what a lead's ``ConcernReceipt`` will name: it tells the author
    that it was opened, and nobody else anything. ``about_kind``/``about_id`` is the card or event it was begun from.
    """

    receipt: str
    written_at: datetime
    recorder_name: str
    recorder_role: str
    low_level: bool = False
    happened: str = ""
    place: str = ""
    people: str = ""
    witnesses: str = ""
    account: str = ""
    action_taken: str = ""
    danger: Danger = "not_sure"
    told_name: str = ""
    told_time: str = ""
    not_referred_because: str = ""
    about_kind: str = ""
    about_id: str = ""
    about_name: str = ""


class Addition(msgspec.Struct, tag="addition", frozen=True, kw_only=True):
    """What the author added later, without seeing what was written before."""

    receipt: str
    written_at: datetime
    recorder_name: str
    recorder_role: str
    text: str


class LeadNote(msgspec.Struct, tag="lead_note", frozen=True, kw_only=True):
    """One line of the lead's chronology. A field that is None says nothing new; the newest that says something counts.

    ``threshold_met`` is whether the harm threshold of the local authority's designated officer is met, and with it the
    clock of one working day from ``written_at``.
    """

    written_at: datetime
    by_name: str
    text: str = ""
    category: Category | None = None
    referral: Referral | None = None
    threshold_met: bool | None = None
    closed: bool | None = None


Content = Report | Addition | LeadNote


def to_bytes(content: Content) -> bytes:
    """As it is sealed."""
    return msgspec.json.encode(content)


def from_bytes(text: bytes) -> Content | None:
    """What was sealed; None where a newer program wrote it."""
    try:
        return msgspec.json.decode(text, type=Report | Addition | LeadNote)
    except msgspec.DecodeError:
        return None
