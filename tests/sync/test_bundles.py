"""Without any network: a file out on a stick, delivered by whoever can, the answer back the same way."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import func, select, update

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import Lease, Op, Progress
from onemm_desktop.models.lease import DAY
from onemm_desktop.sync import enrolment
from onemm_wire import bundle
from onemm_wire.bundle import Header, read_bundle, write_bundle
from onemm_wire.errors import Code
from onemm_wire.partitions import partner, region, staff
from tests.central_service import Centre
from tests.sync.carrying import accepted, bundles, set_device
from tests.sync.laptop import Laptop, NewLaptop, now
from tests.sync.records import identity, mentor


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A USB stick."""
    folder = tmp_path / "STICK"
    folder.mkdir()
    return folder


@pytest.fixture
def courier(furnished: Centre, new_laptop: NewLaptop) -> Laptop:
    """Somebody else's laptop, of another region, which is online."""
    return new_laptop(region_code="CDF", role="trainer")


def refused(error: KnownError) -> object:
    """The code of a file that was not taken."""
    assert error.problem is Problem.REFUSED
    return error.values["code"]


def test_a_week_without_a_network_ends_with_equal_records(
    furnished: Centre, laptop: Laptop, courier: Laptop, stick: Path
) -> None:
    laptop.sync()
    laptop.change_mentor(identity(0), notes="prefers mornings")
    added = laptop.add_mentor("Rhys")
    laptop.change_mentor(added, job_title="Joiner")
    furnished.put(region("LDN"), mentor(1, organisation="Rhondda Housing"))

    out = stick / "desk 1.onemm-bundle"
    exported = bundles(laptop).export(out)
    assert (exported.count, exported.left) == (3, 0)
    assert laptop.ops() == [(1, "pending"), (2, "pending"), (3, "pending")]

    told = accepted(furnished, out)
    assert told.exit_code == 0, told.output
    assert "Desk 1 (desk0@example.org): 3 applied" in told.output

    again = bundles(courier).deliver(out)  # by somebody who does not know that it has been delivered
    assert again == stick / "desk 1 answer.onemm-bundle"
    assert furnished.records("mentor")[added]["job_title"] == "Joiner"
    assert furnished.sql("SELECT rev FROM record WHERE id = %s", added) == [(2,)]

    brought = bundles(laptop).bring_back(again)
    assert (brought.settled, brought.attention) == (3, 0)
    assert ("mentor", identity(1)) in brought.change.touched
    assert {state for _, state in laptop.ops()} == {"done"}
    assert laptop.shadows == 0
    assert laptop.records("mentor") == furnished.records("mentor", region("LDN"))

    status = laptop.sync()
    assert (status.state, status.sent, laptop.changes) == ("online", 0, [])


def test_an_answer_brought_back_twice_changes_nothing_more(furnished: Centre, laptop: Laptop, stick: Path) -> None:
    laptop.sync()
    laptop.change_mentor(identity(0), notes="prefers mornings")
    out, answer = stick / "out.onemm-bundle", stick / "back"
    bundles(laptop).export(out)
    accepted(furnished, out, "--answer", str(answer))
    bundles(laptop).bring_back(answer)
    before = laptop.records("mentor"), laptop.ops()
    again = bundles(laptop).bring_back(answer)
    assert (again.settled, again.received, again.change.touched) == (0, 0, frozenset())
    assert (laptop.records("mentor"), laptop.ops()) == before


def test_an_answer_that_is_overtaken_lays_nothing_old_over_what_is_new(
    furnished: Centre, laptop: Laptop, stick: Path
) -> None:
    laptop.sync()
    out, answer = stick / "out.onemm-bundle", stick / "back"
    bundles(laptop).export(out)
    furnished.put(region("LDN"), mentor(1, organisation="first"))
    accepted(furnished, out, "--answer", str(answer))
    furnished.put(region("LDN"), mentor(1, organisation="second"))
    laptop.sync()
    assert bundles(laptop).bring_back(answer).received == 0
    card = laptop.record("mentor", identity(1))
    assert card is not None
    assert card["organisation"] == "second"
    laptop.sync()
    assert laptop.records("mentor") == furnished.records("mentor", region("LDN"))


