"""A backup is of use to whoever has its key, and to nobody else; brought back, it is a centre with a new life."""

from __future__ import annotations

import stat
import subprocess
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from typer.testing import CliRunner

from onemm_central.audit.chain import verify
from onemm_central.backup import service
from onemm_central.backup.service import BackupError, NewKey
from onemm_central.backup.tools import tool
from onemm_central.cli import app
from onemm_central.database import Database
from onemm_central.embedded import EmbeddedServer
from onemm_central.rights.ledger import replay
from onemm_central.schema import migrate
from onemm_wire.records import DocumentIssue
from tests.central.laptops import LONDON, SIAN, Laptop
from tests.central_service import Centre


@pytest.fixture(scope="module")
def key() -> NewKey:
    return service.new_key()


@pytest.fixture
def empty(postgres: EmbeddedServer) -> Iterator[str]:
    """The address of a database with nothing in it."""
    name = f"empty_{uuid4().hex}"
    with psycopg.connect(postgres.get_uri("postgres"), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    yield postgres.get_uri(name)
    with psycopg.connect(postgres.get_uri("postgres"), autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def test_what_was_there_is_there_again_and_laptops_hear_of_a_new_life(
    desk: Laptop, empty: str, key: NewKey, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.push(desk.edit(notes="before the backup"))
    file, secret = tmp_path / "centre.age", tmp_path / "key.txt"
    secret.write_text(f"# kept in the safe\n{key.secret}\n")
    monkeypatch.setenv("ONEMM_DATABASE_URL", desk.centre.database.url)
    made = CliRunner().invoke(app, ["backup", "make", str(file), "--to", key.public])
    assert made.exit_code == 0, made.output
    desk.push(desk.edit(notes="after it"))
    monkeypatch.setenv("ONEMM_DATABASE_URL", empty)
    back = CliRunner().invoke(app, ["backup", "restore", str(file), "--key-file", str(secret)])
    assert "a new life has begun" in back.output
    restored = Centre(Database(empty))
    restored.start()
    try:
        assert restored.records("mentor")[SIAN]["notes"] == "before the backup"
        assert restored.sql("SELECT count(*) FROM history") == desk.centre.sql(
            "SELECT count(*) FROM history WHERE position('after it' IN after::text) = 0"
        )
        cursor = {"epoch": desk.enrolled["epoch"], "seqs": {LONDON: 0}}
        assert restored.post("/sync/pull", {"cursor": cursor}, token=desk.token).json()["code"] == "new_epoch"
        assert restored.sql("SELECT id FROM centre") == desk.centre.sql("SELECT id FROM centre")
        assert restored.sql("SELECT seal FROM centre_key") == desk.centre.sql("SELECT seal FROM centre_key")
        assert restored.sql("SELECT count(*) FROM access_token") == [(0,)]
        assert restored.sql("SELECT * FROM sums_in_doubt()") == []
    finally:
        restored.stop()
        restored.database.close()


def test_what_was_erased_since_is_not_brought_back(
    desk: Laptop, empty: str, key: NewKey, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of the person, and of the certificate that stays as evidence; a line that a crash cut off is written anew."""
    issued = DocumentIssue(
        id="d1", document="certificate_of_attendance", number="LDN26-1", person_id=SIAN, event_id="e1",
        name_as_printed="Siân O’Connor", title="Training", hours=2, held_on=date(2026, 11, 21),
        issued_at=datetime(2026, 11, 21, tzinfo=UTC),
    )  # fmt: skip
    desk.centre.put(LONDON, issued)
    monkeypatch.setenv("ONEMM_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("ONEMM_DATABASE_URL", desk.centre.database.url)
    file, secret = tmp_path / "centre.age", tmp_path / "key.txt"
    secret.write_text(key.secret)
    service.make(desk.centre.database.url, file, [key.public])
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "erasures").write_text('["cut o')
    assert CliRunner().invoke(app, ["rights", "erase", SIAN, "--reason", "asked for it"]).exit_code == 0
    monkeypatch.setenv("ONEMM_DATABASE_URL", empty)
    back = CliRunner().invoke(app, ["backup", "restore", str(file), "--key-file", str(secret)])
    assert "2 records were erased again" in back.output
    restored = Centre(Database(empty))
    assert restored.records("mentor") == {}
    assert restored.records("document_issue")["d1"]["name_as_printed"] == ""
    assert restored.sql("SELECT count(*) FROM history WHERE (before || after)::text LIKE '%%Connor%%'") == [(0,)]
    with restored.database.connection() as connection:
        assert verify(connection) == []
        assert replay(connection, tmp_path / "data") == 0
    restored.database.close()


def test_what_the_backup_never_knew_stays_erased(
    desk: Laptop, empty: str, key: NewKey, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A card that was made and erased after the backup: a laptop that has not heard of the erasure sends it again."""
    monkeypatch.setenv("ONEMM_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("ONEMM_DATABASE_URL", desk.centre.database.url)
    file, secret = tmp_path / "centre.age", tmp_path / "key.txt"
    secret.write_text(key.secret)
    service.make(desk.centre.database.url, file, [key.public])
    made = desk.op("create", "new", fields={"reference": "1", "given_name": "Ama", "family_name": "Osei"})
    assert desk.statuses(made) == ["applied"]
    assert CliRunner().invoke(app, ["record", "erase", "mentor", "new", "--reason", "asked for it"]).exit_code == 0
    monkeypatch.setenv("ONEMM_DATABASE_URL", empty)
    back = CliRunner().invoke(app, ["backup", "restore", str(file), "--key-file", str(secret)])
    assert "1 records were erased again" in back.output
    restored = Centre(Database(empty))
    restored.start()
    try:
        epoch = restored.sql("SELECT epoch FROM centre")[0][0]
        answer = restored.post("/sync/push", {"ops": [made], "epoch": epoch}, token=desk.token).json()
        assert [result["status"] for result in answer["results"]] == ["gone"]
        assert set(restored.records("mentor")) == {SIAN}
        with restored.database.connection() as connection:
            assert verify(connection) == []
    finally:
        restored.stop()
        restored.database.close()


def test_an_erasure_that_cannot_be_remembered_is_not_done(
    desk: Laptop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("ONEMM_DATA", str(tmp_path / "file"))
    monkeypatch.setenv("ONEMM_DATABASE_URL", desk.centre.database.url)
    for words in (["rights", "erase", SIAN], ["record", "erase", "mentor", SIAN]):
        said = CliRunner().invoke(app, [*words, "--reason", "asked for it"])
        assert said.output.startswith("Nothing was erased: the list of erasures cannot be written")
    assert set(desk.centre.records("mentor")) == {SIAN}


def test_nobody_without_the_key_reads_a_word_of_it(london: Centre, key: NewKey, empty: str, tmp_path: Path) -> None:
    file = tmp_path / "centre.age"
    service.make(london.database.url, file, [key.public])
    content = file.read_bytes()
    assert content.startswith(b"age-encryption.org/v1")
    for word in (b"rhian@example.org", b"Connor", b"PGDMP"):
        assert word not in content
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    with pytest.raises(BackupError, match="does not open this backup"):
        service.bring_back(empty, file, service.new_key().secret)


@pytest.mark.parametrize("harm", ["cut short", "changed"])
def test_a_file_that_was_harmed_brings_nothing_back(
    london: Centre, key: NewKey, empty: str, tmp_path: Path, harm: str
) -> None:
    file = tmp_path / "centre.age"
    service.make(london.database.url, file, [key.public])
    content = bytearray(file.read_bytes())
    if harm == "changed":
        content[-100] ^= 1
    file.write_bytes(content if harm == "changed" else content[:-100])
    with pytest.raises(BackupError, match="was changed or cut short"):
        service.bring_back(empty, file, key.secret)
    with psycopg.connect(empty) as connection:
        assert connection.execute("SELECT to_regclass('public.record')").fetchone() == (None,)


def test_a_centre_in_use_is_not_written_over(london: Centre, key: NewKey, tmp_path: Path) -> None:
    file = tmp_path / "centre.age"
    service.make(london.database.url, file, [key.public])
    with pytest.raises(BackupError, match="in use"):
        service.bring_back(london.database.url, file, key.secret)
    assert london.records("mentor")


def test_a_new_centre_that_was_only_set_up_makes_room(london: Centre, key: NewKey, empty: str, tmp_path: Path) -> None:
    file = tmp_path / "centre.age"
    service.make(london.database.url, file, [key.public])
    migrate(empty)
    service.bring_back(empty, file, key.secret)
    with psycopg.connect(empty) as connection:
        assert connection.execute("SELECT count(*) FROM account").fetchone() == (1,)


def test_a_backup_that_fails_leaves_the_last_one_alone(key: NewKey, tmp_path: Path) -> None:
    file = tmp_path / "centre.age"
    file.write_bytes(b"last week's")
    with pytest.raises(BackupError, match="pg_dump failed"):
        service.make("postgresql://127.0.0.1:1/none", file, [key.public])
    assert [one.name for one in tmp_path.iterdir()] == ["centre.age"]
    assert file.read_bytes() == b"last week's"
    with pytest.raises(BackupError, match="cannot be written"):
        service.make("postgresql://127.0.0.1:1/none", tmp_path / "none" / "file", [key.public])


@pytest.mark.parametrize("words", ["", "AGE-SECRET-KEY-1", "age1x", "é"])
def test_what_is_no_key_is_told_so(words: str, tmp_path: Path) -> None:
    with pytest.raises(BackupError, match="begins with age1"):
        service.make("", tmp_path / "x", [words])
    with pytest.raises(BackupError, match="begins with AGE-SECRET-KEY-1"):
        service.bring_back("", tmp_path / "x", words)


def test_the_database_s_password_is_in_no_process_list_and_in_no_environment() -> None:
    url = "postgresql://clerk:pa%3Ass%5Cword@db.example.org:5433/onemm?sslmode=verify-full"
    with tool("pg_dump", url, "--format=custom") as dump:
        assert "pa:ss" not in str(dump.command) + str(dump.environment)
        assert dump.command[1:] == [
            "--no-password", "--host=db.example.org", "--port=5433", "--username=clerk", "--dbname=onemm",
            "--format=custom",
        ]  # fmt: skip
        file = Path(dump.environment["PGPASSFILE"])
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert file.read_text() == "*:*:*:*:pa\\:ss\\\\word\n"
        assert dump.environment["PGSSLMODE"] == "verify-full"
        assert subprocess.run([dump.command[0], "--version"], check=True, capture_output=True).stdout
    assert not file.exists()
