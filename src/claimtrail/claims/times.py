"""Times of a text: where they stand, and which days they mean (gold guidelines, "Slots" and "Conventions")."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeGuard

from claimtrail.claims.lexicon import lexicon
from claimtrail.claims.time_grammar import Atom, atoms
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
    Shift,
    Since,
    Until,
    UpTo,
    Vague,
    Weekday,
    Window,
)
from claimtrail.claims.time_resolve import Days, Frame, resolve
from claimtrail.model.span import Span
from claimtrail.model.time import Anchor, Precision, TimeRange

_CONTEXT = lexicon("time_words")["context"]
_BEFORE = frozenset(_CONTEXT["before"])
_NAMED_AFTER = frozenset(_CONTEXT["named_after"])
_NAMED_BEFORE = frozenset(_CONTEXT["named_before"])
_DOUBTFUL_MONTHS = frozenset(_CONTEXT["doubtful_months"])
_REACH = 110
# Days before publication within which a date without a year needs none.
_NEWS = 30
_QUARTERS = (1, 4, 7, 10)
_FUTURE = re.compile(
    r"(?i)\b(?:" + "|".join(re.escape(word) for word in _CONTEXT["future"] if word[0].isalpha()) + r")\b|['’]ll\b"
)
# "... will attack, he said on Saturday": what stands after the last verb of the past is past.
_PAST = re.compile(r"(?i)\b(?:said|told|was|were|had|has|did|\w{3,}ed|came|took|began|broke|fell|held|met)\b")
_LAST_WORD = re.compile(r"([\w’']+)[\s(\"“]*$")
_NEXT_WORD = re.compile(r"\s+([\w]+)")
_SENTENCE_END = re.compile(r"[.!?][\"”’']?\s+(?=[A-Z\"“])|\n")
_MODIFIER = re.compile(
    r"(?i)(?<![\w-])(?:(?:very\s)?(?:early|earlier|late|later|mid)(?:[-\s](?:on|in)?\s?)|(?:the\s)?(?:middle|end|beginning|start|eve|close)\sof\s(?:the\s)?)$"
)
_SINCE = re.compile(
    r"(?i)(?<!\w)since\s(?:[^,.;:()\n]{0,90}\s(?:on|in|of|at|from|last)\s(?:the\s)?|about\s|around\s|the\s(?:start|beginning|end|middle)\sof\s(?:the\s)?|the\s)?$"
)
_JOINT = re.compile(r"\s?[-–]\s?|\s(?:to|until|till|through|and)\s(?:the\s)?")
_TIE = re.compile(
    r",?\s(?:(?:on|of|at|in|around|about|before|after|at about|at around|by|from)\s)?(?:the\s)?|\s?\(|,\s"
)
_UNTIL = re.compile(r"(?i)(?<!\w)(?:by|before|until|up to)\s(?:the\s)?$")
_TO_END = re.compile(r"(?i)(?<!\w)(\d+) hours to $")


@dataclass(frozen=True, slots=True)
class TimePhrase:
    """A time expression and what it means: `clock` is the precision of a time of day, `future` that it is to come."""

    span: Span
    meaning: Meaning
    clock: Precision | None = None
    future: bool = False


def find_times(text: str, span: Span, *, durations: bool = False, nested: bool = False) -> list[TimePhrase]:
    """The time expressions in `span`, in reading order, without overlap.

    Mere lengths of time ("for two days") are left out unless `durations` asks for them; they never resolve.
    With `nested`, the date in "since fighting resumed in May" or "by Friday" follows the whole as a phrase of its own.
    """
    phrases: list[TimePhrase] = []
    for atom in _merged(text, [atom for atom in atoms(text, span.start, span.end) if _is_time(text, atom)]):
        if atom.meaning == Vague("duration") and not durations:
            continue
        floor = phrases[-1].span.end if phrases else span.start
        date_ = _dated(text, atom, floor)
        whole = _stretched(text, date_, floor)
        phrases += [whole, date_] if nested and whole != date_ else [whole]
    return phrases


def _is_time(text: str, atom: Atom) -> bool:
    """Whether the words beside a date let it be one: not "May 7 Square", "Bloody Sunday" or the verb "March"."""
    before = _LAST_WORD.search(text, max(0, atom.start - 30), atom.start)
    after = _NEXT_WORD.match(text, atom.end)
    previous = before[1] if before else ""
    if isinstance(atom.meaning, Calendar | Weekday) and after and after[1] in _NAMED_AFTER:
        return False
    if isinstance(atom.meaning, Weekday):
        return previous not in _NAMED_BEFORE
    if not isinstance(atom.meaning, Calendar):
        return _stands_alone(text, atom, previous)
    return _is_calendar(text, atom, previous, after[1] if after else "")


def _is_calendar(text: str, atom: Atom, previous: str, following: str) -> bool:
    meaning = atom.meaning
    if not isinstance(meaning, Calendar) or meaning.day is not None:
        return True
    word = text[atom.start : atom.end].rstrip(".").lower()
    if meaning.month is None:
        # A bare four-digit number is a year unless it counts the noun after it.
        return previous.lower() in _BEFORE or not following or following[0].isupper() or following in _BEFORE
    if meaning.year is None and meaning.years is None and word in _DOUBTFUL_MONTHS:
        return previous.lower() in _BEFORE or following in ("to", "until", "through")
    return True


def _stands_alone(text: str, atom: Atom, previous: str) -> bool:
    """Whether a season, or a part of the day such as "night", is used as a time."""
    word = text[atom.start : atom.end].lower()
    if isinstance(atom.meaning, Months) and " " not in word and "-" not in word:
        return previous.lower() in {"the", "in", "last", "this", "that", "since", "next"} and word not in (
            "fall",
            "spring",
        )
    return True


def _merged(text: str, found: Sequence[Atom]) -> list[Atom]:
    """The atoms with neighbours that make one expression joined: "7 p.m. on Sunday", "from 1 May to 3 June"."""
    merged: list[Atom] = []
    for atom in found:
        whole = atom
        while merged and (joined := _joined(text, merged[-1], whole)) is not None:
            whole = joined
            merged.pop()
        merged.append(whole)
    return [atom for atom in merged if not _is_idle_clock(text, atom)]


def _is_idle_clock(text: str, atom: Atom) -> bool:
    """A part of the day that nothing makes a time: "morning prayers", "a night club"."""
    word = text[atom.start : atom.end].lower()
    if not atom.clock or word not in _BESIDE:
        return False
    before = _LAST_WORD.search(text, max(0, atom.start - 30), atom.start)
    return (before[1].lower() if before else "") not in {"the", "that", "by", "at", "in"}


_BESIDE = frozenset(lexicon("time_words")["parts"]["beside"])


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
    before = _LAST_WORD.search(text, max(0, left.start - 30), left.start)
    return before is not None and before[1].lower() == "between"


def _dated(text: str, atom: Atom, floor: int) -> TimePhrase:
    """The atom with the words before it that belong to it ("early", "24 hours to")."""
    start, meaning = atom.start, atom.meaning
    precision = (Precision.MINUTE if atom.minute else Precision.HOUR) if atom.clock else None
    modifier = _MODIFIER.search(text, max(floor, start - 30), start)
    if modifier and not isinstance(meaning, Vague | Window):
        start = modifier.start()
    hours = _TO_END.search(text, max(floor, start - 30), start)
    if hours:
        start, meaning = hours.start(), UpTo(max(1, int(hours[1]) // 24), meaning)
    return TimePhrase(Span(start, atom.end), meaning, precision, _is_future(text, start))


def _stretched(text: str, date_: TimePhrase, floor: int) -> TimePhrase:
    """The stretch of time that a date opens or closes: "since it fell in May", "by Friday"; else the date itself."""
    start, meaning = date_.span.start, date_.meaning
    since = _SINCE.search(text, max(floor, start - _REACH), start)
    if since and not isinstance(meaning, Vague | Window | Night | Since):
        return replace(date_, span=Span(since.start(), date_.span.end), meaning=Since(meaning), clock=None)
    until = _UNTIL.search(text, max(floor, start - 30), start)
    if until and date_.clock is None and _is_deadline(meaning):
        return replace(date_, span=Span(until.start(), date_.span.end), meaning=Until(meaning))
    return date_


def _is_deadline(meaning: Meaning) -> bool:
    return isinstance(meaning, Weekday | Feast) or (isinstance(meaning, Calendar) and meaning.day is not None)


def _is_future(text: str, start: int) -> bool:
    """Whether the sentence, as far as it goes before the time, speaks of what is to come."""
    begin = max(0, start - 2 * _REACH)
    sentence = text[begin:start]
    ends = [match.end() for match in _SENTENCE_END.finditer(sentence)]
    cues = list(_FUTURE.finditer(sentence, ends[-1] if ends else 0))
    return bool(cues) and _PAST.search(sentence, cues[-1].end()) is None


def resolve_times(phrases: Sequence[TimePhrase], published: str | None, text: str) -> list[TimeRange]:
    """The days that the phrases of one text mean, one range a phrase, in the order given (which must be reading order).

    `published` is an ISO day; an ISO month or year fixes only the year. What cannot be told has neither start nor end.
    """
    return list(_resolved(phrases, published, text))


def _resolved(phrases: Sequence[TimePhrase], published: str | None, text: str) -> Iterator[TimeRange]:
    day = date.fromisoformat(published) if published and len(published) == 10 else None
    year = int(published[:4]) if published and day is None else None
    passage = _Passage(text, day, year)
    for phrase in phrases:
        days = resolve(phrase.meaning, passage.frame(phrase))
        passage.tell(phrase, days)
        yield _range(phrase, days)


def _range(phrase: TimePhrase, days: Days | None) -> TimeRange:
    if days is None:
        return TimeRange(phrase.span, None, None, None, Anchor.UNRESOLVED)
    precision = phrase.clock if phrase.clock and days.precision is Precision.DAY else days.precision
    first, last = (day.isoformat() if day else None for day in (days.first, days.last))
    return TimeRange(phrase.span, first, last, precision, days.anchor)


class _Passage:
    """What the text has told so far: the last day, and the year that the passage has fixed."""

    def __init__(self, text: str, published: date | None, year: int | None) -> None:
        self._line_ends = [match.start() for match in re.finditer(r"\n+", text)]
        self._published = published
        self._given = year
        self._narrative: date | None = None
        self._period: date | None = None
        self._era: date | None = None
        self._year: int | None = None
        self._year_at = 0

    def frame(self, phrase: TimePhrase) -> Frame:
        """What is known where the phrase stands."""
        return Frame(
            self._published, self._narrative, self._year_for(phrase), self._period, phrase.future or None, self._era
        )

    def tell(self, phrase: TimePhrase, days: Days | None) -> None:
        """Take note of a phrase and what it was resolved to."""
        if days is None:
            return
        day = days.single or (days.last if isinstance(phrase.meaning, Between) else None)
        if day is not None and not _looks_back(phrase.meaning):
            self._narrative, self._era = day, None
        elif days.precision is Precision.YEAR and not _looks_back(phrase.meaning):
            self._era = days.first
        if isinstance(phrase.meaning, Months) and phrase.meaning.month in _QUARTERS:
            self._period = days.first
        named = phrase.meaning.first if isinstance(phrase.meaning, Between) else phrase.meaning
        if isinstance(named, Calendar) and (named.year is not None or days.anchor is Anchor.NARRATIVE) and days.first:
            self._year, self._year_at = days.first.year, phrase.span.end

    def _year_for(self, phrase: TimePhrase) -> int | None:
        """The year that holds where the phrase stands, unless the day of publication tells better."""
        if self._year is None:
            return self._given
        if self._published is None:
            fits = _weekday_agrees(phrase.meaning, self._year)
            return self._year if fits or self._paragraphs(self._year_at, phrase) <= 1 else self._given
        if self._paragraphs(self._year_at, phrase) or self._year == self._published.year:
            return None
        # A day shortly before publication is news, whatever year the paragraph has named.
        recent = resolve(phrase.meaning, Frame(self._published))
        is_news = recent is not None and recent.single is not None and (self._published - recent.single).days <= _NEWS
        return None if is_news else self._year

    def _paragraphs(self, start: int, phrase: TimePhrase) -> int:
        """The number of paragraph ends from `start` to the phrase; an empty line makes no further one."""
        return bisect_left(self._line_ends, phrase.span.start) - bisect_left(self._line_ends, start)


def _looks_back(meaning: Meaning) -> bool:
    """Whether a time steps back from what is told, only to return to it: "four days earlier"."""
    return isinstance(meaning, Shift) and meaning.base is Base.NARRATIVE and meaning.amount < 0


def _weekday_agrees(meaning: Meaning, year: int) -> bool:
    """Whether a date with its weekday falls in `year`, which of seven years only one does."""
    if not isinstance(meaning, Calendar) or meaning.weekday is None or meaning.month is None or meaning.day is None:
        return False
    days = resolve(replace(meaning, year=year), Frame())
    return days is not None and days.first is not None and days.first.weekday() == meaning.weekday
