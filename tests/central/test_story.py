"""A laptop's whole acquaintance with the centre, in plain requests."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from uuid import uuid4

from onemm_wire.records import Mentee, Mentor, Partner
from tests.central_service import Centre


def test_a_laptop_enrols_fetches_its_region_changes_it_and_pulls(centre: Centre) -> None:
    school = Partner(id=str(uuid4()), name="Ysgol Bryn", partner_kind="school")
    centre.put("region/LDN", school, Mentor(id="m1", reference="LDN-M-1", given_name="Siân", family_name="Prys"))
    centre.put(
        f"partner/{school.id}",
        Mentee(
            id="y1", reference="LDN-Y-1", partner_id=school.id, given_name="Ayesha", family_name="Begum",
            date_of_birth=date(2008, 5, 1),
        ),
    )  # fmt: skip
    centre.add_user("rhian@example.org")
    laptop = centre.enrol("rhian@example.org")
    assert laptop["scope"] == ["national", "region/LDN", "region/LDN/staff", f"partner/{school.id}"]

    page = centre.post("/sync/page", {"partition": "region/LDN"}, token=laptop["token"])
    head, *lines = [json.loads(line) for line in page.text.splitlines()]
    assert (head["total"], head["count"], head["next"]) == (2, 2, None)
    assert [line[0] for line in lines] == ["partner", "mentor"]

    op = {
        "n": 1, "kind": "mentor", "id": "m1", "partition": "region/LDN", "verb": "update",
        "fields": {"stage": "trained"}, "was": {"stage": "enquiry"}, "read": {"stage": 1},
        "by": laptop["user_id"], "at": datetime.now(UTC).isoformat(), "group": "g1",
    }  # fmt: skip
    pushed = centre.post("/sync/push", {"ops": [op]}, token=laptop["token"]).json()
    assert pushed["results"] == [
        {"n": 1, "status": "applied", "rev": 2, "seq": 3, "fields": {}, "code": "", "values": {}}
    ]

    cursor = {"epoch": laptop["epoch"], "schema": 1, "seqs": {"region/LDN": head["seq"]}}
    pulled = centre.post("/sync/pull", {"cursor": cursor}, token=laptop["token"]).json()
    assert [(change["id"], change["data"]["stage"]) for change in pulled["changes"]] == [("m1", "trained")]
    assert pulled["cursor"]["seqs"] == {"region/LDN": 3}
    assert not pulled["more"]
