"""The pilot that the documentation speaks of."""

from __future__ import annotations

import pytest

from tests.central_seed.whole_pilot import Pilot


@pytest.fixture(scope="session")
def whole() -> Pilot:
    """Seed 2017 on 21 November 2026."""
    return Pilot()
