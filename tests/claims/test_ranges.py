"""Things by where they stand."""

from claimtrail.claims.ranges import Ranges
from claimtrail.model import Span

THINGS = Ranges([(Span(10, 14), "b"), (Span(0, 4), "a"), (Span(14, 30), "c")])


def test_the_thing_that_is_most_alike_is_found() -> None:
    assert THINGS.at(Span(12, 20)) == "c"
    assert THINGS.at(Span(11, 15)) == "b"
    assert THINGS.at(Span(2, 11)) == "a"


def test_a_range_within_another_is_found_by_its_own_words() -> None:
    nested = Ranges([(Span(0, 20), "since May"), (Span(6, 20), "May")])
    assert nested.at(Span(6, 20)) == "May"
    assert nested.at(Span(0, 20)) == "since May"


def test_ranges_that_only_touch_share_nothing() -> None:
    assert THINGS.at(Span(4, 10)) is None
    assert list(THINGS.within(Span(4, 11))) == ["b"]


def test_all_things_over_a_range_come_in_order() -> None:
    assert list(THINGS.within(Span(0, 40))) == ["a", "b", "c"]
