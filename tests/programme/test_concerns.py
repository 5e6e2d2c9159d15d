"""Writing a concern, and what is left of it on the laptop of its author; named after who would like to read it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import Concern, ConcernDraft, Op, SafeguardingContact, SafeguardingKey, journal
from onemm_desktop.models.safeguarding import SealedError
from onemm_desktop.programme import concern_cases, concerns, parked, review_list, safeguarding_keys, trusted_keys, undo
from onemm_desktop.programme.concerns import Phone
from onemm_wire import sealing
from onemm_wire.concern_contents import Report
from onemm_wire.partitions import Role
from tests.fixtures_desktop import KEY, MORNING, Clock
from tests.programme.pages_on_disk import every_page
from tests.programme.safeguarding import RECOVERY, SECRET, Seat, furnish, report, set_up

TODAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both laptops as files: making them takes longer than most tests."""
    folder = tmp_path_factory.mktemp("region")
    furnish(folder)
    return folder


@pytest.fixture
def clock() -> Clock:
    return Clock(MORNING + timedelta(hours=1))


@pytest.fixture
def mair(tmp_path: Path, furnished: Path, clock: Clock) -> Iterator[Seat]:
    """The lead, whose laptop made the region's keys."""
    yield from _seat(tmp_path, furnished, 1, "safeguarding_lead", clock)


@pytest.fixture
def nia(tmp_path: Path, furnished: Path, clock: Clock) -> Iterator[Seat]:
    """A trainer, whose laptop has synchronised once."""
    yield from _seat(tmp_path, furnished, 2, "trainer", clock)


def _seat(folder: Path, furnished: Path, number: int, role: Role, clock: Clock) -> Iterator[Seat]:
    for file in furnished.glob(f"laptop{number}.db*"):
        shutil.copy(file, folder)
    seat = Seat(folder, number, role, clock)
    yield seat
    seat.close()


def written(seat: Seat, **said: Any) -> str:
    """A concern sealed at this seat; its id."""
    with seat.database.write(seat.desk) as session:
        return concerns.seal(session, report=report(**said))[1]


def read(lead: Seat, case: str) -> Report:
    with lead.database.write(lead.desk) as session:
        opened = concern_cases.open_case(session, case=case, pair=lead.pair)[1]
    assert opened.report is not None
    return opened.report


def draft(seat: Seat, text: str = SECRET) -> None:
    with seat.database.write(seat.desk) as session:
        concerns.keep_draft(session, typed={"account": text})


def state(seat: Seat) -> str:
    with seat.database.read() as session:
        return concerns.slips(session, today=TODAY)[0].state


# --- the lead -----------------------------------------------------------------------------------------------------


def test_the_lead_reads_what_was_written_and_by_whom(nia: Seat, mair: Seat) -> None:
    case = written(nia, people="Kai, his uncle", danger="no")
    nia.give(mair, "concern")
    said = read(mair, case)
    assert (said.account, said.people, said.recorder_name, said.recorder_role) == (
        SECRET, "Kai, his uncle", "Person 2", "trainer",
    )  # fmt: skip


def test_its_author_hears_that_it_was_opened_and_nobody_else_of_what(nia: Seat, mair: Seat) -> None:
    case = written(nia)
    nia.give(mair, "concern")
    assert state(nia) == "waiting"
    read(mair, case)
    read(mair, case)
    mair.give(nia, "concern_receipt")
    assert state(nia) == "opened"
    with mair.database.read() as session:
        (op,) = session.scalars(select(Op).where(Op.kind == "concern_receipt")).all()
    assert case not in str(op.fields)


# --- the author, and whoever sits at the same laptop --------------------------------------------------------------


def test_the_author_cannot_read_it_again(nia: Seat) -> None:
    case = written(nia)
    with nia.database.read() as session:
        row = session.scalars(select(Concern).where(Concern.id == case)).one()
        concern = safeguarding_keys.wire_concern(row)
        (found,) = concern_cases.cases(session, region="london", pair=nia.pair)
    assert found.locked
    with pytest.raises(sealing.SealError):
        sealing.open_sealed(concern, row.partition, concern.keys, dict.fromkeys(concern.keys, nia.pair))
    with nia.database.write(nia.desk) as session, pytest.raises(KnownError) as refused:
        concern_cases.open_case(session, case=case, pair=nia.pair)
    assert refused.value.problem is Problem.CANNOT_OPEN


