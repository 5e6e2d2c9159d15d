"""A first run without network and disk, for what only concerns the page itself. The real one is tested beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from onemm_desktop.errors import KnownError
from onemm_desktop.sync.status import SyncStatus
from onemm_wire.protocol import Enrolled, Hello, RegionChoice, SignedIn

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
LONDON = RegionChoice(code="LDN", name="London", role="staff")
CARDIFF = RegionChoice(code="CDF", name="Cardiff Capital Region", role="trainer")


@dataclass
class EasyFirstRun:
    """Says yes to everything but what stands in ``errors``: the next call of that name raises it, once."""

    needs_passphrase: bool = False
    errors: dict[str, KnownError] = field(default_factory=dict)
    asked: list[tuple[str, object]] = field(default_factory=list)

    def connect(self, address: str) -> Hello:
        self._note("connect", address)
        return Hello(centre="c", schemas=(1,), server_time=NOW)

    def sign_in(self, email: str, password: str) -> SignedIn:
        self._note("sign_in", email)
        return SignedIn(token="t", user_id="u", name="Priya Shah", regions=[LONDON, CARDIFF])

    def enrol(self, *, code: str, region: str, device_name: str, passphrase: str | None) -> Enrolled:
        self._note("enrol", (code, region, device_name, passphrase))
        return Enrolled(
            device_id="d",
            token="t",
            block=7,
            user_id="u",
            user_name="Priya Shah",
            role="staff",
            region=region,
            region_name="London",
            centre="c",
            epoch="e",
            scope=["national"],
            server_time=NOW,
        )

    def fetch(self, cancelled: Callable[[], bool], progress: Callable[[SyncStatus], None]) -> SyncStatus:
        self._note("fetch", None)
        progress(SyncStatus("receiving", received=1_200, total=5_400, travelled=1_310_000))
        return SyncStatus("online", last_verified=NOW)

    def _note(self, call: str, what: object) -> None:
        self.asked.append((call, what))
        error = self.errors.pop(call, None)
        if error is not None:
            raise error
