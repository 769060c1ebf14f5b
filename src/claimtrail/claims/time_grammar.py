"""Simple time expressions in a text: where the grammar's rules apply."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from re import Match

from claimtrail.claims.time_feasts import FEASTS
from claimtrail.claims.time_meanings import Meaning
from claimtrail.claims.time_rules import ANY_WORD_RULE, RULES
from claimtrail.claims.time_vocabulary import (
    DECADES,
    HOLIDAYS,
    MONTH,
    MONTHS,
    ONES,
    ORDINALS,
    SEASONS,
    STEPS,
    TEENS,
    TENS,
    UNITS,
    WEEKDAY,
    WEEKDAYS,
    WORDS,
    either,
)


@dataclass(frozen=True, slots=True)
class Atom:
    """A simple time expression at `text[start:end]`; `clock` where it names a time of day, `minute` to the minute."""

    start: int
    end: int
    meaning: Meaning
    clock: bool = False
    minute: bool = False


# Words that begin a time expression wherever they stand ...
_OPENING = {
    *"today to-day tonight yesterday tomorrow day last lastnight this overnight night week next following".split(),
    *"previous preceding hours minutes current coming past weekend week-end all year-ago".split(),
    *"year-earlier comparable nineteen final closing opening".split(),
    *DECADES,
    *SEASONS,
    *(word.split()[0] for word in WORDS["parts"]["alone"] + WORDS["parts"]["beside"]),
    *(phrase.split()[0] for phrases in WORDS["vague"].values() for phrase in phrases),
    *(name.split()[0].lower() for name in [*HOLIDAYS, *FEASTS]),
}
# ... and common words that do so only before one of `_FOLLOWING`, which spares most of a text the whole grammar.
_COMMON = {
    *"the a an by in over all within before during through throughout that since earlier later several few".split(),
    *"couple latter same at".split(),
    *ONES,
    *TEENS,
    *TENS,
    *ORDINALS,
}
_FOLLOWING = {
    *UNITS,
    *(unit + "s" for unit in UNITS),
    *STEPS,
    *SEASONS,
    *ONES,
    *TEENS,
    *TENS,
    *ORDINALS,
    *(word.split()[0] for word in WORDS["parts"]["alone"] + WORDS["parts"]["beside"]),
    *MONTHS,
    *(word.split()[-1] for words in (*WORDS["parts"].values(), *WORDS["vague"].values()) for word in words),
    *"full fiscal centuries same course end start beginning half few couple several weekend future near".split(),
    *"recent present then o'clock o’clock a an of latest period comparable year-ago year-earlier".split(),
    *"hundred thousand oh previous preceding following".split(),
    *DECADES,
}
_COMMON_WORD = rf"{either(_COMMON)}[- ](?:(?:the|in|on|of|that) ){{0,2}}(?:\d|{either(_FOLLOWING)}(?!\w))"
_TRIGGER = re.compile(
    rf"(?:(?P<digit>\d)|(?P<month>{MONTH})|(?P<weekday>{WEEKDAY})"
    rf"|(?P<word>(?i:(?:{either(_OPENING - _COMMON)})(?!\w)|{_COMMON_WORD})))"
)
# A hyphen before a word makes it part of a name, except in "mid-May".
_WORD = re.compile(r"(?<![\w.,])(?:(?<!-)|(?<=[Mm]id-))(?:\d+|[^\W\d_]+)")
_FIRST = frozenset({*(word.split("-")[0] for word in _OPENING | _COMMON), *MONTHS, *WEEKDAYS})


def atoms(text: str, start: int, end: int) -> Iterator[Atom]:
    """The simple time expressions of `text[start:end]`, in order, without overlap, each the longest at its place."""
    at = start
    for word in _WORD.finditer(text, start, end):
        if word.start() < at or not (word[0][0].isdigit() or word[0].lower() in _FIRST):
            continue
        trigger = _TRIGGER.match(text, word.start(), end)
        atom = _longest(text, trigger, end) if trigger and _may_begin(text, trigger, end) else None
        if atom is not None:
            yield atom
            at = atom.end


def _may_begin(text: str, trigger: Match[str], end: int) -> bool:
    return trigger.lastgroup != "word" or ANY_WORD_RULE.match(text, trigger.start(), end) is not None


def _longest(text: str, trigger: Match[str], end: int) -> Atom | None:
    best: Atom | None = None
    for rule in RULES[trigger.lastgroup or "word"]:
        match = rule.pattern.match(text, trigger.start(), end)
        if match is None or (best is not None and match.end() <= best.end):
            continue
        meaning = rule.build(match)
        if meaning is not None:
            best = Atom(match.start(), match.end(), meaning, rule.clock, rule.minute)
    return best
