"""Laptops that enrol over HTTP at a furnished centre."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from onemm_wire.partitions import Role
from tests.central_service import Centre
from tests.sync.laptop import Laptop, NewLaptop, enrol
from tests.sync.records import furnish


@pytest.fixture
def furnished(centre: Centre) -> Centre:
    """A centre with two regions in it."""
    furnish(centre)
    return centre


@pytest.fixture
def new_laptop(centre: Centre, tmp_path: Path) -> Iterator[NewLaptop]:
    """Makes laptops: ``new_laptop(region_code="CDF", role="trainer")``."""
    laptops: list[Laptop] = []

    def new(*, region_code: str = "LDN", role: Role = "staff", partner_id: str | None = None) -> Laptop:
        email = f"desk{len(laptops)}@example.org"
        centre.add_user(email, region=region_code, role=role, partner_id=partner_id)
        laptops.append(enrol(centre, tmp_path / f"laptop{len(laptops)}", email, region_code=region_code))
        return laptops[-1]

    yield new
    for laptop in laptops:
        laptop.close()


@pytest.fixture
def laptop(furnished: Centre, new_laptop: NewLaptop) -> Laptop:
    """London's first laptop, enrolled and not yet synchronised."""
    return new_laptop()


@pytest.fixture
def silent_address() -> Iterator[str]:
    """An address that takes connections and never says a word."""
    with closing(socket.create_server(("127.0.0.1", 0))) as listening:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
