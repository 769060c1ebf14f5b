"""What a text has told of gives days, months and years to the times that follow."""

import pytest

from tests.claims.test_times import days


def test_years_later_counts_from_the_year_last_told_of() -> None:
    text = "Two years ago the town fell. Just two years later it has been rebuilt."
    assert days(text) == [
        ("Two years ago", "2019-01-01", "2019-12-31"),
        ("two years later", "2021-01-01", "2021-12-31"),
    ]


def test_years_later_counts_from_a_day_that_was_told_after_the_year() -> None:
    text = "The war began in 2011. On 3 May 2015 the bridge fell. Two years later it stood again."
    assert days(text)[-1][1:] == ("2017-01-01", "2017-12-31")


def test_a_passage_gives_its_year_and_month_to_what_follows() -> None:
    text = "On 17 November 1998 the pass was closed. On 4 January it opened.\n\nOn the 9th a convoy came through."
    assert [start for _, start, _ in days(text)] == ["1998-11-17", "1999-01-04", "1999-01-09"]
    assert [start for _, start, _ in days(text, None)] == ["1998-11-17", "1999-01-04", "1999-01-09"]


def test_news_keeps_its_own_year_after_a_look_at_an_older_one() -> None:
    text = "A truce was signed on 4 March 2015.\n\nOn 2 June shells fell again, and on Monday the mill burned."
    assert [start for _, start, _ in days(text)] == ["2015-03-04", "2021-06-02", "2021-06-14"]


def test_a_year_that_names_a_thing_dates_nothing_else() -> None:
    text = "A 1993 lorry was found in April at the ford."
    assert [start for _, start, _ in days(text)] == ["1993-01-01", "2021-04-01"]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("that June", "1996-06-01", "1996-06-30"),
        ("the previous November", "1995-11-01", "1995-11-30"),
        ("the following January", "1997-01-01", "1997-01-31"),
        ("that winter", "1996-12-01", "1997-02-28"),
        ("October of the same year", "1996-10-01", "1996-10-31"),
        ("the 28th of that month", "1996-09-28", "1996-09-28"),
        ("that month", "1996-09-01", "1996-09-30"),
        ("the same week", "1996-09-09", "1996-09-15"),
        ("a week later", "1996-09-17", "1996-09-17"),
        ("that very evening", "1996-09-10", "1996-09-10"),
    ],
)
def test_a_narrative_anchors_months_seasons_and_weeks(text: str, first: str, last: str) -> None:
    found = days(f"On 10 September 1996 the camp was emptied. People fled {text}.")
    assert found[-1][1:] == (first, last)


def test_an_event_after_or_before_is_told_from_the_day_beside_it() -> None:
    assert days("On 12 June, six days after the mill fell, monitors came.")[-1] == (
        "six days after",
        "2021-06-06",
        "2021-06-06",
    )
    assert days("The bridge was mined two days before the mill fell.")[-1][1] is None


def test_today_is_the_day_of_the_dateline() -> None:
    text = "VARNOVO, June 14 (Agency) -- Two men were shot today. A third died on Sunday. Talks since Friday failed."
    assert [found[1:] for found in days(text)] == [
        ("2021-06-14", "2021-06-14"),
        ("2021-06-14", "2021-06-14"),
        ("2021-06-13", "2021-06-13"),
        ("2021-06-11", "2021-06-16"),
    ]


def test_a_dateline_long_before_publication_tells_nothing_of_today() -> None:
    assert days("VARNOVO, May 14 (Agency) -- Two men were shot today.")[-1][1] == "2021-06-16"


def test_a_perfect_makes_a_length_of_time_reach_up_to_now() -> None:
    assert days("The town has been besieged for nine days.") == [("nine days", "2021-06-07", "2021-06-16")]
    assert days("In 48 hours the clinic has taken in 60 people.") == [("48 hours", "2021-06-14", "2021-06-16")]
    assert days("They were held for ten days.") == []


def test_weekdays_with_their_number_and_short_days_are_dates() -> None:
    assert days("Sat 5th: quiet. Sun: shelling from noon.")[:2] == [
        ("Sat 5th", "2021-06-05", "2021-06-05"),
        ("Sun", "2021-06-13", "2021-06-13"),
    ]


def test_what_is_due_lies_ahead_though_a_participle_follows() -> None:
    assert days("The list is to be published in August.")[0][1] == "2021-08-01"
    assert days("The troops are due to leave on the 4th.")[0][1] == "2021-07-04"


def test_a_year_ago_is_told_of_the_quarter() -> None:
    assert days("In the third quarter of 2019 raids rose from 40 a year ago.")[-1][1:] == ("2018-07-01", "2018-09-30")
