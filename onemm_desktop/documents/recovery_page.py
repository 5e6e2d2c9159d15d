"""The paper that goes into the safe: a region's recovery key in letters and as a QR code, in both languages.

The only place where the key's private half ever is. Whoever makes the page holds it in memory and prints it; it is
never saved as a file.
"""

from __future__ import annotations

from datetime import date

from onemm_desktop.documents.fitting import Frame, shorten
from onemm_desktop.documents.page import ACCENT, INK, LINE, PALE, PORTRAIT, SECONDARY, Facts, Paper
from onemm_desktop.documents.words import Said, day

_LEFT = 72.0
_WIDTH = PORTRAIT[0] - 2 * _LEFT
_QR = 150.0
TITLE = Said("Allwedd adfer pryderon", "Recovery key for concerns")
REGION = Said("Rhanbarth", "Region")
MADE_ON = Said("Gwnaed ar", "Made on")
_TOLD = (
    Said(
        "Cadwch y papur hwn yn sêff yr elusen. Pwy bynnag sydd ag ef, gall ddarllen pob pryder yn y rhanbarth.",
        "Keep this paper in the charity’s safe. Whoever has it can read every concern of the region.",
    ),
    Said(
        "Nid yw’r allwedd ar unrhyw gyfrifiadur. Heb y papur a heb liniadur arweinydd diogelu, ni ellir darllen dim.",
        "The key is on no computer. Without this paper and without a safeguarding lead’s laptop nothing can be read.",
    ),
    Said(
        "I’w ddefnyddio: agorwch Pryderon ar liniadur yr arweinydd a theipiwch y llythrennau uchod.",
        "To use it: open Concerns on the lead’s laptop and type the letters above.",
    ),
)


def make(*, code: str, region: str, made_on: date) -> bytes:
    """The page as a PDF. ``code`` as ``onemm_wire.recovery_key.written`` gives it."""
    paper = Paper(PORTRAIT, Facts(TITLE.en, "1MM", "cy", made_on))
    top = PORTRAIT[1] - 110.0
    for number, title in enumerate((TITLE.cy, TITLE.en)):
        paper.line(title, 24, _LEFT, top - 32 * number, bold=True, ink=ACCENT)
    for number, under in enumerate(
        (f"{REGION.cy} · {REGION.en}: {region}", f"{MADE_ON.cy} · {MADE_ON.en}: {day(made_on).cy} · {day(made_on).en}")
    ):
        paper.line(under, 10.5, _LEFT, top - 62 - 16 * number, ink=SECONDARY)
    _code(paper, code, top - 150)
    paper.code(code, _LEFT, top - 220 - _QR, _QR)
    lower = top - 266 - _QR
    for told in _TOLD:
        for words, ink in ((told.cy, INK), (told.en, SECONDARY)):
            block = shorten(words, Frame(_WIDTH, 60, (10.5, 9.5), lines=3))
            paper.block(block, _LEFT, lower, ink=ink)
            lower -= len(block.lines) * block.leading + 4
        lower -= 8
    paper.rule(_LEFT, 64, _WIDTH, ink=LINE)
    paper.next_page()
    return paper.finish()


def _code(paper: Paper, code: str, y: float) -> None:
    groups = code.split("-")
    paper.area(_LEFT - 12, y - 40, _WIDTH + 24, 84, ink=PALE)
    for number, group in enumerate(groups):
        across, down = number % 4, number // 4
        paper.line(group, 22, _LEFT + 104 * across, y + 12 - 34 * down, bold=True)
