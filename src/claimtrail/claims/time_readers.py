"""What each form of simple time expression means, read from the match of its pattern."""

from re import Match

from claimtrail.claims.time_meanings import (
    Away,
    Base,
    Between,
    Calendar,
    Feast,
    Meaning,
    Months,
    Part,
    Rest,
    Shift,
    Vague,
    Weekday,
    Weekend,
    Window,
)
from claimtrail.claims.time_vocabulary import (
    DECADES,
    HOLIDAYS,
    ORDINALS,
    SEASONS,
    STEPS,
    TOLD,
    UNITS,
    WEEKDAYS,
    day_of,
    month_of,
    number_of,
    unit_of,
    year_of,
)


def read_day_month(match: Match[str]) -> Meaning | None:
    """As in "12 May 2014", "6 to 12 February", "sixth of September"."""
    month, year = month_of(match["month"]), year_of(match["year"])
    last = Calendar(year, month, day_of(match["day"]))
    return Between(Calendar(year, month, day_of(match["from"])), last) if match["from"] else last


def read_month_day(match: Match[str]) -> Meaning | None:
    """As in "May 12, 2014", "November 7-8", "Jan. 4 to 9"."""
    month, year = month_of(match["month"]), year_of(match["year"])
    first = Calendar(year, month, day_of(match["day"]))
    return Between(first, Calendar(year, month, day_of(match["to"]))) if match["to"] else first


def read_iso(match: Match[str]) -> Meaning | None:
    """As in "2014-05-12"; None where no such month or day exists."""
    return _valid(int(match["y"]), int(match["m"]), int(match["d"]))


def read_numeric(match: Match[str]) -> Meaning | None:
    """As in "24.02.2022", "21-03-2024", "10/25/1989"; the day comes first wherever it can."""
    first, second, year = int(match["a"]), int(match["b"]), year_of(match["y"])
    american = second > 12 or (match["sep"] == "/" and len(match["y"]) == 2 and first <= 12)
    day, month = (second, first) if american else (first, second)
    return _valid(year, month, day)


