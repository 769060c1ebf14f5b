"""A web page: its parts found, put in reading order, and written out as one canonical text with blocks."""

from collections.abc import Sequence
from dataclasses import dataclass

from claimtrail.errors import InputError
from claimtrail.ingest.html.body import Part, body
from claimtrail.ingest.html.dom import Node, Tree, ancestors, folded, parse, selectors, words
from claimtrail.ingest.html.metadata import Metadata, metadata
from claimtrail.ingest.html.thread import Comment, take_thread
from claimtrail.ingest.values import Draft
from claimtrail.model import Block, BlockKind, Span

_APART = frozenset(("nav", "aside", "footer", "a", "form"))
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
    not read twice. Raises `InputError` where the page holds no text.
    """
    tree = parse(text)
    comments = take_thread(tree)
    known = metadata(tree, url)
    pieces = _article(tree, known)
    if not any(piece.kind is not BlockKind.HEADLINE for piece in pieces):
        raise InputError(source, "is a page without an article's text", "save the page after it has loaded")
    first = len(pieces)
    pieces += [_comment(comment, first) for comment in comments]
    whole, blocks = _assembled(pieces)
    return Draft(
        whole, blocks, known.title, known.authors, known.published, known.language, known.categories, known.site, known.url
    )


def _article(tree: Tree, known: Metadata) -> list[_Piece]:
    captions = _take_captions(tree)
    standfirst = _standfirst(tree, known.title)
    _settle_pull_quotes(tree)
    _take_furniture(tree)
    running = [part for part in body(tree, known.body) if not _repeats(part, known.title)]
    said = {folded(text) for _, text in running}
    pieces = [_Piece(BlockKind.HEADLINE, known.title)] if known.title else []
    if standfirst and folded(standfirst) not in said:
        pieces.append(_Piece(BlockKind.STANDFIRST, standfirst))
    pieces += [_Piece(_kind(part, standfirst), part[1]) for part in running]
    return pieces + [_Piece(BlockKind.CAPTION, caption) for caption in captions if folded(caption) not in said]


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
        if not inside and 2 <= len(caption.split()) <= 150 and not any(folded(caption) in known for known in found):
            found[folded(caption)] = caption
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
        if node.tag not in ("html", "body", "article", "main") and len(words(node)) <= most and not _prose(node):
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
