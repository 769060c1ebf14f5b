"""Half-open ranges."""

import pytest

from claimtrail.model import Span


def test_a_range_gives_its_characters_and_length() -> None:
    assert Span(2, 5).of("abcdef") == "cde"
    assert len(Span(2, 5)) == 3


def test_neighbours_do_not_overlap() -> None:
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 4).overlaps(Span(3, 5))


def test_a_range_covers_itself_and_what_lies_within() -> None:
    assert Span(1, 4).covers(Span(1, 4))
    assert not Span(1, 4).covers(Span(0, 2))


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_a_backward_or_negative_range_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a range"):
        Span(start, end)
