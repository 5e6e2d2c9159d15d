"""House rules for all tests: Qt without a screen, no unexpected log line, and the real parts as fixtures."""

from __future__ import annotations

import logging
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtWidgets import QApplication

from onemm_desktop.models import MODELS, upgrade
from onemm_desktop.views.language import Speaker
from onemm_wire.records import KINDS
from tests.new_databases import AsBefore

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# No test may find, or leave, anything in the keyring of whoever runs it.
os.environ.setdefault("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")

# Nor in the data folder of a centre that whoever runs it may have.
os.environ.setdefault("ONEMM_DATA", str(Path(tempfile.gettempdir()) / f"onemm-tests-{os.getpid()}"))

# How fast an example is depends on what else the machine does; speed is measured in benchmarks/.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")

pytest_plugins = [f"tests.{plugin.stem}" for plugin in sorted(Path(__file__).parent.glob("fixtures_*.py"))]


@pytest.fixture(scope="session", autouse=True)
def new_databases() -> Iterator[None]:
    """Make every new laptop file as the migrations have made the first one (see ``new_databases.py``)."""
    with pytest.MonkeyPatch.context() as tests:
        tests.setattr(upgrade, "upgrade", AsBefore())
        yield


@pytest.fixture(autouse=True)
def no_unexpected_log_line(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test that logged a warning or worse; a test that expects one takes it away with ``caplog.clear()``."""
    yield
    unexpected = [
        f"{record.name}: {record.getMessage()}"
        for record in caplog.get_records("call")
        if record.levelno >= logging.WARNING
    ]
    assert not unexpected, f"unexpected log lines: {unexpected}"
    silent = [name for name in logging.root.manager.loggerDict if logging.getLogger(name).disabled]
    assert not silent, f"loggers were switched off, so that no test hears them any more: {silent[:3]}"


@pytest.fixture(autouse=True)
def kinds_stay_in_order() -> Iterator[None]:
    """Fail the test that left the kinds of records out of their order, in which a first sync and the journal go."""
    yield
    assert list(MODELS) == list(KINDS), "MODELS was left in another order"


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """The application as the program runs it: English has a file too, for its plurals ("1 second", "2 seconds")."""
    Speaker(qapp).speak("en")
    return qapp


@pytest.fixture(autouse=True)
def no_window_left_behind() -> Iterator[None]:
    """Let go of the windows that a test has put away: every program after it would dress each of their widgets.

    Qt deletes later only in a loop of events, and a test that waits for nothing never runs one.
    """
    yield
    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(autouse=True)
def no_welsh_left_behind() -> Iterator[None]:
    """Fail the test that left another language to all that follow it; a new locale starts each test."""
    if QCoreApplication.instance() is not None:
        QLocale.setDefault(QLocale("en_GB"))
    yield
    if QCoreApplication.instance() is not None:
        assert QCoreApplication.translate("Pages", "Today") == "Today", "Welsh was left installed"
