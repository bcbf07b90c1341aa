"""Dates: an event counts from its own day, a deadline is met on its own day."""

import calendar
import datetime

from .broken import broken


def has_happened(day, as_of):
    return day < as_of if broken("event-day") else day <= as_of


def has_passed(deadline, as_of):
    return deadline <= as_of if broken("deadline-day") else deadline < as_of


def after(day, duration):
    """The day one duration later; the last day of the month if the month is too short. The last day of all beyond the calendar."""
    months, days = duration
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > 9999:
        return datetime.date.max
    last = calendar.monthrange(year, month + 1)[1]
    try:
        return datetime.date(year, month + 1, min(day.day, last)) + datetime.timedelta(days=days)
    except OverflowError:
        return datetime.date.max
