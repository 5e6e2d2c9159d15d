"""Requests and answers between a laptop and the centre. ``docs/sync.md`` tells the story; this is the grammar.

Every body is JSON, compressed with gzip where the sender likes. Instants are RFC 3339 in UTC. A laptop sends its
access token as ``Authorization: Bearer …`` and its schema as ``X-1MM-Schema``. Every answer of the centre carries
``X-1MM-Centre: <centre id>``: an answer without it is a captive portal or a proxy, not the centre.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

import msgspec

from onemm_wire.partitions import Role

#: The version of the record shapes and messages below. Raised when either changes (``onemm_wire.versions``).
SCHEMA = 3
#: Schemas the centre still serves: this one and the two before.
SERVED_SCHEMAS = (1, 2, 3)

CENTRE_HEADER = "X-1MM-Centre"
SCHEMA_HEADER = "X-1MM-Schema"

MAX_OPS = 200
MAX_PUSH_BYTES = 256 * 1024
PAGE_RECORDS = 2_000
KNOWN_OPS = 10_000
MAX_INCIDENTS = 100


class Message(msgspec.Struct, kw_only=True, frozen=True):
    """Anything that is sent. Unknown fields are ignored on receipt, so that versions can differ by one."""


# --- who is asking -----------------------------------------------------------------------------------------------


class KeySuccession(Message, frozen=True, kw_only=True):
    """New keys of the centre, signed by the ones before them (``onemm_wire.succession``)."""

    seal_key: str
    sign_key: str
    signature: str


class Hello(Message, frozen=True, kw_only=True):
    """Answer of ``GET /healthz``: proof that this address is the centre, before anyone types a password.

    ``seal_key`` and ``sign_key`` are the centre's for files in place of a network (``onemm_wire.bundle``): raw public
    keys of X25519 and Ed25519, in base64; empty at a centre that takes none. ``challenge`` is
    for ``TokenAsked``; ``pins`` are those of the centre's certificates (``onemm_wire.pins``), none where it has none;
    ``successions`` lead from former keys of its to those of today, the oldest first.
    """

    service: Literal["onemm-central"] = "onemm-central"
    centre: str
    schemas: tuple[int, ...]
    server_time: datetime
    seal_key: str = ""
    sign_key: str = ""
    challenge: str = ""
    pins: tuple[str, ...] = ()
    successions: tuple[KeySuccession, ...] = ()


class SignIn(Message, frozen=True, kw_only=True):
    """``POST /sign-in``: a person's e-mail address and password."""

    email: str
    password: str


class RegionChoice(Message, frozen=True, kw_only=True):
    """A region in which the person who signed in has a role."""

    code: str
    name: str
    role: Role


class SignedIn(Message, frozen=True, kw_only=True):
    """A pass of fifteen minutes, good for nothing but enrolling a device."""

    token: str
    user_id: str
    name: str
    regions: list[RegionChoice]


class Enrol(Message, frozen=True, kw_only=True):
    """``POST /devices/enrol`` with the sign-in pass as bearer: makes this laptop a device of the centre.

    ``public_key`` is the device's Ed25519 key, raw, in base64; the private half never leaves the laptop. ``proof`` is
    its ``enrol`` signature (``onemm_wire.proof``). Without one, as from programs of earlier versions, the device gets
    a token that lasts for months; with one it gets an access token, and further ones by ``TokenAsked``.
    """

    code: str
    region: str
    device_name: str
    platform: str
    app_version: str
    public_key: str
    proof: str = ""


class Enrolled(Message, frozen=True, kw_only=True):
    """What a laptop needs to know about itself. ``token`` is shown this once; the centre keeps its hash.

    ``block`` is the device's own number, unique for ever at this centre: certificate numbers made offline begin
    with it and therefore cannot collide. ``seal_key``, ``sign_key`` and ``pins`` are as in
    ``Hello``.
    """

    device_id: str
    token: str
    block: int
    user_id: str
    user_name: str
    role: Role
    region: str
    region_name: str
    centre: str
    epoch: str
    scope: list[str]
    server_time: datetime
    seal_key: str = ""
    sign_key: str = ""
    pins: tuple[str, ...] = ()


class TokenAsked(Message, frozen=True, kw_only=True):
    """``POST /devices/token``: an access token for the device that signs (``onemm_wire.proof``, purpose ``token``).

    The challenge comes from ``Hello``, from the last ``TokenGranted``, or from the refusal STALE_CHALLENGE: it is the
    centre's clock that counts, a laptop's may be wrong by years. Each is good for one token.
    """

    device: str
    challenge: str
    signature: str


class TokenGranted(Message, frozen=True, kw_only=True):
    """Answer of ``/devices/token``: good for ``seconds`` from now, and the challenge to ask for the next one with.

    The centre keeps the token's hash. A token that a laptop had for months is worth nothing from now on.
    """

    token: str
    seconds: int
    challenge: str


