"""Expected errors: each has a code, and ``views/sentences/`` has its sentence and its one action.

Everything else that is raised is a bug, goes to ``crash.py`` and is never worded here.
"""

from __future__ import annotations

from enum import StrEnum


class Problem(StrEnum):
    """What can go wrong in the world without anyone having made a mistake in the program."""

    # the local copy
    DISK_FULL = "disk_full"
    DATABASE_NEWER = "database_newer"
    DATABASE_DAMAGED = "database_damaged"
    DAMAGE_FOUND = "damage_found"
    DATABASE_LOCKED = "database_locked"
    READ_ONLY = "read_only"
    WRONG_PASSPHRASE = "wrong_passphrase"  # noqa: S105  (a code)
    WRONG_PIN = "wrong_pin"
    TOO_SOON = "too_soon"
    SEALED = "sealed"
    WRONG_ANSWER = "wrong_answer"
    KEY_MISSING = "key_missing"
    # the way to the centre
    UNREACHABLE = "unreachable"
    NOT_THE_CENTRE = "not_the_centre"
    INSECURE = "insecure"
    CERTIFICATE = "certificate"
    OTHER_CERTIFICATE = "other_certificate"
    CENTRE_FAILED = "centre_failed"
    BUSY = "busy"
    CANCELLED = "cancelled"
    # what the centre said (the wire's code stands in ``values["code"]``)
    REFUSED = "refused"
    NO_ROLE = "no_role"
    # the rules of the programme
    NOT_FOUND = "not_found"
    NOT_ALLOWED = "not_allowed"
    NOTHING_TO_UNDO = "nothing_to_undo"
    REGISTER_CLOSED = "register_closed"
    MISSING_NAME = "missing_name"
    MISSING_CONSENT = "missing_consent"
    ALREADY_DECIDED = "already_decided"
    WRONG_VALUE = "wrong_value"
    # events
    NOT_NOW = "not_now"
    MISSING_REASON = "missing_reason"
    MISSING_TITLE = "missing_title"
    WHICH_SESSION = "which_session"
    EVENT_TIMES = "event_times"
    EVENT_NUMBERS = "event_numbers"
    EVENT_FULL = "event_full"
    ALREADY_BOOKED = "already_booked"
    SESSION_IN_USE = "session_in_use"
    NOT_ALL_MARKED = "not_all_marked"
    EMPTY_SHEET = "empty_sheet"
    # concerns
    MISSING_ACCOUNT = "missing_account"
    NO_LEAD_KEY = "no_lead_key"
    WRONG_RECOVERY_KEY = "wrong_recovery_key"
    CONCERN_STAYS = "concern_stays"
    CANNOT_OPEN = "cannot_open"
    CLOSING_NEEDS_NOTES = "closing_needs_notes"
    # consents
    CONSENT_WORDING = "consent_wording"
    CONSENT_DATES = "consent_dates"
    CONSENT_PARENT = "consent_parent"
    CONSENT_INFORMED = "consent_informed"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    CONSENT_NOT_HELD = "consent_not_held"
    # files
    CANNOT_READ_FILE = "cannot_read_file"
    NO_CENTRE_KEY = "no_centre_key"
    # paper
    NAME_DOES_NOT_FIT = "name_does_not_fit"
    NO_GLYPH = "no_glyph"
    CANNOT_SAVE_FILE = "cannot_save_file"
    CANNOT_PRINT = "cannot_print"
    SIGNER_FILE = "signer_file"
    SIGNER_PASSWORD = "signer_password"  # noqa: S105  (a code)
    SIGNER_NOT_VALID = "signer_not_valid"
    NO_SUCH_SHEET = "no_such_sheet"
    NO_SUCH_ROW = "no_such_row"
    MISSING_TIME = "missing_time"
    ALREADY_SAID = "already_said"


class KnownError(Exception):
    """An expected error. Carries a code and values for its sentence; never personal data in its text."""

    def __init__(self, problem: Problem, /, **values: str | float) -> None:
        super().__init__(problem.value)
        self.problem = problem
        self.values = values
