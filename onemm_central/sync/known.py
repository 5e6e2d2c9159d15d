"""What the centre knows of a laptop's ops, and what a laptop found wrong with its copy."""

from __future__ import annotations

import logging
from typing import Any

import psycopg

from onemm_central.devices.callers import Caller
from onemm_central.refusals import Refused
from onemm_wire.errors import Code
from onemm_wire.protocol import KNOWN_OPS, MAX_INCIDENTS, Incident, Incidents, KnownAsked

log = logging.getLogger(__name__)

UNKNOWN = """
SELECT n FROM generate_series(%(first)s::bigint, %(last)s::bigint) AS n
WHERE NOT EXISTS (SELECT FROM op_result WHERE device_id = %(device)s AND op_result.n = n.n) ORDER BY n
"""
KEEP = """
INSERT INTO incident (device_id, n, happened_at, what, partition, kind, records)
VALUES (%s, %s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING
"""


def unknown(connection: psycopg.Connection[Any], caller: Caller, asked: KnownAsked) -> list[int]:
    """The numbers which this life of the centre has never answered: a restored backup may have lost them."""
    if not 0 < asked.first <= asked.last < asked.first + KNOWN_OPS:
        raise Refused(Code.BAD_REQUEST)
    values = {"first": asked.first, "last": asked.last, "device": caller.device_id}
    return [n for (n,) in connection.execute(UNKNOWN, values)]


def note(connection: psycopg.Connection[Any], caller: Caller, found: Incidents) -> None:
    """Keep incidents, once each. Refuses with TOO_LARGE, or with BAD_REQUEST for places that are none."""
    if len(found.incidents) > MAX_INCIDENTS:
        raise Refused(Code.TOO_LARGE, limit=MAX_INCIDENTS)
    for incident in found.incidents:
        _keep(connection, caller, incident)


def _keep(connection: psycopg.Connection[Any], caller: Caller, incident: Incident) -> None:
    said = (incident.n, incident.at, incident.what, incident.partition, incident.kind, incident.records)
    if not (0 < incident.n < 2**53 and 0 <= incident.records < 2**31) or max(map(len, said[3:5])) > 100:
        raise Refused(Code.BAD_REQUEST)
    cursor = connection.execute(KEEP, [caller.device_id, *said])
    if cursor.rowcount:
        log.info("device %s: %s, %s records", caller.device_id, incident.what, incident.records)
