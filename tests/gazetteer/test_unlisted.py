"""Places that no gazetteer lists."""

import pytest

from claimtrail.gazetteer.context import Context
from claimtrail.gazetteer.lookup import Gazetteer
from claimtrail.gazetteer.resolve import Toponym, resolve
from claimtrail.gazetteer.toponyms import find_toponyms


def found(text: str, gazetteer: Gazetteer) -> dict[str, Toponym]:
    return {toponym.span.of(text): toponym for toponym in find_toponyms(text, gazetteer)}


@pytest.mark.parametrize(
    ("text", "name", "within"),
    [
        ("In Idlib, shells hit Qarmoun Hospital.", "Qarmoun Hospital", ("Idlib",)),
        ("Shells hit the village of Qizarat near Hama.", "Qizarat", ("Hama",)),
        ("Hama was calm. Shells hit Qarmoun Hospital.", "Qarmoun Hospital", ("Hama",)),
        ("Shells hit Qarmoun Hospital.", "Qarmoun Hospital", ()),
    ],
)
def test_a_facility_stands_within_the_nearest_name(
    gazetteer: Gazetteer, text: str, name: str, within: tuple[str, ...]
) -> None:
    assert found(text, gazetteer)[name].within == within


@pytest.mark.parametrize("text", ["Police went to school.", "Gen. Karim Base spoke in Hama.", "The Camp was quiet."])
def test_common_nouns_and_people_are_no_facilities(gazetteer: Gazetteer, text: str) -> None:
    assert set(found(text, gazetteer)) <= {"Hama"}


def test_a_facility_is_placed_at_its_town_under_its_own_name(gazetteer: Gazetteer) -> None:
    text = "In Idlib, shells hit Qarmoun Hospital."
    place = resolve(find_toponyms(text, gazetteer), gazetteer, Context.of(text))[-1]
    assert place.resolved is not None
    assert (place.resolved.id, place.resolved.name, place.precision) == (None, "Qarmoun Hospital", "near_town")
    assert place.resolved.lat == pytest.approx(35.93, abs=0.05)
