"""Enrolling a laptop, and showing by its key that it is itself, over HTTP."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from onemm_central.central import Central
from onemm_central.devices import access, service
from onemm_central.http import answer, bearer, body
from onemm_central.openapi import documented
from onemm_wire.errors import Code
from onemm_wire.protocol import Enrol, Enrolled, KeyAsked, KeyKept, TokenAsked, TokenGranted


def routes(central: Central, pins: tuple[str, ...] = ()) -> APIRouter:
    """``POST /devices/enrol``, ``/devices/token`` and ``/devices/key``."""
    router = APIRouter()

    refuses = [Code.TOO_MANY_TRIES, Code.WRONG_CODE, Code.CODE_USED, Code.CODE_EXPIRED]
    facts = documented(Enrolled, asks=Enrol, bearer=True, refuses=refuses)

    @router.post("/devices/enrol", summary="Make this laptop a device", **facts)
    def enrol(request: Request, asked: Annotated[Enrol, Depends(body(Enrol))]) -> Response:
        with central.database.connection() as connection:
            return answer(request, service.enrol(connection, bearer(request), asked, central.clock(), pins))

    proves = [Code.SIGNED_OUT, Code.REVOKED, Code.STALE_CHALLENGE]
    token_facts = documented(TokenGranted, asks=TokenAsked, refuses=proves)

    @router.post("/devices/token", summary="An access token for a device that proves its key", **token_facts)
    def grant(request: Request, asked: Annotated[TokenAsked, Depends(body(TokenAsked))]) -> Response:
        with central.database.connection() as connection:
            return answer(request, access.grant(connection, central.identity, asked, central.clock()))

    key_facts = documented(KeyKept, asks=KeyAsked, refuses=proves)

    @router.post("/devices/key", summary="A new key for a device, signed by the old one", **key_facts)
    def rekey(request: Request, asked: Annotated[KeyAsked, Depends(body(KeyAsked))]) -> Response:
        new_key = service.public_key_of(asked.public_key)
        with central.database.connection() as connection:
            return answer(request, access.rekey(connection, central.identity, asked, new_key, central.clock()))

    return router
