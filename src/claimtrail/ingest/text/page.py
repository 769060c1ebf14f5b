"""A plain text, or a page saved as text: which lines are headline, byline, body, caption, comment or furniture."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from claimtrail.ingest.dates import moment
from claimtrail.ingest.text.lines import Line, lines
from claimtrail.ingest.text.phrases import Role, byline, heading_title, menu_entry, role
from claimtrail.ingest.text.thread import marker, thread
from claimtrail.ingest.values import Draft
from claimtrail.model import Block, BlockKind, Dated, Span

_OUTSIDE = frozenset(set(Role) - {Role.PROSE, Role.CAPTION, Role.LETTERS})
_LINKS = frozenset({Role.PROSE, Role.DATE, Role.RELATED, Role.BYLINE})
_BULLET = re.compile(r"[•▪●◦*+–—-] +(?=\S)")
_LIST_ITEM = re.compile(r"(?:[•▪●◦*+–—-]|\(?\d{1,3}[.)/]|[a-z]\))\s")
_DATELINE = re.compile(
    r"[A-ZÀ-Þ][\w.'’-]{0,30}(?: [A-ZÀ-Þ][\w.'’-]{0,30}){0,3}(?:, (?:[A-ZÀ-Þ][\w.'’-]{0,30} ?){1,4})?,? ?"
    r"(?:\((?P<bracketed>[^)]{4,30})\)|(?P<plain>[^—–(]{4,30}?)) ?(?:[—–-]|$)"
)
_MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_DATE_WORDS = re.compile(
    rf"\b{_MONTH}[a-z]*\.? ?\d|\d {_MONTH}"
    r"|^(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\d[./-]\d",
    re.IGNORECASE,
)
_SENTENCES = re.compile(r"(?:.*[a-z]{2,}[.!?] [A-ZÀ-Þ]){2}|.*[.!?] By [A-ZÀ-Þ]")
_SENTENCE_END = re.compile(r"[a-z]{4,}[.!?] [A-ZÀ-Þ]")
_HEADLINE_WORDS = 26
_HEADLINE_LENGTH = 400  # characters
_QUESTION_WORDS = 16
_NAME = r"(?:[A-ZÀ-Þ][\w.'’-]*|de|del|al|van|von|bin|ibn|da)"
_NAMES = re.compile(rf"{_NAME}(?: {_NAME}){{1,3}}")


@dataclass(frozen=True, slots=True)
class _Labelled:
    """Lines with the role of each, and where the parts of the page begin (`len(lines)` where there is no such part)."""

    lines: Sequence[Line]
    roles: Sequence[Role]
    body: int
    comments: int


def page(text: str, title: str | None = None) -> Draft:
    """Find the blocks of `text`, which is kept unchanged; `title` is the headline where the caller knows it.

    What is not clearly furniture is in a block: a lost sentence is a lost claim. A line without a final stop at the
    head, or short and alone, is a headline (gold guidelines).
    """
    labelled = _label(lines(text), title)
    top = _title_line(labelled, title)
    article = labelled.lines[: labelled.comments]
    roles = list(labelled.roles[: labelled.comments])
    names = _names_line(labelled, top, text)
    if names is not None:
        roles[names] = Role.BYLINE
    blocks = _article_blocks(article, _without_links(article, roles), labelled.body, top)
    comments = thread(text, _thread_lines(labelled), len(blocks))
    authors = _authors(article, roles)
    return Draft(text, (*blocks, *comments), title or _title(text, blocks), authors, _published(labelled))


def _title(text: str, blocks: Sequence[Block]) -> str | None:
    """The first headline above the body that is more than a site's or section's name."""
    head = takewhile(lambda block: block.kind is BlockKind.HEADLINE, blocks)
    headlines = [block.span.of(text) for block in head]
    return next((words for words in headlines if len(words.split()) > 3), headlines[0] if headlines else None)


def _label(found: list[Line], title: str | None) -> _Labelled:
    roles = [role(line.text) for line in found]
    body = next((i for i, line in enumerate(found) if roles[i] is Role.PROSE and _prose(line)), 0)
    roles = [_in_place(found, roles, i, i < body) for i in range(len(found))]
    if title and found and _same(found[0].text, title):
        roles[0] = Role.PROSE
    return _Labelled(found, roles, body, _comments_start(found, roles, body))


def _in_place(found: list[Line], roles: list[Role], index: int, head: bool) -> Role:
    """A line's role where its place tells more: a caption under its label, a menu's entry, a doubtful heading."""
    if roles[index] is Role.DOUBTFUL:
        return Role.COMMENTS if any(marker(line.text) for line in found[index + 1 : index + 2]) else Role.PROSE
    if index and roles[index - 1] is Role.CAPTION_LABEL and roles[index] is Role.PROSE:
        return Role.CAPTION
    return Role.NAVIGATION if head and roles[index] is Role.PROSE and menu_entry(found[index].text) else roles[index]


def _comments_start(found: list[Line], roles: list[Role], body: int) -> int:
    """The index of the comments heading, or of a first comment that has none; a heading above the body is a counter."""
    for index in range(body + 1, len(found)):
        line, after = found[index].text, found[index + 1].text if index + 1 < len(found) else ""
        if roles[index] is Role.COMMENTS or (_form_opens(found, roles, index)):
            return index
        opening = marker(line)
        if opening and re.search(r"\b(?:says|said|wrote)\b", line) and (moment(line) or moment(after)):
            return index
    return len(found)


def _form_opens(found: list[Line], roles: list[Role], index: int) -> bool:
    """Whether a comment form begins here: one line of it, and little prose after it."""
    if roles[index] is not Role.FORM:
        return False
    rest = sum(line.words for i, line in enumerate(found[index:], index) if roles[i] is Role.PROSE and line.words > 25)
    return rest <= 0.3 * sum(line.words for line in found[:index])


def _thread_lines(labelled: _Labelled) -> list[Line]:
    """The lines of the comments: those behind the heading, up to the form and what follows it.

    Comments go on behind a form only where a line clearly opens one, or where the form stands first.
    """
    kept: list[Line] = []
    form = False
    for line, kind in zip(labelled.lines[labelled.comments :], labelled.roles[labelled.comments :], strict=True):
        if kind is Role.FORM or (kind is Role.RELATED and kept):
            form = True
        elif kind is Role.COMMENTS or (form and marker(line.text)):
            form = False
        if not form and kind not in (Role.COMMENTS, Role.FORM, Role.NAVIGATION):
            kept.append(line)
    return kept


def _without_links(article: Sequence[Line], roles: list[Role]) -> list[Role]:
    """Take the short lines under "Related" and the like for links, until prose begins again."""
    listing = False
    result: list[Role] = []
    for line, kind in zip(article, roles, strict=True):
        link = kind in _LINKS and not line.stopped and line.words <= _HEADLINE_WORDS
        listing = kind is Role.RELATED or (listing and link)
        result.append(Role.RELATED if listing else kind)
    return result


def _title_line(labelled: _Labelled, title: str | None) -> int | None:
    """The index of the headline: the line that the caller's title or a comments heading repeats."""
    repeated = [title] if title else []
    repeated += [found for line in labelled.lines[labelled.comments :] if (found := heading_title(line.text))]
    for index, line in enumerate(labelled.lines[: labelled.body + 1]):
        if any(_same(line.text, words) for words in repeated):
            return index
    return None


