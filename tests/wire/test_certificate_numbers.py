"""Numbers made on fifty laptops without a network never meet, and no slip of a hand goes unseen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onemm_wire import certificate_numbers as numbers
from onemm_wire.certificate_numbers import CertificateNumber, certificate_number, check_characters, parse

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
PARTS = st.builds(
    CertificateNumber,
    region=st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=2, max_size=4),
    year=st.integers(0, 99),
    block=st.integers(0, 9999),
    sequence=st.integers(0, 99999),
)


def test_a_number_says_region_year_block_and_running_number() -> None:
    assert certificate_number("LDN", 2026, 7, 42) == "LDN26-0007-00042-78"


def test_the_check_characters_are_those_of_the_standard() -> None:
    assert check_characters("ISO79") == "3W", "the example that ISO/IEC 7064 gives for MOD 1271-36"


@given(PARTS)
def test_a_number_reads_back_as_its_parts(parts: CertificateNumber) -> None:
    assert parse(str(parts)) == parts


@given(PARTS, st.data())
def test_one_wrong_character_is_seen(parts: CertificateNumber, data: st.DataObject) -> None:
    text = str(parts)
    place = data.draw(st.sampled_from([i for i, character in enumerate(text) if character != "-"]))
    wrong = data.draw(st.sampled_from([c for c in ALPHABET if c != text[place]]))
    slip = text[:place] + wrong + text[place + 1 :]
    read = parse(slip)
    assert read is None or read == parts, f"{slip} was taken for {read}"


@given(PARTS, st.data())
def test_two_exchanged_neighbours_are_seen(parts: CertificateNumber, data: st.DataObject) -> None:
    solid = str(parts).replace("-", "")
    place = data.draw(st.integers(0, len(solid) - 2))
    first, second = solid[place], solid[place + 1]
    slip = solid[:place] + second + first + solid[place + 2 :]
    assert parse(slip) == (parts if first == second else None)


def test_fifty_laptops_offline_for_a_year_never_make_the_same_number() -> None:
    made = [certificate_number("LDN", 2026, block, sequence) for block in range(50) for sequence in range(400)]
    assert len(set(made)) == len(made)


@pytest.mark.parametrize(
    "typed",
    [
        "ldn26-0007-00042-78",
        " LDN26 0007 00042 78 ",
        "LDN26–0007–00042–78",
        "LDN26000700042" + "78",
        "LDN26-OOO7-OOO42-78",
    ],
)
def test_a_number_is_understood_as_people_type_it(typed: str) -> None:
    assert parse(typed) == CertificateNumber("LDN", 26, 7, 42)


@pytest.mark.parametrize("typed", ["", "hello", "LDN26-0007-00042", "LDN26-0007-00042-79", "1MM26-0007-00042-78"])
def test_what_is_no_number_is_none(typed: str) -> None:
    assert parse(typed) is None


@pytest.mark.parametrize(
    ("region", "block", "sequence"), [("ldn", 1, 1), ("LDN", 10_000, 1), ("LDN", 1, 100_000), ("L", 1, 1)]
)
def test_parts_out_of_range_are_refused_rather_than_cut(region: str, block: int, sequence: int) -> None:
    with pytest.raises(ValueError, match=r"capitals|digits"):
        numbers.certificate_number(region, 2026, block, sequence)
