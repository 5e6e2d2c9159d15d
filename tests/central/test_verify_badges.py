"""A certificate as an Open Badge 3.0: its proof held by a library that shares nothing with the one that made it."""

from __future__ import annotations

import base64
import json
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
import requests
from joserfc import jwt
from joserfc.errors import BadSignatureError
from joserfc.jwk import OKPKey
from openbadgeslib.ob3.credential import OpenBadgeCredential
from openbadgeslib.ob3.verifier import OB3VerificationError, OB3Verifier

from onemm_central.bundles.keys import rotate
from onemm_central.central import identity_of
from onemm_wire import certificates
from tests.central.laptops import LONDON
from tests.central.test_verify import KEY, Issuer, issuer, said

__all__ = ["issuer"]

# Open Badges 3.0 asks for the name EdDSA; RFC 9864 would rather have Ed25519, and this library says so.
pytestmark = pytest.mark.filterwarnings("ignore:EdDSA is deprecated:joserfc.errors.SecurityWarning")


def exported(issuer: Issuer, code: str) -> requests.Response:
    return requests.post(issuer.centre.address + "/verify/badge", data={"asked": code}, timeout=30)


def key_of(token: str) -> dict[str, Any]:
    """The key that the issuer's identifier is made of, as any resolver of ``did:jwk`` finds it."""
    header = json.loads(_unpadded(token.partition(".")[0]))
    assert (header["alg"], header["typ"]) == ("EdDSA", "JWT")
    method, _, fragment = header["kid"].removeprefix("did:jwk:").partition("#")
    assert fragment == "0"
    key: dict[str, Any] = json.loads(_unpadded(method))
    return key


