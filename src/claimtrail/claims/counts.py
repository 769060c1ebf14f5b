"""Counts of people and things, as low and high (gold guidelines, "Slots" and "Conventions")."""

from claimtrail.claims.numbers import Form, Kind, NumberPhrase, find_numbers
from claimtrail.model.claim import Count, Hedge
from claimtrail.model.span import Span

_COUNTING = frozenset({Kind.QUANTITY, Kind.MASS})
# What a phrase that is known to carry a count may also measure: land by area, territory by share, cord by length.
_MEASURING = _COUNTING | {Kind.AREA, Kind.PERCENT, Kind.MONEY, Kind.DISTANCE}


def find_counts(text: str, span: Span, *, negated: bool = False) -> list[Count]:
    """The counts in `span`, in reading order, each with its characters in `text`, hedge words included.

    Numbers that measure or name something else (dates, ages, money, percentages, designations) are left out;
    `find_numbers` gives those too, each with its kind. Under a denial (`negated`) "any" is nought or more.
    """
    return [_count(phrase, negated) for phrase in find_numbers(text, span) if phrase.kind in _COUNTING]


def parse_count(text: str, span: Span, *, negated: bool = False) -> Count | None:
    """The count that the phrase at `span` carries, or None: a numeral before a vague word before an article.

    The caller vouches that the phrase counts something, so areas, shares, lengths and sums are read as well.
    """
    phrases = [phrase for phrase in find_numbers(text, span) if phrase.kind in _MEASURING]
    best = min(phrases, key=lambda phrase: _ORDER[phrase.form], default=None)
    return _count(best, negated) if best else None


def bare(plural: bool) -> Count:
    """The count of a noun without a number: one, or two or more."""
    return Count(2, None, None, Hedge.VAGUE) if plural else Count(1, 1)


_ORDER = {Form.NUMERAL: 0, Form.NEGATIVE: 1, Form.VAGUE: 2, Form.ANY: 3, Form.ARTICLE: 4}


def _count(phrase: NumberPhrase, negated: bool) -> Count:
    if phrase.form is Form.ANY and negated:
        return Count(0, None, phrase.span)
    return Count(phrase.low, phrase.high, phrase.span, phrase.hedge)
