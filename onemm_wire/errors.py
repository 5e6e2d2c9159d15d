"""Codes that the centre answers with and the laptop turns into a sentence. Nothing here is shown as it is."""

from __future__ import annotations

from enum import StrEnum


class Code(StrEnum):
    """Why the centre did not do what was asked. A laptop that meets an unknown code treats it as ``BAD_REQUEST``."""

    # whole requests
    BAD_REQUEST = "bad_request"
    WRONG_PASSWORD = "wrong_password"  # noqa: S105  (a code, not a password)
    TOO_MANY_TRIES = "too_many_tries"
    WRONG_CODE = "wrong_code"
    CODE_USED = "code_used"
    CODE_EXPIRED = "code_expired"
    SIGNED_OUT = "signed_out"
    STALE_CHALLENGE = "stale_challenge"
    REVOKED = "revoked"
    NOT_ALLOWED = "not_allowed"
    TOO_OLD = "too_old"
    TOO_LARGE = "too_large"
    BUSY = "busy"
    TOO_FAST = "too_fast"
    NEW_EPOCH = "new_epoch"
    NOT_FOUND = "not_found"
    CENTRE_FAILED = "centre_failed"
    # files in place of a network
    NOT_A_BUNDLE = "not_a_bundle"
    BUNDLE_DAMAGED = "bundle_damaged"
    BUNDLE_CUT_SHORT = "bundle_cut_short"
    BUNDLE_TOO_NEW = "bundle_too_new"
    BUNDLE_FOREIGN = "bundle_foreign"
    BUNDLE_NOT_YOURS = "bundle_not_yours"
    BUNDLE_WRONG_WAY = "bundle_wrong_way"
    BUNDLE_SENDER = "bundle_sender"
    # single operations
    UNKNOWN_KIND = "unknown_kind"
    MALFORMED = "malformed"
    OUT_OF_SCOPE = "out_of_scope"
    KEY_REUSED = "key_reused"
    MISSING_RECORD = "missing_record"
    FACT_FIXED = "fact_fixed"
    CHANGED_ELSEWHERE = "changed_elsewhere"
    DELETED_ELSEWHERE = "deleted_elsewhere"
    ERASED = "erased"
    WAITS = "waits"