def _unpadded(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def verified(token: str) -> dict[str, Any]:
    """The claims, if the proof holds under the issuer's own key."""
    key = OKPKey.import_key(key_of(token))
    claims = jwt.decode(token, key, algorithms=["EdDSA"]).claims
    jwt.JWTClaimsRegistry(iss={"essential": True}, jti={"essential": True}, nbf={"essential": True}).validate(claims)
    return dict(claims)


def test_another_library_accepts_the_proof_and_finds_what_open_badges_asks_for(issuer: Issuer) -> None:
    issuer.centre.put(LONDON, issuer.issued())
    answer = exported(issuer, f"{issuer.centre.address}/v/{issuer.code}")
    assert answer.headers["content-type"] == "application/vc+jwt"
    assert answer.headers["content-disposition"] == f'attachment; filename="{issuer.content.number}.jwt"'
    badge = verified(answer.text)
    assert badge["@context"][0] == "https://www.w3.org/ns/credentials/v2"
    assert badge["@context"][1].startswith("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0")
    assert badge["type"] == ["VerifiableCredential", "OpenBadgeCredential"]
    assert badge["issuer"] == {"id": badge["iss"], "type": ["Profile"], "name": "One Million Mentors"}
    assert badge["jti"] == badge["id"]
    assert badge["validFrom"] == "2026-11-21T00:00:00Z"
    subject = badge["credentialSubject"]
    assert subject["type"] == ["AchievementSubject"]
    assert subject["identifier"] == [
        {"type": "IdentityObject", "hashed": False, "identityHash": issuer.content.name, "identityType": "name"}
    ]
    assert {"id", "type", "name", "description", "criteria"} <= set(subject["achievement"])
    assert "5.5 hours" in subject["achievement"]["criteria"]["narrative"]
    evidence = badge["evidence"][0]["narrative"]
    assert certificates.read(evidence).content == issuer.content, "the paper's own signature stays with it"


def accepted(token: str) -> OpenBadgeCredential:
    """What a verifier of Open Badges makes of it, which knows nothing of us but the key the issuer is called by."""
    key = OKPKey.import_key(key_of(token))
    return OB3Verifier(
        key.as_pem(private=False), issuer_did=str(json.loads(_unpadded(token.split(".")[1]))["iss"])
    ).verify(token)


def signed_elsewhere(claims: dict[str, Any], **others: Any) -> str:
    """The same claims, some of them others, under the name and the key of another issuer."""
    key = OKPKey.generate_key("Ed25519")
    public = json.dumps(key.as_dict(private=False, kty="OKP", crv="Ed25519")).encode()
    name = "did:jwk:" + base64.urlsafe_b64encode(public).decode().rstrip("=")
    claims = {**claims, "iss": name, "issuer": {**claims["issuer"], "id": name}, **others}
    return jwt.encode({"alg": "EdDSA", "typ": "JWT", "kid": f"{name}#0"}, claims, key, algorithms=["EdDSA"])


def test_a_verifier_of_open_badges_takes_it_for_one(issuer: Issuer) -> None:
    issuer.centre.put(LONDON, issuer.issued())
    badge = accepted(exported(issuer, issuer.code).text)
    assert (badge.name, badge.achievement.name) == (issuer.content.title, issuer.content.title)
    assert badge.issuer.name == "One Million Mentors"
    assert badge.issuance_date == datetime(2026, 11, 21, tzinfo=UTC)
    assert [one.identity_hash for one in badge.identifiers] == [issuer.content.name]
    assert [one.narrative for one in badge.evidence] == [issuer.code.rpartition("/")[2]]


@pytest.mark.parametrize(
    ("field", "other"),
    [
        ("@context", ["https://www.w3.org/ns/credentials/v2"]),
        ("type", ["VerifiableCredential"]),
        ("credentialSubject", {"type": ["AchievementSubject"]}),
        ("validUntil", "2026-11-22T00:00:00Z"),
        ("jti", "urn:uuid:of-another"),
    ],
)
def test_the_verifier_would_have_said_what_is_missing(issuer: Issuer, field: str, other: object) -> None:
    claims = verified(exported(issuer, issuer.code).text)
    accepted(signed_elsewhere(claims))
    with pytest.raises(OB3VerificationError):
        accepted(signed_elsewhere(claims, **{field: other}))


def test_a_changed_letter_and_another_key_fail(issuer: Issuer) -> None:
    token = exported(issuer, issuer.code).text
    header, payload, signature = token.split(".")
    claims = json.loads(_unpadded(payload))
    claims["name"] = "Something else"
    forged = base64.urlsafe_b64encode(json.dumps(claims).encode()).decode().rstrip("=")
    with pytest.raises(BadSignatureError):
        verified(f"{header}.{forged}.{signature}")
    with pytest.raises(BadSignatureError):
        jwt.decode(token, OKPKey.generate_key("Ed25519"), algorithms=["EdDSA"])


def test_the_key_is_told_to_be_the_centres_before_and_after_it_changes(issuer: Issuer) -> None:
    token = exported(issuer, issuer.code).text
    with issuer.centre.database.connection() as connection:
        rotate(connection, identity_of(issuer.centre.database))
    known = issuer.centre.get("/verify/jwks.json").json()["keys"]
    assert len(known) == 2
    assert key_of(token)["x"] in [key["x"] for key in known]
    assert "d" not in known[0], "the private half stays at home"


def test_a_badge_ends_with_its_certificate(issuer: Issuer) -> None:
    until = replace(issuer.content, valid_until=date(2999, 1, 1))
    assert verified(exported(issuer, certificates.code_of(until, KEY)).text)["validUntil"] == "2999-01-01T23:59:59Z"
    over = replace(issuer.content, valid_until=date(2026, 11, 22))
    assert said(exported(issuer, certificates.code_of(over, KEY))) == "expired"


def test_none_is_given_for_what_does_not_count(issuer: Issuer) -> None:
    issuer.centre.put(LONDON, issuer.issued(), issuer.revoked())
    assert said(exported(issuer, issuer.code)) == "revoked"
    assert said(exported(issuer, issuer.content.number)) == "revoked"
    assert said(exported(issuer, certificates.code_of(issuer.content, bytes(32)))) == "false"