def test_two_answers_that_overlap_may_come_in_either_order(furnished: Centre, laptop: Laptop, stick: Path) -> None:
    laptop.sync()
    answers = []
    for number in (1, 2):
        out = stick / f"{number}.onemm-bundle"
        laptop.change_mentor(identity(0), notes=f"note {number}")
        bundles(laptop).export(out)
        furnished.put(region("LDN"), mentor(number, organisation=f"organisation {number}"))
        accepted(furnished, out)
        answers.append(stick / bundle.answer_name(out.name))
    for answer in reversed(answers):
        bundles(laptop).bring_back(answer)
    assert {state for _, state in laptop.ops()} == {"done"}
    assert laptop.records("mentor") == furnished.records("mentor", region("LDN"))


def test_a_laptop_that_fell_behind_skips_nothing(furnished: Centre, laptop: Laptop, stick: Path) -> None:
    """Its disk was set back to an older copy after the file was written."""
    laptop.sync()
    furnished.put(region("LDN"), mentor(1, organisation="between"))
    held = laptop.progress()[region("LDN")].seq
    laptop.sync()
    out, answer = stick / "out.onemm-bundle", stick / "back"
    bundles(laptop).export(out)
    furnished.put(region("LDN"), mentor(2, organisation="after"))
    accepted(furnished, out, "--answer", str(answer))
    with laptop.database.sync_write() as session:
        session.execute(update(Progress).where(Progress.partition == region("LDN")).values(seq=held))
    assert bundles(laptop).bring_back(answer).received == 0
    assert laptop.progress()[region("LDN")].seq == held


def test_what_a_person_wrote_since_the_file_was_saved_stays_on_top(
    furnished: Centre, laptop: Laptop, stick: Path
) -> None:
    laptop.sync()
    out, answer = stick / "out.onemm-bundle", stick / "back"
    laptop.change_mentor(identity(0), notes="in the file")
    bundles(laptop).export(out)
    laptop.change_mentor(identity(0), notes="after the file")
    accepted(furnished, out, "--answer", str(answer))
    bundles(laptop).bring_back(answer)
    card = laptop.record("mentor", identity(0))
    assert card is not None
    assert card["notes"] == "after the file"
    assert laptop.ops() == [(1, "done"), (2, "pending")]
    laptop.sync()
    assert furnished.records("mentor")[identity(0)]["notes"] == "after the file"


def test_an_op_that_needs_a_person_is_parked_by_the_answer(furnished: Centre, laptop: Laptop, stick: Path) -> None:
    laptop.sync()
    laptop.change_mentor(identity(0), job_title="Nurse")
    furnished.put(region("LDN"), mentor(0, job_title="Midwife"))
    out, answer = stick / "out.onemm-bundle", stick / "back"
    bundles(laptop).export(out)
    told = accepted(furnished, out, "--answer", str(answer))
    assert "1 conflict" in told.output
    brought = bundles(laptop).bring_back(answer)
    assert (brought.settled, brought.attention) == (0, 1)
    assert laptop.ops() == [(1, "parked")]


def test_a_partition_that_is_no_longer_granted_leaves_by_file_too(
    furnished: Centre, laptop: Laptop, stick: Path
) -> None:
    laptop.sync()
    assert staff("LDN") in laptop.partitions()
    furnished.sql("UPDATE role SET role = 'coordinator', partner_id = %s WHERE region = 'LDN'", identity(9_100))
    out, answer = stick / "out.onemm-bundle", stick / "back"
    bundles(laptop).export(out)
    accepted(furnished, out, "--answer", str(answer))
    bundles(laptop).bring_back(answer)
    assert laptop.partitions() == {"national", region("LDN"), partner(identity(9_100))}


