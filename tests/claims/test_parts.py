"""Losses that are parts of a total, and look-alikes that are not."""

import pytest

from claimtrail.claims.parts import with_parts
from claimtrail.model import Category, Loss, Outcome
from tests.builders import loss
from tests.claims import tolls
from tests.claims.trees import tree

Told = tuple[str, str, int]


def parts(sentences: tuple[str, ...] | str, *told: Told, **kinds: Category) -> list[int | None]:
    """The total of each loss, given as who, count words and number."""
    made = tree(*((sentences,) if isinstance(sentences, str) else sentences))
    losses = [
        loss(made.text, who, count, number, number, category=kinds.get(who, Category.PERSON))
        for who, count, number in told
    ]
    return [each.part_of for each in with_parts(losses, made)]


@pytest.mark.parametrize(
    ("sentences", "told", "totals"),
    [
        (tolls.INCLUDING, [("people", "24", 24), ("children", "seven", 7), ("nurses", "two", 2)], [None, 0, 0]),
        (tolls.OF_THEM, [("villagers", "12", 12), ("women", "five", 5)], [None, 0]),
        (tolls.AMONG, [("sailors", "18", 18), ("officers", "four", 4)], [None, 0]),
        (tolls.TRAILING, [("people", "9", 9), ("children", "three", 3)], [None, 0]),
        (tolls.MEMBERS, [("people", "12", 12), ("women", "seven", 7), ("boys", "five", 5)], [None, 0, 0]),
        (tolls.RISEN, [("38", "38", 38), ("35", "35", 35)], [None, 0]),
    ],
)
def test_a_part_has_the_index_of_its_total(
    sentences: tuple[str, ...] | str, told: list[Told], totals: list[int | None]
) -> None:
    assert parts(sentences, *told) == totals


def test_members_of_a_list_that_happen_to_add_up_are_no_parts() -> None:
    assert parts(tolls.LIST, ("soldiers", "two", 2), ("policeman", "a", 1), ("guard", "a", 1)) == [None, None, None]


def test_members_that_do_not_add_up_are_no_parts() -> None:
    assert parts(tolls.MEMBERS, ("people", "12", 12), ("women", "seven", 7), ("boys", "five", 4)) == [None, None, None]


def test_a_loss_of_its_own_sentence_is_no_part() -> None:
    assert parts(tolls.OFFICERS, ("guards", "3", 3), ("miners", "Seven", 7)) == [None, None]


def test_what_is_listed_after_a_part_but_of_another_side_is_no_part() -> None:
    told = ("villagers", "24", 24), ("women", "five", 5), ("soldiers", "12", 12)
    found = parts(tolls.ANEW, *told, villagers=Category.CIVILIAN, soldiers=Category.COMBATANT)
    assert found == [None, 0, None]


def test_a_part_greater_than_its_total_is_a_part_all_the_same() -> None:
    assert parts(tolls.INCLUDING, ("people", "24", 24), ("children", "seven", 31)) == [None, 0]


def test_things_are_no_part_of_people() -> None:
    assert parts(tolls.INCLUDING, ("people", "24", 24), ("children", "seven", 7), children=Category.VEHICLE)[1] is None


@pytest.mark.parametrize(
    ("sentence", "outcome", "total"),
    [(tolls.INCLUDING, Outcome.WOUNDED, 0), (tolls.INCLUDING_DEAD, Outcome.KILLED, None)],
)
def test_a_part_suffered_what_its_total_did_unless_a_verb_of_its_own_says_otherwise(
    sentence: str, outcome: Outcome, total: int | None
) -> None:
    made = tree(sentence)
    hurt = loss(made.text, "people", "24", 24, 24, outcome=Outcome.WOUNDED)
    dead: Loss = loss(made.text, "children", "seven", 7, 7, outcome=Outcome.KILLED)
    found = with_parts([hurt, dead], made)[1]
    assert (found.outcome, found.part_of) == (outcome, total)
