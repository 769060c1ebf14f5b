"""The spellings of a name brought to one key."""

import pytest

from claimtrail.gazetteer.fold import Core, abbreviation, core, fold, loosen


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Al Mayādīn", "al mayadin"),
        ("I‘zāz", "izaz"),
        ("Deir ez-Zor", "deir ez zor"),
        ("Zażółć", "zazolc"),
        ("St. Louis", "saint louis"),
        ("Ta'izz", "taizz"),
        ("  Kyiv ", "kyiv"),
        ("Main St", "main st"),
        ("---", ""),
    ],
)
def test_spellings_fold_to_one_key(name: str, key: str) -> None:
    assert fold(name) == key


def test_folding_twice_changes_nothing() -> None:
    once = fold("Ash-Shaykh Miskīn")
    assert fold(once) == once


@pytest.mark.parametrize("name", ["Ar Raqqah", "al-Raqqah", "Raqqah"])
def test_articles_do_not_count_loosely(name: str) -> None:
    assert loosen(fold(name)) == "raqqah"


def test_a_name_of_articles_alone_stays() -> None:
    assert loosen("al") == "al"


@pytest.mark.parametrize(
    ("folded", "expected"),
    [
        ("kunduz province", Core("kunduz", "ADM1")),
        ("province of ghazni", Core("ghazni", "ADM1")),
        ("andar district", Core("andar", "ADM2")),
        ("wadi barada", Core("barada", "STM")),
        ("mosul", None),
        ("province", None),
    ],
)
def test_the_generic_word_is_split_off(folded: str, expected: Core | None) -> None:
    assert core(folded) == expected


def test_an_abbreviation_is_not_a_name() -> None:
    assert abbreviation("La.") != fold("La")
