"""A long run needs the memory of its PDF and little more, however many people it is for."""

from __future__ import annotations

import tracemalloc
from dataclasses import replace

from onemm_desktop.documents import certificate
from onemm_desktop.documents.certificate import Certificate
from onemm_desktop.documents.text import shape
from tests.documents.examples import CERTIFICATE


def _beyond(certificates: list[Certificate]) -> int:
    """The most memory that drawing took beyond the PDF itself, in bytes."""
    shape.cache_clear()
    tracemalloc.start()
    try:
        size = len(certificate.pdf(certificates))
        return tracemalloc.get_traced_memory()[1] - size
    finally:
        tracemalloc.stop()


def test_a_further_page_takes_little_more_than_its_place_in_the_pdf() -> None:
    many = [
        replace(CERTIFICATE, name=f"Siân Person {number}", number=f"LDN26-{number:05}", link="HTTPS://1MM.EXAMPLE/V/1")
        for number in range(220)
    ]
    certificate.pdf(many[:1])  # faces and words are read once
    few, all_of_them = _beyond(many[:20]), _beyond(many)
    assert (all_of_them - few) / 200 < 4_000, "ReportLab's own pages take 16,000 bytes each"
