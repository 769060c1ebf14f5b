"""Bodies of states by the grammar of their names."""

import pytest

from claimtrail.claims import actor_of
from claimtrail.claims.states import state_words
from claimtrail.claims.words import words_of


def bodies(text: str, year: int | None = None) -> list[tuple[str, str | None]]:
    return [(each.actor(year).name, each.label) for each in state_words(words_of(text)) if not each.land]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the Peruvian army", "Army of Peru"),
        ("Kenya’s defence ministry", "Ministry of Defence of Kenya"),
        ("Ministry of Defence of the Russian Federation", "Ministry of Defence of Russia"),
        ("U.S. forces", "Armed Forces of United States"),
        ("UK police", "Police of United Kingdom"),
        ("Soviet troops", "Armed Forces of Soviet Union"),
        ("South Vietnamese government forces", "Armed Forces of South Vietnam"),
        ("Royal Saudi Air Force", "Air Force of Saudi Arabia"),
        ("Nepal police", "Police of Nepal"),
    ],
)
def test_a_body_is_named_by_adjective_possessive_or_of(text: str, name: str) -> None:
    assert bodies(text)[0][0] == name


@pytest.mark.parametrize(
    "text", ["Serb forces", "Korean troops", "Georgia police", "Syrian civilians", "US-Afghan army"]
)
def test_peoples_homonyms_and_persons_of_no_office_name_no_body(text: str) -> None:
    assert bodies(text) == []


def test_an_office_is_no_body() -> None:
    assert bodies("Syrian officials") == [("Government of Syria", None)]


def test_a_body_of_the_table_is_one_with_that_of_the_pattern_while_it_exists() -> None:
    assert bodies("Sudan’s army", 2023) == [("Sudanese Armed Forces", "Army")]
    assert bodies("Syria’s army", 2015) == [("Syrian Arab Army", "Army")]
    assert bodies("Syria’s army", 2027) == [("Army of Syria", "Army")]


def test_ids_lead_back_to_their_actors() -> None:
    army = actor_of("pe-army")
    assert army is not None
    assert (army.name, army.party, army.kind) == ("Army of Peru", "Government of Peru", "state forces")
    taliban = actor_of("taliban")
    assert taliban is not None
    assert taliban.ucdp == "Taleban"
    assert actor_of("pe-cavalry") is None
