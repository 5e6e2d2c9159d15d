"""The life of an event as a row of pills: what is past is ticked, where it stands is filled."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from onemm_desktop.programme.event_board import PATH
from onemm_desktop.views.tokens import Tone
from onemm_desktop.views.value_words import code_word
from onemm_desktop.views.widgets import Flow, Pill

#: States beside the way: they stand alone.
_BESIDE: dict[str, Tone] = {"cancelled": "bad", "postponed": "warn"}


class LifePath(QWidget):
    """``show_state`` says where the event stands. Its accessible name says the same in one sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._beside = Pill(parent=self)
        self.pills = {state: Pill(parent=self) for state in PATH}
        row = Flow(self, spacing=6)
        for pill in (*self.pills.values(), self._beside):
            row.add(pill)

    def show_state(self, state: str) -> None:
        """Show the whole way with this state filled; a state beside the way alone."""
        beside = state not in self.pills
        here = -1 if beside else PATH.index(state)
        for place, (code, pill) in enumerate(self.pills.items()):
            word = code_word("event", "state", code)
            pill.set_state(f"✓ {word}" if place < here else word, "primary" if place == here else "neutral")
            pill.setVisible(not beside)
        self._beside.set_state(code_word("event", "state", state), _BESIDE.get(state, "neutral"))
        self._beside.setVisible(beside)
        self._name(state)

    def _name(self, state: str) -> None:
        word = code_word("event", "state", state)
        if state not in self.pills:
            self.setAccessibleName(self.tr("The event is: {state}").format(state=word))
            return
        place = PATH.index(state) + 1
        said = self.tr("The event is: {state}, step {place} of {all}")
        self.setAccessibleName(said.format(state=word, place=place, all=len(PATH)))
