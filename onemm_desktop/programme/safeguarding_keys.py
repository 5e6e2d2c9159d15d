"""The leads' laptops and their keys: a region's first one, later ones, and the recovery key that lies in a safe."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from onemm_desktop.changes import Change
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import (
    Concern,
    ConcernKeyGrant,
    Device,
    SafeguardingKey,
    desk_of,
    journal,
)
from onemm_desktop.programme.record_names import facts_of
from onemm_desktop.programme.trusted_keys import known, recipients, remember_root, trusted
from onemm_wire import partitions, records, sealing
from onemm_wire.sealing import Pair, SealError

#: Under this name the vault keeps the seed of a lead's laptop.
SEED = "safeguarding_seed"
#: How this laptop stands: it makes the region's first keys · asks to be let in · waits for that · reads concerns · was
#: taken off the list.
Place = Literal["first", "outside", "waiting", "ready", "taken_away"]


@dataclass(frozen=True, slots=True)
class KeyLine:
    """One key as a lead sees it. ``fingerprint`` is compared by telephone before somebody is let in."""

    id: str
    recovery: bool
    name: str
    laptop: str
    made_at: datetime
    fingerprint: str
    trusted: bool
    revoked_at: datetime | None
    here: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """Where this laptop of a lead stands, and all keys of the region, the newest first."""

    place: Place
    fingerprint: str
    keys: tuple[KeyLine, ...]


def standing(session: Session, region: str, pair: Pair | None) -> Standing:
    """How this laptop stands with the region's keys; ``pair`` is what its vault holds."""
    keys = known(session, region)
    counting = {key.id for key in trusted(session, region)}
    mine = _mine(keys, pair)
    lines = tuple(
        KeyLine(
            id=key.id,
            recovery=key.purpose == "recovery",
            name=key.user_name,
            laptop=key.device_name,
            made_at=key.made_at,
            fingerprint=_fingerprint(key),
            trusted=key.id in counting,
            revoked_at=key.revoked_at,
            here=mine is not None and key.id == mine.id,
        )
        for key in reversed(keys)
    )
    return Standing(_place(mine, counting), _fingerprint(mine) if mine else "", lines)


def set_up_first(session: Session, *, recovery_seed: bytes, seed: bytes) -> Change:
    """The region's first keys: the recovery key, which vouches for itself, and this laptop's, vouched for by it.

    Raises ALREADY_DECIDED where the region has keys by now.
    """
    desk = desk_of(session)
    if trusted(session, desk.region):
        raise KnownError(Problem.ALREADY_DECIDED)
    recovery = sealing.pair_of(recovery_seed)
    root = _new_key(session, recovery, "recovery")
    _vouch(session, root, recovery, root)
    _vouch(session, _new_key(session, sealing.pair_of(seed), "laptop"), recovery, root)
    session.flush()
    remember_root(session)
    return Change(touched=journal.changes_of(session))


def ask_to_join(session: Session, *, seed: bytes) -> Change:
    """Show this laptop's key to the other leads; until one lets it in, nothing is sealed to it."""
    _new_key(session, sealing.pair_of(seed), "laptop")
    session.flush()
    return Change(touched=journal.changes_of(session))


def join_by_recovery(session: Session, *, recovery_seed: bytes, seed: bytes) -> Change:
    """Let this laptop in by the recovery key from the safe, and give it every concern that there is.

    Raises WRONG_RECOVERY_KEY for a key that is not, or no longer, the region's.
    """
    desk = desk_of(session)
    recovery = sealing.pair_of(recovery_seed)
    counting = recipients(session, desk.region)
    root = next((key for key in counting if key.sign_key == recovery.sign_key), None)
    if root is None:
        raise KnownError(Problem.WRONG_RECOVERY_KEY)
    pair = sealing.pair_of(seed)
    mine = _mine(known(session, desk.region), pair)
    row = _row(session, mine.id) if mine is not None else _new_key(session, pair, "laptop")
    _vouch(session, row, recovery, _row(session, root.id))
    session.flush()
    _grant(session, {root.id: recovery}, [row.id])
    return Change(touched=journal.changes_of(session))


def let_in(session: Session, *, key: str, pair: Pair) -> Change:
    """Vouch for another lead's laptop, whose fingerprint was compared, and give it every concern that there is."""
    desk = desk_of(session)
    by = _ready(session, desk.region, pair)
    row = _row(session, key)
    if row.revoked_at is not None or row.vouching:
        raise KnownError(Problem.ALREADY_DECIDED)
    _vouch(session, row, pair, _row(session, by.id))
    session.flush()
    _grant(session, {by.id: pair}, [key])
    return Change(touched=journal.changes_of(session))


def take_away(session: Session, *, key: str, pair: Pair) -> Change:
    """Seal nothing more to a key: its laptop was lost, or its person is no longer a lead. What it holds it holds."""
    _ready(session, desk_of(session).region, pair)
    row = _row(session, key)
    if row.revoked_at is None:
        row.revoked_at = desk_of(session).now()
    session.flush()
    return Change(touched=journal.changes_of(session))


