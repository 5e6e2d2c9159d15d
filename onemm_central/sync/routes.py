"""Push, pull and page, over HTTP."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response
from psycopg import Connection, IsolationLevel
from starlette.concurrency import run_in_threadpool

from onemm_central.central import Central
from onemm_central.devices.callers import Caller, caller_of
from onemm_central.http import answer, bearer, body, knocking, nothing_new, schema_of, sent
from onemm_central.inbox.telling import with_decisions
from onemm_central.openapi import documented
from onemm_central.sync.arrivals import RawPush, arrivals, same_life
from onemm_central.sync.page import page
from onemm_central.sync.pull import pull, says_nothing, since
from onemm_central.sync.push import push
from onemm_central.sync.reads import PostgresReads
from onemm_central.sync.versions import results_for
from onemm_wire.errors import Code
from onemm_wire.protocol import MAX_PUSH_BYTES, PageAsked, PageHead, Pull, Pulled, Push, Pushed

#: A laptop sends up to MAX_PUSH_BYTES, or a single op that is larger: one long note must not stop its queue.
PUSH_LIMIT = 4 * MAX_PUSH_BYTES
#: An op with a NUL in it is parked alone, see ``arrivals``.
read_push = body(RawPush, PUSH_LIMIT, refuse_nul=False)
NDJSON = "application/x-ndjson"


def routes(central: Central) -> APIRouter:
    """``POST /sync/push``, ``/sync/pull`` and ``/sync/page``."""
    router = APIRouter(prefix="/sync", dependencies=[Depends(knocking(central.admission.knock))])

    push_facts = documented(Pushed, asks=Push, bearer=True, refuses=[Code.NEW_EPOCH])

    @router.post("/push", summary="Changes up", **push_facts)
    def push_ops(request: Request, asked: Annotated[RawPush, Depends(read_push)]) -> Response:
        schema = schema_of(request)
        now = central.clock()

        def sender(connection: Connection[Any]) -> Caller:
            return same_life(caller_of(connection, bearer(request), now, alone=True, last_words=True), asked)

        results = push(central.database, sender, arrivals(asked), now)
        return answer(request, Pushed(results=results_for(schema, results), server_time=now))

    pull_facts = documented(Pulled, asks=Pull, bearer=True, refuses=[Code.NEW_EPOCH], or_nothing="Nothing is new.")

    @router.post("/pull", summary="Changes down", **pull_facts)
    def pull_changes(request: Request, asked: Annotated[Pull, Depends(body(Pull))]) -> Response:
        schema = schema_of(request)
        now = central.clock()
        with central.database.connection() as connection:
            caller = caller_of(connection, bearer(request), now)
            page = pull(PostgresReads(connection), caller, asked, now, schema)
            pulled = with_decisions(connection, caller, page, since(caller, asked))
        return nothing_new() if says_nothing(asked, pulled) else answer(request, pulled)

    page_facts = documented(PageHead, asks=PageAsked, bearer=True, media_type=NDJSON)

    @router.post("/page", summary="One page of a first sync", **page_facts)
    async def read_page(request: Request, asked: Annotated[PageAsked, Depends(body(PageAsked))]) -> Response:
        schema_of(request)
        caller = await run_in_threadpool(find, bearer(request))
        async with central.admission.turn(caller.device_id):
            return await run_in_threadpool(made, request, caller, asked)

    def find(token: str) -> Caller:
        with central.database.connection() as connection:
            return caller_of(connection, token, central.clock())

    def made(request: Request, caller: Caller, asked: PageAsked) -> Response:
        with central.database.connection(IsolationLevel.REPEATABLE_READ) as connection:
            return sent(request, page(PostgresReads(connection), caller, asked), NDJSON)

    return router
