"""Where the centre keeps its data and where it listens; everything comes from the environment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs

DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 8787
#: Pages of first syncs made at a time. Fewer than there are connections to the database, so that changes pass by.
DEFAULT_FIRST_SYNCS = 4


@dataclass(frozen=True, slots=True)
class Settings:
    """``database_url`` names any PostgreSQL; without it one is started from its wheel, with its files in ``data``."""

    data: Path
    database_url: str | None = None
    host: str = DEFAULT_HOST
    port: int = DEFAULT_PORT
    first_syncs: int = DEFAULT_FIRST_SYNCS


def from_environment(environment: Mapping[str, str]) -> Settings:
    """Settings from ``ONEMM_DATABASE_URL``, ``ONEMM_DATA``, ``ONEMM_HOST``, ``ONEMM_PORT``, ``ONEMM_FIRST_SYNCS``.

    Raises ValueError, with a sentence, if one of the last two is not a number or, of the last, less than one.
    """
    data = environment.get("ONEMM_DATA") or platformdirs.user_data_dir("onemm-central", appauthor=False)
    return Settings(
        data=Path(data).expanduser(),
        database_url=environment.get("ONEMM_DATABASE_URL") or None,
        host=environment.get("ONEMM_HOST") or DEFAULT_HOST,
        port=_number(environment, "ONEMM_PORT", DEFAULT_PORT),
        first_syncs=_number(environment, "ONEMM_FIRST_SYNCS", DEFAULT_FIRST_SYNCS, least=1),
    )


def _number(environment: Mapping[str, str], name: str, default: int, *, least: int = 0) -> int:
    text = environment.get(name) or str(default)
    if not (text.isascii() and text.isdigit() and int(text) >= least):
        raise ValueError(f"{name} must be a number.")
    return int(text)
