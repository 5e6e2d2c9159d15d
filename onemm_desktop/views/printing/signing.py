"""Who signs the certificates that this laptop saves: an identity in the vault, or nobody. No Qt.

``documents.signature`` is imported where it is needed, as in ``papers``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from onemm_desktop.errors import KnownError, Problem

if TYPE_CHECKING:
    from onemm_desktop.documents.signature import Identity

#: The vault's word for the identity.
SECRET = "pdf signing"  # noqa: S105  (a name)
#: Why a certificate is signed, as a reader program shows it.
REASON = "Cyhoeddwyd gan / Issued by One Million Mentors"


@dataclass(frozen=True, slots=True)
class Hand:
    """What signs at one time. ``problem`` says why what should sign cannot; then nothing is signed."""

    identity: Identity | None
    problem: KnownError | None
    now: datetime

    @property
    def name(self) -> str:
        """Whose signature it is; nothing where there is none."""
        return "" if self.identity is None or self.problem is not None else self.identity.name

    def sign(self, pdf: bytes) -> bytes:
        """The PDF signed, or as it was where nobody signs."""
        from onemm_desktop.documents import signature

        if self.identity is None or self.problem is not None:
            return pdf
        return signature.signed(pdf, self.identity, now=self.now, reason=REASON)


class Signing:
    """``read``, ``keep`` and ``forget`` are the vault's."""

    def __init__(
        self,
        read: Callable[[str], bytes],
        keep: Callable[[str, bytes], object],
        forget: Callable[[str], object],
        clock: Callable[[], datetime],
    ) -> None:
        self._read = read
        self._keep = keep
        self._forget = forget
        self._clock = clock

    def bring(self, path: Path, password: str) -> Hand:
        """Take an identity out of a PKCS#12 file and keep it.

        Raises KnownError CANNOT_READ_FILE, SIGNER_FILE, SIGNER_PASSWORD or SIGNER_NOT_VALID; then it stays as it was.
        """
        from onemm_desktop.documents import signature

        try:
            with path.open("rb") as file:
                content = file.read(signature.LARGEST_FILE + 1)
        except OSError as error:
            raise KnownError(Problem.CANNOT_READ_FILE, file=path.name) from error
        identity = signature.opened(content, password)
        identity.may_sign(self._clock())
        self._keep(SECRET, signature.kept(identity))
        return self.hand()

    def forget(self) -> Hand:
        """From now on nobody signs."""
        self._forget(SECRET)
        return self.hand()

    def hand(self) -> Hand:
        """What signs now."""
        from onemm_desktop.documents import signature

        now = self._clock()
        try:
            content = self._read(SECRET)
        except KnownError as error:
            if error.problem is Problem.KEY_MISSING:
                return Hand(None, None, now)
            raise
        identity = signature.opened(content, "")
        try:
            identity.may_sign(now)
        except KnownError as error:
            return Hand(identity, error, now)
        return Hand(identity, None, now)
