"""Signing in, over HTTP."""

from __future__ import annotations

from typing import Annotated

from anyio import CapacityLimiter
from anyio.to_thread import run_sync
from fastapi import APIRouter, Depends, Request, Response

from onemm_central.accounts import service
from onemm_central.central import Central
from onemm_central.http import answer, body, network_of
from onemm_central.openapi import documented
from onemm_wire.errors import Code
from onemm_wire.protocol import SignedIn, SignIn

#: Passwords compared at a time. Each takes 64 MiB, a processor and a connection, which synchronisation needs as well;
#: whoever waits costs nothing.
AT_ONCE = 4


def routes(central: Central) -> APIRouter:
    """``POST /sign-in``."""
    router = APIRouter()
    few = CapacityLimiter(AT_ONCE)

    facts = documented(SignedIn, asks=SignIn, refuses=[Code.WRONG_PASSWORD, Code.TOO_MANY_TRIES])

    @router.post("/sign-in", summary="A pass for enrolling a device", **facts)
    async def sign_in(request: Request, asked: Annotated[SignIn, Depends(body(SignIn))]) -> Response:
        return await run_sync(compared, request, asked, limiter=few)

    def compared(request: Request, asked: SignIn) -> Response:
        with central.database.connection() as connection:
            return answer(request, service.sign_in(connection, asked, central.clock(), network_of(request)))

    return router
