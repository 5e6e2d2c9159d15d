"""One run of synchronisation, step by step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from onemm_desktop.changes import Change
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import Progress, the_device
from onemm_desktop.models.database import Database
from onemm_desktop.sync import (
    agreement,
    backfill,
    bootstrap,
    concerns,
    enrolment,
    lost_life,
    pull,
    push,
    reconcile,
    revalidate,
    scope,
    status,
)
from onemm_desktop.sync.backfill import Gap
from onemm_desktop.sync.bootstrap import Place
from onemm_desktop.sync.calls import Cancelled
from onemm_desktop.sync.pace import Pace
from onemm_desktop.sync.pages import Page
from onemm_desktop.sync.reconcile import Key
from onemm_desktop.sync.status import SyncStatus
from onemm_desktop.sync.transport import Transport
from onemm_wire.errors import Code
from onemm_wire.protocol import PAGE_RECORDS, OpResult, Pulled

#: More touched records than this are not worth naming: pages read afresh.
WORTH_NAMING = 500
#: How often one run compares, repairs and compares again.
ROUNDS = 2
#: After one of these there is no line, nobody to talk to, or no wish to: the rest of the run would end the same way.
ENDS_THE_RUN = frozenset(
    {
        Problem.UNREACHABLE,
        Problem.NOT_THE_CENTRE,
        Problem.CERTIFICATE,
        Problem.OTHER_CERTIFICATE,
        Problem.INSECURE,
        Problem.BUSY,
        Problem.CANCELLED,
    }
)


@dataclass(frozen=True, slots=True)
class Lacks:
    """What keeps a copy from being whole, all of the centre's changes being in: partitions and gaps to be fetched."""

    doubted: Sequence[str] = ()
    missing: Sequence[str] = ()
    gaps: Sequence[Gap] = ()

    @classmethod
    def of(cls, session: Session) -> Lacks:
        """Looked up, with nothing written since the last change was."""
        return cls(revalidate.doubted(session), scope.missing(session), backfill.gaps(session))

    @property
    def nothing(self) -> bool:
        """Whether nothing is lacking."""
        return not (self.doubted or self.missing or self.gaps)


