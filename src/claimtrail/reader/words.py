"""Sentences to words, with offsets, after the habits of the Universal Dependencies English Web Treebank.

Contractions and possessives part ("did" "n't", "Iraq" "'s"). Hyphens part compounds ("long" "-" "term"), but neither
prefixes ("anti-tank") nor designations ("T-72", "ZU-23-2"). Units and currency signs part from numbers ("7" "km").
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from claimtrail.model.span import Span
from claimtrail.reader.abbreviations import DOTTED, abbreviations

_APOSTROPHES = "'’`ʼ"
# Combining marks of Latin and Arabic script.
_MARKS = r"[\u0300-\u036f\u0610-\u061a\u064b-\u065f]"
_NUMBER = r"\d+(?:[.,:]\d+)*"
# The kinds of tokens, tried in this order at each place.
_TOKENS = re.compile(
    rf"""
    (?P<url> (?:https?://|ftp://|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?'’)\]}}] )
  | (?P<mail> [\w.+-]+@[\w-]+(?:\.[\w-]+)+ )
  | (?P<site> (?:[A-Za-z][\w-]*\.)+(?:com|org|net|gov|edu|mil|info|int)\b )
  | (?P<file> [\w-]+\.(?:docx?|xlsx?|pdf|jpe?g|png|gif|pptx?|txt|zip|html?)\b )
  | (?P<handle> (?<![\w])[@#][^\W\d]\w+ )
  | (?P<coordinate> \d+°(?:\d+[′'])?(?:\d+(?:\.\d+)?[″"])?[NSEW]? )
  | (?P<date> \d{{1,4}}(?P<part>[-/.])\d{{1,2}}(?P=part)\d{{1,4}}(?!\w) | (?:1-)?\d{{3}}(?:-\d{{3}})?-\d{{4}}(?!\w) )
  | (?P<fraction> \d{{1,2}}/\d{{1,2}}(?![\w/]) )
  | (?P<designation> (?:[A-Z]{{1,4}}\d*|[A-Z][a-z])-\d+[A-Za-z]{{0,3}}(?:[-/]\d+)*(?!\w) )
  | (?P<clitic> (?<=\w)[{_APOSTROPHES}](?:s|S|re|ve|ll|d|m)\b )
  | (?P<ordinal> \d+(?:st|nd|rd|th|ST|ND|RD|TH)\b | [{_APOSTROPHES}]\d\ds\b | \d+s\b )
  | (?P<currency> (?:US|A|C|HK|NZ|AU)\$(?=\s?\d) )
  | (?P<number> {_NUMBER} )
  | (?P<dotted> (?:[^\W\d_]{{1,2}}\.){{2,}}(?!\w) | (?:[a-zA-Z]\.){{2,}}[a-zA-Z](?!\w) )
  | (?P<word> [^\W_](?:[^\W_]|{_MARKS}|_(?=\w)|[{_APOSTROPHES}](?=[^\W_])|&(?=[A-Z]))* )
  | (?P<ellipsis> \.{{2,}}(?![!?])|…+ )
  | (?P<run> (?P<sign>[-=*_~#+])(?P=sign)+ | [.!?]{{2,}} | << | >> | [’‘]’ | ''|`` )
  | (?P<face> [:;]-?[)(DP](?!\w) )
  | (?P<mark> \S )
    """,
    re.VERBOSE,
)
_CLITIC = re.compile(rf"(?:n[{_APOSTROPHES}]t|[{_APOSTROPHES}](?:s|re|ve|ll|d|m))\Z", re.IGNORECASE)
# Characters looked at after a full stop.
_AHEAD = 12
_LETTERS = re.compile(r"[^\W\d_]+(?!\w)")
_GLUED = re.compile(r"[^\W_]*")
_HYPHENED = re.compile(r"-[^\W_]+")


@dataclass(frozen=True, slots=True)
class Usage:
    """The lists of `data/words.toml`."""

    prefixes: frozenset[str]
    units: frozenset[str]
    contractions: dict[str, int]


@cache
def usage() -> Usage:
    """The shipped lists."""
    table = tomllib.loads((files("claimtrail.reader") / "data" / "words.toml").read_text(encoding="utf-8"))
    return Usage(frozenset(table["prefixes"]), frozenset(table["units"]), dict(table["contractions"]))


def words(text: str, span: Span) -> Iterator[Span]:
    """The words inside `span`, in order; together they cover every character that is no white space."""
    at = span.start
    while (match := _TOKENS.search(text, at, span.end)) is not None:
        for word in _cut(text, match, span.end):
            yield word
            at = word.end


def _cut(text: str, match: re.Match[str], end: int) -> Iterator[Span]:
    """The words that one match makes; most often itself."""
    kind, start, stop = match.lastgroup, match.start(), match.end()
    if kind == "number":
        yield from _with_unit(text, start, stop, end)
    elif kind == "word":
        stop = _stopped(text, start, _prefixed(text, start, stop, end), end)
        yield from _parted(text, start, stop)
    else:
        yield Span(start, stop)


def _with_unit(text: str, start: int, stop: int, end: int) -> Iterator[Span]:
    """A number, which takes along letters glued to it ("7th", "B2") unless they are a unit."""
    letters = _LETTERS.match(text, stop, end)
    if letters is not None and letters[0].lower() in usage().units:
        yield Span(start, stop)
        yield Span(*letters.span())
        return
    glued = _GLUED.match(text, stop, end)
    yield Span(start, glued.end() if glued else stop)


def _prefixed(text: str, start: int, stop: int, end: int) -> int:
    """Where the word ends, hyphens after its prefixes included."""
    following = _HYPHENED.match(text, stop, end)
    if following is None or text[start:stop].lower() not in usage().prefixes:
        return stop
    return following.end()


def _stopped(text: str, start: int, stop: int, end: int) -> int:
    """Where the word ends, the full stop of an abbreviation included."""
    if text[stop : stop + 1] != "." or stop >= end:
        return stop
    word, after = text[start : stop + 1], text[stop + 1 : min(stop + _AHEAD, end)].lstrip()
    lists = abbreviations()
    usual = word if word in lists or not word.isupper() else word.capitalize()
    if not after and usual in lists.within:
        return stop
    if usual in lists or (DOTTED.fullmatch(word) and after and word != "I."):
        return stop + 1
    return stop + 1 if {word, usual} & lists.before_number and after[:1].isdigit() else stop


def _parted(text: str, start: int, stop: int) -> Iterator[Span]:
    """A word without its clitic, then the clitic; "cannot" and its like at their seam."""
    clitic = _CLITIC.search(text, start, stop)
    seam = clitic.start() if clitic else start + usage().contractions.get(text[start:stop].lower(), 0)
    if start < seam < stop:
        yield Span(start, seam)
        start = seam
    yield Span(start, stop)
