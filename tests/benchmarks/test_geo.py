"""The measure of place names."""

from typing import Any

import pytest

from benchmarks.geo import Score, outcome
from claimtrail.model.claim import Candidate, Place, PlacePrecision, Relation
from claimtrail.model.span import Span

TOWN: dict[str, Any] = {"start": 3, "end": 8, "lat": 36.34, "lon": 43.12, "country": False}


def place(start: int, end: int, lat: float) -> Place:
    return Place(Span(start, end), Relation.IN, Candidate(1, "Mosul", lat, 43.12, "IQ"), PlacePrecision.EXACT)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([place(0, 5, 36.34)], "right"),
        ([place(3, 8, 37.7)], "right"),
        ([place(3, 8, 38.0)], "far"),
        ([place(8, 12, 36.34)], "missed"),
        ([Place(Span(3, 8), Relation.IN, None, PlacePrecision.UNRESOLVED)], "missed"),
        ([], "missed"),
    ],
)
def test_a_toponym_counts_where_an_overlapping_one_lies_near(found: list[Place], expected: str) -> None:
    assert outcome(TOWN, found) == expected


def test_countries_are_counted_apart_and_toponyms_without_coordinates_only_for_precision() -> None:
    score = Score()
    gold = [TOWN, {**TOWN, "start": 20, "end": 24, "country": True}, {**TOWN, "start": 30, "end": 34, "lat": None}]
    score.add(gold, [place(3, 8, 36.34), place(30, 34, 36.34), place(50, 54, 36.34)])
    assert (score.places, score.every) == ({"right": 1}, {"right": 1, "missed": 1})
    assert (score.named, score.resolved) == (2, 3)
