"""Counts of people and things."""

import pytest

from claimtrail.claims.counts import bare, find_counts, parse_count
from claimtrail.model.claim import Count, Hedge
from claimtrail.model.span import Span

ABOUT, LEAST, MOST, VAGUE = Hedge.ABOUT, Hedge.AT_LEAST, Hedge.AT_MOST, Hedge.VAGUE


def whole(text: str) -> Span:
    return Span(0, len(text))


@pytest.mark.parametrize(
    ("text", "low", "high", "hedge"),
    [
        ("1,200", 1200, 1200, None),
        ("1 200", 1200, 1200, None),
        ("1.200.000", 1200000, 1200000, None),
        ("two hundred and forty-three", 243, 243, None),
        ("Forty-seven", 47, 47, None),
        ("three thousand four hundred and six", 3406, 3406, None),
        ("a hundred and fifty", 150, 150, None),
        ("half a dozen", 6, 6, None),
        ("a quarter of a million", 250000, 250000, None),
        ("1.5 million", 1500000, 1500000, None),
        ("1.2 lakh", 120000, 120000, None),
        ("two and a half million", 2500000, 2500000, None),
        ("a score", 20, 20, None),
        ("a couple", 2, 2, None),
        ("both", 2, 2, None),
        ("all four", 4, 4, None),
        ("four (4)", 4, 4, None),
        ("+870", 870, 870, None),
        ("an", 1, 1, None),
        ("another", 1, 1, None),
        ("dozens", 24, None, VAGUE),
        ("scores", 40, None, VAGUE),
        ("tens of thousands", 20000, None, VAGUE),
        ("several hundred", 200, None, VAGUE),
        ("a few", 2, None, VAGUE),
        ("a handful of", 2, None, VAGUE),
        ("a large number of", 2, None, VAGUE),
        ("many more", 2, None, VAGUE),
        ("most", None, None, VAGUE),
        ("a quantity of", None, None, VAGUE),
        ("20 to 30", 20, 30, None),
        ("20-30", 20, 30, None),
        ("between six and eight", 6, 8, None),
        ("two or three", 2, 3, None),
        ("two to three thousand", 2000, 3000, None),
        ("At least 43", 43, None, LEAST),
        ("no fewer than nine", 9, None, LEAST),
        ("upwards of forty", 40, None, LEAST),
        ("2,000 or more", 2000, None, LEAST),
        ("60-plus", 60, None, LEAST),
        ("some 40", 40, 40, ABOUT),
        ("almost three dozen", 36, 36, ABOUT),
        ("sixty-odd", 60, 60, ABOUT),
        ("200 or so", 200, 200, ABOUT),
        ("≈60", 60, 60, ABOUT),
        ("up to 45", 0, 45, MOST),
        ("as many as 20", 0, 20, MOST),
        ("five at most", 0, 5, MOST),
        ("no more than ten", 0, 10, MOST),
        ("none", 0, 0, None),
        ("No one", 0, 0, None),
        ("not one", 0, 0, None),
        ("30%", 30, 30, None),
        ("more than 700 square miles", 700, None, LEAST),
    ],
)
def test_a_phrase_is_read_whole(text: str, low: int | None, high: int | None, hedge: Hedge | None) -> None:
    assert parse_count(text, whole(text)) == Count(low, high, whole(text), hedge)


@pytest.mark.parametrize(
    "text", ["the third", "12 May", "aged 12", "155mm", "22:00", "for three days", "one another", "the men"]
)
def test_a_phrase_without_a_count_is_none(text: str) -> None:
    assert parse_count(text, whole(text)) is None


def test_counts_are_found_with_their_hedges_and_characters() -> None:
    text = (
        "On 12 May 2014 at least 40 men of the 3rd Battalion, some aged 15, lost 155mm guns, no more than two trucks."
    )
    found = [(count.span.of(text), count.low, count.high) for count in find_counts(text, whole(text)) if count.span]
    assert found == [("at least 40", 40, None), ("some", 2, None), ("no more than two", 0, 2)]


def test_any_is_nought_or_more_under_a_denial() -> None:
    assert find_counts("any losses", Span(0, 10), negated=True) == [Count(0, None, Span(0, 3))]
    assert find_counts("any losses", Span(0, 10)) == [Count(None, None, Span(0, 3), VAGUE)]


def test_a_noun_without_a_number_is_one_or_two_and_more() -> None:
    assert bare(False) == Count(1, 1)
    assert bare(True) == Count(2, None, None, VAGUE)


def test_an_endless_number_is_no_count() -> None:
    text = "9" * 1_000_000
    assert find_counts(text, whole(text)) == []


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("ran over a boy", [(1, 1)]),
        ("at least a man", [(1, None)]),
        ("over a dozen men", [(12, None)]),
        ("boys as young as 10 as porters", []),
    ],
)
def test_a_preposition_before_an_article_is_no_hedge_and_an_age_no_count(
    text: str, counts: list[tuple[int, int | None]]
) -> None:
    assert [(count.low, count.high) for count in find_counts(text, Span(0, len(text)))] == counts
