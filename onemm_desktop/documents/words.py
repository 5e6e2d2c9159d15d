"""The words and dates on paper, English and Welsh.

Not Qt's translations: a certificate's language is the choice of the person it is for, not of the person at the screen.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Language = Literal["english", "cymraeg", "bilingual"]

_MONTHS_EN = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_MONTHS_CY = (
    *("Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin"),
    *("Gorffennaf", "Awst", "Medi", "Hydref", "Tachwedd", "Rhagfyr"),
)
_WEEKDAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAYS_CY = ("Dydd Llun", "Dydd Mawrth", "Dydd Mercher", "Dydd Iau", "Dydd Gwener", "Dydd Sadwrn", "Dydd Sul")


@dataclass(frozen=True, slots=True)
class Said:
    """One thing said in both languages."""

    cy: str
    en: str

    def lines(self, language: Language) -> tuple[str, ...]:
        """A line for each language of the document, the Welsh to be read first; once, when both say the same."""
        match language:
            case "english":
                return (self.en,)
            case "cymraeg":
                return (self.cy,)
            case "bilingual":
                return (self.cy, self.en) if self.cy != self.en else (self.en,)

    def joined(self, language: Language) -> str:
        """Both on one line."""
        return " · ".join(self.lines(language))


def day(when: date) -> Said:
    """A date as it is written out: 21 November 2026, 21 Tachwedd 2026."""
    return Said(
        f"{when.day} {_MONTHS_CY[when.month - 1]} {when.year}", f"{when.day} {_MONTHS_EN[when.month - 1]} {when.year}"
    )


def weekday(when: date) -> Said:
    """The day of the week: Saturday, Dydd Sadwrn."""
    return Said(_WEEKDAYS_CY[when.weekday()], _WEEKDAYS_EN[when.weekday()])


def tag(language: Language) -> str:
    """The language tag of a document; a bilingual one begins in Welsh."""
    return "en-GB" if language == "english" else "cy-GB"


CERTIFICATE_OF_ATTENDANCE = Said("Tystysgrif Presenoldeb", "Certificate of Attendance")
CERTIFIES = Said("Tystiwn fod", "This is to certify that")
ATTENDED = Said("wedi mynychu", "attended")
HAS_COMPLETED = Said("wedi cwblhau", "has completed")


@dataclass(frozen=True, slots=True)
class Wording:
    """What a type of certificate says around the name: its heading, the line before, the line after."""

    heading: Said
    before: Said
    after: Said


CERTIFICATES = {
    "certificate_of_attendance": Wording(CERTIFICATE_OF_ATTENDANCE, CERTIFIES, ATTENDED),
    "mentor_training": Wording(
        Said("Tystysgrif Hyfforddiant Mentor", "Certificate of Mentor Training"), CERTIFIES, HAS_COMPLETED
    ),
    "safeguarding_briefing": Wording(Said("Tystysgrif Diogelu", "Safeguarding Certificate"), CERTIFIES, HAS_COMPLETED),
    "mentee_participation": Wording(
        Said("Tystysgrif Cyfranogi", "Certificate of Participation"),
        CERTIFIES,
        Said("wedi cymryd rhan yn", "took part in"),
    ),
    "mentor_service": Wording(
        Said("Tystysgrif Gwasanaeth", "Certificate of Service"),
        CERTIFIES,
        Said("wedi rhoi blwyddyn o wasanaeth fel mentor i", "gave a year of service as a mentor to"),
    ),
    "recognition": Wording(
        Said("Tystysgrif Cydnabyddiaeth", "Certificate of Recognition"),
        Said("Gyda diolch i", "With thanks to"),
        Said("am", "for"),
    ),
    "employer_participation": Wording(
        Said("Tystysgrif Cyflogwr", "Employer’s Certificate"),
        CERTIFIES,
        Said("wedi rhoi amser ei staff i", "gave the time of its staff to"),
    ),
}
VALID_UNTIL = Said("Dilys tan", "Valid until")
HELD_ON = Said("Dyddiad", "Date")
VENUE = Said("Lleoliad", "Venue")
HOURS = Said("Oriau", "Hours")
TRAINER = Said("Hyfforddwr", "Trainer")
TRAINERS = Said("Hyfforddwyr", "Trainers")
ISSUED_BY = Said("Cyhoeddwyd gan", "Issued by")
ISSUED_ON = Said("Dyddiad cyhoeddi", "Issued on")
CERTIFICATE_NUMBER = Said("Rhif y dystysgrif", "Certificate number")

MENTOR = Said("Mentor", "Mentor")
YOUNG_PERSON = Said("Person ifanc", "Young person")
YEAR_GROUP = Said("Blwyddyn", "Year")
SCHOOL = Said("Ysgol neu goleg", "School or college")
HERE = Said("Yma", "Here")
SESSION_ON = Said("Dyddiad y sesiwn", "Date of the session")
STAFF_PRESENT = Said("Aelod staff yn bresennol", "Member of staff present")
SIGNED_BY_STAFF = Said(
    "Llofnod ar ran yr ysgol neu’r coleg, a’r dyddiad", "Signed for the school or college, and the date"
)

SIGN_IN_SHEET = Said("Taflen lofnodi", "Sign-in sheet")
NAME = Said("Enw", "Name")
ORGANISATION = Said("Sefydliad", "Organisation")
STATE = Said("Statws", "Status")
TIME_IN = Said("I mewn", "In")
TIME_OUT = Said("Allan", "Out")
SIGNATURE = Said("Llofnod", "Signature")
REFERENCE = Said("Cyfeirnod", "Reference")
WALK_IN = Said("Heb archebu", "Walk-in")
PRESENT_IN_TOTAL = Said("Cyfanswm yn bresennol", "Total present")
ON_THE_LIST = Said("Ar y rhestr", "On the list")
SIGNED_IN = Said("Wedi cyrraedd", "Signed in")
TRAINER_SIGNATURE = Said("Llofnod yr hyfforddwr", "Trainer’s signature")
PRINTED = Said("Argraffwyd", "Printed")
DESTROY_BY = Said("Dinistrier erbyn", "Destroy by")
PRIVACY = Said(
    "Defnyddir y daflen hon i gofnodi presenoldeb ac at ddiogelwch tân yn unig. Cadwch hi o’r golwg a’i dinistrio "
    "erbyn y dyddiad isod.",
    "This sheet is used only to record attendance and for fire safety. Keep it out of sight and destroy it by the "
    "date below.",
)
STATES = {
    "booked": Said("Wedi archebu", "Booked"),
    "waitlisted": Said("Rhestr aros", "Waiting list"),
    "apologies": Said("Ymddiheuriadau", "Apologies"),
    "cancelled_late": Said("Canslwyd", "Cancelled"),
    "unmarked": Said("Disgwylir", "Expected"),
    "present": Said("Presennol", "Present"),
    "late": Said("Yn hwyr", "Late"),
    "left_early": Said("Gadawodd", "Left early"),
    "excused": Said("Esgusodwyd", "Excused"),
    "no_notice": Said("Absennol", "Absent"),
    "walk_in": WALK_IN,
}


BADGES = Said("Bathodynnau", "Badges")
MENTOR = Said("Mentor", "Mentor")
VALID_ONLY = Said("Yn ddilys ar y diwrnod hwn yn unig", "Valid on this day only")
#: By what somebody does at an event. Who was not expected is a visitor: their checks are nobody's business at the door.
DUTIES = {
    "mentor": MENTOR,
    "walk_in": Said("Ymwelydd", "Visitor"),
    "trainer": TRAINER,
    "helper": Said("Cynorthwyydd", "Helper"),
    "host": Said("Gwesteiwr", "Host"),
    "observer": Said("Arsylwr", "Observer"),
}
IN_THE_BUILDING = Said("Yn yr adeilad nawr", "In the building now")
NEEDS_HELP = Said("angen cymorth", "needs help")
NOT_SIGNED_IN = Said("heb lofnodi i mewn", "not signed in")
COUNT_AGAIN = Said(
    "Ticiwch bawb sydd yn y man ymgynnull. Rhowch y rhestr i’r gwasanaeth tân, a’i dinistrio wedyn.",
    "Tick everybody at the assembly point. Hand the list to the fire service, and destroy it afterwards.",
)


def page_of(page: int, pages: int) -> Said:
    """Which page of how many."""
    return Said(f"Tudalen {page} o {pages}", f"Page {page} of {pages}")
