"""A laptop with files on a stick: what its owner carries, and what the centre's administrator types."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import update
from typer.testing import CliRunner, Result

from onemm_central.cli import app
from onemm_desktop.models import Device
from onemm_desktop.sync import enrolment
from onemm_desktop.sync.bundles import Bundles
from tests.central_service import Centre
from tests.sync.laptop import Laptop, now


def bundles(laptop: Laptop) -> Bundles:
    """The files of a laptop."""
    return Bundles(laptop.database, laptop.transport, lambda: laptop.secrets[enrolment.KEY], clock=now)


def accepted(centre: Centre, file: Path, *options: str) -> Result:
    """``onemm-central bundle accept``, typed at this centre."""
    return CliRunner().invoke(
        app, ["bundle", "accept", str(file), *options], env={"ONEMM_DATABASE_URL": centre.database.url}
    )


def set_device(laptop: Laptop, **values: object) -> None:
    """Let the laptop believe something else of its centre."""
    with laptop.database.sync_write() as session:
        session.execute(update(Device).values(**values))
