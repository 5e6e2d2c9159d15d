"""What each check is called, what it found in one sentence, and what to do about it in another."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from onemm_desktop.programme.preflight import Check, Finding, Run
from onemm_desktop.views.tokens import Tone
from onemm_desktop.views.when import moment

#: Under its own name, because the tool that collects the texts looks for it.
translate = QCoreApplication.translate

#: Names of people that are told in a line; the rest is counted.
_NAMED = 3


def title(check: Check) -> str:
    """What is looked at."""
    return {
        "event": translate("preflight", "The event"),
        "copy": translate("preflight", "Records of today"),
        "records": translate("preflight", "Records are sound"),
        "bookings": translate("preflight", "Everybody who is booked"),
        "papers": translate("preflight", "Papers"),
        "names": translate("preflight", "Names on paper"),
        "printer": translate("preflight", "Printer"),
        "scanner": translate("preflight", "Scanner"),
        "disk": translate("preflight", "Room on the disk"),
        "battery": translate("preflight", "Battery"),
        "lock": translate("preflight", "Screen lock"),
        "lease": translate("preflight", "Time without the centre"),
        "phones": translate("preflight", "Safeguarding numbers"),
        "numbers": translate("preflight", "Certificate numbers"),
    }[check]


def light(finding: Finding) -> tuple[str, Tone]:
    """The word of a light, for those who do not see its colour."""
    return {
        "ok": (translate("preflight", "Ready"), "ok"),
        "warn": (translate("preflight", "Look at this"), "warn"),
        "bad": (translate("preflight", "Not ready"), "bad"),
        "neutral": (translate("preflight", "Not tried"), "neutral"),
    }[finding.light]  # type: ignore[return-value]  # the dict's values are pairs of a word and a tone


def step(check: str) -> str:
    """What is being done now."""
    return {
        "copy": translate("preflight", "Sending and fetching"),
        "records": translate("preflight", "Reading every page of the records, and comparing them with the centre’s"),
        "bookings": translate("preflight", "Looking for everybody who is booked"),
        "names": translate("preflight", "Making every certificate once, for nobody"),
        "printer": translate("preflight", "Asking printer, disk and battery"),
    }[check]


def summary(run: Run, now: datetime) -> tuple[str, Tone]:
    """Ready since today 18:04; 2 things to do."""
    at = moment(run.at, now)
    if run.light == "bad":
        words = translate("preflight", "Not ready, as of {when}. %n thing(s) to do.", "", run.to_do)
        return words.format(when=at), "bad"
    if run.to_do:
        words = translate("preflight", "Ready since {when}. %n thing(s) to do.", "", run.to_do)
        return words.format(when=at), "warn"
    return translate("preflight", "Ready since {when}.").format(when=at), "ok"


def sentence(finding: Finding, names: dict[str, str], now: datetime) -> str:
    """What was found."""
    said = _found(int(finding.values.get("count", "0")))[finding.check, finding.about]
    values = dict(finding.values)
    if "since" in values:
        values["since"] = moment(datetime.fromisoformat(values["since"]), now)
    if "megabytes" in values:
        values["room"] = f"{int(values['megabytes']) / 1000:.1f} GB"
    known = [names[person] for person in finding.people if person in names]
    if known:
        more = len(finding.people) - len(known[:_NAMED])
        others = translate("preflight", "%n more", "", more) if more else ""
        values["names"] = ", ".join([*known[:_NAMED], *([others] if others else [])])
    return said.format(**{"names": "", **values})


def remedy(finding: Finding) -> str:
    """What to do about it; nothing where nothing is to be done."""
    if finding.light in ("ok", "neutral") and finding.check != "scanner":
        return ""
    return _remedies().get((finding.check, finding.about), "")


def way(finding: Finding) -> tuple[str, str]:
    """The page on which it can be mended, and the words of the button; nothing where that is no page's."""
    if finding.light not in ("warn", "bad"):
        return "", ""
    settings = ("settings", translate("preflight", "Open Settings"))
    return {
        "copy": ("review", translate("preflight", "Needs review")) if finding.about == "waiting" else ("", ""),
        "records": settings,
        "names": ("mentors", translate("preflight", "Mentors")),
        "printer": ("sign_in_sheet", translate("preflight", "Sign-in sheet")),
        "lock": settings,
    }.get(finding.check, ("", ""))