def _valid(year: int | None, month: int, day: int) -> Meaning | None:
    return Calendar(year, month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None


def read_group_date(match: Match[str]) -> Meaning | None:
    """A military date-time group, "151200Z JAN 12"."""
    return Calendar(year_of(match["year"]), month_of(match["month"]), int(match["d"]))


def read_month_year(match: Match[str]) -> Meaning | None:
    """As in "May 2014", "March of last year", a bare "May"."""
    years = {"last": -1, "this": 0, "next": 1}.get((match["rel"] or "").lower())
    return Calendar(year_of(match["year"]), month_of(match["month"]), years=years)


def read_years(match: Match[str]) -> Meaning | None:
    """As in "1990-91", "1980-1988"."""
    first = int(match["a"])
    last = int(match["b"]) if len(match["b"]) == 4 else first - first % 100 + int(match["b"])
    return Between(Calendar(first), Calendar(last)) if first < last else None


def read_decade(match: Match[str]) -> Meaning | None:
    """As in "the 1980s", "the '80s"."""
    first = year_of(match["decade"]) or 0
    return Between(Calendar(first), Calendar(first + 9))


def read_decade_word(match: Match[str]) -> Meaning | None:
    """As in "the nineties", of the twentieth century."""
    first = 1920 + 10 * DECADES.index(match["decade"].lower())
    return Between(Calendar(first), Calendar(first + 9))


def read_year_in_words(match: Match[str]) -> Meaning | None:
    """As in "nineteen ninety-one", "the year two thousand"."""
    return Calendar(year_of(match["year"]))


def read_season(match: Match[str]) -> Meaning | None:
    """As in "last summer", "the winter of 1942"."""
    step = STEPS[match["step"].lower()] if match["step"] else None
    return Months(SEASONS[match["season"].lower()], 3, year_of(match["year"]), step)


def read_quarter(match: Match[str]) -> Meaning | None:
    """As in "the first quarter of 2020", "4th quarter"."""
    number = {"1": 1, "2": 2, "3": 3, "4": 4}.get(match["n"][0]) or ORDINALS[match["n"].lower()]
    return Months(3 * number - 2, 3, year_of(match["year"]))


def read_year_ago(match: Match[str]) -> Meaning | None:
    """As in "the year-ago period", "the year-earlier third quarter"."""
    if match["n"]:
        return Months(3 * ORDINALS[match["n"].lower()] - 2, 3, years=-1)
    return Shift("year", -1, Base.NARRATIVE)


def read_ago(match: Match[str]) -> Meaning | None:
    """As in "two weeks ago", "three days later", "a day earlier"."""
    amount, unit, way = number_of(match["n"]), unit_of(match["unit"]), match["way"].lower()
    if amount is None:
        return Vague("past")
    if unit in ("decade", "century"):
        amount, unit = amount * (10 if unit == "decade" else 100), "year"
    if way in ("ago", "from now"):
        return Shift(unit, -amount if way == "ago" else amount, ago=way == "ago")
    if unit in ("week", "fortnight"):
        # "A week later" is said of a day; "the week after" of a week.
        amount, unit = amount * (7 if unit == "week" else 14), "day"
    return Shift(unit, -amount if way in ("earlier", "before", "previously") else amount, Base.NARRATIVE)


def read_past_units(match: Match[str]) -> Meaning | None:
    """As in "the past 24 hours", "the last three days", "the past day"."""
    ahead = match["way"].lower() in ("next", "coming")
    amount = number_of(match["n"]) if match["n"] else 1
    if amount is None:
        return Vague("future" if ahead else "past")
    unit = unit_of(match["unit"])
    return Window(unit, amount if ahead else -amount, Base.PUBLISHED)


def read_within(match: Match[str]) -> Meaning | None:
    """As in "within three days", "before the end of the month", "within the hour"."""
    if match["n"] is None or match["n"].lower() == "the":
        return (
            Rest(unit_of(match["unit"])) if unit_of(match["unit"]) in ("week", "month", "year") else Window("hour", 1)
        )
    amount = number_of(match["n"])
    return Window(unit_of(match["unit"]), amount) if amount else Vague("future")


def read_step_unit(match: Match[str]) -> Meaning | None:
    """As in "last week", "this month", "the following day", "the previous week"."""
    word, unit = match["step"].lower(), unit_of(match["unit"])
    told = word in TOLD or (word == "next" and unit == "day")
    return Shift(unit, STEPS[word], Base.NARRATIVE if told else Base.PUBLISHED)


def read_step_weekday(match: Match[str]) -> Meaning | None:
    """This Friday is that of the running week, next Friday that of the week after, the coming Friday the next."""
    word, day = match["step"].lower(), WEEKDAYS[match["day"].rstrip(".").lower()]
    if word in ("last", "past"):
        return Weekday(day, last=True)
    return Weekday(day, ahead=True) if word == "coming" else Weekday(day, STEPS[word])


def read_step_month(match: Match[str]) -> Meaning | None:
    """As in "last March", "this May"."""
    step = STEPS[match["step"].lower()]
    return Months(month_of(match["month"]), 1, None, step)


def read_told_month(match: Match[str]) -> Meaning | None:
    """As in "that June", "the following January"."""
    step = _told_step(match["step"])
    month = month_of(match["month"])
    return Months(month, 1, step=step, base=Base.NARRATIVE) if step else Calendar(month=month, told=True)


def read_told_season(match: Match[str]) -> Meaning | None:
    """As in "that winter", "the previous summer"."""
    return Months(SEASONS[match["season"].lower()], 3, step=_told_step(match["step"]), base=Base.NARRATIVE)


def _told_step(words: str) -> int:
    return STEPS.get(words.lower().split()[-1], 0)


def read_month_of_told(match: Match[str]) -> Meaning | None:
    """As in "July of the same year", "3 October that year"."""
    return Calendar(None, month_of(match["month"]), day_of(match["day"]) if match["day"] else None, told=True)


def read_day_of_told(match: Match[str]) -> Meaning | None:
    """As in "the 15th of that month"."""
    number = day_of(match["day"].lower())
    return Part(Shift("month", 0, Base.NARRATIVE), number - 1, number - 1)


def read_week_of(match: Match[str]) -> Meaning | None:
    """As in "the week of March 6"."""
    day = Calendar(None, month_of(match["month"] or match["month2"]), day_of(match["day"] or match["day2"]))
    return Away(Shift("week", 0, Base.NARRATIVE), day)


def read_weekday(match: Match[str]) -> Meaning | None:
    """As in "Friday", "Tues."."""
    return Weekday(WEEKDAYS[match["day"].rstrip(".").lower()])


def read_weekday_number(match: Match[str]) -> Meaning | None:
    """As in "Saturday 19th", "Mon. 5:"."""
    return Calendar(day=day_of(match["day"]), weekday=WEEKDAYS[match["weekday"].rstrip(".").lower()])


def read_weekend(match: Match[str]) -> Meaning | None:
    """As in "the weekend", "next weekend"."""
    step = (match["step"] or "").lower()
    return Weekend({"last": None, "past": None, "next": 1, "coming": 1, "following": 1}.get(step))


def read_part(match: Match[str]) -> Meaning | None:
    """As in "first week of November", "second half of 2020", "end of the month"."""
    which = match["which"].lower()
    whole: Meaning = (
        Shift(unit_of(match["unit"]), 0) if match["unit"] else _month_or_year(match["month"], match["year"])
    )
    if match["piece"].lower() == "week":
        if which in ("last", "final"):
            return Part(whole, -7, None)
        number = ORDINALS[which]
        return Part(whole, 7 * number - 7, 7 * number - 1)
    if match["piece"].lower() in ("day", "days"):
        return _days_of(whole, which in ("first", "opening"), match["piece"].lower() == "day")
    if which in ("last", "final"):
        which = "latter"
    middle = 15 if match["month"] else 181
    return Part(whole, 0, middle - 1) if which == "first" else Part(whole, middle, None)


def _days_of(whole: Meaning, first: bool, single: bool) -> Meaning:
    """As in "the last day of October", "the first days of March"."""
    if first:
        return Part(whole, 0, 0 if single else 4)
    return Part(whole, -1 if single else -7, None)


def read_opening(match: Match[str]) -> Meaning | None:
    """As in "the first of the month"."""
    return Part(Shift(unit_of(match["unit"]), 0), 0, 0)


def _month_or_year(month: str | None, year: str | None) -> Meaning:
    return Calendar(year_of(year), month_of(month) if month else None)


def read_feast(match: Match[str]) -> Meaning | None:
    """A feast whose day moves from year to year: "Easter 2014"."""
    return Feast(match["feast"], year_of(match["year"]))


def read_holiday(match: Match[str]) -> Meaning | None:
    """A holiday of fixed date: "Christmas Day 1941"."""
    month, day = HOLIDAYS[match["holiday"]]
    return Calendar(year_of(match["year"]), month, day)


def read_same(match: Match[str]) -> Meaning | None:
    """As in "the same night", "that week"."""
    return Shift(unit_of(match["unit"]) if match["unit"].lower() in UNITS else "day", 0, Base.NARRATIVE)


def read_day_only(match: Match[str]) -> Meaning | None:
    """As in "the 17th"."""
    return Calendar(day=day_of(match["day"].lower()))
