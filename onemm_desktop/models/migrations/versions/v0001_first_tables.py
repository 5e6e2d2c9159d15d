"""The tables of the first version: records that travel, this laptop's journal, and how far it has read.

Written out and not taken from the models: what this file makes must stay what it made when the models have moved on.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes every table and index of the first version."""
    _records(
        "region",
        _text("code"),
        _text("name"),
        _text("nation"),
        _json("languages"),
        _whole("mentor_target", nullable=True),
    )
    op.create_index("ix_region_code", "region", ["code"])
    _records(
        "requirement_set",
        _text("code"),
        _text("title"),
        _text("title_cy"),
        _json("modules"),
        _number("attendance_share"),
        _whole("holds_months", nullable=True),
        _day("valid_from"),
    )
    op.create_index("ix_requirement_set_code", "requirement_set", ["code"])
    _records(
        "device_policy",
        _text("region"),
        _day("valid_from"),
        _text("unlock"),
        _whole("pin_digits"),
        _whole("lock_after_minutes"),
        _whole("lease_days"),
    )
    _records(
        "device_key",
        _text("region"),
        _whole("block"),
        _text("public_key"),
        _instant("valid_from"),
        _text("statement"),
        _instant("shut_out_at", nullable=True),
    )
    op.create_index("ix_device_key_block", "device_key", ["block"])
    _records(
        "retention_rule",
        _text("who"),
        _text("since"),
        _whole("months"),
        _day("valid_from"),
        _text("source"),
    )
    _records(
        "evaluation_question",
        _text("code"),
        _whole("position"),
        _text("asks"),
        _text("wording"),
        _text("wording_cy"),
        _json("ends"),
        _json("ends_cy"),
        _json("event_kinds"),
        _flag("on_form"),
        _day("valid_from"),
    )
    _records(
        "partner",
        _text("name"),
        _text("name_cy"),
        _text("partner_kind"),
        _text("agreement"),
        _text("place"),
        _text("safeguarding_lead"),
        _text("safeguarding_phone"),
    )
    _records(
        "event",
        _text("reference"),
        _text("title"),
        _text("title_cy"),
        _text("event_kind"),
        _text("state"),
        _text("venue"),
        _text("address"),
        _text("access_notes"),
        _instant("starts_at"),
        _instant("ends_at"),
        _number("hours"),
        _whole("capacity"),
        _whole("minimum"),
        _json("trainers"),
        _json("modules"),
        _text("partner_id", nullable=True),
        _text("requirement_code"),
        _text("evaluation_form"),
        _text("badge_key"),
        _day("confirmed_on", nullable=True),
        _text("confirmed_by"),
        _text("cancelled_reason"),
        _text("postponed_to", nullable=True),
        _instant("closed_at", nullable=True),
        _text("closed_by"),
    )
    op.create_index("ix_event_starts_at", "event", ["starts_at"])
    _records(
        "training_session",
        _text("event_id"),
        _text("title"),
        _text("title_cy"),
        _instant("starts_at"),
        _instant("ends_at"),
        _number("hours"),
        _json("modules"),
    )
    op.create_index("ix_training_session_event_id", "training_session", ["event_id"])
    _records(
        "event_staff",
        _text("event_id"),
        _text("name"),
        _text("duty"),
        _text("user_id"),
    )
    op.create_index("ix_event_staff_event_id", "event_staff", ["event_id"])
    _records(
        "mentor",
        _text("reference"),
        _text("given_name"),
        _text("family_name"),
        _text("preferred_name"),
        _text("certificate_name"),
        _text("language_choice"),
        _text("organisation"),
        _text("employment"),
        _text("job_title"),
        _text("stage"),
        _day("joined_on", nullable=True),
        _json("help_areas"),
        _whole("max_mentees"),
        _text("photo_consent"),
        _text("access_needs"),
        _text("clearance_level", nullable=True),
        _text("clearance_state"),
        _day("clearance_applied_on", nullable=True),
        _day("clearance_until", nullable=True),
        _json("modules"),
        _text("notes"),
        _text("sort_name"),
        _text("search_text"),
    )
    op.create_index("ix_mentor_reference", "mentor", ["reference"])
    op.create_index("ix_mentor_sort_name", "mentor", ["sort_name"])
    op.create_index("mentor_by_stage", "mentor", ["stage", "sort_name"])
    _records(
        "booking",
        _text("event_id"),
        _text("mentor_id"),
        _text("state"),
        _instant("booked_at", nullable=True),
        _json("sessions"),
        _instant("promoted_at", nullable=True),
        _text("confirmed"),
        _text("note"),
    )
    op.create_index("booking_by_event", "booking", ["event_id", "mentor_id"])
    op.create_index("ix_booking_mentor_id", "booking", ["mentor_id"])
    _records(
        "roster_snapshot",
        _text("event_id"),
        _text("session_id", nullable=True),
        _instant("taken_at"),
        _text("taken_by"),
        _json("booked"),
        _json("waitlisted"),
        _json("apologies"),
    )
    op.create_index("ix_roster_snapshot_event_id", "roster_snapshot", ["event_id"])
    _records(
        "walk_in",
        _text("event_id"),
        _text("given_name"),
        _text("family_name"),
        _text("organisation"),
        _flag("consent"),
        _text("mentor_id", nullable=True),
        _instant("linked_at", nullable=True),
        _json("evidence"),
        _text("sort_name"),
        _text("search_text"),
    )
    op.create_index("ix_walk_in_event_id", "walk_in", ["event_id"])
    op.create_index("ix_walk_in_mentor_id", "walk_in", ["mentor_id"])
    op.create_index("ix_walk_in_sort_name", "walk_in", ["sort_name"])
    _records(
        "attendance_mark",
        _text("event_id"),
        _text("attendee_id"),
        _text("state"),
        _instant("at", nullable=True),
        _text("supersedes", nullable=True),
        _text("source"),
        _text("reason"),
        _instant("marked_at"),
        _text("session_id", nullable=True),
        _text("marked_by"),
        _flag("amends"),
    )
    op.create_index("ix_attendance_mark_attendee_id", "attendance_mark", ["attendee_id"])
    op.create_index("ix_attendance_mark_supersedes", "attendance_mark", ["supersedes"])
    op.create_index("mark_by_event", "attendance_mark", ["event_id", "attendee_id"])
    _records(
        "contact",
        _text("person_id"),
        _text("email"),
        _text("phone"),
        _text("postcode"),
    )
    op.create_index("ix_contact_person_id", "contact", ["person_id"])
    _records(
        "clearance",
        _text("mentor_id"),
        _text("level"),
        _text("workforce"),
        _day("applied_on", nullable=True),
        _text("certificate_number"),
        _day("issued_on", nullable=True),
        _text("seen_by"),
        _day("seen_on", nullable=True),
        _text("outcome", nullable=True),
        _text("decided_by"),
        _day("decided_on", nullable=True),
        _day("next_due_on", nullable=True),
    )
    op.create_index("ix_clearance_mentor_id", "clearance", ["mentor_id"])
    _records(
        "mentee",
        _text("reference"),
        _text("partner_id"),
        _text("given_name"),
        _text("family_name"),
        _text("preferred_name"),
        _text("certificate_name"),
        _day("date_of_birth"),
        _text("language_choice"),
        _text("year_group"),
        _text("course"),
        _text("cohort"),
        _text("stage"),
        _json("help_areas"),
        _text("aspirations"),
        _text("access_needs"),
        _text("photo_consent"),
        _text("notes"),
        _text("sort_name"),
        _text("search_text"),
    )
    op.create_index("ix_mentee_partner_id", "mentee", ["partner_id"])
    op.create_index("ix_mentee_reference", "mentee", ["reference"])
    op.create_index("ix_mentee_sort_name", "mentee", ["sort_name"])
    op.create_index("mentee_by_partner", "mentee", ["partner_id", "sort_name"])
    _records(
        "consent",
        _text("person_id"),
        _text("purpose"),
        _text("wording"),
        _text("given_by"),
        _text("giver_name"),
        _flag("informed"),
        _text("method"),
        _day("given_on"),
        _day("valid_until", nullable=True),
        _text("recorded_by"),
        _day("withdrawn_on", nullable=True),
        _text("withdrawn_by", nullable=True),
        _text("withdrawal_recorded_by"),
    )
    op.create_index("ix_consent_person_id", "consent", ["person_id"])
    _records(
        "match",
        _text("reference"),
        _text("mentor_id"),
        _text("mentee_id"),
        _text("partner_id"),
        _text("state"),
        _day("proposed_on", nullable=True),
        _day("started_on", nullable=True),
        _day("planned_end_on", nullable=True),
        _day("closed_on", nullable=True),
        _text("close_reason", nullable=True),
        _json("focus"),
        _whole("meetings_held"),
        _day("last_met_on", nullable=True),
        _text("notes"),
    )
    op.create_index("ix_match_mentee_id", "match", ["mentee_id"])
    op.create_index("ix_match_mentor_id", "match", ["mentor_id"])
    op.create_index("ix_match_partner_id", "match", ["partner_id"])
    op.create_index("ix_match_reference", "match", ["reference"])
    op.create_index("ix_match_state", "match", ["state"])
    _records(
        "document_issue",
        _text("document"),
        _text("number"),
        _text("person_id", nullable=True),
        _text("partner_id", nullable=True),
        _text("event_id", nullable=True),
        _text("name_as_printed"),
        _text("title"),
        _text("title_cy"),
        _text("place"),
        _json("signed_by"),
        _number("hours"),
        _day("held_on"),
        _day("held_until", nullable=True),
        _day("valid_until", nullable=True),
        _instant("issued_at"),
        _text("supersedes", nullable=True),
        _text("code"),
    )
    op.create_index("ix_document_issue_number", "document_issue", ["number"])
    op.create_index("ix_document_issue_supersedes", "document_issue", ["supersedes"])
    op.create_index("ix_document_issue_event_id", "document_issue", ["event_id"])
    op.create_index("ix_document_issue_person_id", "document_issue", ["person_id"])
    op.create_index("ix_document_issue_partner_id", "document_issue", ["partner_id"])
    _records(
        "document_revocation",
        _text("number"),
        _text("reason"),
        _instant("revoked_at"),
        _text("by_id"),
    )
    op.create_index("ix_document_revocation_number", "document_revocation", ["number"])
    _records(
        "print_run",
        _text("paper"),
        _text("people_from"),
        _text("about_id"),
        _whole("people"),
        _whole("pages"),
        _text("way"),
        _instant("printed_at"),
        _text("printed_by"),
    )
    op.create_index("ix_print_run_about_id", "print_run", ["about_id"])
    _records(
        "evaluation_answer",
        _text("event_id"),
        _text("session_id", nullable=True),
        _text("sheet_id"),
        _text("question_id"),
        _whole("points", nullable=True),
        _text("words"),
        _text("withdraws", nullable=True),
    )
    op.create_index("ix_evaluation_answer_event_id", "evaluation_answer", ["event_id"])
    _records(
        "conflict",
        _text("about_kind"),
        _text("about_id"),
        _text("field"),
        _json("before", nullable=True),
        _json("centre", nullable=True),
        _json("laptop", nullable=True),
        _whole("centre_rev"),
        _text("centre_by"),
        _text("centre_by_name"),
        _instant("centre_at", nullable=True),
        _text("laptop_by"),
        _text("laptop_by_name"),
        _instant("laptop_at"),
        _text("device_id"),
        _whole("op_n"),
        _text("state"),
        _text("choice", nullable=True),
        _json("value", nullable=True),
        _text("settled_by"),
        _text("settled_by_name"),
        _instant("settled_at", nullable=True),
    )
    op.create_index("conflict_open", "conflict", ["state", "about_kind", "about_id"])
    op.create_index("conflict_of_op", "conflict", ["device_id", "op_n"])
    _safeguarding()
    _rights()
    op.create_table(
        "device",
        _whole("pk", primary_key=True),
        _text("device_id"),
        _whole("block"),
        _text("device_name"),
        _text("address"),
        _text("centre"),
        _text("centre_seal_key"),
        _text("centre_sign_key"),
        _json("former_sign_keys"),
        _json("pins"),
        _text("epoch"),
        _text("user_id"),
        _text("user_name"),
        _text("role"),
        _text("region"),
        _text("region_name"),
        _json("scope"),
        _text("scope_mark"),
        _whole("next_n"),
        _whole("next_certificate"),
        _number("clock_offset"),
        _instant("last_checkpoint", nullable=True),
        _flag("first_sync_done"),
        _whole("decided"),
        _flag("traces"),
        _instant("sound_at", nullable=True),
    )
    op.create_table(
        "op",
        _whole("n", primary_key=True, autoincrement=False),
        _text("kind"),
        _text("record_id"),
        _text("partition"),
        _text("verb"),
        _json("fields"),
        _json("was"),
        _json("read"),
        _whole("previous", nullable=True),
        _text("by"),
        _instant("at"),
        _text("undo_group"),
        _text("label"),
        _json("label_values"),
        _text("undoes", nullable=True),
        _text("state"),
        _json("answer", nullable=True),
    )
    op.create_index("ix_op_undo_group", "op", ["undo_group"])
    op.create_index("op_by_record", "op", ["kind", "record_id", "n"])
    op.create_index("op_waiting", "op", ["state", "n"], sqlite_where=sa.text("state <> 'done'"))
    op.create_table(
        "progress",
        _text("partition", primary_key=True),
        _whole("seq"),
        _flag("complete"),
        _text("after_kind", nullable=True),
        _text("after_id", nullable=True),
        _whole("records"),
        _whole("total"),
        _flag("doubted"),
        _flag("examined"),
        _text("digest"),
        _json("filled"),
        _json("refill", nullable=True),
    )
    op.create_table(
        "lease",
        _whole("pk", primary_key=True),
        _number("age"),
        _instant("wall"),
        _text("boot"),
        _number("since_boot"),
        _json("asked"),
    )
    op.create_table("preflight_run", _text("event_id", primary_key=True), _instant("at"), _json("findings"))
    op.create_table(
        "printed_sheet",
        _whole("pk", primary_key=True),
        _text("event_id"),
        _whole("number"),
        _instant("printed_at"),
        _json("rows"),
        _whole("blank_rows"),
        _json("keyed"),
    )
    op.create_index("printed_sheet_by_event", "printed_sheet", ["event_id", "number"], unique=True)
    op.create_table("draft", _text("page", primary_key=True), _json("content"))
    op.create_table(
        "incident",
        _whole("n", primary_key=True),
        _instant("at"),
        _text("what"),
        _text("partition"),
        _text("kind"),
        _whole("records"),
        _flag("told"),
    )
    op.create_table(
        "shadow",
        _text("kind", primary_key=True),
        _text("record_id", primary_key=True),
        _text("partition"),
        _whole("rev"),
        _json("data", nullable=True),
    )