def test_no_page_of_the_disk_holds_a_word_of_it_even_for_whoever_has_the_key(nia: Seat) -> None:
    draft(nia, SECRET + " and more, " * 900)
    assert SECRET.encode() in every_page(nia.path, KEY), "a draft is there, or this test would find nothing at all"
    written(nia, people="Kai Begum")
    nia.database.shrink_log()
    pages = every_page(nia.path, KEY)
    assert b"my uncle" not in pages
    assert b"Kai Begum" not in pages


def test_a_draft_survives_a_crash_and_goes_when_it_is_sealed_or_thrown_away(nia: Seat) -> None:
    draft(nia)
    nia.close()
    nia.database = type(nia.database).open(nia.path, KEY)
    with nia.database.read() as session:
        assert concerns.desktop(session, region="london", today=TODAY).drafts == {"": {"account": SECRET}}
    written(nia)
    draft(nia)
    with nia.database.write(nia.desk) as session:
        concerns.drop_draft(session)
        assert session.get(ConcernDraft, "") is None


def test_a_draft_is_in_no_journal_and_no_label(nia: Seat) -> None:
    draft(nia)
    written(nia)
    with nia.database.read() as session:
        ops = session.scalars(select(Op)).all()
    assert [(op.kind, op.label, op.label_values) for op in ops] == [("concern", "", {})]
    assert "uncle" not in str([op.fields for op in ops])


def test_ctrl_z_takes_no_concern_back(nia: Seat) -> None:
    written(nia)
    with pytest.raises(KnownError) as nothing, nia.database.write(nia.desk) as session:
        undo.last(session)
    assert nothing.value.problem is Problem.NOTHING_TO_UNDO


def test_nobody_changes_or_deletes_one_on_the_laptop(nia: Seat) -> None:
    written(nia)
    with pytest.raises(SealedError), nia.database.write(nia.desk) as session:
        session.scalars(select(Concern)).one().sealed = "other"
    with pytest.raises(SealedError), nia.database.write(nia.desk) as session:
        session.delete(session.scalars(select(Concern)).one())


def test_one_that_the_centre_refused_is_sent_again_but_never_discarded(nia: Seat) -> None:
    written(nia)
    with nia.database.sync_write() as session:
        op = session.scalars(select(Op)).one()
        op.state, op.answer = "parked", {"n": op.n, "status": "rejected", "code": "malformed"}
    with nia.database.read() as session:
        (refusal,) = review_list.listing(session, now=nia.desk.now()).refusals
    assert (refusal.fields, refusal.again, refusal.editable) == ((), True, False)
    with pytest.raises(KnownError) as refused, nia.database.write(nia.desk) as session:
        parked.discard(session, op=refusal.op)
    assert refused.value.problem is Problem.CONCERN_STAYS
    with nia.database.write(nia.desk) as session:
        parked.resend(session, op=refusal.op)
        again = session.scalars(select(Op).where(Op.state == "pending")).one()
        assert again.verb == "create"
        assert again.fields["sealed"]
        assert journal.changes_of(session)


def test_nothing_is_sealed_without_an_account_or_without_a_lead(nia: Seat, tmp_path: Path, clock: Clock) -> None:
    with pytest.raises(KnownError) as empty:
        written(nia, account=" \n")
    assert empty.value.problem is Problem.MISSING_ACCOUNT
    with closing(Seat(tmp_path, 3, "trainer", clock)) as fresh:
        draft(fresh)
        with pytest.raises(KnownError) as unknown:
            written(fresh)
        with fresh.database.read() as session:
            assert session.get(ConcernDraft, "") is not None, "what was typed is kept"
            assert not concerns.desktop(session, region="london", today=TODAY).can_seal
    assert unknown.value.problem is Problem.NO_LEAD_KEY


# --- additions ----------------------------------------------------------------------------------------------------


def test_the_author_adds_and_the_lead_reads_both_in_order(nia: Seat, mair: Seat, clock: Clock) -> None:
    case = written(nia)
    clock.forward(hours=2)
    with nia.database.write(nia.desk) as session:
        concerns.keep_draft(session, typed={"text": "half"}, about=case)
        concerns.add(session, about=case, text="He has a bruise.")
        assert session.get(ConcernDraft, case) is None
    nia.give(mair, "concern")
    with mair.database.write(mair.desk) as session:
        opened = concern_cases.open_case(session, case=case, pair=mair.pair)[1]
    assert [entry.entry for entry in opened.entries] == ["concern", "addition"]
    with nia.database.read() as session:
        assert [slip.about for slip in concerns.slips(session, today=TODAY)] == [case, ""]


