"""Times that count from a day: "yesterday", "last Friday", "three weeks later", "the past 24 hours", "the night"."""

import calendar
from datetime import date, timedelta

from claimtrail.claims.time_frame import DAY, Days, Frame, add_months, months_from
from claimtrail.claims.time_meanings import Base, Clock, Months, Night, Rest, Shift, Weekday, Weekend, Window
from claimtrail.model.time import Anchor, Precision

_MONTHS_OF = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_DAYS_OF = {"day": 1, "week": 7, "fortnight": 14}
_HOURS_OF = {"second": 1 / 3600, "minute": 1 / 60, "hour": 1}


def weekday(meaning: Weekday, frame: Frame) -> Days | None:
    """The latest such day not after that of writing, or the next where the sentence speaks of what is to come."""
    base = frame.today
    if base is None:
        told = frame.narrative
        same = told if told and told.weekday() == meaning.day else None
        return Days(same, same, Precision.DAY, Anchor.NARRATIVE) if same else None
    if meaning.weeks is not None:
        day = base + timedelta(days=7 * meaning.weeks - base.weekday() + meaning.day)
    elif meaning.ahead or (frame.future and not meaning.last):
        day = base + timedelta(days=(meaning.day - base.weekday()) % 7)
    else:
        back = (base.weekday() - meaning.day) % 7
        day = base - timedelta(days=back + 7 if meaning.last and back <= 1 else back)
    return Days(day, day, Precision.DAY, Anchor.PUBLISHED)


def weekend(meaning: Weekend, frame: Frame) -> Days | None:
    """The latest Saturday and Sunday, or those of so many weeks from this."""
    base = frame.today
    if base is None:
        return None
    ahead = frame.future and meaning.weeks is None
    saturday = base + timedelta(days=5 - base.weekday()) if ahead else base - timedelta(days=(base.weekday() - 5) % 7)
    saturday += timedelta(weeks=meaning.weeks or 0)
    return Days(saturday, saturday + DAY, Precision.RANGE, Anchor.PUBLISHED)


def months(meaning: Months, frame: Frame) -> Days | None:
    """A season, quarter or month: that of its year, the latest begun, or the one before or after what is told."""
    if meaning.year is not None:
        return months_from(date(meaning.year, meaning.month, 1), Anchor.EXPLICIT, meaning.length)
    if meaning.base is Base.NARRATIVE:
        return _months_told(meaning, frame)
    if meaning.years is not None:
        year = frame.published.year + meaning.years if frame.published else None
        return months_from(date(year, meaning.month, 1), Anchor.PUBLISHED, meaning.length) if year else None
    known = frame.published or (frame.running.last if frame.running else None)
    if known is None:
        return None
    begun = date(known.year, meaning.month, 1) <= known
    year = known.year if begun or frame.future or meaning.step == 0 else known.year - 1
    first = months_from(date(year, meaning.month, 1), Anchor.PUBLISHED, meaning.length)
    # "Last summer" is over; "next summer" has not begun.
    if meaning.step == -1 and first.last and first.last >= known:
        year -= 1
    if meaning.step == 1 and first.first and first.first <= known:
        year += 1
    return months_from(date(year, meaning.month, 1), Anchor.PUBLISHED, meaning.length)


def _months_told(meaning: Months, frame: Frame) -> Days | None:
    """As in "that winter"; "the previous November" came before what is told, "the following January" after it."""
    told = frame.told.first if frame.told else frame.narrative
    if told is None:
        return None
    month = told.replace(day=1)
    step = meaning.step or 0
    # How many months until the next such month, this one counted: 0 to 11.
    ahead = (meaning.month - month.month) % 12
    if step < 0 or (step == 0 and (ahead > 12 - meaning.length or month.month + ahead > 12)):
        ahead -= 12
    if step > 0 and ahead == 0:
        ahead = 12
    return months_from(add_months(month, ahead), Anchor.NARRATIVE, meaning.length)


