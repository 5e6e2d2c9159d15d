"""What Ctrl+Z says that it took back, by the label that a piece of work was done under."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

#: Under its own name, because the tool that collects the texts looks for it.
translate = QCoreApplication.translate


def taken_back() -> dict[str, str]:
    """What Ctrl+Z took back, by the label the action was written with. The values are those of the label."""
    return {
        "marked_present": translate("sentences", "Taken back: {name} marked present."),
        "marked_late": translate("sentences", "Taken back: {name} marked late."),
        "marked_left_early": translate("sentences", "Taken back: {name} marked as having left early."),
        "marked_apologies": translate("sentences", "Taken back: apologies of {name}."),
        "marked_absent": translate("sentences", "Taken back: {name} marked absent."),
        "mark_cleared": translate("sentences", "Taken back: {name} set to expected."),
        "walk_in_added": translate("sentences", "Taken back: {name} added as a walk-in."),
        "sheet_added": translate("sentences", "Taken back: the last sheet of “{name}”."),
        "event_planned": translate("sentences", "Taken back: the plan of {name}."),
        "event_moved_on": translate("sentences", "Taken back: the last step of {name}."),
        "register_closed": translate("sentences", "Taken back: the register of {name} is open again."),
        "all_absent": translate("sentences", "Taken back: everybody who was marked absent at once, at {name}."),
        "all_excused": translate("sentences", "Taken back: everybody who was excused at once, at {name}."),
        "all_apologies": translate("sentences", "Taken back: the apologies of everybody at once, at {name}."),
        "mark_amended": translate("sentences", "Taken back: the amendment for {name}."),
        "place_booked": translate("sentences", "Taken back: the place of {name}."),
        "place_given_up": translate("sentences", "Taken back: {name} has their place again."),
        "place_moved": translate("sentences", "Taken back: {name} is where they were booked before."),
        "reminder_noted": translate("sentences", "Taken back: the answer of {name} to the reminder."),
        "time_corrected": translate("sentences", "Taken back: the corrected time of {name}."),
        "walk_in_linked": translate("sentences", "Taken back: {name} is a walk-in of their own again."),
        "conflict_settled": translate("sentences", "Taken back: your decision on {name}."),
        "conflicts_settled": translate("sentences", "Taken back: your decisions on {name}."),
        "change_resent": translate("sentences", "Taken back: your second attempt at {name}."),
        "change_discarded": translate("sentences", "Taken back: {name} is to be changed after all."),
        "request_noted": translate("sentences", "Taken back: the request you noted."),
        "request_answered": translate("sentences", "Taken back: the request waits for an answer again."),
        "request_extended": translate("sentences", "Taken back: the two months more."),
        "consent_recorded": translate("sentences", "Taken back: the consent you wrote down for {name}."),
        "details_changed": translate("sentences", "Taken back: the last change to {name}."),
    }
