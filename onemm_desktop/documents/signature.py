"""Signing a PDF with the issuer's own certificate: PAdES B-B (ETSI EN 319 142-1), invisible, without a network.

It proves to a reader program that knows the issuer that the file is as it was saved. That the certificate counts is
proved by its QR code, with or without this (``docs/certificates.md``). pyHanko is imported when something is signed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, pkcs12

from onemm_desktop.errors import KnownError, Problem

_FIELD = "Signature"
#: PKCS#12 of a key and its chain is a few kilobytes.
LARGEST_FILE = 1_000_000
_SMALLEST_RSA = 2048


@dataclass(frozen=True, slots=True)
class Identity:
    """Who signs: a key, its certificate, and the certificates that lead to a root."""

    key: RSAPrivateKey | EllipticCurvePrivateKey
    certificate: x509.Certificate
    chain: tuple[x509.Certificate, ...]

    @property
    def name(self) -> str:
        """The certificate's common name, else its whole subject."""
        names = self.certificate.subject.get_attributes_for_oid(x509.NameOID.COMMON_NAME)
        return str(names[0].value) if names else self.certificate.subject.rfc4514_string()

    @property
    def begins(self) -> datetime:
        """Before this it may not sign."""
        return self.certificate.not_valid_before_utc

    @property
    def ends(self) -> datetime:
        """After this it may not sign."""
        return self.certificate.not_valid_after_utc

    def may_sign(self, now: datetime) -> None:
        """Raises KnownError SIGNER_NOT_VALID (``begins``, ``ends``) outside the certificate's time."""
        if not self.begins <= now.astimezone(UTC) <= self.ends:
            raise KnownError(
                Problem.SIGNER_NOT_VALID, begins=f"{self.begins:%d/%m/%Y}", ends=f"{self.ends:%d/%m/%Y}"
            )  # fmt: skip


def opened(file: bytes, password: str) -> Identity:
    """The identity in a PKCS#12 file. Raises KnownError SIGNER_PASSWORD, SIGNER_FILE where it holds none that signs."""
    if not _is_pkcs12(file):
        raise KnownError(Problem.SIGNER_FILE)
    try:
        key, certificate, others = pkcs12.load_key_and_certificates(file, password.encode() or None)
    except ValueError as error:
        raise KnownError(Problem.SIGNER_PASSWORD) from error
    return _identity(key, certificate, others)


def kept(identity: Identity) -> bytes:
    """The identity as PKCS#12 without a password: whoever keeps it seals it."""
    return pkcs12.serialize_key_and_certificates(
        None, identity.key, identity.certificate, identity.chain, NoEncryption()
    )  # fmt: skip


def signed(pdf: bytes, identity: Identity, *, now: datetime, reason: str) -> bytes:
    """The PDF with a signature after its end; nothing before is touched, and nothing may be changed after.

    Raises KnownError SIGNER_NOT_VALID.
    """
    from asn1crypto import keys
    from asn1crypto.x509 import Certificate
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import PdfSignatureMetadata, SimpleSigner, sign_pdf
    from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    identity.may_sign(now)
    private = identity.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    chain = SimpleCertificateStore()  # type: ignore[no-untyped-call]  # pyHanko is typed in parts
    chain.register_multiple(Certificate.load(one.public_bytes(Encoding.DER)) for one in identity.chain)
    signer = SimpleSigner(
        signing_cert=Certificate.load(identity.certificate.public_bytes(Encoding.DER)),
        signing_key=keys.PrivateKeyInfo.load(private),
        cert_registry=chain,
    )
    about = PdfSignatureMetadata(
        field_name=_FIELD,
        md_algorithm="sha256",
        reason=reason,
        name=identity.name,
        subfilter=SigSeedSubFilter.PADES,
        certify=True,
        docmdp_permissions=MDPPerm.NO_CHANGES,
    )
    out = BytesIO()
    sign_pdf(IncrementalPdfFileWriter(BytesIO(pdf)), about, signer, output=out)
    return out.getvalue()


def _is_pkcs12(file: bytes) -> bool:
    from asn1crypto.pkcs12 import Pfx

    try:
        return bool(Pfx.load(file, strict=True)["version"].native == "v3")
    except (ValueError, TypeError):
        return False


def _identity(key: object, certificate: x509.Certificate | None, others: list[x509.Certificate]) -> Identity:
    if certificate is None or not isinstance(key, RSAPrivateKey | EllipticCurvePrivateKey):
        raise KnownError(Problem.SIGNER_FILE)
    weak = isinstance(key, RSAPrivateKey) and key.key_size < _SMALLEST_RSA
    if weak or key.public_key() != certificate.public_key() or not _is_for_signing(certificate):
        raise KnownError(Problem.SIGNER_FILE)
    return Identity(key, certificate, tuple(others))


def _is_for_signing(certificate: x509.Certificate) -> bool:
    """By RFC 5280, section 4.2.1.3: where uses are named, one of these must be."""
    try:
        use = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return True
    return use.digital_signature or use.content_commitment
