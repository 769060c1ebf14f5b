"""From what a time expression means to days, given when it was written and what was told before it."""

import calendar
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from claimtrail.claims.time_feasts import FEASTS
from claimtrail.claims.time_meanings import (
    Base,
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
    Until,
    UpTo,
    Vague,
    Weekday,
    Weekend,
    Window,
)
from claimtrail.claims.time_years import AHEAD, nearest_year
from claimtrail.model.time import Anchor, Precision

_DAY = timedelta(days=1)
_MONTHS_OF = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_DAYS_OF = {"day": 1, "week": 7, "fortnight": 14}
_PRECISION = {
    "hour": Precision.DAY,
    "minute": Precision.DAY,
    "second": Precision.DAY,
    "day": Precision.DAY,
    "week": Precision.WEEK,
    "month": Precision.MONTH,
    "year": Precision.YEAR,
}
_HOURS_OF = {"second": 1 / 3600, "minute": 1 / 60, "hour": 1}


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day (either None where open), how precisely they are given, and what they rest on."""

    first: date | None
    last: date | None
    precision: Precision
    anchor: Anchor

    @property
    def single(self) -> date | None:
        """The day, where it is one day."""
        return self.first if self.first == self.last else None


@dataclass(frozen=True, slots=True)
class Frame:
    """What is known where a time expression stands: the day of publication, the day last told of, the running year.

    `period` is the first day of the quarter last told of, `era` that of a year, if one was told of since the last day.
    `future` says that the event is still to come; False that it is over; None that nothing tells.
    """

    published: date | None = None
    narrative: date | None = None
    year: int | None = None
    period: date | None = None
    future: bool | None = None
    era: date | None = None


def resolve(meaning: Meaning, frame: Frame) -> Days | None:
    """The days that `meaning` stands for in `frame`; None where that cannot be told or no such day exists."""
    resolver = _RESOLVERS[type(meaning)]
    try:
        return resolver(meaning, frame)
    except (ValueError, OverflowError):
        # 30 February, or a shift beyond the calendar's years.
        return None


def _base(base: Base, frame: Frame) -> tuple[date | None, Anchor]:
    if base is Base.NARRATIVE:
        return frame.narrative, Anchor.NARRATIVE
    return frame.published, Anchor.PUBLISHED


def _calendar(meaning: Calendar, frame: Frame) -> Days | None:
    if meaning.month is None and meaning.day is not None:
        return _day_of_month(meaning.day, frame)
    year, anchor = _year_of(meaning, frame)
    if year is None:
        return None
    if meaning.month is None:
        return Days(date(year, 1, 1), date(year, 12, 31), Precision.YEAR, anchor)
    if meaning.day is None:
        return _month(date(year, meaning.month, 1), anchor)
    day = date(year, meaning.month, meaning.day)
    return Days(day, day, Precision.DAY, anchor)


def _day_of_month(number: int, frame: Frame) -> Days | None:
    """As in "the 17th": the latest such day not after publication, else of the month last told of."""
    base = frame.published or frame.narrative
    if base is None:
        return None
    back = frame.published is not None and number > base.day
    day = _add_months(base, -1 if back else 0).replace(day=number)
    return Days(day, day, Precision.DAY, Anchor.PUBLISHED if frame.published else Anchor.NARRATIVE)


def _year_of(meaning: Calendar, frame: Frame) -> tuple[int | None, Anchor]:
    """The year that is given, else that of the passage, else the latest that keeps the date before publication."""
    if meaning.year is not None:
        return meaning.year, Anchor.EXPLICIT
    if meaning.years is not None:
        return (frame.published.year + meaning.years if frame.published else None), Anchor.PUBLISHED
    if frame.year is not None:
        return frame.year, Anchor.NARRATIVE
    if frame.published is None:
        return None, Anchor.UNRESOLVED
    return nearest_year(meaning, frame.published, frame.future), Anchor.PUBLISHED


def _month(first: date, anchor: Anchor, length: int = 1) -> Days:
    precision = {1: Precision.MONTH, 12: Precision.YEAR}.get(length, Precision.SEASON)
    return Days(first, _add_months(first, length) - _DAY, precision, anchor)


def _add_months(first: date, months: int) -> date:
    index = first.year * 12 + first.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


def _months(meaning: Months, frame: Frame) -> Days | None:
    if meaning.year is not None:
        return _month(date(meaning.year, meaning.month, 1), Anchor.EXPLICIT, meaning.length)
    known = frame.published or (date(frame.year, 12, 31) if frame.year else None)
    if known is None:
        return None
    begun = date(known.year, meaning.month, 1) <= known
    year = known.year if begun or frame.future or meaning.step == 0 else known.year - 1
    first = _month(date(year, meaning.month, 1), Anchor.PUBLISHED, meaning.length)
    # "Last summer" is over; "next summer" has not begun.
    if meaning.step == -1 and first.last and first.last >= known:
        year -= 1
    if meaning.step == 1 and first.first and first.first <= known:
        year += 1
    return _month(date(year, meaning.month, 1), Anchor.PUBLISHED, meaning.length)


def _weekday(meaning: Weekday, frame: Frame) -> Days | None:
    base = frame.published
    if base is None:
        told = frame.narrative
        same = told if told and told.weekday() == meaning.day else None
        return Days(same, same, Precision.DAY, Anchor.NARRATIVE) if same else None
    if meaning.weeks is not None:
        day = base + timedelta(days=7 * meaning.weeks - base.weekday() + meaning.day)
    elif frame.future or meaning.ahead:
        day = base + timedelta(days=(meaning.day - base.weekday()) % 7)
    else:
        day = base - timedelta(days=(base.weekday() - meaning.day) % 7)
    return Days(day, day, Precision.DAY, Anchor.PUBLISHED)


def _weekend(meaning: Weekend, frame: Frame) -> Days | None:
    base = frame.published
    if base is None:
        return None
    ahead = frame.future and meaning.weeks is None
    saturday = base + timedelta(days=5 - base.weekday()) if ahead else base - timedelta(days=(base.weekday() - 5) % 7)
    saturday += timedelta(weeks=meaning.weeks or 0)
    return Days(saturday, saturday + _DAY, Precision.RANGE, Anchor.PUBLISHED)


def _shift(meaning: Shift, frame: Frame) -> Days | None:
    base, anchor = _base(meaning.base, frame)
    if meaning.base is Base.NARRATIVE and frame.period is not None and meaning.unit in ("quarter", "year"):
        return _period_away(frame.period, meaning)
    if meaning.base is Base.NARRATIVE and meaning.unit == "year" and frame.era is not None:
        base = frame.era
    if base is None:
        return None
    if meaning.unit in _HOURS_OF:
        day = base + timedelta(days=int(meaning.amount * _HOURS_OF[meaning.unit] / 24))
        return Days(day, day, Precision.DAY, anchor)
    if meaning.unit == "day":
        day = base + timedelta(days=meaning.amount)
        return Days(day, day, Precision.DAY, anchor)
    if meaning.unit in _DAYS_OF:
        return _week_away(meaning, base, anchor)
    return _months_away(meaning, base, anchor)


def _period_away(period: date, meaning: Shift) -> Days:
    """The quarter so many quarters or years from the one told of: "a year earlier", "the quarter"."""
    return _month(_add_months(period, _MONTHS_OF[meaning.unit] * meaning.amount), Anchor.NARRATIVE, 3)


def _week_away(meaning: Shift, base: date, anchor: Anchor) -> Days:
    days = _DAYS_OF[meaning.unit] * meaning.amount
    if meaning.base is Base.NARRATIVE and abs(days) > 7:
        # "Two weeks earlier" is said of a day; "the week before" of a week.
        day = base + timedelta(days=days)
        return Days(day, day, Precision.DAY, anchor)
    monday = base + timedelta(days=days - base.weekday())
    sunday = monday + timedelta(days=6)
    return Days(monday, _not_after(sunday, base, meaning.amount == 0), Precision.WEEK, anchor)


def _months_away(meaning: Shift, base: date, anchor: Anchor) -> Days:
    size = _MONTHS_OF[meaning.unit]
    start = {"month": base.month, "quarter": base.month - (base.month - 1) % 3}.get(meaning.unit, 1)
    year = base.year - base.year % (size // 12) if size >= 120 else base.year
    first = _add_months(date(year, start, 1), size * meaning.amount)
    days = _month(first, anchor, size)
    return replace(days, last=_not_after(days.last, base, meaning.amount == 0))


def _not_after(last: date | None, base: date, running: bool) -> date | None:
    """The running week, month or year is told of up to the base."""
    return base if running else last


def _window(meaning: Window, frame: Frame) -> Days | None:
    base, anchor = _base(meaning.base, frame)
    if base is None:
        return None
    other = _moved(base, meaning.unit, meaning.amount)
    first, last = min(base, other), max(base, other)
    return Days(first, last, Precision.RANGE, anchor)


def _moved(base: date, unit: str, amount: int) -> date:
    if unit in _MONTHS_OF:
        first = _add_months(base, _MONTHS_OF[unit] * amount)
        return first.replace(day=min(base.day, calendar.monthrange(first.year, first.month)[1]))
    if unit in _HOURS_OF:
        # Part of a day counts as the whole of it: "the past six hours" may have begun yesterday, but seldom has.
        return base + timedelta(days=int(amount * _HOURS_OF[unit] / 24))
    return base + timedelta(days=_DAYS_OF[unit] * amount)


def _rest(meaning: Rest, frame: Frame) -> Days | None:
    base = frame.published
    if base is None:
        return None
    whole = _shift(Shift(meaning.unit, 1), frame)
    last = whole.first - _DAY if whole and whole.first else None
    return Days(base, last, Precision.RANGE, Anchor.PUBLISHED)


def _night(meaning: Night, frame: Frame) -> Days | None:
    base, anchor = _base(meaning.base, frame)
    return Days(base - _DAY, base, Precision.RANGE, anchor) if base else None


def _night_of(meaning: NightOf, frame: Frame) -> Days | None:
    named = resolve(meaning.day, frame)
    if named is None or named.single is None or named.single != frame.published:
        return named
    return Days(named.single - _DAY, named.single, Precision.RANGE, named.anchor)


def _clock(meaning: Clock, frame: Frame) -> Days | None:
    day = frame.narrative or frame.published
    anchor = Anchor.NARRATIVE if frame.narrative else Anchor.PUBLISHED
    return Days(day, day, Precision.MINUTE if meaning.minute else Precision.HOUR, anchor) if day else None


def _part(meaning: Part, frame: Frame) -> Days | None:
    whole = resolve(meaning.of, frame)
    if whole is None or whole.first is None:
        return None
    last = whole.last if meaning.last is None else whole.first + timedelta(days=meaning.last)
    return Days(whole.first + timedelta(days=meaning.first), last, Precision.RANGE, whole.anchor)


def _feast(meaning: Feast, frame: Frame) -> Days | None:
    year = meaning.year or frame.year
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
    return Days(last.last - meaning.days * _DAY, last.last, Precision.RANGE, last.anchor)


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
    return Days(start.first, frame.published, Precision.RANGE, start.anchor)


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
    Months: _months,
    Weekday: _weekday,
    Weekend: _weekend,
    Shift: _shift,
    Window: _window,
    Rest: _rest,
    Night: _night,
    NightOf: _night_of,
    Clock: _clock,
    Part: _part,
    Since: _since,
    Feast: _feast,
    UpTo: _up_to,
    Until: _until,
    Between: _between,
    Vague: _vague,
}
