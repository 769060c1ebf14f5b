"""Time expressions and the days they mean."""

import time
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrail.claims.times import find_times, resolve_times
from claimtrail.model.span import Span
from claimtrail.model.time import Anchor, Precision, TimeRange

# A Wednesday.
PUBLISHED = "2021-06-16"
Days = tuple[str | None, str | None]


def read(text: str, published: str | None = PUBLISHED) -> list[TimeRange]:
    return resolve_times(find_times(text, Span(0, len(text))), published, text)


def days(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str | None, str | None]]:
    return [(found.span.of(text), found.start, found.end) for found in read(text, published)]


@pytest.mark.parametrize(
    ("phrase", "first", "last"),
    [
        ("17 August 2019", "2019-08-17", "2019-08-17"),
        ("August 17, 2019", "2019-08-17", "2019-08-17"),
        ("17.08.2019", "2019-08-17", "2019-08-17"),
        ("2019-08-17", "2019-08-17", "2019-08-17"),
        ("151200Z JAN 12", "2012-01-15", "2012-01-15"),
        ("17 Aug", "2020-08-17", "2020-08-17"),
        ("Jan. 4", "2021-01-04", "2021-01-04"),
        ("6th April", "2021-04-06", "2021-04-06"),
        ("sixth of September", "2020-09-06", "2020-09-06"),
        ("Thursday, 3 June", "2021-06-03", "2021-06-03"),
        ("November 7-8", "2020-11-07", "2020-11-08"),
        ("11-13 Dec", "2020-12-11", "2020-12-13"),
        ("3/4 May", "2021-05-03", "2021-05-04"),
        ("from Jan. 4 to 9", "2021-01-04", "2021-01-09"),
        ("between 10 and 16 August", "2020-08-10", "2020-08-16"),
        ("from 24 May 2019 to 12 June 2020", "2019-05-24", "2020-06-12"),
        ("from October to March 2020", "2019-10-01", "2020-03-31"),
        ("in March", "2021-03-01", "2021-03-31"),
        ("in August", "2020-08-01", "2020-08-31"),
        ("in May 1994", "1994-05-01", "1994-05-31"),
        ("September last year", "2020-09-01", "2020-09-30"),
        ("in mid-October", "2020-10-01", "2020-10-31"),
        ("in 2014", "2014-01-01", "2014-12-31"),
        ("in 1990-91", "1990-01-01", "1991-12-31"),
        ("the 1970s", "1970-01-01", "1979-12-31"),
        ("spring of 1943", "1943-03-01", "1943-05-31"),
        ("last winter", "2020-12-01", "2021-02-28"),
        ("third quarter of 2019", "2019-07-01", "2019-09-30"),
        ("first week of May", "2021-05-01", "2021-05-07"),
        ("second half of November", "2020-11-16", "2020-11-30"),
        ("Christmas Day", "2020-12-25", "2020-12-25"),
        ("Easter Sunday", "2021-04-04", "2021-04-04"),
        ("the 12th.", "2021-06-12", "2021-06-12"),
        ("today", "2021-06-16", "2021-06-16"),
        ("yesterday", "2021-06-15", "2021-06-15"),
        ("this morning", "2021-06-16", "2021-06-16"),
        ("last night", "2021-06-15", "2021-06-15"),
        ("overnight", "2021-06-15", "2021-06-16"),
        ("on Wednesday", "2021-06-16", "2021-06-16"),
        ("on Thursday", "2021-06-10", "2021-06-10"),
        ("last Thursday", "2021-06-10", "2021-06-10"),
        ("this Friday", "2021-06-18", "2021-06-18"),
        ("next Friday", "2021-06-25", "2021-06-25"),
        ("the coming Friday", "2021-06-18", "2021-06-18"),
        ("this September", "2021-09-01", "2021-09-30"),
        ("on the night of 16 June", "2021-06-15", "2021-06-16"),
        ("on the night of 14 June", "2021-06-14", "2021-06-14"),
        ("on July 8:", "2021-07-08", "2021-07-08"),
        ("at the weekend", "2021-06-12", "2021-06-13"),
        ("last week", "2021-06-07", "2021-06-13"),
        ("this week", "2021-06-14", "2021-06-16"),
        ("last month", "2021-05-01", "2021-05-31"),
        ("this year", "2021-01-01", "2021-06-16"),
        ("during the last day", "2021-06-15", "2021-06-16"),
        ("in the past 24 hours", "2021-06-15", "2021-06-16"),
        ("over the past three days", "2021-06-13", "2021-06-16"),
        ("two years ago", "2019-01-01", "2019-12-31"),
        ("24 hours to Tuesday evening", "2021-06-14", "2021-06-15"),
        ("since Monday", "2021-06-14", "2021-06-16"),
        ("since the end of April", "2021-04-30", "2021-06-16"),
        ("since late April", "2021-04-21", "2021-06-16"),
        ("at 120730Z MAR 09", "2009-03-12", "2009-03-12"),
        ("earlier this week", "2021-06-14", "2021-06-16"),
        ("in the early 1990s", "1990-01-01", "1999-12-31"),
        ("from Friday to Sunday", "2021-06-11", "2021-06-13"),
        ("between 3 and 5 May", "2021-05-03", "2021-05-05"),
        ("on the night of Monday to Tuesday", "2021-06-14", "2021-06-15"),
        ("since the offensive began on April 5", "2021-04-05", "2021-06-16"),
        ("since 2015", "2015-01-01", "2021-06-16"),
        ("within a week", "2021-06-16", "2021-06-23"),
        ("before the end of the month", "2021-06-16", "2021-06-30"),
        ("on 31 March last year", "2020-03-31", "2020-03-31"),
        ("on Friday of last week", "2021-06-11", "2021-06-11"),
        ("on Thursday last week", "2021-06-10", "2021-06-10"),
        ("in 2001 July", "2001-07-01", "2001-07-31"),
        ("in nineteen eighty-seven", "1987-01-01", "1987-12-31"),
        ("in the year two thousand", "2000-01-01", "2000-12-31"),
        ("in June nineteen forty", "1940-06-01", "1940-06-30"),
        ("in the nineties", "1990-01-01", "1999-12-31"),
        ("in the '80s", "1980-01-01", "1989-12-31"),
        ("in March of '92", "1992-03-01", "1992-03-31"),
        ("after its 1997 raid", "1997-01-01", "1997-12-31"),
        ("in early May", "2021-05-01", "2021-05-10"),
        ("in late March 2019", "2019-03-21", "2019-03-31"),
        ("in late 2018", "2018-10-01", "2018-12-31"),
        ("early last month", "2021-05-01", "2021-05-10"),
        ("on the last day of April", "2021-04-30", "2021-04-30"),
        ("in the first days of June 2020", "2020-06-01", "2020-06-05"),
        ("in the last week of May", "2021-05-25", "2021-05-31"),
        ("on Sunday and Monday", "2021-06-13", "2021-06-14"),
        ("in 2018 and 2019", "2018-01-01", "2019-12-31"),
        ("between 28 May and yesterday", "2021-05-28", "2021-06-15"),
        ("last Tuesday", "2021-06-08", "2021-06-08"),
        ("last Sunday", "2021-06-13", "2021-06-13"),
        ("on the day before last Sunday", "2021-06-12", "2021-06-12"),
        ("two days after 3 June", "2021-06-05", "2021-06-05"),
        ("in the week of 3 May", "2021-05-03", "2021-05-09"),
        ("before the year is out", "2021-06-16", "2021-12-31"),
        ("by the end of the month", "2021-06-16", "2021-06-30"),
        ("earlier in the week", "2021-06-14", "2021-06-16"),
        ("in the last 24 hrs", "2021-06-15", "2021-06-16"),
        ("in last year's third quarter", "2020-07-01", "2020-09-30"),
        ("on saturday", "2021-06-12", "2021-06-12"),
        ("in the spring", "2021-03-01", "2021-05-31"),
    ],
)
def test_a_phrase_is_resolved_against_publication(phrase: str, first: str, last: str) -> None:
    text = f"The town was shelled {phrase}"
    assert [(start, end) for _, start, end in days(text)] == [(first, last)]


