"""The word for every field that travels, and for every sort of record, as people say it in the middle of a sentence.

One table, used wherever a change is told: needs review, history, what was taken back. A test holds it complete.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from onemm_desktop.views.people.words import plain

#: Under its own name, because the tool that collects the texts looks for it.
translate = QCoreApplication.translate


def field_word(kind: str, field: str) -> str:
    """``telephone number``. A field of a newer program is shown as it is, without its underscores."""
    return _of_kinds().get((kind, field)) or _fields().get(field) or plain(field).lower()


def kind_word(kind: str) -> str:
    """``contact details``; what stands beside a name where the name alone does not say what it is about."""
    return _kinds().get(kind) or plain(kind).lower()


def _kinds() -> dict[str, str]:
    return {
        "region": translate("kinds", "region"),
        "requirement_set": translate("kinds", "training requirements"),
        "device_policy": translate("kinds", "rules for laptops"),
        "device_key": translate("kinds", "key of a laptop"),
        "partner": translate("kinds", "partner"),
        "event": translate("kinds", "event"),
        "training_session": translate("kinds", "session of an event"),
        "event_staff": translate("kinds", "staff at an event"),
        "mentor": translate("kinds", "mentor"),
        "booking": translate("kinds", "booking"),
        "roster_snapshot": translate("kinds", "roster of a session"),
        "walk_in": translate("kinds", "walk-in"),
        "attendance_mark": translate("kinds", "attendance"),
        "contact": translate("kinds", "contact details"),
        "clearance": translate("kinds", "screening check"),
        "mentee": translate("kinds", "young person"),
        "consent": translate("kinds", "consent"),
        "match": translate("kinds", "match"),
        "document_issue": translate("kinds", "certificate"),
        "document_revocation": translate("kinds", "revoked certificate"),
        "print_run": translate("kinds", "printed paper"),
        "evaluation_question": translate("kinds", "question of an evaluation form"),
        "evaluation_answer": translate("kinds", "answer on an evaluation form"),
        "conflict": translate("kinds", "decision"),
        "safeguarding_contact": translate("kinds", "safeguarding contact"),
        "safeguarding_key": translate("kinds", "safeguarding key"),
        "concern_receipt": translate("kinds", "receipt of a concern"),
        "concern": translate("kinds", "concern"),
        "concern_key_grant": translate("kinds", "key of a concern"),
        "rights_request": translate("kinds", "request about data"),
        "legal_hold": translate("kinds", "legal hold"),
        "retention_rule": translate("kinds", "rule of retention"),
        "access": translate("kinds", "look at a record"),
    }


def _of_kinds() -> dict[tuple[str, str], str]:
    """Fields that mean something else in one kind of record."""
    return {
        ("booking", "state"): translate("fields", "booking"),
        ("attendance_mark", "state"): translate("fields", "attendance"),
        ("match", "state"): translate("fields", "state of the match"),
        ("event", "state"): translate("fields", "state of the event"),
        ("document_issue", "title"): translate("fields", "title on the certificate"),
        ("training_session", "title"): translate("fields", "title of the session"),
        ("event_staff", "name"): translate("fields", "name"),
        ("roster_snapshot", "apologies"): translate("fields", "apologies beforehand"),
        ("document_issue", "number"): translate("fields", "certificate number"),
        ("document_issue", "person_id"): translate("fields", "person"),
        ("document_issue", "code"): translate("fields", "signed code"),
        ("print_run", "paper"): translate("fields", "paper"),
        ("print_run", "people_from"): translate("fields", "people from"),
        ("print_run", "about_id"): translate("fields", "which people"),
        ("print_run", "people"): translate("fields", "number of people"),
        ("print_run", "pages"): translate("fields", "number of pages"),
        ("print_run", "way"): translate("fields", "printed or saved"),
        ("print_run", "printed_at"): translate("fields", "printed at"),
        ("print_run", "printed_by"): translate("fields", "printed by"),
        ("document_revocation", "number"): translate("fields", "certificate number"),
        ("document_revocation", "revoked_at"): translate("fields", "revoked on"),
        ("document_revocation", "by_id"): translate("fields", "revoked by"),
        ("consent", "purpose"): translate("fields", "what for"),
        ("evaluation_question", "code"): translate("fields", "code of the question"),
        ("evaluation_question", "wording"): translate("fields", "question"),
        ("evaluation_question", "ends"): translate("fields", "words of the ends of the scale"),
        ("device_key", "public_key"): translate("fields", "public key"),
        ("device_key", "valid_from"): translate("fields", "valid from"),
        ("device_key", "region"): translate("fields", "for the region"),
        ("device_key", "block"): translate("fields", "number of the laptop"),
        ("device_key", "statement"): translate("fields", "signature of the centre"),
        ("device_key", "shut_out_at"): translate("fields", "shut out since"),
        ("region", "code"): translate("fields", "code of the region"),
        ("device_policy", "region"): translate("fields", "for the region"),
        ("device_policy", "unlock"): translate("fields", "opened with"),
        ("device_policy", "pin_digits"): translate("fields", "digits of a PIN"),
        ("device_policy", "lock_after_minutes"): translate("fields", "minutes until it locks"),
        ("device_policy", "lease_days"): translate("fields", "days without the centre"),
    }


def _fields() -> dict[str, str]:
    return {**_people(), **_training(), **_screening(), **_matches(), **_safeguarding(), **_rights(), **_others()}


def _people() -> dict[str, str]:
    return {
        "reference": translate("fields", "reference"),
        "given_name": translate("fields", "first name"),
        "family_name": translate("fields", "family name"),
        "preferred_name": translate("fields", "likes to be called"),
        "certificate_name": translate("fields", "name on certificates"),
        "date_of_birth": translate("fields", "date of birth"),
        "language_choice": translate("fields", "language"),
        "organisation": translate("fields", "organisation"),
        "employment": translate("fields", "work"),
        "job_title": translate("fields", "job title"),
        "stage": translate("fields", "stage"),
        "joined_on": translate("fields", "with us since"),
        "help_areas": translate("fields", "help with"),
        "max_mentees": translate("fields", "young people at most"),
        "photo_consent": translate("fields", "photographs"),
        "access_needs": translate("fields", "access needs"),
        "notes": translate("fields", "notes"),
        "consent": translate("fields", "consent to keep details"),
        "person_id": translate("fields", "person"),
        "wording": translate("fields", "version of the wording"),
        "given_by": translate("fields", "agreed by"),
        "giver_name": translate("fields", "name of who agreed"),
        "informed": translate("fields", "young person told"),
        "method": translate("fields", "how they agreed"),
        "given_on": translate("fields", "agreed on"),
        "recorded_by": translate("fields", "written down by"),
        "withdrawn_on": translate("fields", "withdrawn on"),
        "withdrawn_by": translate("fields", "withdrawn by"),
        "withdrawal_recorded_by": translate("fields", "withdrawal written down by"),
        "email": translate("fields", "e-mail address"),
        "phone": translate("fields", "telephone number"),
        "postcode": translate("fields", "postcode"),
        "year_group": translate("fields", "year group"),
        "course": translate("fields", "course"),
        "cohort": translate("fields", "cohort"),
        "aspirations": translate("fields", "aspirations"),
    }


def _training() -> dict[str, str]:
    return {
        "title": translate("fields", "title"),
        "title_cy": translate("fields", "Welsh title"),
        "event_kind": translate("fields", "kind of event"),
        "venue": translate("fields", "venue"),
        "address": translate("fields", "address"),
        "access_notes": translate("fields", "access to the venue"),
        "starts_at": translate("fields", "beginning"),
        "ends_at": translate("fields", "end"),
        "hours": translate("fields", "hours"),
        "capacity": translate("fields", "places"),
        "minimum": translate("fields", "places that must be taken"),
        "trainers": translate("fields", "trainers"),
        "modules": translate("fields", "training modules"),
        "event_id": translate("fields", "event"),
        "attendee_id": translate("fields", "person"),
        "booked_at": translate("fields", "time of booking"),
        "at": translate("fields", "time"),
        "supersedes": translate("fields", "what it replaces"),
        "source": translate("fields", "where it was noted"),
        "reason": translate("fields", "reason"),
        "marked_at": translate("fields", "time of marking"),
        "marked_by": translate("fields", "marked by"),
        "amends": translate("fields", "said after closing"),
        "session_id": translate("fields", "session"),
        "requirement_code": translate("fields", "asked for beforehand"),
        "evaluation_form": translate("fields", "evaluation form"),
        "badge_key": translate("fields", "key of the badges"),
        "confirmed_on": translate("fields", "decided to take place on"),
        "confirmed_by": translate("fields", "decided to take place by"),
        "cancelled_reason": translate("fields", "reason for cancelling"),
        "postponed_to": translate("fields", "postponed to"),
        "closed_at": translate("fields", "register closed at"),
        "closed_by": translate("fields", "register closed by"),
        "duty": translate("fields", "duty"),
        "sessions": translate("fields", "sessions"),
        "promoted_at": translate("fields", "given a place at"),
        "confirmed": translate("fields", "answer to the reminder"),
        "note": translate("fields", "note for the event"),
        "taken_at": translate("fields", "time of the roster"),
        "taken_by": translate("fields", "taken by"),
        "booked": translate("fields", "booked"),
        "waitlisted": translate("fields", "on the waiting list"),
        "apologies": translate("fields", "apologies"),
        "position": translate("fields", "place on the form"),
        "on_form": translate("fields", "on the form"),
        "asks": translate("fields", "how it is answered"),
        "wording_cy": translate("fields", "question in Welsh"),
        "ends_cy": translate("fields", "Welsh words of the ends"),
        "event_kinds": translate("fields", "asked at"),
        "sheet_id": translate("fields", "sheet"),
        "question_id": translate("fields", "question"),
        "points": translate("fields", "answer"),
        "words": translate("fields", "answer in words"),
        "withdraws": translate("fields", "answer that it takes back"),
        "linked_at": translate("fields", "recognised at"),
        "evidence": translate("fields", "what speaks for it"),
    }


def _screening() -> dict[str, str]:
    return {
        "clearance_level": translate("fields", "clearance level"),
        "clearance_state": translate("fields", "clearance"),
        "clearance_applied_on": translate("fields", "clearance applied for on"),
        "clearance_until": translate("fields", "clearance until"),
        "level": translate("fields", "level of the check"),
        "workforce": translate("fields", "workforce"),
        "applied_on": translate("fields", "applied for on"),
        "certificate_number": translate("fields", "certificate number"),
        "issued_on": translate("fields", "issued on"),
        "seen_by": translate("fields", "seen by"),
        "seen_on": translate("fields", "seen on"),
        "outcome": translate("fields", "outcome"),
        "decided_by": translate("fields", "decided by"),
        "decided_on": translate("fields", "decided on"),
        "next_due_on": translate("fields", "next check due on"),
    }


def _matches() -> dict[str, str]:
    return {
        "mentor_id": translate("fields", "mentor"),
        "mentee_id": translate("fields", "young person"),
        "partner_id": translate("fields", "partner"),
        "proposed_on": translate("fields", "proposed on"),
        "started_on": translate("fields", "start"),
        "planned_end_on": translate("fields", "planned end"),
        "closed_on": translate("fields", "closed on"),
        "close_reason": translate("fields", "reason for closing"),
        "focus": translate("fields", "working on"),
        "meetings_held": translate("fields", "meetings held"),
        "last_met_on": translate("fields", "last met"),
    }


def _safeguarding() -> dict[str, str]:
    return {
        "contact_role": translate("fields", "role"),
        "valid_until": translate("fields", "valid until"),
        "purpose": translate("fields", "purpose"),
        "user_id": translate("fields", "person"),
        "user_name": translate("fields", "name"),
        "device_name": translate("fields", "name of the laptop"),
        "seal_key": translate("fields", "key for sealing"),
        "sign_key": translate("fields", "key for signing"),
        "made_at": translate("fields", "time of making"),
        "vouched_by": translate("fields", "vouched for by"),
        "vouching": translate("fields", "signature"),
        "revoked_at": translate("fields", "taken away at"),
        "receipt": translate("fields", "receipt"),
        "opened_at": translate("fields", "time of opening"),
        "entry": translate("fields", "kind of entry"),
        "about": translate("fields", "what it belongs to"),
        "recorder_id": translate("fields", "written by"),
        "sealed": translate("fields", "sealed text"),
        "keys": translate("fields", "keys"),
        "concern_id": translate("fields", "concern"),
        "key_id": translate("fields", "key"),
        "wrapped": translate("fields", "wrapped key"),
        "granted_at": translate("fields", "time of granting"),
    }


def _rights() -> dict[str, str]:
    return {
        "asked": translate("fields", "what was asked"),
        "received_on": translate("fields", "received on"),
        "extended": translate("fields", "extended by two months"),
        "told_on": translate("fields", "told of the extension on"),
        "done_on": translate("fields", "answered on"),
        "answer": translate("fields", "answer"),
        "ground": translate("fields", "ground"),
        "set_on": translate("fields", "in force since"),
        "lifted_on": translate("fields", "lifted on"),
        "who": translate("fields", "whose records"),
        "since": translate("fields", "counted from"),
        "months": translate("fields", "months"),
        "seen_kind": translate("fields", "kind of record seen"),
        "seen_id": translate("fields", "record seen"),
        "reader_id": translate("fields", "seen by"),
        "seen_at": translate("fields", "time of seeing"),
        "how": translate("fields", "how it was seen"),
    }


def _others() -> dict[str, str]:
    return {
        # regions, partners, requirements
        "code": translate("fields", "code"),
        "name": translate("fields", "name"),
        "name_cy": translate("fields", "Welsh name"),
        "nation": translate("fields", "nation"),
        "languages": translate("fields", "languages"),
        "mentor_target": translate("fields", "mentors wished for"),
        "valid_from": translate("fields", "valid from"),
        "attendance_share": translate("fields", "share of a session that counts as attended"),
        "holds_months": translate("fields", "months for which it holds"),
        "partner_kind": translate("fields", "kind of partner"),
        "agreement": translate("fields", "agreement"),
        "place": translate("fields", "place"),
        "safeguarding_lead": translate("fields", "safeguarding lead"),
        "safeguarding_phone": translate("fields", "safeguarding telephone"),
        # papers
        "document": translate("fields", "paper"),
        "name_as_printed": translate("fields", "name as printed"),
        "held_on": translate("fields", "held on"),
        "held_until": translate("fields", "held until"),
        "signed_by": translate("fields", "signed by"),
        "issued_at": translate("fields", "time of issue"),
        # decisions
        "about_kind": translate("fields", "what it is about"),
        "about_id": translate("fields", "whom it is about"),
        "field": translate("fields", "detail in question"),
        "before": translate("fields", "before both"),
        "centre": translate("fields", "answer at the centre"),
        "laptop": translate("fields", "answer of the laptop"),
        "centre_rev": translate("fields", "version at the centre"),
        "centre_by": translate("fields", "author at the centre"),
        "centre_by_name": translate("fields", "author at the centre"),
        "centre_at": translate("fields", "time at the centre"),
        "laptop_by": translate("fields", "author on the laptop"),
        "laptop_by_name": translate("fields", "author on the laptop"),
        "laptop_at": translate("fields", "time on the laptop"),
        "device_id": translate("fields", "laptop"),
        "op_n": translate("fields", "number of the change"),
        "state": translate("fields", "state"),
        "choice": translate("fields", "decision"),
        "value": translate("fields", "decided answer"),
        "settled_by": translate("fields", "decided by"),
        "settled_by_name": translate("fields", "decided by"),
        "settled_at": translate("fields", "time of the decision"),
    }
