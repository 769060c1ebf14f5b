"""The lines of a plain text, as paragraphs: hard-wrapped lines are put together, offsets kept."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimtrail.model import Span

# Unicode's line and paragraph separators break lines too: press offices' text copies use them.
_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_STOPS = ".!?:;…"
_CLOSERS = "\"'”’»)]*"
_WRAP = 45


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
    return _joined(text, found) if _wrapped(found) else found


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


def _wrapped(found: list[Line]) -> bool:
    """Whether a text was broken at a fixed width: most of its long lines go on in lower case in the next."""
    joints = [(one, two) for one, two in zip(found, found[1:], strict=False) if not two.gap and len(one.text) >= _WRAP]
    going = [one for one, two in joints if not one.stopped and two.text[0].islower()]
    longest = max((len(line.text) for line in found), default=0)
    return len(going) >= 2 and len(going) >= 0.3 * len(joints) and longest <= 120


def _joined(text: str, found: list[Line]) -> list[Line]:
    paragraphs: list[Line] = []
    width = 0
    for line in found:
        last = paragraphs[-1] if paragraphs else None
        if last and not line.gap and width >= _WRAP and line.indent <= last.indent:
            span = Span(last.span.start, line.span.end)
            paragraphs[-1] = Line(span, span.of(text), last.indent, last.gap)
        else:
            paragraphs.append(line)
        width = len(line.text)
    return paragraphs
