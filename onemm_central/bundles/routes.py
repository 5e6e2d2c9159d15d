"""Delivering somebody else's file, over HTTP."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from onemm_central.bundles.service import accept
from onemm_central.central import Central
from onemm_central.devices.callers import caller_of
from onemm_central.http import bearer, file_body, knocking, schema_of, sent
from onemm_central.openapi import documented_file
from onemm_wire.bundle import MAX_FILE, MEDIA_TYPE
from onemm_wire.errors import Code

#: What may be wrong with a file.
REFUSES = [code for code in Code if code.startswith("bundle_") or code is Code.NOT_A_BUNDLE]


def routes(central: Central) -> APIRouter:
    """``POST /bundles``."""
    router = APIRouter(dependencies=[Depends(knocking(central.admission.knock))])
    summary = "Deliver a laptop's file of changes; the answer is the file to give back to it"

    @router.post("/bundles", summary=summary, **documented_file(MEDIA_TYPE, refuses=REFUSES))
    def deliver(request: Request, file: Annotated[bytes, Depends(file_body(MAX_FILE))]) -> Response:
        schema_of(request)
        with central.database.connection() as connection:
            # Any device in good standing may carry; whose work it is, the file itself says.
            caller_of(connection, bearer(request), central.clock())
        return sent(request, accept(central, file).answer, MEDIA_TYPE)

    return router
