"""Two desks and a centre: enrol, first sync, work offline, send, see each other's work."""

from __future__ import annotations

import pytest

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import Device
from onemm_desktop.sync import enrolment, push
from onemm_desktop.sync.calls import never
from onemm_wire.errors import Code
from onemm_wire.partitions import partner, region, staff
from onemm_wire.protocol import Enrolled, SignedIn
from tests.central_service import PASSWORD, Centre
from tests.sync.laptop import Laptop, NewLaptop
from tests.sync.records import identity, mentor


def test_a_new_laptop_knows_itself_and_keeps_its_secrets_in_the_vault_alone(laptop: Laptop) -> None:
    assert laptop.device.region == "LDN"
    assert laptop.device.block > 0
    assert set(laptop.secrets) == {enrolment.TOKEN, enrolment.KEY}
    stored = (laptop.folder / "records.db").read_bytes()
    assert laptop.secrets[enrolment.TOKEN] not in stored


def test_a_used_up_code_leaves_the_laptop_untouched(furnished: Centre, laptop: Laptop) -> None:
    furnished.add_user("nia@example.org")
    code = furnished.invite("nia@example.org")
    signed_in = enrolment.sign_in(furnished.address, "nia@example.org", PASSWORD)
    _enrol(furnished, signed_in, code)
    with pytest.raises(KnownError) as refused:
        _enrol(furnished, signed_in, code)
    assert (refused.value.problem, refused.value.values["code"]) == (Problem.REFUSED, Code.CODE_USED)


def test_a_wrong_password_is_the_centre_s_word_not_a_crash(furnished: Centre) -> None:
    furnished.add_user("nia@example.org")
    with pytest.raises(KnownError) as refused:
        enrolment.sign_in(furnished.address, "nia@example.org", "wrong")
    assert refused.value.values["code"] == Code.WRONG_PASSWORD


def test_a_database_belongs_to_one_device(furnished: Centre, laptop: Laptop) -> None:
    granted = enrolment.Enrolment("http://127.0.0.1:9", "Desk", _granted_again(furnished), b"")
    with pytest.raises(RuntimeError):
        enrolment.write(laptop.database, laptop.secrets.__setitem__, granted, now=granted.granted.server_time)
    assert laptop.count(Device) == 1


def test_the_first_sync_brings_every_record_in_scope_and_says_so(furnished: Centre, laptop: Laptop) -> None:
    status = laptop.sync()
    assert (status.state, status.unsent, status.attention, status.problem) == ("online", 0, 0, None)
    assert status.last_verified is not None
    for kind in ("region", "partner", "event", "mentor", "contact", "mentee"):
        expected = {key: data for held in laptop.device.scope for key, data in furnished.records(kind, held).items()}
        assert laptop.records(kind) == expected
    assert laptop.device.first_sync_done


def test_a_laptop_of_cardiff_never_receives_a_record_of_london(furnished: Centre, new_laptop: NewLaptop) -> None:
    cardiff = new_laptop(region_code="CDF")
    cardiff.sync()
    furnished.put(region("LDN"), mentor(500))
    cardiff.sync()
    assert cardiff.partitions() == {"national", region("CDF"), staff("CDF"), partner(identity(9_200))}


def test_a_trainer_holds_no_young_person(furnished: Centre, new_laptop: NewLaptop) -> None:
    trainer = new_laptop(role="trainer")
    trainer.sync()
    assert trainer.partitions() == {"national", region("LDN"), staff("LDN")}


def test_work_done_offline_reaches_the_centre_and_the_next_desk(
    furnished: Centre, laptop: Laptop, new_laptop: NewLaptop
) -> None:
    laptop.sync()
    furnished.stop()
    laptop.change_mentor(identity(0), notes="prefers mornings", modules=["online_a"])
    added = laptop.add_mentor("Rhys")
    offline = laptop.sync()
    assert (offline.state, offline.unsent) == ("offline", 2)
    assert offline.problem is not None and offline.problem.problem is Problem.UNREACHABLE
    laptop.reopen()
    furnished.start()
    status = laptop.sync()
    assert (status.state, status.unsent, status.sent) == ("online", 0, 2)
    assert laptop.ops() == [(1, "done"), (2, "done")]
    assert laptop.shadows == 0

    second = new_laptop()
    second.sync()
    assert second.record("mentor", identity(0)) == laptop.record("mentor", identity(0))
    assert second.record("mentor", added) == furnished.records("mentor")[added]
    assert second.records("mentor") == laptop.records("mentor") == furnished.records("mentor", region("LDN"))


def test_two_desks_that_changed_different_fields_both_keep_their_work(
    furnished: Centre, laptop: Laptop, new_laptop: NewLaptop
) -> None:
    second = new_laptop()
    laptop.sync()
    second.sync()
    laptop.change_mentor(identity(1), organisation="Rhondda Housing")
    second.change_mentor(identity(1), job_title="Surveyor")
    laptop.sync()
    second.sync()
    laptop.sync()
    for desk in (laptop, second):
        card = desk.record("mentor", identity(1))
        assert card is not None
        assert (card["organisation"], card["job_title"]) == ("Rhondda Housing", "Surveyor")


def test_what_one_desk_removes_leaves_the_other(furnished: Centre, laptop: Laptop, new_laptop: NewLaptop) -> None:
    second = new_laptop()
    laptop.sync()
    second.sync()
    laptop.remove_mentor(identity(2))
    laptop.sync()
    second.sync()
    assert second.record("mentor", identity(2)) is None
    assert laptop.shadows == 0


def test_a_page_is_told_what_to_read_again(furnished: Centre, laptop: Laptop, new_laptop: NewLaptop) -> None:
    laptop.sync()
    second = new_laptop()
    second.sync()
    second.change_mentor(identity(3), notes="new")
    second.sync()
    laptop.sync()
    (change,) = laptop.changes
    # The key of the second laptop was stated when it enrolled.
    assert {one for one in change.touched if one[0] != "device_key"} == {("mentor", identity(3))}


def test_an_edit_after_an_unseen_change_of_another_field_does_not_overwrite_it(
    furnished: Centre, laptop: Laptop, new_laptop: NewLaptop
) -> None:
    """The acknowledgement of one field must not count as having read the others."""
    second = new_laptop()
    laptop.sync()
    second.sync()
    second.change_mentor(identity(4), job_title="Foreman")
    second.sync()
    laptop.change_mentor(identity(4), notes="called")
    _push_only(laptop)
    laptop.change_mentor(identity(4), job_title="Surveyor")
    status = laptop.sync()
    assert furnished.records("mentor")[identity(4)]["job_title"] == "Foreman"
    assert (status.state, status.attention) == ("attention", 1)
    mine = laptop.record("mentor", identity(4))
    assert mine is not None and mine["job_title"] == "Surveyor"


def _push_only(laptop: Laptop) -> None:
    push.run(laptop.database, laptop.transport, cancelled=never, sent=lambda results, touched: None)


def _granted_again(centre: Centre) -> Enrolled:
    centre.add_user("again@example.org")
    signed_in = enrolment.sign_in(centre.address, "again@example.org", PASSWORD)
    return _enrol(centre, signed_in, centre.invite("again@example.org")).granted


def _enrol(centre: Centre, signed_in: SignedIn, code: str) -> enrolment.Enrolment:
    return enrolment.enrol(
        centre.address,
        signed_in,
        code=code,
        region="LDN",
        device_name="Desk",
        platform="Linux",
        app_version="0.1.0",
    )
