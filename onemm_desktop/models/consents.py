"""What somebody agreed to, as kept on this laptop."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from sqlalchemy.orm import Mapped, mapped_column

from onemm_desktop.models.base import Synced
from onemm_wire import records
from onemm_wire.records import consents as wire


class Consent(Synced):
    """One consent to one purpose."""

    __tablename__ = "consent"
    record: ClassVar[type[records.Record]] = wire.Consent

    person_id: Mapped[str] = mapped_column(index=True)
    purpose: Mapped[str]
    wording: Mapped[str]
    given_by: Mapped[str]
    giver_name: Mapped[str] = mapped_column(default="")
    informed: Mapped[bool] = mapped_column(default=False)
    method: Mapped[str]
    given_on: Mapped[date]
    valid_until: Mapped[date | None]
    recorded_by: Mapped[str] = mapped_column(default="")
    withdrawn_on: Mapped[date | None]
    withdrawn_by: Mapped[str | None]
    withdrawal_recorded_by: Mapped[str] = mapped_column(default="")
