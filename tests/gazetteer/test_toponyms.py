"""Place names found in a text."""

import pytest

from claimtrail.gazetteer.lookup import Gazetteer
from claimtrail.gazetteer.toponyms import find_toponyms
from claimtrail.model.claim import Relation
from claimtrail.model.span import Span


def names(text: str, gazetteer: Gazetteer) -> list[str]:
    return [toponym.span.of(text) for toponym in find_toponyms(text, gazetteer)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shells fell on Azaz and near al-Bab overnight.", ["Azaz", "al-Bab"]),
        ("Syrian forces and Iraqis met in Homs.", ["Homs"]),
        ("Mr. Jordan and Gen. Paris Hilton spoke in Amman.", ["Amman"]),
        ("Police in Kabul said three guards died on Friday in May.", ["Kabul"]),
        ("The clashes in Deir ez-Zor went on.", ["Deir ez-Zor"]),
        ("A drone from Kherson hit Aleppo University.", ["Kherson", "Aleppo"]),
        ("Kandahar-based officers left the United Arab Emirates.", ["Kandahar", "United Arab Emirates"]),
        ("Nobody was hurt.", []),
        ("", []),
    ],
)
def test_places_are_found_and_people_are_not(gazetteer: Gazetteer, text: str, expected: list[str]) -> None:
    assert names(text, gazetteer) == expected


def test_a_generic_word_belongs_to_what_is_looked_up(gazetteer: Gazetteer) -> None:
    text = "Rebels took Kunduz province and the city of Ghazni."
    assert [toponym.text for toponym in find_toponyms(text, gazetteer)] == ["Kunduz province", "city of Ghazni"]


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ("A raid in Andar district, Ghazni province, failed.", ("Ghazni province",)),
        ("The convoy was hit in Rabiyah, Iraq.", ("Iraq",)),
        ("It was made in Springfield, Ill.", ("Illinois state",)),
        ("The blast struck Nigeria’s Maiduguri.", ()),
    ],
)
def test_stated_containers_are_kept(gazetteer: Gazetteer, text: str, within: tuple[str, ...]) -> None:
    assert find_toponyms(text, gazetteer)[0].within == within


def test_a_possessive_country_contains_what_follows(gazetteer: Gazetteer) -> None:
    assert find_toponyms("The blast struck Nigeria’s Maiduguri.", gazetteer)[1].within == ("Nigeria",)


@pytest.mark.parametrize(
    ("text", "relation", "distance", "bearing"),
    [
        ("It crashed 12 km north of Mosul.", "near", 12.0, "north"),
        ("It crashed 10 miles southeast of the city of Mosul.", "near", 16.09, "southeast"),
        ("It crashed near Mosul.", "near", None, None),
        ("They drove from Mosul.", "from", None, None),
        ("They drove towards Mosul.", "to", None, None),
        ("It crashed in Mosul.", "in", None, None),
    ],
)
def test_relation_distance_and_bearing(
    gazetteer: Gazetteer, text: str, relation: str, distance: float | None, bearing: str | None
) -> None:
    (toponym,) = find_toponyms(text, gazetteer)
    assert (toponym.relation, toponym.distance_km, toponym.bearing) == (relation, distance, bearing)


def test_a_readers_mentions_are_heeded(gazetteer: Gazetteer) -> None:
    text = "Tarzeen and Hama were named; Florence wept."
    place, person = Span(0, 7), Span(text.index("Florence"), text.index("Florence") + 8)
    found = find_toponyms(text, gazetteer, [place], [person])
    assert [toponym.span.of(text) for toponym in found] == ["Tarzeen", "Hama"]


def test_both_ends_of_between_are_so_related(gazetteer: Gazetteer) -> None:
    found = find_toponyms("A bomb went off between Mosul and Tikrit.", gazetteer)
    assert [toponym.relation for toponym in found] == [Relation.BETWEEN, Relation.BETWEEN]


def test_the_last_word_of_a_list_says_what_all_of_it_are(gazetteer: Gazetteer) -> None:
    found = find_toponyms("Police in Butler, Clark and Warren counties said so.", gazetteer)
    assert [(toponym.text, toponym.within) for toponym in found] == [
        ("Butler county", ()),
        ("Clark county", ()),
        ("Warren county", ()),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mass. legislators voted.", ["Mass."]),
        ("Rep. Ann Roe, D-Mass., met Rep. Bo Lee (R-Tonasket).", ["Mass.", "Tonasket"]),
        ("They went to Mass. The bells rang.", []),
        ("A Tonasket man was hurt.", ["Tonasket"]),
        ("At Makeen the road was shut.", ["Makeen"]),
    ],
)
def test_seats_homes_and_lone_abbreviations(gazetteer: Gazetteer, text: str, expected: list[str]) -> None:
    assert names(text, gazetteer) == expected


def test_a_name_inside_a_readers_longer_mention_is_not_a_place_of_its_own(gazetteer: Gazetteer) -> None:
    text = "Rebels shelled the Qadir Golf Club in Amman."
    start = text.index("Qadir")
    found = find_toponyms(text, gazetteer, [Span(start, start + len("Qadir Golf Club"))])
    assert [(toponym.span.of(text), toponym.within) for toponym in found] == [
        ("Qadir Golf Club", ("Amman",)),
        ("Amman", ()),
    ]
