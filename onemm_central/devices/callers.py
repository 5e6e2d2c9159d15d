"""Who is calling: the device behind a token, what its person is today, and what it may hold.

Every route of devices asks here, so that a revoked one is told so wherever it knocks.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

import psycopg

from onemm_central.refusals import Refused
from onemm_central.tokens import hashed
from onemm_wire import partitions
from onemm_wire.errors import Code
from onemm_wire.partitions import Role

#: ``last_seen_at`` is written no finer than this, so that an idle pull writes nothing.
SEEN_GRAIN = timedelta(minutes=1)

Standing = Literal["good", "no_role", "revoked"]


@dataclass(frozen=True, slots=True)
class Caller:
    """A device. Role and scope are read anew for every request: a change counts at once. ``name`` is its person's,
    ``decisions`` how many of its changes in the inbox were decided on.

    One that is not in good ``standing`` holds nothing and is told nothing. What it had yet to say is kept for a person
    in the office (``sync/push.py``); ``role`` then stands for nobody's.
    """

    device_id: str
    account_id: str
    region: str
    role: Role
    scope: tuple[str, ...]
    epoch: str
    name: str = ""
    standing: Standing = "good"
    decisions: int = 0


FIND = """
SELECT device.id, device.account_id, device.region, device.revoked_at, device.last_seen_at,
       role.role, role.partner_id, centre.epoch, account.name, device.held_mark,
       device.decisions
FROM device CROSS JOIN centre JOIN account ON account.id = device.account_id
LEFT JOIN role ON role.account_id = device.account_id AND role.region = device.region AND account.disabled_at IS NULL
"""
#: By an access token or, for a program that cannot prove its key, by the one it was given when it enrolled.
WHERE_TOLD = """WHERE device.id = coalesce(
    (SELECT device_id FROM access_token WHERE token_hash = %(key)s AND expires_at > %(now)s),
    (SELECT id FROM device WHERE token_hash = %(key)s AND token_expires_at > %(now)s)) """
BY_TOKEN = FIND + WHERE_TOLD
BY_ID = FIND + "WHERE device.id = %(key)s "

# What a device was once granted it may hold unsent changes for.
HELD = """
UPDATE device SET held_mark = %(mark)s, held = ARRAY(SELECT unnest(held) UNION SELECT unnest(%(scope)s::text[]))
WHERE id = %(id)s
"""


def caller_of(
    connection: psycopg.Connection[Any], token: str, now: datetime, *, alone: bool = False, last_words: bool = False
) -> Caller:
    """The device behind a token. ``alone``: no other request of it may be ``alone`` before this transaction ends.

    Refuses with SIGNED_OUT (nobody's token), REVOKED, or NOT_ALLOWED (its person has no role there any more). With
    ``last_words`` the last of them may speak.
    """
    heard: tuple[Standing, ...] = ("good", "no_role") if last_words else ("good",)
    return _found(connection, BY_TOKEN, hashed(token), now, alone=alone, heard=heard)


def sender_of(connection: psycopg.Connection[Any], device_id: str, now: datetime, *, alone: bool = False) -> Caller:
    """The device that proved by its signature who it is, in a file that others carried, whatever its standing.

    Refuses with SIGNED_OUT where there is none.
    """
    return _found(connection, BY_ID, device_id, now, alone=alone, heard=("good", "no_role", "revoked"))


def _found(
    connection: psycopg.Connection[Any],
    find: str,
    key: str | bytes,
    now: datetime,
    *,
    alone: bool,
    heard: tuple[Standing, ...],
) -> Caller:
    row = connection.execute(find + ("FOR UPDATE OF device" if alone else ""), {"key": key, "now": now}).fetchone()
    if row is None:
        raise Refused(Code.SIGNED_OUT)
    device_id, account_id, region, revoked_at, last_seen_at, role, partner_id, epoch, name, held_mark, decisions = row
    if revoked_at is not None and "revoked" not in heard:
        raise Refused(Code.REVOKED)
    if role is None and "no_role" not in heard:
        raise Refused(Code.NOT_ALLOWED)
    if revoked_at is not None or role is None:
        standing: Standing = "no_role" if revoked_at is None else "revoked"
        return Caller(device_id, account_id, region, "trainer", (), epoch, name, standing)
    if now - last_seen_at > SEEN_GRAIN:
        connection.execute("UPDATE device SET last_seen_at = %s WHERE id = %s", [now, device_id])
    scope = scope_of(connection, role, region, partner_id)
    mark = hashed("\n".join(scope))
    if mark != held_mark:
        connection.execute(HELD, {"scope": scope, "mark": mark, "id": device_id})
    return Caller(device_id, account_id, region, role, tuple(scope), epoch, name, decisions=decisions)


def scope_of(connection: psycopg.Connection[Any], role: Role, region: str, partner_id: str | None) -> list[str]:
    """The partitions that this role holds in this region, in the order in which a laptop should fetch them."""
    cursor = connection.execute(
        "SELECT id FROM record WHERE partition = %s AND kind = 'partner' AND NOT deleted ORDER BY id",
        [partitions.region(region)],
    )
    return partitions.granted(role, region, partner_id, [partner for (partner,) in cursor])
