"""Consents in the words of the people who write them down."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from onemm_desktop.programme.consents import Ending, Standing
from onemm_desktop.views.people import words
from onemm_desktop.views.tokens import Tone

#: Under its own name, because the tool that collects the texts looks for it.
translate = QCoreApplication.translate


def purposes() -> dict[str, str]:
    """What somebody agrees to."""
    return {
        "taking_part": translate("consents", "Taking part"),
        "photographs": translate("consents", "Photographs"),
        "surveys": translate("consents", "Surveys"),
    }


def givers() -> dict[str, str]:
    """Who agrees, or takes it back."""
    return {
        "self": translate("consents", "The person"),
        "parent_carer": translate("consents", "Parent or carer"),
        "school_as_controller": translate("consents", "The school"),
    }


def methods() -> dict[str, str]:
    """How they agreed."""
    return {
        "paper_form": translate("consents", "Paper form"),
        "online_form": translate("consents", "Online form"),
        "in_person": translate("consents", "In person"),
        "telephone": translate("consents", "By telephone"),
    }


def codes() -> dict[str, str]:
    """Every code of a consent with its word."""
    return {**purposes(), **givers(), **methods()}


def pill(standing: Standing) -> tuple[str, Tone]:
    """What holds, in a word or two."""
    match standing.why:
        case "withdrawn":
            return translate("consents", "Withdrawn"), "bad"
        case "ended":
            return translate("consents", "Ended"), "bad"
        case "never_given":
            return translate("consents", "Not written down"), "neutral"
    if standing.days is not None:
        return translate("consents", "%n day(s) left", "", standing.days), "warn"
    return translate("consents", "Agreed"), "ok"


def detail(standing: Standing) -> str:
    """By whom, how, when, until when, in which words; of a withdrawal, by whom and when."""
    said = standing.said
    if said is None:
        return ""
    if said.withdrawn_on is not None:
        by = words.word(givers(), said.withdrawn_by or "")
        return " · ".join(part for part in (by, words.day_in_full(said.withdrawn_on)) if part)
    parts = [
        said.giver_name or words.word(givers(), said.given_by),
        words.word(methods(), said.method),
        words.day_in_full(said.given_on),
        translate("consents", "until {day}").format(day=words.day_in_full(said.valid_until))
        if said.valid_until
        else "",
        translate("consents", "wording {version}").format(version=said.wording),
    ]
    return " · ".join(part for part in parts if part)


def ending(one: Ending) -> str:
    """What runs out, and when."""
    left = translate("consents", "%n day(s) left", "", one.days)
    return " · ".join((words.word(purposes(), one.purpose), words.day_in_full(one.until), left))
