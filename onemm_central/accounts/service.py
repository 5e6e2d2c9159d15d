"""People who may sign in, and what they are in which region."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any

import psycopg
from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError

from onemm_central.refusals import Refused
from onemm_central.tokens import hashed, new_id, new_token
from onemm_wire.errors import Code
from onemm_wire.partitions import ROLES, Role
from onemm_wire.protocol import RegionChoice, SignedIn, SignIn

PASS_LIFE = timedelta(minutes=15)
#: So many wrong passwords for one address within the time, and further tries wait.
MAX_FAILURES = 10
FAILURE_WINDOW = timedelta(minutes=15)

# RFC 9106, section 4, second recommended option (64 MiB, three passes): the library's default.
_hasher = PasswordHasher()
#: Verified where there is no such account, so that the answer takes as long as for a wrong password. The hash of a
#: random token that nobody knows; written out, since making one takes a fifth of a second of every command.
_NOBODY = "$argon2id$v=19$m=65536,t=3,p=4$JqXX3swiHyFcVOZk0uP8HA$z/7Oi0HMEKpQxUJDBH4VV2iVpHhD+T8qVYtNXugf3bU"


@dataclass(frozen=True, slots=True)
class Account:
    """A line of ``onemm-central user list``; ``roles`` reads like "trainer in LDN"."""

    id: str
    email: str
    name: str
    roles: str


def add_account(connection: psycopg.Connection[Any], *, email: str, name: str, password: str) -> str:
    """Make an account and return its id. Raises psycopg.errors.UniqueViolation if the address has one already."""
    account_id = new_id(datetime.now(UTC))
    connection.execute(
        "INSERT INTO account (id, email, name, password_hash) VALUES (%s, %s, %s, %s)",
        [account_id, email.strip(), name, _hasher.hash(password)],
    )
    return account_id


def give_role(
    connection: psycopg.Connection[Any], account_id: str, *, region: str, role: Role, partner_id: str | None = None
) -> None:
    """Make a person this in a region, in place of what they were there. A coordinator has a partner.

    Raises ValueError for an unknown role.
    """
    if role not in ROLES:
        raise ValueError(f"no such role: {role}; there are {', '.join(ROLES)}")
    connection.execute(
        "INSERT INTO role (account_id, region, role, partner_id) VALUES (%s, %s, %s, %s) "
        "ON CONFLICT (account_id, region) DO UPDATE SET role = excluded.role, partner_id = excluded.partner_id",
        [account_id, region, role, partner_id],
    )


def set_password(connection: psycopg.Connection[Any], email: str, password: str) -> bool:
    """Give an account a new password; False if there is no such account."""
    cursor = connection.execute(
        "UPDATE account SET password_hash = %s WHERE lower(email) = lower(%s)",
        [_hasher.hash(password), email.strip()],
    )
    return cursor.rowcount == 1


def account_of(connection: psycopg.Connection[Any], email: str) -> str | None:
    """The id behind an e-mail address, however it is capitalised."""
    row = connection.execute("SELECT id FROM account WHERE lower(email) = lower(%s)", [email.strip()]).fetchone()
    return None if row is None else str(row[0])


def accounts(connection: psycopg.Connection[Any]) -> list[Account]:
    """All accounts, by e-mail address."""
    cursor = connection.execute(
        "SELECT id, email, name, coalesce(string_agg(role.role || ' in ' || region, ', ' ORDER BY region), '') "
        "FROM account LEFT JOIN role ON account_id = id GROUP BY id ORDER BY lower(email)"
    )
    return [Account(*row) for row in cursor]


def sign_in(connection: psycopg.Connection[Any], asked: SignIn, now: datetime) -> SignedIn:
    """A pass for enrolling, if the password is right.

    Refuses with WRONG_PASSWORD, the same for an unknown address and after the same time, and with BUSY after too
    many failures: then even the right password has to wait.
    """
    email_hash = sha256(asked.email.strip().lower().encode()).digest()
    _refuse_a_guesser(connection, email_hash, now)
    row = connection.execute(
        "SELECT id, name, password_hash FROM account WHERE lower(email) = lower(%s)", [asked.email.strip()]
    ).fetchone()
    account_id, name, password_hash = row or (None, "", _NOBODY)
    if not _matches(password_hash, asked.password) or account_id is None:
        connection.execute("INSERT INTO failed_sign_in VALUES (%s, %s)", [email_hash, now])
        connection.commit()  # the refusal below would take the line back
        raise Refused(Code.WRONG_PASSWORD)
    connection.execute("DELETE FROM failed_sign_in WHERE email_hash = %s", [email_hash])
    token = new_pass(connection, account_id, now)
    return SignedIn(token=token, user_id=account_id, name=name, regions=_regions(connection, account_id))


def new_pass(connection: psycopg.Connection[Any], account_id: str, now: datetime) -> str:
    """A pass of fifteen minutes for somebody who has proved who they are; clears away those that are over."""
    connection.execute("DELETE FROM sign_in_pass WHERE expires_at < %s", [now])
    token = new_token()
    connection.execute(
        "INSERT INTO sign_in_pass (token_hash, account_id, expires_at) VALUES (%s, %s, %s)",
        [hashed(token), account_id, now + PASS_LIFE],
    )
    return token


def _refuse_a_guesser(connection: psycopg.Connection[Any], email_hash: bytes, now: datetime) -> None:
    row = connection.execute(
        "SELECT count(*) FROM failed_sign_in WHERE email_hash = %s AND failed_at > %s",
        [email_hash, now - FAILURE_WINDOW],
    ).fetchone()
    if row is not None and row[0] >= MAX_FAILURES:
        raise Refused(Code.BUSY, retry_after=FAILURE_WINDOW.total_seconds())


def _matches(password_hash: str, password: str) -> bool:
    try:
        return _hasher.verify(password_hash, password)
    except VerifyMismatchError:
        return False


def _regions(connection: psycopg.Connection[Any], account_id: str) -> list[RegionChoice]:
    cursor = connection.execute(
        f"SELECT region, {REGION_NAME}, role FROM role WHERE account_id = %s ORDER BY 2",  # noqa: S608  (our own text)
        [account_id],
    )
    return [RegionChoice(code=code, name=name, role=role) for code, name, role in cursor]


#: The name of ``role.region`` as the national records have it, or its code while they have none.
REGION_NAME = """coalesce((
    SELECT data ->> 'name' FROM record
    WHERE partition = 'national' AND kind = 'region' AND data ->> 'code' = role.region LIMIT 1
), role.region)"""
