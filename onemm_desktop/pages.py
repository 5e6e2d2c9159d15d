"""Which pages there are, in the order of the rail, and how one leads to another. None that does not work yet."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from onemm_desktop.background import Background
from onemm_desktop.models import Desk
from onemm_desktop.programme import events, rights
from onemm_desktop.programme.dates import day_of
from onemm_desktop.programme.printing_people import LISTED, Source, Where
from onemm_desktop.views.checking.page import CheckingPage
from onemm_desktop.views.concerns.lead_key import LeadKey
from onemm_desktop.views.concerns.lead_page import ConcernsPage
from onemm_desktop.views.concerns.report_page import ReportPage
from onemm_desktop.views.dialogs import Dialogs
from onemm_desktop.views.evaluation.page import EvaluationPage
from onemm_desktop.views.events.closing_page import ClosingPage
from onemm_desktop.views.events.event_page import EventPage
from onemm_desktop.views.events.page import EventsPage
from onemm_desktop.views.events.plan_page import PlanPage
from onemm_desktop.views.go_anywhere import Found
from onemm_desktop.views.lists.page import ListPage
from onemm_desktop.views.main_window import Entry, MainWindow
from onemm_desktop.views.matches.page import MatchesPage
from onemm_desktop.views.paper.page import KeyInPage
from onemm_desktop.views.people.mentors_page import MentorsPage
from onemm_desktop.views.people.young_people_page import YoungPeoplePage
from onemm_desktop.views.preflight.means import Means
from onemm_desktop.views.preflight.page import PreflightPage
from onemm_desktop.views.printing.certificates_page import CertificatesPage
from onemm_desktop.views.printing.evaluation_form_page import EvaluationFormPage
from onemm_desktop.views.printing.event_summary_page import EventSummaryPage
from onemm_desktop.views.printing.print_centre_page import PrintCentrePage
from onemm_desktop.views.printing.sign_in_sheet_page import SignInSheetPage
from onemm_desktop.views.printing.signing import Signing
from onemm_desktop.views.register.in_building_page import InBuildingPage
from onemm_desktop.views.register.page import RegisterPage
from onemm_desktop.views.review.page import ReviewPage
from onemm_desktop.views.rights.page import RequestsPage
from onemm_desktop.views.scanning.sounds import Sounds
from onemm_desktop.views.settings.page import SettingsPage
from onemm_desktop.views.today.page import TodayPage
from onemm_desktop.views.when import short_day


class Pages(QObject):
    """Builds the pages of one window and connects what they ask for."""

    #: A page has a button of its own for Ctrl+Z.
    undo_asked = Signal()
    #: A page has a button of its own for F5.
    sync_asked = Signal()

    def __init__(
        self,
        background: Background,
        desk: Desk,
        dialogs: Dialogs,
        settings: SettingsPage,
        lead_key: LeadKey,
        means: Means,
        sounds: Sounds | None = None,
        signing: Signing | None = None,
    ) -> None:
        super().__init__()
        self.today = TodayPage(background, desk)
        self.events = EventsPage(background, desk)
        self.register = RegisterPage(background, desk, sounds, dialogs)
        self.one_event = EventPage(background, desk)
        self.plan = PlanPage(background, desk)
        self.closing = ClosingPage(background, desk)
        self.event_summary = EventSummaryPage(background, dialogs, desk)
        self.evaluation = EvaluationPage(background, desk)
        self.evaluation_form = EvaluationFormPage(background, dialogs, desk)
        self.sign_in_sheet = SignInSheetPage(background, dialogs, desk)
        self.key_in = KeyInPage(background, desk)
        self.preflight = PreflightPage(background, desk, means)
        self.in_building = InBuildingPage(background, dialogs, desk)
        self.certificates = CertificatesPage(background, dialogs, desk, signing)
        self.documents = PrintCentrePage(background, dialogs, desk, signing)
        self.checking = CheckingPage(background, dialogs, desk)
        self.mentors = MentorsPage(background)
        self.young_people = YoungPeoplePage(background)
        self.matches = MatchesPage(background)
        self.review = ReviewPage(background, desk)
        self.report = ReportPage(background, desk)
        self.concerns: ConcernsPage | None = None
        if desk.role == "safeguarding_lead":
            self.concerns = ConcernsPage(background, desk, dialogs, lead_key)
        self.requests = RequestsPage(background, desk) if rights.may_handle(desk.role) else None
        self.settings = settings
        self._sheet_from = "register"
        self._plan_from = "events"
        self._certificates_from = "register"
        self._preflight_from = "today"
        self._background = background
        self._desk = desk

    @property
    def entries(self) -> list[Entry]:
        """The pages, in the order of the rail."""
        lead = [] if self.concerns is None else [Entry("concerns", self.tr("Concerns"), "inbox", self.concerns)]
        requests = self.requests
        asked = [] if requests is None else [Entry("requests", self.tr("Requests"), "person", requests, low=True)]
        return [
            Entry("today", self.tr("Today"), "today", self.today),
            Entry("events", self.tr("Events"), "assignment_turned_in", self.events),
            Entry("event", self.tr("Event"), "assignment_turned_in", self.one_event, under="events"),
            Entry("plan", self.tr("Plan an event"), "assignment_turned_in", self.plan, under="events"),
            Entry("closing", self.tr("Close and sum up"), "assignment_turned_in", self.closing, under="events"),
            Entry("event_summary", self.tr("Summary of the event"), "print", self.event_summary, under="events"),
            Entry("evaluation", self.tr("Evaluation"), "assignment_turned_in", self.evaluation, under="events"),
            Entry("evaluation_form", self.tr("Evaluation form"), "print", self.evaluation_form, under="events"),
            Entry("register", self.tr("Register"), "assignment_turned_in", self.register, under="events"),
            Entry("sign_in_sheet", self.tr("Sign-in sheet"), "print", self.sign_in_sheet, under="events"),
            Entry("key_in", self.tr("Key in a signed sheet"), "print", self.key_in, under="events"),
            Entry("preflight", self.tr("Prepare for offline"), "laptop_windows", self.preflight, under="events"),
            Entry("in_building", self.tr("In the building now"), "group", self.in_building, under="events"),
            Entry("certificates", self.tr("Certificates"), "print", self.certificates, under="events"),
            Entry("mentors", self.tr("Mentors"), "person_apron", self.mentors),
            Entry("young_people", self.tr("Young people"), "school", self.young_people),
            Entry("matches", self.tr("Matches"), "group", self.matches),
            Entry("documents", self.tr("Documents"), "print", self.documents),
            Entry("review", self.tr("Needs review"), "error", self.review),
            *lead,
            Entry("checking", self.tr("Check a certificate"), "workspace_premium", self.checking, low=True),
            Entry("report", self.tr("Report a concern"), "lock", self.report, low=True),
            *asked,
            Entry("settings", self.tr("Settings"), "settings", self.settings, low=True),
        ]

    def connect_to(self, window: MainWindow) -> None:
        """Let one page lead to another."""
        self._connect_events(window)
        self._connect_planning(window)
        self._connect_paper(window)
        self._connect_lists(window)
        self._connect_concerns(window)

    def _connect_events(self, window: MainWindow) -> None:
        def open_register(event: str) -> None:
            self.register.open(event)
            window.go("register")

        def open_sheet(event: str) -> None:
            self._sheet_from = window.current
            self.sign_in_sheet.open(event)
            window.go("sign_in_sheet")

        def open_certificates(event: str) -> None:
            self._certificates_from = window.current
            self.certificates.open(event)
            window.go("certificates")

        def open_building(event: str) -> None:
            self.in_building.open(event)
            window.go("in_building")

        self.register.building_asked.connect(open_building)
        self.in_building.went_back.connect(partial(window.go, "register"))
        for page in (self.today, self.events):
            page.register_asked.connect(open_register)

        for asker in (self.today, self.events, self.register, self.preflight):
            asker.sign_in_sheet_asked.connect(open_sheet)
        self.register.certificates_asked.connect(open_certificates)
        self.today.certificates_asked.connect(open_certificates)
        self.today.events_asked.connect(partial(window.go, "events"))
        self.today.review_asked.connect(partial(window.go, "review"))
        self.register.went_back.connect(partial(window.go, "events"))
        self.certificates.went_back.connect(lambda: window.go(self._certificates_from))
        self.closing.certificates_asked.connect(open_certificates)
        self.one_event.register_asked.connect(open_register)
        self.sign_in_sheet.went_back.connect(lambda: window.go(self._sheet_from))
        self.register.undo_asked.connect(self.undo_asked)
        self.register.said.connect(window.say)
        self.today.sync_asked.connect(self.sync_asked)

        def find_events(text: str) -> list[Found]:
            ask = partial(events.find, text=text, now=self._desk.now())
            return [
                Found(
                    place.title,
                    f"{short_day(day_of(place.starts_at))} · {place.venue}",
                    partial(open_register, place.id),
                )
                for place in (self._background.look(ask) if text.strip() else ())
            ]

        window.add_finder(find_events)

    def _connect_planning(self, window: MainWindow) -> None:
        """An event beside its day: its places, its plan, its closing."""

        def open_event(event: str) -> None:
            self.one_event.open(event)
            window.go("event")

        def open_plan(event: str = "") -> None:
            self._plan_from = window.current
            self.plan.open(event)
            window.go("plan")

        def open_closing(event: str) -> None:
            self.closing.open(event)
            window.go("closing")

        def open_summary(event: str) -> None:
            self.event_summary.open(event)
            window.go("event_summary")

        self.events.event_asked.connect(open_event)
        self.events.new_asked.connect(open_plan)
        self.one_event.plan_asked.connect(open_plan)
        self.one_event.closing_asked.connect(open_closing)

        def close_from_today(event: str) -> None:
            self.one_event.open(event)  # the way back leads to it
            open_closing(event)

        self.today.closing_asked.connect(close_from_today)
        self.closing.paper_asked.connect(open_summary)
        self.plan.planned.connect(open_event)
        self.plan.went_back.connect(lambda: window.go(self._plan_from))
        self.one_event.went_back.connect(partial(window.go, "events"))
        self.closing.went_back.connect(partial(window.go, "event"))
        self.event_summary.went_back.connect(partial(window.go, "closing"))
        self._connect_evaluation(window)

    def _connect_evaluation(self, window: MainWindow) -> None:
        def open_evaluation(event: str) -> None:
            self.evaluation.open(event)
            window.go("evaluation")

        def open_form(event: str) -> None:
            self.evaluation_form.open(event)
            window.go("evaluation_form")

        self.one_event.evaluation_asked.connect(open_evaluation)
        self.evaluation.went_back.connect(partial(window.go, "event"))
        self.evaluation.form_asked.connect(open_form)
        self.evaluation_form.went_back.connect(partial(window.go, "evaluation"))

    def _connect_paper(self, window: MainWindow) -> None:
        """What is done for an event the day before, and with its paper the day after."""

        def open_key_in(event: str) -> None:
            self.key_in.open(event)
            if self.sign_in_sheet.place() != {"event": event}:
                self.sign_in_sheet.open(event)  # the way back leads to its paper
            window.go("key_in")

        def open_preflight(event: str) -> None:
            self._preflight_from = window.current
            self.preflight.open(event)
            window.go("preflight")

        for asker in (self.today, self.sign_in_sheet):
            asker.key_in_asked.connect(open_key_in)
        self.key_in.went_back.connect(partial(window.go, "sign_in_sheet"))
        for page in (self.today, self.events):
            page.preflight_asked.connect(open_preflight)
        self.preflight.went_back.connect(lambda: window.go(self._preflight_from))
        self.preflight.way_asked.connect(window.go)

    def _connect_concerns(self, window: MainWindow) -> None:
        def begin(kind: str, record: str, name: str) -> None:
            self.report.begin_about(kind, record, name)
            window.go("report")

        for page in (self.register, self.mentors, self.young_people, self.matches):
            page.concern_asked.connect(begin)
        self.today.report_asked.connect(partial(window.go, "report"))
        self.today.requests_asked.connect(partial(window.go, "requests"))
        self.report.sync_asked.connect(self.sync_asked)
        if self.concerns is not None:
            self.concerns.sync_asked.connect(self.sync_asked)

    def _connect_lists(self, window: MainWindow) -> None:
        lists: dict[str, tuple[str, ListPage[Any]]] = {
            "mentor": ("mentors", self.mentors),
            "mentee": ("young_people", self.young_people),
            "match": ("matches", self.matches),
        }

        def follow(kind: str, record: str) -> None:
            if kind in lists:
                lists[kind][1].open_record(record)

        def open_documents(where: Where, people: tuple[str, ...]) -> None:
            self.documents.open(Source(where, LISTED, people=people))
            window.go("documents")

        self.mentors.print_asked.connect(partial(open_documents, "mentors"))
        self.young_people.print_asked.connect(partial(open_documents, "young_people"))
        for key, page in lists.values():
            page.asked_for.connect(partial(window.go, key))
            page.followed.connect(follow)
            window.add_finder(page.find_records)
