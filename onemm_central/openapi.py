"""What ``/openapi.json`` says: the wire's messages themselves, so that nothing is declared twice."""

from __future__ import annotations

from typing import Any

import msgspec
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from onemm_wire import protocol

REFERENCE = "#/components/schemas/{name}"
MESSAGES: tuple[type[protocol.Message], ...] = (
    protocol.Hello,
    protocol.SignIn,
    protocol.SignedIn,
    protocol.Enrol,
    protocol.Enrolled,
    protocol.Push,
    protocol.Pushed,
    protocol.Pull,
    protocol.Pulled,
    protocol.PageAsked,
    protocol.PageHead,
    protocol.Refusal,
)


def documented(
    answers: type[protocol.Message],
    *,
    asks: type[protocol.Message] | None = None,
    media_type: str = "application/json",
    bearer: bool = False,
) -> dict[str, Any]:
    """What a route says of its bodies: keyword arguments for FastAPI's decorators."""
    extra: dict[str, Any] = {
        "responses": {
            "200": {"description": "Done.", "content": {media_type: {"schema": reference(answers)}}},
            "default": {
                "description": "Refused, with a code that both sides know.",
                "content": {"application/json": {"schema": reference(protocol.Refusal)}},
            },
        }
    }
    if asks is not None:
        extra["requestBody"] = {"required": True, "content": {"application/json": {"schema": reference(asks)}}}
    if bearer:
        extra["security"] = [{"bearer": []}]
    return {"openapi_extra": extra, "response_model": None, "responses": {}}


def documented_file(media_type: str) -> dict[str, Any]:
    """The same of a route for devices that takes a file and answers one."""
    content = {media_type: {"schema": {"type": "string", "format": "binary"}}}
    facts = documented(protocol.Refusal, bearer=True)
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
