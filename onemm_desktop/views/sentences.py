"""Codes into sentences: every expected error gets one sentence and one action, every undo says what it took back.

Nothing below this file words anything. The tables are functions, so that they speak the language of the moment.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication

from onemm_desktop.errors import KnownError, Problem
from onemm_wire.errors import Code

#: Under its own name, because the tool that collects the texts looks for it.
translate = QCoreApplication.translate

#: What the button does; the page that shows it connects it. ``none``: there is nothing to press.
Action = Literal["try_again", "settings", "sign_in", "choose", "close", "review", "none"]


def _actions() -> dict[Action, str]:
    """The words of the buttons."""
    return {
        "try_again": translate("sentences", "Try again"),
        "settings": translate("sentences", "Open Settings"),
        "sign_in": translate("sentences", "Sign in again"),
        "choose": translate("sentences", "Choose another place"),
        "close": translate("sentences", "Close the program"),
        "review": translate("sentences", "Show details"),
        "none": "",
    }


def _problems() -> dict[Problem, tuple[str, Action]]:
    """What this program itself ran into."""
    return {
        Problem.DISK_FULL: (
            translate("sentences", "The disk is full. Nothing was lost: free some space, then try again."),
            "try_again",
        ),
        Problem.DATABASE_NEWER: (
            translate(
                "sentences",
                "These records are from a newer version of 1MM Desktop. Install that version to open them.",
            ),
            "close",
        ),
        Problem.DATABASE_DAMAGED: (
            translate(
                "sentences",
                "The records on this laptop cannot be read. The file is left untouched; please call the office.",
            ),
            "close",
        ),
        Problem.DATABASE_LOCKED: (
            translate("sentences", "Another program is using the records. Close it, then try again."),
            "try_again",
        ),
        Problem.READ_ONLY: (
            translate("sentences", "The folder of the records cannot be written to. Ask for access to it."),
            "try_again",
        ),
        Problem.WRONG_PASSPHRASE: (
            translate("sentences", "This is not the passphrase of this laptop. Check Caps Lock and try again."),
            "try_again",
        ),
        Problem.KEY_MISSING: (
            translate(
                "sentences",
                "This account's keyring does not give out the key. Unlock the keyring, then try again.",
            ),
            "try_again",
        ),
        Problem.UNREACHABLE: (
            translate("sentences", "The centre cannot be reached. Check the internet connection, then try again."),
            "try_again",
        ),
        Problem.NOT_THE_CENTRE: (
            translate(
                "sentences",
                "Something other than the centre answered. Sign in to the venue's Wi-Fi, or check the address.",
            ),
            "try_again",
        ),
        Problem.INSECURE: (
            translate("sentences", "This connection would not be private. Use an address that begins with https://."),
            "try_again",
        ),
        Problem.CERTIFICATE: (
            translate(
                "sentences",
                "Somebody may be reading along, so nothing was sent. Check this laptop’s date, or use another network.",
            ),
            "try_again",
        ),
        Problem.CENTRE_FAILED: (
            translate("sentences", "The centre has a problem of its own. Your work is safe; try again in a while."),
            "try_again",
        ),
        Problem.BUSY: (
            translate("sentences", "The centre is busy. It will be tried again by itself."),
            "try_again",
        ),
        Problem.CANCELLED: (
            translate("sentences", "Stopped. What had arrived is kept; going on continues from there."),
            "try_again",
        ),
        Problem.REFUSED: (
            translate("sentences", "The centre did not accept this."),
            "try_again",
        ),
        Problem.NOT_FOUND: (
            translate("sentences", "This is no longer here: it was removed or belongs to another region."),
            "none",
        ),
        Problem.NOT_ALLOWED: (
            translate("sentences", "Your role may look at this but not change it. Ask the regional manager."),
            "none",
        ),
        Problem.NOTHING_TO_UNDO: (
            translate("sentences", "There is nothing to take back."),
            "none",
        ),
        Problem.REGISTER_CLOSED: (
            translate("sentences", "This register is closed. Changes to it need a reason and the office's help."),
            "none",
        ),
        Problem.MISSING_NAME: (
            translate("sentences", "Write a name first."),
            "none",
        ),
        Problem.MISSING_CONSENT: (
            translate("sentences", "Ask whether we may keep these details, and tick the box."),
            "none",
        ),
        Problem.ALREADY_DECIDED: (
            translate("sentences", "Somebody has decided this meanwhile. Nothing was changed."),
            "none",
        ),
        Problem.WRONG_VALUE: (
            translate("sentences", "This cannot be written here. Check it and try again."),
            "none",
        ),
        Problem.CANNOT_READ_FILE: (
            translate("sentences", "The file cannot be read. See that the stick is still in its place."),
            "try_again",
        ),
        Problem.NO_CENTRE_KEY: (
            translate("sentences", "This laptop has to meet its centre once more before it can write such a file."),
            "try_again",
        ),
        Problem.NAME_DOES_NOT_FIT: (
            translate("sentences", "This name is too long for the certificate. Enter a shorter certificate name."),
            "none",
        ),
        Problem.NO_GLYPH: (
            translate("sentences", "A letter of this name cannot be printed. Check the certificate name."),
            "none",
        ),
        Problem.CANNOT_SAVE_FILE: (
            translate("sentences", "The file could not be saved there. Choose another place."),
            "choose",
        ),
        Problem.CANNOT_PRINT: (
            translate("sentences", "The printer did not take the pages. Check it, or save a PDF instead."),
            "try_again",
        ),
    }


def _refusals() -> dict[Code, tuple[str, Action]]:
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


def _undone() -> dict[str, str]:
    """What Ctrl+Z took back, by the label the action was written with. The values are those of the label."""
    return {
        "marked_present": translate("sentences", "Taken back: {name} marked present."),
        "marked_late": translate("sentences", "Taken back: {name} marked late."),
        "marked_left_early": translate("sentences", "Taken back: {name} marked as having left early."),
        "marked_apologies": translate("sentences", "Taken back: apologies of {name}."),
        "marked_absent": translate("sentences", "Taken back: {name} marked absent."),
        "mark_cleared": translate("sentences", "Taken back: {name} set to expected."),
        "walk_in_added": translate("sentences", "Taken back: {name} added as a walk-in."),
        "conflict_settled": translate("sentences", "Taken back: your decision on {name}."),
        "conflicts_settled": translate("sentences", "Taken back: your decisions on {name}."),
        "change_resent": translate("sentences", "Taken back: your second attempt at {name}."),
        "change_discarded": translate("sentences", "Taken back: {name} is to be changed after all."),
        "details_changed": translate("sentences", "Taken back: the last change to {name}."),
    }


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence, the words of one button (none where empty), and what the button is for."""

    sentence: str
    button: str
    action: Action


