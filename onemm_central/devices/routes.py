"""Enrolling a laptop, over HTTP."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from onemm_central.central import Central
from onemm_central.devices import service
from onemm_central.http import answer, bearer, body
from onemm_central.openapi import documented
from onemm_wire.errors import Code
from onemm_wire.protocol import Enrol, Enrolled


def routes(central: Central) -> APIRouter:
    """``POST /devices/enrol``."""
    router = APIRouter()

    refuses = [Code.WRONG_CODE, Code.CODE_USED, Code.CODE_EXPIRED]
    facts = documented(Enrolled, asks=Enrol, bearer=True, refuses=refuses)

    @router.post("/devices/enrol", summary="Make this laptop a device", **facts)
    def enrol(request: Request, asked: Annotated[Enrol, Depends(body(Enrol))]) -> Response:
        with central.database.connection() as connection:
            return answer(request, service.enrol(connection, bearer(request), asked, central.clock()))

    return router
