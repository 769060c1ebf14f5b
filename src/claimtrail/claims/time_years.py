"""The year of a day or month that is given without one, by the day of publication."""

import calendar
from datetime import date

from claimtrail.claims.time_meanings import Calendar

# A bare day and month this many days after publication lies ahead: of one eleven months back a writer gives the year.
AHEAD = 60


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
