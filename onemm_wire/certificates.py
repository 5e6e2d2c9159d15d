"""What a certificate says, signed by the laptop that issued it: the content of the code on the paper.

A code is the signature (64 bytes, Ed25519, RFC 8032) and then the content, together in base 32 (RFC 4648, without
padding): letters and digits that a QR code packs densely and an address takes as they are. The content is a
MessagePack array, in this order::

    layout      1
    kind        ``KIND_CODES``
    region, year, block, sequence    the parts of the number (``onemm_wire.certificate_numbers``)
    name        as printed
    title       as printed
    held_on     days since 1 January 1970
    hours       in hundredths
    valid_until days since 1 January 1970, or nil

What is signed is ``1MM certificate 1``, a newline, and the content. Which key signed, the number says: the centre
allots each laptop its block and has certified the keys of it (``onemm_wire.device_keys``).
"""

from __future__ import annotations

import base64
import binascii
import unicodedata
from dataclasses import dataclass, replace
from datetime import date, timedelta
from urllib.parse import unquote, urlsplit

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from onemm_wire import certificate_numbers
from onemm_wire.certificate_numbers import CertificateNumber

LAYOUT = 1
#: Bytes of the longest content: what still makes a code that can be read from paper 25 mm wide.
MAX_CONTENT = 384
SIGNATURE_BYTES = 64

_PURPOSE = b"1MM certificate 1\n"
_BEGINNING = date(1970, 1, 1)
#: Days, and hundredths of hours, that mean something.
_LAST_DAY = (date.max - _BEGINNING).days
_MOST_HOURS = 10_000 * 100
#: What MessagePack writes before a text, beyond what it writes before an empty one.
_TEXT_HEADER = 2
#: What stands in a code beside the name at most: all numbers at their longest, and 32 bytes of a title.
_ROOM_BESIDE = 1 + 1 + 1 + 5 + 1 + 3 + 5 + 3 + 34 + 5 + 5 + 5
#: At the end of a title that was shortened.
_CUT = "…"
_JOINERS = "\u200c\u200d"  # they choose between forms in Persian, Urdu and the scripts of India: part of a name

#: The kinds of certificate (``DocumentIssue.document``), in the order of their numbers: new ones go to the end.
_ORDER = (
    "certificate_of_attendance",
    "mentor_training",
    "safeguarding_briefing",
    "mentee_participation",
    "mentor_service",
    "recognition",
    "employer_participation",
)
#: The number of each kind in a code; never used for another one.
KIND_CODES: dict[str, int] = {kind: number for number, kind in enumerate(_ORDER, start=1)}
_KINDS: dict[int, str] = {number: kind for kind, number in KIND_CODES.items()}


class CodeError(ValueError):
    """This is no code of a certificate: cut short, altered, or something else altogether."""


@dataclass(frozen=True, slots=True)
class Content:
    """What a certificate says. ``kind`` is empty for one that a newer program knows."""

    kind: str
    number: str
    name: str
    title: str
    held_on: date
    hours: float
    valid_until: date | None = None


@dataclass(frozen=True, slots=True)
class Signed:
    """A code that was read and is not verified yet. ``parts`` are those of the number."""

    content: Content
    parts: CertificateNumber
    signed: bytes
    signature: bytes

    def holds(self, public_key: bytes) -> bool:
        """Whether the holder of this key signed exactly this."""
        try:
            Ed25519PublicKey.from_public_bytes(public_key).verify(self.signature, _PURPOSE + self.signed)
        except (InvalidSignature, ValueError):
            return False
        return True


class _Packed(msgspec.Struct, array_like=True, frozen=True, forbid_unknown_fields=True):
    layout: int
    kind: int
    region: str
    year: int
    block: int
    sequence: int
    name: str
    title: str
    held_on: int
    hours: int
    valid_until: int | None


def code_of(content: Content, private_key: bytes) -> str:
    """The code for a certificate. Raises ValueError for what no code can hold: see ``fitted``."""
    packed = _pack(content)
    if len(packed) > MAX_CONTENT:
        raise ValueError("more than a code holds")
    signature = Ed25519PrivateKey.from_private_bytes(private_key).sign(_PURPOSE + packed)
    return base64.b32encode(signature + packed).decode().rstrip("=")