def test_an_older_word_on_the_scope_throws_away_nothing_that_was_granted_since(
    furnished: Centre, laptop: Laptop, stick: Path
) -> None:
    furnished.sql("UPDATE role SET role = 'trainer' WHERE region = 'LDN'")
    laptop.sync()
    out, answer = stick / "out.onemm-bundle", stick / "back"
    bundles(laptop).export(out)
    accepted(furnished, out, "--answer", str(answer))
    furnished.sql("UPDATE role SET role = 'staff' WHERE region = 'LDN'")
    laptop.sync()
    bundles(laptop).bring_back(answer)
    assert partner(identity(9_100)) in laptop.partitions()


def test_a_restored_centre_s_answer_waits_for_the_next_meeting(furnished: Centre, laptop: Laptop, stick: Path) -> None:
    laptop.sync()
    laptop.change_mentor(identity(0), notes="prefers mornings")
    out, answer = stick / "out.onemm-bundle", stick / "back"
    bundles(laptop).export(out)
    furnished.sql("UPDATE centre SET epoch = 'second'")
    told = accepted(furnished, out, "--answer", str(answer))
    assert "nothing was taken in: the file is from before this centre was restored from a backup." in told.output
    assert furnished.records("mentor")[identity(0)]["notes"] == ""
    with pytest.raises(KnownError) as error:
        bundles(laptop).bring_back(answer)
    assert refused(error.value) == Code.NEW_EPOCH
    assert laptop.ops() == [(1, "pending")]
    laptop.sync()
    assert laptop.ops() == [(1, "done")]


def test_a_file_without_changes_asks_for_news(furnished: Centre, laptop: Laptop, stick: Path) -> None:
    laptop.sync()
    furnished.put(region("LDN"), mentor(1, organisation="Rhondda Housing"))
    out, answer = stick / "out.onemm-bundle", stick / "back"
    assert bundles(laptop).export(out).count == 0
    assert "asks for news" in accepted(furnished, out, "--answer", str(answer)).output
    assert bundles(laptop).bring_back(answer).received == 1


# --- files that are not taken ---------------------------------------------------------------------------------------


def test_the_carrier_learns_nothing(furnished: Centre, laptop: Laptop, courier: Laptop, stick: Path) -> None:
    laptop.sync()
    laptop.change_mentor(identity(0), notes="something private")
    out = stick / "out.onemm-bundle"
    bundles(laptop).export(out)
    answer = bundles(courier).deliver(out)
    for file in (out, answer):
        assert b"private" not in file.read_bytes()
        with pytest.raises(bundle.BundleError):
            bundle.open_bundle(
                read_bundle(file.read_bytes()),
                private_key=bundle.reply_key(courier.secrets[enrolment.KEY]),
                signer=bundle.key_of(courier.device.centre_sign_key),
            )


def test_an_answer_is_for_one_laptop_alone(furnished: Centre, laptop: Laptop, courier: Laptop, stick: Path) -> None:
    laptop.sync()
    out = stick / "out.onemm-bundle"
    bundles(laptop).export(out)
    answer = bundles(courier).deliver(out)
    with pytest.raises(KnownError) as error:
        bundles(courier).bring_back(answer)
    assert refused(error.value) == Code.BUNDLE_NOT_YOURS


def test_a_file_that_goes_the_wrong_way_is_told(
    furnished: Centre, laptop: Laptop, courier: Laptop, stick: Path
) -> None:
    laptop.sync()
    out = stick / "out.onemm-bundle"
    bundles(laptop).export(out)
    answer = bundles(courier).deliver(out)
    for wrong in (lambda: bundles(laptop).bring_back(out), lambda: bundles(courier).deliver(answer)):
        with pytest.raises(KnownError) as error:
            wrong()
        assert refused(error.value) == Code.BUNDLE_WRONG_WAY
    told = accepted(furnished, answer)
    assert (told.exit_code, "goes back to the laptop" in told.output) == (1, True)


