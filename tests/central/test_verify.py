"""The public page: what it says of a certificate, whom it says it to, and what it never says."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import msgspec
import pytest
import requests
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from onemm_central.bundles.keys import rotate
from onemm_central.central import identity_of
from onemm_central.devices import certifying
from onemm_central.devices import service as devices
from onemm_central.verify.words import VERDICTS
from onemm_wire import certificates, device_keys
from onemm_wire.certificate_numbers import certificate_number
from onemm_wire.certificates import Content
from onemm_wire.records import DeviceKey, DocumentIssue, DocumentRevocation
from tests.central.laptops import LONDON, Laptop
from tests.central_service import Centre

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
KEY = bytes(range(1, 33))
PUBLIC = Ed25519PrivateKey.from_private_bytes(KEY).public_key().public_bytes_raw()


class Issuer:
    """A laptop whose key the centre certified when it enrolled, and what it signs."""

    def __init__(self, centre: Centre) -> None:
        self.centre = centre
        self.laptop = Laptop(centre, "siân@example.org")
        self.block: int = self.laptop.enrolled["block"]
        with centre.database.connection() as connection:
            # The robot enrols with a key that nobody has, so none of it is certified; this is the one it signs with.
            certifying.certify(connection, self.laptop.enrolled["device_id"], PUBLIC, NOW)
        self.content = Content(
            kind="certificate_of_attendance",
            number=certificate_number("LDN", 2026, self.block, 42),
            name="Rukhsana <b>Begum</b> & رخسانہ",
            title="Mentor training: the first hour together",
            held_on=date(2026, 11, 21),
            hours=5.5,
        )
        self.code = certificates.code_of(self.content, KEY)

    def issued(self, **fields: str) -> DocumentIssue:
        said = self.content
        issue = DocumentIssue(
            id="d1",
            document="certificate_of_attendance",
            number=said.number,
            person_id="s1",
            event_id="e1",
            name_as_printed=said.name,
            title=said.title,
            hours=said.hours,
            held_on=said.held_on,
            issued_at=NOW,
            code=self.code,
        )
        return msgspec.structs.replace(issue, **fields)

    def revoked(self) -> DocumentRevocation:
        return DocumentRevocation(
            id="r1", number=self.content.number, reason="issued_in_error", revoked_at=NOW, by_id="u1"
        )


@pytest.fixture
def issuer(centre: Centre) -> Iterator[Issuer]:
    centre.add_user("siân@example.org")
    yield Issuer(centre)


def said(answer: requests.Response) -> str:
    """The heading of the answer, by its word."""
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    return next(state for state, verdict in VERDICTS.items() if f">{verdict.heading.en}<" in answer.text)


def test_the_code_of_a_certificate_shows_what_was_signed(issuer: Issuer) -> None:
    issuer.centre.put(LONDON, issuer.issued())
    for address in (f"/v/{issuer.code}", f"/V/{issuer.code}", f"/v/{issuer.code.lower()}", f"/verify/{issuer.code}"):
        answer = issuer.centre.get(address)
        assert (answer.status_code, said(answer)) == (200, "valid")
    assert "Rukhsana &lt;b&gt;Begum&lt;/b&gt; &amp; رخسانہ" in answer.text
    for expected in (issuer.content.title, "21 November 2026", "5.5", issuer.content.number, "Certificate of attend"):
        assert expected in answer.text


def test_before_the_laptop_has_synchronised_the_paper_proves_itself(issuer: Issuer) -> None:
    assert said(issuer.centre.get(f"/v/{issuer.code}")) == "genuine"


def test_a_revoked_and_a_replaced_one_say_so_by_code_and_by_number(issuer: Issuer) -> None:
    by = {"code": f"/v/{issuer.code}", "number": f"/verify/{issuer.content.number}"}
    newer = msgspec.structs.replace(issuer.issued(), id="d2", number="LDN26-9", supersedes=issuer.content.number)
    issuer.centre.put(LONDON, issuer.issued(), newer)
    for address in by.values():
        answer = issuer.centre.get(address)
        assert said(answer) == "superseded"
        assert "LDN26-9" in answer.text
    issuer.centre.put(LONDON, issuer.revoked())
    for address in by.values():
        answer = issuer.centre.get(address)
        assert said(answer) == "revoked"
        assert "23 November 2026" in answer.text


def test_a_number_alone_tells_nothing_of_whose_it_is(issuer: Issuer) -> None:
    issuer.centre.put(LONDON, issuer.issued())
    answer = issuer.centre.get(f"/verify/{issuer.content.number.lower()}")
    assert said(answer) == "valid"
    for secret in ("Rukhsana", issuer.content.title, "21 November", "s1", "e1"):
        assert secret not in answer.text
    assert said(issuer.centre.get(f"/verify/{certificate_number('LDN', 2026, issuer.block, 43)}")) == "unknown"


def test_a_changed_letter_a_forgery_and_nonsense_are_refused_without_a_name(issuer: Issuer) -> None:
    issuer.centre.put(LONDON, issuer.issued())
    changed = certificates.code_of(replace(issuer.content, name="Somebody Else"), bytes(32))
    letter = "B" if issuer.code[-9] != "B" else "C"
    for code, states in (
        (changed, {"false"}),
        (issuer.code[:-9] + letter + issuer.code[-8:], {"false", "unreadable"}),
        (issuer.code[:-20], {"unreadable"}),
        ("not a code at all, nor a number", {"unreadable"}),
        ("%00", {"unreadable"}),
    ):
        answer = issuer.centre.get(f"/v/{code}")
        assert said(answer) in states
        assert "Somebody" not in answer.text
        assert "Rukhsana" not in answer.text


def test_what_another_laptop_signs_under_this_ones_numbers_is_not_vouched_for(issuer: Issuer) -> None:
    issuer.centre.add_user("nia@example.org")
    other = Laptop(issuer.centre, "nia@example.org")
    with issuer.centre.database.connection() as connection:
        thief = bytes(range(2, 34))
        public = Ed25519PrivateKey.from_private_bytes(thief).public_key().public_bytes_raw()
        certifying.certify(connection, other.enrolled["device_id"], public, NOW)
    assert said(issuer.centre.get(f"/v/{certificates.code_of(issuer.content, thief)}")) == "false"


def test_a_lost_laptop_proves_only_what_it_had_handed_in(issuer: Issuer) -> None:
    handed_in = issuer.issued()
    issuer.centre.put(LONDON, handed_in)
    issuer.centre.revoke(issuer.laptop.enrolled["device_id"])
    assert said(issuer.centre.get(f"/v/{issuer.code}")) == "valid"
    later = replace(issuer.content, number=certificate_number("LDN", 2026, issuer.block, 99))
    assert said(issuer.centre.get(f"/v/{certificates.code_of(later, KEY)}")) == "unsure"


def test_new_keys_of_the_laptop_and_of_the_centre_leave_old_papers_as_they_are(issuer: Issuer) -> None:
    centre = issuer.centre
    with centre.database.connection() as connection:
        certifying.certify(connection, issuer.laptop.enrolled["device_id"], bytes(range(3, 35)), NOW)
        rotate(connection, identity_of(centre.database))
        certifying.certify_anew(connection)
    assert said(centre.get(f"/v/{issuer.code}")) == "genuine"


def test_the_form_answers_in_welsh_and_keeps_what_was_asked_out_of_the_address(issuer: Issuer) -> None:
    issuer.centre.put(LONDON, issuer.issued())
    answer = requests.post(issuer.centre.address + "/verify", data={"asked": issuer.code, "lang": "cy"}, timeout=30)
    assert VERDICTS["valid"].heading.cy in answer.text
    assert '<html lang="cy">' in answer.text
    assert "21 Tachwedd 2026" in answer.text
    assert issuer.code not in answer.url
    welsh = requests.get(issuer.centre.address + "/verify", headers={"Accept-Language": "cy-GB,en"}, timeout=30)
    assert "Gwirio tystysgrif" in welsh.text
    empty = requests.post(issuer.centre.address + "/verify", data={"asked": " "}, timeout=30)
    assert "Check a certificate" in empty.text
    assert requests.post(issuer.centre.address + "/verify", data="a" * 9_000, timeout=30).status_code == 413


def test_the_page_loads_nothing_but_its_style_and_is_kept_and_found_by_nobody(issuer: Issuer) -> None:
    answer = issuer.centre.get(f"/v/{issuer.code}")
    policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'")
    assert "<script" not in answer.text
    assert "style=" not in answer.text
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["X-Robots-Tag"] == "noindex"
    style = issuer.centre.get("/verify/check.css")
    assert (style.status_code, style.headers["content-type"]) == (200, "text/css; charset=utf-8")


def test_nobody_reads_through_the_numbers(issuer: Issuer) -> None:
    answers = [issuer.centre.get(f"/verify/{number}").status_code for number in range(70)]
    assert answers[:60] == [200] * 60
    assert 429 in answers[60:]
    refused = issuer.centre.get("/verify/1")
    assert int(refused.headers["Retry-After"]) >= 1
    assert "try again in a minute" in refused.text


def test_whoever_builds_another_verifier_gets_the_keys(issuer: Issuer) -> None:
    told = issuer.centre.get("/verify/keys.json").json()
    keys = [msgspec.convert(key, DeviceKey) for key in told["keys"]]
    counting = device_keys.certified(keys, [base64.b64decode(told["sign_key"])])
    assert [certificates.read(issuer.code).holds(device_keys.raw(key)) for key in counting] == [True]


def test_shutting_out_twice_keeps_the_first_day(issuer: Issuer) -> None:
    device = issuer.laptop.enrolled["device_id"]
    with issuer.centre.database.connection() as connection:
        assert devices.revoke(connection, device, NOW)
        certifying.shut_out(connection, device, datetime(2027, 1, 1, tzinfo=UTC))
    shut = {key["shut_out_at"] for key in issuer.centre.records("device_key").values()}
    assert shut == {"2026-11-23T10:00:00Z"}
