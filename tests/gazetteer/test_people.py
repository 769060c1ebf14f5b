"""Names of people told from names of places."""

import pytest

from claimtrail.gazetteer.lookup import Gazetteer
from claimtrail.gazetteer.people import is_people
from claimtrail.gazetteer.toponyms import find_toponyms
from claimtrail.model.span import Span


def names(text: str, gazetteer: Gazetteer, locations: list[str] | None = None, people: str = "") -> list[str]:
    spans = [Span(text.index(each), text.index(each) + len(each)) for each in locations or []]
    others = [Span(text.index(people), text.index(people) + len(people))] if people else []
    return [toponym.span.of(text) for toponym in find_toponyms(text, gazetteer, spans, others)]


@pytest.mark.parametrize(
    ("text", "location"),
    [
        ("The mayor, Adán Ferrer, survived a bombing of his car.", "Adán Ferrer"),
        ("The mayor, Ferrer, survived.", "Ferrer"),
        ("A judge, Paris Lindqvist, was shot.", "Paris"),
        ("Paris Lindqvist, 44, was shot.", "Paris"),
        ("Police found mayor Adán Ferrer alive.", "Adán"),
        ("Sen. Ann Tonasket spoke.", "Tonasket"),
        ("Hama Tuma said the road was shut.", "Hama"),
    ],
)
def test_an_age_an_office_or_a_first_name_outweighs_a_reader(gazetteer: Gazetteer, text: str, location: str) -> None:
    assert names(text, gazetteer) == []
    assert names(text, gazetteer, [location]) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shells hit Homs, 12 km from Hama.", ["Homs", "Hama"]),
        ("The army took the capital, Damascus, and left.", ["Damascus"]),
        ("Aleppo University said classes would go on.", ["Aleppo"]),
    ],
)
def test_places_beside_numbers_and_institutions_stay_places(
    gazetteer: Gazetteer, text: str, expected: list[str]
) -> None:
    assert names(text, gazetteer) == expected


@pytest.mark.parametrize(
    ("text", "mention", "expected"),
    [
        ("A crowd met Amman mayor Karim Ruiz.", "Amman mayor Karim Ruiz", ["Amman"]),
        ("A crowd met Karim Ruiz of Amman.", "Karim Ruiz of Amman", ["Amman"]),
        ("A crowd met Tonasket Ruiz.", "Tonasket Ruiz", []),
    ],
)
def test_a_mention_of_a_person_speaks_only_against_his_own_name(
    gazetteer: Gazetteer, text: str, mention: str, expected: list[str]
) -> None:
    assert names(text, gazetteer, people=mention) == expected


@pytest.mark.parametrize(
    "word", ["Dagestani", "Sicilian", "South Ossetian", "Londoners", "Kurdish", "Syrians", "Texan"]
)
def test_peoples_are_told_by_their_form(gazetteer: Gazetteer, word: str) -> None:
    assert is_people(word, gazetteer)
    assert names(f"Two {word} fighters fled.", gazetteer, [word]) == []


@pytest.mark.parametrize("place", ["Milan", "Berlin", "Qizani", "Aden"])
def test_places_of_such_form_stay_places(gazetteer: Gazetteer, place: str) -> None:
    assert not is_people(place, gazetteer)
