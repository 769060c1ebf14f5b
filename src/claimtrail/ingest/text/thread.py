"""The comment thread of a plain text: where each comment begins, who wrote it, when, and in answer to whom."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from claimtrail.ingest.dates import moment
from claimtrail.ingest.text.lines import Line
from claimtrail.ingest.text.phrases import Role, role
from claimtrail.model import Block, BlockKind, Span

_NAME = r"[^\s:|•·,()\"“”][^:|•·\"“”\n]{0,39}?"
_AGO = r"(?:about |over )?(?:\d+|an?|one|two|three) ?(?:s|m|h|d|w|y|sec|min|hr|second|minute|hour|day|week|month|year)s? ago"
_TIME = rf"(?:{_AGO}|yesterday.{{0,20}}|today.{{0,20}}|.{{0,12}}\d.{{0,40}})"
_NUMBER = re.compile(r"(?:#? ?(?P<number>\d{1,4}(?:\.\d{1,3})?)(?:[.):]|(?= ))|#(?P<hash>\d{1,4}))\s+")
_MARKERS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:posted|comment(?:ed)?|written|submitted) by:? (?P<name>{_NAME})(?: ?[|•·,—–-]| on| at) (?P<time>{_TIME}):?",
        rf"(?:posted|comment(?:ed)?|written|submitted) by:? (?P<name>{_NAME}):?",
        rf"(?P<name>{_NAME}) (?:on|at) (?P<time>{_TIME}?),? (?:says?|said|wrote|writes|commented):?",
        rf"(?P<name>{_NAME}) (?:says?|said|wrote|writes|commented|replied)(?: to (?P<to>{_NAME}))?"
        rf"(?: (?:on|at) (?P<time>{_TIME}))?:?",
        rf"(?P<name>{_NAME}) (?:in reply|replying|replied) to (?P<to>{_NAME})(?: ?[|•·,—–-] ?(?P<time>{_TIME}))?:?",
        rf"(?P<name>{_NAME}) ?(?:[|•·—–-]|,| on) ?(?P<time>{_TIME}):?",
    )
)
_LABEL = re.compile(r"(?P<name>[\w@][\w.'’_@ -]{0,38}?(?: \([^)]{1,30}\))?): (?=\S)")
_SIGNATURE = re.compile(r"[—–-]{0,2} ?(?P<name>[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]*){0,3}),?")
_ANSWER = re.compile(r"(?:@|in reply to:? |↳ ?|replying to:? @?)(?P<to>[\w.'’-]+(?: [A-Z][\w.'’]*)?)", re.IGNORECASE)
_CASED = re.compile(r"(?:[A-ZÀ-Þ0-9][\w.'’-]*|(?:de|del|al|el|van|von|bin|ibn|la|da|dos|e)\b)")


@dataclass(slots=True)
class _Comment:
    """A comment being gathered."""

    indent: int
    start: int = -1
    end: int = -1
    author: str | None = None
    time: str | None = None
    to: str | None = None
    number: str | None = None
    last: Line | None = field(default=None)

    def add(self, span: Span, line: Line) -> None:
        self.start = span.start if self.start < 0 else self.start
        self.end = span.end
        self.last = line


def marker(line: str) -> re.Match[str] | None:
    """The opening of a comment that stands on a line of its own: a name with a verb of speech or a time."""
    for pattern in _MARKERS:
        match = pattern.fullmatch(line)
        if match and _named(match["name"]) and _timely(match):
            return match
    return None


def thread(text: str, found: Sequence[Line], first: int) -> list[Block]:
    """The comments in the lines that follow a comments heading, as blocks.

    `first` is the index that the first of them will have among the article's blocks; answers refer to it.
    """
    comments = _gather(found)
    for comment in comments:
        _sign(text, comment)
    kept = [comment for comment in comments if comment.end > comment.start]
    return [
        Block(
            Span(comment.start, comment.end), BlockKind.COMMENT, comment.author, comment.time,
            None if (parent := _parent(text, kept, index)) is None else first + parent,
        )
        for index, comment in enumerate(kept)
    ]  # fmt: skip


def _gather(found: Sequence[Line]) -> list[_Comment]:
    """Comments in order; where no line opens one, each paragraph is a comment of its own."""
    opened = any(_opens(line, following) for line, following in _pairs(found))
    comments: list[_Comment] = []
    for line, following in _pairs(found):
        opening = _opens(line, following) if opened else None
        if (opening is None or _is_time(line.text)) and _idle(line.text, comments):
            continue
        if not opened:
            opening = _Comment(line.indent)
        if opening is not None:
            comments.append(opening)
        if not comments:
            comments.append(_Comment(line.indent))
        _fill(comments[-1], line, opening is not None and opened)
    return comments


def _pairs(found: Sequence[Line]) -> list[tuple[Line, Line | None]]:
    return list(zip_longest(found, found[1:]))


def _idle(line: str, comments: list[_Comment]) -> bool:
    """Whether a line is neither words nor marks of a comment: buttons, or the time under a name."""
    if comments and comments[-1].start < 0 and comments[-1].time is None and _is_time(line):
        comments[-1].time = _stated(line)
        return True
    idle = (Role.FURNITURE, Role.FORM, Role.RELATED, Role.DATE)
    return role(line) in idle or re.fullmatch(r"[↑↓▲▼\d\s+-]+", line) is not None


def _opens(line: Line, following: Line | None) -> _Comment | None:
    """The comment that begins at `line`, without its words, or None."""
    numbered = _NUMBER.match(line.text)
    rest = line.text[numbered.end() :] if numbered else line.text
    number = (numbered["number"] or numbered["hash"]) if numbered else None
    match = marker(rest) or _LABEL.match(rest)
    if match and _named(match["name"]):
        parts = match.groupdict()
        time = _stated(parts["time"]) if parts.get("time") else None
        return _Comment(line.indent, author=match["name"].strip(" ,-–—"), time=time, to=parts.get("to"), number=number)
    if following is not None and _is_time(following.text) and _named(rest) and len(rest.split()) <= 4:
        return _Comment(line.indent, author=rest, number=number)
    return _Comment(line.indent, number=number) if numbered else None


def _fill(comment: _Comment, line: Line, opening: bool) -> None:
    """Put the words of `line` into `comment`: on its opening line, what is left behind number and name."""
    start, end = line.span.start, line.span.end
    if opening:
        numbered = _NUMBER.match(line.text)
        offset = numbered.end() if numbered else 0
        rest = line.text[offset:]
        label = _LABEL.match(rest)
        if marker(rest) or (comment.author is not None and rest == comment.author):
            return
        start += offset + (label.end() if label and comment.author else 0)
    comment.add(Span(start, end), line)


def _sign(text: str, comment: _Comment) -> None:
    """Take a name on the last line for the author where none is stated yet; the name is not the comment's words."""
    if comment.author is not None or comment.last is None or comment.last.span.start <= comment.start:
        return
    match = _SIGNATURE.fullmatch(comment.last.text)
    before = text[comment.start : comment.last.span.start].rstrip()
    if match and len(match["name"].split()) <= 4 and before[-1:] in ".!?,…\"”)" and not comment.last.text.endswith("."):
        comment.author = match["name"]
        comment.end = comment.start + len(before)


