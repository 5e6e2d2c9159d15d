"""Expected refusals of a whole request: raised anywhere, answered in one place, with a code both sides know."""

from __future__ import annotations

from typing import Any

from onemm_wire.errors import Code

#: What HTTP calls each refusal. The laptop reads the code; the status is for proxies and logs.
STATUS: dict[Code, int] = {
    Code.BAD_REQUEST: 400,
    Code.WRONG_PASSWORD: 401,
    Code.SIGNED_OUT: 401,
    Code.STALE_CHALLENGE: 401,
    # Not 429, which says of a device that it is too fast: waiting is for a person here.
    Code.TOO_MANY_TRIES: 403,
    Code.WRONG_CODE: 403,
    Code.CODE_USED: 403,
    Code.CODE_EXPIRED: 403,
    Code.REVOKED: 403,
    Code.NOT_ALLOWED: 403,
    Code.NOT_FOUND: 404,
    Code.TOO_OLD: 409,
    Code.NEW_EPOCH: 409,
    Code.TOO_LARGE: 413,
    Code.NOT_A_BUNDLE: 400,
    Code.BUNDLE_DAMAGED: 400,
    Code.BUNDLE_CUT_SHORT: 400,
    Code.BUNDLE_TOO_NEW: 409,
    Code.BUNDLE_FOREIGN: 403,
    Code.BUNDLE_NOT_YOURS: 403,
    Code.BUNDLE_WRONG_WAY: 400,
    Code.BUNDLE_SENDER: 403,
    Code.TOO_FAST: 429,
    Code.BUSY: 503,
    Code.CENTRE_FAILED: 500,
}


class Refused(Exception):  # noqa: N818  (a fact, like the signals of the desktop)
    """The centre does not do what was asked. ``retry_after`` is in seconds."""

    def __init__(self, code: Code, *, retry_after: float | None = None, **values: Any) -> None:
        super().__init__(code.value)
        self.code = code
        self.values = values
        self.retry_after = retry_after

    @property
    def status(self) -> int:
        """The HTTP status of the answer."""
        return STATUS[self.code]
