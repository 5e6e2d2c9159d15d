"""The sums that every pull is judged by, held against the rows they are of."""

from __future__ import annotations

import logging
from collections.abc import Collection
from typing import Any

import psycopg

log = logging.getLogger(__name__)


def in_doubt(
    connection: psycopg.Connection[Any], partition: str | None = None, kind: str | None = None
) -> list[tuple[str, str]]:
    """Where, as (partition, kind), a kept sum is not that of the rows; in everything unless said."""
    found = connection.execute("SELECT partition, kind FROM sums_in_doubt(%s, %s) ORDER BY 1, 2", [partition, kind])
    return [(place, what) for place, what in found]


def count_anew(connection: psycopg.Connection[Any], partitions: Collection[str]) -> None:
    """Count these partitions afresh. Nothing changes that laptops would see; whoever commits there waits meanwhile."""
    for partition in sorted(partitions):
        connection.execute("SELECT sums_anew(%s)", [partition])
        log.warning("the sums of %s were not those of its records: counted afresh", partition)