def _article_blocks(article: Sequence[Line], roles: Sequence[Role], body: int, top: int | None) -> list[Block]:
    gallery = _gallery(article, roles)
    blocks: list[Block] = []
    letters = False
    for index, (line, kind) in enumerate(zip(article, roles, strict=True)):
        above = top is not None and index < top and not line.stopped
        if kind is Role.LETTERS:
            letters = True
        elif kind not in _OUTSIDE and not above:
            letters = letters and line.text[0] in '"“«'
            block = BlockKind.COMMENT if letters else _kind(article, roles, index, body)
            block = BlockKind.CAPTION if index in gallery else block
            blocks.append(Block(_trimmed(line), block))
    if len(blocks) == 1 and blocks[0].kind is BlockKind.HEADLINE:
        return [replace(blocks[0], kind=BlockKind.BODY)]
    return blocks


def _kind(article: Sequence[Line], roles: Sequence[Role], index: int, body: int) -> BlockKind:
    line = article[index]
    if roles[index] is Role.CAPTION:
        return BlockKind.CAPTION
    if _headline(line, head=index < body or index == 0) and not _listed(article, index, body):
        return BlockKind.HEADLINE
    bylined = any(kind in (Role.BYLINE, Role.DATE) for kind in roles[index + 1 : index + 3])
    if 0 < index <= body and bylined and line.words <= 40:
        return BlockKind.STANDFIRST
    return BlockKind.BODY


def _headline(line: Line, head: bool) -> bool:
    """Whether a line is a headline or subhead: short, and without a final stop (a question may head a page)."""
    text = line.text
    if line.words > _HEADLINE_WORDS or len(text) > _HEADLINE_LENGTH or text[0].islower():
        return False
    sentences = _SENTENCES.match(text) or (line.words > _QUESTION_WORDS and _SENTENCE_END.search(text))
    if _LIST_ITEM.match(text) or sentences or _dateline(text):
        return False
    if head and line.words <= _QUESTION_WORDS and text.endswith(("?", "!")):
        return True
    return not line.stopped and text.rstrip("\"'”’»)]")[-1:] not in (",", "—", "–", "-")


