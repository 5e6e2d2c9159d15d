"""Where the centre keeps its data and where it listens; everything comes from the environment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs

DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 8787


@dataclass(frozen=True, slots=True)
class Settings:
    """``database_url`` names any PostgreSQL; without it one is started from its wheel, with its files in ``data``."""

    data: Path
    database_url: str | None = None
    host: str = DEFAULT_HOST
    port: int = DEFAULT_PORT


def from_environment(environment: Mapping[str, str]) -> Settings:
    """Settings from ``ONEMM_DATABASE_URL``, ``ONEMM_DATA``, ``ONEMM_HOST`` and ``ONEMM_PORT``.

    Raises ValueError if the port is not a number.
    """
    data = environment.get("ONEMM_DATA") or platformdirs.user_data_dir("onemm-central", appauthor=False)
    return Settings(
        data=Path(data).expanduser(),
        database_url=environment.get("ONEMM_DATABASE_URL") or None,
        host=environment.get("ONEMM_HOST") or DEFAULT_HOST,
        port=int(environment.get("ONEMM_PORT") or DEFAULT_PORT),
    )
