"""Today names the consents that run out soon, and how long there is to ask anew."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from onemm_desktop.background import Background
from onemm_desktop.programme import consents
from onemm_desktop.views.today.page import TodayPage
from onemm_desktop.views.widgets import Text
from tests import region

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_a_consent_that_runs_out_stands_on_today(qtbot: QtBot, tmp_path: Path) -> None:
    database, desk = region.laptop_of(tmp_path, "staff", region.everything())
    background = Background(database, desk)
    page = TodayPage(background, desk)
    qtbot.addWidget(page)

    def said() -> list[str]:
        page.shown()
        assert background.settle()
        QApplication.processEvents()
        return [one.text() for one in page.findChildren(Text) if one.isVisibleTo(page)]

    assert "Kai Begum" not in said()
    with database.write(desk) as session:
        consents.record(
            session, person=region.mentee_id(0), purpose="surveys", wording="1", given_by="parent_carer", informed=True,
            method="paper_form", given_on=region.TODAY, valid_until=region.TODAY + timedelta(days=12),
        )  # fmt: skip
    lines = said()
    told = lines[lines.index("Kai Begum") + 1]
    assert told.startswith("Surveys · 3 Dec 2026 · 12 day")
    background.close()
    database.close()
