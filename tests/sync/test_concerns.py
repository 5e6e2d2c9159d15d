"""A concern on its way: sealed offline, received by the leads alone, and nothing of it left where it was written."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from onemm_desktop.models import Concern, ConcernSlip, Op, Shadow
from onemm_desktop.programme import concern_cases, concerns, safeguarding_keys
from onemm_desktop.sync import concerns as settling
from onemm_wire import sealing
from onemm_wire.bundle import answer_name
from onemm_wire.sealing import Pair
from tests.central_service import Centre
from tests.programme.pages_on_disk import every_page
from tests.programme.safeguarding import SECRET, report
from tests.sync.carrying import accepted, bundles
from tests.sync.laptop import KEY, Laptop, NewLaptop

RECOVERY, SEED = bytes(range(16)), bytes(range(1, 17))
MAIR: Pair = sealing.pair_of(SEED)


@pytest.fixture
def mair(furnished: Centre, new_laptop: NewLaptop) -> Laptop:
    """The lead's laptop, whose keys the centre has."""
    laptop = new_laptop(role="safeguarding_lead")
    laptop.sync()
    with laptop.at_work() as session:
        safeguarding_keys.set_up_first(session, recovery_seed=RECOVERY, seed=SEED)
    assert laptop.sync().unsent == 0
    return laptop


@pytest.fixture
def nia(mair: Laptop, new_laptop: NewLaptop) -> Laptop:
    """A trainer's laptop that has heard of the keys."""
    laptop = new_laptop(role="trainer")
    laptop.sync()
    return laptop


def write(laptop: Laptop) -> str:
    with laptop.at_work() as session:
        return concerns.seal(session, report=report())[1]


def slip(laptop: Laptop) -> concerns.Slip:
    with laptop.database.read() as session:
        return concerns.slips(session, today=datetime.now(UTC).date())[0]


def test_written_offline_it_reaches_the_lead_and_leaves_the_trainers_laptop(nia: Laptop, mair: Laptop) -> None:
    case = write(nia)
    sealed = nia.records("concern")[case]["sealed"]
    assert slip(nia).pressing
    status = nia.sync()
    assert (status.state, status.unsent, status.attention) == ("online", 0, 0)
    assert nia.records("concern") == {}
    with nia.database.read() as session:
        op = session.scalars(select(Op).where(Op.kind == "concern")).one()
        assert (op.state, op.fields, op.was) == ("done", {}, {})
        assert session.scalars(select(Shadow).where(Shadow.kind == "concern")).first() is None
    nia.database.shrink_log()
    assert sealed[:200].encode() not in every_page(nia.folder / "records.db", KEY), "not even the sealed text"
    assert slip(nia).state == "reached"
    mair.sync()
    with mair.at_work() as session:
        opened = concern_cases.open_case(session, case=case, pair=MAIR)[1]
    assert opened.report is not None
    assert opened.report.account == SECRET
    mair.sync()
    nia.sync()
    assert slip(nia).state == "opened"


def test_no_word_of_it_is_in_the_centre_s_tables(nia: Laptop, furnished: Centre) -> None:
    write(nia)
    nia.sync()
    words = furnished.sql(
        "SELECT string_agg(line, ' ') FROM (SELECT record::text AS line FROM record UNION ALL SELECT history::text "
        "FROM history UNION ALL SELECT op_result::text FROM op_result) AS everything"
    )[0][0]
    assert "uncle" not in words
    assert "Kai" not in words
    (row,) = furnished.records("concern").values()
    assert set(row) == {"id", "entry", "about", "made_at", "recorder_id", "sealed", "keys"}
    assert row["entry"] == "concern"


def test_a_colleague_s_laptop_receives_nothing(nia: Laptop, new_laptop: NewLaptop) -> None:
    write(nia)
    nia.sync()
    for role in ("trainer", "coordinator", "staff", "regional_manager"):
        colleague = new_laptop(role=role)
        colleague.sync()
        assert colleague.records("concern") == {}, role
        assert colleague.records("safeguarding_key"), "but they know whom to seal to"


def test_a_leads_own_concern_stays_on_the_leads_laptop(mair: Laptop) -> None:
    case = write(mair)
    mair.sync()
    assert case in mair.records("concern")
    assert slip(mair).state == "reached"


def test_a_crash_between_the_answer_and_the_slip_is_made_good(nia: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    class PowerCutError(Exception):
        pass

    def power_cut(*_: object) -> None:
        raise PowerCutError

    write(nia)
    with monkeypatch.context() as cut:
        cut.setattr(settling, "settle", power_cut)
        with pytest.raises(PowerCutError):
            nia.sync()
    assert slip(nia).state == "waiting"
    nia.sync()
    assert slip(nia).state == "reached"
    assert nia.records("concern") == {}


def test_a_centre_restored_without_it_is_told_of_by_the_slip(nia: Laptop, mair: Laptop, furnished: Centre) -> None:
    case = write(nia)
    nia.sync()
    mair.sync()
    for statement in (
        "DELETE FROM op_result WHERE kind = 'concern'",
        "ALTER TABLE record DISABLE TRIGGER USER",
        "DELETE FROM record WHERE kind = 'concern'",
        "ALTER TABLE record ENABLE TRIGGER USER",
        "SELECT sums_anew()",
        "UPDATE centre SET epoch = 'restored'",
    ):
        furnished.sql(statement)
    nia.sync()
    assert slip(nia).state == "lost"
    assert slip(nia).pressing
    with nia.database.read() as session:
        assert session.get(ConcernSlip, case) is not None
        assert session.scalars(select(Concern)).first() is None
    mair.sync()
    assert list(furnished.records("concern")) == [case], "the lead's laptop had it, and has brought it back"
    assert mair.sync().state == "online"
    with mair.at_work() as session:
        assert concern_cases.open_case(session, case=case, pair=MAIR)[1].report is not None


def test_carried_on_a_stick_it_leaves_the_laptop_when_the_answer_is_back(
    nia: Laptop, furnished: Centre, tmp_path: Path
) -> None:
    case = write(nia)
    file = tmp_path / "stick.onemm-bundle"
    files = bundles(nia)
    files.export(file)
    assert SECRET.encode() not in file.read_bytes()
    answered = accepted(furnished, file)
    assert answered.exit_code == 0, answered.output
    assert slip(nia).state == "waiting"
    files.bring_back(tmp_path / answer_name(file.name))
    assert slip(nia).state == "reached"
    assert nia.records("concern") == {}
    assert list(furnished.records("concern")) == [case]
