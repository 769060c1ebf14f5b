"""Neighbouring time expressions that make one: "7 p.m. on Sunday", "from 1 May to 3 June"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeGuard

from claimtrail.claims.time_grammar import Atom
from claimtrail.claims.time_meanings import Base, Between, Calendar, Clock, Meaning, NightOf, Shift, Weekday
from claimtrail.claims.time_sense import is_idle_clock, word_before

_JOINT = re.compile(r"\s?[-–]\s?|\s(?:to|until|till|through|and)\s(?:the\s)?")
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
    return [atom for atom in whole_ones if not is_idle_clock(text, atom)]


def _joined(text: str, left: Atom, right: Atom) -> Atom | None:
    gap = text[left.end : right.start]
    if len(gap) > 15:
        return None
    if _JOINT.fullmatch(gap) and _ranges(text, left, right, gap):
        return Atom(left.start, right.end, Between(left.meaning, right.meaning), left.clock, left.minute)
    return _tied(left, right, gap) if not gap or _TIE.fullmatch(gap) else None


def _tied(left: Atom, right: Atom, gap: str) -> Atom | None:
    """A day and its time of day, or a day of the week and its date, as one expression."""
    day, date_ = left.meaning, right.meaning
    if isinstance(day, Weekday) and isinstance(date_, Calendar) and date_.day is not None:
        return Atom(left.start, right.end, replace(date_, weekday=day.day), right.clock, right.minute)
    if isinstance(date_, Weekday) and isinstance(day, Calendar) and day.day is not None:
        return Atom(left.start, right.end, replace(day, weekday=date_.day), left.clock, left.minute)
    if "," in gap:
        return None
    if isinstance(date_, Shift) and (whole := _in_stretch(day, date_)) is not None:
        return Atom(left.start, right.end, whole, left.clock, left.minute)
    if _is_year(day) and isinstance(date_, Calendar) and date_.year is None and date_.day is None and gap == " ":
        return Atom(left.start, right.end, replace(date_, year=day.year), left.clock, left.minute)
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


def _ranges(text: str, left: Atom, right: Atom, gap: str) -> bool:
    """Whether two times and the word between them make a range; "and" does so only after "between" or for months."""
    kinds = (Calendar, Weekday, Clock)
    if not (isinstance(left.meaning, kinds) and type(left.meaning) is type(right.meaning)):
        return False
    if "and" not in gap:
        return not isinstance(left.meaning, Clock)
    if all(isinstance(m, Calendar) and m.month and not m.day for m in (left.meaning, right.meaning)):
        return True
    return word_before(text, left.start).lower() == "between"
