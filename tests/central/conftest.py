"""A centre that knows Siân, and two desks of its London staff."""

from __future__ import annotations

import pytest

from tests.central.laptops import LONDON, Laptop, sian
from tests.central_service import Centre


@pytest.fixture
def london(centre: Centre) -> Centre:
    """A centre with one mentor's card in London, of rev 1."""
    centre.add_user("rhian@example.org", role="staff")
    centre.put(LONDON, sian())
    return centre


@pytest.fixture
def desk(london: Centre) -> Laptop:
    """A laptop of Rhian's, of London's staff."""
    return Laptop(london, "rhian@example.org")


@pytest.fixture
def other(london: Centre) -> Laptop:
    """Another laptop of Rhian's."""
    return Laptop(london, "rhian@example.org")
