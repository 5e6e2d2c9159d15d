"""Every role, every kind of record, every verb: what the centre says, held against one table that people can read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, get_args

import msgspec
import pytest
from msgspec import inspect

from onemm_wire import partitions
from onemm_wire.partitions import ROLES, Role
from onemm_wire.records import KINDS
from tests.central.laptops import Laptop
from tests.central_service import Centre

# c create, r is sent it, u change what others wrote, d remove what others wrote. A concern is heard from everybody.
TABLE = """
                     trainer  coordinator  staff  regional_manager  safeguarding_lead
region               r        r            r      r                 r
requirement_set      r        r            r      r                 r
device_policy        r        r            r      r                 r
device_key           r        r            r      r                 r
retention_rule       r        r            r      r                 r
evaluation_question  r        r            r      r                 r
partner              cru      r            crud   crud              crud
event                cru      r            crud   crud              crud
training_session     cru      r            crud   crud              crud
event_staff          cru      r            crud   crud              crud
mentor               cru      r            crud   crud              crud
booking              cru      r            crud   crud              crud
roster_snapshot      cr       r            cr     cr                cr
walk_in              cru      r            crud   crud              crud
attendance_mark      cr       r            cr     cr                cr
contact              cr       -            crud   crud              crud
clearance            cr       -            crud   crud              crud
mentee               -        cru          crud   crud              crud
consent              r        r            crud   crud              crud
match                -        cru          crud   crud              crud
document_issue       cr       r            cr     cr                cr
document_revocation  r        r            cr     cr                cr
print_run            cr       r            cr     cr                cr
evaluation_answer    cr       r            cr     cr                cr
conflict             r        r            r      r                 r
safeguarding_contact r        r            r      r                 crud
safeguarding_key     r        r            r      r                 crud
concern_receipt      r        r            r      r                 cr
concern              c        c            c      c                 cr
concern_key_grant    -        -            -      -                 cr
rights_request       r        -            crud   crud              crud
legal_hold           r        -            r      crud              crud
access               c        c            c      c                 cr
"""
GRANTED = {line.split()[0]: dict(zip(ROLES, line.split()[1:], strict=True)) for line in TABLE.splitlines()[2:]}

WHERE = {
    "national": "national",
    "region": "region/LDN",
    "staff": "region/LDN/staff",
    "partner": "partner/p1",
    "safeguarding": "region/LDN/safeguarding",
    "any": "region/LDN",
}


def specimen(kind: str, record_id: str, author: str) -> dict[str, Any]:
    """The smallest record of a kind: what it must have, and nothing more."""
    fields = {
        field.name: plain(field.type)
        for field in inspect.type_info(KINDS[kind]).fields  # type: ignore[attr-defined]  # of a struct
        if field.required
    }
    own = {"concern": {"recorder_id": author}, "access": {"reader_id": author}}
    return {**fields, "id": record_id, **own.get(kind, {})}


def plain(of: inspect.Type) -> Any:
    """Any value of this type."""
    match of:
        case inspect.LiteralType(values=values):
            return values[0]
        case inspect.DateTimeType():
            return "2026-11-21T10:00:00Z"
        case inspect.DateType():
            return "2026-11-21"
        case inspect.IntType() | inspect.FloatType():
            return 1
        case inspect.BoolType():
            return False
        case inspect.ListType() | inspect.VarTupleType():
            return []
        case inspect.DictType():
            return {}
        case inspect.UnionType(types=types):
            return plain(types[0])
    return "AAAA"


@dataclass
class Tried:
    """What one role came to: for each kind, the letters of what it could."""

    could: dict[str, str]
    answers: dict[tuple[str, str], str]


def try_everything(centre: Centre, role: Role) -> Tried:
    """Read, create, change and remove one record of each kind, as a person of this role."""
    email = f"{role}@example.org"
    user = centre.add_user(email, role=role, partner_id="p1")
    for kind, record in KINDS.items():
        for name in ("changed", "removed"):
            planted = msgspec.convert(specimen(kind, f"{kind}-{name}-{role}", "office"), record)
            centre.put(WHERE[record.family], planted)
    laptop = Laptop(centre, email)
    laptop.seqs = dict.fromkeys(laptop.enrolled["scope"], 0)
    sent = {(change["kind"], change["id"]) for change in laptop.pull()["changes"]}
    tries = {}
    for kind, record in KINDS.items():
        place = {"kind": kind, "partition": WHERE[record.family]}
        # One of its texts or, of a record without any, whatever it has.
        change = {"since_schema_9": "written by a laptop"}
        tries["c", kind] = laptop.op("create", f"{kind}-new-{role}", fields=specimen(kind, "", user), **place)
        tries["c", kind]["fields"].pop("id")
        tries["u", kind] = laptop.op(
            "update", f"{kind}-changed-{role}", fields=change, read={"since_schema_9": 1}, **place
        )
        tries["d", kind] = laptop.op("delete", f"{kind}-removed-{role}", read={"id": 1}, **place)
    results = dict(zip(tries, laptop.push(*tries.values()), strict=True))
    answers = {key: " ".join(filter(None, (one["status"], one["code"]))) for key, one in results.items()}
    done = {key for key, answer in answers.items() if answer == "applied"}
    there = {record[0] for record in centre.sql("SELECT id FROM record WHERE NOT deleted")}
    could = {}
    for kind in KINDS:
        letters = "c" if ("c", kind) in done and f"{kind}-new-{role}" in there else ""
        letters += "r" if (kind, f"{kind}-changed-{role}") in sent else ""
        letters += "u" if ("u", kind) in done and (kind, "since_schema_9") in written(centre, role) else ""
        letters += "d" if ("d", kind) in done and f"{kind}-removed-{role}" not in there else ""
        could[kind] = letters or "-"
    return Tried(could, answers)


def written(centre: Centre, role: Role) -> set[tuple[str, str]]:
    """Which kinds have a field that this role's laptop wrote."""
    rows = centre.sql("SELECT kind FROM record WHERE id LIKE %s AND data ? 'since_schema_9'", f"%-changed-{role}")
    return {(kind, "since_schema_9") for (kind,) in rows}


