"""Preferences of whoever sits here: how the window looks and which centre it belongs to. Nothing about people."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from onemm_desktop.files import replace_file

Language = Literal["system", "en", "cy"]
Scheme = Literal["system", "light", "dark"]


@dataclass(frozen=True)
class Settings:
    """``text_scale`` is in per cent of the system's text size; ``address`` the centre's, as last typed; ``sounds``:
    a scan is heard."""

    language: Language = "system"
    scheme: Scheme = "system"
    text_scale: Annotated[int, msgspec.Meta(ge=75, le=200)] = 100
    address: str = ""
    sounds: bool = True


def load(path: Path) -> Settings:
    """The settings kept at ``path``. A missing or unreadable file means the defaults: looks are no reason to stop."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Settings)
    except (OSError, msgspec.DecodeError):
        return Settings()


def save(path: Path, settings: Settings) -> None:
    """Keeps the settings, whole or not at all. Raises KnownError DISK_FULL or READ_ONLY."""
    replace_file(path, msgspec.json.format(msgspec.json.encode(settings)))
