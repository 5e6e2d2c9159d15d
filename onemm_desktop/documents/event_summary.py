"""The summary of an event on paper: who came and who kept their word, when, how it was noted, what was amended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from onemm_desktop.documents import table, words
from onemm_desktop.documents.table import Column, Table
from onemm_desktop.documents.words import Language, Said

SUMMARY = Said("Crynodeb o’r digwyddiad", "Summary of the event")
_PEOPLE = Said("Pobl", "People")
_NUMBER = Said("Nifer", "Number")
_ATTENDANCE = Said("Presenoldeb", "Attendance")
_COMMITMENT = Said("Ymrwymiad (daeth neu ymddiheurodd)", "Commitment (came or sent apologies)")
_ARRIVALS = Said("Cyrraedd", "Arrivals")
_SOURCES = Said("Sut y nodwyd hyn", "How it was noted")
_CLOSED = Said("Caewyd y gofrestr gan", "Register closed by")
_STAFF = Said("Yn gweithio yno", "Working there")
_SESSION = Said("Sesiwn", "Session")
_TIMES = Said("Amser", "Time")
_CAME = Said("Daeth", "Came")
_AWAY = Said("Absennol", "Absent")
_AMENDED = Said("Diwygiadau ar ôl cau’r gofrestr", "Amendments after the register was closed")
_STATE = Said("Statws", "State")
_REASON = Said("Rheswm", "Reason")
_BY = Said("Gan", "By")
_PROGRESS = Said("Hyfforddiant y mentoriaid a ddaeth", "Training of the mentors who came")
_EVALUATION = Said("Gwerthusiad", "Evaluation")
_QUESTION = Said("Cwestiwn", "Question")
_ANSWERS = Said("Atebion", "Answers")
_TOLD = Said("Canlyniad", "Result")
_TOO_FEW = Said("rhy ychydig i’w dangos", "too few to be shown")
_MEAN = Said("cymedr", "mean")
_YES = Said("ie", "yes")
_MODULES = Said("Modiwlau", "Modules")
_PASSED = Said("Newydd", "New")
_NOTICE = Said(
    "Ar gyfer y swyddfa: mae’n cynnwys enwau. Peidiwch â’i adael lle gall eraill ei ddarllen.",
    "For the office: it holds names. Do not leave it where others can read it.",
)
_OTHERS = {
    "walk_in": Said("ohonynt, heb archebu", "of these, walk-ins"),
    "left_early": Said("Gadawodd yn gynnar", "Left early"),
    "not_yet_booked": Said("Heb archebu eto", "Not yet booked"),
    "excused": Said("Esgusodwyd", "Excused"),
    "unmarked": Said("Heb ei farcio", "Not marked"),
    "expected": Said("Disgwylir", "Expected"),
    "contested": Said("Dau ateb", "Two answers"),
}
_SOURCE = {
    "desk": Said("wrth y ddesg", "at the desk"),
    "paper": Said("ar bapur", "on paper"),
    "scan": Said("drwy sganio", "by scanning"),
    "kiosk": Said("wrth y ciosg", "at the kiosk"),
}


@dataclass(frozen=True, slots=True)
class Evaluated:
    """What was said to one question. ``counts`` are points and how often; None: too few to be told."""

    wording: Said
    answered: int
    scale: bool
    counts: tuple[tuple[int, int], ...] | None
    mean: float | None
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """What the summary says. Times are aware and already Europe/London; ``title_cy`` makes it bilingual.

    ``attendance`` and ``commitment`` are (part, whole, per cent); ``states`` and ``sources`` codes and counts.
    """

    title: str
    title_cy: str
    reference: str
    venue: str
    starts_at: datetime
    ends_at: datetime
    staff: tuple[str, ...]
    closed_by: str
    attendance: tuple[int, int, int]
    commitment: tuple[int, int, int]
    first_in: datetime | None
    last_in: datetime | None
    states: tuple[tuple[str, int], ...]
    walk_ins: int
    sources: tuple[tuple[str, int], ...]
    sessions: tuple[tuple[str, str, int, int], ...]
    amendments: tuple[tuple[str, str, str, str], ...]
    progress: tuple[tuple[str, str, str], ...]
    printed_on: date
    evaluation: tuple[Evaluated, ...] = ()

    @property
    def language(self) -> Language:
        """The language of the labels."""
        return "bilingual" if self.title_cy else "english"


def pdf(figures: Figures) -> bytes:
    """The summary as a PDF: the figures, then, where there are any, sessions, amendments and what was learnt."""
    tables = [_people(figures)]
    if figures.sessions:
        rows = tuple((title, times, str(came), str(away)) for title, times, came, away in figures.sessions)
        tables.append(_list(figures, SUMMARY, ((_SESSION, 3), (_TIMES, 1.2), (_CAME, 1), (_AWAY, 1)), rows))
    if figures.amendments:
        rows = tuple((name, _state(figures, code), reason, by) for name, code, reason, by in figures.amendments)
        columns = ((words.NAME, 2), (_STATE, 1.2), (_REASON, 2.4), (_BY, 1.6))
        tables.append(_list(figures, _AMENDED, columns, rows))
    if figures.progress:
        learnt = ((words.NAME, 3), (_MODULES, 1), (_PASSED, 2))
        tables.append(_list(figures, _PROGRESS, learnt, figures.progress))
    if figures.evaluation:
        asked = ((_QUESTION, 3), (_ANSWERS, 1), (_TOLD, 4))
        tables.append(_list(figures, _EVALUATION, asked, tuple(_evaluated(figures, one) for one in figures.evaluation)))
        for one in figures.evaluation:
            if one.said:
                written = tuple((words_said,) for words_said in one.said)
                tables.append(_list(figures, _EVALUATION, ((one.wording, 1),), written))
    return table.pdf(tables)


def _people(figures: Figures) -> Table:
    language = figures.language
    rows = [(_state(figures, code), str(count)) for code, count in figures.states]
    if figures.walk_ins:
        rows.append((_OTHERS["walk_in"].joined(language), str(figures.walk_ins)))
    sources = ", ".join(f"{_SOURCE[code].joined(language)} {count}" for code, count in figures.sources)
    facts = [
        *_about(figures),
        (_STAFF, ", ".join(figures.staff)),
        (_CLOSED, figures.closed_by),
        (_ATTENDANCE, _share(figures.attendance)),
        (_COMMITMENT, _share(figures.commitment)),
        (_ARRIVALS, _span(figures)),
        (_SOURCES, sources),
    ]
    columns = ((_PEOPLE, 3), (_NUMBER, 1))
    return _list(figures, SUMMARY, columns, tuple(rows), tuple(fact for fact in facts if fact[1]))


def _evaluated(figures: Figures, one: Evaluated) -> tuple[str, str, str]:
    """A row: 4.2 of 5, with how often each was said; the words themselves have a table of their own."""
    wording, language = one.wording.joined(figures.language), figures.language
    if one.counts is None:
        return wording, str(one.answered), _TOO_FEW.joined(language) if one.answered else ""
    if not one.scale:
        yes = dict(one.counts).get(1, 0)
        return wording, str(one.answered), f"{_YES.joined(language)} {yes} / {one.answered}" if one.counts else ""
    spread = ", ".join(f"{points}: {count}" for points, count in one.counts)
    return wording, str(one.answered), f"{_MEAN.joined(language)} {one.mean or 0:.1f} / 5 ({spread})"


def _list(
    figures: Figures,
    kind: Said,
    columns: Sequence[tuple[Said, float]],
    rows: tuple[tuple[str, ...], ...],
    facts: tuple[tuple[Said, str], ...] = (),
) -> Table:
    return Table(
        kind=kind,
        title=Said(figures.title_cy or figures.title, figures.title),
        facts=facts or _about(figures),
        columns=tuple(Column(heading, share, bold=place == 0) for place, (heading, share) in enumerate(columns)),
        rows=rows,
        notice=_NOTICE,
        printed_on=figures.printed_on,
        language=figures.language,
    )


def _about(figures: Figures) -> tuple[tuple[Said, str], ...]:
    day = words.day(figures.starts_at).joined(figures.language)
    times = f"{figures.starts_at:%H:%M}–{figures.ends_at:%H:%M}"
    return ((words.VENUE, figures.venue), (words.REFERENCE, f"{figures.reference}, {day}, {times}"))


def _state(figures: Figures, code: str) -> str:
    said = _OTHERS.get(code) or words.STATES.get(code) or Said(code, code)
    return said.joined(figures.language)


def _share(share: tuple[int, int, int]) -> str:
    part, whole, percent = share
    return f"{part} / {whole} ({percent} %)"


def _span(figures: Figures) -> str:
    if figures.first_in is None or figures.last_in is None:
        return ""
    return f"{figures.first_in:%H:%M}–{figures.last_in:%H:%M}"