@pytest.mark.parametrize(
    ("text", "phrase", "precision"),
    [
        ("at 6 p.m. on Sunday", "6 p.m. on Sunday", Precision.HOUR),
        ("at 22:05 yesterday", "22:05 yesterday", Precision.MINUTE),
        ("on Sunday evening", "Sunday evening", Precision.HOUR),
        ("before dawn on Sunday", "dawn on Sunday", Precision.HOUR),
        ("on the night of 3-4 May", "night of 3-4 May", Precision.RANGE),
        ("on 3 May", "3 May", Precision.DAY),
        ("last week", "last week", Precision.WEEK),
        ("in May", "May", Precision.MONTH),
        ("in 2019", "2019", Precision.YEAR),
        ("in early May", "early May", Precision.RANGE),
    ],
)
def test_a_time_of_day_belongs_to_its_day(text: str, phrase: str, precision: Precision) -> None:
    (found,) = read(text)
    assert (found.span.of(text), found.precision) == (phrase, precision)


def test_the_day_last_told_of_anchors_what_follows() -> None:
    text = "On 3 May rebels took the hill. The next day they lost it. Two days later, at 0300 hours, they fled."
    assert [start for _, start, _ in days(text)] == ["2021-05-03", "2021-05-04", "2021-05-06", "2021-05-06"]