class KeyAsked(Message, frozen=True, kw_only=True):
    """``POST /devices/key``: a new key for this device, signed (purpose ``rekey``) by the old one and by the new."""

    device: str
    challenge: str
    public_key: str
    signature: str
    new_signature: str


class KeyKept(Message, frozen=True, kw_only=True):
    """Answer of ``/devices/key``: the new key counts from now on. Harmless to repeat."""

    challenge: str


# --- changes up --------------------------------------------------------------------------------------------------

Verb = Literal["create", "update", "delete"]


class Op(Message, frozen=True, kw_only=True):
    """One change of one record, made by one person on one device. Its key is (device id, ``n``).

    ``fields`` are the changed fields with their new values (all of them for a creation, none for a deletion),
    ``was`` the values they replaced and ``read`` the rev each of them was read at (0: never seen at the centre).
    ``previous`` is the n of this device's op before on the same record: a chain made offline is compared with
    its trunk, never with its own earlier ops. ``at`` is the laptop's clock, recorded as data and never trusted.
    """

    n: int
    kind: str
    id: str
    partition: str
    verb: Verb
    fields: dict[str, Any] = {}
    was: dict[str, Any] = {}
    read: dict[str, int] = {}
    previous: int | None = None
    by: str
    at: datetime
    group: str


class Push(Message, frozen=True, kw_only=True):
    """``POST /sync/push``: at most ``MAX_OPS`` ops in order of ``n``.

    ``epoch`` is the life of the centre that the ops were made in: another one refuses with NEW_EPOCH and applies
    nothing. Empty: to whichever life there is.
    """

    ops: list[Op]
    epoch: str = ""


Status = Literal["applied", "merged", "conflict", "rejected", "gone", "held"]


class OpResult(Message, frozen=True, kw_only=True):
    """What became of one op. Kept by the centre under the op's key: the same op gets the same answer for ever.

    ``rev`` and ``seq`` are the record's after it (0 where nothing was written). ``fields`` are the values which
    differ from what the op asked for, after a merge. ``code`` and ``values`` say why, for any status but applied.
    """

    n: int
    status: Status
    rev: int = 0
    seq: int = 0
    fields: dict[str, Any] = {}
    code: str = ""
    values: dict[str, Any] = {}


class Pushed(Message, frozen=True, kw_only=True):
    """Answer of a push: one result for each op, in the same order."""

    results: list[OpResult]
    server_time: datetime


# --- changes down ------------------------------------------------------------------------------------------------


class Cursor(Message, frozen=True, kw_only=True):
    """How far a laptop has read: the centre's life (epoch) and, per partition, the last seq it holds.

    ``decided`` is how many decisions about its own ops in the office's inbox it has heard of.
    """

    epoch: str
    schema: int = SCHEMA
    seqs: dict[str, int] = {}
    decided: int = 0


class Change(Message, frozen=True, kw_only=True):
    """The latest state of one record. ``data`` is None where the record is no longer to be held (``gone``).

    ``erased``: nothing that was ever said of it is to be held either, in ops and shadows as little as in rows.
    """

    partition: str
    kind: str
    id: str
    seq: int
    rev: int
    data: dict[str, Any] | None
    erased: bool = False


class Brief(Message, array_like=True, frozen=True, kw_only=True):
    """A cursor in few bytes, and what is held at it: ``[mark, seqs, digest, decided]``.

    ``mark`` is the last answer's. ``seqs`` are those of all partitions of its scope, in its order. ``digest`` is the
    laptop's own sum over all that it holds. ``decided`` is the cursor's.
    """

    mark: str
    seqs: list[int]
    digest: str
    decided: int = 0


class Pull(Message, frozen=True, kw_only=True, omit_defaults=True):
    """``POST /sync/pull``: everything of my partitions after this cursor, at most ``limit`` changes.

    ``brief`` in place of ``cursor``: by a laptop that holds all of its scope. If nothing is new, and both digests are
    the same, the answer is a 204 with nothing in it but the ``Date``. BAD_REQUEST means that the mark is not known
    (any more): ask with the cursor.
    """

    cursor: Cursor | None = None
    limit: int = PAGE_RECORDS
    brief: Brief | None = None


class Pulled(Message, frozen=True, kw_only=True):
    """One page. ``cursor`` is to be stored with ``changes``, in one transaction. ``more``: ask again at once.

    ``scope`` are the partitions this device may hold; one that is new is to be bootstrapped, one that is missing
    purged. ``digest`` is the sum (``onemm_wire.digest``) over everything that the partitions of ``cursor`` hold at
    exactly that cursor; empty where the centre has gone on meanwhile. ``decided`` are new answers to ops that were
    ``rejected`` with ``values.inbox``: applied, merged or in conflict after all; gone; or rejected with
    ``values.dismissed``, the reason why the office put it aside. ``mark`` stands for this scope in this life of the
    centre; empty from one that is never asked briefly.
    """

    changes: list[Change]
    cursor: Cursor
    more: bool
    scope: list[str]
    server_time: datetime
    digest: str = ""
    decided: list[OpResult] = []
    mark: str = ""


