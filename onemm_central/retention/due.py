"""Whose records are due to be erased, by which rule, since when.

No rule, no erasure: the program brings none of its own. Concerns are sealed and on a schedule of the lead's; they are
never due here. A person under a legal hold is named, and kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import msgspec
import psycopg
from dateutil.relativedelta import relativedelta

from onemm_central.rights.about import ABOUT
from onemm_wire import partitions
from onemm_wire.records import LegalHold, RetentionRule

#: The stages from which nobody goes on.
LEFT = {"mentor": ["alumnus", "withdrew", "declined", "dormant"], "mentee": ["completed", "left_early"]}

RULES = "SELECT data FROM record WHERE partition = %s AND kind = %s AND NOT deleted AND data ->> 'valid_from' <= %s"
# Days by the calendar of the UK, as are all that people are told.
SINCE_LEFT = """
SELECT person.partition, person.id, (max(line.written_at) AT TIME ZONE 'Europe/London')::date
FROM record AS person
JOIN history AS line ON line.partition = person.partition AND line.kind = person.kind AND line.record_id = person.id
    AND line.after ? 'stage'
WHERE person.kind = %(who)s AND NOT person.deleted AND person.data ->> 'stage' = ANY(%(left)s)
GROUP BY 1, 2
"""
SINCE_UNTOUCHED = """
SELECT person.partition, person.id, (max(line.written_at) AT TIME ZONE 'Europe/London')::date
FROM record AS person
JOIN LATERAL (
    SELECT person.partition AS partition, person.kind AS kind, person.id AS id
    UNION ALL
    SELECT record.partition, record.kind, record.id
    FROM unnest(%(kinds)s::text[], %(fields)s::text[]) AS about (kind, field)
    JOIN record ON record.kind = about.kind AND record.data ->> about.field = person.id
) AS theirs ON true
JOIN history AS line ON line.partition = theirs.partition AND line.kind = theirs.kind AND line.record_id = theirs.id
WHERE person.kind = %(who)s AND NOT person.deleted
GROUP BY 1, 2
"""
# Somebody who was found to be a mentor is kept as long as the mentor.
SINCE_EVENT = """
SELECT person.partition, person.id, ((event.data ->> 'ends_at')::timestamptz AT TIME ZONE 'Europe/London')::date
FROM record AS person
JOIN record AS event ON event.kind = 'event' AND event.id = person.data ->> 'event_id' AND NOT event.deleted
WHERE person.kind = %(who)s AND NOT person.deleted AND person.data ->> 'mentor_id' IS NULL
"""
STARTS = {"left": SINCE_LEFT, "untouched": SINCE_UNTOUCHED, "event_held": SINCE_EVENT}
HELD = (
    "SELECT DISTINCT data ->> 'person_id' FROM record WHERE kind = %s AND data ->> 'lifted_on' IS NULL AND NOT deleted"
)


@dataclass(frozen=True, slots=True)
class Due:
    """One person whose records have been kept long enough."""

    partition: str
    who: str
    person_id: str
    rule: RetentionRule
    started_on: date
    due_on: date
    held: bool


def rules_on(connection: psycopg.Connection[Any], day: date) -> list[RetentionRule]:
    """The rules in force: of those for the same people and the same start, the newest."""
    rows = connection.execute(RULES, [partitions.NATIONAL, RetentionRule.kind, day.isoformat()])
    rules = [msgspec.convert(data, RetentionRule) for (data,) in rows]
    newest = {(rule.who, rule.since): rule for rule in sorted(rules, key=lambda rule: (rule.valid_from, rule.id))}
    return [newest[key] for key in sorted(newest)]


def due(connection: psycopg.Connection[Any], day: date) -> list[Due]:
    """Everybody whose records are due on this day, the longest due first; each once, by the rule that came first."""
    held = {person for (person,) in connection.execute(HELD, [LegalHold.kind])}
    found: dict[str, Due] = {}
    for rule in rules_on(connection, day):
        for partition, person, started in connection.execute(STARTS[rule.since], _asked(rule)):
            due_on = _months_later(started, rule.months)
            if due_on <= day and (person not in found or due_on < found[person].due_on):
                found[person] = Due(partition, rule.who, person, rule, started, due_on, person in held)
    return sorted(found.values(), key=lambda each: (each.due_on, each.person_id))


def _asked(rule: RetentionRule) -> dict[str, Any]:
    pairs = sorted(ABOUT)
    return {
        "who": rule.who, "left": LEFT.get(rule.who, []), "kinds": [kind for kind, _ in pairs],
        "fields": [field for _, field in pairs],
    }  # fmt: skip


def _months_later(day: date, months: int) -> date:
    """The corresponding date, or the first of the month after where there is none: never a day too soon."""
    later = day + relativedelta(months=months)
    return later if later.day == day.day else later + timedelta(days=1)
