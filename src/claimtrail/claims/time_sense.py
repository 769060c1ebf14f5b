"""Whether what looks like a time is one, by the words beside it."""

import re

from claimtrail.claims.lexicon import lexicon
from claimtrail.claims.time_grammar import Atom
from claimtrail.claims.time_meanings import Calendar, Months, Weekday

_CONTEXT = lexicon("time_words")["context"]
_BEFORE = frozenset(_CONTEXT["before"])
_NAMED_AFTER = frozenset(_CONTEXT["named_after"])
_NAMED_BEFORE = frozenset(_CONTEXT["named_before"])
_DOUBTFUL_MONTHS = frozenset(_CONTEXT["doubtful_months"])
_BESIDE = frozenset(lexicon("time_words")["parts"]["beside"])
_LAST_WORD = re.compile(r"([\w’']+)[\s(\"“]*$")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
# "Sat" and "Sun" are days where a date, a time, a part of the day or the colon of a diary follows.
_ABBREVIATED = re.compile(r"[.:/]|,?\s\d|\s?[-–—]|\s(?:morning|afternoon|evening|night|noon)\b")
_IN_THE = re.compile(r"(?i)\b(?:in|by|since|until) the $")
_NEXT_WORD = re.compile(r"\s+([\w]+)")


def word_before(text: str, start: int) -> str:
    """The word that ends before `start`, quotation marks and brackets aside; empty where there is none."""
    before = _LAST_WORD.search(text, max(0, start - 30), start)
    return before[1] if before else ""


def is_time(text: str, atom: Atom) -> bool:
    """Whether the words beside a date let it be one: not "May 7 Square", "Bloody Sunday" or the verb "March"."""
    after = _NEXT_WORD.match(text, atom.end)
    previous = word_before(text, atom.start)
    if isinstance(atom.meaning, Calendar | Weekday) and after and after[1] in _NAMED_AFTER:
        return False
    if isinstance(atom.meaning, Weekday):
        if text[atom.start : atom.end] in ("Sat", "Sun"):
            return previous.lower() != "the" and _ABBREVIATED.match(text, atom.end) is not None
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
        if previous.lower() in ("a", "an"):
            return not following.endswith("s")
        return (
            previous.lower() in _BEFORE
            or previous.endswith(("'s", "’s"))
            or not following
            or following[0].isupper()
            or following in _BEFORE
        )
    if meaning.year is None and meaning.years is None and word in _DOUBTFUL_MONTHS:
        if text[atom.start - 1 : atom.start] == "(" and text[atom.end : atom.end + 1] == ")":
            return True
        if word == "jan" and following[:1].isupper():
            return False
        return (
            previous.lower() in _BEFORE
            or _YEAR.fullmatch(previous) is not None
            or following in ("to", "until", "through")
        )
    return True


def _stands_alone(text: str, atom: Atom, previous: str) -> bool:
    """Whether a season, or a part of the day such as "night", is used as a time."""
    word = text[atom.start : atom.end].lower()
    if word in ("spring", "fall"):
        in_the = _IN_THE.search(text, max(0, atom.start - 12), atom.start)
        return in_the is not None and text[atom.end : atom.end + 3] != " of"
    if isinstance(atom.meaning, Months) and " " not in word and "-" not in word:
        return previous.lower() in {"the", "in", "last", "this", "that", "since", "next"}
    return True


def is_idle_clock(text: str, atom: Atom) -> bool:
    """A part of the day that nothing makes a time: "morning prayers", "a night club"."""
    word = text[atom.start : atom.end].lower()
    if not atom.clock or word not in _BESIDE:
        return False
    return word_before(text, atom.start).lower() not in {"the", "that", "by", "at", "in"}
