"""What a number measures, told from the words beside it."""

import re
from collections.abc import Callable
from enum import StrEnum

from claimtrail.claims.lexicon import lexicon
from claimtrail.claims.numerals import Numeral, Words


class Kind(StrEnum):
    """What a number measures; only a quantity (and, where things are weighed, a mass) counts things."""

    QUANTITY = "quantity"
    MASS = "mass"
    AREA = "area"
    MONEY = "money"
    DISTANCE = "distance"
    DURATION = "duration"
    DATE = "date"
    ORDINAL = "ordinal"
    AGE = "age"
    PERCENT = "percent"
    FRACTION = "fraction"
    DESIGNATION = "designation"
    TIME = "time"
    FREQUENCY = "frequency"


_LEXICON = lexicon("numbers")
_AFTER = {word: Kind(kind) for kind, words in _LEXICON["after"].items() if kind != "time" for word in words}
_CLOCK = frozenset(_LEXICON["after"]["time"])
_CONTEXT = {name: frozenset(words) for name, words in _LEXICON["context"].items()}
_ORDINALS = frozenset(_LEXICON["ordinals"]["words"])
_SUFFIXES = frozenset(_LEXICON["ordinals"]["suffixes"])
_FRACTIONS = frozenset(_LEXICON["ordinals"]["fractions"])
_DASHES = "-‑–—"
_FIRST_YEAR, _LAST_YEAR = 1800, 2099
_OLDEST = 115
# "U.S. dollars" is five words and signs.
_COUNTRY_WORDS = 5
_CLOCK_TIME = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?")
_NUMERIC_DATE = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}[./]\d{1,2}[./]\d{1,2}")


def kind_of(words: Words, first: int, last: int, numeral: Numeral | None) -> Kind:
    """What the number at the words `first` up to `last` measures; `numeral` is None for other digits."""
    for rule in _RULES if numeral is None or not numeral.article else _ARTICLE_RULES:
        kind = rule(words, first, last, numeral)
        if kind is not None:
            return kind
    return Kind.QUANTITY


def _written(words: Words, first: int, last: int, numeral: Numeral | None) -> Kind | None:
    if numeral is not None:
        return None
    word = words.lower[first]
    if _CLOCK_TIME.fullmatch(word):
        return Kind.TIME
    return Kind.DATE if _NUMERIC_DATE.fullmatch(word) else Kind.DESIGNATION


def _ordinal(words: Words, first: int, last: int, numeral: Numeral | None) -> Kind | None:
    after = words.at(last)
    if after in _SUFFIXES and words.joined(last):
        return Kind.DATE if _near_month(words, first, last + 1) else Kind.ORDINAL
    if after and after in _DASHES and words.joined(last) and words.at(last + 1) in _FRACTIONS | _ORDINALS:
        return Kind.FRACTION if words.at(last + 1) in _FRACTIONS else Kind.ORDINAL
    return Kind.FRACTION if after in _FRACTIONS and after not in ("second", "half") else None


def _date(words: Words, first: int, last: int, numeral: Numeral | None) -> Kind | None:
    # Number words are not written in dates beside a month: "On 6 June four men ...".
    if numeral is None or not numeral.digits:
        return None
    if _near_month(words, first, last) or _is_iso(words, first):
        return Kind.DATE
    return Kind.DATE if _is_year(words, first, last, numeral) else None


def _near_month(words: Words, first: int, last: int) -> bool:
    """Whether a month name adjoins: "12 May", "May 12", "12th of May"; the month "may" must be capitalised."""
    after = last + 1 if words.at(last) == "of" else last
    before = first - 2 if words.at(first - 1) == "." and len(words.at(first - 2)) <= 4 else first - 1
    # The day has already been given in "on 12 May 40 people".
    taken = words.at(before - 1)[:1].isdigit()
    return _is_month(words, after) or (_is_month(words, before) and not taken)


def _is_month(words: Words, index: int) -> bool:
    return words.at(index) in _CONTEXT["months"] and words.capitalised(index)


