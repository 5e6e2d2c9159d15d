"""How far a concern has come, whom to phone, and the lead's codes, in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from onemm_desktop.programme.concern_cases import Case
from onemm_desktop.programme.concerns import Phone, Slip, SlipState
from onemm_desktop.views.tokens import Tone
from onemm_desktop.views.when import clock, full_day, moment

#: Under its own name, because the tool that collects the texts looks for it.
translate = QCoreApplication.translate


def not_reached() -> str:
    """What nags until the centre has it."""
    return translate("concerns", "Saved on this computer. It has NOT reached the safeguarding lead.")


def phone_now(phones: Sequence[Phone]) -> str:
    """``Phone now: Mair Rees 029 2018 0000.`` All numbers, the lead's first."""
    if not phones:
        return translate("concerns", "Phone your safeguarding lead now; the number is on your badge and in the office.")
    numbers = ", ".join(f"{one.name} {unbroken(one.phone)}" for one in phones)
    return translate("concerns", "Phone now: {numbers}.").format(numbers=numbers)


def unbroken(number: str) -> str:
    """A telephone number that stays on one line."""
    return number.replace(" ", "\u00a0")


def standing(slip: Slip, now: datetime) -> tuple[str, Tone]:
    """How far it has come, in one sentence."""
    match slip.state:
        case "waiting":
            return not_reached(), "bad"
        case "lost":
            return (
                translate("concerns", "The centre has lost it in a restore. Phone the lead, and write it once more."),
                "bad",
            )
        case "reached":
            when = _at(slip.reached_at, now)
            said = translate("concerns", "Reached the centre {when}. The lead has not opened it yet.")
            return said.format(when=when), "warn"
        case "opened":
            return translate("concerns", "Opened by the lead {when}.").format(when=_at(slip.opened_at, now)), "ok"


def slip_title(slip: Slip, now: datetime) -> str:
    """``Concern sealed today 14:02``."""
    title = {
        "concern": translate("concerns", "Concern sealed {when}"),
        "low_level": translate("concerns", "Low-level concern sealed {when}"),
        "addition": translate("concerns", "Addition sealed {when}"),
    }.get(slip.entry, "{when}")
    return title.format(when=moment(slip.made_at, now))


def slip_pill(slip: Slip) -> tuple[str, Tone]:
    """The same in a word or two."""
    pills: dict[SlipState, tuple[str, Tone]] = {
        "waiting": (translate("concerns", "Not sent yet"), "bad"),
        "lost": (translate("concerns", "Lost"), "bad"),
        "reached": (translate("concerns", "At the centre"), "warn"),
        "opened": (translate("concerns", "Opened"), "ok"),
    }
    return pills[slip.state]


def contact_role(phone: Phone) -> str:
    """``Safeguarding lead · Mon to Fri 9–17``."""
    role = contact_roles().get(phone.contact_role, "")
    return " · ".join(part for part in (role, phone.hours) if part)


def contact_roles() -> dict[str, str]:
    """Who answers there."""
    return {
        "lead": translate("concerns", "Safeguarding lead"),
        "deputy": translate("concerns", "Deputy"),
        "out_of_hours": translate("concerns", "Out of hours"),
    }


def dangers() -> dict[str, str]:
    """Whether anyone is in danger now."""
    return {
        "not_sure": translate("concerns", "Not sure"),
        "no": translate("concerns", "No"),
        "yes_called_999": translate("concerns", "Yes, and 999 was called"),
    }


def streams() -> dict[str, str]:
    """What a concern is about."""
    return {
        "concern": translate("concerns", "A child, a young person or an adult at risk"),
        "low_level": translate("concerns", "How an adult behaved, however small (low-level)"),
    }


def categories() -> dict[str, str]:
    """The lead's categories."""
    return {
        "physical": translate("concerns", "Physical abuse"),
        "emotional": translate("concerns", "Emotional abuse"),
        "sexual": translate("concerns", "Sexual abuse"),
        "neglect": translate("concerns", "Neglect"),
        "exploitation": translate("concerns", "Exploitation"),
        "online": translate("concerns", "Online"),
        "peer_on_peer": translate("concerns", "Between children"),
        "self_harm": translate("concerns", "Self-harm"),
        "radicalisation": translate("concerns", "Radicalisation"),
        "domestic_abuse": translate("concerns", "Domestic abuse"),
        "adult_conduct": translate("concerns", "An adult’s conduct"),
        "other": translate("concerns", "Other"),
    }


def referrals() -> dict[str, str]:
    """To whom a lead passed it on."""
    return {
        "none": translate("concerns", "To nobody"),
        "school_dsl": translate("concerns", "The school’s safeguarding lead"),
        "childrens_social_care": translate("concerns", "Children’s social care"),
        "police": translate("concerns", "Police"),
        "lado": translate("concerns", "LADO"),
        "dbs": translate("concerns", "DBS"),
    }


def roles() -> dict[str, str]:
    """Who wrote it."""
    return {
        "trainer": translate("concerns", "trainer"),
        "coordinator": translate("concerns", "coordinator"),
        "staff": translate("concerns", "staff"),
        "regional_manager": translate("concerns", "regional manager"),
        "safeguarding_lead": translate("concerns", "safeguarding lead"),
    }


def case_title(case: Case, now: datetime) -> str:
    """``Concern · today 14:02``."""
    word = translate("concerns", "Low-level concern") if case.low_level else translate("concerns", "Concern")
    return f"{word} · {moment(case.made_at, now)}"


def case_pill(case: Case) -> tuple[str, Tone]:
    """How a lead finds it."""
    if case.locked:
        return translate("concerns", "Not for this laptop"), "neutral"
    if case.unread:
        return translate("concerns", "New"), "bad"
    if case.closed:
        return translate("concerns", "Closed"), "neutral"
    return translate("concerns", "Open"), "warn"


def case_line(case: Case, now: datetime) -> str:
    """``Neglect · Children’s social care · open for 3 days``."""
    parts = []
    if case.category:
        parts.append(categories()[case.category])
    if case.referral and case.referral != "none":
        parts.append(referrals()[case.referral])
    days = max((now - case.made_at).days, 0)
    if not case.closed:
        parts.append(
            translate("concerns", "open for %n day(s)", "", days) if days else translate("concerns", "since today")
        )
    return " · ".join(parts)


def cases_facts(cases: Sequence[Case]) -> str:
    """The line under the lead's title."""
    open_ = sum(not case.closed for case in cases)
    new = sum(bool(case.unread) for case in cases)
    parts = [
        translate("concerns", "%n open", "", open_),
        translate("concerns", "%n not read yet", "", new) if new else "",
    ]
    return " · ".join(part for part in parts if part)


def lado_due(day: date) -> str:
    """Until when the local authority's officer is to be told."""
    told = translate("concerns", "Tell the local authority’s designated officer (LADO) by the end of {day}.")
    return told.format(day=full_day(day))


def _at(instant: datetime | None, now: datetime) -> str:
    """``at 14:02`` today, ``Fri 20 Nov 16:05`` before."""
    if instant is None:
        return ""
    if (now - instant).total_seconds() < 12 * 3600 and moment(instant, now).endswith(clock(instant)):
        return translate("concerns", "at {time}").format(time=clock(instant))
    return moment(instant, now)
