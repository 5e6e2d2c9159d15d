"""What the centre knows of a certificate. A number alone is never answered with whose it is: numbers can be guessed."""

from __future__ import annotations

from datetime import date
from typing import Any, TypeVar

import msgspec
import psycopg

from onemm_central.devices import certifying
from onemm_wire import certificate_numbers, certificates, standing
from onemm_wire.certificates import CodeError
from onemm_wire.records import DocumentIssue, DocumentRevocation, Record
from onemm_wire.standing import Known, Standing

R = TypeVar("R", bound=Record)

#: A code is never shorter, a number never longer.
LONGEST_NUMBER = 30

#: Of these an Open Badge is given away.
COUNTING = frozenset({"valid", "genuine"})

FIND = "SELECT data FROM record WHERE kind = %s AND data ->> %s = %s AND NOT deleted ORDER BY id"


def standing_of(connection: psycopg.Connection[Any], asked: str, today: date) -> Standing:
    """The answer to what somebody scanned, pasted or typed: a code, the address that holds it, or a number."""
    if len(asked.strip()) <= LONGEST_NUMBER:
        number = certificate_numbers.parse(asked)
        if number is None:
            return Standing("unreadable")
        return standing.of_number(str(number), known(connection, str(number)))
    try:
        signed = certificates.read(asked)
    except CodeError:
        return Standing("unreadable")
    keys = certifying.keys_of_block(connection, signed.parts.region, signed.parts.block)
    return standing.of_code(signed, keys, known(connection, signed.content.number), today=today)


def known(connection: psycopg.Connection[Any], number: str) -> Known:
    """All that was ever said of a number."""
    return Known(
        issues=_found(connection, DocumentIssue, "number", number),
        superseded_by=_found(connection, DocumentIssue, "supersedes", number),
        revocations=_found(connection, DocumentRevocation, "number", number),
    )


def _found(connection: psycopg.Connection[Any], record: type[R], field: str, value: str) -> list[R]:
    return [msgspec.convert(data, record) for (data,) in connection.execute(FIND, [record.kind, field, value])]
