"""The certificate of attendance: one A4 page each, any number of them in one PDF.

A name shrinks, then takes two lines, then is refused: it never overlaps and never makes a second page. Everything that
certificates of one event share is drawn once and stamped on each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from onemm_desktop.documents import words
from onemm_desktop.documents.fitting import Block, Frame, fit
from onemm_desktop.documents.page import ACCENT, LANDSCAPE, PALE, SECONDARY, SOFT, Facts, Paper
from onemm_desktop.documents.pieces import clean
from onemm_desktop.documents.words import Language, Said
from onemm_desktop.errors import KnownError, Problem

WIDTH, HEIGHT = LANDSCAPE
LEFT = 76.0
RIGHT = WIDTH - 72.0
EDGE = 26.0  # office printers leave some 5 mm white
NAME_BOX = (LEFT, 272.0, RIGHT - LEFT, 64.0)  # left, bottom, width, height of the place for the name
# In this order: large on one line, large on two, for a long name without a space small on one line, at a hyphen.
NAME_FRAMES = (
    Frame(RIGHT - LEFT, 52.0, sizes=(38.0, 22.0), bold=True),
    Frame(RIGHT - LEFT, 64.0, sizes=(27.0, 12.0), lines=2, fewest=2, bold=True, whole_words=True),
    Frame(RIGHT - LEFT, 52.0, sizes=(22.0, 12.0), bold=True),
    Frame(RIGHT - LEFT, 64.0, sizes=(27.0, 12.0), lines=2, fewest=2, bold=True),
)
# The code that proves the certificate: 25 mm in the lower right corner, above the number, with white around it.
CODE_PLACE = (RIGHT - 71.0, 102.0, 71.0, 71.0)

_NAME_RULE = 263.0
_TITLE_EACH = Frame(RIGHT - LEFT, 24.0, sizes=(17.0, 9.0), bold=True)
_TITLE_ALONE = Frame(RIGHT - LEFT - 19, 44.0, sizes=(18.0, 9.0), lines=2, bold=True)
_COLUMNS = (LEFT, LEFT + 132.0, LEFT + 330.0, LEFT + 410.0)  # left edges of date, venue, hours, trainers
_FACTS_TOP = 150.0
_FOOT_TOP = 84.0
_LABEL = 9.0
_VALUE = 12.0
_FIELDS = {
    words.VENUE: "venue",
    words.HOURS: "hours",
    words.TRAINER: "trainers",
    words.TRAINERS: "trainers",
    words.ISSUED_BY: "issuer",
}


@dataclass(frozen=True, slots=True)
class Certificate:
    """What one certificate says. ``hours`` are decimal; ``title_cy`` may be empty; dates are days in Europe/London.

    ``document`` is its type (``words.CERTIFICATES``). Hours of 0, no venue and no trainers are not named.
    ``link`` is what its QR code holds; without one it has none.
    """

    number: str
    name: str
    title: str
    title_cy: str
    held_on: date
    hours: float
    venue: str
    trainers: tuple[str, ...]
    issuer: str
    issued_on: date
    language: Language
    document: str = "certificate_of_attendance"
    held_until: date | None = None
    valid_until: date | None = None
    link: str = ""

    @property
    def wording(self) -> words.Wording:
        """The words around the name."""
        return words.CERTIFICATES[self.document]


def pdf(
    certificates: Iterable[Certificate],
    *,
    two_up: bool = False,
    progress: Callable[[int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> bytes:
    """One page for each certificate, in their order. ``progress`` hears how many are drawn.

    ``two_up``: each A5, two to a sheet of A4, the code as large as on A4.

    Raises, with the ``name`` and ``number`` of the first certificate that cannot be printed, NAME_DOES_NOT_FIT
    (``field``: name, title, venue, trainers, issuer), NO_GLYPH (``field`` and ``code_point``) or MISSING_NAME; and
    CANCELLED. Nothing to print is a mistake (ValueError).
    """
    paper: Paper | None = None
    backgrounds: dict[Certificate, str] = {}
    for count, certificate in enumerate(certificates, start=1):
        if cancelled is not None and cancelled():
            raise KnownError(Problem.CANCELLED)
        paper = paper or Paper(LANDSCAPE, _facts(certificate), two_up=two_up)
        try:
            _draw(paper, certificate, backgrounds)
        except KnownError as problem:
            values = {"name": clean(certificate.name), "number": certificate.number} | problem.values
            raise KnownError(problem.problem, **values) from problem
        if progress is not None:
            progress(count)
    if paper is None:
        raise ValueError("no certificates to print")
    return paper.finish()


def fitted_name(name: str) -> Block:
    """A name as it will be printed, for checking before printing.

    Raises MISSING_NAME, NAME_DOES_NOT_FIT (``field`` is "name") or NO_GLYPH (``field``, ``code_point``).
    """
    if not clean(name):
        raise KnownError(Problem.MISSING_NAME)
    return _fitted(name, NAME_FRAMES, "name")


def _facts(first: Certificate) -> Facts:
    title = first.wording.heading.joined(first.language)
    return Facts(
        f"{title} – {_title(first).joined(first.language)}", first.issuer, words.tag(first.language), first.issued_on
    )


def _title(certificate: Certificate) -> Said:
    return Said(certificate.title_cy or certificate.title, certificate.title)


def _draw(paper: Paper, certificate: Certificate, backgrounds: dict[Certificate, str]) -> None:
    name = fitted_name(certificate.name)
    shared = replace(certificate, number="", name="", link="")
    if shared not in backgrounds:
        form = f"certificate{len(backgrounds)}"
        with paper.form(form):
            _background(paper, shared)
        backgrounds[shared] = form
    paper.stamp(backgrounds[shared])
    paper.block(name, LEFT, _first_baseline(name), ink=ACCENT)
    if certificate.link:
        side = _code_side(paper)
        paper.code(certificate.link, RIGHT - side, CODE_PLACE[1], side)
    paper.line(certificate.number, _VALUE, RIGHT, _FOOT_TOP - 16, bold=True, align="right")
    paper.next_page()


def _code_side(paper: Paper) -> float:
    """25 mm on any sheet: a smaller code is not read from a scan of 200 dpi."""
    return CODE_PLACE[2] / paper.scale


def _first_baseline(name: Block) -> float:
    """Names stand on one baseline, whatever hangs below it, unless that would leave the place they have."""
    bottom = NAME_BOX[1]
    last_descent = -name.lines[-1].ink.bottom * name.size
    below_first = name.leading * (len(name.lines) - 1)
    highest = bottom + NAME_BOX[3] - name.ascent
    return min(highest, bottom + max(last_descent, 0.22 * name.size) + below_first)


def _background(paper: Paper, certificate: Certificate) -> None:
    _ornament(paper)
    width = paper.line("1MM", 26, LEFT, 503, bold=True, ink=ACCENT)
    paper.line("One Million Mentors", 13, LEFT + width + 10, 503, ink=SECONDARY)
    _heading(paper, certificate)
    paper.line(certificate.wording.before.joined(certificate.language), 13, LEFT, 350, ink=SECONDARY)
    paper.rule(LEFT, _NAME_RULE, RIGHT - LEFT, ink=ACCENT, thickness=0.9)
    paper.line(certificate.wording.after.joined(certificate.language), 13, LEFT, 239, ink=SECONDARY)
    _event(paper, certificate)
    _particulars(paper, certificate)
    _foot(paper, certificate)


def _ornament(paper: Paper) -> None:
    """A frame, and two circles that meet, a mentor and a young person; quiet enough for any office printer."""
    for centre in (WIDTH - 206, WIDTH - 132):
        paper.disc(centre, 474, 67, ink=PALE)
    for centre in (WIDTH - 206, WIDTH - 132):
        paper.ring(centre, 474, 67, ink=SOFT, thickness=0.9)
    paper.frame(EDGE, EDGE, WIDTH - 2 * EDGE, HEIGHT - 2 * EDGE)
    paper.area(EDGE, EDGE, 8, HEIGHT - 2 * EDGE, ink=ACCENT)


def _heading(paper: Paper, certificate: Certificate) -> None:
    lines = certificate.wording.heading.lines(certificate.language)
    size, top = (37.0, 414.0) if len(lines) == 1 else (30.0, 436.0)
    for number, line in enumerate(lines):
        paper.line(line, size, LEFT, top - number * size * 1.24, bold=True)


def _event(paper: Paper, certificate: Certificate) -> None:
    """The event's title in each language, at one size: equal prominence."""
    titles = _title(certificate).lines(certificate.language)
    code = _code_side(paper)
    if len(titles) == 1:
        alone = replace(_TITLE_ALONE, width=_TITLE_ALONE.width - code)
        paper.block(_fitted(titles[0], (alone,), "title"), LEFT, 212)
        return
    # Beside a larger code, above a smaller one.
    each = _TITLE_EACH if paper.scale == 1 else replace(_TITLE_EACH, width=_TITLE_EACH.width - code - 12)
    blocks = [_fitted(title, (each,), "title") for title in titles]
    size = min(block.size for block in blocks)
    for number, block in enumerate(blocks):
        paper.block(replace(block, size=size), LEFT, 214 - number * 23)


