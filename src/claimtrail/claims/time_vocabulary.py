"""The vocabulary of time expressions: patterns for its words, and what numbers and names in them stand for."""

import re
from collections.abc import Collection

from claimtrail.claims.lexicon import lexicon
from claimtrail.claims.numerals import numeral_at, words_of

WORDS = lexicon("time_words")
MONTHS: dict[str, int] = {name.lower(): number for name, number in WORDS["months"].items()}
WEEKDAYS: dict[str, int] = {name.lower(): number for name, number in WORDS["weekdays"].items()}
ORDINALS: dict[str, int] = WORDS["ordinals"]
SEASONS: dict[str, int] = WORDS["seasons"]
UNITS: dict[str, str] = WORDS["units"]
HOLIDAYS: dict[str, list[int]] = WORDS["holidays"]
STEPS = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "preceding": -1,
    "this": 0,
    "current": 0,
    "next": 1,
    "coming": 1,
    "following": 1,
}
TOLD = frozenset({"previous", "preceding", "following"})


def either(words: Collection[str]) -> str:
    """A pattern for any of the words, longest first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")"


def _named(names: dict[str, int]) -> str:
    """Capitalised names and, in capitals, headlines; an abbreviation may end in a full stop."""
    both = {form for name in names for form in (name, name.upper())}
    short = {name for name in both if len(name) <= 5}
    return f"(?:{either(both)}(?![a-zA-Z])|{either(short)}\\.)"


MONTH = _named(WORDS["months"])
_LOWER = either([name.lower() for name in WORDS["weekdays"] if len(name) > 5])
WEEKDAY = rf"(?:{_named(WORDS['weekdays'])}(?![a-z])|{_LOWER}(?!\w))"
YEAR = r"(?:1[7-9]|20)\d\d(?!\d|,\d|[.]\d)"
# A year as it stands beside its month: "1983", "'83".
SHORT_YEAR = rf"(?:{YEAR}|['’]\d\d(?!\w))"
DD = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)(?:st|nd|rd|th)?"
NTH = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)"
ORDINAL = rf"(?i:{either(ORDINALS)})"
JOIN = r"(?:\s?[-–—/]\s?|,?\s+(?:to|and|or|through|until)\s+|,\s)"
ONES = "one two three four five six seven eight nine".split()
TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
DECADES = "twenties thirties forties fifties sixties seventies eighties nineties".split()
NUMBER = (
    rf"(?:\d{{1,3}}|{either(TENS)}(?:[- ]{either(ONES)})?|{either(TEENS + ONES)}"
    r"|an?|several|a few|few|a couple of|couple of)"
)
UNIT = (
    "(?:seconds?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|fortnights?|months?|quarters?|years?|decades?"
    "|centur(?:y|ies))"
)
WAY = "ago|earlier|later|before|afterwards?|after|thereafter|from now"
_ENDS = rf"(?:{either(TENS)}(?:[- ]{either(ONES)})?|{either(TEENS)}|oh[- ]{either(ONES)}|hundred)"
YEAR_IN_WORDS = rf"(?:(?:eighteen|nineteen|twenty)[- ]{_ENDS}|two thousand(?: and)?(?: (?:{either(TEENS + ONES)}))?)"
STEP = "(?:last|previous|preceding|this|current|next|coming|following)"
PART_OF_DAY = either(WORDS["parts"]["alone"] + WORDS["parts"]["beside"])


def year_of(text: str | None) -> int | None:
    """The year in two or four digits, or in words; two digits mean 1930 to 2029."""
    if not text:
        return None
    text = text.lstrip("'’")
    number = int(text) if text.isdigit() else _year_in_words(text)
    if len(text) == 2:
        return number + (2000 if number < 30 else 1900)
    return number


def _year_in_words(text: str) -> int:
    """As in "nineteen ninety-one", "nineteen oh five", "two thousand and three"."""
    words = [word for word in re.split(r"[-\s]+", text.lower()) if word not in ("oh", "and", "hundred", "thousand")]
    values = [found.value for word in words if (found := numeral_at(words_of(word, 0, len(word)), 0))]
    return sum(values[1:]) + (2000 if values[0] == 2 else 100 * values[0])


def day_of(text: str) -> int:
    """The number of a day: "12", "12th", "twelfth"."""
    digits = text.rstrip("stndrh")
    return int(digits) if digits.isdigit() else ORDINALS[text.lower()]


def month_of(text: str) -> int:
    """The number of a month, 1 to 12: "May", "Sept."."""
    return MONTHS[text.rstrip(".").lower()]


def number_of(text: str) -> int | None:
    """The number that a number word stands for; None where it is vague."""
    if text.lower() in ("several", "few", "a few", "couple of", "a couple of"):
        return 2 if "couple" in text.lower() else None
    found = numeral_at(words_of(text, 0, len(text)), 0)
    return found.value if found else None


def unit_of(text: str) -> str:
    """The unit of time that a word, singular or plural, names: "weeks" gives "week"."""
    return UNITS["century" if text.lower().startswith("centur") else text.lower().rstrip("s")]


AMPM = r"(?i:[ap]\.?\s?m\b\.?|o['’]clock)"
ZONE = r"(?i:\s?(?:hours|hrs|GMT|UTC|local(?:\stime)?|LT|EST|EDT|CET|Z)\b)"
