"""Times and durations as people read them, in the language in force."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QDate, QLocale, QTime

from pos_app.ui.translation import UTF8, locale, translate


def _date(moment: datetime) -> QDate:
    return QDate(moment.year, moment.month, moment.day)


def clock_text(local: datetime) -> str:
    """The time of day: `14:05`."""
    return locale().toString(QTime(local.hour, local.minute), "HH:mm")


def date_text(local: datetime) -> str:
    """The date in short: `03/02/2026`, `03.02.2026`."""
    return locale().toString(_date(local), QLocale.FormatType.ShortFormat)


def long_date_text(local: datetime) -> str:
    """The date in words: `Tuesday 3 February 2026`."""
    return locale().toString(_date(local), QLocale.FormatType.LongFormat)


def moment_text(local: datetime, now: datetime | None = None) -> str:
    """Date and time; today's only the time where `now` is given."""
    if now is not None and local.date() == now.date():
        return clock_text(local)
    return f"{date_text(local)} {clock_text(local)}"


def countdown_text(seconds: float) -> str:
    """What is left, rounded up: `0:24`."""
    left = max(0, -int(-seconds // 1))
    return f"{left // 60}:{left % 60:02d}"


def age_text(age: timedelta) -> str:
    """How long ago in words: `just now`, `12 s ago`, `3 min ago`."""
    seconds = max(0, int(age.total_seconds()))
    if seconds < 5:
        return translate("formats", "just now")
    if seconds < 60:
        return translate("formats", "%1 s ago").replace("%1", str(seconds))
    if seconds < 3600:
        return translate("formats", "%1 min ago").replace("%1", str(seconds // 60))
    if seconds < 48 * 3600:
        return translate("formats", "%1 h ago").replace("%1", str(seconds // 3600))
    days = seconds // 86400
    return translate("formats", "%n day(s) ago", "", UTF8, days)
