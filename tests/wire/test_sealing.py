"""A concern opens for the leads it was sealed to, as the very record it was, and for nobody else."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onemm_wire import concern_contents, recovery_key, sealing, spoken
from onemm_wire.concern_contents import LeadNote
from onemm_wire.records import Concern, SafeguardingKey
from onemm_wire.sealing import Pair, SealError

PLACE = "region/LDN/safeguarding"
NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)
CONCERN = Concern(id="c1", entry="concern", made_at=NOW, recorder_id="nia", sealed="")
TEXT = "He said: “she hits me”".encode()


def key(name: str, pair: Pair, *, by: tuple[str, Pair] | None = None, recovery: bool = False) -> SafeguardingKey:
    """A key record, vouched for by somebody."""
    plain = SafeguardingKey(
        id=name, purpose="recovery" if recovery else "laptop", user_id="mair", device_id="d",
        seal_key=pair.seal_key, sign_key=pair.sign_key, made_at=NOW,
    )  # fmt: skip
    if by is None:
        return plain
    return msgspec.structs.replace(plain, vouched_by=by[0], vouching=sealing.vouch(by[1], plain, PLACE))


@pytest.fixture
def pairs() -> dict[str, Pair]:
    return {name: sealing.pair_of(sealing.new_seed()) for name in ("root", "mair", "deputy", "admin")}


@pytest.fixture
def keys(pairs: dict[str, Pair]) -> list[SafeguardingKey]:
    """The recovery key, Mair's laptop vouched for by it, the deputy's by Mair's."""
    return [
        key("deputy", pairs["deputy"], by=("mair", pairs["mair"])),
        key("mair", pairs["mair"], by=("root", pairs["root"])),
        key("root", pairs["root"], by=("root", pairs["root"]), recovery=True),
    ]


@pytest.fixture
def sealed(keys: list[SafeguardingKey]) -> Concern:
    return sealing.seal(TEXT, CONCERN, PLACE, keys)


@pytest.mark.parametrize("reader", ["root", "mair", "deputy"])
def test_whoever_it_is_sealed_to_opens_it(sealed: Concern, pairs: dict[str, Pair], reader: str) -> None:
    assert sealing.open_sealed(sealed, PLACE, sealed.keys, {reader: pairs[reader]}) == TEXT


def test_nobody_else_opens_it(sealed: Concern, pairs: dict[str, Pair]) -> None:
    for mine in ({"admin": pairs["admin"]}, {"mair": pairs["admin"]}, {}):
        with pytest.raises(SealError):
            sealing.open_sealed(sealed, PLACE, sealed.keys, mine)


@pytest.mark.parametrize(
    "changed",
    [{"id": "c2"}, {"recorder_id": "rhys"}, {"entry": "low_level"}, {"about": "c0"}, {"made_at": NOW.replace(hour=11)}],
    ids=lambda changed: next(iter(changed)),
)
def test_moved_under_another_record_it_does_not_open(
    sealed: Concern, pairs: dict[str, Pair], changed: dict[str, object]
) -> None:
    moved = msgspec.structs.replace(sealed, **changed)
    with pytest.raises(SealError):
        sealing.open_sealed(moved, PLACE, moved.keys, {"mair": pairs["mair"]})
    with pytest.raises(SealError):
        sealing.open_sealed(sealed, "region/CDF/safeguarding", sealed.keys, {"mair": pairs["mair"]})


def test_damaged_or_senseless_it_does_not_open(sealed: Concern, pairs: dict[str, Pair]) -> None:
    for text in ("", "AAAA", "not base 64!", sealed.sealed[:-8] + "AAAAAAA="):
        with pytest.raises(SealError):
            sealing.open_sealed(
                msgspec.structs.replace(sealed, sealed=text), PLACE, sealed.keys, {"mair": pairs["mair"]}
            )


def test_a_lead_who_came_later_is_granted_the_key(sealed: Concern, pairs: dict[str, Pair]) -> None:
    content_key = sealing.unwrap(sealed, PLACE, sealed.keys, {"mair": pairs["mair"]})
    granted = sealing.grant(sealed, PLACE, content_key, key("new", pairs["admin"]))
    assert sealing.open_sealed(sealed, PLACE, {"new": granted}, {"new": pairs["admin"]}) == TEXT


