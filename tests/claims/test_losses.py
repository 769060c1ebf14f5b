"""Losses over the trees."""

from claimtrail.claims.losses import FoundLoss, find_losses
from claimtrail.claims.outcomes import Part, outcome_of
from claimtrail.claims.tree import Tree
from claimtrail.model import Category, Outcome
from tests.claims import sentences
from tests.claims.trees import tree


def told(made: Tree, loss: FoundLoss) -> tuple[str, str, str | None]:
    """Who, outcome and count words of a loss."""
    count = loss.count_near.of(made.text) if loss.count_near else None
    return loss.who.of(made.text), loss.outcome.value, count


def test_objects_of_coordinated_verbs() -> None:
    made = tree(sentences.ACCORDING)
    assert [told(made, loss) for loss in find_losses(made)] == [
        ("farmers", "killed", "12"),
        ("soldiers", "wounded", "three"),
    ]


def test_coordinated_objects() -> None:
    made = tree(sentences.KIDNAPPED)
    found = find_losses(made)
    assert [told(made, loss) for loss in found] == [("priest", "captured", "a"), ("nurses", "captured", "two")]
    assert {loss.category for loss in found} == {Category.CIVILIAN}


def test_a_noun_of_outcome_has_its_complement() -> None:
    made = tree(sentences.DEATHS)
    (loss,) = find_losses(made)
    assert told(made, loss) == ("sailors", "killed", "seven")
    assert loss.governor.of(made.text) == "deaths"


def test_what_is_seized_is_told_by_its_kind() -> None:
    made = tree(sentences.REPORTEDLY)
    (loss,) = find_losses(made)
    assert told(made, loss) == ("trucks", "seized", "five")
    assert loss.category is Category.VEHICLE


def test_a_passive_subject_and_no() -> None:
    made = tree(sentences.NOBODY)
    assert [told(made, loss) for loss in find_losses(made)] == [("civilians", "killed", "No")]


def test_nobody_is_lost_but_no_other_pronoun_is() -> None:
    made = tree(sentences.NOT_ONE)
    assert [told(made, loss)[:2] for loss in find_losses(made)] == [("Nobody", "killed")]
    assert [loss.category for loss in find_losses(made)] == [Category.PERSON]


def test_a_definite_noun_told_before_is_not_told_again() -> None:
    again = (
        "The|the|DET|2|det farmers|farmer|NOUN|4|nsubj:pass were|be|AUX|4|aux:pass killed|kill|VERB|0|root "
        "there|there|ADV|4|advmod .|.|PUNCT|4|punct"
    )
    assert len(find_losses(tree(again))) == 1
    assert len(find_losses(tree(sentences.ACCORDING, again))) == 2


def test_outcomes_depend_on_what_is_lost() -> None:
    assert outcome_of("lose", Part.VERB, Category.COMBATANT) is Outcome.KILLED
    assert outcome_of("lose", Part.VERB, Category.AIRCRAFT) is Outcome.DESTROYED
    assert outcome_of("neutralise", Part.VERB, Category.COMBATANT) is Outcome.KILLED
    assert outcome_of("find", Part.VERB, Category.WEAPON) is Outcome.SEIZED
    assert outcome_of("sing", Part.VERB, Category.PERSON) is None
