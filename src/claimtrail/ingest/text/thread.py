"""The comment thread of a plain text: where each comment begins, who wrote it, when, and in answer to whom."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from claimtrail.ingest.dates import moment
from claimtrail.ingest.text.lines import Line
from claimtrail.ingest.text.phrases import Role, dated, role
from claimtrail.model import Block, BlockKind, Span

_NAME = r"[^\s:|•·,()\"“”][^:|•·\"“”\n]{0,39}?"
_AGO = (
    r"(?:about |over )?(?:\d+|an?|one|two|three) ?"
    r"(?:s|m|h|d|w|y|sec|min|hr|second|minute|hour|day|week|month|year)s? ago"
)
_TIME = rf"(?:{_AGO}|yesterday.{{0,20}}|today.{{0,20}}|.{{0,12}}\d.{{0,40}})"
_BY = "(?:posted|comment(?:ed)?|written|submitted) by:?"
_NUMBER = re.compile(r"(?:#? ?(?P<number>\d{1,4}(?:\.\d{1,3})?)(?:[.):]|(?= ))|#(?P<hash>\d{1,4}))\s+")
_MARKERS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_BY} (?P<name>{_NAME})(?: ?[|•·,—–-]| on| at) (?P<time>{_TIME}):?",
        rf"{_BY} (?P<name>{_NAME}):?",
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
    _split_answer(comments)
    kept = [comment for comment in comments if comment.end > comment.start]
    return [
        Block(
            Span(comment.start, comment.end), BlockKind.COMMENT, comment.author, comment.time,
            None if parent is None else first + parent,
        )
        for comment, parent in zip(kept, _parents(text, kept), strict=True)
    ]  # fmt: skip


def _gather(found: Sequence[Line]) -> list[_Comment]:
    """Comments in order; where no line opens one, each paragraph is a comment of its own."""
    openings = _openings(found)
    opened = any(openings)
    comments: list[_Comment] = []
    for line, opening in zip(found, openings, strict=True):
        if _time_below(line.text, comments) or (opening is None and _idle(line.text)):
            continue
        if opening is not None or not opened or not comments:
            comments.append(opening or _Comment(line.indent))
        _fill(comments[-1], line, opening is not None)
    return comments


def _openings(found: Sequence[Line]) -> list[_Comment | None]:
    """For each line the comment that begins there, without its words, or None."""
    buttons = [role(line.text) is Role.FURNITURE for line in found]
    openings: list[_Comment | None] = []
    for index, line in enumerate(found):
        following = found[index + 1].text if index + 1 < len(found) else ""
        # Where each comment ends in buttons, the line behind them is the next one's author.
        fresh = any(buttons) and (index == 0 or buttons[index - 1])
        openings.append(None if buttons[index] else _opens(line, following, fresh))
    return openings


def _split_answer(comments: Sequence[_Comment]) -> None:
    """Part "NAME NAME-ANSWERED", as Disqus prints an answer's author, where the second name has commented before."""
    known: set[str] = set()
    for comment in comments:
        words = (comment.author or "").split()
        for at in range(1, len(words)):
            if " ".join(words[at:]) in known:
                comment.author, comment.to = " ".join(words[:at]), " ".join(words[at:])
                break
        known.add(comment.author or "")


def _time_below(line: str, comments: list[_Comment]) -> bool:
    """Take a time under a comment's name for its time."""
    if not comments or comments[-1].start >= 0 or comments[-1].time is not None or not _is_time(line):
        return False
    comments[-1].time = _stated(line)
    return True


def _idle(line: str) -> bool:
    """Whether a line is none of a comment's words: buttons, counters, a date alone."""
    idle = (Role.FURNITURE, Role.FORM, Role.RELATED, Role.DATE)
    return role(line) in idle or re.fullmatch(r"[↑↓▲▼\d\s+-]+", line) is not None


def _opens(line: Line, following: str, fresh: bool) -> _Comment | None:
    numbered = _NUMBER.match(line.text)
    rest = line.text[numbered.end() :] if numbered else line.text
    number = (numbered["number"] or numbered["hash"]) if numbered else None
    match = marker(rest) or _LABEL.match(rest)
    if match and _named(match["name"]):
        parts = match.groupdict()
        time = _stated(parts["time"]) if parts.get("time") else None
        return _Comment(line.indent, author=match["name"].strip(" ,-–—"), time=time, to=parts.get("to"), number=number)
    alone = _is_time(following) or (fresh and not line.stopped)
    if alone and _named(rest) and role(rest) is Role.PROSE:
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
    if match and len(match["name"].split()) <= 4 and before[-1:] in '.!?,…"”)' and not comment.last.text.endswith("."):
        comment.author = match["name"]
        comment.end = comment.start + len(before)


def _parents(text: str, comments: Sequence[_Comment]) -> Iterator[int | None]:
    """Whom each comment answers: by its number, by the name it is addressed to, else by its deeper indent."""
    known: dict[str, int] = {}
    outer: list[int] = []
    for index, comment in enumerate(comments):
        while outer and comments[outer[-1]].indent >= comment.indent:
            outer.pop()
        answer = _ANSWER.match(text, comment.start, comment.end)
        name = comment.to or (answer["to"] if answer else None)
        if comment.number and "." in comment.number:
            yield known.get(f"#{comment.number.rpartition('.')[0]}")
        elif name:
            yield next((known[key] for key in _keys(name) if key in known), None)
        else:
            yield outer[-1] if outer else None
        known |= dict.fromkeys([*_keys(comment.author or ""), f"#{comment.number or ''}"], index)
        outer.append(index)


def _keys(name: str) -> list[str]:
    """How a name may be written in an answer: whole, or its first word."""
    whole = name.casefold().strip(".:, ")
    return [whole, whole.split()[0].strip(".:, ")] if whole else []


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
    if dated(bare) or re.fullmatch(_AGO, bare, re.IGNORECASE):
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