def _listed(article: Sequence[Line], index: int, body: int) -> bool:
    """Whether a line opens a list, or is an entry with a figure in one: three or more short lines without a gap."""
    after = article[index + 1] if index + 1 < len(article) else None
    if after is not None and not after.gap and _LIST_ITEM.match(after.text):
        return True
    figured = index > body and any(character.isdigit() for character in article[index].text)
    return figured and any(_entries(article[first : first + 3]) for first in range(max(index - 2, body), index + 1))


def _entries(run: Sequence[Line]) -> bool:
    return len(run) == 3 and not any(line.stopped for line in run) and not any(line.gap for line in run[1:])


def _prose(line: Line) -> bool:
    asked = line.text.endswith(("?", "!")) and line.words <= _QUESTION_WORDS
    return (line.stopped and not asked and line.words >= 8) or line.words > _HEADLINE_WORDS


def _gallery(article: Sequence[Line], roles: Sequence[Role]) -> set[int]:
    """The numbered paragraphs of a picture gallery: those of a list of which half or more end in a photo credit."""
    items = [index for index, line in enumerate(article) if re.match(r"\d{1,3}[.)/] ", line.text)]
    credited = [index for index in items if roles[index] is Role.CAPTION]
    return set(items) if items and len(credited) * 2 >= len(items) else set()


def _trimmed(line: Line) -> Span:
    bullet = _BULLET.match(line.text)
    return Span(line.span.start + bullet.end(), line.span.end) if bullet else line.span


def _names_line(labelled: _Labelled, top: int | None, text: str) -> int | None:
    """The index of a line under the headline of two or more names, whose words the text never has in lower case."""
    first = next((i for i, kind in enumerate(labelled.roles) if kind is Role.PROSE), None) if top is None else top
    index = None if first is None else first + 1
    if index is None or index >= labelled.body or labelled.roles[index] is not Role.PROSE:
        return None
    names = _split_names(labelled.lines[index].text)
    words = [word for name in names for word in name.split() if word[0].isupper()]
    shaped = len(names) > 1 and all(_NAMES.fullmatch(name) for name in names)
    return index if shaped and not any(re.search(rf"\b{re.escape(w.lower())}\b", text) for w in words) else None


def _split_names(names: str) -> list[str]:
    return [name for name in re.split(r",? and |, | & ", names) if name]


def _authors(article: Sequence[Line], roles: Sequence[Role]) -> tuple[str, ...]:
    stated = next((line.text for line, kind in zip(article, roles, strict=True) if kind is Role.BYLINE), None)
    if stated is None:
        return ()
    names = byline(stated) or stated
    when = moment(names)
    names = names[: when[2]] if when else names
    names = re.split(r" (?:in|for|at|from|on|special to)\b | ?[|•·] ?", names)[0].strip(' ,.()"“”-–—')
    names = re.sub(r"(?: on| at|,)$", "", names)
    return tuple(name.strip(' "“”') for name in _split_names(names) if name[:1].isupper())


def _published(labelled: _Labelled) -> Dated | None:
    """A date that the page unmistakably gives as its own: a date line, a byline's date, or a dateline with its year."""
    pairs = list(zip(labelled.lines, labelled.roles, strict=True))
    head = pairs[: labelled.body + 1]
    # Behind the head only the page's very last line can be its date: others are those of comments and links.
    foot = [pair for pair in pairs[-1:] if pair[1] is Role.DATE]
    for line, kind in [*head, *foot]:
        found = moment(line.text) if kind in (Role.DATE, Role.BYLINE, Role.NAVIGATION) else None
        if found:
            return Dated(found[0], found[1], "byline" if kind is Role.BYLINE else "date line")
    for line, _ in head:
        words = _dateline(line.text)
        found = moment(words) if words else None
        if found:
            return Dated(found[0], found[1], "dateline")
    return None


def _dateline(line: str) -> str | None:
    """The date words of a dateline ("KABUL, Afghanistan (Jan. 25, 2013) –"), or None."""
    match = _DATELINE.match(line)
    words = (match["bracketed"] or match["plain"]) if match else None
    return words if words and _DATE_WORDS.search(words) and len(words.split()) <= 5 else None


def _same(line: str, title: str) -> bool:
    """Whether two forms of a title agree, case and punctuation put aside; either may be cut short."""
    one, two = sorted((re.sub(r"[\W_]+", "", words).casefold() for words in (line, title)), key=len)
    return bool(one) and (one == two or (len(one) >= 12 and two.startswith(one)))
