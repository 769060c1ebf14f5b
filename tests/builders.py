"""Small builders of values for tests: claims are written by the words they are tied to."""

import hashlib

from claimtrail.model import (
    Article,
    Block,
    BlockKind,
    Category,
    Claim,
    Count,
    Dated,
    Event,
    Loss,
    Mention,
    Outcome,
    Party,
    Precision,
    Reading,
    Snapshot,
    Span,
    Speaker,
    Status,
    TimeRange,
    Tokens,
    Voice,
)

NO_TOKENS = Tokens((), (), (), (), (), (), ())


def span(text: str, words: str, nth: int = 1) -> Span:
    """The range of the nth standing of `words` in `text`."""
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def article(text: str, published: str | None = None, headline: str | None = None) -> Article:
    """An article of one headline (its first words) and one body."""
    cut = len(headline) if headline else 0
    blocks = [Block(Span(cut, len(text)), BlockKind.BODY)]
    if headline:
        blocks.insert(0, Block(Span(0, cut), BlockKind.HEADLINE))
    data = text.encode()
    snapshot = Snapshot(hashlib.sha256(data).hexdigest(), len(data), "2026-01-01T00:00:00Z", data=data)
    dated = Dated(published, Precision.DAY, "given") if published else None
    return Article("a1", "test.txt", text, tuple(blocks), snapshot, title=headline, published=dated)


def reading(text: str, *persons: str) -> Reading:
    """A reading without words, in which the given phrases are named persons."""
    return Reading(text, (), NO_TOKENS, tuple(Mention(span(text, name), "person", 1.0) for name in persons))


def loss(
    text: str,
    who: str,
    count: str | None = None,
    low: int | None = 1,
    high: int | None = 1,
    outcome: Outcome = Outcome.KILLED,
    category: Category = Category.PERSON,
) -> Loss:
    """A loss tied to the first standing of its words."""
    return Loss(span(text, who), category, outcome, Count(low, high, span(text, count) if count else None))


def claim(
    text: str,
    trigger: str,
    *losses: Loss,
    id: str = "c1",
    event: Event = Event.ATTACK,
    voice: Voice = Voice.BODY,
    status: Status = Status.ASSERTED,
    actors: tuple[str, ...] = (),
    said_by: tuple[str, ...] = (),
    time: TimeRange | None = None,
) -> Claim:
    """A claim tied to the first standing of its trigger."""
    return Claim(
        id,
        event,
        status,
        voice,
        span(text, trigger),
        actors=tuple(Party(span(text, name)) for name in actors),
        losses=losses,
        time=time,
        attribution=tuple(Speaker(span(text, name)) for name in said_by),
    )
