"""People who may sign in, and what they are in which region."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import psycopg

from onemm_central.accounts import passwords, patience
from onemm_central.audit.events import note, source_of
from onemm_central.devices import lead_keys
from onemm_central.refusals import Refused
from onemm_central.tokens import hashed, new_id, new_token
from onemm_wire.errors import Code
from onemm_wire.partitions import ROLES, Role
from onemm_wire.protocol import RegionChoice, SignedIn, SignIn

PASS_LIFE = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Account:
    """A line of ``onemm-central user list``; ``roles`` reads like "trainer in LDN"."""

    id: str
    email: str
    name: str
    roles: str
    disabled_at: datetime | None = None


def add_account(connection: psycopg.Connection[Any], *, email: str, name: str, password: str) -> str:
    """Make an account and return its id.

    Raises psycopg.errors.UniqueViolation if the address has one already, WeakPasswordError.
    """
    account_id = new_id(datetime.now(UTC))
    connection.execute(
        "INSERT INTO account (id, email, name, password_hash) VALUES (%s, %s, %s, %s)",
        [account_id, email.strip(), name, passwords.new_hash(password, email, name)],
    )
    note(connection, "account_made", account_id=account_id)
    return account_id


def give_role(
    connection: psycopg.Connection[Any], account_id: str, *, region: str, role: Role, partner_id: str | None = None
) -> None:
    """Make a person this in a region, in place of what they were there. A coordinator has a partner.

    Concerns are sealed to a laptop of whoever is no safeguarding lead any more no longer. Raises ValueError for an
    unknown role.
    """
    if role not in ROLES:
        raise ValueError(f"no such role: {role}; there are {', '.join(ROLES)}")
    if role != "safeguarding_lead":
        lead_keys.take_away_from(connection, account_id, region=region)
    connection.execute(
        "INSERT INTO role (account_id, region, role, partner_id) VALUES (%s, %s, %s, %s) "
        "ON CONFLICT (account_id, region) DO UPDATE SET role = excluded.role, partner_id = excluded.partner_id",
        [account_id, region, role, partner_id],
    )
    note(connection, "role_given", account_id=account_id, region=region, role=role)


def take_role(connection: psycopg.Connection[Any], account_id: str, *, region: str) -> bool:
    """Let a person be nothing in a region, from their laptops' next request on; False if they were nothing.

    Nothing is sealed to them there any more either.
    """
    lead_keys.take_away_from(connection, account_id, region=region)
    gone = connection.execute("DELETE FROM role WHERE account_id = %s AND region = %s", [account_id, region])
    if gone.rowcount:
        note(connection, "role_taken", account_id=account_id, region=region)
    return gone.rowcount == 1


def disable(connection: psycopg.Connection[Any], account_id: str, now: datetime) -> bool:
    """Shut an account: no sign-in, its laptops are answered NOT_ALLOWED, and nothing more is sealed to them.

    False if it was shut already.
    """
    lead_keys.take_away_from(connection, account_id)
    shut = connection.execute(
        "UPDATE account SET disabled_at = %s WHERE id = %s AND disabled_at IS NULL", [now, account_id]
    )
    connection.execute("DELETE FROM sign_in_pass WHERE account_id = %s", [account_id])
    if shut.rowcount:
        note(connection, "account_disabled", account_id=account_id)
    return shut.rowcount == 1


def enable(connection: psycopg.Connection[Any], account_id: str) -> bool:
    """Open a shut account again; False if it was open."""
    opened = connection.execute(
        "UPDATE account SET disabled_at = NULL WHERE id = %s AND disabled_at IS NOT NULL", [account_id]
    )
    if opened.rowcount:
        note(connection, "account_enabled", account_id=account_id)
    return opened.rowcount == 1


def unlock(connection: psycopg.Connection[Any], email: str) -> int:
    """Hold no failures against an address and its codes any more; answers how many there were."""
    account_id = account_of(connection, email) or ""
    doors = [(patience.ACCOUNT, email), (patience.ENROLMENT, account_id)]
    failures = sum(patience.failures(connection, door, who) for door, who in doors)
    for door, who in doors:
        patience.succeeded(connection, door, who)
    note(connection, "account_unlocked", account_id=account_id or None)
    return failures


def set_password(connection: psycopg.Connection[Any], email: str, password: str) -> bool:
    """Give an account a new password; False if there is no such account. Raises WeakPasswordError.

    Passes that were given for the old one are worth nothing any more.
    """
    row = connection.execute("SELECT id, name FROM account WHERE lower(email) = lower(%s)", [email.strip()]).fetchone()
    if row is None:
        return False
    account_id, name = row
    new = passwords.new_hash(password, email, name)
    connection.execute("UPDATE account SET password_hash = %s WHERE id = %s", [new, account_id])
    connection.execute("DELETE FROM sign_in_pass WHERE account_id = %s", [account_id])
    note(connection, "password_changed", account_id=account_id)
    return True


def account_of(connection: psycopg.Connection[Any], email: str) -> str | None:
    """The id behind an e-mail address, however it is capitalised."""
    row = connection.execute("SELECT id FROM account WHERE lower(email) = lower(%s)", [email.strip()]).fetchone()
    return None if row is None else str(row[0])


def accounts(connection: psycopg.Connection[Any]) -> list[Account]:
    """All accounts, by e-mail address."""
    cursor = connection.execute(
        "SELECT id, email, name, coalesce(string_agg(role.role || ' in ' || region, ', ' ORDER BY region), ''), "
        "disabled_at "
        "FROM account LEFT JOIN role ON account_id = id GROUP BY id ORDER BY lower(email)"
    )
    return [Account(*row) for row in cursor]


def sign_in(connection: psycopg.Connection[Any], asked: SignIn, now: datetime, network: str = "") -> SignedIn:
    """A pass for enrolling, if the password is right. ``network`` is the address that it is asked from.

    Refuses with WRONG_PASSWORD, the same for an unknown address and after the same work, and with TOO_MANY_TRIES
    after too many failures: then even the right password has to wait.
    """
    source = source_of(connection, network)
    _be_patient(connection, asked.email, network, source, now)
    row = connection.execute(
        "SELECT id, name, password_hash, disabled_at FROM account WHERE lower(email) = lower(%s)", [asked.email.strip()]
    ).fetchone()
    account_id, name, password_hash, disabled_at = row or (None, "", None, None)
    # Compared before anything else is looked at: the answer takes as long whoever does not exist or is shut out.
    right = passwords.matches(password_hash, asked.password)
    if not right or account_id is None or password_hash is None or disabled_at is not None:
        note(connection, "sign_in_refused", account_id=account_id, source=source)
        connection.commit()  # the refusal below would take the line back
        raise Refused(Code.WRONG_PASSWORD)
    patience.succeeded(connection, patience.ACCOUNT, asked.email)
    patience.taken_back(connection, patience.NETWORK, network)
    patience.forget_the_old(connection, now)
    if passwords.is_dated(password_hash):
        again = passwords.hash_again(asked.password)
        connection.execute("UPDATE account SET password_hash = %s WHERE id = %s", [again, account_id])
    token = new_pass(connection, account_id, now)
    note(connection, "signed_in", account_id=account_id, source=source)
    return SignedIn(token=token, user_id=account_id, name=name, regions=_regions(connection, account_id))


def _be_patient(
    connection: psycopg.Connection[Any], email: str, network: str, source: bytes | None, now: datetime
) -> None:
    try:
        patience.begin(connection, patience.NETWORK, network, now)
        patience.begin(connection, patience.ACCOUNT, email, now)
    except Refused:
        note(connection, "sign_in_delayed", source=source)
        connection.commit()
        raise


def new_pass(connection: psycopg.Connection[Any], account_id: str, now: datetime) -> str:
    """A pass of fifteen minutes for somebody who has proved who they are; clears away those that are over."""
    connection.execute("DELETE FROM sign_in_pass WHERE expires_at < %s", [now])
    token = new_token()
    connection.execute(
        "INSERT INTO sign_in_pass (token_hash, account_id, expires_at) VALUES (%s, %s, %s)",
        [hashed(token), account_id, now + PASS_LIFE],
    )
    return token


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