def grant_missing(session: Session, *, pair: Pair) -> Change:
    """Give the other leads' laptops what was written before its author's laptop had heard of them."""
    desk = desk_of(session)
    by = _ready(session, desk.region, pair)
    others = [key.id for key in recipients(session, desk.region) if key.id != by.id and key.purpose == "laptop"]
    _grant(session, {by.id: pair}, others)
    return Change(touched=journal.changes_of(session))


def anything_to_grant(session: Session, region: str, pair: Pair | None) -> bool:
    """Whether another lead's laptop lacks the key of a concern that this one opens."""
    mine = pairs_of(session, region, pair)
    others = {key.id for key in recipients(session, region) if key.purpose == "laptop"} - mine.keys()
    granted = wrapped_keys(session)
    place = partitions.safeguarding(region)
    for concern, keys in session.execute(select(Concern.id, Concern.keys).where(Concern.partition == place)):
        has = keys.keys() | granted.get(concern, {}).keys()
        if mine.keys() & has and others - has:
            return True
    return False


def pairs_of(session: Session, region: str, pair: Pair | None) -> dict[str, Pair]:
    """This laptop's pair by the id of its key; nothing where it has none or its key was never shown."""
    mine = _mine(known(session, region), pair)
    return {mine.id: pair} if mine is not None and pair is not None else {}


def wrapped_keys(session: Session) -> dict[str, dict[str, str]]:
    """Per concern, the content keys granted after it was written, by key id."""
    found: dict[str, dict[str, str]] = {}
    for concern, key, wrapped in session.execute(
        select(ConcernKeyGrant.concern_id, ConcernKeyGrant.key_id, ConcernKeyGrant.wrapped)
    ):
        found.setdefault(concern, {})[key] = wrapped
    return found


def wire_concern(row: Concern) -> records.Concern:
    """A row as the record that was sealed."""
    return msgspec.convert(facts_of(row), records.Concern)


# --- this laptop's ---------------------------------------------------------------------------------------------


def _mine(keys: Sequence[records.SafeguardingKey], pair: Pair | None) -> records.SafeguardingKey | None:
    if pair is None:
        return None
    return next((key for key in keys if key.sign_key == pair.sign_key and key.seal_key == pair.seal_key), None)


def _place(mine: records.SafeguardingKey | None, counting: set[str]) -> Place:
    if mine is None:
        return "outside" if counting else "first"
    if mine.revoked_at is not None:
        return "taken_away"
    return "ready" if mine.id in counting else "waiting"


def _ready(session: Session, region: str, pair: Pair) -> records.SafeguardingKey:
    """This laptop's own key. Raises NOT_ALLOWED where it is not one that may read."""
    mine = _mine(recipients(session, region), pair)
    if mine is None:
        raise KnownError(Problem.NOT_ALLOWED)
    return mine


def _fingerprint(key: records.SafeguardingKey) -> str:
    try:
        return sealing.fingerprint(key)
    except SealError:
        return ""


# --- writing ------------------------------------------------------------------------------------------------------


def _new_key(session: Session, pair: Pair, purpose: Literal["laptop", "recovery"]) -> SafeguardingKey:
    desk = desk_of(session)
    device = session.scalars(select(Device)).one()
    row = SafeguardingKey(
        id=desk.new_id(),
        partition=partitions.region(desk.region),
        purpose=purpose,
        user_id=desk.user_id,
        user_name=desk.user_name,
        device_id=desk.device_id,
        device_name=device.device_name,
        seal_key=pair.seal_key,
        sign_key=pair.sign_key,
        made_at=desk.now(),
        vouched_by="",
        vouching="",
    )
    session.add(row)
    return row


def _vouch(session: Session, row: SafeguardingKey, by: Pair, voucher: SafeguardingKey) -> None:
    key = msgspec.convert(facts_of(row), records.SafeguardingKey)
    row.vouched_by = voucher.id
    row.vouching = sealing.vouch(by, key, partitions.safeguarding(desk_of(session).region))


def _row(session: Session, key: str) -> SafeguardingKey:
    row = session.scalar(select(SafeguardingKey).where(SafeguardingKey.id == key))
    if row is None:
        raise KnownError(Problem.NOT_FOUND)
    return row


def _grant(session: Session, mine: Mapping[str, Pair], to: Sequence[str]) -> None:
    """Wrap what these pairs open to other keys as well, as far as they cannot open it yet."""
    desk = desk_of(session)
    place = partitions.safeguarding(desk.region)
    keys = {key.id: key for key in recipients(session, desk.region) if key.id in to}
    granted = wrapped_keys(session)
    for row in session.scalars(select(Concern).where(Concern.partition == place).order_by(Concern.id)).all():
        concern = wire_concern(row)
        wrapped = {**concern.keys, **granted.get(row.id, {})}
        lacking = [key for key_id, key in keys.items() if key_id not in wrapped]
        if not lacking:
            continue
        try:
            content_key = sealing.unwrap(concern, place, wrapped, mine)
        except SealError:
            continue  # not for this laptop either: another lead's can grant it
        for key in lacking:
            session.add(
                ConcernKeyGrant(
                    id=desk.new_id(),
                    partition=place,
                    concern_id=row.id,
                    key_id=key.id,
                    wrapped=sealing.grant(concern, place, content_key, key),
                    granted_at=desk.now(),
                )
            )
    session.flush()