def shift(meaning: Shift, frame: Frame) -> Days | None:
    """The whole unit so many away; a week, month or year told of is whole, the running one ends at the base."""
    base, anchor = frame.base(meaning.base)
    if frame.period is not None and _is_of_period(meaning):
        return _period_away(frame.period, meaning)
    if meaning.base is Base.NARRATIVE:
        base = _told_for(meaning.unit, frame)
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


def _is_of_period(meaning: Shift) -> bool:
    """Whether a time is said of a quarter, where one is told of: "a year earlier", "the quarter", "a year ago"."""
    if meaning.base is Base.NARRATIVE:
        return meaning.unit in ("quarter", "year")
    return meaning.ago and meaning.unit == "year" and meaning.amount == -1


def _told_for(unit: str, frame: Frame) -> date | None:
    """What a unit is counted from in a narrative: months from a month last told of, years from a year."""
    told = frame.told
    if told is None or unit not in _MONTHS_OF:
        return frame.narrative
    if unit == "month" and told.precision in (Precision.YEAR, Precision.SEASON):
        return frame.narrative
    return told.first


def _period_away(period: date, meaning: Shift) -> Days:
    """The quarter so many quarters or years from the one told of: "a year earlier", "the quarter"."""
    return months_from(add_months(period, _MONTHS_OF[meaning.unit] * meaning.amount), Anchor.NARRATIVE, 3)


def _week_away(meaning: Shift, base: date, anchor: Anchor) -> Days:
    days = _DAYS_OF[meaning.unit] * meaning.amount
    monday = base + timedelta(days=days - base.weekday())
    return Days(monday, _running(monday + timedelta(days=6), base, meaning), Precision.WEEK, anchor)


def _months_away(meaning: Shift, base: date, anchor: Anchor) -> Days:
    size = _MONTHS_OF[meaning.unit]
    start = {"month": base.month, "quarter": base.month - (base.month - 1) % 3}.get(meaning.unit, 1)
    year = base.year - base.year % (size // 12) if size >= 120 else base.year
    days = months_from(add_months(date(year, start, 1), size * meaning.amount), anchor, size)
    return Days(days.first, _running(days.last, base, meaning), days.precision, anchor)


def _running(last: date | None, base: date, meaning: Shift) -> date | None:
    """The running week, month or year is told of up to the day of writing."""
    return base if meaning.amount == 0 and meaning.base is Base.PUBLISHED else last


def window(meaning: Window, frame: Frame) -> Days | None:
    """So many units up to the base, or from it on."""
    base, anchor = frame.base(meaning.base)
    if base is None:
        return None
    other = _moved(base, meaning.unit, meaning.amount)
    return Days(min(base, other), max(base, other), Precision.RANGE, anchor)


def _moved(base: date, unit: str, amount: int) -> date:
    if unit in _MONTHS_OF:
        first = add_months(base, _MONTHS_OF[unit] * amount)
        return first.replace(day=min(base.day, calendar.monthrange(first.year, first.month)[1]))
    if unit in _HOURS_OF:
        # Part of a day counts as the whole of it: "the past six hours" may have begun yesterday, but seldom has.
        return base + timedelta(days=int(amount * _HOURS_OF[unit] / 24))
    return base + timedelta(days=_DAYS_OF[unit] * amount)


def rest(meaning: Rest, frame: Frame) -> Days | None:
    """From the day of writing to the end of its week, month or year."""
    base = frame.today
    if base is None:
        return None
    whole = shift(Shift(meaning.unit, 1), frame)
    last = whole.first - DAY if whole and whole.first else None
    return Days(base, last, Precision.RANGE, Anchor.PUBLISHED)


def night(meaning: Night, frame: Frame) -> Days | None:
    """The night up to the base day."""
    base, anchor = frame.base(meaning.base)
    return Days(base - DAY, base, Precision.RANGE, anchor) if base else None


def clock(meaning: Clock, frame: Frame) -> Days | None:
    """The day last told of, else that of writing."""
    day = frame.narrative or frame.today
    anchor = Anchor.NARRATIVE if frame.narrative else Anchor.PUBLISHED
    return Days(day, day, Precision.MINUTE if meaning.minute else Precision.HOUR, anchor) if day else None
