"""Files that travel with the program: fonts, icons, styles, translations, survey instruments, the pilot's figures."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).parent


def resource(*parts: str) -> Path:
    """The path of one shipped file, for example ``resource("fonts", "Inter-Regular.otf")``."""
    return _HERE.joinpath(*parts)
