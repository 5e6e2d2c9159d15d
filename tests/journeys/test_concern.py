"""A concern written in a hall without a network, and how it reaches the one person who may read it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from onemm_desktop.views.concerns.lead_page import ConcernsPage
from onemm_desktop.views.concerns.report_page import ReportPage
from onemm_wire.partitions import Role
from tests.central_service import PASSWORD, Centre
from tests.programme.safeguarding import SECRET
from tests.robots.laptop import Laptop

NIA, MAIR = "nia@1mm.example", "mair@1mm.example"
PASSPHRASE = "four quiet otters sing"


def words(laptop: Laptop) -> str:
    """All that stands on the page in front."""
    window = laptop.working.window
    page = window.page(window.current)
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page))


@pytest.fixture
def laptops(qapp: QApplication, tmp_path: Path, centre: Centre) -> Iterator[tuple[Laptop, Laptop]]:
    """A trainer's and a safeguarding lead's, enrolled."""
    made = []
    people: tuple[tuple[str, str, Role], ...] = (
        (MAIR, "Mair Rees", "safeguarding_lead"),
        (NIA, "Nia Parry", "trainer"),
    )
    for email, name, role in people:
        centre.add_user(email, name=name, role=role)
        laptop = Laptop(qapp, tmp_path / name, tmp_path / "papers")
        made.append(laptop)
        code = centre.invite(email)
        laptop.enrol(address=centre.address, email=email, password=PASSWORD, code=code, passphrase=PASSPHRASE)
        if role == "safeguarding_lead":
            make_keys(laptop)
    yield made[1], made[0]
    for laptop in made:
        laptop.close()
        laptop.app.window.deleteLater()


def make_keys(laptop: Laptop) -> None:
    """The first keys of the region, the recovery key copied from the paper."""
    laptop.go("concerns")
    page = laptop.page(ConcernsPage)
    laptop.hands.tab_to(page.set_up.start).press("Space")
    laptop.hands.tab_to(page.set_up.typed.line).type(page.set_up._shown.text())
    laptop.hands.tab_to(page.set_up.start).press("Space")
    laptop.wait()
    assert laptop.sync().endswith("all sent")


@pytest.mark.timeout(300)
def test_written_offline_it_nags_reaches_the_lead_and_its_author_hears_that_it_was_opened(
    laptops: tuple[Laptop, Laptop], centre: Centre
) -> None:
    nia, mair = laptops
    centre.stop()
    nia.hands.press("Ctrl+K").type("report").press("Return")
    nia.wait()
    form = nia.page(ReportPage).form
    nia.hands.tab_to(form.account.box).type(SECRET)
    nia.hands.tab_to(form.seal).press("Space")
    nia.wait()
    assert "It has NOT reached the safeguarding lead." in words(nia)
    assert SECRET not in words(nia)
    assert form.empty
    nia.go("today")
    assert "It has NOT reached the safeguarding lead." in words(nia)
    assert nia.working.window.rail.nag.isVisible()

    centre.start()
    nia.sync()
    assert not nia.working.window.rail.nag.isVisible()
    nia.go("report")
    assert "Reached the centre" in words(nia)

    mair.sync()
    mair.go("concerns")
    assert SECRET not in words(mair)
    case = next(iter(centre.records("concern")))
    mair.page(ConcernsPage).list.chosen.emit(case)
    mair.wait()
    assert SECRET in words(mair)
    mair.sync()
    assert [look["seen_id"] for look in centre.records("access").values()] == [case]

    nia.sync()
    nia.go("report")
    assert "Opened by the lead" in words(nia)
