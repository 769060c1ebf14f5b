"""The table of actors, and its many spellings."""

import pytest

from claimtrail.claims.actors import actors, standings
from claimtrail.claims.words import words_of


def named(text: str) -> list[str]:
    words = words_of(text)
    return [alias.actor.name for each in standings(words) for alias in each.aliases]


def test_the_table_holds_together() -> None:
    ids = [actor.id for actor in actors()]
    assert len(ids) == len(set(ids)) >= 400
    names = {actor.name for actor in actors()}
    sides = {actor.party for actor in actors() if actor.party}
    known = {"Syrian opposition", "Fatah", "Malayan Communist Party", "Communist Party of China"}
    assert [side for side in sides if not side.startswith("Government of ") and side not in names | known] == []
    assert all(actor.first <= actor.last for actor in actors() if actor.first and actor.last)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hizballah", "Hezbollah"),
        ("Hezbollah’s", "Hezbollah"),
        ("Hizb'ullah", "Hezbollah"),
        ("Da’esh", "Islamic State"),
        ("ISIL", "Islamic State"),
        ("Jabhat an-Nusra", "al-Nusra Front"),
        ("Hay'at Tahrir ash-Sham", "Hayat Tahrir al-Sham"),
        ("Al Qaida in the Arabian Peninsula", "al-Qaeda in the Arabian Peninsula"),
        ("Seleka", "Séléka"),
        ("Partiya Karkerên Kurdistan", "Kurdistan Workers' Party"),
        ("Peshmarga", "Peshmerga"),
    ],
)
def test_spellings_and_abbreviations(text: str, name: str) -> None:
    assert named(text)[0] == name


@pytest.mark.parametrize("text", ["the isil of old", "houthi", "anti-Taliban", "Hamaas"])
def test_small_letters_bound_words_and_short_likenesses_name_nobody(text: str) -> None:
    assert named(text) == []


def test_the_longest_name_is_found() -> None:
    assert named("Islamic State West Africa Province")[0] == "Islamic State West Africa Province"


def test_an_actor_is_not_named_before_it_began() -> None:
    taliban = next(actor for actor in actors() if actor.name == "Taliban")
    assert not taliban.begun(1980)
    assert taliban.begun(None)
    assert taliban.active(2020)
