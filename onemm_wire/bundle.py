"""Messages without a network: a file for a USB stick, sealed to whom it is for and signed by whom it is from.

A laptop writes its unsent changes and its cursor (``Changes``); whoever reaches the centre delivers the file; the
centre's answer (``Answer``) comes back the same way. Whoever carries a file can neither read nor change it: all they
see is the header. Delivering twice is harmless, because every op has its key.

The file, numbers big-endian::

    8 bytes    MAGIC; its odd bytes show at once when a mail program has taken the file for text
    1 byte     version of this layout
    2 bytes    length of the header
    header     JSON, a ``Header``
    sealed     HPKE (RFC 9180, base mode: X25519, HKDF-SHA256, ChaCha20-Poly1305) of the gzipped JSON payload;
               ``info`` is all that stands before it, so a sealed part opens under no other header
    64 bytes   the sender's Ed25519 signature of all that stands before it

The centre's two keys come with ``Hello`` and ``Enrolled``. A laptop signs with the key that it enrolled with, and
receives under an X25519 key derived from it, whose public half stands in the header of what it sends.
"""

from __future__ import annotations

import base64
import binascii
import struct
import zlib
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Literal

import msgspec
from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from onemm_wire.errors import Code
from onemm_wire.protocol import SCHEMA, Cursor, Message, Pulled, Push, Pushed

SUFFIX = ".onemm-bundle"
MEDIA_TYPE = "application/vnd.onemm.bundle"
MAGIC = b"\x891MM\r\n\x1a\n"
VERSION = 1

MAX_HEADER = 2 * 1024
#: A file as it is carried, and its payload once unpacked: anything larger was not written by these programs.
MAX_FILE = 16 << 20
MAX_PAYLOAD = 64 << 20
#: Bytes of JSON after which an export or an answer stops; the next one goes on there. Fits even if nothing packs.
ROOM = 12 << 20
#: Ops of one file: a centre takes them in well under a minute.
MAX_BUNDLE_OPS = 10_000

KEY_BYTES = 32
_SIGNATURE_BYTES = 64
#: What HPKE adds: the encapsulated key and the cipher's tag.
_SEAL_BYTES = 32 + 16
_PREFIX = struct.Struct(">8sBH")
_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)

Purpose = Literal["changes", "answer"]


class BundleError(Exception):
    """The file is not taken. ``code`` says why; its sentence is worded where it is shown."""

    def __init__(self, code: Code) -> None:
        super().__init__(code.value)
        self.code = code


class Header(Message, frozen=True, kw_only=True):
    """What anybody may read of a bundle.

    ``device`` is the laptop that sends changes, or that an answer is for. ``count`` is the number of ops or results.
    ``size`` are the bytes of the sealed part, by which a file that was cut short is told from a damaged one.
    ``reply_to`` is the key an answer is to be sealed to, raw, in base64; an answer has none.
    """

    purpose: Purpose
    centre: str
    device: str
    made_at: datetime
    count: int
    size: int = 0
    schema: int = SCHEMA
    reply_to: str = ""


class Changes(Message, frozen=True, kw_only=True):
    """Payload of a laptop's bundle: pushes in order of n, and the cursor after which it wants the news."""

    pushes: list[Push]
    cursor: Cursor


class Answer(Message, frozen=True, kw_only=True):
    """Payload of the centre's bundle: what became of the ops, and the pages after the cursor that was asked with.

    ``since`` is that cursor: a laptop that has read on meanwhile passes over what it knows, and one that has fallen
    behind it (a restored disk) must not skip what lies between. Without pages the cursor was of another epoch, and
    the laptop has to meet the centre. ``to`` is the file it answers (``mark_of``).
    """

    epoch: str
    since: Cursor
    pushed: list[Pushed]
    pulled: list[Pulled]
    to: str = ""


@dataclass(frozen=True, slots=True)
class Bundle:
    """A file whose layout is sound. Nothing in it is to be believed before ``open_bundle``."""

    header: Header
    before_seal: bytes
    sealed: bytes
    signature: bytes


def mark_of(file: bytes) -> str:
    """By what an answer names the file it answers: no two are the same, because each is sealed anew."""
    return sha256(file).hexdigest()


def write_bundle(header: Header, payload: bytes, *, to: bytes, signed_by: bytes) -> bytes:
    """The file. ``to`` is the recipient's public X25519 key, ``signed_by`` the sender's private Ed25519 key, both raw.

    Raises BundleError BUNDLE_DAMAGED if ``to`` is no key one can seal to, ValueError if the file would be refused.
    """
    packed = _packed(payload)
    # Named before it is there, because the seal covers the header.
    head = msgspec.json.encode(msgspec.structs.replace(header, size=len(packed) + _SEAL_BYTES))
    before_seal = _PREFIX.pack(MAGIC, VERSION, len(head)) + head
    try:
        sealed = _SUITE.encrypt(packed, X25519PublicKey.from_public_bytes(to), before_seal)
    except ValueError as error:
        raise BundleError(Code.BUNDLE_DAMAGED) from error
    signed = before_seal + sealed
    file = signed + Ed25519PrivateKey.from_private_bytes(signed_by).sign(signed)
    if len(payload) > MAX_PAYLOAD or len(file) > MAX_FILE:
        raise ValueError("more than a bundle holds")
    return file


