"""Laptops: invited with a one-time code, enrolled, known by their token, revoked."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import psycopg

from onemm_central.accounts import patience
from onemm_central.accounts.service import REGION_NAME
from onemm_central.audit.events import note
from onemm_central.bundles.keys import keys_of
from onemm_central.devices import certifying, lead_keys
from onemm_central.devices.access import OLD_TOKEN_LIFE, new_access
from onemm_central.devices.callers import scope_of
from onemm_central.devices.codes import new_code, read_code
from onemm_central.refusals import Refused
from onemm_central.tokens import hashed, new_id, new_token
from onemm_wire import proof
from onemm_wire.errors import Code
from onemm_wire.partitions import Role
from onemm_wire.protocol import Enrol, Enrolled

CODE_LIFE = timedelta(days=14)
PUBLIC_KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class Device:
    """A line of ``onemm-central device list``."""

    id: str
    name: str
    email: str
    region: str
    block: int
    last_seen_at: datetime
    revoked_at: datetime | None


@dataclass(frozen=True, slots=True)
class _Person:
    """Who is enrolling, and as what."""

    account_id: str
    name: str
    role: Role
    partner_id: str | None
    region: str
    region_name: str


def invite(
    connection: psycopg.Connection[Any], account_id: str, *, region: str, now: datetime, life: timedelta = CODE_LIFE
) -> str:
    """A new one-time code for this person in this region, good for two weeks unless said. It is shown this once."""
    code = new_code()
    connection.execute(
        "INSERT INTO invitation (code_hash, account_id, region, expires_at) VALUES (%s, %s, %s, %s)",
        [hashed(code.replace("-", "")), account_id, region, now + life],
    )
    note(connection, "device_invited", account_id=account_id, region=region)
    return code


def enrol(
    connection: psycopg.Connection[Any], pass_token: str, asked: Enrol, now: datetime, pins: tuple[str, ...] = ()
) -> Enrolled:
    """Make a laptop a device of this centre.

    The same laptop (by its public key) may ask again with the same code while its pass lasts, because the answer
    may have been lost on the way: it stays one device and gets a new token.
    Refuses with SIGNED_OUT, WRONG_CODE, CODE_USED, CODE_EXPIRED, NOT_ALLOWED (no role there) or BAD_REQUEST (of a
    proof, too, that does not hold).
    """
    public_key = public_key_of(asked.public_key)
    if asked.proof and not proof.holds(public_key, asked.proof, "enrol", pass_token, asked.public_key):
        raise Refused(Code.BAD_REQUEST, field="proof")
    account_id = _passed(connection, pass_token, now)
    device_id = _invited(connection, asked, account_id, public_key, now)
    person = _person(connection, account_id, asked.region)
    if device_id is None:
        device_id = _new_device(connection, asked, person, public_key, now)
        if asked.proof:  # nobody is vouched for with a key that they only name
            certifying.certify(connection, device_id, public_key, now)
        note(connection, "enrolled", account_id=account_id, device_id=device_id, region=person.region)
    token = new_access(connection, device_id, now) if asked.proof else _old_token(connection, device_id, now)
    row = connection.execute(
        "UPDATE device SET last_seen_at = %s WHERE id = %s RETURNING block", [now, device_id]
    ).fetchone()
    centre = connection.execute("SELECT id, epoch FROM centre").fetchone()
    if row is None or centre is None:
        raise RuntimeError("the device or the centre's own row has gone while enrolling")
    public_keys = keys_of(connection).public
    return Enrolled(
        device_id=device_id,
        token=token,
        block=row[0],
        user_id=person.account_id,
        user_name=person.name,
        role=person.role,
        region=person.region,
        region_name=person.region_name,
        centre=centre[0],
        epoch=centre[1],
        scope=scope_of(connection, person.role, person.region, person.partner_id),
        server_time=now,
        seal_key=public_keys.seal_key,
        sign_key=public_keys.sign_key,
        pins=pins,
    )


def devices(connection: psycopg.Connection[Any]) -> list[Device]:
    """All devices, the newest first."""
    cursor = connection.execute(
        "SELECT device.id, device.name, email, region, block, last_seen_at, revoked_at "
        "FROM device JOIN account ON account.id = account_id ORDER BY block DESC"
    )
    return [Device(*row) for row in cursor]


def revoke(
    connection: psycopg.Connection[Any], device_id: str, now: datetime, *, author: str = lead_keys.AUTHOR
) -> bool:
    """Shut a device out at once and for ever; False if there is none of that id that was still let in.

    Concerns that are written from now on are not sealed to it any more; ``author`` goes into the history of that.
    """
    lead_keys.take_away(connection, [device_id], author=author)
    cursor = connection.execute(
        "UPDATE device SET revoked_at = %s WHERE id = %s AND revoked_at IS NULL", [now, device_id]
    )
    if cursor.rowcount:
        certifying.shut_out(connection, device_id, now)
        note(connection, "device_revoked", device_id=device_id)
    return cursor.rowcount == 1


def rename(connection: psycopg.Connection[Any], device_id: str, name: str) -> bool:
    """Call a device something else; False if there is none of that id."""
    cursor = connection.execute("UPDATE device SET name = %s WHERE id = %s", [name, device_id])
    if cursor.rowcount:
        note(connection, "device_renamed", device_id=device_id)
    return cursor.rowcount == 1


def has_role(connection: psycopg.Connection[Any], account_id: str, region: str) -> bool:
    """Whether a person is anything in a region."""
    row = connection.execute("SELECT 1 FROM role WHERE account_id = %s AND region = %s", [account_id, region])
    return row.fetchone() is not None


def public_key_of(text: str) -> bytes:
    """A device's key as it travels. Refuses with BAD_REQUEST what is none."""
    try:
        key = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise Refused(Code.BAD_REQUEST, field="public_key") from error
    if len(key) != PUBLIC_KEY_BYTES:
        raise Refused(Code.BAD_REQUEST, field="public_key")
    return key


