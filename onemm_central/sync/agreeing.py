"""The routes by which two copies come to agree again: sums, buckets, known ops, incidents."""

from __future__ import annotations

from typing import Annotated

import msgspec
from fastapi import APIRouter, Depends, Request, Response
from psycopg import IsolationLevel
from starlette.concurrency import run_in_threadpool

from onemm_central.central import Central
from onemm_central.devices.callers import Caller, caller_of
from onemm_central.http import answer, bearer, body, knocking, schema_of, sent
from onemm_central.openapi import documented
from onemm_central.sync.digest import bucket, digest
from onemm_central.sync.known import note, unknown
from onemm_central.sync.reads import PostgresReads
from onemm_central.sync.routes import NDJSON
from onemm_central.sync.sums import count_anew, in_doubt
from onemm_wire.protocol import (
    BucketAsked,
    Digest,
    DigestAsked,
    Incidents,
    Known,
    KnownAsked,
    Noted,
    PageHead,
)


def routes(central: Central) -> APIRouter:
    """``POST /sync/digest``, ``/sync/bucket``, ``/sync/known`` and ``/sync/incidents``."""
    router = APIRouter(prefix="/sync", dependencies=[Depends(knocking(central.admission.knock))])

    @router.post("/digest", summary="Sums of what is held", **documented(Digest, asks=DigestAsked, bearer=True))
    async def read_digest(request: Request, asked: Annotated[DigestAsked, Depends(body(DigestAsked))]) -> Response:
        schema = schema_of(request)
        caller = await run_in_threadpool(find, bearer(request))
        if not asked.deep:
            return await run_in_threadpool(summed, request, caller, asked, schema)
        # To read what all records say is as much work as a page of them, and takes turns with those.
        async with central.admission.turn(caller.device_id):
            return await run_in_threadpool(summed, request, caller, asked, schema)

    def find(token: str) -> Caller:
        with central.database.connection() as connection:
            return caller_of(connection, token, central.clock())

    def summed(request: Request, caller: Caller, asked: DigestAsked, schema: int) -> Response:
        with central.database.connection(IsolationLevel.REPEATABLE_READ) as connection:
            found = digest(PostgresReads(connection), caller, asked, schema)
            doubted = {place for name in asked.partitions for place, _ in in_doubt(connection, name, asked.kind)}
        if doubted:
            with central.database.connection() as connection:
                count_anew(connection, doubted)
        return answer(request, msgspec.structs.replace(found, recounted=sorted(doubted)))

    bucket_facts = documented(PageHead, asks=BucketAsked, bearer=True, media_type=NDJSON)

    @router.post("/bucket", summary="The records of some buckets", **bucket_facts)
    def read_bucket(request: Request, asked: Annotated[BucketAsked, Depends(body(BucketAsked))]) -> Response:
        schema = schema_of(request)
        with central.database.connection() as connection:
            caller = caller_of(connection, bearer(request), central.clock())
        with central.database.connection(IsolationLevel.REPEATABLE_READ) as connection:
            return sent(request, bucket(PostgresReads(connection), caller, asked, schema), NDJSON)

    @router.post("/known", summary="Which ops have been answered", **documented(Known, asks=KnownAsked, bearer=True))
    def read_known(request: Request, asked: Annotated[KnownAsked, Depends(body(KnownAsked))]) -> Response:
        schema_of(request)
        with central.database.connection() as connection:
            caller = caller_of(connection, bearer(request), central.clock())
            return answer(request, Known(unknown=unknown(connection, caller, asked)))

    @router.post("/incidents", summary="What a laptop repaired", **documented(Noted, asks=Incidents, bearer=True))
    def keep_incidents(request: Request, asked: Annotated[Incidents, Depends(body(Incidents))]) -> Response:
        schema_of(request)
        now = central.clock()
        with central.database.connection() as connection:
            note(connection, caller_of(connection, bearer(request), now), asked)
        return answer(request, Noted(server_time=now))

    return router
