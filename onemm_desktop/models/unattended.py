"""Tables that never travel, for a laptop left alone: how long it has not met the centre, and what was half typed."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from onemm_desktop.models.base import Base


class Lease(Base):
    """The one row that says for how long the centre has not been heard: ``age`` seconds, as far as counted.

    Counted on from ``wall`` (the clock on the wall) or, within one run of the machine ``boot``, from ``since_boot``
    (seconds). ``asked`` are the files that the centre may yet answer, each with the age at which it was written. See
    ``onemm_desktop/models/lease.py``.
    """

    __tablename__ = "lease"

    pk: Mapped[int] = mapped_column(primary_key=True)
    age: Mapped[float] = mapped_column(default=0.0)
    wall: Mapped[datetime]
    boot: Mapped[str] = mapped_column(default="")
    since_boot: Mapped[float] = mapped_column(default=0.0)
    asked: Mapped[dict[str, Any]] = mapped_column(default=dict)


class Draft(Base):
    """What stood half typed on a page when the screen was locked. ``page`` is the page's key."""

    __tablename__ = "draft"

    page: Mapped[str] = mapped_column(primary_key=True)
    content: Mapped[dict[str, Any]] = mapped_column(default=dict)
