"""A line to a centre whose certificate this laptop knows by its pin: any other is hung up on before a word is said.

An authority may have been talked into vouching for somebody else, or a venue's proxy have put its own among those that
this laptop trusts. Without pins the ordinary check of certificates is all there is; with them it still comes first.
"""

from __future__ import annotations

import ssl
from collections.abc import Collection

from urllib3.util.ssl_ import create_urllib3_context

from onemm_wire.pins import pin_of


class OtherCertificateError(ssl.SSLError):
    """Not the certificate that this laptop was told of."""


def context_for(pins: Collection[str]) -> ssl.SSLContext:
    """A client's context that goes on only with a certificate of these pins; whom it trusts is still to be said."""
    context = create_urllib3_context()
    context.sslsocket_class = _socket_of(frozenset(pins))
    return context


def _socket_of(pins: frozenset[str]) -> type[ssl.SSLSocket]:
    class PinnedSocket(ssl.SSLSocket):
        """Looks at the certificate right after the handshake: nothing of the request has been sent by then."""

        def do_handshake(self, block: bool = False) -> None:
            super().do_handshake(block)
            certificate = self.getpeercert(binary_form=True)
            if certificate is None or pin_of(certificate) not in pins:
                raise OtherCertificateError("not the certificate that was pinned")

    return PinnedSocket
