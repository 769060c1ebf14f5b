"""The names under which news knows an airport."""

import pytest

from claimtrail.gazetteer.airports import aliases, rows


@pytest.mark.parametrize(
    ("name", "city", "telling"),
    [
        ("London Qxrow Airport", "London", "Qxrow"),
        ("Amsterdam Airport Qxphol", "Amsterdam", "Qxphol"),
        ("Sequim Valley Airport", "Sequim", None),
        ("Kabul International Airport", "Kabul", None),
    ],
)
def test_the_word_that_tells_an_airport_from_its_towns_others(name: str, city: str, telling: str | None) -> None:
    found = aliases(name, city)
    assert [alias for alias in found if "Airport" not in alias] == ([telling] if telling else [])


def test_bases_and_airports_with_flights_are_kept() -> None:
    each = {"iata": "", "city": "Qx", "subd": "North", "country": "AF", "lat": "1", "lon": "2"}
    found = rows([each | {"icao": "QB", "name": "Qx Air Base"}, each | {"icao": "QA", "name": "Qx Airstrip"}])
    assert found == ["QB\tQx Air Base\t1.00\t2.00\tAF\tINSB\tNorth\t"]