def _found(count: int) -> dict[tuple[str, str], str]:
    return {
        ("event", "open"): translate("preflight", "Its register takes marks from this laptop."),
        ("event", "role"): translate("preflight", "Your role may read this register but not mark it."),
        ("event", "draft"): translate("preflight", "It is still being planned."),
        ("event", "published"): translate("preflight", "Its booking is not open yet."),
        ("event", "register_closed"): translate("preflight", "Its register is closed."),
        ("event", "reconciled"): translate("preflight", "Its register is closed."),
        ("event", "archived"): translate("preflight", "It is over and put away."),
        ("event", "cancelled"): translate("preflight", "It was cancelled."),
        ("event", "postponed"): translate("preflight", "It was postponed."),
        ("copy", "equal"): translate("preflight", "Everything was sent, and this copy equals the centre’s."),
        ("copy", "unsent"): translate("preflight", "%n change(s) could not be sent.", "", count),
        ("copy", "waiting"): translate("preflight", "%n change(s) wait for a person to decide.", "", count),
        ("copy", "offline"): translate("preflight", "The centre was not reached; this copy last equalled it {since}."),
        ("copy", "never"): translate("preflight", "This laptop has never held all records of its region."),
        ("records", "equal"): translate("preflight", "%n record(s) were compared and are the centre’s.", "", count),
        ("records", "alone"): translate("preflight", "The file is sound, but could not be compared with the centre’s."),
        ("records", "mendable"): translate("preflight", "%n thing(s) in it are not in order.", "", count),
        ("records", "beyond"): translate("preflight", "The file is damaged, or is an older copy of this laptop’s."),
        ("records", "unread"): translate("preflight", "The records could not be read from end to end just now."),
        ("bookings", "complete"): translate("preflight", "%n booked mentor(s) have their cards here.", "", count),
        ("bookings", "missing"): translate("preflight", "%n booked mentor(s) have no card here.", "", count),
        ("bookings", "nobody"): translate("preflight", "Nobody is booked."),
        ("papers", "made"): translate("preflight", "Sign-in sheet and %n certificate(s) were made.", "", count),
        ("papers", "not_made"): translate("preflight", "The sign-in sheet or a certificate cannot be made."),
        ("names", "fit"): translate("preflight", "%n name(s) can be printed.", "", count),
        ("names", "unprintable"): translate("preflight", "%n name(s) cannot be printed: {names}", "", count),
        ("printer", "answers"): translate("preflight", "{name} answers."),
        ("printer", "stuck"): translate("preflight", "{name} does not print now."),
        ("printer", "none"): translate("preflight", "No printer is set up on this laptop."),
        ("scanner", "read"): translate("preflight", "The scanner’s code arrived here."),
        ("scanner", "untried"): translate("preflight", "Nothing was scanned. It is only needed for scanning badges."),
        ("disk", "free"): translate("preflight", "{room} are free."),
        ("battery", "mains"): translate("preflight", "This laptop runs on the mains."),
        ("battery", "charged"): translate("preflight", "Charged to {charge} %, or on the mains."),
        ("battery", "charge"): translate("preflight", "Charged to {charge} % and not on the mains."),
        ("lock", "weak"): translate("preflight", "This laptop opens more easily than its rules allow on that day."),
        ("lock", "hasty"): translate("preflight", "The screen locks after {minutes} minutes without a key."),
        ("lock", "patient"): translate("preflight", "The screen locks after {minutes} minutes without a key."),
        ("lock", "never"): translate("preflight", "The screen does not lock by itself."),
        ("lease", "lasts"): translate("preflight", "The records stay open for {days} days without the centre."),
        ("lease", "short"): translate("preflight", "The records lock in {days} days, before the event is over."),
        ("phones", "here"): translate("preflight", "{name}, {phone}"),
        ("phones", "none"): translate("preflight", "No number for a safeguarding concern is on this laptop."),
        ("numbers", "left"): translate("preflight", "%Ln certificate number(s) are left on this laptop.", "", count),
        ("numbers", "role"): translate("preflight", "Your role does not issue certificates."),
    }


def _remedies() -> dict[tuple[str, str], str]:
    connect = translate("preflight", "Connect to the internet and check again.")
    office = translate("preflight", "Call the office before the day.")
    return {
        ("event", "role"): translate("preflight", "Ask a trainer to take the register."),
        **{("event", state): office for state in ("draft", "published", "register_closed", "reconciled", "archived")},
        ("event", "cancelled"): office,
        ("event", "postponed"): office,
        ("copy", "unsent"): connect,
        ("copy", "waiting"): translate("preflight", "Decide them in Needs review, or leave them to the office."),
        ("copy", "offline"): connect,
        ("copy", "never"): connect,
        ("records", "alone"): connect,
        ("records", "unread"): translate("preflight", "Check again in a minute; if it stays so, call the office."),
        ("records", "mendable"): translate("preflight", "Let Settings check and mend the records."),
        ("records", "beyond"): office,
        ("bookings", "missing"): connect,
        ("bookings", "nobody"): translate(
            "preflight", "Whoever comes will be a walk-in. Ask the office if that is so."
        ),
        ("papers", "not_made"): translate("preflight", "Ask the office to shorten the event’s title or venue."),
        ("names", "unprintable"): translate("preflight", "Enter a certificate name that fits on their cards."),
        ("printer", "stuck"): translate("preflight", "Look for paper, or save the papers as PDF."),
        ("printer", "none"): translate("preflight", "Save the papers as PDF and print them elsewhere."),
        ("scanner", "untried"): translate("preflight", "Scan any code into the field below, then check again."),
        ("disk", "free"): translate("preflight", "Free some room: empty the bin, or move pictures and films away."),
        ("battery", "charge"): translate("preflight", "Charge it overnight, and take the charger with you."),
        ("lock", "weak"): translate("preflight", "Choose a PIN or passphrase before the day."),
        ("lock", "hasty"): translate("preflight", "Expect to type your PIN often; the office can allow more minutes."),
        ("lease", "lasts"): translate("preflight", "Connect once more shortly before the day."),
        ("lease", "short"): translate("preflight", "Connect once more shortly before the day."),
        ("phones", "none"): translate("preflight", "Ask the safeguarding lead for a number, and fetch it."),
        ("numbers", "left"): office,
    }
