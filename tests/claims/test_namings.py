"""Which actors an article names."""

from claimtrail.claims.namings import Sense, find_namings
from claimtrail.model import Candidate, Place, PlacePrecision, Relation, Span


def names(text: str, year: int | None = None) -> dict[str, str]:
    found = find_namings(text, [Span(0, len(text))], year)
    return {each.span.of(text): each.actor.name for each in found if each.sense is Sense.BODY}


LIBERATION = "The National Liberation Army struck in {}."


def test_a_shared_name_is_that_of_the_article_s_country_and_year() -> None:
    assert names(LIBERATION.format("Colombia"), 1999) == {
        "National Liberation Army": "National Liberation Army (Colombia)"
    }
    assert names(LIBERATION.format("Algeria"), 1957) == {
        "National Liberation Army": "National Liberation Army (Algeria)"
    }
    assert names(LIBERATION.format("Algeria"), 1999) == {}
    assert names(LIBERATION.format("Peru"), 1999) == {}


def test_a_name_is_not_taken_before_its_time() -> None:
    assert names("Hamas was met.", 1944) == {}


def test_a_group_that_has_ended_is_still_known_in_later_accounts() -> None:
    assert names("The Khmer Rouge killed them.", 2015) == {"Khmer Rouge": "Khmer Rouge"}


def test_a_short_shared_name_counts_where_the_full_one_stands() -> None:
    text = "The Allied Democratic Forces burned a truck. The ADF left."
    assert names(text, 2021)["ADF"] == "Allied Democratic Forces"
    assert names("The ADF left.", 2021) == {}


def test_the_article_s_own_abbreviation_wins() -> None:
    text = "The Amber River Defence League (ARDL) took Oldra. The ARDL said so."
    assert names(text) == {"ARDL": "Amber River Defence League"}
    text = "Staff of the Senior Dental Foundation (SDF) met in Syria. The SDF voted."
    assert names(text, 2020)["SDF"] == "Senior Dental Foundation"


def test_another_state_s_adjective_makes_it_another_body() -> None:
    assert names("The Peruvian Shan State Army marched in Myanmar.", 2005) == {}
    assert names("The Lebanese Hezbollah marched.", 2005) == {"Lebanese Hezbollah": "Hezbollah"}


def test_capitals_of_a_headline_make_no_abbreviation() -> None:
    assert names("MINISTER IS DEAD IN SYRIA", 2016) == {}


def test_a_capital_stands_for_its_government() -> None:
    text = "Lima denied it."
    lima = Place(
        Span(0, 4), Relation.IN, Candidate(1, "Lima", -12.0, -77.0, "PE", feature="PPLC"), PlacePrecision.EXACT
    )
    (found,) = find_namings(text, [Span(0, len(text))], None, [lima])
    assert (found.actor.name, found.sense) == ("Government of Peru", Sense.LAND)
