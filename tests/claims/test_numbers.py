"""Numbers, their hedges, and what they measure."""

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrail.claims.numbers import Form, Kind, find_numbers
from claimtrail.model.claim import Hedge
from claimtrail.model.span import Span


def kinds(text: str) -> list[tuple[str, Kind]]:
    return [(phrase.span.of(text), phrase.kind) for phrase in find_numbers(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "phrase", "kind"),
    [
        ("in May 2019", "2019", Kind.DATE),
        ("on 12 June", "12", Kind.DATE),
        ("the 2003 war", "2003", Kind.DATE),
        ("at 6 p.m.", "6", Kind.TIME),
        ("at 0300 hours", "0300", Kind.TIME),
        ("at 22:00", "22:00", Kind.TIME),
        ("for five hours", "five", Kind.DURATION),
        ("two more days", "two", Kind.DURATION),
        ("20 km away", "20", Kind.DISTANCE),
        ("700 square miles", "700 square miles", Kind.AREA),
        ("500 pounds of powder", "500 pounds", Kind.MASS),
        ("$1.2 million", "1.2 million", Kind.MONEY),
        ("300 Malian francs", "300", Kind.MONEY),
        ("500 U.S. dollars", "500", Kind.MONEY),
        ("30 per cent", "30 per cent", Kind.PERCENT),
        ("two-thirds of them", "two", Kind.FRACTION),
        ("aged 12", "12", Kind.AGE),
        ("the 12-year-old", "12", Kind.AGE),
        ("Omar Saleh, 34, died", "34", Kind.AGE),
        ("the girl of twelve.", "twelve", Kind.AGE),
        ("the 82nd Brigade", "82", Kind.ORDINAL),
        ("one of the worst raids", "one", Kind.ORDINAL),
        ("155mm shells", "155", Kind.DESIGNATION),
        ("T-72 tanks", "72", Kind.DESIGNATION),
        ("7.62mm rounds", "7.62", Kind.DESIGNATION),
        ("near Km 12", "12", Kind.DESIGNATION),
        ("Resolution 2254", "2254", Kind.DESIGNATION),
        ("under Article 5", "5", Kind.DESIGNATION),
        ("he died.[3]", "3", Kind.DESIGNATION),
        ("won 3-1", "3", Kind.DESIGNATION),
        ("1. The parties agree", "1", Kind.DESIGNATION),
        ("hit three times", "three", Kind.FREQUENCY),
    ],
)
def test_what_is_not_counted_has_another_kind(text: str, phrase: str, kind: Kind) -> None:
    assert (phrase, kind) in kinds(text)


def test_a_name_with_several_figures_has_no_quantity() -> None:
    assert Kind.QUANTITY not in {kind for _, kind in kinds("ZU-23-2 and MiG-29, AK-47s")}


def test_a_count_after_a_full_date_is_a_quantity() -> None:
    assert kinds("On 12 May 40 men fled.") == [("12", Kind.DATE), ("40", Kind.QUANTITY)]
    assert kinds("On 6 June four men fled.") == [("6", Kind.DATE), ("four", Kind.QUANTITY)]


def test_a_thousand_and_more_people_are_no_year() -> None:
    assert kinds("They killed 2000 people.") == [("2000", Kind.QUANTITY)]


def test_phrases_lie_inside_the_span_and_do_not_overlap() -> None:
    text = "At least 12 men, between 5 and 7 cars or as many as 20 huts"
    span = Span(3, len(text))
    phrases = find_numbers(text, span)
    assert [phrase.span.of(text) for phrase in phrases] == ["12", "between 5 and 7", "as many as 20"]
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(phrases))


def test_words_beyond_the_span_tell_the_kind() -> None:
    text = "It lasted 40 days."
    assert [phrase.kind for phrase in find_numbers(text, Span(10, 12))] == [Kind.DURATION]


def test_forms_tell_how_the_number_is_carried() -> None:
    text = "a car, no men, several huts, any dead, dozens"
    forms = [phrase.form for phrase in find_numbers(text, Span(0, len(text)))]
    assert forms == [Form.ARTICLE, Form.NEGATIVE, Form.VAGUE, Form.ANY, Form.VAGUE]


def test_the_outer_hedge_wins() -> None:
    text = "more than an estimated 40"
    (phrase,) = find_numbers(text, Span(0, len(text)))
    assert (phrase.span.of(text), phrase.low, phrase.high, phrase.hedge) == (text, 40, None, Hedge.AT_LEAST)


WORDS = (
    "a the one two twenty hundred thousand dozen several few no none any at least more than up to "
    "between and or - , . ( ) % $ 1 30 1,200 "
    "1.5 12:30 May of half some all both not million odd T 72 aged years"
).split()


@given(st.lists(st.sampled_from(WORDS), max_size=20).map(" ".join))
def test_any_text_gives_ordered_phrases_and_ranges(text: str) -> None:
    phrases = find_numbers(text, Span(0, len(text)))
    assert all(one.span.end <= other.span.start for one, other in itertools.pairwise(phrases))
    assert all(phrase.low <= phrase.high for phrase in phrases if phrase.low is not None and phrase.high is not None)


HOSTILE = ["1", "1,", "1 ", "1.", "12-", "two ", "a ", "at least ", "111,111 ", "hundred and ", "no more than ", "of "]


@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_text_takes_linear_time(unit: str) -> None:
    short, long = (unit * (size // len(unit)) for size in (5_000, 40_000))
    started = time.perf_counter()
    find_numbers(short, Span(0, len(short)))
    middle = time.perf_counter()
    find_numbers(long, Span(0, len(long)))
    assert time.perf_counter() - middle < 40 * (middle - started) + 0.5
