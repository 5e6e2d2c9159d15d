"""The centre's own two keys: laptops seal their files to one, and know its answers by the other.

They lie in the database, so that every process of the centre has them and a backup keeps them: files that are still on
their way could not be opened without. Whoever can read that table can read the records beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import psycopg
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from onemm_wire import succession
from onemm_wire.bundle import public_seal_key, public_sign_key, text_of
from onemm_wire.protocol import KeySuccession


@dataclass(frozen=True, slots=True)
class PublicKeys:
    """As they stand in ``Hello`` and ``Enrolled``."""

    seal_key: str
    sign_key: str


@dataclass(frozen=True, slots=True, repr=False)
class Keys:
    """The private halves: X25519 and Ed25519, raw."""

    seal: bytes
    sign: bytes

    @property
    def public(self) -> PublicKeys:
        """The public halves."""
        return PublicKeys(text_of(public_seal_key(self.seal)), text_of(public_sign_key(self.sign)))

    @property
    def public_sign_key(self) -> bytes:
        """The public half of ``sign``, raw."""
        return public_sign_key(self.sign)


def keys_of(connection: psycopg.Connection[Any]) -> Keys:
    """The keys, made by whoever asks first."""
    row = _read(connection)
    if row is None:
        new = (X25519PrivateKey.generate().private_bytes_raw(), Ed25519PrivateKey.generate().private_bytes_raw())
        connection.execute("INSERT INTO centre_key (seal, sign) VALUES (%s, %s) ON CONFLICT DO NOTHING", new)
        row = _read(connection)
    if row is None:
        raise RuntimeError("the centre's keys have gone while they were made")
    return Keys(*row)


def all_keys(connection: psycopg.Connection[Any]) -> list[Keys]:
    """Today's keys and then the former ones, the newest first: files sealed to them may still be on their way."""
    former = connection.execute("SELECT seal, sign FROM former_centre_key ORDER BY number DESC")
    return [keys_of(connection), *(Keys(*row) for row in former)]


def rotate(connection: psycopg.Connection[Any], centre: str) -> Keys:
    """Make new keys, signed by today's, which from now on only open what was sealed to them."""
    connection.execute("LOCK TABLE centre_key IN EXCLUSIVE MODE")
    old = keys_of(connection)
    new = Keys(X25519PrivateKey.generate().private_bytes_raw(), Ed25519PrivateKey.generate().private_bytes_raw())
    step = succession.signed(old.sign, centre, new.public.seal_key, new.public.sign_key)
    connection.execute(
        "INSERT INTO former_centre_key (seal, sign, next_seal_key, next_sign_key, signature) "
        "VALUES (%s, %s, %s, %s, %s)",
        [old.seal, old.sign, step.seal_key, step.sign_key, step.signature],
    )
    connection.execute("UPDATE centre_key SET seal = %s, sign = %s, made_at = now()", [new.seal, new.sign])
    return new


def successions(connection: psycopg.Connection[Any]) -> tuple[KeySuccession, ...]:
    """How each former pair of keys passed on to the next, the oldest first."""
    steps = connection.execute("SELECT next_seal_key, next_sign_key, signature FROM former_centre_key ORDER BY number")
    return tuple(KeySuccession(seal_key=seal, sign_key=sign, signature=by) for seal, sign, by in steps)


def _read(connection: psycopg.Connection[Any]) -> tuple[bytes, bytes] | None:
    return connection.execute("SELECT seal, sign FROM centre_key").fetchone()