def _is_iso(words: Words, first: int) -> bool:
    word = words.lower[first]
    return (
        len(word) == 4
        and word.isdigit()
        and words.at(first + 1) == "-"
        and words.joined(first + 1)
        and (words.joined(first + 2) and words.at(first + 2).isdigit() and len(words.at(first + 2)) == 2)
    )


def _is_year(words: Words, first: int, last: int, numeral: Numeral) -> bool:
    """Four digits in the span of the years, unless they count the noun that follows ("killed 2000 people")."""
    word = words.lower[first]
    if not (len(word) == 4 and word.isdigit() and _FIRST_YEAR <= numeral.value <= _LAST_YEAR):
        return False
    before, after = words.at(first - 1), words.at(last)
    if before in _CONTEXT["year"] | _CONTEXT["months"] or before in ("(", ",", "/") or words.joined(first):
        return True
    return not after.isalpha() or words.capitalised(last) or after in _CONTEXT["not_counted"]


def _clock(words: Words, first: int, last: int, numeral: Numeral | None) -> Kind | None:
    after = words.at(last)
    if after.replace(".", "").replace(" ", "") in _CLOCK and numeral is not None and numeral.digits:
        needs_four = after in ("hours", "hrs", "hr", "local", "z")
        return None if needs_four and len(words.lower[first]) != 4 else Kind.TIME
    return Kind.TIME if after in ("o'clock", "o’clock") else None


def _age(words: Words, first: int, last: int, numeral: Numeral | None) -> Kind | None:
    before = words.at(first - 1)
    if before in _CONTEXT["age"] or words.lower[first - 2 : first] in (
        ("age", "of"),
        ("aged", "between"),
        ("ages", "of"),
        ("young", "as"),
        ("old", "as"),
    ):
        return Kind.AGE
    if (
        before == "of"
        and words.at(first - 2) in _CONTEXT["person"]
        and words.at(last) in _CONTEXT["not_counted"] | {",", ".", ""}
    ):
        return Kind.AGE
    at = last + 1 if words.at(last) in _DASHES else last
    if words.at(at) in _CONTEXT["year_old"] and "old" in words.lower[at + 1 : at + 3]:
        return Kind.AGE
    apposed = before == "," == words.at(last) and words.capitalised(first - 2) and words.lower[first - 2].isalpha()
    short = numeral is not None and numeral.digits and 0 < numeral.value <= _OLDEST
    return Kind.AGE if apposed and short else None


def _unit(words: Words, first: int, last: int, numeral: Numeral | None) -> Kind | None:
    """The unit after the number, or one adjective further on."""
    at = last + 1 if words.at(last) in _DASHES else last
    if words.at(at) in _CONTEXT["square"]:
        return Kind.AREA
    if words.at(at) == "per" and words.at(at + 1) == "cent":
        return Kind.PERCENT
    if words.at(at) in _CONTEXT["between"]:
        at += 1
    if words.at(at) == "of" and words.at(at + 1) == "the":
        return None
    if _currency(words, at):
        return Kind.MONEY
    kind = _AFTER.get(words.at(at))
    if kind is Kind.MASS and words.capitalised(at):
        return None
    return kind


def _currency(words: Words, at: int) -> bool:
    """Whether a currency with its country stands at `at`: "Pakistani rupees", "U.S. dollars"."""
    for index in range(at, at + _COUNTRY_WORDS):
        if _AFTER.get(words.at(index)) is Kind.MONEY:
            return True
        if not (words.capitalised(index) or (index > at and words.at(index) == ".")):
            return False
    return False


def _metre(words: Words, first: int, last: int, numeral: Numeral | None) -> Kind | None:
    """As in "500m", written together."""
    return Kind.DISTANCE if words.at(last) == "m" and words.joined(last) else None


def _money(words: Words, first: int, last: int, numeral: Numeral | None) -> Kind | None:
    return Kind.MONEY if words.at(first - 1) in _CONTEXT["currency"] else None