def test_an_addition_needs_words_and_a_concern_of_this_laptop(nia: Seat) -> None:
    for about, text, problem in (("x", "more", Problem.NOT_FOUND), ("x", " ", Problem.MISSING_ACCOUNT)):
        with pytest.raises(KnownError) as refused, nia.database.write(nia.desk) as session:
            concerns.add(session, about=about, text=text)
        assert refused.value.problem is problem


# --- whom to phone ------------------------------------------------------------------------------------------------


def test_the_numbers_of_today_in_the_order_to_phone(nia: Seat) -> None:
    who = partial(SafeguardingContact, partition="region/london", hours="9–17")
    with nia.database.write(nia.desk) as session:
        for number, (name, role, begins, ends) in enumerate(
            [
                ("Night line", "out_of_hours", date(2026, 1, 1), None),
                ("Mair Rees", "lead", date(2026, 1, 1), date(2026, 11, 21)),
                ("Last year’s lead", "lead", date(2025, 1, 1), date(2025, 12, 31)),
                ("Next month’s lead", "lead", date(2026, 12, 1), None),
                ("Ade Bello", "deputy", date(2026, 1, 1), None),
            ]
        ):
            session.add(
                who(
                    id=f"c{number}",
                    name=name,
                    contact_role=role,
                    phone=f"0{number}",
                    valid_from=begins,
                    valid_until=ends,
                )
            )
        found = concerns.phones(session, region="london", today=TODAY)
    assert [one.name for one in found] == ["Mair Rees", "Ade Bello", "Night line"]
    assert found[0] == Phone("c1", "Mair Rees", "lead", "01", "9–17")


# --- a rogue administrator, a lost key, a lead who comes later ------------------------------------------------------


def test_a_key_that_an_administrator_writes_into_the_tables_is_sealed_to_by_nobody(nia: Seat, mair: Seat) -> None:
    theirs = sealing.pair_of(sealing.new_seed())
    with nia.database.sync_write() as session:
        for number, (purpose, by) in enumerate([("laptop", ""), ("recovery", "k1")]):
            session.add(
                SafeguardingKey(
                    id=f"k{number}",
                    partition="region/london",
                    purpose=purpose,
                    user_id="admin",
                    device_id="d",
                    seal_key=theirs.seal_key,
                    sign_key=theirs.sign_key,
                    made_at=datetime(2020, 1, 1, tzinfo=UTC),
                    vouched_by=by,
                    vouching="",
                )
            )
            session.flush()
            forged = session.scalars(select(SafeguardingKey).where(SafeguardingKey.id == f"k{number}")).one()
            if by:
                wire = next(key for key in trusted_keys.known(session, "london") if key.id == forged.id)
                forged.vouching = sealing.vouch(theirs, wire, "region/london/safeguarding")
    case = written(nia)
    with nia.database.read() as session:
        keys = session.scalars(select(Concern).where(Concern.id == case)).one().keys
        known = {key.id for key in trusted_keys.known(session, "london") if key.user_id == mair.desk.user_id}
    assert set(keys) == known


def test_an_exchanged_recovery_key_is_not_the_one_that_was_remembered(nia: Seat) -> None:
    with nia.database.sync_write() as session:
        root = session.scalars(select(SafeguardingKey).where(SafeguardingKey.purpose == "recovery")).one()
        theirs = sealing.pair_of(sealing.new_seed())
        root.seal_key, root.sign_key = theirs.seal_key, theirs.sign_key
        session.flush()
        wire = next(key for key in trusted_keys.known(session, "london") if key.id == root.id)
        root.vouching = sealing.vouch(theirs, wire, "region/london/safeguarding")
    with nia.database.read() as session:
        assert trusted_keys.recipients(session, "london") == []