def _parent(text: str, comments: Sequence[_Comment], index: int) -> int | None:
    """Whom a comment answers: by its number, by a name it is addressed to, else by its deeper indent."""
    comment, earlier = comments[index], range(index - 1, -1, -1)
    number = comment.number
    if number and "." in number:
        return _latest(earlier, lambda i: comments[i].number == number.rpartition(".")[0])
    answer = _ANSWER.match(text[comment.start : comment.end])
    name = comment.to or (answer["to"] if answer else None)
    if name:
        wanted = name.casefold().rstrip(".:, ")
        found = _latest(earlier, lambda i: (comments[i].author or "").casefold().startswith(wanted))
        if found is None and " " in wanted:
            found = _latest(earlier, lambda i: (comments[i].author or "").casefold() == wanted.split()[0])
        return found
    return _latest(earlier, lambda i: comments[i].indent < comment.indent)


def _latest(indices: range, holds: Callable[[int], bool]) -> int | None:
    return next((index for index in indices if holds(index)), None)


def _named(name: str) -> bool:
    """Whether words can be a commenter's name: a handle, or up to four words in the case of a name."""
    bare = re.sub(r"\([^)]*\)", "", name).strip(" .,-–—@")
    words = bare.split()
    if not words or bare.isdigit() or len(words) > 5:
        return False
    return len(words) == 1 or all(_CASED.match(word) for word in words)


def _timely(match: re.Match[str]) -> bool:
    """Whether what stands in the place of a time is one; a marker without that place needs none."""
    time = match.groupdict().get("time")
    return time is None or _is_time(time)


def _is_time(words: str) -> bool:
    bare = words.strip(" ()|•·,:-–—")
    if len(bare) > 60:
        return False
    if moment(bare) or re.fullmatch(_AGO, bare, re.IGNORECASE):
        return True
    # A day and month without a year, or a clock time, as forums print them.
    return re.fullmatch(
        r"(?:(?:yesterday|today|on|at|[a-z]{3,9}day|jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*"
        r"|nov\w*|dec\w*|[ap]\.?m\.?|\d{1,2}(?:st|nd|rd|th)?|\d{1,2}[:.]\d\d|20\d\d|[,|/–-])[ .]*)+",
        bare, re.IGNORECASE,
    ) is not None and any(character.isdigit() for character in bare)  # fmt: skip


def _stated(words: str) -> str:
    """A comment's time as ISO 8601 where it is a full date, else as the page states it."""
    found = moment(words)
    return found[0] if found else words.strip(" ()|•·,:")
