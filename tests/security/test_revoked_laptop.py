"""A laptop that the centre has shut out: its last words are sealed first, then there is no key and no row (I9)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import select, update

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.models import Device, Op
from onemm_desktop.sync import last_words
from onemm_desktop.sync.bundles import Bundles
from onemm_wire import bundle
from onemm_wire.protocol import MAX_OPS, BucketAsked, DigestAsked, Incidents, KnownAsked, PageAsked
from tests.central_service import Centre
from tests.models.builders import new_mentor
from tests.sync.carrying import accepted
from tests.sync.laptop import Laptop, now
from tests.sync.records import identity

SIAN = identity(0)
Ask = Callable[[Laptop, Path], object]


def device_key(laptop: Laptop) -> bytes:
    return laptop.secrets["device_key"]


def sealed(laptop: Laptop, folder: Path) -> list[Path]:
    return last_words.seal(laptop.database, device_key(laptop), folder, now=now())


def ask_with_a_file(laptop: Laptop, folder: Path) -> object:
    """Carries a file of its own to the centre."""
    bundles = Bundles(laptop.database, laptop.transport, lambda: device_key(laptop), clock=now)
    bundles.export(folder / "changes.onemm-bundle")
    return bundles.deliver(folder / "changes.onemm-bundle")


REQUESTS: dict[str, Ask] = {
    "a whole run": lambda laptop, _: laptop.sync(),
    "a page": lambda laptop, _: laptop.transport.page(PageAsked(partition="region/LDN")),
    "a digest": lambda laptop, _: laptop.transport.digest(DigestAsked(partitions=["region/LDN"])),
    "a bucket": lambda laptop, _: laptop.transport.bucket(
        BucketAsked(partition="region/LDN", kind="mentor", buckets=[1])
    ),
    "what is known": lambda laptop, _: laptop.transport.known(KnownAsked(first=1, last=2)),
    "an incident": lambda laptop, _: laptop.transport.tell(Incidents(incidents=[])),
    "somebody's file": ask_with_a_file,
}


@pytest.mark.parametrize("token", ["still good", "to be renewed"])
def test_revocation_is_heard_whatever_is_asked(laptop: Laptop, centre: Centre, tmp_path: Path, token: str) -> None:
    heard: list[str] = []
    if token == "still good":
        laptop.transport.known(KnownAsked(first=1, last=1))
    centre.revoke(laptop.device.device_id)
    for asked, ask in REQUESTS.items():
        laptop.transport.when_revoked = partial(heard.append, asked)
        try:
            ask(laptop, tmp_path)
        except KnownError as error:
            assert (error.problem, error.values["code"]) == (Problem.REFUSED, "revoked")
    assert set(heard) == set(REQUESTS)


def test_its_last_words_lie_in_the_inbox_and_are_applied_by_nobody_but_a_person(
    laptop: Laptop, centre: Centre, tmp_path: Path
) -> None:
    laptop.sync()
    laptop.change_mentor(SIAN, notes="Moved to Leeds")
    laptop.add_mentor("Parry")
    centre.revoke(laptop.device.device_id)
    before = centre.records("mentor")
    (file,) = sealed(laptop, tmp_path)
    assert b"Leeds" not in file.read_bytes()
    done = accepted(centre, file)
    assert done.exit_code == 0, done.output
    assert centre.records("mentor") == before
    assert {(kind, op["fields"].get("notes")) for kind, op in centre.sql("SELECT kind, op FROM inbox")} >= {
        ("mentor", "Moved to Leeds")
    }
    assert len(centre.sql("SELECT id FROM inbox WHERE state = 'waiting'")) == 2


def test_a_change_that_was_refused_once_is_handed_in_too(laptop: Laptop, centre: Centre, tmp_path: Path) -> None:
    laptop.sync()
    laptop.change_mentor(SIAN, notes="Moved to Leeds")
    with laptop.database.sync_write() as session:
        refused = {"n": 1, "status": "rejected", "code": "not_allowed", "values": {}}
        session.execute(update(Op).values(state="parked", answer=refused))
    centre.revoke(laptop.device.device_id)
    (file,) = sealed(laptop, tmp_path)
    assert accepted(centre, file).exit_code == 0
    ((number, op),) = centre.sql("SELECT op_n, op FROM inbox")
    assert (number, op["fields"]["notes"]) == (laptop.device.next_n, "Moved to Leeds")


@pytest.mark.parametrize(
    "answer",
    [
        {"n": 1, "status": "rejected", "code": "out_of_scope", "values": {"inbox": "there"}},
        {"n": 1, "status": "conflict", "code": "changed_elsewhere", "values": {}},
        {"n": 1, "status": "gone", "code": "erased", "values": {}},
    ],
    ids=["in the inbox", "a question at the centre", "erased"],
)
def test_what_the_centre_has_or_must_not_have_is_not_handed_in(
    laptop: Laptop, tmp_path: Path, answer: dict[str, object]
) -> None:
    laptop.add_mentor("Parry")
    with laptop.database.sync_write() as session:
        session.execute(update(Op).values(state="parked", answer=answer))
    assert sealed(laptop, tmp_path) == []


def test_nothing_unsent_needs_no_file_and_no_key(laptop: Laptop, tmp_path: Path) -> None:
    with laptop.database.sync_write() as session:
        session.execute(update(Device).values(centre_seal_key=""))
    assert sealed(laptop, tmp_path / "to hand in") == []
    laptop.add_mentor("Parry")
    with pytest.raises(KnownError) as refused:
        sealed(laptop, tmp_path / "to hand in")
    assert refused.value.problem is Problem.NO_CENTRE_KEY


def test_more_than_one_file_holds_goes_into_several(
    laptop: Laptop, centre: Centre, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bundle, "MAX_BUNDLE_OPS", MAX_OPS)
    with laptop.at_work() as session:
        for number in range(MAX_OPS + 1):
            new_mentor(session, family=f"Number {number}", partition="region/LDN")
    centre.revoke(laptop.device.device_id)
    files = sealed(laptop, tmp_path)
    assert [bundle.read_bundle(file.read_bytes()).header.count for file in files] == [MAX_OPS, 1]
    with laptop.database.read() as session:
        assert len(session.scalars(select(Op)).all()) == MAX_OPS + 1, "sealing settles nothing"
