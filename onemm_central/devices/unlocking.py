"""The centre's side of opening a sealed laptop: see ``onemm_wire.recovery``. Nothing is kept and nothing travels."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any

import psycopg

from onemm_central.audit.events import note
from onemm_central.bundles.keys import all_keys
from onemm_central.devices.access import signers
from onemm_wire import recovery

FIND = """
SELECT device.id, device.name, account.email, revoked_at FROM device
JOIN account ON account.id = account_id WHERE device.id = %(asked)s OR block::text = %(asked)s
"""


class Unanswered(Enum):
    """Why there is no answer."""

    UNKNOWN = "unknown"
    REVOKED = "revoked"
    NOT_ITS_QUESTION = "not its question"


@dataclass(frozen=True, slots=True, repr=False)
class Answered:
    """The answer, and whose laptop it opens: to be compared with who is calling."""

    name: str
    email: str
    answer: str


def answer(connection: psycopg.Connection[Any], laptop: str, question: str) -> Answered | Unanswered:
    """The answer to a laptop's question; ``laptop`` is its number or its id."""
    row = connection.execute(FIND, {"asked": laptop.strip()}).fetchone()
    if row is None:
        return Unanswered.UNKNOWN
    device_id, name, email, revoked_at = row
    if revoked_at is not None:
        return Unanswered.REVOKED
    # It may have asked before either side changed its keys.
    pairs = [(device, keys.seal) for device in signers(connection, device_id) for keys in all_keys(connection)]
    answers = (
        recovery.answer_to(question, device_public=device, centre_private=seal, device=device_id)
        for device, seal in pairs
    )
    found = next(filter(None, answers), None)
    if found is None:
        return Unanswered.NOT_ITS_QUESTION
    note(connection, "laptop_opened", device_id=device_id)
    return Answered(name, email, found)