def test_sealing_to_nobody_or_to_nonsense_is_refused(keys: list[SafeguardingKey]) -> None:
    with pytest.raises(ValueError, match="somebody"):
        sealing.seal(TEXT, CONCERN, PLACE, [])
    with pytest.raises(SealError):
        sealing.seal(TEXT, CONCERN, PLACE, [msgspec.structs.replace(keys[0], seal_key="AAAA")])


@given(st.binary(max_size=3 * sealing.BLOCK))
def test_a_text_s_length_is_told_in_blocks_only(text: bytes) -> None:
    pair = sealing.pair_of(bytes(16))
    sealed = sealing.seal(text, CONCERN, PLACE, [key("k", pair)])
    content = sealing._raw(sealed.sealed)
    assert (len(content) - 12 - 16) % sealing.BLOCK == 0
    assert sealing.open_sealed(sealed, PLACE, sealed.keys, {"k": pair}) == text


# --- whose keys count ---------------------------------------------------------------------------------------------


def test_a_chain_of_signatures_leads_to_every_trusted_key(keys: list[SafeguardingKey]) -> None:
    assert [one.id for one in sealing.trusted(keys, PLACE, "root")] == ["root", "mair", "deputy"]


def test_a_key_that_an_administrator_slips_in_is_not_trusted(
    keys: list[SafeguardingKey], pairs: dict[str, Pair]
) -> None:
    slipped_in = [
        key("alone", pairs["admin"]),
        key("by himself", pairs["admin"], by=("by himself", pairs["admin"]), recovery=True),
        key("in mair's name", pairs["admin"], by=("mair", pairs["admin"])),
        msgspec.structs.replace(keys[0], id="copied"),
    ]
    assert len(sealing.trusted([*slipped_in, *keys], PLACE, "root")) == len(keys)


def test_a_trusted_key_whose_public_half_is_exchanged_is_trusted_no_more(
    keys: list[SafeguardingKey], pairs: dict[str, Pair]
) -> None:
    exchanged = [msgspec.structs.replace(keys[0], seal_key=pairs["admin"].seal_key), *keys[1:]]
    assert "deputy" not in {one.id for one in sealing.trusted(exchanged, PLACE, "root")}
    assert sealing.trusted(keys, PLACE, "mair") == [], "a chain begins at a recovery key"


def test_two_keys_have_two_fingerprints(keys: list[SafeguardingKey]) -> None:
    prints = {sealing.fingerprint(one) for one in keys}
    assert len(prints) == 3
    assert all(len(one) == 19 for one in prints)


# --- on paper -----------------------------------------------------------------------------------------------------


@given(st.binary(min_size=16, max_size=16))
def test_a_recovery_key_is_read_as_it_was_written(seed: bytes) -> None:
    text = recovery_key.written(seed)
    assert recovery_key.read(text) == seed
    assert recovery_key.read(text.lower().replace("-", " ").replace("1", "l").replace("0", "o")) == seed


@given(st.binary(min_size=16, max_size=16), st.integers(0, 27), st.sampled_from(spoken.ALPHABET))
def test_a_mistyped_letter_is_not_taken_for_a_key(seed: bytes, place: int, letter: str) -> None:
    text = recovery_key.written(seed).replace("-", "")
    mistyped = text[:place] + letter + text[place + 1 :]
    assert recovery_key.read(mistyped) == (seed if mistyped == text else None)


@pytest.mark.parametrize("text", ["", "7K2M", "U" * 28, "é" * 28, "0" * 27, "0" * 29, spoken.with_check("Y" * 27)])
def test_what_is_no_recovery_key_is_none(text: str) -> None:
    assert recovery_key.read(text) is None


def test_a_seed_has_its_length() -> None:
    with pytest.raises(ValueError, match="seed"):
        sealing.pair_of(b"short")


def test_contents_of_a_newer_program_are_told_from_ours() -> None:
    note = LeadNote(written_at=NOW, by_name="Mair", text="Phoned the school.", referral="school_dsl")
    assert concern_contents.from_bytes(concern_contents.to_bytes(note)) == note
    assert concern_contents.from_bytes(b'{"type":"of_tomorrow"}') is None
    assert concern_contents.from_bytes(b"not JSON") is None
