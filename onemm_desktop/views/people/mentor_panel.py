"""A mentor's card at the side of the list."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtWidgets import QWidget

from onemm_desktop.programme.cards import Check, MentorCard
from onemm_desktop.programme.dates import day_of
from onemm_desktop.programme.match_card import Pair
from onemm_desktop.views.lists.panel import Panel
from onemm_desktop.views.lists.parts import Line
from onemm_desktop.views.people import gate_words, words
from onemm_desktop.views.people.consents_part import ConsentsPart


class MentorPanel(Panel):
    """Everything this laptop may show of a mentor."""

    KIND = "mentor"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Mentor’s card"), parent)
        contact = self.add_section(self.tr("Contact"))
        self._no_contact = self.add_note(contact, self.tr("Contact details are kept at the office."))
        self._contact = [
            self.add_editor(contact, "contact", "phone", self.tr("Telephone")),
            self.add_editor(contact, "contact", "email", self.tr("E-mail")),
            self.add_editor(contact, "contact", "postcode", self.tr("Postcode")),
        ]
        self._contact_fixed = self.add_note(contact, self.tr("Your role may read contact details but not change them."))
        screening = self.add_section(self.tr("Clearance"))
        self._checks = self.add_lines(screening)
        self._no_checks = self.add_note(screening, "")
        self._training = self.add_section(self.tr("Training"))
        self._modules = self.add_lines(self._training)
        self._no_modules = self.add_note(self._training, self.tr("It is not known yet what is needed."))
        pairs = self.add_section(self.tr("Young people"))
        self._pairs = self.add_lines(pairs)
        self._no_pairs = self.add_note(pairs, self.tr("No matches on this laptop."))
        events = self.add_section(self.tr("Events"))
        self._events = self.add_lines(events)
        self._no_events = self.add_note(events, self.tr("Not booked on any event yet."))
        self._gates = self.add_section(self.tr("Before a match"))
        self._missing = self.add_note(self._gates, "")
        self.consents = ConsentsPart(self, young=False)
        self.add_section(self.tr("Consents")).addWidget(self.consents)
        about = self.add_section(self.tr("About"))
        self._facts = self.add_facts(about)
        self._own = [
            self.add_editor(about, "mentor", "preferred_name", self.tr("Likes to be called")),
            self.add_editor(about, "mentor", "certificate_name", self.tr("Name on certificates")),
            self.add_editor(about, "mentor", "organisation", self.tr("Organisation")),
            self.add_editor(about, "mentor", "job_title", self.tr("Job title")),
            self.add_editor(about, "mentor", "access_needs", self.tr("Access needs"), long=True),
            self.add_editor(about, "mentor", "notes", self.tr("Notes"), long=True),
        ]
        self._fixed = self.add_note(about, self.tr("Your role may read this card but not change it."))

    def fill(self, card: MentorCard, *, today: date) -> None:
        """Show a card."""
        stage = words.toned(words.stages(), card.stage)
        subtitle = words.beneath(card.organisation, card.reference)
        afresh = self.set_head(card.id, card.name, subtitle, words.clearance(card.clearance), stage)
        self._fill_contact(card, afresh=afresh)
        self._say_missing(card)
        self.consents.show_consents(card.consents, editable=card.consents_editable, today=today, afresh=afresh)
        for editor in self._own:
            editor.show_value(getattr(card, editor.field), editable=card.editable, afresh=afresh)
        self._fixed.setVisible(not card.editable)
        self._facts.show_facts(self._told(card))
        self._checks.show_lines([self._check(check) for check in card.checks])
        self._no_checks.setText(self._why_no_checks(card))
        self._no_checks.setVisible(not card.checks)
        self._modules.show_lines([self._module(module, passed) for module, passed in card.modules])
        self._no_modules.setVisible(not card.modules)
        self._pairs.show_lines([self._pair(pair) for pair in card.pairs])
        self._no_pairs.setVisible(not card.pairs)
        self._events.show_lines(
            [
                Line(
                    event.title,
                    words.day_in_full(day_of(event.starts_at)),
                    words.toned(words.attendance(), event.state),
                )
                for event in card.events
            ]
        )
        self._no_events.setVisible(not card.events)

    def _fill_contact(self, card: MentorCard, *, afresh: bool) -> None:
        self._no_contact.setVisible(card.contact is None)
        self._contact_fixed.setVisible(card.contact is not None and not card.contact_editable)
        for editor in self._contact:
            editor.setVisible(card.contact is not None)
            value = getattr(card.contact, editor.field) if card.contact else ""
            editor.show_value(value, editable=card.contact_editable, afresh=afresh)

    def _say_missing(self, card: MentorCard) -> None:
        """Each gate that is shut in a line; who has or had a match is past all that."""
        said = [gate_words.sentence(one) for one in card.missing or ()]
        if card.missing is not None and not said:
            said = [self.tr("Nothing is missing: ready to match.")]
        elif card.missing is None:
            said = [self.tr("Not waiting for a match now.")]
        self._missing.setText("\n".join(said))
        self._missing.setVisible(True)

    def _told(self, card: MentorCard) -> Iterator[tuple[str, str]]:
        yield self.tr("Language"), words.word(words.choices(), card.language_choice)
        yield self.tr("Photographs"), words.word(words.choices(), card.photo_consent)
        yield self.tr("Work"), words.word(words.choices(), card.employment)
        yield self.tr("With us since"), words.day_in_full(card.joined_on) if card.joined_on else ""
        yield self.tr("Helps with"), ", ".join(words.plain(area) for area in card.help_areas)
        yield self.tr("Mentors at most"), self.tr("%n young people", "", card.max_mentees)

    def _why_no_checks(self, card: MentorCard) -> str:
        if card.contact is None:
            return self.tr("The checks behind the clearance are kept at the office.")
        return self.tr("No check has been entered yet.")

    def _check(self, check: Check) -> Line:
        details = []
        if check.issued_on:
            details.append(self.tr("issued {day}").format(day=words.day_in_full(check.issued_on)))
        if check.certificate_number:
            details.append(self.tr("no. {number}").format(number=check.certificate_number))
        if check.next_due_on:
            details.append(self.tr("next due {day}").format(day=words.day_in_full(check.next_due_on)))
        level = words.word(words.levels(), check.level)
        outcome = words.word(words.outcomes(), check.outcome) if check.outcome else self.tr("not decided yet")
        return Line(f"{level} · {outcome}", " · ".join(details))

    def _module(self, module: str, passed: bool) -> Line:
        pill = (self.tr("Passed"), "ok") if passed else (self.tr("To do"), "neutral")
        return Line(words.word(words.modules(), module), pill=pill)  # type: ignore[arg-type]

    def _pair(self, pair: Pair) -> Line:
        since = words.day_in_full(pair.since) if pair.since else ""
        detail = " · ".join(part for part in (pair.partner, since) if part)
        name = pair.mentee or self.tr("A young person")
        return Line(name, detail, words.toned(words.match_states(), pair.state), ("match", pair.id))
