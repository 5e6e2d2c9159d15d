"""What a long list needs of the programme: who stands in it in which order, and what is shown of a few of them."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from sqlalchemy import ColumnElement, Select, case, select
from sqlalchemy.orm import QueryableAttribute, Session

from onemm_desktop.changes import Change
from onemm_desktop.models import Partner
from onemm_desktop.models.base import Synced
from onemm_desktop.programme.search import Directory, Entry

#: More touched records than this are not looked up one by one: the list is read afresh.
MANY = 200


@dataclass(frozen=True, slots=True)
class Order:
    """What a list is sorted by. Ties stand in the order of names, and always the same."""

    column: str
    descending: bool = False


class Row(Protocol):
    """One line of a list. ``key`` is the row's number in SQL, ``id`` the record's identity."""

    @property
    def key(self) -> int: ...
    @property
    def id(self) -> str: ...


R = TypeVar("R", bound=Row)
#: A statement whose rows are read by name.
Members = Select[*tuple[Any, ...]]


class Listing(ABC, Generic[R]):
    """One kind of list. Holds nothing itself: everything is asked of a session.

    ``sorts`` gives each sortable column its terms, ``ties`` what decides between equals. The names of ``facets`` are
    what the list can be narrowed by.
    """

    model: ClassVar[type[Synced]]
    facets: ClassVar[tuple[str, ...]]
    sorts: ClassVar[dict[str, tuple[ColumnElement[Any] | QueryableAttribute[Any], ...]]]
    ties: ClassVar[tuple[QueryableAttribute[Any], ...]]

    def directory(self, session: Session, order: Order, today: date) -> Directory:
        """Everybody, in order, ready to be searched."""
        statement = self._members().order_by(*self._terms(order))
        return Directory(self.facets, self._entries(session, statement, today))

    def keys(self, session: Session, order: Order) -> Sequence[int]:
        """Everybody's row number, in order."""
        members = self._members().order_by(*self._terms(order))
        return session.scalars(members.with_only_columns(self.model.pk, maintain_column_froms=True)).all()

    def ids(self, session: Session, keys: Sequence[int]) -> tuple[str, ...]:
        """The records' ids of these rows, in their order; a row that is gone is left out."""
        known = {key: record for key, record in session.execute(select(self.model.pk, self.model.id))}  # noqa: C416
        return tuple(known[key] for key in keys if key in known)

    def entries(self, session: Session, change: Change, today: date) -> list[Entry] | None:
        """Those of the list whom a change touched; None where it is simpler to read everybody afresh."""
        ids = change.ids(self.model.record.kind)
        if change.everything or len(ids) > MANY or self._reaches_further(change):
            return None
        found = list(self._entries(session, self._members().where(self.model.id.in_(ids)), today))
        return found if len(found) == len(ids) else None

    @abstractmethod
    def concerns(self, change: Change) -> bool:
        """Whether a change can alter what this list shows."""

    @abstractmethod
    def rows(self, session: Session, keys: Sequence[int], today: date) -> list[R]:
        """What the list shows of some, in any order."""

    @abstractmethod
    def _members(self) -> Members:
        """Row number, words and whatever the facets are made from, of everybody."""

    @abstractmethod
    def _facet_values(self, member: Any, today: date) -> tuple[str, ...]:
        """The values of ``facets`` of one row of ``_members``."""

    def _words(self, member: Any) -> str:
        return str(member.search_text)

    def _reaches_further(self, change: Change) -> bool:
        """Whether a change alters the words of others than the records it touched."""
        return False

    def _entries(self, session: Session, statement: Members, today: date) -> Iterable[Entry]:
        for member in session.execute(statement):
            yield Entry(member.pk, self._words(member), self._facet_values(member, today))

    def _terms(self, order: Order) -> list[ColumnElement[Any] | QueryableAttribute[Any]]:
        terms = self.sorts[order.column]
        return [*(term.desc() if order.descending else term for term in terms), *self.ties, self.model.pk]


def ranked(column: QueryableAttribute[Any], values: Sequence[str]) -> ColumnElement[Any]:
    """Sort by the place of a value in the programme's own order, not by its spelling."""
    return case({value: place for place, value in enumerate(values)}, value=column, else_=len(values))


def filled_first(column: QueryableAttribute[str]) -> tuple[ColumnElement[Any], ...]:
    """Sort texts regardless of case; where nothing was written comes last."""
    return case((column == "", 1), else_=0), column.collate("NOCASE")


def partner_names(session: Session) -> dict[str, str]:
    """Names of the partners that this laptop knows, by id: a few hundred."""
    return {partner.id: partner.name for partner in session.execute(select(Partner.id, Partner.name))}
