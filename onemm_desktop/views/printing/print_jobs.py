"""From a plan of printing to PDFs. No Qt; ``documents`` is imported where it is needed, as in ``papers``."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Literal
from zipfile import ZIP_DEFLATED, ZipFile

from onemm_desktop.documents.words import Language, Said
from onemm_desktop.errors import KnownError, Problem
from onemm_desktop.programme.dates import local
from onemm_desktop.programme.printing import Line, key_of
from onemm_desktop.programme.printing_issue import Given
from onemm_desktop.programme.printing_paper import Contents
from onemm_desktop.views.file_names import plain
from onemm_desktop.views.people import words
from onemm_desktop.views.printing import papers, summary_paper
from onemm_desktop.views.printing.manner import Manner, Rule
from onemm_desktop.views.printing.signing import Hand

if TYPE_CHECKING:
    from onemm_desktop.documents.certificate import Certificate

_Format = Literal["a6", "four", "eight", "card"]
_FORMATS: dict[str, _Format] = {
    "badges_a6": "a6",
    "badges_four": "four",
    "badges_eight": "eight",
    "badges_card": "card",
}


def certificate_of(given: Given, rule: Rule) -> Certificate:
    """One certificate that has its number, in the language of the rule."""
    from onemm_desktop.documents.certificate import Certificate

    about = given.occasion
    return Certificate(
        number=given.number,
        name=given.name,
        title=about.title,
        title_cy=about.title_cy,
        held_on=about.held_on,
        hours=about.hours,
        venue=about.place,
        trainers=about.signed_by,
        issuer=papers.ISSUER,
        issued_on=given.issued_on,
        language=papers.language_of(given.language, about.title_cy) if rule == "own" else rule,
        document=given.document,
        held_until=about.held_until,
        valid_until=about.valid_until,
        link=given.link,
    )


def certificates_pdf(
    given: Iterable[Given], manner: Manner, progress: Callable[[int], None], cancelled: Callable[[], bool]
) -> bytes:
    """Certificates in one PDF, in their order. KnownError as of ``certificate.pdf``."""
    made = (certificate_of(one, manner.rule) for one in given)
    return papers.certificates_pdf(made, progress, cancelled, two_up=manner.sheet == "a5")


def certificates_zip(
    given: Iterable[Given],
    rule: Rule,
    hand: Hand | None,
    progress: Callable[[int], None],
    cancelled: Callable[[], bool],
) -> bytes:
    """A PDF for each person, named by name and number and signed where somebody signs, in one ZIP."""
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as archive:
        for count, one in enumerate(given, start=1):
            if cancelled():
                raise KnownError(Problem.CANCELLED)
            pdf = papers.certificates_pdf([certificate_of(one, rule)], lambda _: None, cancelled)
            archive.writestr(f"{plain(one.name)} {one.number}.pdf", hand.sign(pdf) if hand else pdf)
            progress(count)
    return held.getvalue()


def unprintable(lines: Iterable[Line]) -> dict[str, str]:
    """Whose name no certificate holds, by key: ``too_long``, ``no_name`` or ``unprintable``."""
    from onemm_desktop.documents import certificate

    found: dict[str, str] = {}
    for line in lines:
        try:
            certificate.fitted_name(line.person.certificate_name)
        except KnownError as problem:
            reasons = {Problem.NAME_DOES_NOT_FIT: "too_long", Problem.MISSING_NAME: "no_name"}
            found[key_of(line.person)] = reasons.get(problem.problem, "unprintable")
    return found


def list_pdf(
    contents: Contents, manner: Manner, today: date, _progress: Callable[[int], None], _cancelled: Callable[[], bool]
) -> bytes:
    """A list on paper."""
    rule = manner.rule
    if contents.ask.paper in _FORMATS:
        return _badges(contents, rule, _FORMATS[contents.ask.paper], two_sided=manner.sheet == "back")
    match contents.ask.paper:
        case "sign_in_blank" | "sign_in_filled" if contents.roster is not None:
            return papers.sheet_pdf(
                contents.roster, today, contents.destroy_by, filled=contents.ask.paper == "sign_in_filled"
            )
        case "room_sign":
            return _room_sign(contents, rule)
        case "evacuation_list" if contents.building is not None:
            return papers.evacuation_pdf(contents.building)
        case "event_summary" if contents.summary is not None:
            return summary_paper.pdf(contents.summary, today)
        case "pair_register":
            return _pair_register(contents, rule, today)
        case "visitor_list":
            return _visitor_list(contents, rule, today)
        case "encounter_record":
            return _encounters(contents, manner, today)
        case "labels":
            return _labels(contents, manner, today)
    raise KnownError(Problem.NOT_FOUND)


def _language(rule: Rule, welsh: bool) -> Language:
    """A list has one language for all: both where there is Welsh to be read."""
    return ("bilingual" if welsh else "english") if rule == "own" else rule


def _school(contents: Contents) -> Said:
    return Said(contents.school[0] or papers.ISSUER, contents.school[1] or papers.ISSUER)


def _room_sign(contents: Contents, rule: Rule) -> bytes:
    from onemm_desktop.documents import room_sign

    held = contents.roster
    if held is None:
        raise KnownError(Problem.NOT_FOUND)
    sign = room_sign.Sign(
        held.title, held.title_cy, held.venue, local(held.starts_at), local(held.ends_at),
        _language(rule, bool(held.title_cy)),
    )  # fmt: skip
    return room_sign.pdf(sign)


def _pair_register(contents: Contents, rule: Rule, today: date) -> bytes:
    from onemm_desktop.documents import pair_register

    pairs = [
        pair_register.Pair(one.mentor, one.organisation, one.young_person, one.year_group) for one in contents.pairs
    ]
    school = _school(contents)
    language = _language(rule, school.cy != school.en)
    return pair_register.pdf(
        pairs, school=school, held_on=today, destroy_by=contents.destroy_by, language=language
    )  # fmt: skip


def _visitor_list(contents: Contents, rule: Rule, today: date) -> bytes:
    from onemm_desktop.documents import visitor_list

    visitors = [
        visitor_list.Visitor(one.name, one.organisation, one.level, one.checked_on, one.checked_by or papers.ISSUER)
        for one in contents.visitors
    ]
    school = _school(contents)
    language = _language(rule, school.cy != school.en)
    return visitor_list.pdf(
        visitors, school=school, printed_on=today, destroy_by=contents.destroy_by, language=language
    )  # fmt: skip


def _encounters(contents: Contents, manner: Manner, today: date) -> bytes:
    from onemm_desktop.documents import encounter_record as record

    return record.pdf(
        [
            record.Record(
                one.name,
                one.school,
                one.year_group,
                tuple(
                    record.Mentoring(
                        each.mentor, each.work, each.since, each.until, each.meetings,
                        ", ".join(words.plain(code) for code in each.focus),
                    )
                    for each in one.mentoring
                ),
                papers.language_of(one.language, "") if manner.rule == "own" else manner.rule,
            )
            for one in contents.encounters
        ],
        printed_on=today,
        two_up=manner.sheet == "a5",
    )  # fmt: skip


def _labels(contents: Contents, manner: Manner, today: date) -> bytes:
    from onemm_desktop.documents import labels

    made = [labels.Label(one.name, one.lines) for one in contents.addresses]
    stock: labels.Stock = "L7163" if manner.sheet == "L7163" else "L7160"
    return labels.pdf(made, stock, made_on=today, used=manner.first - 1)


def _badges(contents: Contents, rule: Rule, form: _Format, *, two_sided: bool) -> bytes:
    """The badges; what is left of the last sheet are blanks for whoever just comes."""
    from onemm_desktop.documents import badge

    held = contents.roster
    if held is None or not contents.badges:
        raise KnownError(Problem.NOT_FOUND)
    day, language = local(held.starts_at).date(), _language(rule, bool(held.title_cy))
    made = [
        badge.Badge(
            one.first_name, one.surname, one.organisation, one.duty, held.title, held.title_cy, day, one.code, language
        )
        for one in contents.badges
    ]
    sheet = badge.SHEETS[form]
    blanks = -len(made) % (sheet.across * sheet.down)
    like = badge.Badge("", "", "", "walk_in", held.title, held.title_cy, day, "", language)
    return badge.pdf([*made, *[like] * blanks], form, two_sided=two_sided)
