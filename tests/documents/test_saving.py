"""A saved PDF is there whole, or not at all."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from onemm_desktop.documents.page import save
from onemm_desktop.errors import KnownError, Problem


@contextmanager
def _room_for(size: int) -> Iterator[None]:
    """A disk that takes no more than ``size`` bytes of a file: the kernel itself refuses the rest."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_file_is_saved_and_nothing_else_is_left_behind(tmp_path: Path) -> None:
    save(tmp_path / "certificates.pdf", b"%PDF new")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("certificates.pdf", b"%PDF new")]


def test_saving_again_replaces_the_file(tmp_path: Path) -> None:
    save(tmp_path / "certificates.pdf", b"%PDF old")
    save(tmp_path / "certificates.pdf", b"%PDF new")
    assert (tmp_path / "certificates.pdf").read_bytes() == b"%PDF new"


@pytest.mark.skipif(sys.platform == "win32", reason="limits the size of files the POSIX way")
def test_a_full_disk_leaves_the_old_file_and_no_half_one(tmp_path: Path) -> None:
    target = tmp_path / "certificates.pdf"
    save(target, b"%PDF old")
    with _room_for(1_000), pytest.raises(KnownError) as refused:
        save(target, b"x" * 100_000)
    assert refused.value.problem is Problem.CANNOT_SAVE_FILE
    assert refused.value.values == {"file": "certificates.pdf", "reason": "disk_full"}
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("certificates.pdf", b"%PDF old")]


def test_a_folder_that_went_away_is_said(tmp_path: Path) -> None:
    with pytest.raises(KnownError) as refused:
        save(tmp_path / "stick" / "certificates.pdf", b"%PDF")
    assert refused.value.values["reason"] == "no_such_folder"


@pytest.mark.skipif(not Path("/sys/kernel").is_dir(), reason="needs a folder that refuses even the administrator")
def test_a_folder_that_may_not_be_written_is_said() -> None:
    with pytest.raises(KnownError) as refused:
        save(Path("/sys/kernel/certificates.pdf"), b"%PDF")
    assert refused.value.values["reason"] == "not_allowed"


def test_a_target_that_is_a_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "certificates.pdf").mkdir()
    with pytest.raises(KnownError) as refused:
        save(tmp_path / "certificates.pdf", b"%PDF")
    assert refused.value.problem is Problem.CANNOT_SAVE_FILE
    assert [path.name for path in tmp_path.iterdir()] == ["certificates.pdf"]
