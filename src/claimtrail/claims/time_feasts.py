"""Holidays that move with the calendar, by Western reckoning."""

from collections.abc import Callable
from datetime import date, timedelta


def easter(year: int) -> date:
    """Easter Sunday of a year of the Gregorian calendar (the anonymous Gregorian computus)."""
    golden = year % 19
    century, rest = divmod(year, 100)
    leap, odd = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - correction + 15) % 30
    weekday = (32 + 2 * odd + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The `nth` (from 1) such weekday (Monday 0) of a month."""
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * nth - 7)


FEASTS: dict[str, Callable[[int], date]] = {
    "Easter": easter,
    "Easter Sunday": easter,
    "Easter Monday": lambda year: easter(year) + timedelta(days=1),
    "Good Friday": lambda year: easter(year) - timedelta(days=2),
    "Palm Sunday": lambda year: easter(year) - timedelta(days=7),
    "Ash Wednesday": lambda year: easter(year) - timedelta(days=46),
    "Thanksgiving": lambda year: nth_weekday(year, 11, 3, 4),
    "Thanksgiving Day": lambda year: nth_weekday(year, 11, 3, 4),
    "Labor Day": lambda year: nth_weekday(year, 9, 0, 1),
}