def fitted(content: Content) -> Content:
    """The same with as much of its title as a code has room for; its name is never shortened."""
    room = MAX_CONTENT - len(_pack(replace(content, title="")))
    title = _text(content.title)
    if len(title.encode()) <= room - _TEXT_HEADER:
        return content
    kept = title.encode()[: max(0, room - _TEXT_HEADER - len(_CUT.encode()))].decode(errors="ignore")
    return replace(content, title=kept.rstrip() + _CUT)


def has_room_for(name: str) -> bool:
    """Whether a code can hold this name beside all else but most of a title."""
    return len(_text(name).encode()) <= MAX_CONTENT - _ROOM_BESIDE


def read(text: str) -> Signed:
    """A code as it was scanned or pasted, alone or at the end of the centre's address. Raises CodeError."""
    raw = _raw(text)
    signature, signed = raw[:SIGNATURE_BYTES], raw[SIGNATURE_BYTES:]
    if not 0 < len(signed) <= MAX_CONTENT:
        raise CodeError("cut short, or too long")
    try:
        packed = msgspec.msgpack.decode(signed, type=_Packed)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise CodeError("not the content of a certificate") from error
    # One content has one form: nobody makes two codes of one signature.
    if packed.layout != LAYOUT or msgspec.msgpack.encode(packed) != signed:
        raise CodeError("another layout")
    if (packed.name, packed.title) != (_text(packed.name), _text(packed.title)):
        raise CodeError("a text with characters that show nothing")
    return Signed(_content(packed), _parts(packed), signed, signature)


def link(address: str, code: str) -> str:
    """The address that a phone opens; of letters and digits that a QR code packs densely, where there is no path."""
    whole = f"{address.rstrip('/')}/v/{code}"
    return whole.upper() if urlsplit(address).path in ("", "/") else whole


def bare(text: str) -> str:
    """The code alone, of an address or of a code that was pasted with white space in it."""
    return "".join(unquote(text).split()).rstrip("/").rpartition("/")[2].upper()


def _raw(text: str) -> bytes:
    typed = bare(text)
    # Python's base64 takes no letter for another here, but bits beyond the last byte it would let pass.
    try:
        raw = base64.b32decode(typed + "=" * (-len(typed) % 8))
    except (binascii.Error, ValueError) as error:
        raise CodeError("not base 32") from error
    if base64.b32encode(raw).decode().rstrip("=") != typed:
        raise CodeError("not base 32")
    return raw


def _pack(content: Content) -> bytes:
    number = certificate_numbers.parse(content.number)
    if number is None:
        raise ValueError("not a certificate's number")
    packed = _Packed(
        LAYOUT,
        KIND_CODES[content.kind],
        number.region,
        number.year,
        number.block,
        number.sequence,
        _text(content.name),
        _text(content.title),
        _days(content.held_on),
        round(content.hours * 100),
        None if content.valid_until is None else _days(content.valid_until),
    )
    return msgspec.msgpack.encode(packed)


def _content(packed: _Packed) -> Content:
    if not (0 <= packed.held_on <= _LAST_DAY and 0 <= packed.hours <= _MOST_HOURS):
        raise CodeError("a day or hours that cannot be")
    if packed.valid_until is not None and not 0 <= packed.valid_until <= _LAST_DAY:
        raise CodeError("a day that cannot be")
    return Content(
        kind=_KINDS.get(packed.kind, ""),
        number=str(_parts(packed)),
        name=packed.name,
        title=packed.title,
        held_on=_BEGINNING + timedelta(packed.held_on),
        hours=packed.hours / 100,
        valid_until=None if packed.valid_until is None else _BEGINNING + timedelta(packed.valid_until),
    )


def _parts(packed: _Packed) -> CertificateNumber:
    try:
        number = certificate_numbers.certificate_number(packed.region, packed.year, packed.block, packed.sequence)
    except ValueError as error:
        raise CodeError("not a certificate's number") from error
    parts = certificate_numbers.parse(number)
    if parts is None or packed.year != parts.year:
        raise CodeError("not a certificate's number")
    return parts


def _text(text: str) -> str:
    """One line, composed, without characters that show nothing or turn others around, as it is printed."""
    shown = (" " if one.isspace() else one for one in text if one.isspace() or one in _JOINERS or _is_shown(one))
    return unicodedata.normalize("NFC", " ".join("".join(shown).split()))


def _is_shown(character: str) -> bool:
    return unicodedata.category(character) not in ("Cc", "Cf", "Cs")


def _days(day: date) -> int:
    return (day - _BEGINNING).days
