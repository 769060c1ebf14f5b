"""Full dates as pages print them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrail.ingest.dates import moment


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("2016-05-03", "2016-05-03"),
        ("2016-05-03T08:20:11Z", "2016-05-03T08:20Z"),
        ("2016-05-03T08:20:11.123+05:30", "2016-05-03T08:20+05:30"),
        ("2016-05-03T08:20-0400", "2016-05-03T08:20-04:00"),
        ("Published 3 May 2016", "2016-05-03"),
        ("May 3rd, 2016 at 4:05 pm", "2016-05-03T16:05"),
        ("3 Sept. 2016, 12:05 am", "2016-09-03T00:05"),
        ("Tue, 03 May 2016 08:20:00 GMT", "2016-05-03T08:20Z"),
        ("03.05.2016", "2016-05-03"),
        ("23/05/2016", "2016-05-23"),
        ("05/23/2016 - 15:02", "2016-05-23T15:02"),
        ("18 November 1942", "1942-11-18"),
    ],
)
def test_a_full_date_is_read(words: str, value: str) -> None:
    found = moment(words)
    assert found is not None
    assert found[0] == value


@pytest.mark.parametrize("words", ["", "3 May", "May 2016", "05/03/2016", "31 February 2016", "May 7 Square"])
def test_what_is_no_full_date_or_has_two_readings_is_not(words: str) -> None:
    assert moment(words) is None


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_every_iso_day_is_read_where_it_stands(day: date) -> None:
    found = moment(f"on {day}, they said")
    assert found is not None
    assert (found[0], found[2], found[3]) == (str(day), 3, 13)
