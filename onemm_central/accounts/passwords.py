"""What is a password: long enough, not one that machines guess first, kept as argon2id.

NIST SP 800-63B-4, 3.1.1.2: at least 15 characters, at least 64 allowed, no rules about sorts of letters, none to change
it by the calendar, none that is on a list of common ones; OWASP ASVS 5.0, 6.2, says the same. How soon a machine would
guess it is zxcvbn's judgement, which knows such lists and is told the person's name and ours (6.2.11).
"""

from __future__ import annotations

import re
from typing import Literal

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError
from zxcvbn import zxcvbn

SHORTEST, LONGEST = 15, 256
#: Of zxcvbn's 0 to 4; 3 is "safely unguessable" where guessing is throttled or the hash is slow. Here both are.
SAFE = 3
#: Characters beyond this many make a password no weaker, only slower to judge.
JUDGED = 72
OUR_WORDS = ("1mm", "onemm", "one million mentors", "mentor", "mentoring")

Weakness = Literal["short", "long", "guessable"]
SENTENCES: dict[Weakness, str] = {
    "short": f"A password has at least {SHORTEST} characters; three or four words that do not belong together will do.",
    "long": f"A password has at most {LONGEST} characters.",
    "guessable": "This password is soon guessed: it is a common one, or made of names that belong to you or to us.",
}

# RFC 9106, section 4, second recommended option (64 MiB, three passes): the library's default.
_hasher = PasswordHasher()
#: Verified where there is no such account, so that the answer takes as long as for a wrong password. The hash of a
#: random token that nobody knows; written out, since making one takes a fifth of a second of every command.
NOBODY = "$argon2id$v=19$m=65536,t=3,p=4$JqXX3swiHyFcVOZk0uP8HA$z/7Oi0HMEKpQxUJDBH4VV2iVpHhD+T8qVYtNXugf3bU"


class WeakPasswordError(ValueError):
    """Not taken. The text says why, to the administrator who typed it; the password is not in it."""

    def __init__(self, weakness: Weakness) -> None:
        super().__init__(SENTENCES[weakness])
        self.weakness = weakness


def new_hash(password: str, *about: str) -> str:
    """What is kept of a new password; ``about`` are the person's name and address. Raises WeakPasswordError."""
    found = weakness(password, *about)
    if found is not None:
        raise WeakPasswordError(found)
    return _hasher.hash(password)


def weakness(password: str, *about: str) -> Weakness | None:
    """Why this is no password, if so."""
    if len(password) < SHORTEST:
        return "short"
    if len(password) > LONGEST:
        return "long"
    known = [word for text in (*OUR_WORDS, *about) for word in (text, *re.split(r"[\W_]+", text)) if len(word) > 1]
    return None if zxcvbn(password[:JUDGED], user_inputs=known)["score"] >= SAFE else "guessable"


def matches(password_hash: str | None, password: str) -> bool:
    """Whether this is the password; as slow where there is none to compare it with."""
    try:
        _hasher.verify(password_hash or NOBODY, password)
    except VerifyMismatchError:
        return False
    return password_hash is not None


def is_dated(password_hash: str) -> bool:
    """Whether hashes have become stronger since this one was made."""
    return _hasher.check_needs_rehash(password_hash)


def hash_again(password: str) -> str:
    """A hash of today's strength, for a password that was good enough when it was chosen."""
    return _hasher.hash(password)
