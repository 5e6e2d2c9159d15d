"""The service put together: one place that makes its parts and hands them on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from fastapi import FastAPI, Request, Response
from starlette.exceptions import HTTPException

from onemm_central.accounts import routes as accounts_routes
from onemm_central.bundles import routes as bundle_routes
from onemm_central.bundles.keys import keys_of, successions
from onemm_central.central import Central, identity_of, utc_now
from onemm_central.database import Database
from onemm_central.devices import routes as devices_routes
from onemm_central.devices.access import challenge
from onemm_central.http import Manners, answer, refusal
from onemm_central.openapi import describe, documented
from onemm_central.refusals import Refused
from onemm_central.sync import agreeing
from onemm_central.sync import routes as sync_routes
from onemm_central.sync.admission import Admission, Limits
from onemm_central.verify import routes as verify_routes
from onemm_wire.errors import Code
from onemm_wire.protocol import SERVED_SCHEMAS, Hello


def create_app(
    database: Database,
    clock: Callable[[], datetime] = utc_now,
    limits: Limits | None = None,
    *,
    describes: bool = True,
    pins: tuple[str, ...] = (),
    only_private: bool = False,
) -> FastAPI:
    """The central service over an open, migrated database; whoever opened the database closes it.

    ``describes``: whether it answers ``/openapi.json``. ``pins`` are told to laptops. ``only_private``: what has not
    come over TLS, as the proxy before it says, is refused.
    """
    central = Central(database, identity_of(database), clock, Admission(limits or Limits()))
    # No /docs and /redoc: they fetch scripts from elsewhere. /openapi.json serves any reader.
    app = FastAPI(
        openapi_url="/openapi.json" if describes else None, docs_url=None, redoc_url=None, redirect_slashes=False
    )
    app.include_router(accounts_routes.routes(central))
    app.include_router(devices_routes.routes(central, pins))
    app.include_router(sync_routes.routes(central))
    app.include_router(agreeing.routes(central))
    app.include_router(bundle_routes.routes(central))
    app.include_router(verify_routes.routes(central))
    app.add_middleware(Manners, identity=central.identity, only_private=only_private)
    app.add_exception_handler(Refused, answer_refused)
    app.add_exception_handler(HTTPException, answer_http_error)

    @app.get("/healthz", summary="Is this the centre?", **documented(Hello))
    def healthz(request: Request) -> Response:
        now = central.clock()
        with database.connection() as connection:
            public_keys, steps = keys_of(connection).public, successions(connection)
            new_challenge = challenge(connection, now)
        hello = Hello(
            centre=central.identity,
            schemas=SERVED_SCHEMAS,
            server_time=now,
            seal_key=public_keys.seal_key,
            sign_key=public_keys.sign_key,
            challenge=new_challenge,
            pins=pins,
            successions=steps,
        )
        return answer(request, hello)

    app.openapi = lambda: describe(app)  # type: ignore[method-assign]  # FastAPI's own way to replace it
    return app


def answer_refused(_request: Request, error: Exception) -> Response:
    """An expected refusal."""
    if not isinstance(error, Refused):
        raise error
    return refusal(error)


def answer_http_error(_request: Request, error: Exception) -> Response:
    """No such path, or not by this method: the router's own errors, in our form."""
    if not isinstance(error, HTTPException):
        raise error
    answered = refusal(Refused(Code.NOT_FOUND if error.status_code == 404 else Code.BAD_REQUEST))
    answered.status_code = error.status_code
    answered.headers.update(error.headers or {})
    return answered
