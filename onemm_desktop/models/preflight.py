"""What this laptop found when it was last made ready for an event's day. Of one laptop alone: it never travels."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from onemm_desktop.models.base import Base


class PreflightRun(Base):
    """The last run for one event. ``findings`` holds, by check, a light and its values: ids of people, never names."""

    __tablename__ = "preflight_run"

    event_id: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    findings: Mapped[dict[str, Any]] = mapped_column(default=dict)
