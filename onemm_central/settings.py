"""Where the centre keeps its data and where it listens; everything comes from the environment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from onemm_wire.pins import MOST, is_pin

DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 8787
#: Pages of first syncs made at a time. Fewer than there are connections to the database, so that changes pass by.
DEFAULT_FIRST_SYNCS = 4


@dataclass(frozen=True, slots=True)
class Tls:
    """How requests come in unread by others: the service's own ``certificate``, or ``proxies`` before it that end TLS
    and say so. ``pins`` are told to laptops (``onemm_wire.pins``)."""

    certificate: Path | None = None
    key: Path | None = None
    proxies: tuple[str, ...] = ()
    pins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """``database_url`` names any PostgreSQL; without it one is started from its wheel, with its files in ``data``."""

    data: Path
    database_url: str | None = None
    host: str = DEFAULT_HOST
    port: int = DEFAULT_PORT
    first_syncs: int = DEFAULT_FIRST_SYNCS
    tls: Tls = Tls()
    openapi: bool = True


def from_environment(environment: Mapping[str, str]) -> Settings:
    """Settings from the environment.

    ``ONEMM_DATABASE_URL``, ``ONEMM_DATA``, ``ONEMM_HOST``, ``ONEMM_PORT``, ``ONEMM_FIRST_SYNCS``; of TLS
    ``ONEMM_TLS_CERTIFICATE`` and ``ONEMM_TLS_KEY`` (files), ``ONEMM_PROXIES`` (addresses, with commas) and
    ``ONEMM_PINS``; and ``ONEMM_OPENAPI``, "no" where the service is not to describe itself.
    Raises ValueError, with a sentence, if one of them cannot be.
    """
    data = environment.get("ONEMM_DATA") or platformdirs.user_data_dir("onemm-central", appauthor=False)
    return Settings(
        data=Path(data).expanduser(),
        database_url=environment.get("ONEMM_DATABASE_URL") or None,
        host=environment.get("ONEMM_HOST") or DEFAULT_HOST,
        port=_number(environment, "ONEMM_PORT", DEFAULT_PORT),
        first_syncs=_number(environment, "ONEMM_FIRST_SYNCS", DEFAULT_FIRST_SYNCS, least=1),
        tls=_tls(environment),
        openapi=environment.get("ONEMM_OPENAPI", "yes").lower() != "no",
    )


def _tls(environment: Mapping[str, str]) -> Tls:
    certificate, key = environment.get("ONEMM_TLS_CERTIFICATE"), environment.get("ONEMM_TLS_KEY")
    pins = _words(environment, "ONEMM_PINS")
    if len(pins) > MOST or not all(map(is_pin, pins)):
        raise ValueError("ONEMM_PINS are not pins as onemm-central pin prints them, at most eight.")
    return Tls(
        certificate=Path(certificate).expanduser() if certificate else None,
        key=Path(key).expanduser() if key else None,
        proxies=_words(environment, "ONEMM_PROXIES"),
        pins=pins,
    )


def _words(environment: Mapping[str, str], name: str) -> tuple[str, ...]:
    return tuple(filter(None, (word.strip() for word in environment.get(name, "").split(","))))


def _number(environment: Mapping[str, str], name: str, default: int, *, least: int = 0) -> int:
    text = environment.get(name) or str(default)
    if not (text.isascii() and text.isdigit() and int(text) >= least):
        raise ValueError(f"{name} must be a number.")
    return int(text)
