"""What a laptop wrote for a place that it has lost meanwhile is kept whole, and decided on in the office."""

from __future__ import annotations

from typing import Any

import pytest
from typer.testing import CliRunner

from onemm_central.cli import app
from onemm_central.inbox.service import items
from onemm_central.records.erasure import erase
from onemm_wire.records import Mentee, Partner
from tests.central.laptops import LONDON, Laptop
from tests.central_service import Centre

SCHOOL = "partner/p1"


@pytest.fixture
def moved(centre: Centre) -> Laptop:
    """Mair's laptop: she coordinated one school, wrote offline about its young people, and coordinates another now."""
    for school in ("p1", "p2"):
        centre.put(LONDON, Partner(id=school, name=school, partner_kind="school"))
    centre.put(SCHOOL, zofia())
    centre.add_user("mair@example.org", name="Mair", role="coordinator", partner_id="p1")
    laptop = Laptop(centre, "mair@example.org")
    laptop.pull()
    centre.sql("UPDATE role SET partner_id = 'p2'")
    return laptop


def zofia(**fields: Any) -> Mentee:
    born = {"date_of_birth": "2009-02-03"}
    names = {"reference": "LDN-Y-1", "partner_id": "p1", "given_name": "Zofia", "family_name": "Wójcik"}
    return Mentee(id="y1", **{**names, **born, **fields})


def edit(laptop: Laptop, read: int = 1, **fields: Any) -> dict[str, Any]:
    previous = fields.pop("previous", None)
    return laptop.op(
        "update", "y1", kind="mentee", partition=SCHOOL, fields=fields, read=dict.fromkeys(fields, read),
        previous=previous,
    )  # fmt: skip


def command(centre: Centre, monkeypatch: pytest.MonkeyPatch, *words: str, status: int = 0) -> str:
    monkeypatch.setenv("ONEMM_DATABASE_URL", centre.database.url)
    done = CliRunner().invoke(app, ["inbox", *words])
    assert done.exit_code == status, done.output
    return done.output


def waiting(centre: Centre) -> list[str]:
    with centre.database.connection() as connection:
        return [item.id for item in items(connection)]


def test_an_op_for_a_lost_place_is_kept_whole_and_answered(moved: Laptop) -> None:
    op = edit(moved, notes="Moved house")
    (answer,) = moved.push(op)
    assert (answer["status"], answer["code"]) == ("rejected", "out_of_scope")
    assert waiting(moved.centre) == [answer["values"]["inbox"]]
    with moved.centre.database.connection() as connection:
        (item,) = items(connection)
    assert (item.person, item.laptop, item.partition, item.record_id) == ("Mair", "Desk 1", SCHOOL, "y1")
    assert item.op is not None
    assert {name: item.op[name] for name in ("n", "verb", "fields", "at")} == {
        "n": 1, "verb": "update", "fields": {"notes": "Moved house"}, "at": op["at"],
    }  # fmt: skip


def test_sent_again_it_is_not_kept_twice(moved: Laptop) -> None:
    op = edit(moved, notes="Moved house")
    assert moved.push(op) == moved.push(op)
    assert len(waiting(moved.centre)) == 1


def test_nothing_waits_behind_it_on_the_laptop(moved: Laptop) -> None:
    first = edit(moved, notes="Moved house")
    second = edit(moved, notes="Moved to Cardiff", previous=first["n"])
    assert moved.statuses(second, edit(moved, stage="paused", previous=second["n"])) == ["rejected out_of_scope"] * 2
    assert moved.statuses(first) == ["rejected out_of_scope"]
    assert len(waiting(moved.centre)) == 3


def test_what_the_laptop_never_held_is_refused_and_not_kept(moved: Laptop) -> None:
    strange = {**edit(moved, notes="x"), "partition": "partner/p3"}
    wrong_kind = {**edit(moved, notes="x"), "kind": "event"}
    assert moved.statuses(strange, wrong_kind) == ["rejected out_of_scope", "rejected out_of_scope"]
    assert waiting(moved.centre) == []


