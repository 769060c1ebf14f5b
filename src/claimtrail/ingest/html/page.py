"""A web page: its parts found, put in reading order, and written out as one canonical text with blocks."""

from collections.abc import Sequence
from dataclasses import dataclass

from claimtrail.errors import InputError
from claimtrail.ingest.html.body import Part, body
from claimtrail.ingest.html.dom import Node, Tree, ancestors, folded, parse, selectors, words
from claimtrail.ingest.html.metadata import Metadata, metadata
from claimtrail.ingest.html.thread import Comment, take_thread
from claimtrail.ingest.text.lines import lines
from claimtrail.ingest.text.phrases import Role, role
from claimtrail.ingest.text.thread import thread
from claimtrail.ingest.values import Draft
from claimtrail.model import Block, BlockKind, Span

_APART = frozenset(("nav", "aside", "footer", "a", "form"))
_NEVER = frozenset(("nav", "form", "button", "footer"))
_FRAMES = frozenset(("html", "body", "article", "main"))
# By their wording no part of the article: "Read more: …", "Advertisement", a byline.
_IDLE = frozenset({Role.FURNITURE, Role.RELATED, Role.BYLINE, Role.DATE, Role.FORM})
_BETWEEN = "\n\n"
_SHARE = 0.3  # of a page's words: an element with more of them is not furniture

_LONG = 15  # words of a paragraph of prose


@dataclass(frozen=True, slots=True)
class _Piece:
    """A block before it has its place in the text; `reply_to` counts among the pieces."""

    kind: BlockKind
    text: str
    author: str | None = None
    time: str | None = None
    reply_to: int | None = None


def page(text: str, source: str, url: str | None = None) -> Draft:
    """The article of a page: headline, standfirst, body, captions, then comments, each a block of one text.

    Navigation, forms, share buttons, adverts and lists of links are left out; a pull quote that repeats the body is
    not read twice. Raises `InputError` where the page holds no text, or the libraries that take it apart fail on it.
    """
    try:
        return _draft(text, source, url)
    except InputError:
        raise
    except Exception as error:
        # Such libraries raise what they like on broken pages; one page must not lose the others.
        problem = f"cannot be taken apart as a page ({type(error).__name__}: {error})"
        raise InputError(source, problem, "save the article's text and give that") from error


def _draft(text: str, source: str, url: str | None) -> Draft:
    tree = parse(text)
    comments = take_thread(tree)
    known = metadata(tree, url)
    pieces, rest = _article(tree, known)
    comments = comments or _unmarked(rest)
    if not any(piece.kind is not BlockKind.HEADLINE for piece in pieces):
        raise InputError(source, "is a page without an article's text", "save the page after it has loaded")
    first = len(pieces)
    pieces += [_comment(comment, first) for comment in comments]
    whole, blocks = _assembled(pieces)
    return Draft(
        whole, blocks, known.title, known.authors, known.published,
        known.language, known.categories, known.site, known.url,
    )  # fmt: skip


def _article(tree: Tree, known: Metadata) -> tuple[list[_Piece], list[str]]:
    """The article's pieces in reading order, and the paragraphs behind a comments heading in its text."""
    captions = _take_captions(tree)
    standfirst = _standfirst(tree, known.title)
    _settle_pull_quotes(tree)
    _take_furniture(tree)
    parts = body(tree, known.body)
    end = next((i for i, (_, text) in enumerate(parts) if i and role(text) is Role.COMMENTS), len(parts))
    running = [part for part in parts[:end] if not _repeats(part, known.title) and role(part[1]) not in _IDLE]
    said = {folded(text) for _, text in running}
    pieces = [_Piece(BlockKind.HEADLINE, known.title)] if known.title else []
    if standfirst and folded(standfirst) not in said:
        pieces.append(_Piece(BlockKind.STANDFIRST, standfirst))
    pieces += [_Piece(_kind(part, standfirst), part[1]) for part in running]
    pieces += [_Piece(BlockKind.CAPTION, caption) for caption in captions if folded(caption) not in said]
    return pieces, [text for _, text in parts[end + 1 :]]


def _unmarked(paragraphs: Sequence[str]) -> list[Comment]:
    """The comments of a thread whose markup is unknown, read as plain text is."""
    text = "\n\n".join(paragraphs)
    found = thread(text, lines(text), 0)
    return [Comment(block.span.of(text), block.author, block.time, block.reply_to) for block in found]


def _kind(part: Part, standfirst: str | None) -> BlockKind:
    return BlockKind.STANDFIRST if standfirst and folded(part[1]) == folded(standfirst) else part[0]


def _repeats(part: Part, title: str | None) -> bool:
    return title is not None and folded(part[1]) == folded(title)


def _take_captions(tree: Tree) -> list[str]:
    """The captions of the article's pictures, each once, with their credits; their elements are taken out."""
    found: dict[str, str] = {}
    nodes = tree.css(selectors()["captions"])
    for node in nodes:
        inside = any(around.tag in _APART for around in ancestors(node))
        caption = words(node)
        key = folded(caption)
        if not inside and 2 <= len(caption.split()) <= 150 and not any(key in known for known in found):
            found[key] = caption
    for node in nodes:
        if node.css_first("p + p") is None:
            node.decompose()
    return list(found.values())


def _standfirst(tree: Tree, title: str | None) -> str | None:
    for node in tree.css(selectors()["standfirst"]):
        text = words(node)
        outside = any(around.tag in _APART for around in ancestors(node))
        if not outside and 5 <= len(text.split()) <= 80 and folded(text) != folded(title or ""):
            return text
    return None


def _settle_pull_quotes(tree: Tree) -> None:
    """Take out pull quotes whose words the page has elsewhere; make the others plain quotations."""
    whole = folded(words(tree.body))
    for node in tree.css(selectors()["pull_quotes"]):
        quote = folded(words(node.css_first("p") or node))
        if not quote or whole.count(quote) > 1:
            node.decompose()
        elif node.tag != "blockquote":
            inner = parse(f"<blockquote>{node.css_first('blockquote, p') and words(node)}</blockquote>")
            replacement = inner.css_first("blockquote")
            if replacement is not None:
                node.replace_with(replacement)


def _take_furniture(tree: Tree) -> None:
    """Take out what is never the article, unless a good part of the page's words or a run of prose lies in it."""
    most = _SHARE * len(words(tree.body))
    for node in list(tree.css(selectors()["furniture"] + ", " + selectors()["thread"])):
        small = node.tag in _NEVER or len(words(node)) <= most
        if node.tag not in _FRAMES and small and not _prose(node):
            node.decompose()


def _prose(node: Node) -> bool:
    """Whether an element holds running text: two or more long paragraphs that are not links."""
    long = [p for p in node.css("p") if len(words(p).split()) >= _LONG and not any(a.tag == "a" for a in ancestors(p))]
    return sum(len(words(p.css_first("a"))) * 2 <= len(words(p)) for p in long) >= 2


def _comment(comment: Comment, first: int) -> _Piece:
    answered = None if comment.reply_to is None else first + comment.reply_to
    return _Piece(BlockKind.COMMENT, comment.text, comment.author, comment.time, answered)


def _assembled(pieces: Sequence[_Piece]) -> tuple[str, tuple[Block, ...]]:
    """One text of all pieces, an empty line between each two, and the block that each became."""
    blocks: list[Block] = []
    start = 0
    for piece in pieces:
        span = Span(start, start + len(piece.text))
        blocks.append(Block(span, piece.kind, piece.author, piece.time, piece.reply_to))
        start = span.end + len(_BETWEEN)
    return _BETWEEN.join(piece.text for piece in pieces), tuple(blocks)
