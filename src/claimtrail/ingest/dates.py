"""Full dates as pages print them: a day, month and year together, with or without a time of day."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone

from claimtrail.model import Precision

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)"
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<!\d)(?P<year>(?:1[89]|20)\d\d)-(?P<number>[01]\d)-(?P<day>[0-3]\d)(?!\d)",
        rf"\b{_MONTH} {_DAY},? {_YEAR}\b",
        rf"(?<!\d){_DAY}(?: of)?[ -]{_MONTH},?[ -]{_YEAR}\b",
        r"(?<!\d)(?P<day>[0-3]?\d)(?P<mark>[./])(?P<number>[0-3]?\d)(?P=mark)(?P<year>(?:1[89]|20)\d\d)(?!\d)",
    )
)
_CLOCK = re.compile(
    r"[T\s,|·•–-]{0,4}(?:at|@)?\s*(?P<hour>[0-2]?\d)[:.h](?P<minute>[0-5]\d)(?::[0-5]\d(?:\.\d+)?)?"
    r"(?:\s*(?P<half>[ap])\.?m\b\.?)?(?:\s*(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d))?",
    re.IGNORECASE,
)

Moment = tuple[str, Precision]


def moment(words: str) -> tuple[str, Precision, int, int] | None:
    """The first full date in `words`: ISO 8601 value, precision, and the range it stands in.

    A day and month given only by numbers and strokes are taken only where one of them can be no month.
    """
    found = [match for match in (pattern.search(words) for pattern in _DATES) if match]
    for match in sorted(found, key=lambda match: match.start()):
        day = _day(match)
        if day is None:
            continue
        clock = _CLOCK.match(words, match.end())
        at = clock and _time(clock)
        if clock and at:
            value = datetime.combine(day, at).isoformat(timespec="minutes").replace("+00:00", "Z")
            return value, Precision.MINUTE, match.start(), clock.end()
        return day.isoformat(), Precision.DAY, match.start(), match.end()
    return None


def _day(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    day = int(parts["day"])
    number = parts.get("number")
    month = int(number) if number else _MONTHS.index(parts["month"][:3].lower()) + 1
    if parts.get("mark") == "/" and day <= 12 < month:
        day, month = month, day
    elif parts.get("mark") == "/" and day <= 12 and day != month:
        return None
    try:
        return date(int(parts["year"]), month, day)
    except ValueError:
        return None


def _time(match: re.Match[str]) -> time | None:
    hour = int(match["hour"])
    if match["half"]:
        hour = hour % 12 + (12 if match["half"].lower() == "p" else 0)
    if hour > 23:
        return None
    return time(hour, int(match["minute"]), tzinfo=_zone(match["zone"]))


def _zone(words: str | None) -> timezone | None:
    if words is None:
        return None
    if words[0] not in "+-":
        return UTC
    digits = words[1:].replace(":", "")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-offset if words[0] == "-" else offset)
