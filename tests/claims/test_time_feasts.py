"""Feasts whose day moves from year to year."""

from datetime import date

import pytest

from claimtrail.claims.time_feasts import FEASTS, easter, nth_weekday


@pytest.mark.parametrize(
    ("year", "day"),
    [(1943, date(1943, 4, 25)), (1967, date(1967, 3, 26)), (2008, date(2008, 3, 23)), (2024, date(2024, 3, 31))],
)
def test_easter_falls_on_its_day(year: int, day: date) -> None:
    assert easter(year) == day


def test_the_nth_weekday_of_a_month() -> None:
    assert nth_weekday(2016, 11, 3, 4) == date(2016, 11, 24) == FEASTS["Thanksgiving"](2016)
    assert nth_weekday(2021, 9, 0, 1) == date(2021, 9, 6)
