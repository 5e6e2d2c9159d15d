"""The code on the paper, read back from the printed page by a reader that shares nothing with who drew it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
import zxingcpp
from PIL import Image

from onemm_desktop.documents.certificate import CODE_PLACE, Certificate, pdf
from onemm_desktop.documents.qr_code import drawn
from onemm_wire import certificates
from onemm_wire.certificates import Content
from tests.documents.examples import CERTIFICATE
from tests.documents.reading import hidden, picture

#: A scanner's 200 dots to the inch, in pixels to the point.
SCAN = 200 / 72
KEY = bytes(range(1, 33))
ADDRESS = "https://certificates.onemillionmentors.org.uk"

NAMES = (
    "Jo Li",
    "Maximilian-Alexander Bartholomew Featherstonehaugh-Cholmondeley-Warner",
    "রুখসানা বেগম চৌধুরী",
    "فاطمة الزهراء بنت محمد بن عبد الله القرطبي",
    "ਹਰਪ੍ਰੀਤ ਕੌਰ ਸੰਧੂ ਗਰੇਵਾਲ",
    "Nguyễn Thị Thanh Hương",
    "தமிழ்ச்செல்வி சுப்பிரமணியம் இராமச்சந்திரன் " * 2,
    "歐陽司徒上官諸葛",
)


def proven(name: str, title: str = CERTIFICATE.title) -> Certificate:
    """A certificate of this name with its code."""
    content = Content(
        kind="certificate_of_attendance",
        number=CERTIFICATE.number,
        name=name,
        title=title,
        held_on=CERTIFICATE.held_on,
        hours=CERTIFICATE.hours,
        valid_until=date(2029, 11, 21),
    )
    code = certificates.code_of(certificates.fitted(content), KEY)
    return replace(CERTIFICATE, name=name, title=title, link=certificates.link(ADDRESS, code))


def scanned(image: Image.Image) -> list[str]:
    return [
        found.text
        for found in zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
    ]


@pytest.mark.parametrize("name", NAMES)
def test_a_scan_reads_who_it_is_for_straight_and_askew(name: str) -> None:
    printed = proven(name)
    page = picture(pdf([printed]), scale=SCAN)
    for angle in (0.0, 2.0, -2.0):
        laid = page.rotate(angle, Image.Resampling.BILINEAR, expand=True, fillcolor=255)
        assert scanned(laid) == [printed.link], angle
    assert certificates.read(printed.link).content.name == name.strip()


def test_the_fullest_code_that_there_can_be_is_still_read() -> None:
    name = "র" * 60 + " " + "W" * 40
    printed = proven("Jo Li", "x" * 60)
    fullest = certificates.fitted(replace(certificates.read(printed.link).content, name=name, title="Training " * 60))
    code = certificates.code_of(fullest, KEY)
    assert len(certificates.read(code).signed) > certificates.MAX_CONTENT - 3
    page = picture(pdf([replace(printed, link=certificates.link(ADDRESS, code))]), scale=SCAN)
    assert scanned(page.rotate(2.0, Image.Resampling.BILINEAR, expand=True, fillcolor=255)) == [
        certificates.link(ADDRESS, code)
    ]


def test_a_code_stays_in_its_place_with_white_around_it() -> None:
    printed = proven(NAMES[1])
    modules, _ = drawn(printed.link)
    white = 4 * CODE_PLACE[2] / modules
    left, bottom, width, height = CODE_PLACE
    place = (left - 0.5, bottom - 0.5, width + 1, height + 1)  # the pixels on its edge
    with_code, without = (picture(pdf([one]), scale=2.0) for one in (printed, replace(printed, link="")))
    assert hidden(with_code, place, 2.0).tobytes() == hidden(without, place, 2.0).tobytes()
    box = [left - white, bottom - white, left + width + white, bottom + height + white]
    around = without.crop(
        (int(box[0] * 2), int(without.height - box[3] * 2), int(box[2] * 2), int(without.height - box[1] * 2))
    )
    assert around.getextrema() == (255, 255)
