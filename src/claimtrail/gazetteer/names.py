"""A name found in a text, before it is a toponym: the finder's own value."""

from collections.abc import Sequence
from dataclasses import dataclass

from claimtrail.gazetteer.page import Page
from claimtrail.model.claim import Candidate
from claimtrail.model.span import Span

COARSE = frozenset({"PCLI", "PCLH", "ADM1", "ADM2", "RGN", "CONT"})


@dataclass(frozen=True, slots=True)
class Name:
    """A name at words `first` to `last` (half-open), what is looked up for it, and its likeliest place."""

    first: int
    last: int
    span: Span
    text: str
    best: Candidate | None
    within: tuple[str, ...] = ()

    @property
    def coarse(self) -> bool:
        """Whether its likeliest place is one that other places lie in."""
        return self.best is not None and self.best.feature in COARSE


def span_of(page: Page, first: int, last: int) -> Span:
    """The characters of the words `first` to `last` (half-open)."""
    return Span(page.words[first].start, page.words[last - 1].end)


def inside(span: Span, spans: Sequence[Span]) -> bool:
    """Whether `span` shares a character with one of `spans`."""
    return any(span.overlaps(other) for other in spans)
