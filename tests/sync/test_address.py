"""What people type as the centre's address, and what they must not be led to."""

from __future__ import annotations

import pytest

from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.sync.address import normal


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("https://1mm.example.org", "https://1mm.example.org"),
        ("  1mm.example.org/ ", "https://1mm.example.org"),
        ("1mm.example.org:8443", "https://1mm.example.org:8443"),
        ("https://example.org/centre/", "https://example.org/centre"),
        ("127.0.0.1:8787", "http://127.0.0.1:8787"),
        ("localhost:8787", "http://localhost:8787"),
        ("http://[::1]:8787", "http://[::1]:8787"),
    ],
)
def test_an_address_is_completed_as_it_was_meant(typed: str, meant: str) -> None:
    assert normal(typed) == meant


@pytest.mark.parametrize("typed", ["http://1mm.example.org", "http://10.0.0.7:8787", "http://127.0.0.1.example.org"])
def test_a_password_never_travels_in_the_clear(typed: str) -> None:
    with pytest.raises(KnownError) as refused:
        normal(typed)
    assert refused.value.problem is Problem.INSECURE


@pytest.mark.parametrize("typed", ["", "our centre", "https://", "ftp://example.org", "https://example.org:port"])
def test_what_is_no_address_cannot_be_reached(typed: str) -> None:
    with pytest.raises(KnownError) as refused:
        normal(typed)
    assert refused.value.problem is Problem.UNREACHABLE
