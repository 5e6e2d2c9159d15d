"""The page's words, in English and Welsh. Plain ones: who reads them is an employer, a school, a mentor's family."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from onemm_wire.standing import State

Language = Literal["en", "cy"]
Tone = Literal["ok", "warn", "bad"]


@dataclass(frozen=True, slots=True)
class Said:
    """One thing in both languages."""

    en: str
    cy: str

    def __getitem__(self, language: Language) -> str:
        return self.cy if language == "cy" else self.en


@dataclass(frozen=True, slots=True)
class Verdict:
    """The heading of an answer, what it means, and its colour."""

    heading: Said
    meaning: Said
    tone: Tone


TITLE = Said("Check a certificate", "Gwirio tystysgrif")
OTHER_LANGUAGE = Said("Cymraeg", "English")
INTRODUCTION = Said(
    "Point a phone at the square code on the certificate, or type its number here. With the code you see what the "
    "certificate must say; with the number alone you see whether it counts, and not whose it is.",
    "Pwyntiwch ffôn at y cod sgwâr ar y dystysgrif, neu teipiwch ei rhif yma. Gyda’r cod cewch weld beth ddylai’r "
    "dystysgrif ei ddweud; gyda’r rhif yn unig cewch weld a yw’n ddilys, ond nid pwy biau hi.",
)
FIELD = Said("Certificate number, or the text of its code", "Rhif y dystysgrif, neu destun ei chod")
BUTTON = Said("Check", "Gwirio")
NUMBER = Said("Certificate number", "Rhif y dystysgrif")
NAME = Said("Name", "Enw")
EVENT = Said("For", "Am")
HELD_ON = Said("Date", "Dyddiad")
HOURS = Said("Hours", "Oriau")
VALID_UNTIL = Said("Valid until", "Yn ddilys tan")
REVOKED_ON = Said("Revoked on", "Diddymwyd ar")
REPLACED_BY = Said("Replaced by number", "Disodlwyd gan rif")
BADGE = Said("Save as an Open Badge", "Cadw fel Open Badge")
COMPARE = Said(
    "Compare this with the paper, letter for letter. If the paper says anything else, it was altered.",
    "Cymharwch hyn â’r papur, lythyren am lythyren. Os yw’r papur yn dweud unrhyw beth arall, mae wedi’i newid.",
)
NUMBER_ALONE = Said(
    "A number can be copied onto another paper. Scan the code to see what this certificate must say.",
    "Gellir copïo rhif i bapur arall. Sganiwch y cod i weld beth ddylai’r dystysgrif hon ei ddweud.",
)
TOO_OFTEN = Said(
    "Too many checks came from your network just now. Please try again in a minute.",
    "Daeth gormod o wiriadau o’ch rhwydwaith yn awr. Rhowch gynnig arall arni ymhen munud.",
)
PRIVACY = Said(
    "Nothing you check here is written down.",
    "Nid yw dim byd yr ydych yn ei wirio yma yn cael ei gofnodi.",
)

KINDS: dict[str, Said] = {
    "certificate_of_attendance": Said("Certificate of attendance", "Tystysgrif presenoldeb"),
    "mentor_training": Said("Certificate of mentor training", "Tystysgrif hyfforddiant mentor"),
    "safeguarding_briefing": Said("Certificate of safeguarding briefing", "Tystysgrif sesiwn friffio diogelu"),
    "mentee_participation": Said("Certificate of participation", "Tystysgrif cymryd rhan"),
    "mentor_service": Said("Certificate of mentor service", "Tystysgrif gwasanaeth mentor"),
    "recognition": Said("Certificate of recognition", "Tystysgrif cydnabyddiaeth"),
    "employer_participation": Said("Letter of participation for an employer", "Llythyr cymryd rhan i gyflogwr"),
    "": Said("Certificate", "Tystysgrif"),
}

VERDICTS: dict[State, Verdict] = {
    "valid": Verdict(
        Said("This certificate is valid", "Mae’r dystysgrif hon yn ddilys"),
        Said("One Million Mentors issued it, and it counts.", "One Million Mentors a’i rhoddodd, ac mae’n cyfrif."),
        "ok",
    ),
    "genuine": Verdict(
        Said("This certificate is genuine", "Mae’r dystysgrif hon yn ddilys ei tharddiad"),
        Said(
            "It was signed by a laptop of One Million Mentors. Our records of that day have not arrived yet; "
            "look again in a few days if you need to be sure that it still counts.",
            "Fe’i llofnodwyd gan liniadur One Million Mentors. Nid yw ein cofnodion o’r diwrnod hwnnw wedi cyrraedd "
            "eto; edrychwch eto ymhen ychydig ddyddiau os oes angen sicrwydd ei bod yn cyfrif o hyd.",
        ),
        "ok",
    ),
    "expired": Verdict(
        Said("This certificate has expired", "Mae’r dystysgrif hon wedi dod i ben"),
        Said(
            "One Million Mentors issued it, and its time is over.",
            "One Million Mentors a’i rhoddodd, ac mae ei chyfnod ar ben.",
        ),
        "warn",
    ),
    "revoked": Verdict(
        Said("This certificate was revoked", "Mae’r dystysgrif hon wedi’i diddymu"),
        Said("It does not count any more. Do not rely on it.", "Nid yw’n cyfrif mwyach. Peidiwch â dibynnu arni."),
        "bad",
    ),
    "superseded": Verdict(
        Said("This certificate was replaced", "Mae’r dystysgrif hon wedi’i disodli"),
        Said(
            "A newer one counts in its place. Ask to see that one.",
            "Mae un fwy newydd yn cyfrif yn ei lle. Gofynnwch am gael gweld honno.",
        ),
        "warn",
    ),
    "contested": Verdict(
        Said("Two certificates carry this number", "Mae’r rhif hwn ar ddwy dystysgrif"),
        Said(
            "They say different things. Please ask One Million Mentors which of them counts.",
            "Maent yn dweud pethau gwahanol. Gofynnwch i One Million Mentors pa un sy’n cyfrif.",
        ),
        "warn",
    ),
    "unknown": Verdict(
        Said("We do not know this number", "Nid ydym yn adnabod y rhif hwn"),
        Said(
            "Either there is no such certificate, or our records of that day have not arrived yet. Its code tells.",
            "Naill ai nid oes tystysgrif o’r fath, neu nid yw ein cofnodion o’r diwrnod hwnnw wedi cyrraedd eto. "
            "Mae’r cod yn dweud.",
        ),
        "warn",
    ),
    "unsure": Verdict(
        Said("We cannot vouch for this certificate", "Ni allwn dystio i’r dystysgrif hon"),
        Said(
            "Its code does not come from a laptop that we trust. Please ask One Million Mentors.",
            "Nid yw ei chod yn dod o liniadur yr ydym yn ymddiried ynddo. Gofynnwch i One Million Mentors.",
        ),
        "bad",
    ),
    "false": Verdict(
        Said("This certificate is not ours", "Nid ein tystysgrif ni yw hon"),
        Said(
            "Its code was altered or made up. Do not rely on it.",
            "Cafodd ei chod ei newid neu ei ddyfeisio. Peidiwch â dibynnu arni.",
        ),
        "bad",
    ),
    "unreadable": Verdict(
        Said("This is no certificate’s number or code", "Nid rhif na chod tystysgrif yw hwn"),
        Said(
            "A letter may be wrong or missing. Type it again, or scan the code once more.",
            "Efallai fod llythyren yn anghywir neu ar goll. Teipiwch ef eto, neu sganiwch y cod unwaith eto.",
        ),
        "bad",
    ),
}

_MONTHS = (
    Said("January", "Ionawr"), Said("February", "Chwefror"), Said("March", "Mawrth"), Said("April", "Ebrill"),
    Said("May", "Mai"), Said("June", "Mehefin"), Said("July", "Gorffennaf"), Said("August", "Awst"),
    Said("September", "Medi"), Said("October", "Hydref"), Said("November", "Tachwedd"), Said("December", "Rhagfyr"),
)  # fmt: skip


def day(of: date) -> Said:
    """``21 November 2026``."""
    month = _MONTHS[of.month - 1]
    return Said(f"{of.day} {month.en} {of.year}", f"{of.day} {month.cy} {of.year}")
