"""Making this laptop one of the centre's devices. Nothing is written before the centre has said yes to everything."""

from __future__ import annotations

import base64
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import func, select

from onemm_desktop.models import Device
from onemm_desktop.models.database import Database
from onemm_desktop.sync.access import Access
from onemm_desktop.sync.calls import Cancelled, never
from onemm_desktop.sync.transport import Transport
from onemm_wire import proof, succession
from onemm_wire.protocol import Enrol, Enrolled, Hello, SignedIn, SignIn

log = logging.getLogger(__name__)

#: The names under which the vault keeps this laptop's two secrets: the key it enrolled with, and the access token that
#: came with it, which ends within a quarter of an hour (an earlier program's: with the first proof of the key).
TOKEN = "device_token"  # noqa: S105  (a name)
KEY = "device_key"


@dataclass(frozen=True)
class Enrolment:
    """What the centre granted, and the private half of this device's key: in memory until ``write``."""

    address: str
    device_name: str
    granted: Enrolled
    private_key: bytes

    def __repr__(self) -> str:
        # The token and the key must not turn up in a crash report.
        return f"Enrolment({self.granted.device_id})"


def connect(address: str, cancelled: Cancelled = never) -> Hello:
    """Who answers at an address, before anyone types a password. KnownError NOT_THE_CENTRE, UNREACHABLE, INSECURE."""
    return Transport(address).hello(cancelled)


def sign_in(address: str, email: str, password: str, cancelled: Cancelled = never) -> SignedIn:
    """A pass of fifteen minutes and the regions to choose from. KnownError REFUSED with code WRONG_PASSWORD."""
    return Transport(address).sign_in(SignIn(email=email.strip(), password=password), cancelled)


def enrol(
    address: str,
    signed_in: SignedIn,
    *,
    code: str,
    region: str,
    device_name: str,
    platform: str,
    app_version: str,
    cancelled: Cancelled = never,
) -> Enrolment:
    """Ask for the device. KnownError REFUSED with code WRONG_CODE, CODE_USED, CODE_EXPIRED or SIGNED_OUT."""
    key = Ed25519PrivateKey.generate()
    public_key = base64.b64encode(key.public_key().public_bytes_raw()).decode()
    transport = Transport(address, signed_in.token)
    granted = transport.enrol(
        Enrol(
            code=code.strip(),
            region=region,
            device_name=device_name,
            platform=platform,
            app_version=app_version,
            public_key=public_key,
            proof=proof.sign(key.private_bytes_raw(), "enrol", signed_in.token, public_key),
        ),
        cancelled,
    )
    return Enrolment(transport.address, device_name, granted, key.private_bytes_raw())


def write(database: Database, keep: Callable[[str, bytes], object], enrolment: Enrolment, *, now: datetime) -> None:
    """Keep what was granted: secrets first, the device row last, because its presence is what says "enrolled".

    ``keep`` is the vault's. Raises RuntimeError if this database belongs to a device already.
    """
    granted = enrolment.granted
    keep(TOKEN, granted.token.encode())
    keep(KEY, enrolment.private_key)
    with database.sync_write() as session:
        if session.scalar(select(func.count()).select_from(Device)):
            raise RuntimeError("this database belongs to a device already")
        session.add(
            Device(
                device_id=granted.device_id,
                block=granted.block,
                device_name=enrolment.device_name,
                address=enrolment.address,
                centre=granted.centre,
                centre_seal_key=granted.seal_key,
                centre_sign_key=granted.sign_key,
                pins=list(granted.pins),
                epoch=granted.epoch,
                user_id=granted.user_id,
                user_name=granted.user_name,
                role=granted.role,
                region=granted.region,
                region_name=granted.region_name,
                scope=granted.scope,
                clock_offset=round((granted.server_time - now).total_seconds(), 1),
            )
        )


def greet(database: Database, hello: Hello) -> None:
    """Keep what is new about the centre: its pins, and its keys for files, if the ones known here lead to them.

    A laptop that enrolled before its centre had any takes the first it is shown.
    """
    with database.read() as session:
        device = session.scalars(select(Device)).one()
    keys, pins = (device.centre_seal_key, device.centre_sign_key), device.pins
    shown = (hello.seal_key, hello.sign_key)
    if hello.seal_key and shown != keys and _is_heir(device, hello):
        keys = shown
    if hello.pins:
        pins = list(hello.pins)
    if (keys, pins) == ((device.centre_seal_key, device.centre_sign_key), device.pins):
        return
    with database.sync_write() as session:
        device = session.scalars(select(Device)).one()
        if device.centre_sign_key not in ("", keys[1]):
            # Answers to files that were sealed before are signed by it.
            device.former_sign_keys = [device.centre_sign_key, *device.former_sign_keys]
        device.centre_seal_key, device.centre_sign_key = keys
        device.pins = pins


def _is_heir(device: Device, hello: Hello) -> bool:
    if not device.centre_sign_key:
        return True
    if succession.leads_to(device.centre_sign_key, device.centre, hello.successions, hello.seal_key, hello.sign_key):
        return True
    log.warning("the centre shows keys that the ones known here did not sign; they are not taken")
    return False


def transport_of(device: Device, token: bytes = b"", key: Callable[[], bytes] | None = None) -> Transport:
    """The way to the centre of an enrolled laptop, which talks to no other.

    ``key`` asks the vault for the device's private key, by which access tokens are got; ``token`` is one that may
    still be good. Without ``key`` it is all there is.
    """
    if key is None:
        return Transport(device.address, token.decode(), centre=device.centre, pins=device.pins)
    access = Access(device.device_id, device.centre, key, token.decode())
    return Transport(device.address, centre=device.centre, access=access, pins=device.pins)