def test_a_place_given_back_needs_no_inbox(moved: Laptop) -> None:
    moved.centre.sql("UPDATE role SET partner_id = 'p1'")
    assert moved.statuses(edit(moved, notes="Moved house")) == ["applied"]


def test_what_is_applied_counts_as_its_authors(moved: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    op = edit(moved, notes="Moved house")
    (answer,) = moved.push(op)
    item = answer["values"]["inbox"]
    assert f"{item}\t" in command(moved.centre, monkeypatch, "list")
    shown = command(moved.centre, monkeypatch, "show", item)
    assert 'notes: "Moved house" (was null; at the centre "")' in shown
    assert command(moved.centre, monkeypatch, "apply", item) == "Applied.\n"
    assert moved.centre.records("mentee")["y1"]["notes"] == "Moved house"
    assert moved.centre.sql("SELECT author, device_id, op_n FROM history WHERE rev = 2 AND record_id = 'y1'") == [
        (moved.enrolled["user_id"], moved.enrolled["device_id"], 1)
    ]
    assert moved.statuses(op) == ["applied"]
    assert waiting(moved.centre) == []
    assert "Nothing waits" in command(moved.centre, monkeypatch, "apply", item, status=1)


def test_applied_late_it_overwrites_nobody(moved: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    (answer,) = moved.push({**edit(moved, given_name="Sofia"), "was": {"given_name": "Zofia"}})
    moved.centre.put(SCHOOL, zofia(given_name="Zosia"))
    assert "Needs review" in command(moved.centre, monkeypatch, "apply", answer["values"]["inbox"])
    (asked,) = moved.centre.records("conflict", SCHOOL).values()
    assert (asked["centre"], asked["laptop"], asked["laptop_by_name"]) == ("Zosia", "Sofia", "Mair")


def test_what_builds_on_another_change_comes_after_it(moved: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    first = edit(moved, notes="Moved house")
    second = edit(moved, notes="Moved to Cardiff", previous=first["n"])
    earlier, later = (answer["values"]["inbox"] for answer in moved.push(first, second))
    assert "must be applied first" in command(moved.centre, monkeypatch, "apply", later, status=1)
    assert waiting(moved.centre) == [earlier, later]
    command(moved.centre, monkeypatch, "apply", earlier)
    command(moved.centre, monkeypatch, "apply", later)
    assert moved.centre.records("mentee")["y1"]["notes"] == "Moved to Cardiff"


def test_what_cannot_be_applied_waits_on(moved: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    op = {**edit(moved, notes="x"), "id": "nobody"}
    (answer,) = moved.push(op)
    told = command(moved.centre, monkeypatch, "apply", answer["values"]["inbox"], status=1)
    assert "not at the centre" in told
    assert moved.push(op) == [answer]
    assert len(waiting(moved.centre)) == 1


def test_what_is_dismissed_stays_on_record(moved: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    (answer,) = moved.push(edit(moved, notes="x"))
    item = answer["values"]["inbox"]
    command(moved.centre, monkeypatch, "dismiss", item, "--reason", "out of date")
    assert waiting(moved.centre) == []
    assert "(dismissed)" in command(moved.centre, monkeypatch, "show", item)
    assert moved.centre.sql("SELECT state, note, op IS NOT NULL FROM inbox") == [("dismissed", "out of date", True)]
    assert "Nothing waits" in command(moved.centre, monkeypatch, "dismiss", item, "--reason", "again", status=1)
    assert "no such item" in command(moved.centre, monkeypatch, "show", "x", status=1)


def test_an_erased_person_leaves_the_inbox_too(moved: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    (answer,) = moved.push(edit(moved, notes="lives at 7 Heol y Felin"))
    with moved.centre.database.connection() as connection:
        erase(connection, "mentee", "y1", reason="asked for it", author="test")
    assert moved.centre.sql("SELECT state, op FROM inbox") == [("erased", None)]
    assert "erased mentee" in command(moved.centre, monkeypatch, "show", answer["values"]["inbox"])
    assert waiting(moved.centre) == []
