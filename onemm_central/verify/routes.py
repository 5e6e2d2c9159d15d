"""``/verify``: the form, and its answer by ``POST``; ``/v/<code>``, which a phone opens from the paper; the keys.

A fragment of an address never reaches a server, and the page is to be read without a script: so the code stands in the
path. The centre writes no log of requests, and no answer may be kept or passed on.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Annotated
from urllib.parse import parse_qs

import msgspec
from fastapi import APIRouter, Depends, Request
from starlette.responses import HTMLResponse, Response

from onemm_central.bundles.keys import keys_of
from onemm_central.central import Central
from onemm_central.devices import certifying
from onemm_central.http import network_of, received
from onemm_central.refusals import Refused
from onemm_central.sync.admission import Admission, Limits
from onemm_central.verify import badges, pages, service, words
from onemm_central.verify.words import Language
from onemm_wire import certificates
from onemm_wire.records import DeviceKey

#: Of one network: a school's whole class may check at once, and nobody reads through the numbers.
LIMITS = Limits(burst=60, rate=0.5)
#: Bytes of a form: the longest code in an address, percent-encoded.
MAX_FORM = 8 * 1024

Knock = Callable[[Request], Awaitable[None]]

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'",
    "X-Robots-Tag": "noindex",
}


class Keys(msgspec.Struct, frozen=True):
    """What ``/verify/keys.json`` tells other verifiers: the centre's public key, and the laptops' that it certified."""

    centre: str
    sign_key: str
    keys: list[DeviceKey]


def routes(central: Central, limits: Limits = LIMITS) -> APIRouter:
    """The public routes. They answer everybody, in a page and never in JSON, and know nobody."""
    router = APIRouter(include_in_schema=False)
    door = Admission(limits)

    async def knock(request: Request) -> None:
        """Note how long this network has to wait, in seconds; 0 where it need not."""
        request.state.wait = 0.0
        try:
            door.knock(network_of(request))
        except Refused as refused:
            request.state.wait = refused.retry_after or 1.0

    _add_keys(router, central, knock)  # first: a page takes whatever follows /verify/
    _add_pages(router, central, knock)
    return router


def _add_pages(router: APIRouter, central: Central, knock: Knock) -> None:
    def answered(request: Request, asked: str, language: Language) -> Response:
        if request.state.wait:
            return too_often(request.state.wait, language)
        with central.database.connection() as connection:
            found = service.standing_of(connection, asked, central.clock().date())
        return page(pages.answer(language, asked, found))

    @router.get("/verify")
    def ask(request: Request) -> Response:
        return page(pages.form(language_of(request)))

    @router.get("/verify/check.css")
    def style() -> Response:
        return Response(pages.style(), media_type="text/css", headers=HEADERS)

    @router.post("/verify", dependencies=[Depends(knock)])
    def check(request: Request, form: Annotated[dict[str, str], Depends(form_of)]) -> Response:
        language = chosen_language(form, request)
        asked = form.get("asked", "")
        return answered(request, asked, language) if asked.strip() else page(pages.form(language))

    @router.post("/verify/badge", dependencies=[Depends(knock)])
    def export(request: Request, form: Annotated[dict[str, str], Depends(form_of)]) -> Response:
        language, asked = chosen_language(form, request), form.get("asked", "")
        if request.state.wait:
            return too_often(request.state.wait, language)
        with central.database.connection() as connection:
            found = service.standing_of(connection, asked, central.clock().date())
            if found.content is None or found.state not in service.COUNTING:
                return page(pages.answer(language, asked, found))
            badge = badges.badge(connection, found.content, certificates.bare(asked))
        name = f'attachment; filename="{found.number}.jwt"'
        return Response(badge, media_type=badges.MEDIA_TYPE, headers={**HEADERS, "Content-Disposition": name})

    # By its code, and by its number: ``/verify/LDN26-0007-00042-1X``.
    @router.get("/v/{asked:path}", dependencies=[Depends(knock)])
    @router.get("/V/{asked:path}", dependencies=[Depends(knock)])
    @router.get("/verify/{asked:path}", dependencies=[Depends(knock)])
    def check_one(request: Request, asked: str) -> Response:
        return answered(request, asked, language_of(request))


def _add_keys(router: APIRouter, central: Central, knock: Knock) -> None:
    @router.get("/verify/keys.json", dependencies=[Depends(knock)])
    def keys(request: Request) -> Response:
        if request.state.wait:
            return too_often(request.state.wait, "en")
        with central.database.connection() as connection:
            public = keys_of(connection).public.sign_key
            known = certifying.all_device_keys(connection)
        return Response(msgspec.json.encode(Keys(central.identity, public, known)), media_type="application/json")

    @router.get("/verify/jwks.json", dependencies=[Depends(knock)])
    def key_set(request: Request) -> Response:
        if request.state.wait:
            return too_often(request.state.wait, "en")
        with central.database.connection() as connection:
            known = badges.key_set(connection)
        return Response(msgspec.json.encode(known), media_type="application/jwk-set+json")


def too_often(seconds: float, language: Language) -> Response:
    """The page for a network that asks too fast."""
    return page(pages.form(language, notice=words.TOO_OFTEN), 429, {"Retry-After": str(round(seconds))})


def page(text: str, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """A page, which nobody may keep, pass on or find by searching."""
    return HTMLResponse(text, status, {**HEADERS, **(headers or {})})


async def form_of(request: Request) -> dict[str, str]:
    """The fields of a form; of one that is repeated, the first. Refuses with TOO_LARGE."""
    text = (await received(request, MAX_FORM)).decode("utf-8", errors="replace")
    return {name: values[0] for name, values in parse_qs(text, max_num_fields=8).items()}


def chosen_language(form: dict[str, str], request: Request) -> Language:
    """The language of the page on which somebody pressed a button."""
    return "cy" if form.get("lang", language_of(request)) == "cy" else "en"


def language_of(request: Request) -> Language:
    """The language that was asked for, or the one that the reader's browser prefers."""
    asked = request.query_params.get("lang")
    if asked is None:
        asked = request.headers.get("accept-language", "").strip().lower()[:2]
    return "cy" if asked == "cy" else "en"