def _old_token(connection: psycopg.Connection[Any], device_id: str, now: datetime) -> str:
    """For a program that cannot prove its key: one token for all its requests, which ends by itself."""
    token = new_token()
    connection.execute(
        "UPDATE device SET token_hash = %s, token_expires_at = %s WHERE id = %s",
        [hashed(token), now + OLD_TOKEN_LIFE, device_id],
    )
    return token


def _passed(connection: psycopg.Connection[Any], pass_token: str, now: datetime) -> str:
    row = connection.execute(
        "SELECT account_id FROM sign_in_pass WHERE token_hash = %s AND expires_at > %s", [hashed(pass_token), now]
    ).fetchone()
    if row is None:
        raise Refused(Code.SIGNED_OUT)
    return str(row[0])


def _invited(
    connection: psycopg.Connection[Any], asked: Enrol, account_id: str, public_key: bytes, now: datetime
) -> str | None:
    """The device that this laptop has become already, or None if it is to be made. Locks the invitation."""
    patience.begin(connection, patience.ENROLMENT, account_id, now)
    code = read_code(asked.code)
    if code is None:
        # A slip of the finger, which the check letter tells from a guess.
        patience.taken_back(connection, patience.ENROLMENT, account_id)
        connection.commit()
        raise Refused(Code.WRONG_CODE)
    row = connection.execute(
        "SELECT expires_at, used_at, device.id, public_key, revoked_at "
        "FROM invitation LEFT JOIN device ON device.id = device_id "
        "WHERE code_hash = %s AND invitation.account_id = %s AND invitation.region = %s FOR UPDATE OF invitation",
        [hashed(code), account_id, asked.region],
    ).fetchone()
    if row is None:
        note(connection, "code_refused", account_id=account_id)
        connection.commit()
        raise Refused(Code.WRONG_CODE)
    patience.succeeded(connection, patience.ENROLMENT, account_id)
    expires_at, used_at, device_id, known_key, revoked_at = row
    if used_at is not None:
        if known_key != public_key or revoked_at is not None:
            raise Refused(Code.CODE_USED)
        return str(device_id)
    if expires_at <= now:
        raise Refused(Code.CODE_EXPIRED)
    return None


def _person(connection: psycopg.Connection[Any], account_id: str, region: str) -> _Person:
    row = connection.execute(
        f"SELECT account_id, name, role, partner_id, region, {REGION_NAME} "  # noqa: S608  (our own text)
        "FROM role JOIN account ON account.id = account_id WHERE account_id = %s AND region = %s",
        [account_id, region],
    ).fetchone()
    if row is None:
        raise Refused(Code.NOT_ALLOWED)
    return _Person(*row)


def _new_device(
    connection: psycopg.Connection[Any], asked: Enrol, person: _Person, public_key: bytes, now: datetime
) -> str:
    device_id = new_id(now)
    connection.execute(
        "INSERT INTO device (id, account_id, region, name, platform, app_version, public_key, "
        "enrolled_at, last_seen_at) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s)",
        [
            device_id, person.account_id, person.region, asked.device_name, asked.platform, asked.app_version,
            public_key, now, now,
        ],
    )  # fmt: skip
    connection.execute(
        "UPDATE invitation SET used_at = %s, device_id = %s WHERE code_hash = %s",
        [now, device_id, hashed(read_code(asked.code) or "")],
    )
    return device_id