def _particulars(paper: Paper, certificate: Certificate) -> None:
    language = certificate.language
    trainers = words.TRAINER if len(certificate.trainers) == 1 else words.TRAINERS
    widths = (120.0, 184.0, 66.0, RIGHT - _code_side(paper) - _COLUMNS[3] - 20)
    facts = (
        (words.HELD_ON, _time(certificate).lines(language)),
        (words.VENUE, (certificate.venue,)),
        (words.HOURS, (f"{certificate.hours:g}",) if certificate.hours else ()),
        (trainers, (", ".join(certificate.trainers),)),
    )
    for left, width, (label, values) in zip(_COLUMNS, widths, facts, strict=True):
        if any(map(clean, values)):
            _fact(paper, label, language, values, (left, _FACTS_TOP, width))


def _time(certificate: Certificate) -> Said:
    first = words.day(certificate.held_on)
    if certificate.held_until is None:
        return first
    last = words.day(certificate.held_until)
    return Said(f"{first.cy} – {last.cy}", f"{first.en} – {last.en}")


def _foot(paper: Paper, certificate: Certificate) -> None:
    language = certificate.language
    issued_on = words.day(certificate.issued_on).lines(language)
    valid_until = certificate.valid_until
    _fact(paper, words.ISSUED_BY, language, (certificate.issuer,), (LEFT, _FOOT_TOP, 160.0 if valid_until else 310.0))
    if valid_until:
        _fact(
            paper, words.VALID_UNTIL, language, words.day(valid_until).lines(language), (LEFT + 180, _FOOT_TOP, 140.0)
        )
    _fact(paper, words.ISSUED_ON, language, issued_on, (_COLUMNS[2], _FOOT_TOP, 150.0))
    paper.line(words.CERTIFICATE_NUMBER.joined(language), _LABEL, RIGHT, _FOOT_TOP, ink=SECONDARY, align="right")


def _fact(
    paper: Paper, label: Said, language: Language, values: tuple[str, ...], place: tuple[float, float, float]
) -> None:
    """A small label and what it names, in at most three lines below it. ``place`` is left, baseline, width."""
    left, top, width = place
    paper.line(label.joined(language), _LABEL, left, top, ink=SECONDARY)
    baseline = top - 16
    # A year of service in two languages has four lines of dates: they stay above the foot.
    room, smallest = (34.0, 6.5) if label is words.HELD_ON else (42.0, 7.0)
    for value in filter(clean, values):
        frame = Frame(width, room / len(values), sizes=(_VALUE, smallest), lines=3)
        block = _fitted(value, (frame,), _FIELDS.get(label, "date"))
        paper.block(block, left, baseline)
        baseline -= block.leading * len(block.lines) + 1


def _fitted(text: str, frames: tuple[Frame, ...], field: str) -> Block:
    try:
        block = next((block for frame in frames if (block := fit(text, frame))), None)
    except KnownError as problem:
        raise KnownError(problem.problem, field=field, **problem.values) from problem
    if block is None:
        raise KnownError(Problem.NAME_DOES_NOT_FIT, field=field)
    return block