def test_a_look_back_does_not_move_the_day() -> None:
    text = "On 9 May the bridge fell. Four days earlier a convoy had burned. The same day a ferry sank."
    assert [start for _, start, _ in days(text)] == ["2021-05-09", "2021-05-05", "2021-05-09"]


def test_narrative_and_published_anchors_are_told_apart() -> None:
    anchors = [found.anchor for found in read("On 3 May 2020, the next day, on Monday and in recent days")]
    assert anchors == [Anchor.EXPLICIT, Anchor.NARRATIVE, Anchor.PUBLISHED, Anchor.UNRESOLVED]


def test_the_passage_gives_the_year() -> None:
    text = "The siege began in 2005. On 10 May the wall was breached; in August the town fell."
    assert [start for _, start, _ in days(text)] == ["2005-01-01", "2005-05-10", "2005-08-01"]
    assert [start for _, start, _ in days(text, None)] == ["2005-01-01", "2005-05-10", "2005-08-01"]


def test_an_empty_line_ends_a_paragraph_no_more_than_a_line_end_does() -> None:
    text = "The siege began in 2005.\n\nOn 10 May the wall was breached, and in July of the same year the town fell."
    assert [start for _, start, _ in days(text, None)] == ["2005-01-01", "2005-05-10", "2005-07-01"]


def test_a_stretch_after_a_comma_is_a_time_of_its_own() -> None:
    assert [first for _, first, _ in days("On Tuesday, last week's truce ended.")] == ["2021-06-15", "2021-06-07"]


def test_without_publication_only_full_dates_are_resolved() -> None:
    text = "Today, on Friday, last month and on 3 May; on 4 May 2020."
    assert [found[1] for found in days(text, None)] == [None, None, None, None, "2020-05-04"]


def test_a_published_month_gives_only_the_year() -> None:
    assert [found[1] for found in days("on 3 May and on Friday", "2012-06")] == ["2012-05-03", None]


def test_what_is_to_come_lies_ahead() -> None:
    assert days("Talks will resume on Friday.")[0][1] == "2021-06-18"
    assert days("Talks will resume, he said on Friday.")[0][1] == "2021-06-11"
    text = "a march planned on Friday"
    (phrase,) = find_times(text, Span(0, len(text)))
    assert resolve_times([replace(phrase, future=True)], PUBLISHED, text)[0].start == "2021-06-18"


