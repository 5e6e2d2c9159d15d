"""How this laptop shows the centre that it is itself: a signed answer to a challenge, for a token of fifteen minutes.

When a token ends is reckoned by a clock that only counts, never by the one on the wall. Where that one stood still
while the laptop slept, the centre says that the token has ended, and it is asked for another.
"""

from __future__ import annotations

import base64
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from onemm_wire import proof
from onemm_wire.protocol import KeyAsked, TokenAsked, TokenGranted

#: Seconds before its end at which a token is not begun with any more: a batch of changes takes its time to arrive.
EARLY = 60.0


@dataclass(repr=False)
class Access:
    """The device ``device`` of the centre ``centre``. ``key`` asks the vault for its private key, each time anew.

    ``token`` may be one that is known already, of unknown age. ``counting`` counts seconds and never goes back.
    """

    device: str
    centre: str
    key: Callable[[], bytes]
    token: str = ""
    challenge: str = ""
    counting: Callable[[], float] = time.monotonic
    _ends: float = field(default=float("inf"), init=False)

    @property
    def is_due(self) -> bool:
        """Whether to ask for a token before the next request."""
        return not self.token or self.counting() > self._ends - EARLY

    def asked(self) -> TokenAsked:
        """The request for the next token. Without a challenge the centre answers it with one."""
        signature = proof.sign(self.key(), "token", self.centre, self.device, self.challenge)
        return TokenAsked(device=self.device, challenge=self.challenge, signature=signature)

    def rekeyed(self, old: bytes, new: bytes) -> KeyAsked:
        """The request to let a new key count in place of an old one."""
        public_key = base64.b64encode(
            Ed25519PrivateKey.from_private_bytes(new).public_key().public_bytes_raw()
        ).decode()
        words = (self.centre, self.device, self.challenge, public_key)
        return KeyAsked(
            device=self.device,
            challenge=self.challenge,
            public_key=public_key,
            signature=proof.sign(old, "rekey", *words),
            new_signature=proof.sign(new, "rekey", *words),
        )

    def granted(self, granted: TokenGranted) -> None:
        """Speak with this token from now on."""
        self.token, self.challenge = granted.token, granted.challenge
        self._ends = self.counting() + granted.seconds
