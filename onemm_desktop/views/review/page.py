"""The page Needs review: cards to decide on, the newest first; by mouse, and by keyboard alone."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from onemm_desktop.background import Background
from onemm_desktop.changes import Change
from onemm_desktop.errors import KnownError
from onemm_desktop.models import Desk
from onemm_desktop.programme import parked, review
from onemm_desktop.programme.review_list import Question, Refusal, Review, listing
from onemm_desktop.views import sentences
from onemm_desktop.views.page import Page
from onemm_desktop.views.review import words
from onemm_desktop.views.review.card import ReviewCard
from onemm_desktop.views.review.question_card import QuestionCard
from onemm_desktop.views.review.refusal_card import RefusalCard
from onemm_desktop.views.review.several import SeveralPanel
from onemm_desktop.views.theme import scaled
from onemm_desktop.views.widgets import EmptyState, LinkButton, SecondaryButton, Text

#: Cards shown at once; "Show more" brings the next ones. Nobody reads hundreds of them.
AT_ONCE = 30


class ReviewPage(Page):
    """What a machine must not settle. Decides nothing: it asks, and writes what a person chose."""

    def __init__(self, background: Background, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Needs review"), parent)
        self._background = background
        self._desk = desk
        self._review: Review | None = None
        self._cards: dict[str, ReviewCard] = {}
        self._unticked: set[str] = set()
        self._written_on: set[str] = set()
        self._shown = AT_ONCE
        self._next = 0
        self._arriving = False
        self.settle_several = SecondaryButton(self.tr("Settle several…"), self)
        self.settle_several.clicked.connect(self._choose_several)
        self.add_button(self.settle_several)
        self.several = SeveralPanel(self)
        self.several.ruled.connect(self._settle_several)
        self.several.closed.connect(self._choose_no_more)
        self._list = QVBoxLayout()
        self._list.setSpacing(scaled(16))
        self.nothing = EmptyState(
            "check_circle",
            self.tr("Nothing needs you"),
            self.tr("Where two people wrote something else in the same place, you will find both answers here."),
            parent=self,
        )
        self.more = LinkButton("", self)
        self.more.clicked.connect(self._show_more)
        self._keys = Text(
            self.tr("M keeps mine, T keeps theirs, W writes another; Up and Down go from card to card."),
            "small",
            self,
            wrap=True,
        )
        undo = self.tr("Ctrl+Z takes your last decision back, also after it was sent.")
        self._undo = Text(undo, "small", self, wrap=True)
        self.body.addWidget(self.several)
        self.body.addLayout(self._list)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.nothing, 1)
        self.body.addStretch(1)
        feet = QVBoxLayout()
        feet.setSpacing(scaled(2))
        feet.addWidget(self._keys)
        feet.addWidget(self._undo)
        self.body.addLayout(feet)
        self.settle_several.hide()
        for part in (self.more, self._keys, self._undo, self.nothing):
            part.hide()

    @property
    def cards(self) -> list[ReviewCard]:
        """The cards, from the top."""
        return list(self._cards.values())

    def place(self) -> dict[str, Any]:
        writing = [key for key, card in self._cards.items() if card.writing]
        return {"writing": writing} if writing else {}

    def come_back(self, place: Mapping[str, Any]) -> None:
        self._written_on = set(place.get("writing", ()))

    def shown(self) -> None:
        self.bar.dismiss()
        self._next = 0
        self._arriving = True
        self._read()

    def changed(self, change: Change) -> None:
        self._read()

    # --- what is there ---------------------------------------------------------------------------------------------

    def _read(self) -> None:
        self._background.read(partial(listing, now=self._desk.now()), self._show, owner=self)

    def _show(self, found: Review) -> None:
        self._review = found
        self.set_facts(words.facts(found))
        self._show_cards(found)
        self.nothing.setVisible(found.count == 0)
        self._undo.show()
        self._keys.setVisible(bool(found.questions))
        self.settle_several.setVisible(len(found.questions) > 1)
        self.more.set_words(self.tr("Show %n more", "", max(found.count - self._shown, 0)))
        self.more.setVisible(found.count > self._shown)
        if len(found.questions) < 2:
            self._choose_no_more()
        self._count_ticked()

    def _show_cards(self, found: Review) -> None:
        """Cards that say the same stay, with what is half typed on them."""
        focused = self._focused_card()
        wanted: dict[str, Question | Refusal] = {question.id: question for question in found.questions}
        wanted.update({f"op {refusal.op}": refusal for refusal in found.refusals})
        kept: dict[str, ReviewCard] = {}
        for key, content in list(wanted.items())[: self._shown]:
            card = self._cards.pop(key, None)
            if card is not None and _content(card) != content and not card.typing:
                _drop(card)
                card = None
            kept[key] = card or self._make(key, content)
        for card in self._cards.values():
            self._say_gone(card)
            _drop(card)
        self._cards = kept
        for place, card in enumerate(kept.values()):
            if self._list.indexOf(card) != place:
                self._list.insertWidget(place, card)
        self._order_tabs()
        if self._arriving or (focused is not None and focused not in kept.values()):
            self._focus(self._next)
        self._arriving = False

    def _make(self, key: str, content: Question | Refusal) -> ReviewCard:
        now = self._desk.now()
        card: ReviewCard
        if isinstance(content, Question):
            asked = QuestionCard(content, now, self)
            asked.decided.connect(partial(self._settle, key))
            asked.ticked.connect(partial(self._tick, key))
            asked.tick.setChecked(key not in self._unticked)
            asked.set_choosing(not self.several.isHidden())
            card = asked
        else:
            refused = RefusalCard(content, now, self)
            refused.resent.connect(partial(self._resend, key))
            refused.discarded.connect(partial(self._discard, key))
            card = refused
        card.moved.connect(partial(self._move_from, key))
        card.setObjectName(key)
        if key in self._written_on:
            self._written_on.discard(key)
            card.begin_writing()
        return card

    def _say_gone(self, card: ReviewCard) -> None:
        """Somebody was faster than a person who was still writing: what they wrote is shown, not lost."""
        if card.typing:
            sentence = self.tr("Somebody else has decided on {name} meanwhile. You had written: {text}")
            self.bar.show_message(sentence.format(name=card.title, text=card.typing), tone="warn")

    def _show_more(self) -> None:
        self._next = len(self._cards)
        self._shown += AT_ONCE
        if self._review is not None:
            self._show(self._review)
            self._focus(self._next)

    # --- what people do --------------------------------------------------------------------------------------------

    def _settle(self, key: str, choice: review.Choice, value: Any) -> None:
        work = partial(review.settle, conflict=key, choice=choice, value=value)
        values = {"name": self._cards[key].title}
        self._leave(key)
        self._background.write(
            work, label="conflict_settled", values=values, initiator=self, failed=partial(self._failed, key)
        )

    def _resend(self, key: str, fields: Mapping[str, Any]) -> None:
        card = self._cards[key]
        work = partial(parked.resend, op=_op_of(card), fields=dict(fields))
        self._leave(key)
        self._background.write(
            work, label="change_resent", values={"name": card.title}, initiator=self, failed=partial(self._failed, key)
        )

    def _discard(self, key: str) -> None:
        card = self._cards[key]
        work = partial(parked.discard, op=_op_of(card))
        self._leave(key)
        self._background.write(
            work,
            label="change_discarded",
            values={"name": card.title},
            initiator=self,
            failed=partial(self._failed, key),
        )

    def _failed(self, key: str, error: KnownError) -> None:
        """Said next to its cause where somebody is writing, above the cards elsewhere."""
        sentence = sentences.of(error).sentence
        card = self._cards.get(key)
        if isinstance(card, QuestionCard) and card.typing and card.editor is not None:
            card.editor.set_wrong(sentence)
            card.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.bar.show_message(sentence)
        self._read()

    # --- several at once -------------------------------------------------------------------------------------------

    def _choose_several(self) -> None:
        self._set_choosing(True)
        self.several.mine.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_no_more(self) -> None:
        if not self.several.isHidden():
            self._set_choosing(False)
            self._unticked.clear()

    def _set_choosing(self, choosing: bool) -> None:
        self.several.setVisible(choosing)
        self.settle_several.setEnabled(not choosing)
        for card in self._cards.values():
            if isinstance(card, QuestionCard):
                card.set_choosing(choosing)
                card.tick.setChecked(True)
        self._unticked.clear()
        self._count_ticked()

    def _tick(self, key: str, ticked: bool) -> None:
        (self._unticked.discard if ticked else self._unticked.add)(key)
        self._count_ticked()

    def _ticked(self) -> list[str]:
        questions = self._review.questions if self._review is not None else ()
        return [question.id for question in questions if question.editable and question.id not in self._unticked]

    def _count_ticked(self) -> None:
        self.several.count(len(self._ticked()))

    def _settle_several(self, rule: review.Rule) -> None:
        chosen = self._ticked()
        work = partial(review.settle_several, conflicts=chosen, rule=rule)
        values = {"name": self.tr("%n question(s)", "", len(chosen))}
        self._choose_no_more()
        self._next = 0
        self._background.write(work, label="conflicts_settled", values=values, initiator=self)

    # --- the keyboard ----------------------------------------------------------------------------------------------

    def _focused_card(self) -> ReviewCard | None:
        focused: QWidget | None = self.window().focusWidget()
        while focused is not None and not isinstance(focused, ReviewCard):
            focused = focused.parentWidget()
        return focused

    def _move_from(self, key: str, step: int) -> None:
        self._focus(list(self._cards).index(key) + step)

    def _leave(self, key: str) -> None:
        """The card is about to go: the next one will have the focus."""
        self._next = list(self._cards).index(key)

    def _focus(self, place: int) -> None:
        """Put the focus on a card, the last one if there is none in that place, and bring it into sight."""
        if not self._cards:
            return
        card = self.cards[min(max(place, 0), len(self._cards) - 1)]
        card.setFocus(Qt.FocusReason.OtherFocusReason)
        area = _area_around(self)
        if area is not None:
            area.ensureWidgetVisible(card, 0, scaled(16))

    def _order_tabs(self) -> None:
        last: QWidget = self.several.cancel
        for card in self._cards.values():
            for part in [card, *card.findChildren(QWidget)]:
                if part.focusPolicy() != Qt.FocusPolicy.NoFocus:
                    QWidget.setTabOrder(last, part)
                    last = part
        QWidget.setTabOrder(last, self.more)


def _content(card: ReviewCard) -> Question | Refusal | None:
    match card:
        case QuestionCard():
            return card.question
        case RefusalCard():
            return card.refusal
    return None


def _op_of(card: ReviewCard) -> int:
    if not isinstance(card, RefusalCard):
        raise TypeError("a question has no op of its own")
    return card.refusal.op


def _drop(card: ReviewCard) -> None:
    card.hide()
    card.setParent(None)
    card.deleteLater()


def _area_around(page: QWidget) -> QScrollArea | None:
    around = page.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    return around
