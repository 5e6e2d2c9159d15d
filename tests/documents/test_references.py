"""Every paper looks as it did when somebody last looked at it."""

from __future__ import annotations

import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat

from tests.documents.every_paper import REFERENCES, SCALE, every_paper
from tests.documents.reading import picture

#: Shades of 255 that the blurred pages may differ at any place: another pdfium draws edges another way.
MOST = 60
#: And on average over the page.
MEAN = 1.5


def _apart(shown: Image.Image, reference: Image.Image) -> tuple[float, float]:
    assert shown.size == reference.size
    blur = ImageFilter.BoxBlur(2)
    difference = ImageChops.difference(shown.filter(blur), reference.filter(blur))
    return float(difference.getextrema()[1]), ImageStat.Stat(difference).mean[0]  # type: ignore[arg-type]  # one band


@pytest.mark.parametrize("name", every_paper())
def test_a_paper_looks_as_reviewed(name: str) -> None:
    shown = picture(every_paper()[name](), scale=SCALE)
    most, mean = _apart(shown, Image.open(REFERENCES / f"{name}.png").convert("L"))
    assert (most < MOST, mean < MEAN) == (True, True), f"{name}: {most} at most, {mean:.2f} on average"


def test_a_moved_line_of_text_is_seen() -> None:
    page = picture(every_paper()["paper-visitor-list"](), scale=SCALE)
    moved = ImageChops.offset(page, 0, 3)
    most, mean = _apart(moved, page)
    assert most > MOST or mean > MEAN


def test_every_reference_is_of_a_paper() -> None:
    assert {file.stem for file in REFERENCES.glob("*.png")} == set(every_paper())
