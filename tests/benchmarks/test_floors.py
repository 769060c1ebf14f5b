"""The floors of the benchmarks: the project's own examples are held against theirs here."""

from pathlib import Path

import pytest

from benchmarks.examples import measure
from benchmarks.gate import below, floors

ROOT = Path(__file__).parents[2]


def test_the_example_pages_reach_their_floor() -> None:
    figures, missed = measure(ROOT / "examples")
    floor = floors()["examples"]["floor"]
    assert isinstance(floor, dict)
    assert below(figures, floor) == [], missed


@pytest.mark.parametrize("name", sorted(floors()))
def test_every_floor_names_a_benchmark_that_exists(name: str) -> None:
    assert (ROOT / "benchmarks" / f"{name}.py").is_file()


def test_a_figure_below_its_floor_is_named() -> None:
    assert below({"f1": 0.4}, {"f1": 0.5, "recall": 0.1}) == ["f1 0.4 is below 0.5", "recall None is below 0.1"]
    assert below({"f1": 0.5}, {"f1": 0.5}) == []