def read_bundle(file: bytes) -> Bundle:
    """Take a file apart. Raises BundleError NOT_A_BUNDLE, BUNDLE_TOO_NEW, BUNDLE_CUT_SHORT or BUNDLE_DAMAGED."""
    if not file or len(file) > MAX_FILE or not file.startswith(MAGIC[: len(file)]):
        raise BundleError(Code.NOT_A_BUNDLE)
    if len(file) < _PREFIX.size:
        raise BundleError(Code.BUNDLE_CUT_SHORT)
    _, version, length = _PREFIX.unpack_from(file)
    if version > VERSION:
        raise BundleError(Code.BUNDLE_TOO_NEW)
    begin = _PREFIX.size + length
    if version != VERSION or length > MAX_HEADER:
        raise BundleError(Code.BUNDLE_DAMAGED)
    if len(file) < begin:
        raise BundleError(Code.BUNDLE_CUT_SHORT)
    header = _header(file[_PREFIX.size : begin])
    end = begin + header.size
    if len(file) < end + _SIGNATURE_BYTES:
        raise BundleError(Code.BUNDLE_CUT_SHORT)
    if len(file) > end + _SIGNATURE_BYTES:
        raise BundleError(Code.BUNDLE_DAMAGED)
    return Bundle(header, file[:begin], file[begin:end], file[end:])


def open_bundle(bundle: Bundle, *, private_key: bytes, signer: bytes) -> bytes:
    """The payload's JSON, if this file was sealed to me and signed by ``signer`` (a public Ed25519 key).

    Raises BundleError BUNDLE_DAMAGED for a signature or seal that does not hold, or a payload that unpacks to more
    than ``MAX_PAYLOAD``.
    """
    if not signed_by(bundle, signer):
        raise BundleError(Code.BUNDLE_DAMAGED)
    try:
        packed = _SUITE.decrypt(bundle.sealed, X25519PrivateKey.from_private_bytes(private_key), bundle.before_seal)
    except (InvalidTag, ValueError) as error:
        raise BundleError(Code.BUNDLE_DAMAGED) from error
    return _unpacked(packed)


def signed_by(bundle: Bundle, signer: bytes) -> bool:
    """Whether this public Ed25519 key is the one that signed the file."""
    try:
        Ed25519PublicKey.from_public_bytes(signer).verify(bundle.signature, bundle.before_seal + bundle.sealed)
    except (InvalidSignature, ValueError):
        return False
    return True


def answer_name(name: str) -> str:
    """How the answer to a file is called: ``desk 1 answer.onemm-bundle``, so that the two are told apart on a stick."""
    return f"{name.removesuffix(SUFFIX)} answer{SUFFIX}"


def public_seal_key(private_key: bytes) -> bytes:
    """The half of an X25519 key that others seal to."""
    return X25519PrivateKey.from_private_bytes(private_key).public_key().public_bytes_raw()


def public_sign_key(private_key: bytes) -> bytes:
    """The half of an Ed25519 key by which others know a signature."""
    return Ed25519PrivateKey.from_private_bytes(private_key).public_key().public_bytes_raw()


def reply_key(device_key: bytes) -> bytes:
    """The private X25519 key under which a laptop receives answers, derived from the key that it signs with."""
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=b"1MM Desktop bundle answers").derive(device_key)


def text_of(key: bytes) -> str:
    """A key as it travels."""
    return base64.b64encode(key).decode()


def key_of(text: str) -> bytes:
    """A key that travelled. Raises BundleError BUNDLE_DAMAGED if it is none."""
    try:
        key = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise BundleError(Code.BUNDLE_DAMAGED) from error
    if len(key) != KEY_BYTES:
        raise BundleError(Code.BUNDLE_DAMAGED)
    return key


def _header(text: bytes) -> Header:
    try:
        header = msgspec.json.decode(text, type=Header)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise BundleError(Code.BUNDLE_DAMAGED) from error
    if not 0 < header.size <= MAX_FILE or header.count < 0 or "\0" in header.centre + header.device:
        raise BundleError(Code.BUNDLE_DAMAGED)
    return header


def _packed(payload: bytes) -> bytes:
    packer = zlib.compressobj(6, zlib.DEFLATED, 16 + zlib.MAX_WBITS)
    return packer.compress(payload) + packer.flush()


def _unpacked(packed: bytes) -> bytes:
    unpacker = zlib.decompressobj(wbits=16 + zlib.MAX_WBITS)
    try:
        payload = unpacker.decompress(packed, MAX_PAYLOAD + 1)
    except zlib.error as error:
        raise BundleError(Code.BUNDLE_DAMAGED) from error
    if len(payload) > MAX_PAYLOAD or not unpacker.eof:
        raise BundleError(Code.BUNDLE_DAMAGED)
    return payload
