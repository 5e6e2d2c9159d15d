"""A match's card at the side of the list."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtWidgets import QWidget

from onemm_desktop.programme.match_card import MatchCard
from onemm_desktop.views.lists.panel import Panel
from onemm_desktop.views.lists.parts import Line
from onemm_desktop.views.people import words


class MatchPanel(Panel):
    """Everything this laptop may show of a match."""

    KIND = "match"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("The match"), parent)
        people = self.add_section(self.tr("People"))
        self._people = self.add_lines(people)
        course = self.add_section(self.tr("Course of the match"))
        self._silent = self.add_note(course, "")
        self._silent.set_tone("warn")
        self._facts = self.add_facts(course)
        notes = self.add_section(self.tr("Notes"))
        self._notes = self.add_editor(notes, "match", "notes", self.tr("Notes on the match"), long=True)
        self._fixed = self.add_note(notes, self.tr("Your role may read this match but not change it."))

    def fill(self, card: MatchCard) -> None:
        """Show a card."""
        mentor = card.mentor or self.tr("A mentor")
        mentee = card.mentee or self.tr("A young person")
        title = self.tr("{mentor} and {mentee}").format(mentor=mentor, mentee=mentee)
        subtitle = words.beneath(card.partner, card.reference)
        afresh = self.set_head(card.id, title, subtitle, words.toned(words.match_states(), card.state))
        self._people.show_lines(
            [
                Line(mentor, self.tr("Mentor"), follows=("mentor", card.mentor_id)),
                Line(mentee, self.tr("Young person"), follows=("mentee", card.mentee_id)),
            ]
        )
        self._silent.setText(self._silence(card))
        self._silent.setVisible(card.silent_days > 0)
        self._facts.show_facts(self._told(card))
        self._notes.show_value(card.notes, editable=card.editable, afresh=afresh)
        self._fixed.setVisible(not card.editable)

    def _silence(self, card: MatchCard) -> str:
        return self.tr("No meeting for %n day(s). Ask both how it is going.", "", card.silent_days)

    def _told(self, card: MatchCard) -> Iterator[tuple[str, str]]:
        yield self.tr("Proposed"), _day(card.proposed_on)
        yield self.tr("Started"), _day(card.started_on)
        yield self.tr("Last met"), _day(card.last_met_on)
        yield self.tr("Meetings held"), str(card.meetings_held)
        yield self.tr("Planned end"), _day(card.planned_end_on)
        yield self.tr("Closed"), _day(card.closed_on)
        yield self.tr("Because"), words.word(words.close_reasons(), card.close_reason) if card.close_reason else ""
        yield self.tr("Working on"), ", ".join(words.plain(area) for area in card.focus)


def _day(day: date | None) -> str:
    return words.day_in_full(day) if day else ""