def _safeguarding() -> None:
    """Sealed concerns with their keys, and what their authors keep of them."""
    _records(
        "safeguarding_contact",
        _text("name"),
        _text("contact_role"),
        _text("phone"),
        _text("hours"),
        _day("valid_from"),
        _day("valid_until", nullable=True),
    )
    _records(
        "safeguarding_key",
        _text("purpose"),
        _text("user_id"),
        _text("user_name"),
        _text("device_id"),
        _text("device_name"),
        _text("seal_key"),
        _text("sign_key"),
        _instant("made_at"),
        _text("vouched_by"),
        _text("vouching"),
        _instant("revoked_at", nullable=True),
    )
    _records("concern_receipt", _text("receipt"), _instant("opened_at"))
    op.create_index("ix_concern_receipt_receipt", "concern_receipt", ["receipt"])
    _records(
        "concern",
        _text("entry"),
        _text("about"),
        _instant("made_at"),
        _text("recorder_id"),
        _text("sealed"),
        _json("keys"),
    )
    op.create_index("ix_concern_about", "concern", ["about"])
    _records(
        "concern_key_grant",
        _text("concern_id"),
        _text("key_id"),
        _text("wrapped"),
        _instant("granted_at"),
    )
    op.create_index("ix_concern_key_grant_concern_id", "concern_key_grant", ["concern_id"])
    op.create_table("concern_draft", _text("about", primary_key=True), _json("typed"), _instant("changed_at"))
    op.create_table(
        "concern_slip",
        _text("id", primary_key=True),
        _text("entry"),
        _text("about"),
        _text("receipt"),
        _instant("made_at"),
        _instant("reached_at", nullable=True),
        _flag("lost"),
    )
    op.create_table(
        "safeguarding_root",
        _text("partition", primary_key=True),
        _text("key_id"),
        _text("sign_key"),
        _instant("seen_at"),
    )