def test_the_table_has_a_line_for_every_kind_and_a_column_for_every_role() -> None:
    assert list(GRANTED) == list(KINDS)
    assert TABLE.splitlines()[1].split() == list(get_args(Role))


@pytest.mark.parametrize("role", ROLES)
def test_each_role_can_what_the_table_says_and_nothing_else(centre: Centre, role: Role) -> None:
    centre.put("region/LDN", msgspec.convert(specimen("partner", "p1", ""), KINDS["partner"]))
    tried = try_everything(centre, role)
    assert tried.could == {kind: granted[role] for kind, granted in GRANTED.items()}, tried.answers


@pytest.mark.parametrize("role", ROLES)
def test_no_role_reads_or_writes_another_region_or_another_region_s_schools(centre: Centre, role: Role) -> None:
    centre.put("region/CDF", msgspec.convert(specimen("partner", "p9", ""), KINDS["partner"]))
    centre.add_user("somebody@example.org", role=role, partner_id="p1")
    laptop = Laptop(centre, "somebody@example.org")
    elsewhere = {"region": "region/CDF", "staff": "region/CDF/staff", "partner": "partner/p9", "any": "region/CDF",
                 "safeguarding": "region/CDF/safeguarding"}  # fmt: skip
    for place in set(elsewhere.values()):
        assert laptop.post("/sync/page", {"partition": place}).json()["code"] == "not_allowed"
    laptop.seqs = dict.fromkeys(elsewhere.values(), 0)
    assert not laptop.pull()["changes"]
    ops = [
        laptop.op("create", f"{kind}-there", kind=kind, partition=elsewhere[record.family], fields={})
        for kind, record in KINDS.items()
        if record.family != "national"
    ]
    assert {result["code"] for result in laptop.push(*ops)} <= {"out_of_scope"}
    assert partitions.granted(role, "LDN", "p1", []) == laptop.enrolled["scope"]
