"""What ``/openapi.json`` says: the wire's messages themselves, so that nothing is declared twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import msgspec
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from onemm_central.refusals import STATUS
from onemm_wire import protocol
from onemm_wire.errors import Code

REFERENCE = "#/components/schemas/{name}"
MESSAGES: tuple[type[protocol.Message], ...] = (
    protocol.Hello,
    protocol.SignIn,
    protocol.SignedIn,
    protocol.Enrol,
    protocol.Enrolled,
    protocol.TokenAsked,
    protocol.TokenGranted,
    protocol.KeyAsked,
    protocol.KeyKept,
    protocol.Push,
    protocol.Pushed,
    protocol.Pull,
    protocol.Pulled,
    protocol.PageAsked,
    protocol.PageHead,
    protocol.DigestAsked,
    protocol.Digest,
    protocol.BucketAsked,
    protocol.KnownAsked,
    protocol.Known,
    protocol.Incidents,
    protocol.Noted,
    protocol.Refusal,
)
#: What any route may answer, what a route with a body may, and what a route for devices may, beside its own refusals.
OF_ANY = frozenset({Code.BUSY, Code.CENTRE_FAILED})
OF_A_BODY = frozenset({Code.BAD_REQUEST, Code.TOO_LARGE})
OF_A_DEVICE = frozenset({Code.SIGNED_OUT, Code.REVOKED, Code.NOT_ALLOWED, Code.TOO_OLD, Code.TOO_FAST})


def documented(
    answers: type[protocol.Message],
    *,
    asks: type[protocol.Message] | None = None,
    media_type: str = "application/json",
    bearer: bool = False,
    refuses: Iterable[Code] = (),
    or_nothing: str = "",
) -> dict[str, Any]:
    """What a route says of its bodies: keyword arguments for FastAPI's decorators.

    ``refuses`` are the codes that are this route's own. ``or_nothing`` is what it means if there is no body (204).
    """
    codes = {*OF_ANY, *refuses} | (OF_A_BODY if asks else set()) | (OF_A_DEVICE if bearer else set())
    done = {"description": "Done.", "content": {media_type: {"schema": reference(answers)}}}
    extra: dict[str, Any] = {"responses": {"200": done, **refusals(codes)}}
    if or_nothing:
        extra["responses"]["204"] = {"description": or_nothing}
    if asks is not None:
        extra["requestBody"] = {"required": True, "content": {"application/json": {"schema": reference(asks)}}}
    if bearer:
        extra["security"] = [{"bearer": []}]
    return {"openapi_extra": extra, "response_model": None, "responses": {}}


def refusals(codes: Iterable[Code]) -> dict[str, Any]:
    """The answers that are refusals: one per HTTP status, naming the codes that come with it."""
    by_status: dict[int, list[str]] = defaultdict(list)
    for code in sorted(codes):
        by_status[STATUS[code]].append(f"`{code}`")
    content = {"application/json": {"schema": reference(protocol.Refusal)}}
    return {
        str(status): {"description": f"Refused: {', '.join(names)}.", "content": content}
        for status, names in sorted(by_status.items())
    }


def documented_file(media_type: str, *, refuses: Iterable[Code] = ()) -> dict[str, Any]:
    """The same of a route for devices that takes a file and answers one."""
    content = {media_type: {"schema": {"type": "string", "format": "binary"}}}
    facts = documented(protocol.Refusal, bearer=True, refuses=OF_A_BODY.union(refuses))
    facts["openapi_extra"]["responses"]["200"] = {"description": "Done.", "content": content}
    facts["openapi_extra"]["requestBody"] = {"required": True, "content": content}
    return facts


def reference(message: type[protocol.Message]) -> dict[str, str]:
    """Where a message's schema stands."""
    return {"$ref": REFERENCE.format(name=message.__name__)}


def describe(app: FastAPI) -> dict[str, Any]:
    """The whole document."""
    _, schemas = msgspec.json.schema_components(MESSAGES, ref_template=REFERENCE)
    document = get_openapi(
        title="1MM centre", version=str(protocol.SCHEMA), description=protocol.__doc__ or "", routes=app.routes
    )
    document["components"] = {
        "schemas": schemas,
        "securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}},
    }
    for path in document["paths"].values():
        for operation in path.values():
            operation["responses"].pop("422", None)
    return document
