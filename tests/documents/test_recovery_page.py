"""The paper for the safe says the key twice, to people and to a camera, and all of it is on the page."""

from __future__ import annotations

from datetime import date

import zxingcpp

from onemm_desktop.documents import recovery_page
from onemm_wire import recovery_key
from tests.documents.reading import ink_box, picture, squeezed, texts

SEED = bytes(range(16))
PDF = recovery_page.make(code=recovery_key.written(SEED), region="CDF", made_on=date(2026, 11, 21))


def test_people_read_the_key_in_both_languages() -> None:
    (page,) = texts(PDF)
    assert recovery_key.written(SEED).replace("-", "") in squeezed(page)
    for words in ("Recovery key for concerns", "Allwedd adfer pryderon", "21 Tachwedd 2026", "21 November 2026", "CDF"):
        assert words in page
    assert "Whoeverhasitcanreadeveryconcernoftheregion." in squeezed(page)


def test_a_camera_reads_the_same_key() -> None:
    (found,) = zxingcpp.read_barcodes(picture(PDF, scale=3.0))
    assert recovery_key.read(found.text) == SEED


def test_nothing_is_cut_off() -> None:
    box = ink_box(picture(PDF, scale=2.0), 2.0)
    assert box is not None
    left, bottom, right, top = box
    assert left > 40
    assert right < 595 - 40
    assert bottom > 40
    assert top < 842 - 40