def test_a_lead_who_comes_later_reads_what_was_there_once_another_lets_them_in(
    nia: Seat, mair: Seat, tmp_path: Path, clock: Clock
) -> None:
    case = written(nia)
    nia.give(mair, "concern")
    with closing(Seat(tmp_path, 4, "safeguarding_lead", clock)) as ade:
        mair.give(ade)
        with ade.database.write(ade.desk) as session:
            assert safeguarding_keys.standing(session, "london", None).place == "outside"
            safeguarding_keys.ask_to_join(session, seed=ade.seed)
            waiting = safeguarding_keys.standing(session, "london", ade.pair)
        assert waiting.place == "waiting"
        ade.give(mair, "safeguarding_key")
        with mair.database.write(mair.desk) as session:
            asking = next(
                key for key in safeguarding_keys.standing(session, "london", mair.pair).keys if not key.trusted
            )
            assert asking.fingerprint == waiting.fingerprint
            safeguarding_keys.let_in(session, key=asking.id, pair=mair.pair)
        mair.give(ade)
        assert read(ade, case).account == SECRET
        with ade.database.read() as session:
            assert safeguarding_keys.standing(session, "london", ade.pair).place == "ready"


def test_the_recovery_key_from_the_safe_lets_a_laptop_in_where_no_lead_is_left(
    nia: Seat, mair: Seat, tmp_path: Path, clock: Clock
) -> None:
    case = written(nia)
    nia.give(mair, "concern")
    with closing(Seat(tmp_path, 4, "safeguarding_lead", clock)) as ade:
        mair.give(ade)
        with pytest.raises(KnownError) as wrong, ade.database.write(ade.desk) as session:
            safeguarding_keys.join_by_recovery(session, recovery_seed=bytes(16), seed=ade.seed)
        assert wrong.value.problem is Problem.WRONG_RECOVERY_KEY
        with ade.database.write(ade.desk) as session:
            safeguarding_keys.join_by_recovery(session, recovery_seed=RECOVERY, seed=ade.seed)
        assert read(ade, case).account == SECRET


def test_nothing_more_is_sealed_to_a_key_that_was_taken_away(
    nia: Seat, mair: Seat, tmp_path: Path, clock: Clock
) -> None:
    with closing(Seat(tmp_path, 4, "safeguarding_lead", clock)) as ade:
        mair.give(ade)
        with ade.database.write(ade.desk) as session:
            safeguarding_keys.join_by_recovery(session, recovery_seed=RECOVERY, seed=ade.seed)
        ade.give(mair, "safeguarding_key")
        with mair.database.write(mair.desk) as session:
            theirs = next(
                k for k in safeguarding_keys.standing(session, "london", mair.pair).keys if k.name == "Person 4"
            )
            safeguarding_keys.take_away(session, key=theirs.id, pair=mair.pair)
        mair.give(nia, "safeguarding_key")
        written(nia)
        with nia.database.read() as session:
            assert theirs.id not in session.scalars(select(Concern)).one().keys
        mair.give(ade, "safeguarding_key")
        with pytest.raises(KnownError), ade.database.write(ade.desk) as session:
            safeguarding_keys.grant_missing(session, pair=ade.pair)


def test_what_was_written_before_its_author_knew_of_a_lead_is_granted_later(
    nia: Seat, mair: Seat, tmp_path: Path, clock: Clock
) -> None:
    with closing(Seat(tmp_path, 4, "safeguarding_lead", clock)) as ade:
        mair.give(ade)
        with ade.database.write(ade.desk) as session:
            safeguarding_keys.join_by_recovery(session, recovery_seed=RECOVERY, seed=ade.seed)
        ade.give(mair, "safeguarding_key")
        case = written(nia)
        nia.give(mair, "concern")
        for _ in range(2):
            with mair.database.write(mair.desk) as session:
                safeguarding_keys.grant_missing(session, pair=mair.pair)
        mair.give(ade)
        assert read(ade, case).account == SECRET
        with mair.database.read() as session:
            assert len(session.scalars(select(Op).where(Op.kind == "concern_key_grant")).all()) == 1


def test_the_first_keys_of_a_region_are_made_once(mair: Seat) -> None:
    with mair.database.read() as session:
        assert safeguarding_keys.standing(session, "london", mair.pair).place == "ready"
    with pytest.raises(KnownError) as made, mair.database.write(mair.desk) as session:
        set_up(session, mair, bytes(16))
    assert made.value.problem is Problem.ALREADY_DECIDED


def test_a_stranger_lets_nobody_in(nia: Seat) -> None:
    with pytest.raises(KnownError) as refused, nia.database.write(nia.desk) as session:
        safeguarding_keys.let_in(session, key="k", pair=nia.pair)
    assert refused.value.problem is Problem.NOT_ALLOWED
