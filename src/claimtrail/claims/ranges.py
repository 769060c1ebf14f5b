"""Things by where they stand in a text."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from claimtrail.model import Span

Thing = TypeVar("Thing")


class Ranges(Generic[Thing]):
    """Things with a range each, found by any range in logarithmic time.

    Of ranges that overlap, a later one must not end earlier.
    """

    def __init__(self, things: Iterable[tuple[Span, Thing]]) -> None:
        self._things = sorted(things, key=lambda pair: pair[0])
        self._ends = [span.end for span, _ in self._things]

    def at(self, span: Span) -> Thing | None:
        """The thing whose range is most like `span` (intersection over union), the first of equals, if any overlaps."""
        return max(self._over(span), key=lambda pair: _likeness(pair[0], span), default=(span, None))[1]

    def within(self, span: Span) -> Iterator[Thing]:
        """The things that share a character with `span`, in the order of the text."""
        return (thing for _, thing in self._over(span))

    def _over(self, span: Span) -> Iterator[tuple[Span, Thing]]:
        at = bisect_right(self._ends, span.start)
        while at < len(self._things) and self._things[at][0].start < span.end:
            yield self._things[at]
            at += 1


def _likeness(one: Span, other: Span) -> float:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared / (len(one) + len(other) - shared)
