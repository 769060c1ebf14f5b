"""What a text has told so far, which anchors the times that follow."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date

from claimtrail.claims.time_frame import Days, Frame, months_from
from claimtrail.claims.time_meanings import (
    Apart,
    Away,
    Base,
    Between,
    Calendar,
    Meaning,
    Months,
    Night,
    NightOf,
    Part,
    Shift,
    Stage,
    TimePhrase,
    Weekday,
    Weekend,
    Window,
)
from claimtrail.claims.time_resolve import resolve
from claimtrail.claims.time_sense import word_before
from claimtrail.claims.time_written import Written
from claimtrail.model.time import Anchor, Precision

# Days before publication within which a date without a year needs none.
_NEWS = 30
# Days that a passage goes from one date to the next.
_STEP = 190
# A sentence is seldom longer, in characters.
_SENTENCE = 300
_SENTENCE_END = re.compile(r"[.!?][\"”’']?\s+(?=[A-Z\"“])|\n")
# Words that make a bare year a date.
_DATING = frozenset(("in", "during", "throughout", "by", "until", "from", "early", "late", "mid", "of"))
_QUARTERS = (1, 4, 7, 10)


class Passage:
    """What the text has told so far: the last day, and the date that the passage runs on from."""

    def __init__(self, text: str, phrases: Sequence[TimePhrase], published: str | None) -> None:
        self._text = text
        self._line_ends = [match.start() for match in re.finditer(r"\n+", text)]
        self._published = date.fromisoformat(published) if published and len(published) == 10 else None
        self._given = _year(int(published[:4])) if published and self._published is None else None
        self._looks_back = self._published is None or _is_retrospect(phrases, self._published)
        self._written = Written(text, self._published)
        self._narrative: date | None = None
        self._narrative_at = 0
        self._told: Days | None = None
        self._period: date | None = None
        self._running: Days | None = None
        self._running_at = 0

    def frame(self, phrase: TimePhrase) -> Frame:
        """What is known where the phrase stands."""
        return Frame(
            published=self._published,
            beside=self._narrative if self._is_beside(phrase) else None,
            written=self._written.at(phrase.span.start),
            narrative=self._narrative,
            told=self._told,
            running=self._running_for(phrase),
            period=self._period,
            future=phrase.future or None,
        )

    def tell(self, phrase: TimePhrase, days: Days | None) -> None:
        """Take note of a phrase and what it was resolved to."""
        if days is None:
            return
        if not _looks_back(phrase.meaning):
            day = days.single or (days.last if isinstance(phrase.meaning, Between) else None)
            if day is not None:
                self._narrative, self._narrative_at = day, phrase.span.end
            if day is not None or days.precision in (Precision.MONTH, Precision.YEAR):
                self._told = days
        if isinstance(phrase.meaning, Months) and phrase.meaning.month in _QUARTERS:
            self._period = days.first
        named = calendar_of(phrase.meaning)
        sets = days.anchor is Anchor.EXPLICIT and (days.precision is not Precision.YEAR or self._tells_year(phrase))
        if named is not None and (sets or self._goes_on(days)):
            self._running, self._running_at = days, phrase.span.end

    def _tells_year(self, phrase: TimePhrase) -> bool:
        """Whether a bare year dates what follows, as "in 1998" does and "the 1998 law" does not."""
        start = phrase.span.start
        return word_before(self._text, start).lower() in _DATING or self._text[max(0, start - 1) : start] in ("", "\n")

    def _goes_on(self, days: Days) -> bool:
        """Whether a date that took its year from the passage leads on: "before August", told in January, does not."""
        if days.anchor is not Anchor.NARRATIVE or days.first is None:
            return False
        before = self._running.first if self._running else None
        return before is None or abs((days.first - before).days) <= _STEP

    def _running_for(self, phrase: TimePhrase) -> Days | None:
        """The date that the passage runs on from, unless the day of publication tells better."""
        if self._running is None:
            return self._given
        away = self._paragraphs(self._running_at, phrase)
        if away and (self._running.precision is Precision.YEAR or not self._looks_back):
            return self._running if self._published is None and away == 1 else self._given
        if self._published is None:
            return self._running
        named = calendar_of(phrase.meaning)
        if named is not None and named.month is None and named.day is not None:
            return self._running
        # A day shortly before publication is news, whatever year the passage has named.
        recent = resolve(phrase.meaning, Frame(self._published))
        is_news = recent is not None and recent.last is not None and (self._published - recent.last).days <= _NEWS
        return None if is_news else self._running

    def _is_beside(self, phrase: TimePhrase) -> bool:
        """Whether the day last told of stands in the phrase's sentence."""
        between = self._text[self._narrative_at : phrase.span.start]
        return len(between) < _SENTENCE and _SENTENCE_END.search(between) is None

    def _paragraphs(self, start: int, phrase: TimePhrase) -> int:
        """The number of paragraph ends from `start` to the phrase; an empty line makes no further one."""
        return bisect_left(self._line_ends, phrase.span.start) - bisect_left(self._line_ends, start)


def calendar_of(meaning: Meaning) -> Calendar | None:
    """The date that a time is built on: of "early May 2014", "from 3 to 5 May"."""
    match meaning:
        case Calendar():
            return meaning
        case Months(year=year, month=month) if year is not None:
            return Calendar(year, month)
        case Between(first=inner) | NightOf(day=inner) | Part(of=inner) | Stage(of=inner) | Away(of=inner):
            return calendar_of(inner)
        case _:
            return None


def _year(year: int) -> Days:
    return months_from(date(year, 1, 1), Anchor.NARRATIVE, 12)


def _is_retrospect(phrases: Sequence[TimePhrase], published: date) -> bool:
    """Whether a text tells of years before it was written, by full dates, and not of its own days ("yesterday")."""
    dates = [named for phrase in phrases if (named := calendar_of(phrase.meaning)) is not None]
    old = sum(named.year is not None and named.month is not None and named.year < published.year for named in dates)
    return old > sum(_points_to_now(phrase.meaning) for phrase in phrases)


def _points_to_now(meaning: Meaning) -> bool:
    """Whether a time is told from the day of writing: "today", "on Friday", "the past 24 hours"."""
    match meaning:
        case Shift(unit="day" | "week") | Window() | Night():
            return meaning.base is Base.PUBLISHED
        case _:
            return isinstance(meaning, Weekday | Weekend)


def _looks_back(meaning: Meaning) -> bool:
    """Whether a time steps back from what is told, only to return to it: "four days earlier"."""
    return isinstance(meaning, Apart) or (
        isinstance(meaning, Shift) and meaning.base is Base.NARRATIVE and meaning.amount < 0
    )
