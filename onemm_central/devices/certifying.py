"""The keys of laptops as records: what a laptop signs is known everywhere by what the centre says of its key."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
import psycopg

from onemm_central.bundles.keys import keys_of
from onemm_central.records.service import put_many
from onemm_central.tokens import new_id
from onemm_wire import device_keys, partitions
from onemm_wire.records import DeviceKey

AUTHOR = "centre"

OF_DEVICE = "SELECT region, block FROM device WHERE id = %s"
ALL = "SELECT data FROM record WHERE partition = %s AND kind = %s AND NOT deleted ORDER BY id"
OF_BLOCK = ALL.replace("ORDER", "AND data ->> 'region' = %s AND data ->> 'block' = %s ORDER")


@dataclass(frozen=True, slots=True)
class _Place:
    region: str
    block: int


def certify(connection: psycopg.Connection[Any], device_id: str, public_key: bytes, now: datetime) -> None:
    """Say to everybody that this is the key of that device. Whoever is told so once more is told nothing new."""
    place = _place_of(connection, device_id)
    text = base64.b64encode(public_key).decode()
    if any(known.public_key == text for known in _of_block(connection, place)):
        return
    key = DeviceKey(
        id=new_id(now),
        region=place.region,
        block=place.block,
        public_key=text,
        valid_from=now.replace(microsecond=0),
        statement="",
    )
    _put(connection, [_stated(connection, key)])


def shut_out(connection: psycopg.Connection[Any], device_id: str, now: datetime) -> None:
    """Say to everybody that the keys of that device prove nothing by themselves any more."""
    known = _of_block(connection, _place_of(connection, device_id))
    _put(connection, [msgspec.structs.replace(key, shut_out_at=key.shut_out_at or now) for key in known])


def certify_anew(connection: psycopg.Connection[Any]) -> None:
    """State all of them under the centre's new key: a laptop that comes later knows no other."""
    _put(connection, [_stated(connection, key) for key in all_device_keys(connection)])


def all_device_keys(connection: psycopg.Connection[Any]) -> list[DeviceKey]:
    """All that were ever certified."""
    return _keys(connection.execute(ALL, [partitions.NATIONAL, DeviceKey.kind]))


def keys_of_block(connection: psycopg.Connection[Any], region: str, block: int) -> list[DeviceKey]:
    """Those of one laptop, of which the centre's own statement holds."""
    public = keys_of(connection).public_sign_key
    return device_keys.certified(_of_block(connection, _Place(region, block)), [public])


def _of_block(connection: psycopg.Connection[Any], place: _Place) -> list[DeviceKey]:
    return _keys(connection.execute(OF_BLOCK, [partitions.NATIONAL, DeviceKey.kind, place.region, str(place.block)]))


def _keys(cursor: psycopg.Cursor[Any]) -> list[DeviceKey]:
    return [msgspec.convert(data, DeviceKey) for (data,) in cursor]


def _place_of(connection: psycopg.Connection[Any], device_id: str) -> _Place:
    row = connection.execute(OF_DEVICE, [device_id]).fetchone()
    if row is None:
        raise RuntimeError("the device has gone while its key was certified")
    return _Place(*row)


def _stated(connection: psycopg.Connection[Any], key: DeviceKey) -> DeviceKey:
    return msgspec.structs.replace(key, statement=device_keys.state(key, keys_of(connection).sign))


def _put(connection: psycopg.Connection[Any], keys: list[DeviceKey]) -> None:
    if keys:
        put_many(connection, partitions.NATIONAL, keys, author=AUTHOR)