def _rights() -> None:
    """What people ask about their data, holds, and who has looked at what few may see."""
    _records(
        "rights_request",
        _text("person_id"),
        _text("asked"),
        _day("received_on"),
        _flag("extended"),
        _day("told_on", nullable=True),
        _day("done_on", nullable=True),
        _text("answer", nullable=True),
    )
    op.create_index("ix_rights_request_person_id", "rights_request", ["person_id"])
    _records(
        "legal_hold",
        _text("person_id"),
        _text("ground"),
        _day("set_on"),
        _day("lifted_on", nullable=True),
    )
    op.create_index("ix_legal_hold_person_id", "legal_hold", ["person_id"])
    _records(
        "access",
        _text("seen_kind"),
        _text("seen_id"),
        _text("reader_id"),
        _instant("seen_at"),
        _text("how"),
    )
    op.create_index("ix_access_seen_id", "access", ["seen_id"])


def _records(name: str, *columns: sa.Column[Any]) -> None:
    """A table of records that travel: identity, partition, revision and room for unknown fields, then its fields."""
    op.create_table(
        name,
        _whole("pk", primary_key=True),
        sa.Column("id", sa.String(36), nullable=False, unique=True),
        _text("partition"),
        _whole("rev"),
        _json("extra"),
        *columns,
    )
    op.create_index(f"ix_{name}_partition", name, ["partition"])


def _text(name: str, *, nullable: bool = False, primary_key: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=nullable, primary_key=primary_key)


def _whole(
    name: str, *, nullable: bool = False, primary_key: bool = False, autoincrement: bool = True
) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=nullable, primary_key=primary_key, autoincrement=autoincrement)


def _number(name: str) -> sa.Column[float]:
    return sa.Column(name, sa.Double(), nullable=False)


def _flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), nullable=False)


def _day(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Date(), nullable=nullable)


def _instant(name: str, *, nullable: bool = False) -> sa.Column[str]:
    """An instant as the text that travels."""
    return sa.Column(name, sa.Text(), nullable=nullable)


def _json(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.JSON(), nullable=nullable)
