"""The first run, inside the window: one step after the other, back and forth, nothing typed is ever lost.

What the steps lead to is a ``FirstRun``, whose calls wait for network and disk; they run on a worker, and the page
stays alive meanwhile.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.sync.status import SyncStatus
from onemm_desktop.views.centred import Centred
from onemm_desktop.views.errands import Errands
from onemm_desktop.views.first_run.fetching import FetchingStep
from onemm_desktop.views.first_run.step import Step
from onemm_desktop.views.first_run.steps import AddressStep, LaptopStep, PassphraseStep, SignInStep, code_of
from onemm_desktop.views.widgets import Field, LinkButton, PrimaryButton, SecondaryButton, Text
from onemm_wire.errors import Code
from onemm_wire.protocol import Enrolled, Hello, SignedIn


class FirstRun(Protocol):
    """What the page calls, on a worker thread. See ``onemm_desktop/first_run.py``."""

    @property
    def needs_passphrase(self) -> bool: ...
    def connect(self, address: str) -> Hello: ...
    def sign_in(self, email: str, password: str) -> SignedIn: ...
    def enrol(self, *, code: str, region: str, device_name: str, passphrase: str | None) -> Enrolled: ...
    def fetch(self, cancelled: Callable[[], bool], progress: Callable[[SyncStatus], None]) -> SyncStatus: ...


class FirstRunPage(Centred):
    """Leads from an empty laptop to a working one. ``finished`` when the person opens the records."""

    finished = Signal()
    #: The address that answered as the centre, to be offered again next time.
    connected = Signal(str)
    #: Back to the people who are on this laptop already.
    left = Signal()
    #: "en" or "cy".
    language_chosen = Signal(str)
    #: A step came to the front (its class name, for tests and pictures).
    step_shown = Signal(str)

    _progressed = Signal(object)

    def __init__(
        self,
        first_run: FirstRun,
        *,
        address: str,
        device_name: str,
        clock: Callable[[], float] = time.monotonic,
        may_leave: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, height=460)
        self._first_run = first_run
        self._clock = clock
        self._may_leave = may_leave
        self._cancel = threading.Event()
        self._errands = Errands(self)
        self.address = AddressStep(address, self)
        self.sign_in = SignInStep(self)
        self.laptop = LaptopStep(device_name, self)
        self.passphrase = PassphraseStep(self)
        self.fetching = FetchingStep(self)
        self._steps: list[Step] = [self.address, self.sign_in, self.laptop]
        if first_run.needs_passphrase:
            self._steps.append(self.passphrase)
        self._steps.append(self.fetching)
        self._build()
        self.fetching.acted.connect(self._fetch)
        self.fetching.stopped.connect(self._stop_fetching)
        self.fetching.opened.connect(self.finished)
        self._progressed.connect(self._show_progress, Qt.ConnectionType.QueuedConnection)
        self.show_step(self.address)

    @property
    def step(self) -> Step:
        """The step in front."""
        return self._steps[self._stack.currentIndex()]

    @property
    def busy(self) -> bool:
        """Whether an answer is being waited for."""
        return not self.next.isEnabled()

    def close_page(self) -> None:
        """Stop what is under way and wait for it: called before the window goes."""
        self._cancel.set()
        self._errands.close()

    def show_step(self, step: Step) -> None:
        """Bring a step to the front."""
        number = self._steps.index(step)
        self._stack.setCurrentIndex(number)
        self._count.setText(self.tr("Step {number} of {total}").format(number=number + 1, total=len(self._steps)))
        self.back.setVisible((self._may_leave or number > 0) and number < len(self._steps) - 1)
        self.next.setVisible(step is not self.fetching)
        self.language.setVisible(number == 0)
        step.first().setFocus(Qt.FocusReason.OtherFocusReason)
        self.step_shown.emit(type(step).__name__)

    # --- going on ----------------------------------------------------------------------------------------------

    def go_on(self) -> None:
        """Use the answer of the step in front: what Enter and the button do."""
        step = self.step
        step.bar.dismiss()
        if self.busy or not step.check():
            return
        if step is self.address:
            self._ask(lambda: self._first_run.connect(self.address.address.text), self._connected)
        elif step is self.sign_in:
            email, password = self.sign_in.email.text, self.sign_in.password.text
            self._ask(lambda: self._first_run.sign_in(email, password), self._signed_in)
        elif step is self.laptop and self.passphrase in self._steps:
            self.show_step(self.passphrase)
        else:
            self._enrol()

    def go_back(self) -> None:
        """The step before; what was typed is still there. From the first step back to who is here already."""
        if not self.busy and self._stack.currentIndex() == 0:
            self.left.emit()
        elif not self.busy:
            self.show_step(self._steps[self._stack.currentIndex() - 1])

    def _connected(self, _hello: Hello) -> None:
        self.connected.emit(self.address.address.text)
        self.show_step(self.sign_in)

    def _signed_in(self, who: SignedIn) -> None:
        self.laptop.offer(who.regions)
        self.show_step(self.laptop)

    def _enrol(self) -> None:
        code, region, name = self.laptop.code.text, self.laptop.region, self.laptop.name.text
        passphrase = self.passphrase.passphrase.text if self.passphrase in self._steps else None
        self._ask(
            lambda: self._first_run.enrol(code=code, region=region, device_name=name, passphrase=passphrase),
            self._enrolled,
        )

    def _enrolled(self, granted: Enrolled) -> None:
        self.fetching.welcome(granted.user_name, granted.region_name)
        self.show_step(self.fetching)
        self._fetch()

    def _fetch(self) -> None:
        self._cancel = threading.Event()
        self.fetching.begin(self._clock())
        cancelled, report = self._cancel.is_set, self._progressed.emit
        self._errands.run(lambda: self._first_run.fetch(cancelled, report), self._fetched, self._not_fetched)

    def _fetched(self, status: SyncStatus) -> None:
        if status.problem is None:
            self.fetching.done()
        else:
            self._not_fetched(status.problem)

    def _not_fetched(self, error: KnownError) -> None:
        self.fetching.interrupted(error)

    def _stop_fetching(self) -> None:
        self._cancel.set()

    def _show_progress(self, status: SyncStatus) -> None:
        self.fetching.progress(status.received, status.total, self._clock(), travelled=status.travelled)

    # --- waiting for an answer ---------------------------------------------------------------------------------

    def _ask(self, work: Callable[[], object], then: Callable[..., None]) -> None:
        self._wait(True)

        def answered(answer: object) -> None:
            self._wait(False)
            then(answer)

        self._errands.run(work, answered, self._failed)

    def _failed(self, error: KnownError) -> None:
        self._wait(False)
        culprit = self._culprit(error)
        if culprit is not self.step:
            self.show_step(culprit)
        culprit.show_problem(error)

    def _culprit(self, error: KnownError) -> Step:
        """The step to go back to: a code is wrong where it was typed, an expired sign-in begins there again."""
        if code_of(error) == Code.SIGNED_OUT:
            return self.sign_in
        if self.laptop.field_of(error) is not None:
            return self.laptop
        if error.problem is Problem.WRONG_PASSPHRASE and self.passphrase in self._steps:
            return self.passphrase
        return self.step

    def _wait(self, waiting: bool) -> None:
        self.next.setEnabled(not waiting)
        self.back.setEnabled(not waiting)
        self.next.set_words(self.tr("One moment…") if waiting else self.tr("Next"))

    # --- looks -------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self._count = Text("", "label", self.card)
        self.language = LinkButton(self._other_language(), self.card)
        self.language.clicked.connect(self._change_language)
        head = QHBoxLayout()
        head.addWidget(self._count, 1)
        head.addWidget(self.language)
        self._stack = QStackedWidget(self.card)
        for step in self._steps:
            self._stack.addWidget(step)
        self.back = SecondaryButton(self.tr("Back"), self.card)
        self.back.clicked.connect(self.go_back)
        self.next = PrimaryButton(self.tr("Next"), self.card)
        self.next.clicked.connect(self.go_on)
        feet = QHBoxLayout()
        feet.addWidget(self.back)
        feet.addStretch(1)
        feet.addWidget(self.next)
        self.card.body.addLayout(head)
        self.card.body.addWidget(self._stack, 1)
        self.card.body.addLayout(feet)
        for field in self.findChildren(Field):
            field.line.returnPressed.connect(self.go_on)

    def _other_language(self) -> str:
        # Said in the other language: whoever needs it must be able to read it.
        return "English" if self.locale().name().startswith("cy") else "Cymraeg"

    def _change_language(self) -> None:
        self.language_chosen.emit("en" if self._other_language() == "English" else "cy")
