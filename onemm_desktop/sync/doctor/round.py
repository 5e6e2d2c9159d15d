"""A doctor's round: everything is looked at, in order, and mended on the way where that is asked for.

What waits to be sent is never dropped: every mending step keeps the journal and lays it on top again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import Device, Op, Progress
from onemm_desktop.models.database import Database
from onemm_desktop.models.standing import TAKEN, status_of
from onemm_desktop.sync import agreement, digest, lost_life, revalidate, status
from onemm_desktop.sync.alone import one_process
from onemm_desktop.sync.calls import Cancelled, never
from onemm_desktop.sync.compare import compare
from onemm_desktop.sync.doctor import local
from onemm_desktop.sync.doctor.findings import Found, Heard, Report, Step, Trouble
from onemm_desktop.sync.transport import Transport
from onemm_wire.protocol import Finding, KnownAsked

#: How far beyond this laptop's last change the centre is asked whether it has heard of one.
AHEAD = 1_000


def nobody(step: Step, done: int, total: int) -> None:
    """Nobody listens."""


class Doctor:
    """Looks after the copy of one laptop. ``transport`` is None where the centre is not to be asked.

    ``round`` belongs on the network thread: it reads for seconds and waits for the centre.
    """

    def __init__(self, database: Database, transport: Transport | None, *, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._transport = transport
        self._clock = clock

    def round(self, *, repair: bool, cancelled: Cancelled = never, heard: Heard = nobody) -> Report:
        """Look at everything. Raises KnownError CANCELLED, DATABASE_LOCKED (a synchronisation is under way),
        DISK_FULL. What the way to the centre runs into stands in the report."""
        with one_process(self._database.path) as alone:
            if not alone:
                raise KnownError(Problem.DATABASE_LOCKED)
            return _Round(self._database, self._transport, self._clock, repair, cancelled, heard).report()


class _Round:
    def __init__(
        self,
        database: Database,
        transport: Transport | None,
        clock: Callable[[], datetime],
        repair: bool,
        cancelled: Cancelled,
        heard: Heard,
    ) -> None:
        self._database = database
        self._transport = transport
        self._clock = clock
        self._repair = repair
        self._cancelled = cancelled
        self._heard = heard
        self._records = 0

    def report(self) -> Report:
        problem: KnownError | None = None
        found: list[Found] = []
        try:
            found += self._file()
            if not found:
                for look in (self._indexes, self._journal, self._waiting, self._names, self._sums):
                    digest.stop_if(self._cancelled)
                    found += look()
                if self._transport is not None:
                    problem = self._ask(self._transport, found)
        except KnownError as error:
            if error.problem is not Problem.DATABASE_DAMAGED:
                raise
            found.append(Found(Trouble.FILE))
        return Report(tuple(found), self._records, self._unsent(), problem)

    # --- the file ----------------------------------------------------------------------------------------------------

    def _file(self) -> Iterator[Found]:
        self._heard("file", 0, 0)
        self._database.check(self._cancelled)
        missing = self._database.missing()
        if missing:
            yield Found(Trouble.TABLES, len(missing))
        else:
            self._note_sound()

    def _note_sound(self) -> None:
        with self._database.sync_write() as session:
            session.scalars(select(Device)).one().sound_at = self._now()

    def _indexes(self) -> Iterator[Found]:
        self._heard("indexes", 0, 0)
        if not self._database.indexes_fit(self._cancelled):
            if self._repair:
                self._database.reindex()
                self._note("reindexed")
            yield Found(Trouble.INDEX, mended=self._repair)

    # --- what this laptop has written --------------------------------------------------------------------------------

    def _journal(self) -> Iterator[Found]:
        self._heard("journal", 0, 0)
        with self._database.read() as session:
            gaps, taken = local.gaps(session), local.taken_numbers(session)
        if gaps > 0:
            yield Found(Trouble.GAP, gaps)
        if taken:
            if self._repair:
                with self._database.sync_write() as session:
                    local.go_on_after_the_last(session)
            yield Found(Trouble.NEXT_NUMBER, taken, mended=self._repair)

    def _waiting(self) -> Iterator[Found]:
        self._heard("waiting", 0, 0)
        with self._database.read() as session:
            wrong = local.not_shown(session)
        if wrong and self._repair:
            with self._database.sync_write() as session:
                local.lay_anew(session, wrong)
                agreement.note(session, self._now(), "relaid", records=len(wrong))
        by_kind: dict[str, int] = defaultdict(int)
        for kind, _ in wrong:
            by_kind[kind] += 1
        for kind, count in by_kind.items():
            yield Found(Trouble.WAITING, count, kind, mended=self._repair)

    def _names(self) -> Iterator[Found]:
        self._heard("names", 0, 0)
        with self._database.skim() as session:
            wrong = local.misnamed(session, self._cancelled)
        if wrong and self._repair:
            with self._database.sync_write() as session:
                local.name_anew(session, wrong)
                agreement.note(session, self._now(), "reindexed", records=sum(map(len, wrong.values())))
        for kind, people in wrong.items():
            yield Found(Trouble.NAMES, len(people), kind, mended=self._repair)

    def _sums(self) -> Iterator[Found]:
        self._heard("sums", 0, 0)
        with self._database.skim() as session:
            kept = session.execute(select(Progress.partition, Progress.digest).where(Progress.digest != "")).all()
            wrong = [name for name, said in kept if str(digest.count(session, name)) != said]
        if wrong and self._repair:
            with self._database.sync_write() as session:
                digest.recount(session, wrong)
                agreement.note(session, self._now(), "recounted")
        if wrong:
            yield Found(Trouble.SUM, len(wrong), mended=self._repair)

    # --- the centre --------------------------------------------------------------------------------------------------

    def _ask(self, transport: Transport, found: list[Found]) -> KnownError | None:
        """Compare with the centre, as far as it answers; what kept it from answering."""
        try:
            found += self._numbers(transport)
            found += self._copies(transport)
            agreement.tell(self._database, transport, self._cancelled)
        except KnownError as error:
            if error.problem not in status.LINE and error.problem is not Problem.REFUSED:
                raise
            return error
        return None

    def _numbers(self, transport: Transport) -> Iterator[Found]:
        with self._database.read() as session:
            first = session.scalars(select(Device.next_n)).one()
        last = first + AHEAD - 1
        ahead = last + 1 - first - len(transport.known(KnownAsked(first=first, last=last), self._cancelled).unknown)
        if ahead:
            yield Found(Trouble.OLDER_COPY, ahead)
        unknown = lost_life.unknown(self._database, transport, self._cancelled)
        with self._database.read() as session:
            forgotten = _acknowledged(session, unknown)
        if forgotten:
            if self._repair:
                answered = lost_life.answered(self._database, transport, self._cancelled)
                with self._database.sync_write() as session:
                    lost_life.take_back(session, forgotten)
                    lost_life.reread(session, list(session.scalars(select(Progress.partition))), answered)
            yield Found(Trouble.FORGOTTEN, len(forgotten), mended=self._repair)

    def _copies(self, transport: Transport) -> Iterator[Found]:
        with self._database.read() as session:
            if revalidate.doubted(session):
                return  # the next synchronisation holds everything against the restored centre
            partitions = list(session.scalars(select(Progress.partition).where(Progress.complete)))
            total = session.scalar(select(func.sum(Progress.total)).where(Progress.complete)) or 0
        wrong: dict[str, int] = defaultdict(int)
        recounted: set[str] = set()
        self._heard("centre", 0, total)
        for found in compare(self._database, transport, partitions, deep=True, cancelled=self._cancelled):
            if self._repair:
                counts = agreement.mend(
                    self._database, transport, found, at=self._now(), cancelled=self._cancelled
                ).wrong
            else:
                counts = agreement.faults(self._database, transport, found, self._cancelled)
            for kind, count in counts.items():
                wrong[kind] += count
            recounted |= found.recounted
            self._records += found.records
            self._heard("centre", min(self._records, total), total)
        for kind, count in wrong.items():
            yield Found(Trouble.RECORDS, count, kind, mended=self._repair)
        if recounted:
            yield Found(Trouble.CENTRE_SUM, len(recounted), mended=True)

    # --- hands -------------------------------------------------------------------------------------------------------

    def _note(self, what: Finding) -> None:
        with self._database.sync_write() as session:
            agreement.note(session, self._now(), what)

    def _unsent(self) -> int:
        try:
            with self._database.read() as session:
                return status.read(session).unsent
        except KnownError:
            return 0  # of a file that cannot be read nobody can say

    def _now(self) -> datetime:
        return self._clock().replace(microsecond=0)


def _acknowledged(session: Session, numbers: set[int]) -> set[int]:
    """Those of these changes which the centre has taken by its own word."""
    done = select(Op.n, Op.answer).where(Op.state == "done", Op.n.in_(numbers))
    return {n for n, answer in session.execute(done) if status_of(answer) in TAKEN}
