"""Preferences outlive the program and never stand in its way; everything lies in one folder."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from onemm_desktop import files, settings
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.paths import paths_for
from onemm_desktop.settings import Settings


def test_settings_come_back_as_they_were_saved(tmp_path: Path) -> None:
    chosen = Settings(language="cy", scheme="dark", text_scale=150, address="https://centre.example.org")
    settings.save(tmp_path / "settings.json", chosen)
    assert settings.load(tmp_path / "settings.json") == chosen


def test_a_first_start_has_the_defaults(tmp_path: Path) -> None:
    assert settings.load(tmp_path / "settings.json") == Settings()


@pytest.mark.parametrize("content", ["", "{", '{"language": "tlh"}', '{"text_scale": 9000}', "[]"])
def test_an_unreadable_file_means_the_defaults(tmp_path: Path, content: str) -> None:
    (tmp_path / "settings.json").write_text(content)
    assert settings.load(tmp_path / "settings.json") == Settings()


def test_a_newer_programs_settings_are_understood_as_far_as_they_go(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"language": "cy", "sound": "harp"}')
    assert settings.load(tmp_path / "settings.json") == Settings(language="cy")


def test_a_save_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    settings.save(path, Settings(language="cy"))
    (tmp_path / "settings.json.new").mkdir()
    with pytest.raises(KnownError) as refused:
        settings.save(path, Settings(language="en"))
    assert refused.value.problem is Problem.READ_ONLY
    assert settings.load(path) == Settings(language="cy")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs the device that is always full")
def test_a_full_disk_is_named(tmp_path: Path) -> None:
    (tmp_path / "settings.json.new").symlink_to("/dev/full")
    with pytest.raises(KnownError) as refused:
        files.replace_file(tmp_path / "settings.json", b"x")
    assert refused.value.problem is Problem.DISK_FULL


def test_everything_lies_in_the_folder_that_was_asked_for(tmp_path: Path) -> None:
    paths = paths_for(tmp_path / "some" / "laptop")
    assert paths.folder.is_dir()
    assert all(
        path.is_relative_to(paths.folder) for path in (paths.database, paths.vault, paths.settings, paths.crashes)
    )


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_the_folder_is_for_this_user_alone(tmp_path: Path) -> None:
    assert stat.S_IMODE(paths_for(tmp_path / "laptop").folder.stat().st_mode) == 0o700


def test_without_a_wish_the_users_own_data_folder_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("XDG_DATA_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(variable, str(tmp_path))
    assert paths_for().folder.name == "1MM Desktop"


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "laptop").write_text("a file in the way")
    with pytest.raises(KnownError) as refused:
        paths_for(tmp_path / "laptop")
    assert refused.value.problem is Problem.READ_ONLY
