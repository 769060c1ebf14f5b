"""Text to sentences, with offsets. Made for news: abbreviations, ranks, headlines, lists, capitals, wrapped lines."""

import re
from collections.abc import Iterator
from itertools import pairwise

from claimtrail.model.span import Span
from claimtrail.reader.abbreviations import DOTTED, abbreviations

_BLANK = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+|[\f\u2029]+")
_BULLET = re.compile(r"[ \t]*(?:[•‣▪●◦*·.–—-]\s|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)]\s)")
_CLOSERS = "\"'”’»)]}"
_OPENERS = "\"'“‘«([{¿¡"
# Terminal punctuation with what closes after it (quotes, brackets, numbers of notes), before white space, or before a
# capital glued to it.
_STOP = re.compile(
    rf"(?P<mark>(?<![.!?…])[.!?…]++)(?P<close>(?:[{re.escape(_CLOSERS)}]|\[\d+\])*+)"
    r"(?:(?=\s)|(?<=[a-z]{3}\.)(?=[A-Z][a-z]+\s))"
)
_WORD = re.compile(r"[^\s\"“”«»(\[{]+\Z")
_SPACE = re.compile(r"\s*")
_ENUMERATOR = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})\.\Z")
# Punctuation that goes on with the sentence before: ". . .", ":-)".
_NO_OPENERS = ".:;=,)"
# Characters looked at on either side of a full stop.
_AHEAD = 40
_WRAP_WIDTHS = range(40, 141)
_WRAP_SHARE = 0.7


def sentences(text: str, span: Span, width: int | None = None) -> Iterator[Span]:
    """The sentences inside `span`, in order, without white space at their ends; none is empty.

    `width` is the line width of a hard-wrapped text, see `wrap_width`: line ends inside such a paragraph are spaces.
    In other text a line end parts sentences, unless the next line goes on in lower case.
    """
    for unit in _units(text, span, width):
        first = unit.start
        for stop in _stops(text, unit):
            yield from _trimmed(text, first, stop)
            first = stop
        yield from _trimmed(text, first, unit.end)


def wrap_width(text: str) -> int | None:
    """The line width of a hard-wrapped text in characters, or None where lines are paragraphs of their own.

    A text is wrapped when most of its line ends come where the next word would not have fitted. Lines of less than half
    the width, as headings and signatures are, tell nothing.
    """
    lines = text.split("\n")
    width = max(len(line.rstrip()) for line in lines)
    pairs = [(line, after) for line, after in pairwise(lines) if len(line.rstrip()) > width // 2 and after.strip()]
    if width not in _WRAP_WIDTHS or len(pairs) < 2:
        return None
    full = sum(_full(line, after, width) for line, after in pairs)
    return width if full >= _WRAP_SHARE * len(pairs) else None


def _full(line: str, after: str, width: int) -> bool:
    return len(line.rstrip()) + 1 + len(after.split(maxsplit=1)[0]) > width - 3


def _units(text: str, span: Span, width: int | None) -> Iterator[Span]:
    """The ranges that no sentence crosses: paragraphs, and lines that stand on their own."""
    for part in _parted(text, span, [match.span() for match in _BLANK.finditer(text, span.start, span.end)]):
        ends = [at for at in _line_ends(text, part) if _parts(text, part, at, width)]
        yield from _parted(text, part, [(at, at + 1) for at in ends])


def _parted(text: str, span: Span, gaps: list[tuple[int, int]]) -> Iterator[Span]:
    first = span.start
    for start, end in [*gaps, (span.end, span.end)]:
        if text[first:start].strip():
            yield Span(first, start)
        first = end


def _line_ends(text: str, span: Span) -> Iterator[int]:
    at = text.find("\n", span.start, span.end)
    while at >= 0:
        yield at
        at = text.find("\n", at + 1, span.end)


def _parts(text: str, span: Span, at: int, width: int | None) -> bool:
    """Whether the line end at `at` parts two sentences."""
    line = text[max(text.rfind("\n", 0, at) + 1, span.start) : at]
    end = text.find("\n", at + 1, span.end)
    after = text[at + 1 : end if end >= 0 else span.end]
    if _BULLET.match(after):
        return True
    if not line.strip() or not after.strip() or after.lstrip()[0].islower():
        return False
    return width is None or not _full(line, after, width)


def _stops(text: str, unit: Span) -> Iterator[int]:
    first = unit.start
    for match in _STOP.finditer(text, unit.start, unit.end):
        if match.end() < unit.end and _ends(text, Span(first, unit.end), match):
            first = match.end()
            yield first


def _ends(text: str, span: Span, match: re.Match[str]) -> bool:
    """Whether the punctuation found ends the sentence that begins at `span.start`; `span.end` is that of its unit."""
    at = _after_space(text, match.end(), span.end)
    after = text[at : min(at + _AHEAD, span.end)]
    opened = after.lstrip(_OPENERS).lstrip()
    opening = text[span.start : min(match.start() + 1, span.start + _AHEAD)].strip()
    begun = any(character.isalnum() for character in opening)
    if not begun or not opened or after[0] in _NO_OPENERS:
        return False
    if match["mark"] != "." or match["close"]:
        return not opened[0].islower()
    before = _WORD.search(text, max(span.start, match.start() - _AHEAD), match.start() + 1)
    if before is None or _ENUMERATOR.match(opening):
        return False
    return _lower_ends(before[0]) if opened[0].islower() else _word_ends(before[0], opened)


def _after_space(text: str, start: int, end: int) -> int:
    space = _SPACE.match(text, start, end)
    return space.end() if space else start


def _lower_ends(word: str) -> bool:
    """Whether the full stop of `word` ends a sentence although the next goes on in lower case, as readers' comments do.

    It does after an ordinary word of three letters or more; names and abbreviations have a capital or are listed.
    """
    lists = abbreviations()
    known = {word, word.capitalize()} & (lists.before_name | lists.before_number | lists.within)
    return word[:-1].isalpha() and word.islower() and len(word) > 3 and not known


def _word_ends(word: str, after: str) -> bool:
    """Whether the full stop of `word` ends its sentence, where what follows does not begin in lower case."""
    lists = abbreviations()
    usual = word if word in lists or not word.isupper() else word.capitalize()
    if usual in lists.before_name:
        return False
    if usual in lists.before_number or word in lists.before_number:
        return not after[0].isdigit()
    if usual in lists.within or DOTTED.fullmatch(word):
        opener = re.match(r"[^\W\d_]+", after)
        return opener is not None and opener[0].lower() in lists.openers and (opener[0] != "I" or len(word) > 2)
    return True


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    found = text[start:end]
    if found.strip():
        yield Span(start + len(found) - len(found.lstrip()), start + len(found.rstrip()))