def test_a_file_of_another_centre_is_not_taken(furnished: Centre, laptop: Laptop, courier: Laptop, stick: Path) -> None:
    laptop.sync()
    laptop.change_mentor(identity(0), notes="prefers mornings")
    out = stick / "out.onemm-bundle"
    set_device(laptop, centre="another centre")
    bundles(laptop).export(out)
    told = accepted(furnished, out)
    assert (told.exit_code, told.output.strip()) == (1, "The file is for another centre.")
    with pytest.raises(KnownError) as error:
        bundles(courier).deliver(out)
    assert refused(error.value) == Code.BUNDLE_FOREIGN
    assert furnished.sql("SELECT count(*) FROM op_result") == [(0,)]


def test_an_answer_of_a_false_centre_is_not_believed(furnished: Centre, laptop: Laptop, stick: Path) -> None:
    laptop.sync()
    laptop.change_mentor(identity(0), notes="prefers mornings")
    header = Header(
        purpose="answer", centre=laptop.device.centre, device=laptop.device.device_id, made_at=now(), count=1
    )
    payload = b'{"epoch":"e","since":{"epoch":"e"},"pushed":[],"pulled":[]}'
    reply_key = bundle.public_seal_key(bundle.reply_key(laptop.secrets[enrolment.KEY]))
    (stick / "false").write_bytes(write_bundle(header, payload, to=reply_key, signed_by=bytes(range(32))))
    with pytest.raises(KnownError) as error:
        bundles(laptop).bring_back(stick / "false")
    assert refused(error.value) == Code.BUNDLE_DAMAGED
    assert laptop.ops() == [(1, "pending")]


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda file: file[:-1], Code.BUNDLE_CUT_SHORT),
        (lambda file: file[:-1] + bytes([file[-1] ^ 1]), Code.BUNDLE_DAMAGED),
        (lambda file: file[:8] + b"\x02" + file[9:], Code.BUNDLE_TOO_NEW),
        (lambda file: b"%PDF" + file, Code.NOT_A_BUNDLE),
    ],
    ids=["cut short", "damaged", "too new", "no bundle"],
)
def test_a_spoilt_file_is_told_by_both_sides_and_changes_nothing(
    furnished: Centre, laptop: Laptop, stick: Path, spoil: object, code: Code
) -> None:
    assert callable(spoil)
    laptop.sync()
    laptop.change_mentor(identity(0), notes="prefers mornings")
    out, answer, spoilt = stick / "out.onemm-bundle", stick / "back", stick / "spoilt"
    bundles(laptop).export(out)
    spoilt.write_bytes(spoil(out.read_bytes()))
    assert accepted(furnished, spoilt).exit_code == 1
    assert furnished.sql("SELECT count(*) FROM op_result") == [(0,)]
    assert accepted(furnished, out, "--answer", str(answer)).exit_code == 0
    spoilt.write_bytes(spoil(answer.read_bytes()))
    with pytest.raises(KnownError) as error:
        bundles(laptop).bring_back(spoilt)
    assert refused(error.value) == code
    assert laptop.ops() == [(1, "pending")]


def test_an_answer_is_a_word_from_the_centre_as_old_as_the_file_it_answers(
    furnished: Centre, laptop: Laptop, stick: Path
) -> None:
    laptop.sync()
    out, answer = stick / "out.onemm-bundle", stick / "back"
    alone_for(laptop, days=10)
    bundles(laptop).export(out)
    accepted(furnished, out, "--answer", str(answer))
    alone_for(laptop, days=16)
    bundles(laptop).bring_back(answer)
    assert days_alone(laptop) == 6
    alone_for(laptop, days=20)
    bundles(laptop).bring_back(answer)
    assert days_alone(laptop) == 20


