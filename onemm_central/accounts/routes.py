"""Signing in, over HTTP."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from onemm_central.accounts import service
from onemm_central.central import Central
from onemm_central.http import answer, body, network_of
from onemm_central.openapi import documented
from onemm_wire.errors import Code
from onemm_wire.protocol import SignedIn, SignIn


def routes(central: Central) -> APIRouter:
    """``POST /sign-in``."""
    router = APIRouter()

    facts = documented(SignedIn, asks=SignIn, refuses=[Code.WRONG_PASSWORD, Code.TOO_MANY_TRIES])

    @router.post("/sign-in", summary="A pass for enrolling a device", **facts)
    def sign_in(request: Request, asked: Annotated[SignIn, Depends(body(SignIn))]) -> Response:
        with central.database.connection() as connection:
            return answer(request, service.sign_in(connection, asked, central.clock(), network_of(request)))

    return router
