"""The year of a day or month that is given without one, by the day of publication."""

import calendar
from datetime import date

from claimtrail.claims.time_frame import Days
from claimtrail.claims.time_meanings import Calendar
from claimtrail.model.time import Precision

# A bare day and month this many days after publication lies ahead: of one eleven months back a writer gives the year.
AHEAD = 60


# A passage goes forward in time: a date without a year lies at most so many days before the one told of.
_BACK = 92


def year_told(meaning: Calendar, running: Days, published: date | None) -> int:
    """The year of a date in a passage that has told of a day, a month or a year: it goes on, or looks a little back."""
    told = running.first or date.min
    if running.precision in (Precision.YEAR, Precision.SEASON) or meaning.month is None:
        return told.year
    away = (date(told.year, meaning.month, 1) - told.replace(day=1)).days
    year = told.year + (away < -_BACK) - (away > 365 - _BACK)
    is_ahead = published is not None and date(year, meaning.month, meaning.day or 1) > published
    return year - 1 if is_ahead else year


def nearest_year(meaning: Calendar, published: date, future: bool | None) -> int:
    """The year of the latest such date up to publication, or the next; a day a few weeks ahead is not last year's."""
    if future is None and meaning.day is not None and meaning.month is not None:
        ahead = (_anniversary(published, meaning.month, meaning.day) - published).days
        future = 0 < ahead <= AHEAD
    return _year_towards(meaning, published, bool(future))


def _anniversary(published: date, month: int, day: int) -> date:
    """The next such day from publication on; 28 February stands in for the 29th."""
    day = min(day, 28) if month == 2 else day
    this_year = date(published.year, month, day)
    return this_year if this_year >= published else date(published.year + 1, month, day)


def _year_towards(meaning: Calendar, published: date, future: bool) -> int:
    month, day = meaning.month or 1, meaning.day or 1
    # "29 February" needs a leap year.
    years = range(published.year, published.year + 8) if future else range(published.year, published.year - 8, -1)
    for year in years:
        if day > calendar.monthrange(year, month)[1]:
            continue
        if _weekday_fits(meaning, year, month, day) and (date(year, month, day) >= published) == future:
            return year
        if date(year, month, day) == published:
            return year
    return published.year


def _weekday_fits(meaning: Calendar, year: int, month: int, day: int) -> bool:
    return meaning.weekday is None or meaning.day is None or date(year, month, day).weekday() == meaning.weekday
