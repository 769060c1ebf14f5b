"""Strict entities."""

from benchmarks.re3d import entities, f1


def test_an_entity_begins_with_b_and_keeps_its_type() -> None:
    tags = [["B-Person", "I-Person", "I-Weapon", "O", "I-Person"], ["B-Weapon", "B-Weapon", "I-Weapon"]]
    assert entities(tags) == {(0, 0, 2, "Person"), (1, 0, 1, "Weapon"), (1, 1, 3, "Weapon")}


def test_only_exact_span_and_type_count() -> None:
    gold = entities([["B-Person", "I-Person", "O", "B-Weapon"]])
    assert f1(gold, gold) == 1.0
    assert f1(gold, entities([["B-Person", "O", "O", "B-Weapon"]])) == 0.5
    assert f1(gold, entities([["O", "O", "O", "B-Location"]])) == 0.0
