"""The small parts every page is made of. Import them from here."""

from __future__ import annotations

from onemm_desktop.views.widgets.buttons import LinkButton, PrimaryButton, SecondaryButton
from onemm_desktop.views.widgets.cards import Card, Counter
from onemm_desktop.views.widgets.fields import Choice, Field, SearchField
from onemm_desktop.views.widgets.flow import Flow
from onemm_desktop.views.widgets.notices import EmptyState, MessageBar, Picture, ProgressPanel
from onemm_desktop.views.widgets.pill import Pill
from onemm_desktop.views.widgets.roles import PILL_ROLE, SECONDARY_ROLE
from onemm_desktop.views.widgets.table import Column, Table
from onemm_desktop.views.widgets.text import Text

__all__ = [
    "PILL_ROLE",
    "SECONDARY_ROLE",
    "Card",
    "Choice",
    "Column",
    "Counter",
    "EmptyState",
    "Field",
    "Flow",
    "LinkButton",
    "MessageBar",
    "Picture",
    "Pill",
    "PrimaryButton",
    "ProgressPanel",
    "SearchField",
    "SecondaryButton",
    "Table",
    "Text",
]
