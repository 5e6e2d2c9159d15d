"""From an event's summary to the paper of it. No Qt: plain values in, plain values out (see ``papers``)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from onemm_desktop.programme.dates import local
from onemm_desktop.programme.evaluation import Result
from onemm_desktop.programme.event_summary import EventSummary, Share
from onemm_desktop.views.people import words
from onemm_desktop.views.when import clock

if TYPE_CHECKING:
    from onemm_desktop.documents.event_summary import Evaluated


def pdf(summary: EventSummary, printed_on: date) -> bytes:
    """The summary as a PDF. KnownError NO_GLYPH."""
    from onemm_desktop.documents import event_summary

    modules = words.modules()
    return event_summary.pdf(
        event_summary.Figures(
            title=summary.title,
            title_cy=summary.title_cy,
            reference=summary.reference,
            venue=summary.venue,
            starts_at=local(summary.starts_at),
            ends_at=local(summary.ends_at),
            staff=tuple(name for name, _ in summary.staff),
            closed_by=summary.closed_by,
            attendance=_of(summary.attendance),
            commitment=_of(summary.commitment),
            first_in=local(summary.first_in) if summary.first_in else None,
            last_in=local(summary.last_in) if summary.last_in else None,
            states=summary.states,
            walk_ins=summary.counters.walk_ins,
            sources=summary.sources,
            sessions=tuple(
                (one.title, f"{clock(one.starts_at)}–{clock(one.ends_at)}", one.counters.present, one.counters.absent)
                for one in summary.sessions
            ),
            amendments=tuple((one.whose, one.state, one.reason, one.by) for one in summary.amendments),
            progress=tuple(
                (one.name, f"{one.done} / {one.total}", ", ".join(modules.get(code, code) for code in one.gained))
                for one in summary.gains
            ),
            printed_on=printed_on,
            evaluation=tuple(_evaluated(one) for one in summary.evaluation.results if summary.evaluation.sheets),
        )
    )


def _evaluated(result: Result) -> Evaluated:
    from onemm_desktop.documents.event_summary import Evaluated
    from onemm_desktop.documents.words import Said

    asked = result.question
    wording = Said(asked.wording_cy or asked.wording, asked.wording)
    return Evaluated(wording, result.answered, asked.asks == "scale", result.counts, result.mean, result.said)


def _of(share: Share) -> tuple[int, int, int]:
    return share.part, share.whole, share.percent
