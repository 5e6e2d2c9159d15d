"""The words of the print centre: where people come from, what is printed, in which order, and why not."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from onemm_desktop.programme.dates import day_of
from onemm_desktop.programme.print_runs import Before
from onemm_desktop.programme.printing_people import Place
from onemm_desktop.views.people import words
from onemm_desktop.views.register.words import state_words
from onemm_desktop.views.when import clock, short_day

#: Under its own name, because the tool that collects the texts looks for it.
translate = QCoreApplication.translate


def sources() -> dict[str, str]:
    """Where people come from."""
    return {
        "event": translate("printing", "An event"),
        "partner": translate("printing", "A school or employer"),
        "visitors": translate("printing", "A school’s visitors"),
        "cohort": translate("printing", "A cohort"),
        "mentors": translate("printing", "Mentors"),
        "young_people": translate("printing", "Young people"),
        "pasted": translate("printing", "A pasted list"),
    }


def place(one: Place) -> str:
    """One event, school, cohort or stage, to be chosen."""
    match one.source.where:
        case "event":
            return f"{short_day(one.day)} · {one.title} · {one.detail}" if one.day else one.title
        case "mentors" | "young_people":
            stage = words.toned(words.stages(), one.title)[0]
            return stage if one.title else translate("printing", "All stages")
    return f"{one.title} · {one.detail}" if one.detail else one.title


def listed(count: int) -> str:
    """Those whom a list page showed."""
    return translate("printing", "As in the list: %n", "", count)


def before(last: Before) -> str:
    """When the same paper was last printed or saved, and by whom."""
    when = f"{short_day(day_of(last.at))} {clock(last.at)}"
    if last.way == "printer":
        said = translate("printing", "printed {when} by {who}, %n page(s)", "", last.pages)
    else:
        said = translate("printing", "saved {when} by {who}, %n page(s)", "", last.pages)
    return said.format(when=when, who=last.by)


def papers() -> dict[str, str]:
    """What is printed."""
    return {
        "certificate_of_attendance": translate("printing", "Certificates of attendance"),
        "mentor_training": translate("printing", "Certificates of mentor training"),
        "safeguarding_briefing": translate("printing", "Safeguarding certificates"),
        "mentee_participation": translate("printing", "Certificates of participation"),
        "mentor_service": translate("printing", "Certificates of a year’s service"),
        "recognition": translate("printing", "Certificates of recognition"),
        "employer_participation": translate("printing", "Employer’s certificate"),
        "sign_in_blank": translate("printing", "Sign-in sheet, blank"),
        "sign_in_filled": translate("printing", "Sign-in sheet, filled"),
        "badges_a6": translate("printing", "Badges, A6"),
        "badges_four": translate("printing", "Badges, four to a sheet"),
        "badges_eight": translate("printing", "Badges, eight to a sheet"),
        "badges_card": translate("printing", "Badges, 96 × 82 mm"),
        "evacuation_list": translate("printing", "Evacuation list"),
        "event_summary": translate("printing", "Summary of the event"),
        "room_sign": translate("printing", "Room sign"),
        "pair_register": translate("printing", "Pair register"),
        "visitor_list": translate("printing", "Visitor list for reception"),
        "encounter_record": translate("printing", "Encounter records (Gatsby 5)"),
        "labels": translate("printing", "Address labels"),
    }


def orders() -> dict[str, str]:
    """In which order."""
    return {
        "register": translate("printing", "As in the list"),
        "surname": translate("printing", "By surname"),
        "organisation": translate("printing", "By organisation or year"),
    }


def languages() -> dict[str, str]:
    """In which language."""
    return {
        "own": translate("printing", "Each person’s own"),
        "cymraeg": translate("printing", "All in Welsh"),
        "english": translate("printing", "All in English"),
        "bilingual": translate("printing", "All bilingual"),
    }


def sheets() -> dict[str, str]:
    """On which sheet."""
    return {
        "a4": translate("printing", "A4, one to a sheet"),
        "a5": translate("printing", "A5, two to a sheet, to be cut"),
        "front": translate("printing", "Code on the front"),
        "back": translate("printing", "Code on the back, printed on both sides"),
        "L7160": translate("printing", "Avery L7160, 21 to a sheet"),
        "L7163": translate("printing", "Avery L7163, 14 to a sheet"),
    }


def reason(code: str) -> str:
    """Why somebody is left out."""
    return {
        "suspended": translate("printing", "Suspended"),
        "not_for_them": translate("printing", "Not for them"),
        "no_consent": translate("printing", "No consent given"),
        "no_name": translate("printing", "No name to print"),
        "unknown": translate("printing", "Nobody found"),
        "several": translate("printing", "Fits several people"),
        "role": translate("printing", "Not from this desk"),
        "modules_missing": translate("printing", "Modules missing"),
        "no_meetings": translate("printing", "No meetings yet"),
        "no_mentor": translate("printing", "No mentor now"),
        "not_a_year": translate("printing", "Less than a year"),
        "no_reason_given": translate("printing", "Say what it is for"),
        "not_cleared": translate("printing", "Not cleared"),
        "too_long": translate("printing", "Name too long"),
        "unprintable": translate("printing", "Name cannot be printed"),
        "left_too_early": translate("printing", "Left before half"),
    }.get(code) or state_words(code)
