"""Access tokens: a device answers a challenge with its key and may then speak for a quarter of an hour.

A challenge is an instant of the centre's clock under a MAC (HMAC-SHA256, RFC 2104): the centre keeps none of them. A
device's answers must come in the order in which the challenges were made, so that none is good twice.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import secrets
from datetime import UTC, datetime, timedelta
from typing import Any

import psycopg
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from onemm_central.audit.events import note
from onemm_central.bundles.keys import keys_of
from onemm_central.devices import certifying
from onemm_central.refusals import Refused
from onemm_central.tokens import hashed, new_token
from onemm_wire import proof
from onemm_wire.errors import Code
from onemm_wire.protocol import KeyAsked, KeyKept, TokenAsked, TokenGranted

TOKEN_LIFE = timedelta(minutes=15)
#: Longer than a token's: the challenge for the next one comes with the token.
CHALLENGE_LIFE = timedelta(hours=1)
#: How long a token of a program that cannot prove its key is good for, from its enrolment.
OLD_TOKEN_LIFE = timedelta(days=90)

_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
_TIME, _CHANCE, _MAC = 8, 8, 16

FIND = "SELECT public_key, challenged_at, revoked_at FROM device WHERE id = %s"
#: Nothing is locked for whoever has not proved anything; of two answers to one challenge one finds it used.
USED = """
UPDATE device SET challenged_at = %(at)s WHERE id = %(id)s AND (challenged_at IS NULL OR challenged_at < %(at)s)
"""


def challenge(connection: psycopg.Connection[Any], now: datetime) -> str:
    """A new one, good for an hour and for one answer."""
    said = ((now - _BEGINNING) // timedelta(microseconds=1)).to_bytes(_TIME, "big") + secrets.token_bytes(_CHANCE)
    return base64.urlsafe_b64encode(said + _mac(connection, said)).decode()


def new_access(connection: psycopg.Connection[Any], device_id: str, now: datetime) -> str:
    """A token for a device that has proved itself; clears away its own that are over."""
    connection.execute("DELETE FROM access_token WHERE device_id = %s AND expires_at <= %s", [device_id, now])
    token = new_token()
    connection.execute("INSERT INTO access_token VALUES (%s, %s, %s)", [hashed(token), device_id, now + TOKEN_LIFE])
    return token


def grant(connection: psycopg.Connection[Any], centre: str, asked: TokenAsked, now: datetime) -> TokenGranted:
    """The next token. Refuses with SIGNED_OUT who cannot show the key, REVOKED, or STALE_CHALLENGE with a new one."""
    _, made_at = _proved(connection, centre, asked, now, public_key=None)
    # From the first proof on the token that lasts for months opens nothing: the program now has something better.
    connection.execute("UPDATE device SET token_hash = NULL, token_expires_at = NULL WHERE id = %s", [asked.device])
    return TokenGranted(
        token=new_access(connection, asked.device, now),
        seconds=int(TOKEN_LIFE.total_seconds()),
        challenge=_next(connection, now, made_at),
    )


def rekey(connection: psycopg.Connection[Any], centre: str, asked: KeyAsked, new_key: bytes, now: datetime) -> KeyKept:
    """Let a new key count in place of the old one, which goes on opening nothing but files that it has signed.

    Refuses like ``grant``, and with SIGNED_OUT where the new key did not sign as well.
    """
    words = (centre, asked.device, asked.challenge, asked.public_key)
    if not proof.holds(new_key, asked.new_signature, "rekey", *words):
        raise Refused(Code.SIGNED_OUT)
    former, made_at = _proved(connection, centre, asked, now, public_key=asked.public_key)
    if former != new_key:
        connection.execute(
            "INSERT INTO former_device_key VALUES (%s, %s, %s) ON CONFLICT DO NOTHING", [asked.device, former, now]
        )
        connection.execute("UPDATE device SET public_key = %s WHERE id = %s", [new_key, asked.device])
        certifying.certify(connection, asked.device, new_key, now)
        # Whoever has a token by the old key asks again, with the new one.
        connection.execute("DELETE FROM access_token WHERE device_id = %s", [asked.device])
        note(connection, "device_key_changed", device_id=asked.device)
    return KeyKept(challenge=_next(connection, now, made_at))


def signers(connection: psycopg.Connection[Any], device_id: str) -> list[bytes]:
    """The keys by which files of this device are known, today's first; none for a device that nobody enrolled."""
    cursor = connection.execute(
        "SELECT public_key, NULL AS replaced_at FROM device WHERE id = %(id)s UNION ALL "
        "SELECT public_key, replaced_at FROM former_device_key WHERE device_id = %(id)s "
        "ORDER BY replaced_at DESC NULLS FIRST",
        {"id": device_id},
    )
    return [bytes(public_key) for public_key, _ in cursor]


def _proved(
    connection: psycopg.Connection[Any],
    centre: str,
    asked: TokenAsked | KeyAsked,
    now: datetime,
    *,
    public_key: str | None,
) -> tuple[bytes, datetime]:
    """The key by which this device proved itself, and when its challenge was made, which is used up."""
    row = connection.execute(FIND, [asked.device]).fetchone()
    known, challenged_at, revoked_at = row or (bytes(32), None, None)
    words = (centre, asked.device, asked.challenge)
    if public_key is None:
        proved = proof.holds(bytes(known), asked.signature, "token", *words)
    else:
        proved = proof.holds(bytes(known), asked.signature, "rekey", *words, public_key)
    # The signature first: what became of a device is told to nobody else. A challenge tells nothing.
    if not proved or row is None:
        if asked.challenge == "":
            raise Refused(Code.STALE_CHALLENGE, challenge=challenge(connection, now))
        raise Refused(Code.SIGNED_OUT)
    if revoked_at is not None:
        raise Refused(Code.REVOKED)
    made_at = _made_at(connection, asked.challenge)
    fresh = made_at is not None and abs(now - made_at) < CHALLENGE_LIFE
    if made_at is None or not fresh or not connection.execute(USED, {"at": made_at, "id": asked.device}).rowcount:
        raise Refused(Code.STALE_CHALLENGE, challenge=_next(connection, now, challenged_at))
    return bytes(known), made_at


def _next(connection: psycopg.Connection[Any], now: datetime, last: datetime | None) -> str:
    """A challenge later than the last one that counted, also where the centre's clock was set back meanwhile."""
    return challenge(connection, now if last is None else max(now, last + timedelta(microseconds=1)))


def _made_at(connection: psycopg.Connection[Any], text: str) -> datetime | None:
    """When the centre made this challenge; None if it did not."""
    try:
        whole = base64.b64decode(text, altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return None
    said, mac = whole[: _TIME + _CHANCE], whole[_TIME + _CHANCE :]
    if len(mac) != _MAC or not hmac.compare_digest(mac, _mac(connection, said)):
        return None
    return _BEGINNING + timedelta(microseconds=int.from_bytes(said[:_TIME], "big"))


def _mac(connection: psycopg.Connection[Any], said: bytes) -> bytes:
    # One key, one use: the key that signs files signs nothing else.
    key = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"1MM challenges").derive(keys_of(connection).sign)
    return hmac.digest(key, said, "sha256")[:_MAC]
