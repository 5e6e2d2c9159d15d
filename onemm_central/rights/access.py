"""What a person who asks to see their data is given (UK GDPR, article 15): all of it, and nobody else's unawares.

Whoever hands it over decides on what is somebody else's: every text in which another person of the same places is named
is marked. Concerns are sealed and not at the centre's disposal; whether there are any is not said either.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from typing import Any

import msgspec
import psycopg

from onemm_central.audit.person import Changed, Holder, Look, changes, holders, looks
from onemm_central.rights.about import PEOPLE, About, Held

NAMES = """
SELECT DISTINCT name FROM (
    SELECT data ->> 'given_name' || ' ' || (data ->> 'family_name') AS name FROM record
    WHERE kind = ANY(%(people)s) AND NOT deleted AND id <> ALL(%(own)s)
    UNION ALL
    SELECT nullif(data ->> 'preferred_name', '') FROM record
    WHERE kind = ANY(%(people)s) AND NOT deleted AND id <> ALL(%(own)s)
    UNION ALL
    SELECT data ->> 'family_name' FROM record
    WHERE kind = ANY(%(people)s) AND NOT deleted AND id <> ALL(%(own)s) AND data ->> 'family_name' <> ALL(%(names)s)
    UNION ALL SELECT name FROM account
) AS all_names WHERE length(name) > 2 ORDER BY 1
"""
WAITING = "SELECT id, received_at, kind, record_id, op FROM inbox WHERE id = ANY(%s) ORDER BY received_at"


class Waiting(msgspec.Struct, frozen=True):
    """A change about the person that nobody has decided on yet."""

    id: str
    received_at: datetime
    kind: str
    record_id: str
    op: Any


class ThirdParty(msgspec.Struct, frozen=True):
    """Where somebody else is named, to be decided on before the pack is handed over: kind, id and field."""

    where: tuple[str, str, str]
    names: list[str]


class Pack(msgspec.Struct, frozen=True):
    """The answer to one request, whole. ``concerns`` is the same sentence for everybody."""

    person_id: str
    ids: list[str]
    made_at: datetime
    records: list[Held]
    waiting: list[Waiting]
    changes: list[Changed]
    looks: list[Look]
    holders: list[Holder]
    third_parties: list[ThirdParty]
    concerns: str = "Safeguarding concerns are held separately and sealed. Ask the safeguarding lead."

    @property
    def marked(self) -> dict[tuple[str, str, str], list[str]]:
        """The names of others, by the field they stand in."""
        return {each.where: each.names for each in self.third_parties}


def pack(connection: psycopg.Connection[Any], person_id: str, known: About, now: datetime) -> Pack:
    """Collect everything that is held about a person."""
    partitions = {held.partition for held in known.held}
    waiting = [Waiting(*row) for row in connection.execute(WAITING, [list(known.waiting)])]
    held = [each for each in known.held if each.data is not None]
    changed = changes(connection, known)
    return Pack(
        person_id=person_id,
        ids=sorted(known.ids),
        made_at=now,
        records=held,
        waiting=waiting,
        changes=changed,
        looks=looks(connection, known),
        holders=holders(connection, partitions),
        third_parties=list(_third_parties(connection, known, held, changed)),
    )


def _third_parties(
    connection: psycopg.Connection[Any], known: About, held: list[Held], changed: list[Changed]
) -> Iterable[ThirdParty]:
    own = {str(each.data.get(name, "")) for each in held if each.kind in PEOPLE and each.data for name in _NAMED}
    asked = {"people": sorted(PEOPLE), "own": sorted(known.ids), "names": sorted(own)}
    names = [name for (name,) in connection.execute(NAMES, asked) if name not in own]
    if not names:
        return
    # The longest first, so that a whole name is told and not the family name in it.
    pattern = re.compile(
        r"(?<!\w)(?:" + "|".join(map(re.escape, sorted(names, key=len, reverse=True))) + r")(?!\w)", re.IGNORECASE
    )
    texts = {(each.kind, each.id, name): text for each in held for name, text in _texts(each.data or {})}
    for line in changed:
        for name, values in line.fields.items():
            texts[(line.kind, line.record_id, name)] = " ".join(
                [
                    texts.get((line.kind, line.record_id, name), ""),
                    *(text for _, text in _texts(dict(enumerate(values)))),
                ]
            )
    for where, text in sorted(texts.items()):
        found = sorted({match.group() for match in pattern.finditer(text)})
        if found:
            yield ThirdParty(where, found)


_NAMED = ("given_name", "family_name", "preferred_name")


def _texts(data: dict[Any, Any]) -> Iterable[tuple[str, str]]:
    for name, value in data.items():
        if isinstance(value, str):
            yield str(name), value
        elif isinstance(value, list | dict):
            yield str(name), msgspec.json.encode(value).decode()
