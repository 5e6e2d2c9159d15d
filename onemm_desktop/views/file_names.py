"""Names of files that people save: whatever a laptop or an event is called, every file system takes it."""

from __future__ import annotations


def plain(name: str) -> str:
    """A name without the letters that some file system refuses."""
    return " ".join("".join(" " if letter in '<>:"/\\|?*' else letter for letter in name).split())