@dataclass
class Run:
    """What one run needs and what it has come to so far. ``problem`` is what went wrong without ending it."""

    database: Database
    transport: Transport
    clock: Callable[[], datetime]
    cancelled: Cancelled
    progress: Callable[[SyncStatus], None]
    changed: Callable[[Change], None]
    pace: Pace
    status: SyncStatus = field(default_factory=SyncStatus)
    problem: KnownError | None = None
    _touched: set[Key] = field(default_factory=set)
    _held_back: bool = False
    _counted: bool = False
    _lacks: Lacks = Lacks()
    _verified: bool = False

    def greet(self) -> None:
        """See that the centre is there before anything is said to be sent. UNREACHABLE or NOT_THE_CENTRE if not."""
        enrolment.greet(self.database, self.transport.hello(self.cancelled))

    def send(self) -> None:
        """Push every pending op once. A poisoned outbox must not stop the news: only a lost line ends the run here."""
        self._note(concerns.settle(self.database, self._now()))
        with self.database.read() as session:
            if status.unsent(session) == 0 or revalidate.doubted(session):
                return  # what waits may build on what is not so in the centre's new life
        self._say(state="sending")
        try:
            push.run(self.database, self.transport, cancelled=self.cancelled, sent=self._sent)
        except KnownError as error:
            if error.problem in ENDS_THE_RUN:
                raise
            if error.values.get("code") != Code.NEW_EPOCH.value:  # the pull hears of it, too, and knows what to do
                self.problem = error

    def receive(self) -> None:
        """Pull what changed and fetch what this laptop holds for the first time, until there is nothing left."""
        try:
            pulled = self._fetch()
        except KnownError as error:
            if error.values.get("code") != Code.NEW_EPOCH.value:
                raise
            self._begin_new_life(str(error.values.get("epoch", "")))
            pulled = self._fetch()
            # What was typed in the middle of a first sync, too: its partition began anew and was never doubted.
            answered = lost_life.answered(self.database, self.transport, self.cancelled)
            with self.database.sync_write() as session:
                lost_life.reread(session, pulled.cursor.seqs, answered)
            self._held_back = True
        if self._held_back:
            self.send()
            pulled = self._fetch()
        if not self._verified:
            self._verified = self._verify(pulled)
            with self.database.sync_write() as session:
                self._checkpoint(session, verified=self._verified)
        if self._verified:
            self._examine()
        agreement.tell(self.database, self.transport, self.cancelled)

    def _begin_new_life(self, epoch: str) -> None:
        """The centre was restored from a backup: doubt what was read, and let what it has lost of ours wait again."""
        lost = lost_life.unknown(self.database, self.transport, self.cancelled)
        with self.database.sync_write() as session:
            revalidate.begin(session, epoch)
            waiting = lost_life.take_back(session, lost)
            # A rule may have answered with more than what was typed: what is shown is what waits, from here on.
            shadows = reconcile.shadows_of(session, waiting)
            reconcile.refresh(session, shadows, shadows)
            self._note(waiting)
        # What waits was refused unread, whether or not anything was read before that is doubted now.
        self._held_back = True

    def tell(self) -> None:
        """Tell the pages what was touched since they were told last."""
        if self._touched:
            everything = len(self._touched) > WORTH_NAMING
            touched = frozenset[Key]() if everything else frozenset(self._touched)
            self._touched = set()
            self.changed(Change(touched=touched, everything=everything))

    def _verify(self, pulled: Pulled) -> bool:
        """Whether both sides hold the same, by their digests; where they do not, what differs is fetched again."""
        for _ in range(ROUNDS):
            with self.database.sync_write() as session:
                if agreement.agrees(session, pulled):
                    return True
                if pulled.digest and agreement.recounted(session, pulled, self._now()):
                    return True
            if pulled.digest:
                self._touched |= agreement.repair(
                    self.database, self.transport, at=self._now(), cancelled=self.cancelled
                )
            # Without a digest the centre has gone on between its two looks: ask again for both.
            pulled = self._fetch()
        with self.database.sync_write() as session:
            if agreement.agrees(session, pulled):
                return True
            if pulled.digest:
                agreement.note(session, self._now(), "unrepaired")
        return False

    def _now(self) -> datetime:
        return self.clock().replace(microsecond=0)

    def _fetch(self) -> Pulled:
        while True:
            pulled = self._pull()
            if self._lacks.nothing:
                return pulled
            if self._lacks.doubted:
                self._revalidate(self._lacks.doubted)
                continue
            backfill.run(
                self.database,
                self.transport,
                self._lacks.gaps,
                cancelled=self.cancelled,
                heard=self._filled,
                page_records=self.pace.records,
            )
            bootstrap.run(
                self.database,
                self.transport,
                self._lacks.missing,
                now=pulled.server_time,
                cancelled=self.cancelled,
                heard=self._paged,
                pace=self.pace,
            )

    def _pull(self) -> Pulled:
        try:
            return pull.run(
                self.database,
                self.transport,
                clock=self.clock,
                limit=min(PAGE_RECORDS, self.pace.records),
                cancelled=self.cancelled,
                heard=self._pulled,
                last=self._look,
            )
        except KnownError as error:
            if error.values.get("code") != Code.NOT_ALLOWED.value:
                raise
            # No role is a scope of nothing. What had not been sent went to the office just now, or waits for that.
            with self.database.sync_write() as session:
                self._note(scope.adopt(session, []))
            raise KnownError(Problem.NO_ROLE) from error

    def _look(self, session: Session, pulled: Pulled) -> None:
        """What is still lacking, in the transaction of the last change. Where nothing is, the checkpoint is part of it.

        Where the sums differ, or the centre could not say its own, ``_verify`` goes into it afterwards.
        """
        self._lacks = Lacks.of(session)
        self._verified = self._lacks.nothing and agreement.agrees(session, pulled)
        if self._verified:
            self._checkpoint(session, verified=True)

    def _revalidate(self, doubted: Sequence[str]) -> None:
        """Hold what the lost life of a restored centre had told against the new one."""
        self._say(state="receiving")
        revalidate.run(
            self.database,
            self.transport,
            list(doubted),
            at=self._now(),
            cancelled=self.cancelled,
            heard=self._note,
        )
        self._held_back = True

    def _examine(self) -> None:
        """After a first sync hold what the records say against the centre once, while people work with them already.

        What waits to be sent goes first: the next run examines on.
        """
        with self.database.read() as session:
            if not agreement.unexamined(session):
                return
            resting = status.resting(status.read(session), self.problem)
        self.tell()
        self._show(replace(resting, sent=self.status.sent))
        try:
            for touched in agreement.examine(self.database, self.transport, at=self._now(), cancelled=self.cancelled):
                self._note(touched)
                self._count()
                if self.status.unsent:
                    return
        except KnownError as error:
            if error.problem is not Problem.BUSY:  # others are served first; nobody waits for this
                raise

    def _note(self, touched: set[Key]) -> None:
        """Remember what to tell of; beyond what is worth naming more names would only fill the memory."""
        if len(self._touched) <= WORTH_NAMING:
            self._touched |= touched

    def _sent(self, results: Sequence[OpResult], touched: set[Key]) -> None:
        self._note(touched | concerns.settle(self.database, self._now()))
        done = sum(result.status in {"applied", "merged"} for result in results)
        self._count()
        self._say(sent=self.status.sent + done)

    def _pulled(self, pulled: Pulled, touched: set[Key]) -> None:
        self._note(touched)
        if pulled.more:
            self._say(state="receiving")

    def _paged(self, place: Place, page: Page, touched: set[Key]) -> None:
        self._note(touched)
        with self.database.read() as session:
            received, total = session.execute(select(func.sum(Progress.records), func.sum(Progress.total))).one()
        travelled = self.status.travelled + page.travelled
        self._say(state="receiving", received=received or 0, total=total or 0, travelled=travelled)
        if not place.started or page.head.next is None:
            self.tell()

    def _filled(self, page: Page, touched: set[Key]) -> None:
        self._note(touched)
        self._say(state="receiving")
        if page.head.next is None:
            self.tell()

    def _checkpoint(self, session: Session, *, verified: bool) -> None:
        """All pages are in. With an empty outbox, and both digests the same, this copy equals the centre."""
        device = the_device(session)
        device.first_sync_done = True
        if verified and status.unsent(session) == 0:
            device.last_checkpoint = self._now()

    def _count(self) -> None:
        with self.database.read() as session:
            counts = status.read(session)
        self.status = replace(
            self.status,
            unsent=counts.unsent,
            attention=counts.attention,
            last_verified=counts.last_verified,
            clock_offset=counts.clock_offset,
            days_left=counts.days_left,
        )
        self._counted = True

    def _say(self, **what: Any) -> None:
        """Show what is done now, beside the three numbers, which are counted for the first thing that is shown."""
        if not self._counted:
            self._count()
        self._show(replace(self.status, **what))

    def _show(self, now: SyncStatus) -> None:
        self.status = now
        self.progress(now)
