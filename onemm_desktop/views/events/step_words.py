"""The life of an event in words: its states, the steps that lead on, and what each of them asks for."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from onemm_desktop.programme.dates import day_of
from onemm_desktop.programme.event_board import Board
from onemm_desktop.programme.event_life import Step
from onemm_desktop.views.when import full_day, short_day

#: Under its own name, because the tool that collects the texts looks for it.
translate = QCoreApplication.translate


def steps() -> dict[Step, str]:
    """What the button of each step says."""
    return {
        "publish": translate("events", "Publish"),
        "open_booking": translate("events", "Open booking"),
        "confirm": translate("events", "It takes place"),
        "start": translate("events", "Start"),
        "close": translate("events", "Close the register…"),
        "reconcile": translate("events", "Reconciled"),
        "archive": translate("events", "Archive"),
        "postpone": translate("events", "Postpone…"),
        "cancel": translate("events", "Cancel the event…"),
    }


def standing(board: Board) -> str:
    """What was decided last, and by whom; what is to be decided next."""
    match board.state:
        case "cancelled":
            return translate("events", "Cancelled: {reason}").format(reason=board.cancelled_reason or "–")
        case "postponed" if board.postponed_to is not None:
            day = full_day(day_of(board.postponed_to.starts_at))
            return translate("events", "Postponed to {day}").format(day=day)
        case "confirmed" if board.confirmed_on is not None:
            return translate("events", "{name} decided on {day} that it takes place.").format(
                name=board.confirmed_by, day=short_day(board.confirmed_on)
            )
        case "register_closed" | "reconciled" | "archived" if board.closed_at is not None:
            return translate("events", "Register closed by {name} on {day}.").format(
                name=board.closed_by, day=short_day(day_of(board.closed_at))
            )
    if board.too_few:
        return translate("events", "{booked} of at least {minimum} are booked: too few so far.").format(
            booked=board.booked, minimum=board.minimum
        )
    return ""


def numbers(board: Board) -> str:
    """12 of 20 booked · 8 free · 2 waiting · at least 6."""
    said = [translate("events", "{booked} of {capacity} booked").format(booked=board.booked, capacity=board.capacity)]
    if board.free > 0:
        said.append(translate("events", "{count} free").format(count=board.free))
    elif board.free < 0:
        said.append(translate("events", "{count} more than there are places").format(count=-board.free))
    if board.waiting:
        said.append(translate("events", "{count} waiting").format(count=board.waiting))
    if board.minimum:
        said.append(translate("events", "at least {count}").format(count=board.minimum))
    return " · ".join(said)
