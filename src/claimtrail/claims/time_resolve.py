"""From what a time expression means to days, given when it was written and what was told before it."""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from claimtrail.claims.time_feasts import FEASTS
from claimtrail.claims.time_frame import DAY, Days, Frame, add_months, months_from
from claimtrail.claims.time_meanings import (
    Apart,
    Away,
    Between,
    Calendar,
    Clock,
    Feast,
    Meaning,
    Months,
    Night,
    NightOf,
    Part,
    Rest,
    Shift,
    Since,
    Stage,
    Until,
    UpTo,
    Vague,
    Weekday,
    Weekend,
    Window,
)
from claimtrail.claims.time_relative import clock, months, night, rest, shift, weekday, weekend, window
from claimtrail.claims.time_years import AHEAD, nearest_year, year_told
from claimtrail.model.time import Anchor, Precision


def resolve(meaning: Meaning, frame: Frame) -> Days | None:
    """The days that `meaning` stands for in `frame`; None where that cannot be told or no such day exists."""
    resolver = _RESOLVERS[type(meaning)]
    try:
        return resolver(meaning, frame)
    except (ValueError, OverflowError):
        # 30 February, or a shift beyond the calendar's years.
        return None


def _calendar(meaning: Calendar, frame: Frame) -> Days | None:
    if meaning.month is None and meaning.day is not None:
        return _day_of_month(meaning, frame)
    year, anchor = _year_of(meaning, frame)
    if year is None:
        return None
    if meaning.month is None:
        return Days(date(year, 1, 1), date(year, 12, 31), Precision.YEAR, anchor)
    if meaning.day is None:
        return months_from(date(year, meaning.month, 1), anchor)
    day = date(year, meaning.month, meaning.day)
    return Days(day, day, Precision.DAY, anchor)


def _day_of_month(meaning: Calendar, frame: Frame) -> Days | None:
    """As in "the 17th": of the month last told of or the nearest, else the latest such day not after publication."""
    number = meaning.day or 0
    if meaning.weekday is not None:
        return _weekday_of_month(number, meaning.weekday, frame)
    if frame.running is not None and frame.running.first and frame.running.precision is not Precision.YEAR:
        day = _near(number, frame.running)
        return Days(day, day, Precision.DAY, Anchor.NARRATIVE)
    base = frame.published
    if base is None:
        return None
    step = (1 if number < base.day else 0) if frame.future else -1 if number > base.day else 0
    day = add_months(base, step).replace(day=number)
    return Days(day, day, Precision.DAY, Anchor.PUBLISHED)


def _weekday_of_month(number: int, weekday_: int, frame: Frame) -> Days | None:
    """As in "Saturday 19th": the latest month, up to that told of or of publication, in which that is so."""
    told = frame.running.last if frame.running else frame.today
    if told is None:
        return None
    for back in range(12):
        month = add_months(told, -back)
        if number <= monthrange(month.year, month.month)[1] and month.replace(day=number).weekday() == weekday_:
            day = month.replace(day=number)
            return Days(day, day, Precision.DAY, Anchor.NARRATIVE if frame.running else Anchor.PUBLISHED)
    return None


def _near(number: int, running: Days) -> date:
    """The day of that number in the month told of, or, where a day was told of, the one nearest to it."""
    first = running.first or date.min
    same = first.replace(day=number)
    if running.precision is Precision.MONTH:
        return same
    months_ = (add_months(first, step) for step in (-1, 1))
    near = [month.replace(day=number) for month in months_ if number <= 28]
    return min([same, *near], key=lambda day: abs((day - first).days))


def _year_of(meaning: Calendar, frame: Frame) -> tuple[int | None, Anchor]:
    """The year that is given, else that of the passage, else the latest that keeps the date before publication."""
    if meaning.year is not None:
        return meaning.year, Anchor.EXPLICIT
    if meaning.told:
        told = frame.told.first if frame.told else frame.narrative
        return (told.year if told else None), Anchor.NARRATIVE
    if meaning.years is not None:
        return (frame.published.year + meaning.years if frame.published else None), Anchor.PUBLISHED
    if frame.running is not None and frame.running.first is not None:
        return year_told(meaning, frame.running, None if frame.future else frame.published), Anchor.NARRATIVE
    if frame.published is None:
        return None, Anchor.UNRESOLVED
    return nearest_year(meaning, frame.published, frame.future), Anchor.PUBLISHED


def _night_of(meaning: NightOf, frame: Frame) -> Days | None:
    named = resolve(meaning.day, frame)
    if named is None or named.single is None or named.single != frame.published:
        return named
    return Days(named.single - DAY, named.single, Precision.RANGE, named.anchor)


