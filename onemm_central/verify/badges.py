"""A certificate as an Open Badge 3.0: a verifiable credential, for wallets and profiles that know nothing of us.

A compact JWT (EdDSA) whose payload is the ``OpenBadgeCredential``. Its issuer is a ``did:jwk``: the public key itself
in the form of an identifier, so that any verifier checks the proof without asking anybody; that the key is this
centre's is told at ``/verify/jwks.json``. It says what the signed code says and no more, and holds the code as its
evidence.
"""

from __future__ import annotations

import base64
from datetime import UTC, date, datetime, time
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import jwt
import msgspec
import psycopg
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from onemm_central.bundles.keys import Keys, all_keys, keys_of
from onemm_central.verify import words
from onemm_wire.certificates import Content

MEDIA_TYPE = "application/vc+jwt"
ISSUER = "One Million Mentors"
CONTEXTS = (
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
)


def badge(connection: psycopg.Connection[Any], content: Content, code: str) -> str:
    """The credential of a certificate whose code was verified, signed by the centre."""
    key = _signing_key(keys_of(connection))
    did = _did(key)
    credential = _credential(content, code, did)
    claims = {"iss": did, "jti": credential["id"], "nbf": int(_midnight(content.held_on).timestamp())}
    if content.valid_until is not None:
        claims["exp"] = int(datetime.combine(content.valid_until, time.max, UTC).timestamp())
    return jwt.encode({**credential, **claims}, key, "EdDSA", {"kid": f"{did}#0", "typ": "JWT"})


def key_set(connection: psycopg.Connection[Any]) -> dict[str, Any]:
    """The public keys under which this centre signs badges, or did once: a JSON Web Key Set (RFC 7517)."""
    pairs = [_signing_key(keys) for keys in all_keys(connection)]
    return {"keys": [{**_jwk(key), "kid": f"{_did(key)}#0", "use": "sig", "alg": "EdDSA"} for key in pairs]}


def _credential(content: Content, code: str, did: str) -> dict[str, Any]:
    kind = words.KINDS[content.kind].en
    narrative = f"{kind}: {content.title}, {words.day(content.held_on).en}"
    if content.hours:
        narrative += f", {content.hours:g} hours"
    credential: dict[str, Any] = {
        "@context": list(CONTEXTS),
        "id": f"urn:uuid:{uuid5(NAMESPACE_URL, 'onemm certificate ' + content.number)}",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": content.title,
        "issuer": {"id": did, "type": ["Profile"], "name": ISSUER},
        "validFrom": _text(_midnight(content.held_on)),
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "identifier": [
                {"type": "IdentityObject", "hashed": False, "identityHash": content.name, "identityType": "name"}
            ],
            "achievement": {
                "id": f"urn:uuid:{uuid5(NAMESPACE_URL, f'onemm achievement {content.kind} {content.title}')}",
                "type": ["Achievement"],
                "achievementType": "CertificateOfCompletion",
                "name": content.title,
                "description": f"{kind} of {ISSUER}",
                "criteria": {"narrative": narrative},
            },
        },
        "evidence": [{"type": ["Evidence"], "name": f"{kind} {content.number}", "narrative": code}],
    }
    if content.valid_until is not None:
        credential["validUntil"] = _text(datetime.combine(content.valid_until, time.max, UTC))
    return credential


def _signing_key(keys: Keys) -> Ed25519PrivateKey:
    # One key, one use: the key that signs files and statements signs nothing else.
    seed = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"1MM open badges").derive(keys.sign)
    return Ed25519PrivateKey.from_private_bytes(seed)


def _jwk(key: Ed25519PrivateKey) -> dict[str, str]:
    return {"kty": "OKP", "crv": "Ed25519", "x": _base64url(key.public_key().public_bytes_raw())}


def _did(key: Ed25519PrivateKey) -> str:
    return f"did:jwk:{_base64url(msgspec.json.encode(_jwk(key)))}"


def _base64url(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, UTC)


def _text(instant: datetime) -> str:
    return f"{instant:%Y-%m-%dT%H:%M:%SZ}"
