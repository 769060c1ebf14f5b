"""Fitting the map of confidence."""

from itertools import cycle

import pytest

from benchmarks.calibration import Judged
from training.confidence import Line, Sample, across, fit


def samples(rate: float, odds: float, size: int = 200) -> list[Sample]:
    """Slots kept with some log odds, of which a share is right, over many articles."""
    articles = cycle(str(number) for number in range(50))
    return [Sample(next(articles), Judged("place", 0.5, i < rate * size), odds) for i in range(size)]


def test_the_map_goes_to_the_share_that_was_right() -> None:
    line = fit([*samples(0.3, 0.0), *samples(0.6, 2.0)])
    assert line.at(0.0) == pytest.approx(0.3, abs=0.01)
    assert line.at(2.0) == pytest.approx(0.6, abs=0.01)


def test_what_is_calibrated_stays() -> None:
    line = fit([*samples(0.5, 0.0), *samples(0.88, 1.9924)])
    assert line.shift == pytest.approx(0, abs=0.02)
    assert line.scale == pytest.approx(1, abs=0.02)
    assert Line(0.0, 1.0).at(0.0) == 0.5


def test_a_map_that_would_turn_the_order_round_is_refused() -> None:
    with pytest.raises(SystemExit, match="fit the weights first"):
        fit([*samples(0.6, 0.0), *samples(0.4, 1.0)])


def test_halves_of_the_articles_judge_each_other() -> None:
    assert across([*samples(0.5, 0.0, 2000), *samples(0.88, 2.0, 2000)]) < 0.1
