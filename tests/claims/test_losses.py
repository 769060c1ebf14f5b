"""Losses over the trees."""

from claimtrail.claims.losses import FoundLoss, find_losses, spared, unlost
from claimtrail.claims.outcomes import Part, outcome_of
from claimtrail.claims.tree import Tree
from claimtrail.model import Category, Outcome
from tests.claims import sentences
from tests.claims.trees import at, tree


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


RAID = (
    "Troops|troops|NOUN|2|nsubj began|begin|VERB|0|root a|a|DET|4|det raid|raid|NOUN|2|obj to|to|PART|6|mark"
    " capture|capture|VERB|4|acl a|a|DET|8|det leader|leader|NOUN|6|obj and|and|CCONJ|11|cc a|a|DET|11|det"
    " courier|courier|NOUN|8|conj .|.|PUNCT|2|punct"
)
LED = (
    "He|he|PRON|2|nsubj led|lead|VERB|0|root a|a|DET|4|det group|group|NOUN|2|obj of|of|ADP|7|case"
    " eight|eight|NUM|7|nummod fighters|fighter|NOUN|4|nmod .|.|PUNCT|2|punct"
)
PAID = (
    "They|they|PRON|2|nsubj seized|seize|VERB|0|root 300|300|NUM|5|nummod Malian|malian|ADJ|5|amod"
    " francs|franc|NOUN|2|obj .|.|PUNCT|2|punct"
)
FIRED = "Two|two|NUM|2|nummod gunmen|gunman|NOUN|3|nsubj opened|open|VERB|0|root fire|fire|NOUN|3|obj .|.|PUNCT|3|punct"
SHOT = "Guards|guard|NOUN|2|nsubj killed|kill|VERB|0|root the|the|DET|4|det gunmen|gunman|NOUN|2|obj .|.|PUNCT|2|punct"


def test_those_whom_a_raid_is_meant_to_capture_are_no_loss() -> None:
    made = tree(RAID)
    assert unlost(made, at(made, "leader"), Outcome.CAPTURED)
    assert unlost(made, at(made, "courier"), Outcome.CAPTURED)
    gerund = RAID.replace("capture|capture", "capturing|capture")
    assert not unlost(tree(gerund), at(tree(gerund), "leader"), Outcome.CAPTURED)


def test_those_whom_somebody_leads_or_protects_are_spared() -> None:
    made = tree(LED)
    assert spared(made, at(made, "fighters"))
    assert not spared(tree(SHOT), at(tree(SHOT), "gunmen"))


def test_money_suffers_nothing_but_may_be_seized() -> None:
    made = tree(PAID)
    assert unlost(made, at(made, "francs"), Outcome.CAPTURED)
    assert not unlost(made, at(made, "francs"), Outcome.SEIZED)


def test_people_told_of_before_are_lost_where_their_death_is_first_told() -> None:
    again = SHOT.replace("Guards|guard", "Soldiers|soldier")
    made = tree(FIRED, SHOT, again)
    (loss,) = find_losses(made)
    assert told(made, loss) == ("gunmen", "killed", "the")
    assert loss.governor.start < made.text.index("Soldiers")
