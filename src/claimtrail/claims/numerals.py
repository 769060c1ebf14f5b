"""Bare numbers in English text: cut it into words and signs, and read the value of a numeral."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from claimtrail.claims.lexicon import lexicon
from claimtrail.model.span import Span

_TOKEN = re.compile(
    r"""\d{1,3}(?:,\d{3})+(?!\d)               # 1,200
      | \d{1,3}(?:[\u00a0\u202f\u2009 ]\d{3})+(?!\d)  # 1 200
      | \d+(?:[.:/]\d+)*                       # 43, 7.62, 1.200.000, 22:00, 24/7
      | (?:[ap]\.\s?m)\b\.?                    # p.m.
      | [^\W\d_]+(?:['’][^\W\d_]+)?            # word, o'clock
      | \S""",
    re.VERBOSE,
)
_GROUPED = re.compile(r"\d{1,3}(?:[,\u00a0\u202f\u2009 ]\d{3})+|\d{1,3}(?:\.\d{3}){2,}")
_DOTTED_ONCE = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_SEPARATORS = re.compile(r"[,.\u00a0\u202f\u2009 ]")
_MOST_DIGITS = 15

_LEXICON = lexicon("numbers")
_VALUES: dict[str, int] = _LEXICON["values"]
_SCALES: dict[str, int] = _LEXICON["scales"]
_PLURALS: dict[str, int] = _LEXICON["plurals"]
_GROUPS: dict[str, int] = _LEXICON["groups"]
_ARTICLES = frozenset(_LEXICON["words"]["articles"])
_MONTHS = frozenset(_LEXICON["context"]["months"])
_PARTS = {"half": 0.5, "quarter": 0.25}
# "some thousand", "few hundred" are left to the hedges; these multiply a scale by two or more.
_MULTIPLES = frozenset({"several", "many", "few", "multiple", "couple"})


@dataclass(frozen=True, slots=True)
class Words:
    """The words and signs of a stretch of text, one column a property; `lower` is the lower-case form."""

    text: str
    start: tuple[int, ...]
    end: tuple[int, ...]
    lower: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.start)

    def at(self, index: int) -> str:
        """The lower-case word at `index`, or "" beyond either end."""
        return self.lower[index] if 0 <= index < len(self.lower) else ""

    def joined(self, index: int) -> bool:
        """Whether the word at `index` follows the one before it without a space."""
        return 0 < index < len(self.start) and self.end[index - 1] == self.start[index]

    def capitalised(self, index: int) -> bool:
        """Whether the word at `index` begins with a capital."""
        return 0 <= index < len(self.start) and self.text[self.start[index]].isupper()

    def span(self, first: int, last: int) -> Span:
        """The characters of the words `first` up to, not including, `last`."""
        return Span(self.start[first], self.end[last - 1])


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number at the words `first` up to `last`: its value; whether it is vague ("dozens"), digits, an article."""

    first: int
    last: int
    value: int
    vague: bool = False
    digits: bool = False
    article: bool = False


def words_of(text: str, start: int, end: int) -> Words:
    """The words and signs of `text[start:end]`."""
    spans = [match.span() for match in _TOKEN.finditer(text, start, end)]
    return Words(
        text,
        tuple(first for first, _ in spans),
        tuple(last for _, last in spans),
        tuple(text[first:last].lower() for first, last in spans),
    )


def numeral_at(words: Words, index: int) -> Numeral | None:
    """The longest numeral that begins at the word `index`; None where there is none."""
    word = words.lower[index]
    if word[0].isdigit():
        return _digits(words, index)
    reader = _READERS.get(word)
    return reader(words, index) if reader else None


def digits_value(word: str) -> float | None:
    """The value of a number in digits, thousands separated or not; None for a clock time, a date, endless digits."""
    if len(word) > _MOST_DIGITS + 6:
        return None
    if _GROUPED.fullmatch(word) or _DOTTED_ONCE.fullmatch(word):
        return float(_SEPARATORS.sub("", word))
    return float(word) if _PLAIN.fullmatch(word) else None


def _digits(words: Words, index: int) -> Numeral | None:
    word = words.lower[index]
    scale = _SCALES.get(words.at(index + 1))
    value = float(word) if scale and _DOTTED_ONCE.fullmatch(word) else digits_value(word)
    if value is None:
        return None
    if scale:
        return Numeral(index, index + 2, round(value * scale), digits=True)
    # A fraction of a person is cut off, never rounded up.
    return Numeral(index, index + 1, int(value), digits=True)


def _spelled(words: Words, index: int) -> Numeral | None:
    """As in "two hundred and forty-three", "four thousand", "two dozen", "two and a half million"."""
    total, current, floor, at = 0.0, 0.0, float("inf"), index
    while at < len(words):
        word = words.lower[at]
        if word in _VALUES and _fits(current, _VALUES[word]):
            current += _VALUES[word]
        elif word in _SCALES and current and _SCALES[word] < floor:
            current *= _SCALES[word]
            if _SCALES[word] != 100:
                total, current, floor = total + current, 0.0, _SCALES[word]
        elif not _bridges(words, at, current, total):
            break
        at += 1
    scale = _SCALES.get(words.at(at + 3))
    if scale and words.lower[at : at + 3] == ("and", "a", "half"):
        return Numeral(index, at + 4, round((total + current + 0.5) * scale))
    return Numeral(index, at, round(total + current))


def _fits(current: float, value: int) -> bool:
    """Whether a units or tens word may follow what was read since the last thousand."""
    rest = current % 100
    return rest == 0 if value >= 10 or value == 0 else rest % 10 == 0 and rest != 10


def _bridges(words: Words, at: int, current: float, total: float) -> bool:
    """Whether the word at `at` is the hyphen of "forty-three" or the "and" of "two hundred and six"."""
    following = _VALUES.get(words.at(at + 1), 0)
    if words.lower[at] in "-‑–":
        tight = words.joined(at) and words.joined(at + 1)
        return tight and ((20 <= current % 100 <= 90 and 0 < following < 10) or words.at(at + 1) in _SCALES)
    ends_in_hundreds = current % 100 == 0 and (current > 0 or total > 0)
    return words.lower[at] == "and" and ends_in_hundreds and following > 0


def _article(words: Words, index: int) -> Numeral | None:
    """As in "a", "a hundred and fifty", "a dozen", "a couple", "a few hundred", "a quarter of a million"."""
    after = words.at(index + 1)
    if after in _SCALES:
        rest = _scaled(words, index + 1)
        return Numeral(index, rest.last, rest.value)
    reader = {**_GROUP_READERS, "few": _multiple, "quarter": _part}.get(after)
    found = reader(words, index + 1) if reader else None
    if found:
        return Numeral(index, found.last, found.value, found.vague)
    return Numeral(index, index + 1, 1, article=True)


def _scaled(words: Words, index: int) -> Numeral:
    """As in "hundred and fifty", "thousand", "million and a half", whose multiplier was an article."""
    scale = _SCALES[words.lower[index]]
    at, value = index + 1, float(scale)
    if words.lower[index + 1 : index + 4] == ("and", "a", "half"):
        return Numeral(index, index + 4, round(1.5 * scale))
    if words.at(at) in _SCALES and _SCALES[words.lower[at]] > scale:
        return Numeral(index, at + 1, round(value * _SCALES[words.lower[at]]))
    rest_at = at + 1 if words.at(at) == "and" else at
    if scale in (100, 1000) and words.at(rest_at) in _VALUES:
        rest = _spelled(words, rest_at)
        if rest and rest.value < scale:
            return Numeral(index, rest.last, scale + rest.value)
    return Numeral(index, at, round(value))


def _group(words: Words, index: int) -> Numeral | None:
    """As in "pair", "couple", "trio"; "a couple of hundred" is two hundred or more."""
    at = index + 2 if words.at(index + 1) == "of" else index + 1
    scale = _SCALES.get(words.at(at))
    if scale:
        return Numeral(index, at + 1, 2 * scale, vague=True)
    return Numeral(index, index + 1, _GROUPS[words.lower[index]])


def _multiple(words: Words, index: int) -> Numeral | None:
    """As in "several hundred", "few thousand", "many dozens": two such or more."""
    at = index + 1
    scale = _SCALES.get(words.at(at)) or _PLURALS.get(words.at(at))
    return Numeral(index, at + 1, 2 * scale, vague=True) if scale else None


def _plural(words: Words, index: int) -> Numeral | None:
    """As in "dozens", "hundreds of thousands": two such or more."""
    value = 2 * _PLURALS[words.lower[index]]
    last = index + 1
    if words.at(last) == "of" and words.at(last + 1) in _PLURALS:
        value, last = value * _PLURALS[words.lower[last + 1]], last + 2
    return Numeral(index, last, value, vague=True)


def _part(words: Words, index: int) -> Numeral | None:
    """As in "half a dozen", "half a million", "quarter of a million"."""
    part = _PARTS[words.lower[index]]
    at = index + 1
    while at < min(index + 4, len(words)) and words.lower[at] in ("-", "of", "a"):
        at += 1
    scale = _SCALES.get(words.at(at))
    return Numeral(index, at + 1, round(part * scale)) if scale and scale > 4 else None


_Reader = Callable[[Words, int], Numeral | None]
_GROUP_READERS: dict[str, _Reader] = dict.fromkeys(_GROUPS, _group)
_READERS: dict[str, _Reader] = {
    **dict.fromkeys(_VALUES, _spelled),
    **dict.fromkeys(_PLURALS, _plural),
    **_GROUP_READERS,
    **dict.fromkeys(_MULTIPLES - {"couple"}, _multiple),
    **dict.fromkeys(_ARTICLES, _article),
    "half": _part,
}
