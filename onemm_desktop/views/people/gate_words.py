"""What stands between somebody and a match, as sentences."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from onemm_desktop.programme.gates import Missing

#: Under its own name, because the tool that collects the texts looks for it.
translate = QCoreApplication.translate


def sentence(missing: Missing) -> str:
    """Why they cannot be matched yet."""
    match missing.code:
        case "clearance_applied":
            return translate("gates", "Waiting %n day(s) for the clearance.", "", missing.count)
        case "training_missing":
            return translate("gates", "%n training module(s) still to do.", "", missing.count)
    return _plain()[missing.code]


def birthday(years: int, days: int) -> str:
    """That a young person is to be asked anew."""
    told = translate("gates", "Turns {years} in %n day(s): ask them for their own consent.", "", days)
    return told.format(years=years)


def _plain() -> dict[str, str]:
    return {
        "suspended": translate("gates", "Suspended by the safeguarding lead."),
        "clearance_declined": translate("gates", "The clearance was declined."),
        "clearance_risk_assessment": translate("gates", "The risk assessment is not decided yet."),
        "clearance_not_started": translate("gates", "The clearance has not been applied for."),
        "clearance_expired": translate("gates", "The clearance has ended."),
        "training_unknown": translate("gates", "It is not known yet what training is needed."),
        "consent_never_given": translate("gates", "Nobody has consented yet."),
        "consent_ended": translate("gates", "The consent to taking part has ended."),
        "consent_withdrawn": translate("gates", "The consent to taking part was withdrawn."),
        "not_registered": translate("gates", "Not registered yet."),
        "no_baseline": translate("gates", "The first survey is not done yet."),
    }
