"""What the doctor looked at and found, in sentences: for the terminal and for Settings."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from onemm_desktop.sync.doctor.findings import Found, Report, Step, Trouble
from onemm_desktop.views import sentences
from onemm_desktop.views.tokens import Tone

#: Under its own name, because the tool that collects the texts looks for it.
translate = QCoreApplication.translate


def step_words(step: Step) -> str:
    """What is being looked at."""
    match step:
        case "file":
            return translate("doctor", "Reading the file")
        case "indexes":
            return translate("doctor", "Comparing the indexes with their tables")
        case "journal":
            return translate("doctor", "Counting the changes of this laptop")
        case "waiting":
            return translate("doctor", "Looking at what waits to be sent")
        case "names":
            return translate("doctor", "Looking at the names people are found by")
        case "sums":
            return translate("doctor", "Counting the records")
        case "centre":
            return translate("doctor", "Comparing the records with the centre’s")


def found_words(found: Found) -> str:
    """One finding: what is wrong, or what was wrong and how it was mended."""
    mended = _mended(found.count).get(found.what) if found.mended else None
    return mended or _wrong(found.count)[found.what]


def verdict(report: Report) -> tuple[str, Tone]:
    """What it all comes to."""
    if not report.found and report.problem is not None:
        return translate("doctor", "What this laptop can tell by itself is in order."), "neutral"
    if not report.found:
        return translate("doctor", "Everything is in order."), "ok"
    if report.well:
        return translate("doctor", "Everything is in order again."), "ok"
    if report.can_mend:
        return translate("doctor", "Something is not in order that this laptop can mend itself."), "warn"
    return translate("doctor", "Something is not in order, and the office has to help."), "bad"


def conclusion(report: Report) -> list[str]:
    """What there is to say beside: whether the centre was asked, and that what waits was left alone."""
    said: list[str] = []
    if report.problem is not None:
        why = sentences.of(report.problem).sentence
        said.append(translate("doctor", "The records could not be compared with the centre’s. {why}").format(why=why))
    elif report.records:
        said.append(translate("doctor", "%n record(s) were compared with the centre’s.", "", report.records))
    if report.unsent:
        said.append(translate("doctor", "%n change(s) wait to be sent; none was touched.", "", report.unsent))
    return said


def _wrong(count: int) -> dict[Trouble, str]:
    return {
        Trouble.FILE: translate(
            "doctor",
            "A part of the file with the records is no longer what was written to it. Save your changes to a stick in "
            "Settings, then call the office.",
        ),
        Trouble.TABLES: translate(
            "doctor", "The file lacks %n part(s) that this program needs. Please call the office.", "", count
        ),
        Trouble.INDEX: translate("doctor", "An index of the file does not say what its table says."),
        Trouble.GAP: translate("doctor", "%n change(s) of this laptop are missing. Please call the office.", "", count),
        Trouble.NEXT_NUMBER: translate("doctor", "The numbering of this laptop’s changes has fallen behind."),
        Trouble.WAITING: translate("doctor", "%n record(s) do not show what was changed on this laptop.", "", count),
        Trouble.NAMES: translate("doctor", "%n name(s) cannot be found by searching.", "", count),
        Trouble.SUM: translate("doctor", "The sum of what this laptop holds is wrong."),
        Trouble.RECORDS: translate("doctor", "%n record(s) are not what the centre holds.", "", count),
        Trouble.CENTRE_SUM: translate("doctor", "The centre had counted wrongly, and has counted again."),
        Trouble.OLDER_COPY: translate(
            "doctor",
            "The centre knows %n change(s) of this laptop that are not here: this is an older copy of its disk. Do not "
            "work with it, and call the office.",
            "",
            count,
        ),
        Trouble.FORGOTTEN: translate(
            "doctor", "The centre does not know %n change(s) any more that it had taken.", "", count
        ),
    }


def _mended(count: int) -> dict[Trouble, str]:
    return {
        Trouble.INDEX: translate("doctor", "An index of the file was wrong, and was made anew."),
        Trouble.NEXT_NUMBER: translate(
            "doctor", "The numbering of this laptop’s changes had fallen behind, and goes on rightly."
        ),
        Trouble.WAITING: translate(
            "doctor", "%n record(s) did not show what was changed on this laptop, and show it again.", "", count
        ),
        Trouble.NAMES: translate(
            "doctor", "%n name(s) could not be found by searching, and can be found again.", "", count
        ),
        Trouble.SUM: translate("doctor", "The sum of what this laptop holds was wrong, and was counted anew."),
        Trouble.RECORDS: translate(
            "doctor", "%n record(s) were not what the centre holds, and were fetched again.", "", count
        ),
        Trouble.FORGOTTEN: translate(
            "doctor",
            "The centre did not know %n change(s) any more that it had taken. They will be sent once more.",
            "",
            count,
        ),
    }
