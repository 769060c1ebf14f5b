"""Triggers that the tree ties together tell of one event."""

import pytest

from claimtrail.claims.same_event import one_event
from claimtrail.claims.tree import Tree
from tests.claims.trees import at, tree

RAID = tree(
    "The|the|DET|2|det raid|raid|NOUN|3|nsubj killed|kill|VERB|0|root nine|nine|NUM|5|nummod men|man|NOUN|3|obj",
)
BLAST = tree(
    "Two|two|NUM|2|nummod died|die|VERB|0|root in|in|ADP|5|case a|a|DET|5|det blast|blast|NOUN|2|obl"
    " and|and|CCONJ|7|cc fighting|fighting|NOUN|2|conj",
)
SHELLED = tree(
    "They|they|PRON|2|nsubj shelled|shell|VERB|0|root Ardak|Ardak|PROPN|2|obj killing|kill|VERB|2|advcl"
    " six|six|NUM|4|obj",
    "A|a|DET|2|det raid|raid|NOUN|3|nsubj followed|follow|VERB|0|root",
)


@pytest.mark.parametrize(
    ("made", "one", "other"),
    [(RAID, "raid", "killed"), (BLAST, "died", "blast"), (SHELLED, "shelled", "killing")],
)
def test_doer_occasion_and_outcome_are_one_event(made: Tree, one: str, other: str) -> None:
    assert one_event(at(made, one), at(made, other), made)
    assert one_event(at(made, other), at(made, one), made)


def test_coordinated_events_and_events_of_other_sentences_stay_apart() -> None:
    assert not one_event(at(BLAST, "died"), at(BLAST, "fighting"), BLAST)
    assert not one_event(at(SHELLED, "shelled"), at(SHELLED, "raid"), SHELLED)
