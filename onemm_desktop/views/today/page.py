"""The Today page: today's event with one button into its register, what comes next, what waits."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from onemm_desktop.background import Background
from onemm_desktop.changes import Change
from onemm_desktop.models import Desk
from onemm_desktop.programme import today
from onemm_desktop.programme.dates import day_of, local
from onemm_desktop.programme.events import Summary
from onemm_desktop.programme.left_over import Task, What
from onemm_desktop.programme.today import Overview
from onemm_desktop.views.concerns import words as concern_words
from onemm_desktop.views.events import words
from onemm_desktop.views.page import Page
from onemm_desktop.views.people import consent_words
from onemm_desktop.views.preflight import words as preflight_words
from onemm_desktop.views.rights import words as rights_words
from onemm_desktop.views.theme import scaled
from onemm_desktop.views.when import long_day
from onemm_desktop.views.widgets import (
    Card,
    Counter,
    EmptyState,
    Flow,
    LinkButton,
    Pill,
    PrimaryButton,
    SecondaryButton,
    Text,
)

#: Below this width (in px of the design) the two columns stand under each other.
_NARROW = 820

#: How many consents that run out are named.
_CONSENTS = 5


class TodayPage(Page):
    """What there is to do today."""

    register_asked = Signal(str)
    sign_in_sheet_asked = Signal(str)
    preflight_asked = Signal(str)
    key_in_asked = Signal(str)
    closing_asked = Signal(str)
    certificates_asked = Signal(str)
    events_asked = Signal()
    sync_asked = Signal()
    review_asked = Signal()
    report_asked = Signal()
    requests_asked = Signal()

    def __init__(self, background: Background, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Today"), parent)
        self._background = background
        self._desk = desk
        self._overview: Overview | None = None
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._main = QVBoxLayout()
        self._side = QVBoxLayout()
        self._columns.addLayout(self._main, 3)
        self._columns.addLayout(self._side, 2)
        self.body.addLayout(self._columns, 1)
        self._stack_columns()
        self._warned = False
        self.bar.acted.connect(self.sync_asked)

    def shown(self) -> None:
        self._read()

    def changed(self, change: Change) -> None:
        if change.concerns("event", "booking", "attendance_mark", "walk_in", "document_issue") or change.touched:
            self._read()

    def _read(self) -> None:
        self._background.read(partial(today.overview, now=self._desk.now()), self._show, owner=self)

    def _show(self, overview: Overview) -> None:
        now = self._desk.now()
        self.set_title(self._greeting())
        self.set_facts(long_day(day_of(now)))
        self._warn(overview.days_left)
        if overview == self._overview:
            return
        self._overview = overview
        _empty(self._main)
        _empty(self._side)
        if overview.concerns:
            self._main.addWidget(self._concerns_card(overview))
        for event in overview.today:
            self._main.addWidget(self._event_card(event, primary=event is overview.today[0]))
        if not overview.today:
            self._main.addWidget(self._nothing_today(overview))
        self._main.addStretch(1)
        self._side.addWidget(self._coming_card(overview))
        if overview.left_over:
            self._side.addWidget(self._left_over_card(overview))
        if overview.requests:
            self._side.addWidget(self._requests_card(overview))
        if overview.consents:
            self._side.addWidget(self._consents_card(overview))
        self._side.addWidget(self._waiting_card(overview))
        self._side.addStretch(1)

    def _warn(self, days_left: int | None) -> None:
        """In the last week before the records lock for want of the centre; the bar may be about something else."""
        if days_left is not None:
            words = self.tr("Connect this laptop within %n day(s), or its records lock until you do.", "", days_left)
            self.bar.show_message(words, self.tr("Send and fetch now"), tone="warn")
        elif self._warned:
            self.bar.dismiss()
        self._warned = days_left is not None

    def _greeting(self) -> str:
        name = self._desk.user_name.split()[0] if self._desk.user_name.split() else ""
        hour = local(self._desk.now()).hour
        if hour < 12:
            return self.tr("Good morning, {name}").format(name=name)
        if hour < 18:
            return self.tr("Good afternoon, {name}").format(name=name)
        return self.tr("Good evening, {name}").format(name=name)

    # --- cards ---------------------------------------------------------------------------------------------------

    def _concerns_card(self, overview: Overview) -> Card:
        """Nothing else on this page is as urgent."""
        card = Card(self, padding=(22, 18), spacing=8)
        card.setAccessibleName(concern_words.not_reached())
        now = self._desk.now()
        sentences = dict.fromkeys(concern_words.standing(slip, now)[0] for slip in overview.concerns)
        for sentence in sentences:
            card.body.addWidget(Text(sentence, "heading", card, tone="bad", wrap=True))
        titles = " · ".join(concern_words.slip_title(slip, now) for slip in overview.concerns)
        card.body.addWidget(Text(titles, "small", card, wrap=True))
        card.body.addWidget(Text(concern_words.phone_now(overview.phones), "strong", card, tone="bad", wrap=True))
        details = SecondaryButton(self.tr("Show it"), card)
        details.clicked.connect(self.report_asked)
        card.body.addWidget(details, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _event_card(self, event: Summary, *, primary: bool) -> Card:
        card = Card(self, padding=(22, 20), spacing=14)
        card.setAccessibleName(event.title)
        head = QHBoxLayout()
        head.addWidget(Text(self.tr("Today’s event"), "label", card), 1)
        head.addWidget(Pill(*words.state_pill(event), parent=card))
        card.body.addLayout(head)
        card.body.addWidget(Text(event.title, "title", card, wrap=True))
        place = " · ".join(part for part in (words.times(event), event.venue, event.address) if part)
        card.body.addWidget(Text(place, "body", card, wrap=True))
        if event.trainers:
            trainers = self.tr("With {names}").format(names=", ".join(event.trainers))
            card.body.addWidget(Text(trainers, "small", card, wrap=True))
        numbers = Flow(spacing=10, even=True)
        for word, number in (
            (self.tr("booked"), event.booked),
            (self.tr("came"), event.came),
            (self.tr("expected"), event.awaited),
        ):
            numbers.add(Counter(word, card, number=number))
        card.body.addLayout(numbers)
        card.body.addLayout(self._event_buttons(card, event, primary=primary))
        self._add_readiness(card, event)
        return card

    def _event_buttons(self, card: Card, event: Summary, *, primary: bool) -> Flow:
        buttons = Flow(spacing=10)
        register = (
            PrimaryButton(self.tr("Open register"), card)
            if primary
            else SecondaryButton(self.tr("Open register"), card)
        )
        register.clicked.connect(partial(self.register_asked.emit, event.id))
        sheet = SecondaryButton(self.tr("Sign-in sheet"), card)
        sheet.clicked.connect(partial(self.sign_in_sheet_asked.emit, event.id))
        buttons.add(register)
        buttons.add(sheet)
        return buttons

    def _add_readiness(self, card: Card, event: Summary) -> None:
        """Whether this laptop was made ready for the next event, and the way to do so; of all others, nothing."""
        overview = self._overview
        if overview is None or event.id != overview.next_event:
            return
        if overview.readiness is None:
            said, tone = self.tr("This laptop was not made ready for it yet."), None
        else:
            said, tone = preflight_words.summary(overview.readiness, self._desk.now())
        note = Text(said, "small", card, tone=tone, wrap=True)
        note.setIndent(scaled(7))
        card.body.addWidget(note)
        prepare = LinkButton(self.tr("Prepare for offline"), card)
        prepare.clicked.connect(partial(self.preflight_asked.emit, event.id))
        card.body.addWidget(prepare, 0, Qt.AlignmentFlag.AlignLeft)

    def _nothing_today(self, overview: Overview) -> Card:
        card = Card(self, padding=(22, 48))
        if overview.coming:
            following = overview.coming[0]
            sentence = self.tr("The next one is {title}, {when}.").format(
                title=following.title, when=words.when(following)
            )
        else:
            sentence = self.tr("Events planned by the office arrive with the next sync.")
        empty = EmptyState("calendar_month", self.tr("No event today"), sentence, self.tr("All events"), card)
        empty.acted.connect(self.events_asked)
        card.body.addWidget(empty)
        return card

    def _coming_card(self, overview: Overview) -> Card:
        card = Card(self, title=self.tr("Coming up"))
        for event in overview.coming:
            card.body.addLayout(self._line(card, event, words.places(event)))
            self._add_readiness(card, event)
        if not overview.coming:
            card.body.addWidget(Text(self.tr("Nothing is planned yet."), "small", card, wrap=True))
        return card

    def _left_over_card(self, overview: Overview) -> Card:
        """What is still to be done of events that are over: each sentence leads to where it is done."""
        card = Card(self, title=self.tr("Left over"))
        card.setAccessibleName(self.tr("Left over"))
        year = day_of(self._desk.now()).year
        for one in overview.left_over:
            lines = QVBoxLayout()
            lines.setSpacing(0)
            about = Text(f"{words.day(one.event, year)} · {one.event.title}", "strong", card, wrap=True)
            about.setIndent(scaled(7))
            lines.addWidget(about)
            for task in one.tasks:
                link = LinkButton(self._task(task), card)
                link.clicked.connect(partial(self._lead_to, task.what, one.event.id))
                lines.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
            card.body.addLayout(lines)
        return card

    def _task(self, task: Task) -> str:
        count = task.count
        match task.what:
            case "unmarked":
                return self.tr("%n person(s) are not marked yet", "", count)
            case "not_keyed":
                return self.tr("%n row(s) of the printed sheet are not keyed in", "", count)
            case "unclosed":
                return self.tr("The register is not closed yet")
            case "certificates":
                return self.tr("%n certificate(s) are not printed yet", "", count)
            case "unsent":
                return self.tr("%n mark(s) are not sent yet", "", count)

    def _lead_to(self, what: What, event: str) -> None:
        match what:
            case "unmarked":
                self.register_asked.emit(event)
            case "not_keyed":
                self.key_in_asked.emit(event)
            case "unclosed":
                self.closing_asked.emit(event)
            case "certificates":
                self.certificates_asked.emit(event)
            case "unsent":
                self.sync_asked.emit()

    def _line(self, card: Card, event: Summary, note: str) -> QVBoxLayout:
        link = LinkButton(f"{words.day(event, day_of(self._desk.now()).year)} · {event.title}", card)
        link.clicked.connect(partial(self.register_asked.emit, event.id))
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        detail = Text(f"{event.venue} · {note}", "small", card, wrap=True)
        detail.setIndent(scaled(7))
        lines.addWidget(detail)
        return lines

    def _requests_card(self, overview: Overview) -> Card:
        """The most pressing few; the page has them all."""
        card = Card(self, title=self.tr("Requests about data"))
        for request in overview.requests[:3]:
            words_left, tone = rights_words.clock(request)
            card.body.addWidget(Text(rights_words.who(request), "strong", card, wrap=True))
            said = f"{rights_words.asked()[request.asked]} · {words_left}"
            card.body.addWidget(Text(said, "small", card, tone=None if tone == "neutral" else tone, wrap=True))
        show = LinkButton(self.tr("Answer %n request(s)", "", len(overview.requests)), card)
        show.clicked.connect(self.requests_asked)
        card.body.addWidget(show, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _consents_card(self, overview: Overview) -> Card:
        """Whom to ask anew, the first to end first."""
        card = Card(self, title=self.tr("Consents running out"))
        for ending in overview.consents[:_CONSENTS]:
            card.body.addWidget(Text(ending.name, "strong", card, wrap=True))
            card.body.addWidget(Text(consent_words.ending(ending), "small", card, tone="warn", wrap=True))
        if len(overview.consents) > _CONSENTS:
            more = self.tr("and %n more", "", len(overview.consents) - _CONSENTS)
            card.body.addWidget(Text(more, "small", card))
        return card

    def _waiting_card(self, overview: Overview) -> Card:
        card = Card(self, title=self.tr("Changes to send"))
        if overview.unsent:
            sentence = self.tr("%n change(s) are saved here and wait to be sent.", "", overview.unsent)
        else:
            sentence = self.tr("Everything on this laptop has been sent.")
        card.body.addWidget(Text(sentence, "body", card, wrap=True))
        if overview.attention:
            attention = self.tr("%n change(s) need a person to decide.", "", overview.attention)
            card.body.addWidget(Text(attention, "body", card, tone="warn", wrap=True))
            review = LinkButton(self.tr("Look at what needs review"), card)
            review.clicked.connect(self.review_asked)
            card.body.addWidget(review, 0, Qt.AlignmentFlag.AlignLeft)
        send = SecondaryButton(self.tr("Send and fetch now"), card, hint="F5")
        send.clicked.connect(self.sync_asked)
        card.body.addWidget(send, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    # --- measuring -----------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stack_columns()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._stack_columns()

    def _stack_columns(self) -> None:
        narrow = self.width() < scaled(_NARROW)
        direction = QBoxLayout.Direction
        self._columns.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        self._columns.setStretch(0, 0 if narrow else 3)
        self._columns.setStretch(1, 1 if narrow else 2)
        for layout in (self._columns, self._main, self._side):
            layout.setSpacing(scaled(16))


def _empty(layout: QVBoxLayout) -> None:
    """Take everything out of a column."""
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
