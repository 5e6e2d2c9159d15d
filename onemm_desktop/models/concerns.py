"""What a laptop keeps of the concerns that were written on it: a draft until it is sealed, then a slip without a word.

None of these tables travels, and none is searched, undone or shown in a history.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from onemm_desktop.models.base import Base


class ConcernDraft(Base):
    """What somebody is writing, so that neither a crash nor a lock loses it. Deleted when it is sealed.

    ``about`` is the slip that an addition belongs to, "" for a new concern: at most one draft of each.
    """

    __tablename__ = "concern_draft"

    about: Mapped[str] = mapped_column(primary_key=True)
    typed: Mapped[dict[str, Any]] = mapped_column(default=dict)
    changed_at: Mapped[datetime]


class ConcernSlip(Base):
    """Proof for its author that a concern was written, and how far it has come. Holds nothing of what it says.

    ``reached_at`` is when this laptop learnt that the centre has it. ``lost`` is set where the centre was restored from
    a backup that does not: then it has to be told again.
    """

    __tablename__ = "concern_slip"

    id: Mapped[str] = mapped_column(primary_key=True)
    entry: Mapped[str]
    about: Mapped[str] = mapped_column(default="")
    receipt: Mapped[str]
    made_at: Mapped[datetime]
    reached_at: Mapped[datetime | None]
    lost: Mapped[bool] = mapped_column(default=False)


class SafeguardingRoot(Base):
    """The region's recovery key as this laptop first saw it: where every chain of trusted keys begins."""

    __tablename__ = "safeguarding_root"

    partition: Mapped[str] = mapped_column(primary_key=True)
    key_id: Mapped[str]
    sign_key: Mapped[str]
    seen_at: Mapped[datetime]
