"""What passes between the parts of ingest."""

from dataclasses import dataclass, field

from claimtrail.model import Block, Dated


@dataclass(frozen=True, slots=True)
class Payload:
    """Bytes as they came: `source` names the file, URL or record, `fetched` is an ISO 8601 time in UTC.

    `evidence` holds the bytes to keep where they are not `data` itself (the feed that an entry came in).
    """

    source: str
    data: bytes
    fetched: str
    media_type: str | None = None
    headers: tuple[tuple[str, str], ...] = ()
    url: str | None = None
    evidence: bytes | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A text, the blocks found in it, and what it says of itself; not yet tied to the bytes it came from."""

    text: str
    blocks: tuple[Block, ...]
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: Dated | None = None
    language: str | None = None
    categories: tuple[str, ...] = field(default=())
    site: str | None = None
    url: str | None = None
