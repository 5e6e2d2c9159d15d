"""What an HTTP answer means: the centre's word, a refusal, or something that is not the centre at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC
from email.utils import parsedate_to_datetime
from typing import TypeVar

import msgspec

from onemm_desktop.errors import KnownError, Problem
from onemm_wire.errors import Code
from onemm_wire.protocol import CENTRE_HEADER, Message, Pull, Pulled, Refusal

M = TypeVar("M", bound=Message)


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as it came in, body inflated; ``travelled`` is how many bytes the body took on the line."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    travelled: int = 0


#: What a proxy on the way says when nobody answers it: bad gateway, unavailable, gateway time-out.
_GATEWAY = frozenset({502, 503, 504})


def check_sender(status: int, headers: Mapping[str, str], expected: str | None) -> None:
    """A captive portal answers 200 with a login page: without the centre's own header it is NOT_THE_CENTRE.

    ``expected`` is the id of the centre this laptop is enrolled at; another one is not ours either. A proxy that says
    that nobody is there is believed: UNREACHABLE, with its ``retry_after``.
    """
    centre = headers.get(CENTRE_HEADER)
    if centre is None and status in _GATEWAY:
        pause = _seconds(headers.get("Retry-After"))
        raise KnownError(Problem.UNREACHABLE, **({} if pause is None else {"retry_after": pause}))
    if centre is None or (expected is not None and centre != expected):
        raise KnownError(Problem.NOT_THE_CENTRE)


def read(answer: Answer, message: type[M]) -> M:
    """The message in a good answer; raises REFUSED, BUSY or CENTRE_FAILED for any other."""
    check_success(answer)
    try:
        return msgspec.json.decode(answer.body, type=message)
    except msgspec.DecodeError as error:
        raise KnownError(Problem.CENTRE_FAILED, status=answer.status) from error


def refused(answer: Answer) -> Code | None:
    """The code of a refusal; None for a good answer, or for one that is no refusal of ours."""
    if 200 <= answer.status < 300:
        return None
    try:
        return Code(msgspec.json.decode(answer.body, type=Refusal).code)
    except (msgspec.DecodeError, ValueError):
        return None


def challenge(answer: Answer) -> str:
    """The new challenge in a refusal of an old one; nothing if there is none."""
    try:
        return str(msgspec.json.decode(answer.body, type=Refusal).values.get("challenge", ""))
    except msgspec.DecodeError:
        return ""


def nothing_new(answer: Answer, asked: Pull) -> Pulled:
    """What a 204 says to a brief ask, in full: nothing has changed, and the centre's sum is the laptop's own.

    CENTRE_FAILED if it does not say when.
    """
    if asked.cursor is None or asked.brief is None:
        raise KnownError(Problem.CENTRE_FAILED, status=answer.status)
    try:
        now = parsedate_to_datetime(answer.headers.get("Date", ""))
    except ValueError as error:
        raise KnownError(Problem.CENTRE_FAILED, status=answer.status) from error
    return Pulled(
        changes=[],
        cursor=asked.cursor,
        more=False,
        scope=list(asked.cursor.seqs),
        server_time=now.astimezone(UTC),
        digest=asked.brief.digest,
        mark=asked.brief.mark,
    )


def check_success(answer: Answer) -> None:
    """Raise what a refusal says. A code this program does not know is as good as BAD_REQUEST."""
    if 200 <= answer.status < 300:
        return
    try:
        refusal = msgspec.json.decode(answer.body, type=Refusal)
    except msgspec.DecodeError:
        refusal = Refusal(code="")
    values: dict[str, str | float] = {k: v for k, v in refusal.values.items() if isinstance(v, str | int | float)}
    values.pop("retry_after", None)  # it has a place of its own
    pause = refusal.retry_after if refusal.retry_after is not None else _seconds(answer.headers.get("Retry-After"))
    if pause is not None:
        values["retry_after"] = pause
    if answer.status in {429, 503} or refusal.code == Code.BUSY:
        raise KnownError(Problem.BUSY, **values)
    if answer.status >= 500 or not refusal.code:
        raise KnownError(Problem.CENTRE_FAILED, **{**values, "status": answer.status})
    known = refusal.code in set(Code)
    raise KnownError(Problem.REFUSED, **{**values, "code": refusal.code if known else Code.BAD_REQUEST.value})


def _seconds(header: str | None) -> float | None:
    """``Retry-After`` in seconds; its other form, a date, would need a clock we do not trust, so it is left out."""
    return float(header) if header is not None and header.isascii() and header.isdigit() else None
