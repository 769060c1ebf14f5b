"""Articles: what was read, from where, and which characters are whose."""

from dataclasses import dataclass
from enum import StrEnum

from claimtrail.model.span import Span
from claimtrail.model.time import Dated


class BlockKind(StrEnum):
    """What a block of an article's text is."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BODY = "body"
    QUOTE = "quote"
    CAPTION = "caption"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class Block:
    """A range of an article's text that is one paragraph, heading, caption or comment.

    `author`, `time` and `reply_to` belong to comments; `reply_to` is the index of the block answered.
    """

    span: Span
    kind: BlockKind
    author: str | None = None
    time: str | None = None
    reply_to: int | None = None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The bytes as they came: where from, when, and their SHA-256 in hexadecimal.

    `data` holds the bytes themselves, so that whoever stores an article can store its evidence.
    """

    sha256: str
    size: int
    fetched: str
    media_type: str | None = None
    headers: tuple[tuple[str, str], ...] = ()
    data: bytes = b""


@dataclass(frozen=True, slots=True)
class Article:
    """One article: its canonical text, the blocks in it, and what its page says of itself.

    Text outside every block is furniture (navigation, bylines, forms) and is never read for claims.
    For plain-text and JSONL input `text` is the input, unchanged.
    """

    id: str
    source: str
    text: str
    blocks: tuple[Block, ...]
    snapshot: Snapshot
    url: str | None = None
    site: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: Dated | None = None
    language: str | None = None
    categories: tuple[str, ...] = ()
