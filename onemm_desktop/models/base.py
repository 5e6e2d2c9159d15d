"""What every synced table has: an identity made anywhere, a partition, the centre's revision, room for the future."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any, ClassVar

from sqlalchemy import JSON, Date, Dialect, String, Text, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from onemm_wire.records import Record


class Instant(TypeDecorator[datetime]):
    """An instant, kept as the very text that travels (RFC 3339, UTC, ``Z``), so a first sync copies it unparsed.

    The text sorts as time does because the program keeps whole seconds (see ``Desk.now``). A datetime without a
    zone is refused: it would mean another instant on another laptop.
    """

    impl = Text
    cache_ok = True

    @property
    def python_type(self) -> type[datetime]:
        """What a row holds: whoever makes one of what travels turns the text into this first."""
        return datetime

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs a time zone")
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)


class Base(DeclarativeBase):
    """All tables of the laptop's database."""

    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: Instant,
        date: Date,
        list[str]: JSON,
        dict[str, Any]: JSON,
        dict[str, int]: JSON,
        dict[str, str]: JSON,
    }


class Synced(Base):
    """A table whose rows are copies of the centre's records plus this laptop's pending changes.

    Every column which is not named in ``LOCAL`` is a field of ``record``, the wire's struct, under the same name:
    the journal and ``sync/mapping.py`` rely on it, and a test holds every model against its struct.
    ``pk`` is SQLite's row id (fast joins, needed by search); ``id`` is the identity that travels.
    ``rev`` is the centre's revision this row is based on, 0 for a row the centre has not seen.
    ``extra`` keeps fields of newer programs, to be sent back unharmed.
    """

    __abstract__ = True

    record: ClassVar[type[Record]]
    #: Columns that never travel.
    LOCAL: ClassVar[frozenset[str]] = frozenset({"pk", "partition", "rev", "extra", "sort_name", "search_text"})

    pk: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    id: Mapped[str] = mapped_column(String(36), unique=True)
    partition: Mapped[str] = mapped_column(index=True)
    rev: Mapped[int] = mapped_column(default=0)
    extra: Mapped[dict[str, Any]] = mapped_column(default=dict)

    @classmethod
    def wire_fields(cls) -> tuple[str, ...]:
        """The names of the columns that travel, ``id`` first."""
        return tuple(name for name in cls.record.__struct_fields__ if name not in cls.LOCAL)
