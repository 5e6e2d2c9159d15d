"""A young person's card at the side of the list."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtWidgets import QWidget

from onemm_desktop.programme.cards import MenteeCard
from onemm_desktop.programme.match_card import Pair
from onemm_desktop.views.lists.panel import Panel
from onemm_desktop.views.lists.parts import Line
from onemm_desktop.views.people import gate_words, words
from onemm_desktop.views.people.consents_part import ConsentsPart


class MenteePanel(Panel):
    """What is shown of a young person: no address, no telephone, no day of birth."""

    KIND = "mentee"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Young person’s card"), parent)
        pairs = self.add_section(self.tr("Mentor"))
        self._pairs = self.add_lines(pairs)
        self._no_pairs = self.add_note(pairs, self.tr("No mentor yet."))
        self._gates = self.add_section(self.tr("Before a match"))
        self._missing = self.add_note(self._gates, "")
        self.consents = ConsentsPart(self, young=True)
        self.add_section(self.tr("Consents")).addWidget(self.consents)
        about = self.add_section(self.tr("About"))
        self._facts = self.add_facts(about)
        self.add_note(about, self.tr("How to reach a young person is known to their school, college or charity alone."))
        changes = self.add_section(self.tr("Wishes and needs"))
        self._own = [
            self.add_editor(changes, "mentee", "preferred_name", self.tr("Likes to be called")),
            self.add_editor(changes, "mentee", "certificate_name", self.tr("Name on certificates")),
            self.add_editor(changes, "mentee", "aspirations", self.tr("Hopes and plans"), long=True),
            self.add_editor(changes, "mentee", "access_needs", self.tr("Access needs"), long=True),
            self.add_editor(changes, "mentee", "notes", self.tr("Notes"), long=True),
        ]
        self._fixed = self.add_note(changes, self.tr("Your role may read this card but not change it."))

    def fill(self, card: MenteeCard, *, today: date) -> None:
        """Show a card."""
        subtitle = words.beneath(card.partner, card.reference)
        afresh = self.set_head(card.id, card.name, subtitle, words.toned(words.stages(), card.stage))
        self._facts.show_facts(self._told(card))
        self._pairs.show_lines([self._pair(pair) for pair in card.pairs])
        self._no_pairs.setVisible(not card.pairs)
        self._say_missing(card)
        self.consents.show_consents(card.consents, editable=card.consents_editable, today=today, afresh=afresh)
        for editor in self._own:
            editor.show_value(getattr(card, editor.field), editable=card.editable, afresh=afresh)
        self._fixed.setVisible(not card.editable)

    def _say_missing(self, card: MenteeCard) -> None:
        """Each gate that is shut in a line; who has or had a match is past all that."""
        said = [gate_words.sentence(one) for one in card.missing or ()]
        if card.missing is not None and not said:
            said = [self.tr("Nothing is missing: ready to match.")]
        elif card.missing is None:
            said = [self.tr("Not waiting for a match now.")]
        if card.birthday is not None:
            said.append(gate_words.birthday(*card.birthday))
        self._missing.setText("\n".join(said))
        self._missing.setVisible(True)

    def _told(self, card: MenteeCard) -> Iterator[tuple[str, str]]:
        yield self.tr("Age"), str(card.age)
        yield self.tr("Year"), card.year_group
        yield self.tr("Course"), card.course
        yield self.tr("Cohort"), card.cohort
        yield self.tr("Language"), words.word(words.choices(), card.language_choice)
        yield self.tr("Photographs"), words.word(words.choices(), card.photo_consent)
        yield self.tr("Wants help with"), ", ".join(words.plain(area) for area in card.help_areas)

    def _pair(self, pair: Pair) -> Line:
        since = words.day_in_full(pair.since) if pair.since else ""
        return Line(
            pair.mentor or self.tr("A mentor"), since, words.toned(words.match_states(), pair.state), ("match", pair.id)
        )