class PageAsked(Message, frozen=True, kw_only=True):
    """``POST /sync/page``: one page of a first sync of one partition, after (kind, id), in the order of ``KINDS``.

    The answer is NDJSON (``application/x-ndjson``): first a ``PageHead``, then one JSON array per record:
    ``[kind, id, rev, data]``, nothing more. ``seq`` is what the head of page one said: asking for the changes
    after it, once the last page is in, misses nothing. ``kinds`` asks for these alone: what a program learnt to
    keep since it fetched the rest.

    ``week_of`` asks instead for what the events from the day before this instant to a week after it need: those events,
    their bookings, walk-ins and marks, and the cards of their people. It is one page without a next one, it counts for
    nothing (``total`` is 0), and all of it comes again in the pages. Ask before page one, and pull from *its* seq.
    """

    partition: str
    after: tuple[str, str] | None = None
    limit: int = PAGE_RECORDS
    kinds: list[str] | None = None
    week_of: datetime | None = None


class PageHead(Message, frozen=True, kw_only=True):
    """First line of a page: the partition's seq *before* it was read, how many records it holds in all, how many
    follow in this page, and where the next page starts (None: this was the last).

    The first page also names what was ever erased in the partition, as (kind, id): of that a laptop that was not there
    to hear of it may still hold words, in its row or in what it wrote itself.
    """

    epoch: str
    seq: int
    total: int
    count: int
    next: tuple[str, str] | None
    erased: list[tuple[str, str]] = []


# --- whether two copies agree ------------------------------------------------------------------------------------


class DigestAsked(Message, frozen=True, kw_only=True):
    """``POST /sync/digest``: the sums of these partitions, kind by kind, or of one ``kind`` bucket by bucket.

    ``deep``: over what the records say, and not over their revs alone.
    """

    partitions: list[str]
    kind: str | None = None
    deep: bool = False


class DigestLine(Message, frozen=True, kw_only=True):
    """One sum: of a kind in a partition, or of one bucket of it. A bucket without records has no line."""

    partition: str
    kind: str
    bucket: int | None = None
    count: int
    digest: str


class Digest(Message, frozen=True, kw_only=True):
    """Answer of ``/sync/digest``: the sums, and the seq at which each partition stood just then.

    ``recounted`` are the partitions in which the sums that the centre keeps, by which every pull is judged, were not
    those of its rows: it has counted them afresh.
    """

    epoch: str
    seqs: dict[str, int]
    lines: list[DigestLine]
    recounted: list[str] = []


class BucketAsked(Message, frozen=True, kw_only=True):
    """``POST /sync/bucket``: every record of these buckets. The answer has the form of a page without a next one."""

    partition: str
    kind: str
    buckets: list[int]


class KnownAsked(Message, frozen=True, kw_only=True):
    """``POST /sync/known``: which of my ops from ``first`` to ``last`` (at most ``KNOWN_OPS``) have you answered?"""

    first: int
    last: int


class Known(Message, frozen=True, kw_only=True):
    """Answer of ``/sync/known``: the numbers that the centre has never answered."""

    unknown: list[int]


#: What a laptop found wrong with its copy. ``recounted`` its own sum was wrong, the copy right; ``repaired`` records
#: were fetched again; ``unrepaired`` it still differs; ``centre_sum`` the centre's sum was wrong, the copies agree;
#: ``damaged`` a part of its file is no longer what was written; ``reindexed`` an index or a name to search by was made
#: anew; ``relaid`` records did not show what waits on them.
Finding = Literal["recounted", "repaired", "unrepaired", "centre_sum", "damaged", "reindexed", "relaid"]


class Incident(Message, frozen=True, kw_only=True):
    """One finding, without a word of what was in the records. ``n`` is counted up by the device."""

    n: int
    at: datetime
    what: Finding
    partition: str = ""
    kind: str = ""
    records: int = 0


class Incidents(Message, frozen=True, kw_only=True):
    """``POST /sync/incidents``: what this laptop has found since it last told; harmless to repeat."""

    incidents: list[Incident]


class Noted(Message, frozen=True, kw_only=True):
    """Answer of ``/sync/incidents``."""

    server_time: datetime


class Refusal(Message, frozen=True, kw_only=True):
    """Body of every answer that is not 2xx: a code both sides know, and values for its sentence."""

    code: str
    values: dict[str, Any] = {}
    retry_after: float | None = None
