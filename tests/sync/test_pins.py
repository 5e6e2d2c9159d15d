"""Pins and new keys: the laptop goes on talking to the centre it enrolled at, and to nobody who only looks like it."""

from __future__ import annotations

import ssl
from pathlib import Path

import msgspec
import pytest

from onemm_central.bundles.keys import rotate
from onemm_central.central import identity_of
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.sync import enrolment
from onemm_desktop.sync.transport import Timeouts, Transport
from onemm_wire.pins import is_pin, pin_of
from onemm_wire.protocol import Hello
from tests.central_service import Centre
from tests.sync.bad_servers import Authority, authority, talker
from tests.sync.carrying import bundles
from tests.sync.laptop import Laptop
from tests.sync.test_bad_networks import over_tls, trusted  # noqa: F401  (a fixture)


def problem_of(transport: Transport) -> Problem | None:
    try:
        transport.hello()
    except KnownError as error:
        return error.problem
    finally:
        transport.close()
    return None


def pinned_to(context: ssl.SSLContext, folder: Path) -> str:
    """The pin of the newest certificate that a test made here."""
    newest = max(folder.glob("localhost-*.pem"), key=lambda file: file.stat().st_mtime)
    first = newest.read_text().partition("-----END CERTIFICATE-----")
    return pin_of(ssl.PEM_cert_to_DER_cert(first[0] + first[1]))


def test_the_certificate_that_is_pinned_is_taken_and_another_is_hung_up_on(
    trusted: Authority,  # noqa: F811
    tmp_path: Path,
) -> None:
    """Though the authority that this laptop trusts vouches for both: a proxy that reads along is such a one."""
    context = trusted.context()
    pin = pinned_to(context, tmp_path)
    assert is_pin(pin)
    heard: list[bytes] = []
    with talker(over_tls(context, heard)) as there:
        address = f"https://localhost:{there.port}"
        quick = Timeouts(connect=1, read=1, whole=1)
        assert problem_of(Transport(address, pins=[pin, "of a key in reserve"], timeouts=quick)) is None
        assert len(heard) == 1
        heard.clear()
        other = pin.swapcase()
        assert problem_of(Transport(address, pins=[other], timeouts=quick)) is Problem.OTHER_CERTIFICATE
    assert b"".join(heard) == b""


def test_a_pin_does_not_replace_the_check_by_an_authority(trusted: Authority, tmp_path: Path) -> None:  # noqa: F811
    strange = tmp_path / "strange"
    strange.mkdir()
    context = authority(strange, "Venue").context()
    with talker(over_tls(context, [])) as there:
        pins = [pinned_to(context, strange)]
        assert problem_of(Transport(f"https://localhost:{there.port}", pins=pins)) is Problem.CERTIFICATE


def test_what_is_no_pin_is_none() -> None:
    assert not is_pin("")
    assert not is_pin("AAAA")
    assert not is_pin("é")
    with pytest.raises(ValueError, match=r"certificate|parsing"):
        pin_of(b"no certificate")


def test_a_laptop_keeps_the_pins_it_is_told_of(laptop: Laptop) -> None:
    hello = laptop.transport.hello()
    enrolment.greet(laptop.database, msgspec.structs.replace(hello, pins=("one", "two")))
    assert laptop.device.pins == ["one", "two"]
    enrolment.greet(laptop.database, hello)
    assert laptop.device.pins == ["one", "two"]


# --- new keys of the centre --------------------------------------------------------------------------------------


def rotated(centre: Centre, times: int = 1) -> None:
    with centre.database.connection() as connection:
        for _ in range(times):
            rotate(connection, identity_of(centre.database))


def keys(laptop: Laptop) -> tuple[str, str]:
    return laptop.device.centre_seal_key, laptop.device.centre_sign_key


def test_new_keys_are_taken_from_the_old_ones_however_often_they_changed_meanwhile(
    furnished: Centre, laptop: Laptop
) -> None:
    before = keys(laptop)
    rotated(furnished, 3)
    laptop.sync()
    shown = laptop.transport.hello()
    assert keys(laptop) == (shown.seal_key, shown.sign_key) != before


def test_keys_that_somebody_on_the_line_put_there_are_not_taken(
    laptop: Laptop, caplog: pytest.LogCaptureFixture
) -> None:
    before = keys(laptop)
    hello: Hello = msgspec.structs.replace(laptop.transport.hello(), seal_key="theirs", sign_key="theirs")
    enrolment.greet(laptop.database, hello)
    assert keys(laptop) == before
    assert "did not sign" in caplog.text
    caplog.clear()


def test_a_file_that_was_sealed_before_is_opened_after_and_answered_in_the_old_name(
    furnished: Centre, laptop: Laptop, tmp_path: Path
) -> None:
    """The laptop has met nobody since; all it knows are the former keys."""
    laptop.sync()
    laptop.add_mentor("Prys")
    file, answer = tmp_path / "changes.onemm-bundle", tmp_path / "answer.onemm-bundle"
    bundles(laptop).export(file)
    rotated(furnished, 2)
    answer.write_bytes(laptop.transport.deliver(file.read_bytes()))
    assert bundles(laptop).bring_back(answer).settled == 1
