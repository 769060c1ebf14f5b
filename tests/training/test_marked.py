"""Texts with ranges marked in them."""

import pytest

from training.claims_head.marked import parsed

SPEECH = "{S1 Mayor Brel} {Q1 said} {C1 that {S2 the army} {Q2 would} {C2 leave}}. {C1 \u201cSoon.\u201d}"


def test_marks_are_ranges_of_the_text_without_them() -> None:
    found = parsed("a", SPEECH)
    assert found.text == "Mayor Brel said that the army would leave. \u201cSoon.\u201d"
    assert [(found.text[m.start : m.end], m.kind, m.number, m.depth) for m in found.marks] == [
        ("Mayor Brel", "S", 1, 0),
        ("said", "Q", 1, 0),
        ("that the army would leave", "C", 1, 0),
        ("the army", "S", 2, 0),
        ("would", "Q", 2, 0),
        ("leave", "C", 2, 1),
        ("\u201cSoon.\u201d", "C", 1, 0),
    ]


def test_marks_of_entities_have_a_number_only() -> None:
    found = parsed("a", "{1 a guard of {2 the port}} fled")
    assert [(m.kind, m.number, m.depth) for m in found.marks] == [("", 1, 0), ("", 2, 1)]


@pytest.mark.parametrize("marked", ["{1 a", "a}", "{S1 {Q1 a}"])
def test_braces_must_balance(marked: str) -> None:
    with pytest.raises(ValueError, match="text-7"):
        parsed("text-7", marked)
