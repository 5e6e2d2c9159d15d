"""People are found as they are typed: without accents, by any part, in any order, slightly misspelt."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onemm_desktop.models.folding import fold
from onemm_desktop.models.people import derived_names
from onemm_desktop.programme.search import Directory, Entry

NAMES = [
    ("Siân", "Llewellyn-Pritchard", "Cardiff & Vale College"),
    ("Thị Hương", "Nguyễn", "Lloyds Banking Group"),
    ("Łukasz", "Nowak", "KPMG"),
    ("Margaret", "O’Connor", "Retired — NHS"),
    ("David", "ap Rhys", "Self-employed"),
    ("Fatima Zahra", "El-Amrani", "Manchester City Council"),
    ("Oluwaseun", "Adeyemi", "NatWest"),
    ("Mohammed", "Al-Ḥasan", "TfGM"),
    ("Jürgen", "Groß", "Siemens"),
    ("Zoë", "D'Arcy", "BBC Cymru Wales"),
]


def directory(names: list[tuple[str, str, str]] = NAMES) -> Directory:
    entries = []
    for key, (given_name, family_name, organisation) in enumerate(names):
        fields: dict[str, object] = {
            "given_name": given_name,
            "family_name": family_name,
            "organisation": organisation,
            "reference": f"LDN-M-{key:05d}",
        }
        entries.append(Entry(key, derived_names(fields)[1], ("active" if key % 2 else "trained",)))
    return Directory(("stage",), entries)


def found(text: str, people: Directory | None = None, stage: str = "") -> list[str]:
    people = people or directory()
    return [NAMES[people.keys[place]][0] for place in people.find(text, {"stage": stage}).positions]


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        ("sian", "Siân"),
        ("SIÂN", "Siân"),
        ("llewellyn pritchard", "Siân"),
        ("pritchard sian", "Siân"),
        ("pritch si", "Siân"),
        ("llewellynpritchard", "Siân"),
        ("huong nguyen", "Thị Hương"),
        ("Nguyễn Thị Hương", "Thị Hương"),
        ("nguyen thi", "Thị Hương"),
        ("lukasz", "Łukasz"),
        ("Łukasz", "Łukasz"),
        ("lukazs", "Łukasz"),
        ("oconnor", "Margaret"),
        ("o'connor", "Margaret"),
        ("O’Connor", "Margaret"),
        ("o connor", "Margaret"),
        ("oconor", "Margaret"),
        ("ap rhys", "David"),
        ("aprhys", "David"),
        ("ap-rhys", "David"),
        ("el amrani", "Fatima Zahra"),
        ("elamrani", "Fatima Zahra"),
        ("amrani fatima", "Fatima Zahra"),
        ("adeyemi oluwasuen", "Oluwaseun"),
        ("mohamed hasan", "Mohammed"),
        ("gross", "Jürgen"),
        ("jurgen", "Jürgen"),
        ("darcy", "Zoë"),
        ("kpmg", "Łukasz"),
        ("LDN-M-00006", "Oluwaseun"),
        ("00006", "Oluwaseun"),
    ],
)
def test_somebody_is_found_as_a_hurried_person_types_them(typed: str, who: str) -> None:
    assert found(typed) == [who]


def test_nothing_typed_shows_everybody_in_the_order_of_the_list() -> None:
    assert found("") == [given_name for given_name, _, _ in NAMES]
    assert found("  ") == found("")


def test_near_spellings_are_said_to_be_near() -> None:
    people = directory()
    assert people.find("margaret").nearly is False
    assert people.find("margarte").nearly is True


def test_a_short_word_is_not_guessed_at() -> None:
    assert found("xq") == []
    assert found("zzz") == []


def test_a_word_that_nobody_is_near_finds_nobody() -> None:
    assert found("constantinople") == []


def test_a_chosen_stage_narrows_what_a_text_finds() -> None:
    assert found("a", stage="active") == [NAMES[place][0] for place in (1, 3, 5, 7, 9)]
    assert found("margaret", stage="trained") == []


def test_typing_on_and_deleting_gives_the_same_as_asking_afresh() -> None:
    people = directory()
    typed = "sian llewel"
    steps = [typed[:length] for length in range(1, len(typed) + 1)]
    for text in [*steps, *reversed(steps)]:
        assert found(text, people) == found(text, directory()), text


def test_a_changed_name_is_found_by_the_new_one_alone() -> None:
    people = directory()
    assert found("margaret", people) == ["Margaret"]
    people.put([Entry(3, "rhiannon oconnor", ("active",))])
    assert found("rhianon", people) == ["Margaret"]
    assert found("margaret", people) == []
    assert found("margarte", people) == []


def test_somebody_new_stands_last() -> None:
    people = directory(NAMES[:9])
    people.put([Entry(9, "zoe darcy", ("active",))])
    assert found("", people) == [given_name for given_name, _, _ in NAMES]
    assert found("zoe", people) == ["Zoë"]


def test_values_to_narrow_by_are_counted() -> None:
    assert directory().counted("stage") == {"active": 5, "trained": 5}


LETTERS = st.characters(categories=("Lu", "Ll", "Lt", "Lo", "Lm", "Mn", "Nd", "Pd"), include_characters="'’ʼ -.")
NAME = st.text(LETTERS, min_size=1, max_size=40)


@given(given_name=NAME, family_name=NAME, data=st.data())
def test_whatever_the_name_any_part_of_its_folded_form_finds_it(
    given_name: str, family_name: str, data: st.DataObject
) -> None:
    text = derived_names({"given_name": given_name, "family_name": family_name})[1]
    people = Directory((), [Entry(1, text, ()), Entry(2, "somebody else", ())])
    words = text.split()
    parts = []
    for word in data.draw(st.permutations(words)):
        start = data.draw(st.integers(0, len(word) - 1))
        end = data.draw(st.integers(start + 1, len(word)))
        parts.append(word[start:end])
    found_places = people.find(" ".join(parts)).positions
    assert 0 in found_places


@given(name=NAME)
def test_a_name_typed_as_it_is_written_finds_it(name: str) -> None:
    text = derived_names({"given_name": "Ann", "family_name": name})[1]
    people = Directory((), [Entry(1, text, ())])
    assert list(people.find(name).positions) == [0]


@given(name=NAME)
def test_folding_twice_is_folding_once(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@given(given_name=st.text(max_size=12), family_name=st.text(max_size=12))
def test_a_name_folded_part_by_part_sorts_like_the_whole(given_name: str, family_name: str) -> None:
    sort_name, _ = derived_names({"given_name": given_name, "family_name": family_name})
    assert sort_name == fold(f"{family_name} {given_name}")
