"""What this program itself can run into, each with its sentence and its action."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from onemm_desktop.errors import Problem
from onemm_desktop.views.sentences.actions import Action
from onemm_desktop.views.sentences.consent_problems import consent_problems
from onemm_desktop.views.sentences.event_problems import event_problems

#: Under its own name, because the tool that collects the texts looks for it.
translate = QCoreApplication.translate


def problems() -> dict[Problem, tuple[str, Action]]:
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
        Problem.DAMAGE_FOUND: (
            translate(
                "sentences",
                "A part of this laptop's records is damaged. Save your changes to a stick in Settings, "
                "then call the office.",
            ),
            "settings",
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
        Problem.WRONG_PIN: (
            translate("sentences", "This is not the PIN of this laptop. Try again."),
            "try_again",
        ),
        Problem.TOO_SOON: (
            translate("sentences", "That was wrong several times. Wait until the time is up, then try again."),
            "try_again",
        ),
        Problem.SEALED: (
            translate("sentences", "That was wrong too often. Only the office can open these records now; call them."),
            "none",
        ),
        Problem.WRONG_ANSWER: (
            translate("sentences", "This is not the office’s answer to this question. Compare it letter by letter."),
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
        Problem.OTHER_CERTIFICATE: (
            translate(
                "sentences",
                "The centre’s certificate is not the one this laptop knows, so nothing was sent. Call the office.",
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
        Problem.NO_ROLE: (
            translate(
                "sentences",
                "You have no role in this region any more, and its records have left this laptop. Call the office.",
            ),
            "review",
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
        **event_problems(),
        **consent_problems(),
        Problem.MISSING_ACCOUNT: (
            translate("sentences", "Write down what was said or done first."),
            "none",
        ),
        Problem.NO_LEAD_KEY: (
            translate(
                "sentences",
                "This laptop has no key of the safeguarding lead yet. Your words are kept here; phone the lead now.",
            ),
            "none",
        ),
        Problem.WRONG_RECOVERY_KEY: (
            translate(
                "sentences", "This is not the recovery key of this region. Compare it with the paper, letter by letter."
            ),
            "try_again",
        ),
        Problem.CONCERN_STAYS: (
            translate("sentences", "A concern is never thrown away. Phone the safeguarding lead, then send it again."),
            "none",
        ),
        Problem.CANNOT_OPEN: (
            translate(
                "sentences", "This concern was not sealed to this laptop. Ask another lead to let this laptop in."
            ),
            "none",
        ),
        Problem.CLOSING_NEEDS_NOTES: (
            translate("sentences", "Write why it is closed: what was decided, and what was done."),
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
            translate(
                "sentences",
                "The certificate of {name} cannot be printed: its name, title, place or trainers are too long. Shorten "
                "them.",
            ),
            "none",
        ),
        Problem.NO_GLYPH: (
            translate(
                "sentences",
                "The certificate of {name} cannot be printed: no font here has the letter {code_point}. Check the "
                "certificate name.",
            ),
            "none",
        ),
        Problem.CANNOT_SAVE_FILE: (
            translate("sentences", "The file could not be saved there. Choose another place."),
            "choose",
        ),
        Problem.SIGNER_FILE: (
            translate(
                "sentences",
                "This file holds no signing certificate. Choose the .p12 or .pfx file that holds it and its key.",
            ),
            "none",
        ),
        Problem.SIGNER_PASSWORD: (
            translate("sentences", "This is not the password of that file. Type it again."),
            "none",
        ),
        Problem.SIGNER_NOT_VALID: (
            translate(
                "sentences",
                "The signing certificate is valid from {begins} to {ends}. Choose a valid one in Settings.",
            ),
            "settings",
        ),
        Problem.NO_SUCH_SHEET: (
            translate("sentences", "This sheet was not printed by this laptop. Key it in where it was printed."),
            "none",
        ),
        Problem.NO_SUCH_ROW: (
            translate("sentences", "This sheet has no such row. Compare the row’s number with the paper."),
            "none",
        ),
        Problem.MISSING_TIME: (
            translate("sentences", "Type the time behind the letter, as in 1012."),
            "none",
        ),
        Problem.ALREADY_SAID: (
            translate("sentences", "Something else was said of this person already. Nothing was changed."),
            "none",
        ),
        Problem.CANNOT_PRINT: (
            translate(
                "sentences",
                "The printer did not take page {page}. Check it and print from that page on, or save a PDF instead.",
            ),
            "try_again",
        ),
    }


def not_saved() -> dict[str, str]:
    """Why a file could not be saved, by the reason of ``documents.page.save``; others have the common sentence."""
    return {
        "disk_full": translate(
            "sentences", "{file} was not saved, not even in part: the disk is full. Free some space, then save again."
        ),
        "not_allowed": translate(
            "sentences", "{file} was not saved: you may not write in that folder. Choose another place."
        ),
    }
