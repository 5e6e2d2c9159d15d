"""Whether a certificate counts: one answer, on every laptop and on the centre's page."""

from __future__ import annotations

import base64
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from onemm_wire import device_keys, standing
from onemm_wire.certificates import Content, code_of, read
from onemm_wire.records import DeviceKey, DocumentIssue, DocumentRevocation
from onemm_wire.standing import Known, Standing
from tests.wire.test_certificates import CODE, KEY, PUBLIC, SIAN

TODAY = date(2026, 12, 1)
NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
CENTRE = bytes(range(32))
CENTRE_PUBLIC = Ed25519PrivateKey.from_private_bytes(CENTRE).public_key().public_bytes_raw()


def key_of(private: bytes = KEY, *, block: int = 7, region: str = "CDF") -> DeviceKey:
    public = Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()
    key = DeviceKey(
        id="k",
        region=region,
        block=block,
        public_key=base64.b64encode(public).decode(),
        valid_from=NOW,
        statement="",
    )
    return msgspec.structs.replace(key, statement=device_keys.state(key, CENTRE))


def issued(content: Content = SIAN, code: str = CODE, supersedes: str | None = None) -> DocumentIssue:
    return DocumentIssue(
        id="d",
        document="certificate_of_attendance",
        number=content.number,
        person_id="s",
        event_id="e",
        name_as_printed=content.name,
        title=content.title,
        hours=content.hours,
        held_on=content.held_on,
        issued_at=NOW,
        code=code,
        supersedes=supersedes,
    )


def revoked() -> DocumentRevocation:
    return DocumentRevocation(id="r", number=SIAN.number, reason="issued_in_error", revoked_at=NOW, by_id="u")


def of(code: str = CODE, *keys: DeviceKey, known: Known | None = None, today: date = TODAY) -> Standing:
    return standing.of_code(read(code), keys or (key_of(),), known or Known((issued(),)), today=today)


@pytest.mark.parametrize(
    ("known", "state"),
    [
        (Known((issued(),)), "valid"),
        (Known(), "genuine"),
        (Known((issued(),), revocations=(revoked(),)), "revoked"),
        (Known(revocations=(revoked(),)), "revoked"),
        (Known((issued(),), (issued(supersedes=SIAN.number),)), "superseded"),
        (Known((issued(code=""),)), "valid"),
        # Somebody was erased: their number stays taken, their paper stays true.
        (Known((issued(replace(SIAN, name=""), ""),)), "valid"),
        (Known((issued(replace(SIAN, name="Rukhsana Begum"), ""),)), "contested"),
        (Known((issued(), issued(replace(SIAN, name="Rukhsana Begum"), ""))), "contested"),
    ],
)
def test_a_signed_certificate_and_what_is_known_of_its_number(known: Known, state: str) -> None:
    found = of(known=known)
    assert (found.state, found.content) == (state, SIAN)


def test_one_that_was_replaced_names_the_one_that_counts() -> None:
    later = msgspec.structs.replace(issued(), number="CDF26-0007-00043-XX", supersedes=SIAN.number)
    assert of(known=Known((issued(),), (later,))).by == "CDF26-0007-00043-XX"


def test_one_whose_time_is_over_says_so_and_a_revoked_one_says_that_first() -> None:
    until = replace(SIAN, valid_until=date(2026, 11, 30))
    code = code_of(until, KEY)
    known = Known((issued(until, code),))
    assert of(code, known=known).state == "expired"
    assert of(code, known=known, today=date(2026, 11, 30)).state == "valid"
    assert of(code, known=replace(known, revocations=(revoked(),))).state == "revoked"


@pytest.mark.parametrize(
    ("key", "state"),
    [
        (key_of(bytes(32)), "false"),  # another key of the same block
        (key_of(block=8), "unsure"),  # a laptop that signs under another's numbers
        (key_of(region="LDN"), "unsure"),
        (msgspec.structs.replace(key_of(), public_key="no key"), "false"),
    ],
)
def test_what_no_key_of_its_block_signed_tells_nothing_of_what_it_says(key: DeviceKey, state: str) -> None:
    found = of(CODE, key)
    assert (found.state, found.content) == (state, None)


def test_a_former_key_of_the_laptop_still_verifies_what_it_signed() -> None:
    assert of(CODE, key_of(bytes(32)), key_of()).state == "valid"


def test_a_laptop_that_was_shut_out_proves_only_what_it_had_handed_in() -> None:
    stolen = msgspec.structs.replace(key_of(), shut_out_at=NOW)
    assert of(CODE, stolen).state == "valid"
    assert of(CODE, stolen, known=Known()).state == "unsure"
    assert of(CODE, stolen, known=Known((issued(replace(SIAN, name="Rukhsana Begum"), ""),))).state == "unsure"


@pytest.mark.parametrize(
    ("known", "state"),
    [(Known(), "unknown"), (Known((issued(),)), "valid"), (Known((issued(),), revocations=(revoked(),)), "revoked")],
)
def test_a_number_alone_tells_whether_it_counts_and_never_whose_it_is(known: Known, state: str) -> None:
    found = standing.of_number(SIAN.number, known)
    assert (found.state, found.content) == (state, None)


def test_only_a_key_of_which_the_centre_said_so_counts() -> None:
    good = key_of()
    bent = [
        msgspec.structs.replace(good, block=8),
        msgspec.structs.replace(good, region="LDN"),
        msgspec.structs.replace(good, public_key=base64.b64encode(CENTRE_PUBLIC).decode()),
        msgspec.structs.replace(good, valid_from=NOW + timedelta(days=1)),
        msgspec.structs.replace(good, statement=""),
        msgspec.structs.replace(good, statement=base64.b64encode(bytes(64)).decode()),
    ]
    assert device_keys.certified([good, *bent], [CENTRE_PUBLIC]) == [good]
    assert device_keys.certified([good], [bytes(32), PUBLIC]) == []
    assert device_keys.certified([good], [PUBLIC, CENTRE_PUBLIC]) == [good], "a former key of the centre's counts, too"
