"""The centre's side of TLS: 1.2 and newer, with forward secrecy; a renewed certificate is taken up without a stop.

OWASP ASVS 5.0, 12.1: only recommended versions and cipher suites. For 1.2 these are the ones with ECDHE and an AEAD.
"""

from __future__ import annotations

import ipaddress
import ssl
from pathlib import Path

from onemm_wire.pins import pin_of

CIPHERS = "ECDHE+AESGCM:ECDHE+CHACHA20"


def context_of(certificate: Path, key: Path | None) -> ssl.SSLContext:
    """A server's context. ``key`` may stand in the certificate's file. Raises OSError (which ssl.SSLError is)."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.set_ciphers(CIPHERS)
    context.load_cert_chain(certificate, key)
    return context


def pins_in(certificate: Path) -> list[str]:
    """The pin of the first certificate in a PEM file. Raises OSError, or ValueError if there is none."""
    return [pin_of(ssl.PEM_cert_to_DER_cert(_first(certificate.read_text(encoding="ascii"))))]


def is_this_machine(host: str) -> bool:
    """Whether who listens there hears nobody but this machine."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _first(text: str) -> str:
    begin, end = "-----BEGIN CERTIFICATE-----", "-----END CERTIFICATE-----"
    _, found, rest = text.partition(begin)
    if not found:
        raise ValueError("there is no certificate in the file")
    return begin + rest.partition(end)[0] + end
