"""The words of the evaluation page: a question in the program's language, how it is answered, what was said."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from onemm_desktop.programme.evaluation import FEWEST, Question, Result

#: Under its own name, because the tool that collects the texts looks for it.
translate = QCoreApplication.translate


def wording(question: Question) -> str:
    """The question in the program's language, as far as it has been worded in it."""
    welsh = QLocale().name().startswith("cy")
    return question.wording_cy if welsh and question.wording_cy else question.wording


def ends(question: Question) -> tuple[str, str]:
    """The words of the two ends of a scale; empty where there are none."""
    welsh = QLocale().name().startswith("cy")
    said = question.ends_cy if welsh and len(question.ends_cy) == 2 else question.ends
    return (said[0], said[1]) if len(said) == 2 else ("", "")


def how(question: Question) -> str:
    """Which keys answer a question."""
    match question.asks:
        case "scale":
            low, high = ends(question)
            return f"1 {low} – 5 {high}" if low else "1–5"
        case "yes_no":
            return translate("evaluation", "1 yes, 0 no")
        case "text":
            return translate("evaluation", "in words, or left empty")


def points(question: Question, number: int) -> str:
    """What so many points of a question mean, for the foot of a bar."""
    if question.asks == "yes_no":
        return translate("evaluation", "Yes") if number else translate("evaluation", "No")
    return str(number)


def told(result: Result) -> str:
    """What stands beside a question: how many answered, and their mean; or why it is not told."""
    if not result.answered:
        return translate("evaluation", "No answers yet")
    if result.counts is None:
        return translate("evaluation", "Not shown under {few} answers").format(few=FEWEST)
    many = translate("evaluation", "{count} answers").format(count=result.answered)
    if result.mean is None:
        return many
    mean = QLocale().toString(result.mean, "f", 1)
    return many + " · " + translate("evaluation", "mean {mean} of 5").format(mean=mean)
