"""Pins: by which a laptop knows its centre's certificate, whatever authority vouches for another one.

A pin is SHA-256 over the certificate's SubjectPublicKeyInfo, in base64 (RFC 7469, section 2.4): a certificate that is
renewed for the same key keeps it. They are optional; a centre that names any also names one of a key in reserve.
"""

from __future__ import annotations

import base64
import binascii
import hashlib

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

#: A centre names no more.
MOST = 8


def pin_of(certificate: bytes) -> str:
    """The pin of a certificate in DER. Raises ValueError if it is none."""
    key = x509.load_der_x509_certificate(certificate).public_key()
    info = key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return base64.b64encode(hashlib.sha256(info).digest()).decode()


def is_pin(text: str) -> bool:
    """Whether this could be a pin."""
    try:
        return len(base64.b64decode(text, validate=True)) == hashlib.sha256().digest_size
    except (binascii.Error, ValueError):
        return False
