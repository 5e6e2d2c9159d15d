"""The evacuation list: everybody on one page, in letters for the dark."""

from __future__ import annotations

from datetime import datetime

import pytest

from onemm_desktop.documents import evacuation_list
from onemm_desktop.documents.evacuation_list import EvacuationList, Person
from tests.documents.examples import LONDON, hard_names
from tests.documents.reading import texts


def listed(*people: Person, missing: tuple[Person, ...] = (), title_cy: str = "") -> EvacuationList:
    at = datetime(2026, 11, 21, 10, 25, tzinfo=LONDON)
    return EvacuationList("Mentor training", title_cy, "The Exchange", at, people, missing)


def test_it_says_who_how_many_when_and_who_needs_help() -> None:
    [page] = texts(
        evacuation_list.pdf(
            listed(
                Person("Siân Price", "mentor", help_needed=True),
                Person("Jon Fairweather", "walk_in"),
                missing=(Person("Dilys Hughes", "trainer"),),
            )
        )
    )
    for words in ("In the building now", "2", "21 November 2026, 10:25", "Siân Price", "needs help", "Visitor"):
        assert words in page
    assert "Trainer, not signed in" in page


@pytest.mark.parametrize("count", [0, 1, 60, 220])
def test_it_is_one_page(count: int) -> None:
    people = [Person(f"Person Number {number}", "mentor") for number in range(count)]
    [page] = texts(evacuation_list.pdf(listed(*people)))
    assert page.count("Number") == count


def test_five_hundred_take_more_pages_rather_than_smaller_letters() -> None:
    pages = texts(evacuation_list.pdf(listed(*[Person(f"P {number}", "mentor") for number in range(500)])))
    assert len(pages) == 3


def test_a_bilingual_event_has_a_bilingual_list_and_hard_names_are_printed() -> None:
    people = [Person(name, "helper") for name in hard_names()[:40]]
    [page] = texts(evacuation_list.pdf(listed(*people, title_cy="Hyfforddiant mentoriaid")))
    assert "Yn yr adeilad nawr · In the building now" in page
