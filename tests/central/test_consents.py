"""A withdrawal of consent at the centre: nobody's laptop takes it back, with whatever program."""

from __future__ import annotations

from datetime import date

import pytest

from onemm_wire.records.consents import Consent
from tests.central.laptops import LONDON, SIAN, Laptop
from tests.central_service import Centre

AGREED = "0193d000-0000-7000-8000-00000000cc01"


@pytest.fixture
def office(centre: Centre) -> Laptop:
    """Somebody in the office, and Siân's consent, which she took back."""
    centre.add_user("rhian@example.org", role="staff")
    centre.put(
        LONDON,
        Consent(
            id=AGREED, person_id=SIAN, purpose="photographs", wording="1", given_by="self", method="paper_form",
            given_on=date(2026, 9, 1), withdrawn_on=date(2026, 10, 1), withdrawn_by="self",
        ),
    )  # fmt: skip
    return Laptop(centre, "rhian@example.org")


def test_a_withdrawal_is_not_taken_back(centre: Centre, office: Laptop) -> None:
    back = office.op("update", AGREED, kind="consent", fields={"withdrawn_on": None}, read={"withdrawn_on": 1})
    assert office.statuses(back) == ["rejected not_allowed"]
    assert centre.records("consent", LONDON)[AGREED]["withdrawn_on"] == "2026-10-01"


def test_what_else_a_consent_says_may_be_corrected(centre: Centre, office: Laptop) -> None:
    name = office.op("update", AGREED, kind="consent", fields={"giver_name": "Siân"}, read={"giver_name": 1})
    assert office.statuses(name) == ["applied"]
