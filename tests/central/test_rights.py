"""A person asks to be erased: nothing of theirs is left anywhere, and nobody else loses what is theirs."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, get_type_hints

import pytest
from typer.testing import CliRunner, Result

from onemm_central.audit.chain import verify
from onemm_central.cli import app
from onemm_central.rights.about import ABOUT, NOT_ABOUT, PEOPLE, about
from onemm_central.rights.erasing import erase_person, plan
from onemm_wire.partitions import partner, region, staff
from onemm_wire.records import (
    KINDS,
    AttendanceMark,
    Booking,
    Clearance,
    Contact,
    DocumentIssue,
    Event,
    Match,
    Mentee,
    Mentor,
    Partner,
    Record,
    WalkIn,
)
from tests.central.laptops import Laptop
from tests.central_service import Centre
from tests.documents.reading import texts

LONDON, OFFICE, SCHOOL = region("LDN"), staff("LDN"), partner("p1")
NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
#: Stands in every free text about Siân; whatever holds it has not been reached.
MARK = "zzyzx"

EVERYTHING = """
SELECT string_agg(line, ' ') FROM (
    SELECT record::text AS line FROM record UNION ALL SELECT history::text FROM history
    UNION ALL SELECT op_result::text FROM op_result UNION ALL SELECT inbox::text FROM inbox
    UNION ALL SELECT erasure::text FROM erasure UNION ALL SELECT audit_event::text FROM audit_event
) AS everything
"""


def young_person(name: str) -> Mentee:
    return Mentee(
        id=name, reference=f"LDN-Y-{name}", partner_id="p1", given_name=name, family_name="Begum",
        date_of_birth=date(2010, 5, 1),
    )  # fmt: skip


@pytest.fixture
def school(centre: Centre) -> Centre:
    """Siân (s1), who came first as a walk-in (w1), with two young people, a certificate and a colleague (s2)."""
    centre.put(
        LONDON,
        Mentor(id="s1", reference="1", given_name=MARK, family_name="O’Connor", notes=f"{MARK} rings"),
        Mentor(id="s2", reference="2", given_name="Ama", family_name="Osei"),
        Partner(id="p1", name="Oakwood", partner_kind="school"),
        Event(
            id="e1", reference="E1", title="Training", venue="Hall", starts_at=NOON, ends_at=NOON, hours=2, capacity=9,
        ),
        WalkIn(id="w1", event_id="e1", given_name=MARK, family_name="O’Connor", mentor_id="s1"),
        Booking(id="b1", event_id="e1", mentor_id="s1"),
        AttendanceMark(id="a1", event_id="e1", attendee_id="w1", state="late", reason=MARK, marked_at=NOON),
        DocumentIssue(
            id="d1", document="certificate_of_attendance", number="LDN26-1", person_id="s1", event_id="e1",
            name_as_printed=f"{MARK} O’Connor", title="Training", hours=2, held_on=date(2026, 11, 21), issued_at=NOON,
        ),
    )  # fmt: skip
    centre.put(
        OFFICE, Contact(id="c1", person_id="s1", email=f"{MARK}@example.org"),
        Clearance(id="k1", mentor_id="s1", level="enhanced", seen_by=MARK),
    )  # fmt: skip
    centre.put(
        SCHOOL, young_person("y1"), young_person("y2"),
        Match(id="m1", reference="1", mentor_id="s1", mentee_id="y1", partner_id="p1", notes=MARK, meetings_held=4),
        Match(id="m2", reference="2", mentor_id="s1", mentee_id="y2", partner_id="p1", notes=MARK),
    )  # fmt: skip
    return centre


def erased(centre: Centre, person: str) -> list[tuple[str, str]]:
    with centre.database.connection() as connection:
        return [(step.held.id, step.action) for step in erase_person(connection, person, reason="asked", author="Mair")]


def everything(centre: Centre) -> str:
    return str(centre.sql(EVERYTHING)[0][0])


def kept(record: type[Record]) -> set[str]:
    return {name for name in get_type_hints(record) if name.endswith("_id")}


def test_every_field_that_names_a_record_is_decided_on() -> None:
    naming = {(kind, name) for kind, record in KINDS.items() for name in kept(record)}
    assert naming - ABOUT - NOT_ABOUT == set()
    assert {kind for kind, _ in ABOUT | NOT_ABOUT} | PEOPLE <= set(KINDS)


@pytest.mark.parametrize("person", ["s1", "w1"])
def test_all_that_is_about_a_person_is_found_by_any_of_their_ids(school: Centre, person: str) -> None:
    with school.database.connection() as connection:
        known = about(connection, person)
    assert known is not None
    assert known.ids == {"s1", "w1"}
    assert {held.id for held in known.held} == {"s1", "w1", "b1", "a1", "d1", "c1", "k1", "m1", "m2"}


def test_nothing_of_theirs_is_left_anywhere(school: Centre) -> None:
    school.put(OFFICE, Contact(id="c1", person_id="s1", email=f"{MARK}@example.com"))
    school.sql("DELETE FROM record WHERE id = 'c1'")
    assert everything(school).count(MARK) > 10
    erased(school, "s1")
    assert MARK not in everything(school)
    assert "O’Connor" not in everything(school)
    with school.database.connection() as connection:
        assert verify(connection) == []


def test_a_match_and_a_certificate_stay_as_evidence_without_a_word_about_them(school: Centre) -> None:
    done = dict(erased(school, "s1"))
    assert {name for name, action in done.items() if action == "empty"} == {"m1", "m2", "d1"}
    assert school.records("match")["m1"]["meetings_held"] == 4
    certificate = school.records("document_issue")["d1"]
    assert (certificate["number"], certificate["name_as_printed"]) == ("LDN26-1", "")
    assert set(school.records("mentee")) == {"y1", "y2"}
    assert set(school.records("mentor")) == {"s2"}


def test_a_match_goes_once_both_have_gone(school: Centre) -> None:
    erased(school, "y1")
    assert dict(erased(school, "s1"))["m1"] == "erase"
    assert set(school.records("match")) == {"m2"}


def test_a_plan_changes_nothing_and_a_second_erasure_finds_nothing(school: Centre) -> None:
    before = everything(school)
    with school.database.connection() as connection:
        assert len(plan(connection, "s1")) == 9
        assert plan(connection, "nobody") == []
    assert everything(school) == before
    erased(school, "s1")
    assert erased(school, "s1") == []


def typed(centre: Centre, *words: str) -> Result:
    return CliRunner().invoke(app, list(words), env={"ONEMM_DATABASE_URL": centre.database.url})


def test_the_office_sees_what_would_be_done_before_it_is(school: Centre) -> None:
    tried = typed(school, "rights", "erase", "s1", "--dry-run")
    assert tried.output.endswith("Nothing was changed. It would be: 6 records erased, 3 emptied of names and notes.\n")
    assert typed(school, "rights", "erase", "s1").output == "An erasure needs a reason.\n"
    done = typed(school, "rights", "erase", "s1", "--reason", "asked for it")
    assert (done.exit_code, done.output.count("\n")) == (0, 10)
    again = typed(school, "rights", "erase", "s1", "--reason", "asked for it")
    assert (again.exit_code, again.output) == (1, "There is nothing about a person s1 that is not erased already.\n")


def pack_of(centre: Centre, person: str, folder: Path) -> tuple[str, Any, str]:
    """What the command says, the JSON, and the words of the PDF."""
    said = typed(centre, "rights", "access", person, "--out", str(folder)).output
    words = "\n".join(texts((folder / "pack.pdf").read_bytes()))
    return said, json.loads((folder / "pack.json").read_text()), words


def test_whoever_asks_gets_every_word_that_is_held_about_them(school: Centre, tmp_path: Path) -> None:
    """A mark in every text field of every kind that is linked to Siân: none is missing, in either form."""
    planted = 0
    for (record_id,) in school.sql("SELECT id FROM record WHERE id IN ('s1','w1','a1','d1','c1','k1','m1')"):
        for name, value in dict(school.sql("SELECT data FROM record WHERE id = %s", record_id)[0][0]).items():
            if value == "" or value == MARK:
                school.sql(
                    "UPDATE record SET data = jsonb_set(data, %s, to_jsonb(%s::text)) WHERE id = %s",
                    [name], f"planted{planted}x", record_id,
                )  # fmt: skip
                planted += 1
    said, pack, words = pack_of(school, "s1", tmp_path / "pack")
    assert planted > 10
    assert said.startswith("9 records and ")
    text = json.dumps(pack)
    assert [n for n in range(planted) if f"planted{n}x" not in text] == []
    assert [n for n in range(planted) if f"planted{n}x" not in words] == []
    assert "Ask the safeguarding lead." in words


def test_nobody_else_is_handed_over_unawares(school: Centre, tmp_path: Path) -> None:
    school.sql("""UPDATE record SET data = data || '{"notes": "Sister of AMA Osei; রহিম said so"}' WHERE id = 's1'""")
    school.sql("""UPDATE record SET data = data || '{"notes": "Nobody"}' WHERE id = 'm1'""")
    said, pack, words = pack_of(school, "s1", tmp_path / "pack")
    assert "Others are named at 1 places." in said
    assert pack["third_parties"] == [{"where": ["mentor", "s1", "notes"], "names": ["AMA Osei"]}]
    assert "Third party: AMA Osei" in words
    assert "Begum" not in json.dumps(pack)


def test_a_pack_is_for_nobody_else_on_this_machine_and_replaces_no_other(school: Centre, tmp_path: Path) -> None:
    pack_of(school, "s1", tmp_path / "pack")
    assert oct((tmp_path / "pack" / "pack.json").stat().st_mode)[-3:] == "600"
    again = typed(school, "rights", "access", "s1", "--out", str(tmp_path / "pack"))
    assert (again.exit_code, again.output.endswith("Choose another folder.\n")) == (1, True)
    (tmp_path / "file").write_text("")
    said = typed(school, "rights", "access", "s1", "--out", str(tmp_path / "file" / "x")).output
    assert said.startswith("The pack cannot be written to")


def test_who_changed_what_about_a_person_and_who_could_see_it(school: Centre) -> None:
    school.add_user("rhian@example.org", name="Rhian Prys", role="trainer")
    Laptop(school, "rhian@example.org").pull()
    school.sql("""UPDATE record SET data = data || '{"stage": "trained"}' WHERE id = 's1'""")
    lines = typed(school, "audit", "person", "w1").output.splitlines()
    assert [line.split("\t", 1)[1] for line in lines if 'stage: "enquiry"' in line] == [
        'update mentor s1\tpostgres\tstage: "enquiry" -> "trained"'
    ]
    assert lines[-1].split("\t")[1:] == [
        f"Rhian Prys on Desk 1, last seen {datetime.now(UTC):%Y-%m-%d}", "region/LDN region/LDN/staff",
    ]  # fmt: skip
    assert "Ama" not in "".join(lines)
    assert typed(school, "audit", "person", "s1", "--since", "2099-01-01").output.count("\n") == 1
    assert typed(school, "audit", "person", "nobody").output == "There is no person nobody.\n"
