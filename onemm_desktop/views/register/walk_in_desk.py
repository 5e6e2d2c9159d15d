"""People who come without a booking: added at the door, recognised by their card, or linked to it afterwards."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from onemm_desktop.background import Background, Records
from onemm_desktop.changes import Change
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.programme import walk_ins
from onemm_desktop.programme.likely import Alike, Everybody
from onemm_desktop.views.register.desk import RegisterDesk

_ADDED = "walk_in_added"


class WalkInDesk(QObject):
    """What a register's desk asks about walk-ins. ``where`` says at which event, and at which session of it."""

    #: The name of somebody who was added, and so is present.
    added = Signal(str)
    #: (mentor, name): somebody turned out to have a card, and is to be marked present.
    recognised = Signal(str, str)
    failed = Signal(object)

    def __init__(
        self, background: Background, desk: RegisterDesk, where: Callable[[], tuple[str, str | None]], page: QWidget
    ) -> None:
        super().__init__(page)
        self._background = background
        self._desk = desk
        self._where = where
        self._page = page
        self._everybody = Everybody()
        desk.known_asked.connect(self._look_who)
        desk.link.linked.connect(self._link)
        desk.walk_in.added.connect(self._add)
        desk.walk_in.typed.connect(self._look_for_card)
        desk.walk_in.recognised.connect(self._recognised)
        desk.looked_beyond.connect(self._look_beyond)

    def changed(self, change: Change) -> None:
        """Something was written on this laptop, here or by a sync."""
        # The address a walk-in just left is nobody's who has a card: everybody is not read again for it.
        if change.concerns("mentor", "contact") and change.undo != _ADDED:
            self._everybody.changed()

    def _add(self, name: str, contact: str, organisation: str, consent: bool) -> None:
        event, session_id = self._where()
        verb = partial(
            walk_ins.add,
            event=event,
            name=name,
            contact=contact,
            organisation=organisation,
            consent=consent,
            session_id=session_id,
        )
        self._background.write(
            verb,
            label=_ADDED,
            values={"name": name},
            initiator=self._page,
            then=partial(self._walked_in, name),
            failed=self._refused,
        )

    def _walked_in(self, name: str, attendee: str) -> None:
        self._leave_walk_in(attendee)
        self.added.emit(name)

    def _refused(self, error: KnownError) -> None:
        if error.problem in (Problem.MISSING_NAME, Problem.MISSING_CONSENT):
            self._desk.walk_in.show_error(error)
        else:
            self._fail(error)

    def _recognised(self, mentor: str, name: str) -> None:
        self.recognised.emit(mentor, name)
        self._leave_walk_in(mentor)

    def _leave_walk_in(self, attendee: str) -> None:
        self._desk.walk_in.clear()
        self._desk.walk_in.dismiss()
        self._desk.next_person(attendee)

    def _look_who(self, attendee: str, name: str) -> None:
        ask = partial(walk_ins.probably, walk_in=attendee, everybody=self._everybody, version=self._everybody.version)
        self._background.read(ask, partial(self._desk.show_known, attendee, name), self._fail)

    def _link(self, walk_in: str, mentor: str, name: str) -> None:
        said = self.tr("{name} is linked to their card. Ctrl+Z parts them again.").format(name=name)
        self._background.write(
            partial(walk_ins.link, walk_in=walk_in, mentor=mentor),
            label="walk_in_linked",
            values={"name": name},
            initiator=self._page,
            then=lambda _: self._desk.tell(said),
            failed=self._fail,
        )

    def _look_for_card(self, name: str, contact: str) -> None:
        self._background.read(self._who(name, contact), self._desk.walk_in.show_alike, self._fail)

    def _look_beyond(self, typed: str) -> None:
        self._background.read(self._who(typed, typed), partial(self._desk.show_beyond, typed), self._fail)

    def _who(self, name: str, contact: str) -> Callable[[Records], tuple[Alike, ...]]:
        """Compare with everybody who has a card; they are read once, until one changes."""
        return partial(self._everybody.find, version=self._everybody.version, name=name, contact=contact)

    def _fail(self, error: KnownError) -> None:
        # A method of its own: the background passes over what belongs to a page that is gone.
        self.failed.emit(error)