def of(error: KnownError) -> Said:
    """What to say about an expected error. A refusal is worded by the centre's own code, where there is one."""
    text, action = _problems()[error.problem]
    if error.problem is Problem.REFUSED:
        text, action = _refusals().get(_code(error), (text, action))
    return Said(_fill(text, error.values), _fill(_actions()[action], {}), action)


def refusal(code: str) -> str:
    """What to say about the centre's answer to one change."""
    try:
        return _fill(_refusals()[Code(code)][0], {})
    except ValueError:
        return _fill(_problems()[Problem.REFUSED][0], {})


def undone(label: str, values: dict[str, str]) -> str:
    """What Ctrl+Z took back. A label that nobody worded is a bug, found by a test; a person still gets a sentence."""
    text = _undone().get(label, translate("sentences", "The last change was taken back."))
    return _fill(text, values)


def _code(error: KnownError) -> Code:
    try:
        return Code(str(error.values.get("code", "")))
    except ValueError:
        return Code.BAD_REQUEST


def _fill(text: str, values: Mapping[str, object]) -> str:
    return text.format_map(_Kept(values))


class _Kept(dict[str, object]):
    """Values for a sentence; one that is missing shows its slot instead of failing while an error is being told."""

    def __missing__(self, key: str) -> str:
        return f"{{{key}}}"
