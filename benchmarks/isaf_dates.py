"""When a release was published and when its operation began.

The corpus gives no dates beside the text. Most releases say theirs in the dateline, which the product reads. ISAF
numbered its releases through each month, so one without a dateline lies between its neighbours in the series.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from benchmarks.isaf_codebook import codebook
from claimtrail.claims.time_meanings import Calendar
from claimtrail.claims.time_published import publication_evidence
from claimtrail.claims.times import find_times
from claimtrail.model import Claim, Span

_NUMBER = re.compile(r"\b2?0(\d\d)[-–](\d\d?)[-–]([A-Z]{1,2})[-–](\d{2,4})\b")
_HEAD = 400
# An operation is reported within days; what was longer ago is the story of those whom it sought.
_RECENT = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Number:
    """A release's place in the series of a month and desk: "2011-07-S-064"."""

    series: str
    place: int


def number_of(text: str) -> Number | None:
    """The number at the head of a release."""
    found = _NUMBER.search(text, 0, _HEAD)
    return Number(f"20{found[1]}-{int(found[2]):02}-{found[3]}", int(found[4])) if found else None


def published(texts: Mapping[str, str]) -> dict[str, str]:
    """The day of each release, by id, as far as its own text or its neighbours in the series tell."""
    own = {name: day for name, text in texts.items() if (day := _own_day(text))}
    series: dict[str, list[tuple[int, date]]] = defaultdict(list)
    for name, day in own.items():
        number = number_of(texts[name])
        if number and day.isoformat().startswith(number.series[:7]):
            series[number.series].append((number.place, day))
    days = own | {
        name: day
        for name, text in texts.items()
        if name not in own and (number := number_of(text)) and (day := _between(number, series[number.series]))
    }
    return {name: day.isoformat() for name, day in days.items()}


def _own_day(text: str) -> date | None:
    told = publication_evidence(text, None)
    return date.fromisoformat(told.day) if told and told.day else _yearless(text)


def _yearless(text: str) -> date | None:
    """The day of a heading ("July 6: ...") or dateline without a year: that of the release's number.

    A release without a number is of the months when ISAF's site gave neither.
    """
    number = number_of(text)
    for phrase in find_times(text, Span(0, min(len(text), _HEAD))):
        day = phrase.meaning
        if isinstance(day, Calendar) and day.day and day.month and not day.year:
            year = int(number.series[:4]) if number else codebook().unnumbered.get(day.month)
            return date(year, day.month, day.day) if year else None
    return None


def _between(number: Number, series: Iterable[tuple[int, date]]) -> date | None:
    """The day of a place in a series: between those of its neighbours, which begin at the month's first day."""
    begin = date.fromisoformat(f"{number.series[:7]}-01")
    ordered = [(0, begin), *sorted(series)]
    low, first = max(pair for pair in ordered if pair[0] <= number.place)
    high, last = min((pair for pair in ordered if pair[0] >= number.place), default=(low, first))
    if high == 0:
        return None
    share = (number.place - low) / (high - low) if high > low else 0.0
    return first + timedelta(days=int((last - first).days * share))


def start_date(claims: Iterable[Sequence[Claim]], release: str | None, text: str) -> str | None:
    """The earliest day that the first of several groups of claims gives; without any the day of the release."""
    day = date.fromisoformat(release) if release else None
    for group in claims:
        days = [first for claim in group if (first := _day(claim, text)) and (not day or day - _RECENT <= first <= day)]
        if days:
            return min(days).isoformat()
    return release


def _day(claim: Claim, text: str) -> date | None:
    """The day or night that a claim gives; a longer time, as of a report of 24 hours, gives none."""
    time = claim.time
    if time is None or time.start is None or time.end is None:
        return None
    night = "night" in time.span.of(text).lower()
    return date.fromisoformat(time.start) if night or time.start == time.end else None


def coded(start: str | None, release: str | None) -> str | None:
    """The day as the data's coders wrote it: for releases of some weeks it is the day before (`isaf.toml`)."""
    if start is None or release is None or not any(first <= release <= last for first, last in codebook().day_early):
        return start
    return (date.fromisoformat(start) - timedelta(days=1)).isoformat()