def test_who_is_shut_out_gains_no_day_by_an_answer(furnished: Centre, laptop: Laptop, stick: Path) -> None:
    laptop.sync()
    out, answer = stick / "out.onemm-bundle", stick / "back"
    alone_for(laptop, days=10)
    bundles(laptop).export(out)
    furnished.sql("UPDATE device SET revoked_at = now()")
    accepted(furnished, out, "--answer", str(answer))
    bundles(laptop).bring_back(answer)
    assert days_alone(laptop) == 10


def alone_for(laptop: Laptop, *, days: int) -> None:
    """Let the laptop have counted so many days without the centre."""
    with laptop.database.sync_write() as session:
        session.execute(update(Lease).values(age=days * DAY))


def days_alone(laptop: Laptop) -> float:
    with laptop.database.read() as session:
        return round(session.scalars(select(Lease.age)).one() / DAY, 2)


def test_a_revoked_laptop_s_file_is_taken_for_the_office_from_whoever_brings_it(
    furnished: Centre, laptop: Laptop, courier: Laptop, stick: Path
) -> None:
    laptop.sync()
    laptop.change_mentor(identity(0), notes="prefers mornings")
    out = stick / "out.onemm-bundle"
    bundles(laptop).export(out)
    furnished.revoke(laptop.device.device_id)
    bundles(courier).deliver(out)
    assert furnished.sql("SELECT record_id, state FROM inbox") == [(identity(0), "waiting")]
    assert furnished.records("mentor")[identity(0)]["notes"] == ""
    furnished.revoke(courier.device.device_id)
    with pytest.raises(KnownError) as error:
        bundles(courier).deliver(out)
    assert refused(error.value) == Code.REVOKED


def test_nobody_writes_in_somebody_else_s_name(furnished: Centre, laptop: Laptop, courier: Laptop, stick: Path) -> None:
    laptop.sync()
    laptop.change_mentor(identity(0), notes="forged")
    set_device(laptop, device_id=courier.device.device_id)
    bundles(laptop).export(stick / "forged")
    told = accepted(furnished, stick / "forged")
    assert (told.exit_code, "damaged or changed" in told.output) == (1, True)


def test_a_stick_that_was_pulled_out_is_told(furnished: Centre, laptop: Laptop, stick: Path) -> None:
    laptop.sync()
    for work in (bundles(laptop).bring_back, bundles(laptop).deliver):
        with pytest.raises(KnownError) as error:
            work(stick / "gone")
        assert error.value.problem is Problem.CANNOT_READ_FILE
    (stick / "file").write_bytes(b"")
    with pytest.raises(KnownError) as error:
        bundles(laptop).export(stick / "file" / "out.onemm-bundle")
    assert error.value.problem is Problem.CANNOT_SAVE_FILE


def test_a_laptop_enrolled_before_its_centre_had_keys_learns_them_at_the_next_meeting(
    furnished: Centre, laptop: Laptop, stick: Path
) -> None:
    set_device(laptop, centre_seal_key="", centre_sign_key="")
    with pytest.raises(KnownError) as error:
        bundles(laptop).export(stick / "out")
    assert error.value.problem is Problem.NO_CENTRE_KEY
    laptop.sync()
    assert bundles(laptop).export(stick / "out").count == 0


def test_a_file_takes_what_fits_and_says_what_is_left(
    furnished: Centre, laptop: Laptop, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop.sync()
    for number in range(5):
        laptop.change_mentor(identity(0), notes=f"note {number}")
    monkeypatch.setattr(bundle, "MAX_BUNDLE_OPS", 3)
    exported = bundles(laptop).export(stick / "out")
    assert (exported.count, exported.left) == (3, 2)
    with laptop.database.read() as session:
        assert session.scalar(select(func.count()).where(Op.state == "pending")) == 5