def _stage(meaning: Stage, frame: Frame) -> Days | None:
    """The first ten days of a month or the last from the 21st; the first three months of a year or the last."""
    whole = resolve(meaning.of, frame)
    if whole is None or whole.first is None or whole.last is None:
        return whole
    first, last = whole.first, whole.last
    if whole.precision is Precision.MONTH:
        first, last = (first.replace(day=21), last) if meaning.late else (first, first.replace(day=10))
    elif whole.precision is Precision.YEAR:
        first, last = (first.replace(month=10), last) if meaning.late else (first, first.replace(month=3, day=31))
    else:
        return whole
    return Days(first, last, Precision.RANGE, whole.anchor)


def _away(meaning: Away, frame: Frame) -> Days | None:
    """So many days or weeks from a day that is named: "the day before last Tuesday", "the week of 6 March"."""
    named = resolve(meaning.of, frame)
    if named is None or named.single is None:
        return None
    found = shift(meaning.shift, replace(frame, narrative=named.single, told=None, period=None))
    return replace(found, anchor=named.anchor) if found else None


def _apart(meaning: Apart, frame: Frame) -> Days | None:
    if frame.beside is None:
        return None
    return shift(replace(meaning.shift, amount=-meaning.shift.amount), Frame(narrative=frame.beside))


def _part(meaning: Part, frame: Frame) -> Days | None:
    whole = resolve(meaning.of, frame)
    if whole is None or whole.first is None or whole.last is None:
        return None
    first = (whole.first if meaning.first >= 0 else whole.last + DAY) + timedelta(days=meaning.first)
    last = whole.last if meaning.last is None else whole.first + timedelta(days=meaning.last)
    return Days(first, last, Precision.DAY if first == last else Precision.RANGE, whole.anchor)


def _feast(meaning: Feast, frame: Frame) -> Days | None:
    year = meaning.year or (frame.running.first.year if frame.running and frame.running.first else None)
    if year is not None:
        day = FEASTS[meaning.name](year)
        return Days(day, day, Precision.DAY, Anchor.EXPLICIT if meaning.year else Anchor.NARRATIVE)
    if frame.published is None:
        return None
    day = FEASTS[meaning.name](frame.published.year)
    ahead = (day - frame.published).days
    near = frame.future is None and 0 < ahead <= AHEAD
    step = (ahead < 0) if frame.future else -(ahead > 0 and not near)
    day = FEASTS[meaning.name](frame.published.year + step)
    return Days(day, day, Precision.DAY, Anchor.PUBLISHED)


def _up_to(meaning: UpTo, frame: Frame) -> Days | None:
    last = resolve(meaning.last, frame)
    if last is None or last.last is None:
        return None
    return Days(last.last - meaning.days * DAY, last.last, Precision.RANGE, last.anchor)


def _until(meaning: Until, frame: Frame) -> Days | None:
    """What is still to come may happen on any day until then; of what is past only the day named is known."""
    last = resolve(meaning.last, frame)
    if last is None or last.last is None or frame.published is None or last.last <= frame.published:
        return last
    return Days(frame.published, last.last, Precision.RANGE, last.anchor)


def _since(meaning: Since, frame: Frame) -> Days | None:
    start = resolve(meaning.start, replace(frame, future=False))
    if start is None or (start.first and frame.published and start.first > frame.published):
        return None
    # "Since the end of March": nothing of March but its end.
    first = start.last if isinstance(meaning.start, Stage) and meaning.start.end else start.first
    return Days(first, frame.published, Precision.RANGE, start.anchor)


def _between(meaning: Between, frame: Frame) -> Days | None:
    last = resolve(meaning.last, frame)
    if last is None or last.last is None:
        return None
    first = _first_before(meaning.first, last, frame)
    if first is None or first.first is None or first.first > last.last:
        return None
    return Days(first.first, last.last, Precision.RANGE, last.anchor)


def _first_before(meaning: Meaning, last: Days, frame: Frame) -> Days | None:
    """The latest time of that name not after `last`: "from October to March 1976" began in 1975."""
    if isinstance(meaning, Calendar | Weekday) and last.last is not None:
        if isinstance(meaning, Calendar) and meaning.year is not None:
            return resolve(meaning, frame)
        return resolve(meaning, Frame(published=last.last))
    return resolve(meaning, frame)


def _vague(meaning: Vague, frame: Frame) -> Days | None:
    return None


_RESOLVERS: dict[type, Callable[[Any, Frame], Days | None]] = {
    Calendar: _calendar,
    Months: months,
    Weekday: weekday,
    Weekend: weekend,
    Shift: shift,
    Window: window,
    Rest: rest,
    Night: night,
    NightOf: _night_of,
    Clock: clock,
    Part: _part,
    Stage: _stage,
    Away: _away,
    Apart: _apart,
    Since: _since,
    Feast: _feast,
    UpTo: _up_to,
    Until: _until,
    Between: _between,
    Vague: _vague,
}
