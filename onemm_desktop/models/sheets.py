"""Which sign-in sheets this laptop has printed, row by row: the order of the paper, whatever is booked later."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from onemm_desktop.models.base import Base


class PrintedSheet(Base):
    """One sheet as it was printed. ``rows`` are the people's ids in the order of the row numbers, from 1.

    ``keyed`` is, by the number of a blank row, the walk-in that was keyed in from it. Of this laptop alone.
    """

    __tablename__ = "printed_sheet"

    pk: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[str]
    number: Mapped[int]
    printed_at: Mapped[datetime]
    rows: Mapped[list[str]] = mapped_column(default=list)
    blank_rows: Mapped[int] = mapped_column(default=0)
    keyed: Mapped[dict[str, Any]] = mapped_column(default=dict)


Index("printed_sheet_by_event", PrintedSheet.event_id, PrintedSheet.number, unique=True)
