"""Whether a certificate counts: the same answer on every laptop and on the centre's page, from what each of them knows.

Pure: a code or a number, the keys that the centre certified, and what is known of certificates and revocations.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from onemm_wire import certificates, device_keys
from onemm_wire.certificates import CodeError, Content, Signed
from onemm_wire.records import DeviceKey, DocumentIssue, DocumentRevocation

#: ``valid``: signed by us, and known here. ``genuine``: signed by us; that it was issued has not arrived here yet.
#: ``expired``, ``revoked``, ``superseded``: issued by us, and counts no more. ``contested``: the number is on two
#: certificates that say different things. ``unknown``: no such number is known here. ``unsure``: signed by a laptop of
#: which this copy has not heard, or by one that was shut out. ``false``: not what we signed. ``unreadable``: no code.
State = Literal[
    "valid",
    "genuine",
    "expired",
    "revoked",
    "superseded",
    "contested",
    "unknown",
    "unsure",
    "false",
    "unreadable",
]


@dataclass(frozen=True, slots=True)
class Standing:
    """What is to be said of a certificate. ``content`` is there only where a signature of ours holds it.

    ``on`` is the day of the revocation, ``by`` the number that supersedes it.
    """

    state: State
    number: str = ""
    content: Content | None = None
    on: datetime | None = None
    by: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known here of one number: what was issued under it, what supersedes it, whether it was revoked."""

    issues: Collection[DocumentIssue] = ()
    superseded_by: Collection[DocumentIssue] = ()
    revocations: Collection[DocumentRevocation] = ()


def of_code(signed: Signed, keys: Iterable[DeviceKey], known: Known, *, today: date) -> Standing:
    """The standing of a certificate whose code was read; ``keys`` are certified, of any laptop."""
    number, parts = signed.content.number, signed.parts
    own = [key for key in keys if (key.region, key.block) == (parts.region, parts.block)]
    by = [key for key in own if signed.holds(device_keys.raw(key))]
    if not by:
        return Standing("false" if own else "unsure", number)
    same = [issue for issue in known.issues if _says(issue, signed)]
    if all(key.shut_out_at is not None for key in by) and not same:
        # Whoever has such a laptop can sign what they like; what it issued before, it has handed in.
        return Standing("unsure", number)
    found = of_number(number, known)
    if found.state == "unknown":
        found = Standing("genuine", number)
    elif found.state == "valid" and not same:
        found = Standing("contested", number)
    expired = signed.content.valid_until is not None and signed.content.valid_until < today
    state: State = "expired" if expired and found.state in ("valid", "genuine") else found.state
    return Standing(state, number, signed.content, found.on, found.by)


def of_number(number: str, known: Known) -> Standing:
    """The standing of a number alone. It says nothing of whose it is: a number can be guessed."""
    if known.revocations:
        first = min(known.revocations, key=lambda one: one.revoked_at)
        return Standing("revoked", number, on=first.revoked_at)
    if not known.issues:
        return Standing("unknown", number)
    if known.superseded_by:
        latest = max(known.superseded_by, key=lambda one: (one.issued_at, one.number))
        return Standing("superseded", number, by=latest.number)
    told = {(issue.person_id, issue.name_as_printed, issue.title, issue.held_on, issue.hours) for issue in known.issues}
    return Standing("contested" if len(told) > 1 else "valid", number)


def _says(issue: DocumentIssue, signed: Signed) -> bool:
    """Whether this is the issue of what was signed. One without a code is known by its words, and one whose person
    was erased by what is left of them."""
    content = signed.content
    if not issue.code:
        same_name = issue.name_as_printed in ("", content.name)
        return same_name and (issue.held_on, issue.hours) == (content.held_on, content.hours)
    try:
        kept = certificates.read(issue.code)
    except CodeError:
        return False
    return kept.signed == signed.signed
