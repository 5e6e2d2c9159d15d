"""What was open under the first version's table is asked anew as records."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

import msgspec
import psycopg
import sqlalchemy
from alembic import command
from alembic.config import Config

import onemm_central
from onemm_central import embedded
from onemm_central.schema import migrate, sqlalchemy_url
from onemm_wire.records import Conflict

BEFORE = """
INSERT INTO account (id, email, name, password_hash) VALUES ('a1', 'rhian@example.org', 'Rhian Prys', 'x');
INSERT INTO device (id, account_id, region, name, platform, app_version, public_key, token_hash, enrolled_at,
                    last_seen_at) VALUES ('d1', 'a1', 'LDN', 'Desk 1', 'Linux', '0.1', '', '', now(), now());
INSERT INTO record (partition, kind, id, data) VALUES ('region/LDN', 'mentor', 'm1', '{"id": "m1"}');
INSERT INTO clash (id, partition, kind, record_id, device_id, op_n, author, verb, fields, centre_rev, laptop_time)
VALUES ('c1', 'region/LDN', 'mentor', 'm1', 'd1', 7, 'a1', 'update',
        '{"job_title": {"was": "", "centre": "Nurse", "laptop": "Midwife", "rev": 2},
          "hours": {"was": null, "centre": 1, "laptop": 2, "rev": 3}}', 3, '2026-11-21T10:00:00+01:00'),
       ('c2', 'region/LDN', 'mentor', 'm1', 'd1', 8, 'a1', 'update', '{"notes": {"rev": 1}}', 3, now());
UPDATE clash SET decided_at = now() WHERE id = 'c2';
"""


def test_open_clashes_become_conflicts_field_by_field(postgres: embedded.EmbeddedServer) -> None:
    name = f"old_{uuid4().hex}"
    with psycopg.connect(postgres.get_uri("postgres"), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    url = postgres.get_uri(name)
    _at_version_three(url)
    with psycopg.connect(url) as connection:
        connection.execute(BEFORE)
    migrate(url)
    with psycopg.connect(url) as connection:
        rows = connection.execute("SELECT data, seq FROM record WHERE kind = 'conflict' ORDER BY seq").fetchall()
    found = {conflict.field: conflict for conflict in (msgspec.convert(data, Conflict) for data, _ in rows)}
    assert found.keys() == {"job_title", "hours"}
    job = found["job_title"]
    assert (job.before, job.centre, job.laptop, job.centre_rev) == ("", "Nurse", "Midwife", 2)
    assert (job.laptop_by_name, job.device_id, job.op_n, job.state) == ("Rhian Prys", "d1", 7, "open")
    assert job.laptop_at.isoformat() == "2026-11-21T09:00:00+00:00"
    assert found["hours"].laptop == 2
    assert [seq for _, seq in rows] == [2, 3]
    with psycopg.connect(postgres.get_uri("postgres"), autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _at_version_three(url: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(onemm_central.__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    engine = sqlalchemy.create_engine(sqlalchemy_url(url), poolclass=sqlalchemy.NullPool)
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0003")
    engine.dispose()
