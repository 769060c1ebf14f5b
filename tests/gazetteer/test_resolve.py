"""Places that share a name told apart."""

import pytest

from claimtrail.gazetteer.context import Context
from claimtrail.gazetteer.lookup import Gazetteer
from claimtrail.gazetteer.resolve import Toponym, contains, resolve
from claimtrail.gazetteer.toponyms import find_toponyms
from claimtrail.model.claim import Candidate, Place
from claimtrail.model.span import Span


def read(text: str, gazetteer: Gazetteer) -> dict[str, Place]:
    places = resolve(find_toponyms(text, gazetteer), gazetteer, Context.of(text))
    return {place.span.of(text): place for place in places}


def country(place: Place) -> str | None:
    return place.resolved.country if place.resolved else None


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Militias fought in Tripoli, and in Misrata and Zawiya.", "Tripoli", "LY"),
        ("Lebanese troops entered Tripoli after clashes near Akkar and Beirut.", "Tripoli", "LB"),
        ("Russian jets bombed Gori and Poti, and Georgia asked for help from Tbilisi.", "Georgia", "GE"),
        ("The sheriff said the fire in Atlanta, Georgia, spread to Macon and Augusta.", "Georgia", "US"),
        ("Two men from Springfield, Ill., were held.", "Springfield", "US"),
        ("Afghan police in Kunduz province lost a post.", "Kunduz", "AF"),
        ("The strike near Abu Kamal hit a convoy from Iraq.", "Abu Kamal", "SY"),
    ],
)
def test_the_article_decides_what_a_name_means(gazetteer: Gazetteer, text: str, name: str, expected: str) -> None:
    assert country(read(text, gazetteer)[name]) == expected


def test_a_stated_state_picks_the_town(gazetteer: Gazetteer) -> None:
    place = read("She moved from Springfield, Ill., last year.", gazetteer)["Springfield"]
    assert place.resolved is not None
    assert place.resolved.admin[0] == "Illinois"


@pytest.mark.parametrize(
    ("text", "name", "precision"),
    [
        ("A raid in Homs failed.", "Homs", "exact"),
        ("A raid 5 km east of Homs failed.", "Homs", "near_town"),
        ("A raid in Kunduz province failed.", "Kunduz", "admin1"),
        ("A raid in Andar district, Ghazni province, failed.", "Andar", "admin2"),
        ("A raid in the Donbas failed.", "Donbas", "region"),
        ("A raid in Syria failed.", "Syria", "country"),
    ],
)
def test_precision_says_how_finely_a_place_is_known(gazetteer: Gazetteer, text: str, name: str, precision: str) -> None:
    assert read(text, gazetteer)[name].precision == precision


def test_an_unknown_village_stands_at_its_parent_under_its_own_name(gazetteer: Gazetteer) -> None:
    village = Toponym(Span(0, 9), "Qxzarabad", within=("Ghazni province",))
    (place,) = resolve([village], gazetteer, Context())
    assert place.resolved is not None
    assert (place.resolved.id, place.resolved.name, place.resolved.country) == (None, "Qxzarabad", "AF")
    assert place.precision == "admin1"


def test_a_name_of_which_nothing_is_known_stays_unresolved(gazetteer: Gazetteer) -> None:
    (place,) = resolve([Toponym(Span(0, 4), "Xqzt")], gazetteer, Context())
    assert (place.resolved, place.precision, place.others) == (None, "unresolved", ())


def test_one_sense_an_article(gazetteer: Gazetteer) -> None:
    text = "Tripoli was calm. In Tripoli, Lebanon, and in Beirut, shops opened. Later Tripoli saw rain."
    places = resolve(find_toponyms(text, gazetteer), gazetteer, Context.of(text))
    found = [country(place) for place in places if place.span.of(text) == "Tripoli"]
    assert found == ["LB", "LB", "LB"]


def test_runners_up_are_given_with_their_share_of_belief(gazetteer: Gazetteer) -> None:
    place = read("The fighting in Tripoli went on.", gazetteer)["Tripoli"]
    assert place.resolved is not None
    assert 1 <= len(place.others) <= 3
    assert 1 >= place.resolved.score >= place.others[0].score >= 0


def test_no_mentions_give_no_places(gazetteer: Gazetteer) -> None:
    assert resolve([], gazetteer, Context()) == []


def test_a_country_contains_its_towns_and_no_others() -> None:
    iraq = Candidate(1, "Iraq", 33.0, 44.0, "IQ", feature="PCLI")
    mosul = Candidate(2, "Mosul", 36.34, 43.12, "IQ", ("Nineveh",), "PPL")
    homs = Candidate(3, "Homs", 34.72, 36.73, "SY", ("Homs",), "PPL")
    assert contains(iraq, mosul)
    assert not contains(iraq, homs)
    assert not contains(iraq, iraq)


def test_a_small_place_far_from_the_setting_is_not_believed(gazetteer: Gazetteer) -> None:
    text = "Iraqi troops left Mosul, Tikrit and Ramadi, and moved on Tonasket, Iraqi officers in Baghdad said."
    place = read(text, gazetteer)["Tonasket"]
    assert place.resolved is None
    assert place.others[0].country == "US"


@pytest.mark.parametrize(
    ("text", "name", "doubtful"),
    [
        ("The raid on Salihiyah killed two.", "Salihiyah", True),
        ("The raid on Salihiyah in Syria killed two.", "Salihiyah", False),
        ("Rebels seized a post in Springfield.", "Springfield", True),
        ("Rebels seized a post in Homs.", "Homs", False),
        ("Rebels seized a post in Syria.", "Syria", False),
    ],
)
def test_a_namesake_that_may_be_meant_is_marked(gazetteer: Gazetteer, text: str, name: str, doubtful: bool) -> None:
    assert read(text, gazetteer)[name].doubtful is doubtful


def test_a_states_abbreviation_is_never_the_city(gazetteer: Gazetteer) -> None:
    place = read("Officials in Olympia, Wash., met others from Washington.", gazetteer)["Wash."]
    assert place.resolved is not None
    assert place.resolved.feature == "ADM1"


def test_a_city_named_with_its_generic_word_is_not_the_state(gazetteer: Gazetteer) -> None:
    place = read("The convoy left Kansas City on Monday.", gazetteer)["Kansas City"]
    assert place.resolved is not None
    assert place.resolved.name == "Kansas City"


def test_airports_are_found_under_the_names_of_news(gazetteer: Gazetteer) -> None:
    found = read("Rockets fell on Beirut airport; flights from Schiphol turned back.", gazetteer)
    assert [place.resolved.country for place in found.values() if place.resolved] == ["LB", "NL"]
