"""Things by where they stand."""

from claimtrail.claims.ranges import Ranges
from claimtrail.model import Span

THINGS = Ranges([(Span(10, 14), "b"), (Span(0, 4), "a"), (Span(14, 30), "c")])


def test_the_thing_that_shares_most_is_found() -> None:
    assert THINGS.at(Span(12, 20)) == "c"
    assert THINGS.at(Span(12, 15)) == "b"
    assert THINGS.at(Span(3, 11)) == "a"


def test_ranges_that_only_touch_share_nothing() -> None:
    assert THINGS.at(Span(4, 10)) is None
    assert list(THINGS.within(Span(4, 11))) == ["b"]


def test_all_things_over_a_range_come_in_order() -> None:
    assert list(THINGS.within(Span(0, 40))) == ["a", "b", "c"]