def _designation(words: Words, first: int, last: int, numeral: Numeral | None) -> Kind | None:
    """A number that is part of a name: "T-72", "Resolution 2254", "Unit 731", "F16s", "#3"."""
    if _is_footnote(words, first, last) or _glued_before(words, first) or _glued_after(words, last):
        return Kind.DESIGNATION
    if numeral is None or not numeral.digits:
        return Kind.DESIGNATION if _names_number(words, first - 1) and words.capitalised(first) else None
    grouped = "," in words.lower[first]
    if words.lower[first].startswith("0") and len(words.lower[first]) > 1:
        return Kind.DESIGNATION
    if (not grouped and _names_number(words, first - 1)) or (
        words.at(first - 1) == "." and words.at(first - 2) in ("no", "nos", "km", "tel")
    ):
        return Kind.DESIGNATION
    own_unit = words.at(last) in _CONTEXT["formations"] and words.capitalised(last)
    return (
        Kind.DESIGNATION
        if own_unit or _numbers_a_list(words, first, last) or _is_telephone(words, first, last)
        else None
    )


def _is_footnote(words: Words, first: int, last: int) -> bool:
    """As in "[3]" after a word."""
    return words.at(first - 1) == "[" and words.at(last) == "]" and words.joined(first) and words.joined(last)


def _glued_before(words: Words, first: int) -> bool:
    """As in "M16", "T-72", "#3"; not "(12" or "+12"."""
    if not words.joined(first):
        return False
    before = words.at(first - 1)
    if before[-1:].isalpha() or before in "/#@_\\":
        return True
    return before in _DASHES and words.joined(first - 1) and words.at(first - 2)[-1:].isalnum()


def _glued_after(words: Words, last: int) -> bool:
    """As in "60s", "3d", "-2" of a designation, "four-man"; not "60-plus", "60+" or "20m"."""
    after = words.at(last)
    if not after or not words.joined(last):
        return False
    if after[0].isalpha():
        return after not in _AFTER and after not in _CLOCK and after not in ("m", "k")
    if after in _DASHES and words.joined(last + 1):
        following = words.at(last + 1)
        known = following in _CONTEXT["hyphen_counts"] | _CONTEXT["year_old"] or following in _AFTER
        return not known
    return after in "/_\\@"


def _names_number(words: Words, index: int) -> bool:
    word = words.at(index)
    return word in _CONTEXT["named"] or (word in _CONTEXT["named_capitalised"] and words.capitalised(index))


def _numbers_a_list(words: Words, first: int, last: int) -> bool:
    """As in "1. The parties ..." at the start of a line."""
    line_start = first == 0 or "\n" in words.text[words.end[first - 1] : words.start[first]]
    return line_start and words.at(last) in (".", ")") and words.joined(last) and words.at(last + 1) != ""


def _is_telephone(words: Words, first: int, last: int) -> bool:
    """Three groups of digits in a row, blanks or hyphens apart, or an international prefix."""
    near = [words.at(i) for i in range(first - 3, last + 4)]
    groups = sum(word.isdigit() for word in near)
    return groups >= 4 and all(word.isdigit() or word in "-+()." for word in near[2:-2])


def _part_of(words: Words, first: int, last: int, numeral: Numeral | None) -> Kind | None:
    """As in "a third of": a share."""
    return Kind.FRACTION if words.at(last) in _FRACTIONS and words.at(last + 1) == "of" else None


def _partitive_superlative(words: Words, first: int, last: int, numeral: Numeral | None) -> Kind | None:
    """One of the worst attacks, one of the most ... and one another: "one" does not count."""
    if words.lower[first:last] == ("one",) and words.at(last) == "another":
        return Kind.ORDINAL
    if words.lower[first:last] != ("one",) or words.lower[last : last + 2] != ("of", "the"):
        return None
    word = words.at(last + 2)
    return (
        Kind.ORDINAL
        if word in ("most", "least", "worst", "best") or word.endswith("iest") or word in _ORDINALS
        else None
    )


_Rule = Callable[[Words, int, int, Numeral | None], Kind | None]
_RULES: tuple[_Rule, ...] = (
    _written,
    _age,
    _date,
    _ordinal,
    _clock,
    _money,
    _unit,
    _metre,
    _designation,
    _partitive_superlative,
)
_ARTICLE_RULES: tuple[_Rule, ...] = (_unit, _part_of)
