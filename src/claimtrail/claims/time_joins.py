"""Neighbouring time expressions that make one: "7 p.m. on Sunday", "from 1 May to 3 June"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeGuard

from claimtrail.claims.time_grammar import Atom
from claimtrail.claims.time_meanings import (
    Apart,
    Away,
    Base,
    Between,
    Calendar,
    Clock,
    Feast,
    Meaning,
    Months,
    NightOf,
    Shift,
    Weekday,
)
from claimtrail.claims.time_sense import is_idle_clock, word_before

_JOINT = re.compile(r"\s?[-–/]\s?|\s(?:to|until|till|through|and)\s(?:the\s)?(?:early\s|late\s|mid-)?")
_EVENT = re.compile(
    r"\s(?!(?:when|as|and|or|but|in|on|at|by|near|to|for|from|with|that|who|it|he|she|they|we)\b)[\w‘“\"]"
)
_TIE = re.compile(
    r",?\s(?:(?:on|of|at|in|around|about|before|after|at about|at around|by|from)\s)?(?:the\s)?|\s?\(|,\s"
)


def merged(text: str, found: Sequence[Atom]) -> list[Atom]:
    """The atoms with neighbours that make one expression joined: "7 p.m. on Sunday", "from 1 May to 3 June"."""
    whole_ones: list[Atom] = []
    for atom in found:
        whole = atom
        while whole_ones and (joined := _joined(text, whole_ones[-1], whole)) is not None:
            whole = joined
            whole_ones.pop()
        whole_ones.append(whole)
    return [_apart(text, atom) for atom in whole_ones if not is_idle_clock(text, atom)]


def _apart(text: str, atom: Atom) -> Atom:
    """As it is, or, where an event follows ("six days after the town fell"), the day of that event."""
    if (
        not _is_step(atom.meaning)
        or atom.meaning.unit == "minute"
        or not text[atom.end - 6 : atom.end].lower().endswith(("after", "before"))
    ):
        return atom
    return replace(atom, meaning=Apart(atom.meaning)) if _EVENT.match(text, atom.end) else atom


def _joined(text: str, left: Atom, right: Atom) -> Atom | None:
    gap = text[left.end : right.start]
    if len(gap) > 15:
        return None
    if isinstance(left.meaning, NightOf) and _JOINT.fullmatch(gap) and isinstance(right.meaning, Weekday | Calendar):
        return Atom(left.start, right.end, Between(left.meaning.day, right.meaning), True)
    if _JOINT.fullmatch(gap) and _ranges(text, left, right, gap):
        return Atom(left.start, right.end, Between(left.meaning, right.meaning), left.clock, left.minute)
    return _tied(left, right, gap) if not gap or _TIE.fullmatch(gap) else None


def _tied(left: Atom, right: Atom, gap: str) -> Atom | None:
    """A day and its time of day, or a day of the week and its date, as one expression."""
    day, date_ = left.meaning, right.meaning
    if (whole := _with_year(day, date_, gap)) is not None:
        return Atom(left.start, right.end, whole, left.clock, left.minute)
    if _is_step(day) and gap in (" ", " the ") and _is_named_day(date_):
        return Atom(left.start, right.end, Away(day, date_), right.clock, right.minute)
    if isinstance(day, Weekday) and isinstance(date_, Calendar) and date_.day is not None:
        return Atom(left.start, right.end, replace(date_, weekday=day.day), right.clock, right.minute)
    if isinstance(date_, Weekday) and isinstance(day, Calendar) and day.day is not None:
        return Atom(left.start, right.end, replace(day, weekday=date_.day), left.clock, left.minute)
    if "," in gap:
        return None
    if isinstance(date_, Shift) and (whole := _in_stretch(day, date_)) is not None:
        return Atom(left.start, right.end, whole, left.clock, left.minute)
    if (
        left.clock
        and gap == " of "
        and isinstance(left.meaning, Clock)
        and isinstance(right.meaning, Calendar | Weekday)
    ):
        return Atom(left.start, right.end, NightOf(right.meaning), True)
    if left.clock and _is_day(right.meaning) and not isinstance(right.meaning, Clock):
        return Atom(left.start, right.end, right.meaning, True, left.minute)
    if right.clock and _is_day(left.meaning) and isinstance(right.meaning, Clock):
        return Atom(left.start, right.end, left.meaning, True, right.minute)
    return None


def _with_year(one: Meaning, other: Meaning, gap: str) -> Meaning | None:
    """A year beside a month, date, season or quarter: "2001 July", "1980, 15 December", "last year's third quarter"."""
    for year, date_ in ((one, other), (other, one)):
        if not isinstance(date_, Calendar | Months) or date_.year is not None or date_.years is not None:
            continue
        if isinstance(date_, Calendar) and date_.month is None:
            continue
        is_first = year is one
        if _is_year(year) and (gap == " " or (gap == ", " and is_first and isinstance(date_, Calendar) and date_.day)):
            return replace(date_, year=year.year)
        if (
            isinstance(year, Shift)
            and year.unit == "year"
            and year.base is Base.PUBLISHED
            and isinstance(date_, Months)
        ):
            return replace(date_, years=year.amount) if gap == " " or not is_first else None
    return None


def _is_step(meaning: Meaning) -> TypeGuard[Shift]:
    return isinstance(meaning, Shift) and meaning.base is Base.NARRATIVE and meaning.amount != 0


def _is_named_day(meaning: Meaning) -> bool:
    return isinstance(meaning, Weekday | Feast) or (isinstance(meaning, Calendar) and meaning.day is not None)


def _in_stretch(day: Meaning, stretch: Shift) -> Meaning | None:
    """A date in a year, or a weekday in a week, told by its distance: "31 March last year", "Friday of last week"."""
    if isinstance(day, Calendar) and day.year is None and day.years is None and stretch.unit == "year":
        if stretch.base is Base.PUBLISHED:
            return replace(day, years=stretch.amount)
        return day if stretch.amount == 0 else None
    if isinstance(day, Weekday) and stretch.unit == "week" and stretch.base is Base.PUBLISHED:
        return replace(day, weeks=stretch.amount)
    return None


def _is_year(meaning: Meaning) -> TypeGuard[Calendar]:
    return isinstance(meaning, Calendar) and meaning.year is not None and meaning.month is None


def _is_day(meaning: Meaning) -> bool:
    if isinstance(meaning, Shift):
        return meaning.unit == "day"
    if isinstance(meaning, Calendar):
        return meaning.day is not None
    return isinstance(meaning, Weekday | Clock | Between)


def _follows(one: Meaning, other: Meaning) -> bool:
    """Whether two times joined by "and" are one stretch: two months, a year and the next, a weekday and the next."""
    if isinstance(one, Weekday) and isinstance(other, Weekday):
        return (other.day - one.day) % 7 == 1
    if not isinstance(one, Calendar) or not isinstance(other, Calendar) or one.day or other.day:
        return False
    if one.month and other.month:
        return True
    return _is_year(one) and _is_year(other) and (other.year or 0) - (one.year or 0) == 1


def _is_point(meaning: Meaning) -> bool:
    """Whether a time is one day that publication or the calendar gives."""
    return _is_named_day(meaning) or (isinstance(meaning, Shift) and meaning.unit == "day" and not _is_step(meaning))


def _ranges(text: str, left: Atom, right: Atom, gap: str) -> bool:
    """Whether two times and the word between them make a range; "and" does so after "between" or for what adjoins."""
    if (
        isinstance(left.meaning, Calendar)
        and isinstance(right.meaning, Months)
        and right.meaning.base is Base.NARRATIVE
    ):
        return True
    kinds = (Calendar, Weekday, Clock)
    if (
        " " in gap
        and type(left.meaning) is not type(right.meaning)
        and _is_point(left.meaning)
        and _is_point(right.meaning)
    ):
        return word_before(text, left.start).lower() in ("between", "from")
    if not (isinstance(left.meaning, kinds) and type(left.meaning) is type(right.meaning)):
        return False
    if "and" not in gap:
        return not isinstance(left.meaning, Clock)
    return _follows(left.meaning, right.meaning) or word_before(text, left.start).lower() == "between"
