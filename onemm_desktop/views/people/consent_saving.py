"""Saving what a card's form says about a consent, the same for mentors and young people."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, cast

from onemm_desktop.background import Background, Records
from onemm_desktop.changes import Change
from onemm_desktop.errors import KnownError
from onemm_desktop.programme import consents
from onemm_desktop.views import sentences
from onemm_desktop.views.people.consents_part import ConsentsPart, Written

if TYPE_CHECKING:
    from onemm_desktop.views.lists.page import ListPage
    from onemm_desktop.views.lists.panel import Panel
    from onemm_wire.records.consents import ConsentGiver, ConsentMethod, ConsentPurpose


def attach(part: ConsentsPart, panel: Panel, page: ListPage, background: Background) -> None:  # type: ignore[type-arg]
    """Have what this form says saved for whoever the card is about. Only a consent is taken back by Ctrl+Z."""

    def save(written: Written) -> None:
        background.write(
            _verb(panel.record, written),
            label="" if written.withdrawal else "consent_recorded",
            values={"name": panel.title},
            initiator=page,
            then=lambda _nothing: part.close_form(),
            failed=failed,
        )

    def failed(error: KnownError) -> None:
        part.not_saved(sentences.of(error).sentence)

    part.written.connect(save)


def _verb(person: str, written: Written) -> Callable[[Records], Change]:
    purpose, by = cast("ConsentPurpose", written.purpose), cast("ConsentGiver", written.given_by)
    if written.withdrawal:
        return partial(consents.withdraw, person=person, purpose=purpose, by=by, on=written.given_on)
    return partial(
        consents.record,
        person=person,
        purpose=purpose,
        wording=written.wording,
        given_by=by,
        method=cast("ConsentMethod", written.method),
        given_on=written.given_on,
        giver_name=written.giver_name,
        informed=written.informed,
        valid_until=written.valid_until,
    )
