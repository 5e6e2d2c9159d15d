"""Days and times as people say them: Sat 21 Nov, 21 November 2026, today 17:42. In the language of the program."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from onemm_desktop.programme.dates import day_of, local


def short_day(day: date) -> str:
    """Sat 21 Nov."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "ddd d MMM")


def long_day(day: date) -> str:
    """Saturday 21 November 2026."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "dddd d MMMM yyyy")


def full_day(day: date) -> str:
    """21 November 2026."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")


def clock(instant: datetime) -> str:
    """17:42, by the clock on the wall in the UK."""
    return local(instant).strftime("%H:%M")


def moment(instant: datetime, now: datetime) -> str:
    """today 17:42 · yesterday 09:05 · Fri 20 Nov 16:05 · 3 September 2025."""
    day, today = day_of(instant), day_of(now)
    if day == today:
        return QCoreApplication.translate("when", "today {time}").format(time=clock(instant))
    if day == today - timedelta(days=1):
        return QCoreApplication.translate("when", "yesterday {time}").format(time=clock(instant))
    if abs((today - day).days) < 180:
        return f"{short_day(day)} {clock(instant)}"
    return full_day(day)
