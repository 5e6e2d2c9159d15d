"""A page of a first sync, decoded straight into rows: one pass in C per record, nothing parsed that is not needed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

import msgspec

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import MODELS
from onemm_desktop.sync import answers
from onemm_desktop.sync.answers import Answer
from onemm_wire.protocol import PageHead


class Line(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """One record of a page; ``data`` is left as it came until its kind is known."""

    kind: str
    id: str
    rev: int
    data: msgspec.Raw


_LINES = msgspec.json.Decoder(Line)


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its head, and its records in the order of ``KINDS``, then id. ``travelled`` is in bytes on the line."""

    head: PageHead
    lines: list[Line]
    travelled: int

    @classmethod
    def read(cls, answer: Answer) -> Page:
        """Decode an answer of ``/sync/page``; CENTRE_FAILED if it is cut short or not what it says it is."""
        answers.check_success(answer)
        first, _, rest = answer.body.partition(b"\n")
        try:
            head = msgspec.json.decode(first, type=PageHead)
            lines = _LINES.decode_lines(rest)
        except msgspec.DecodeError as error:
            raise KnownError(Problem.CENTRE_FAILED, status=answer.status) from error
        if len(lines) != head.count:
            raise KnownError(Problem.CENTRE_FAILED, status=answer.status)
        return cls(head, lines, answer.travelled)

    def by_kind(self) -> Iterable[tuple[str, list[Line]]]:
        """The records of each kind this program knows. Kinds of newer programs are left to a newer program."""
        for kind, lines in groupby(self.lines, key=lambda line: line.kind):
            if kind in MODELS:
                yield kind, list(lines)