def test_a_leap_day_finds_its_year() -> None:
    assert days("on 29 February", "2023-06-01")[0][1] == "2020-02-29"


@pytest.mark.parametrize(
    "text",
    [
        "They met at May 7 Square.",
        "Troops may march on.",
        "wait a second",
        "a 12-year-old girl",
        "open 24/7",
        "Bloody Sunday",
        "the Sunday Times",
        "the 17th leader killed",
        "in the sun",
        "a night club",
        "Jan Petrov and the Sun newspaper",
        "the fall of the town",
        "Call as soon as possible.",
        "on the last night",
        "the 14th Brigade",
        "on 31 February in words",
    ],
)
def test_what_only_looks_like_a_time_has_no_day(text: str) -> None:
    assert all(found.start is None for found in read(text))


def test_lengths_of_time_are_found_on_request_and_never_resolved() -> None:
    text = "They fought for two days."
    assert find_times(text, Span(0, len(text))) == []
    phrases = find_times(text, Span(0, len(text)), durations=True)
    assert [phrase.span.of(text) for phrase in phrases] == ["two days"]
    assert resolve_times(phrases, PUBLISHED, text)[0].anchor is Anchor.UNRESOLVED


def test_a_nested_date_follows_its_stretch() -> None:
    text = "since fighting resumed in May"
    phrases = find_times(text, Span(0, len(text)), nested=True)
    found = resolve_times(phrases, PUBLISHED, text)
    assert [(each.span.of(text), each.start, each.end) for each in found] == [
        (text, "2021-05-01", PUBLISHED),
        ("May", "2021-05-01", "2021-05-31"),
    ]


def test_two_stretches_do_not_overlap() -> None:
    text = "since the raid on Monday and since the truce of May"
    spans = [phrase.span for phrase in find_times(text, Span(0, len(text)))]
    assert [span.of(text) for span in spans] == ["since the raid on Monday", "since the truce of May"]


def test_a_year_earlier_is_told_of_the_quarter() -> None:
    text = "In the third quarter of 2019 deaths rose; a year earlier they fell."
    assert [found[1:] for found in days(text)] == [("2019-07-01", "2019-09-30"), ("2018-07-01", "2018-09-30")]


def test_times_lie_in_the_span() -> None:
    text = "since Monday and on Tuesday"
    (found,) = find_times(text, Span(6, 16))
    assert found.span.of(text) == "Monday"


WORDS = (
    "a the one several few last next this since until by before ago earlier days week year century night dawn "
    "of in on and to - , . "
    "29 31 1999 12:30 31.12.99 February May Sept. Monday Easter spring end half first hours 24 9999 within"
).split()


@given(st.lists(st.sampled_from(WORDS), max_size=20).map(" ".join), st.sampled_from(["0001-01-01", "9999-12-31", None]))
def test_any_text_gives_ordered_phrases_and_ranges(text: str, published: str | None) -> None:
    phrases = find_times(text, Span(0, len(text)), durations=True)
    assert all(one.span.end <= other.span.start for one, other in pairwise(phrases))
    for found in resolve_times(phrases, published, text):
        assert found.start is None or found.end is None or found.start <= found.end


HOSTILE = [
    "1",
    "1 ",
    "12:",
    "12-",
    "May 1",
    "since ",
    "since in ",
    "last ",
    "12 May ",
    "two days ",
    "the end of ",
    "A ",
]


@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_text_takes_linear_time(unit: str) -> None:
    spent = []
    for size in (4_000, 32_000):
        text = unit * (size // len(unit))
        started = time.perf_counter()
        resolve_times(find_times(text, Span(0, len(text)), durations=True), PUBLISHED, text)
        spent.append(time.perf_counter() - started)
    assert spent[1] < 40 * spent[0] + 0.5
