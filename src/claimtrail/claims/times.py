"""Times of a text: where they stand, and which days they mean (gold guidelines, "Slots" and "Conventions")."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimtrail.claims.lexicon import lexicon
from claimtrail.claims.time_frame import Days
from claimtrail.claims.time_grammar import Atom, atoms
from claimtrail.claims.time_joins import merged
from claimtrail.claims.time_meanings import (
    Calendar,
    Feast,
    Meaning,
    Night,
    Shift,
    Since,
    Stage,
    TimePhrase,
    Until,
    UpTo,
    Vague,
    Weekday,
    Window,
)
from claimtrail.claims.time_passage import Passage
from claimtrail.claims.time_resolve import resolve
from claimtrail.claims.time_sense import is_time
from claimtrail.claims.time_vocabulary import NUMBER, UNIT, number_of, unit_of
from claimtrail.model.span import Span
from claimtrail.model.time import Anchor, Precision, TimeRange

__all__ = ["TimePhrase", "find_times", "resolve_times"]

_CONTEXT = lexicon("time_words")["context"]
_REACH = 110
_FUTURE = re.compile(
    r"(?i)\b(?:" + "|".join(re.escape(word) for word in _CONTEXT["future"] if word[0].isalpha()) + r")\b|['’]ll\b"
)
# A participle after "be" is no verb of the past.
# "... will attack, he said on Saturday": what stands after the last verb of the past is past.
_PAST = re.compile(r"(?i)\b(?:said|told|was|were|had|has|did|(?<!be )\b\w{3,}ed|came|took|began|broke|fell|held|met)\b")
_SENTENCE_END = re.compile(r"[.!?][\"”’']?\s+(?=[A-Z\"“])|\n")
_MODIFIER = re.compile(
    r"(?i)(?<![\w-])(?:(?:very\s)?(?:early|earlier|late|later|mid)(?:[-\s](?:on|in)?\s?)|(?:the\s)?(?:middle|end|beginning|start|eve|close)\sof\s(?:the\s)?)$"
)
_STAGE = re.compile(r"\b(?:early|beginning|start|late|end|close)\b")
_SINCE = re.compile(
    r"(?i)(?<!\w)since\s(?:[^,.;:()\n]{0,90}\s(?:on|in|of|at|from|last)\s(?:the\s)?|about\s|around\s|the\s(?:start|beginning|end|middle)\sof\s(?:the\s)?|the\s)?$"
)
_UNTIL = re.compile(r"(?i)(?<!\w)(?:by|before|until|up to)\s(?:the\s)?$")
_LENGTH = re.compile(rf"(?i)(?P<n>{NUMBER}) (?P<unit>{UNIT})")
_OVER = re.compile(r"(?i)\b(?:for|in|over|in the space of|in just|in only|for nearly|for almost|for about|in about) $")
_AUXILIARY = re.compile(r"\b(?:has|have|had|was|were|did|will|would|could|may|must|should)(?=\b|n['’]t)|['’]ve\b")
_PERFECT = ("has", "have", "'ve", "’ve")
_TO_END = re.compile(r"(?i)(?<!\w)(\d+) hours to $")


def find_times(text: str, span: Span, *, durations: bool = False, nested: bool = False) -> list[TimePhrase]:
    """The time expressions in `span`, in reading order, without overlap.

    Mere lengths of time ("for two days") are left out unless `durations` asks for them; they never resolve.
    With `nested`, the date in "since fighting resumed in May" or "by Friday" follows the whole as a phrase of its own.
    """
    phrases: list[TimePhrase] = []
    for atom in merged(text, [atom for atom in atoms(text, span.start, span.end) if is_time(text, atom)]):
        if atom.meaning == Vague("duration"):
            atom = replace(atom, meaning=_up_to_now(text, atom))
        if atom.meaning == Vague("duration") and not durations:
            continue
        floor = phrases[-1].span.end if phrases else span.start
        date_ = _dated(text, atom, floor)
        whole = _stretched(text, date_, floor)
        phrases += [whole, date_] if nested and whole != date_ else [whole]
    return phrases


def _up_to_now(text: str, atom: Atom) -> Meaning:
    """What a length of time means: with a perfect beside it, up to the day of writing ("has held out for a month")."""
    length = _LENGTH.fullmatch(text, atom.start, atom.end)
    before = text[max(0, atom.start - 2 * _REACH) : atom.start]
    if length is None or _OVER.search(before) is None:
        return atom.meaning
    verbs = (
        _AUXILIARY.findall(_SENTENCE_END.split(before)[-1])[-1:]
        or _AUXILIARY.findall(text, atom.end, atom.end + _REACH)[:1]
    )
    amount = number_of(length["n"])
    if amount is None or not verbs or verbs[0] not in _PERFECT:
        return atom.meaning
    return Window(unit_of(length["unit"]), -amount)


def _dated(text: str, atom: Atom, floor: int) -> TimePhrase:
    """The atom with the words before it that belong to it ("early", "24 hours to")."""
    start, meaning = atom.start, atom.meaning
    precision = (Precision.MINUTE if atom.minute else Precision.HOUR) if atom.clock else None
    modifier = _MODIFIER.search(text, max(floor, start - 30), start)
    if modifier and not isinstance(meaning, Vague | Window):
        start, meaning = modifier.start(), _staged(meaning, modifier[0].lower())
    hours = _TO_END.search(text, max(floor, start - 30), start)
    if hours:
        start, meaning = hours.start(), UpTo(max(1, int(hours[1]) // 24), meaning)
    return TimePhrase(Span(start, atom.end), meaning, precision, _is_future(text, start))


def _staged(meaning: Meaning, modifier: str) -> Meaning:
    """The part of a month or year that is meant: "early May", "late in 1998", "the end of March"."""
    stage = _STAGE.search(modifier)
    is_whole = isinstance(meaning, Calendar) and meaning.day is None
    if stage is None or not (is_whole or meaning == Shift("month", -1)):
        return meaning
    is_end = stage[0] in ("end", "close")
    return Stage(meaning, is_end or stage[0] == "late", is_end)


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
    passage = Passage(text, phrases, published)
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
