"""PKCS#12 files as a certificate authority would hand them out, and some as it should not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12

PASSWORD = "Pen-y-Fan 886"
#: Real: pyHanko writes the computer's time, whatever a test's clock says.
NOW = datetime.now(UTC).replace(microsecond=0)
Key = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey | ed25519.Ed25519PrivateKey


@dataclass(frozen=True, slots=True)
class Signer:
    """A file under ``PASSWORD``, and the root that its certificate leads to. It holds from a minute ago, for a year."""

    file: bytes
    root: x509.Certificate


@cache
def signer(name: str, *, kind: str = "ec", spoilt: str = "") -> Signer:
    """``spoilt``: ``no key``, ``short key``, ``not for signing``, ``ed25519`` or ``expired``."""
    root_key, key = ec.generate_private_key(ec.SECP256R1()), _key(kind, spoilt)
    root_name = _named(f"Root of {name}")
    root = _certificate(root_name, root_name, root_key, root_key, signs=False)
    mine = _certificate(_named(name), root_name, key, root_key, signs=spoilt != "not for signing", spoilt=spoilt)
    held = None if spoilt == "no key" else key
    locked = BestAvailableEncryption(PASSWORD.encode())
    return Signer(pkcs12.serialize_key_and_certificates(b"1MM", held, mine, [root], locked), root)


def _key(kind: str, spoilt: str) -> Key:
    if spoilt == "ed25519":
        return ed25519.Ed25519PrivateKey.generate()
    if spoilt == "short key" or kind == "rsa":
        return rsa.generate_private_key(65537, 1024 if spoilt else 2048)
    return ec.generate_private_key(ec.SECP256R1())


def _named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])


def _certificate(
    subject: x509.Name, issuer: x509.Name, key: Key, by: ec.EllipticCurvePrivateKey, *, signs: bool, spoilt: str = ""
) -> x509.Certificate:
    root = subject == issuer
    begins = NOW - timedelta(days=400 if spoilt == "expired" else 0, minutes=1)
    use = x509.KeyUsage(
        digital_signature=signs, content_commitment=signs, key_encipherment=not root, data_encipherment=False,
        key_agreement=False, key_cert_sign=root, crl_sign=root, encipher_only=False, decipher_only=False,
    )  # fmt: skip
    built = x509.CertificateBuilder(
        issuer, subject, key.public_key(), x509.random_serial_number(), begins, begins + timedelta(days=365)
    )
    built = built.add_extension(x509.BasicConstraints(ca=root, path_length=None), critical=True)
    built = built.add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    return built.add_extension(use, critical=True).sign(by, SHA256())
