"""The lines of a plain text, as paragraphs: hard-wrapped lines are put together, offsets kept."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from claimtrail.model import Span

# Unicode's line and paragraph separators break lines too: press offices' text copies use them.
_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_STOPS = ".!?:;…"
_CLOSERS = "\"'”’»)]*"
_WRAP = 45  # characters: a shorter line was not broken for want of room
_WIDEST = 160
_RAGGED = 0.85  # of the width: how full a line must be to have been broken
_ITEM = re.compile(r"(?:[•▪*+–—-]|\(?\d{1,3}[.)])\s")


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of a text without its outer white space; `indent` counts the blanks before it.

    `gap` is whether an empty line stands before it.
    """

    span: Span
    text: str
    indent: int
    gap: bool

    @property
    def words(self) -> int:
        """How many words, parted by white space, the line has."""
        return len(self.text.split())

    @property
    def stopped(self) -> bool:
        """Whether the line ends like a sentence: with a stop, closing quotes and brackets put aside."""
        bare = self.text.rstrip(_CLOSERS)
        return bare[-1:] in _STOPS or self.text[-1:] in _STOPS


def lines(text: str) -> list[Line]:
    """The paragraphs of `text` in order; every character that is not white space lies in exactly one."""
    found = list(_physical(text))
    width = _width(found)
    return found if width is None else _joined(text, found, width)


def _physical(text: str) -> Iterator[Line]:
    end = 0
    for match in _LINE.finditer(text):
        words = match.group().strip()
        if not words:
            continue
        start = match.start() + match.group().index(words[0])
        gap = end == 0 or len(re.findall(r"\r\n|[\n\r\u2028\u2029]", text[end : match.start()])) > 1
        yield Line(Span(start, start + len(words)), words, start - match.start(), gap)
        end = start + len(words)


def _width(found: list[Line]) -> int | None:
    """The width at which a text was broken, or None where it was not: most of its long lines go on in lower case."""
    joints = [(one, two) for one, two in pairwise(found) if not two.gap and len(one.text) >= _WRAP]
    going = [one for one, two in joints if not one.stopped and two.text[0].islower()]
    width = max((len(one.text) for one in going), default=0)
    return width if len(going) >= 2 and len(going) >= 0.3 * len(joints) and width <= _WIDEST else None


def _joined(text: str, found: list[Line], width: int) -> list[Line]:
    """Put lines together where the first word of the next would not have fitted into the one before."""
    paragraphs: list[Line] = []
    before = 0
    for line in found:
        last = paragraphs[-1] if paragraphs else None
        full = before + 1 + len(line.text.split()[0]) >= _RAGGED * width
        if last and full and not line.gap and line.indent <= last.indent and not _ITEM.match(line.text):
            span = Span(last.span.start, line.span.end)
            paragraphs[-1] = Line(span, span.of(text), last.indent, last.gap)
        else:
            paragraphs.append(line)
        before = len(line.text)
    return paragraphs
