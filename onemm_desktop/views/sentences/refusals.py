"""What the centre can answer instead of doing what was asked, each with its sentence and its action."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from onemm_desktop.views.sentences.actions import Action
from onemm_wire.errors import Code

#: Under its own name, because the tool that collects the texts looks for it.
translate = QCoreApplication.translate


def refusals() -> dict[Code, tuple[str, Action]]:
    """What the centre answered."""
    return {
        Code.BAD_REQUEST: (
            translate("sentences", "The centre did not understand this program. Install the newest version."),
            "none",
        ),
        Code.WRONG_PASSWORD: (
            translate("sentences", "This e-mail address and password do not belong together. Check both."),
            "try_again",
        ),
        Code.TOO_MANY_TRIES: (
            translate("sentences", "There were too many wrong tries. Wait a while, or ask the office to let you in."),
            "try_again",
        ),
        Code.WRONG_CODE: (
            translate("sentences", "The centre does not know this code. Compare it with the one you were given."),
            "try_again",
        ),
        Code.CODE_USED: (
            translate("sentences", "This code was already used. Ask the office for a new one."),
            "try_again",
        ),
        Code.CODE_EXPIRED: (
            translate("sentences", "This code has expired. Ask the office for a new one."),
            "try_again",
        ),
        Code.SIGNED_OUT: (
            translate("sentences", "The sign-in has run out. Sign in once more."),
            "sign_in",
        ),
        Code.STALE_CHALLENGE: (
            translate("sentences", "The centre wants to hear once more who this laptop is. It will be tried again."),
            "try_again",
        ),
        Code.REVOKED: (
            translate("sentences", "This laptop may no longer fetch records. Please call the office."),
            "settings",
        ),
        Code.NOT_ALLOWED: (
            translate("sentences", "Your account may not do this. Ask the regional manager."),
            "none",
        ),
        Code.TOO_OLD: (
            translate("sentences", "This version is too old for the centre. Your work is kept; install the new one."),
            "none",
        ),
        Code.TOO_LARGE: (
            translate("sentences", "A change is too large to send. It is kept on this laptop; shorten its text."),
            "review",
        ),
        Code.BUSY: (
            translate("sentences", "The centre is busy. It will be tried again by itself."),
            "try_again",
        ),
        Code.TOO_FAST: (
            translate("sentences", "The centre is busy. It will be tried again by itself."),
            "try_again",
        ),
        Code.NEW_EPOCH: (
            translate("sentences", "The centre was restored from a copy. Your changes are kept and compared."),
            "try_again",
        ),
        Code.NOT_FOUND: (
            translate("sentences", "The centre does not know this address. Check it with the office."),
            "settings",
        ),
        Code.CENTRE_FAILED: (
            translate("sentences", "The centre has a problem of its own. Your work is safe; try again in a while."),
            "try_again",
        ),
        Code.NOT_A_BUNDLE: (
            translate("sentences", "This file was not written by 1MM Desktop. Choose one that ends in .onemm-bundle."),
            "none",
        ),
        Code.BUNDLE_DAMAGED: (
            translate("sentences", "This file was damaged or changed on its way. Ask for it to be saved again."),
            "none",
        ),
        Code.BUNDLE_CUT_SHORT: (
            translate("sentences", "This file is not whole: its end is missing. Copy it to the stick once more."),
            "none",
        ),
        Code.BUNDLE_TOO_NEW: (
            translate("sentences", "This file is from a newer version of 1MM Desktop. Install that version first."),
            "none",
        ),
        Code.BUNDLE_FOREIGN: (
            translate("sentences", "This file belongs to another centre. Nothing was changed."),
            "none",
        ),
        Code.BUNDLE_NOT_YOURS: (
            translate("sentences", "This answer is for another laptop. Give it to that one; nothing was changed here."),
            "none",
        ),
        Code.BUNDLE_WRONG_WAY: (
            translate(
                "sentences",
                "This file goes the other way: changes go to the centre, an answer goes back to its laptop.",
            ),
            "none",
        ),
        Code.BUNDLE_SENDER: (
            translate("sentences", "The centre takes no files from the laptop that wrote this one. Call the office."),
            "none",
        ),
        Code.UNKNOWN_KIND: (
            translate("sentences", "The centre does not know this sort of change yet. It is kept on this laptop."),
            "review",
        ),
        Code.MALFORMED: (
            translate("sentences", "The centre could not read this change. It is kept on this laptop."),
            "review",
        ),
        Code.OUT_OF_SCOPE: (
            translate("sentences", "This belongs to a region or school you no longer work with. It is kept here."),
            "review",
        ),
        Code.KEY_REUSED: (
            translate("sentences", "This laptop seems to be a copy of another one. Please call the office."),
            "settings",
        ),
        Code.MISSING_RECORD: (
            translate("sentences", "What this change belongs to is not at the centre. It is kept on this laptop."),
            "review",
        ),
        Code.FACT_FIXED: (
            translate("sentences", "What was once written down there cannot be changed, only added to."),
            "review",
        ),
        Code.CHANGED_ELSEWHERE: (
            translate("sentences", "Somebody else changed the same thing. Both are kept until a person decides."),
            "review",
        ),
        Code.DELETED_ELSEWHERE: (
            translate("sentences", "Somebody else removed this while you changed it. Your change is kept."),
            "review",
        ),
        Code.ERASED: (
            translate("sentences", "This was erased at the centre for good. Nothing of it is kept on this laptop."),
            "review",
        ),
        Code.WAITS: (
            translate("sentences", "This waits for another change to be settled first."),
            "none",
        ),
    }
