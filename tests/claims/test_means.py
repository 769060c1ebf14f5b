"""The means of an act."""

import pytest

from claimtrail.claims.means import find_means
from tests.claims.trees import at, tree

SHELLED = (
    "Rebels|rebel|NOUN|2|nsubj shelled|shell|VERB|0|root Oldra|Oldra|PROPN|2|obj with|with|ADP|6|case"
    " heavy|heavy|ADJ|6|amod mortars|mortar|NOUN|2|obl"
)
DROPPED = (
    "Jets|jet|NOUN|2|nsubj dropped|drop|VERB|0|root several|several|ADJ|5|amod barrel|barrel|NOUN|5|compound"
    " bombs|bomb|NOUN|2|obj on|on|ADP|7|case Oldra|Oldra|PROPN|2|obl"
)
STRIKE = (
    "Two|two|NUM|2|nummod died|die|VERB|0|root in|in|ADP|6|case a|a|DET|6|det drone|drone|NOUN|6|compound"
    " strike|strike|NOUN|2|obl"
)
USING = (
    "Men|man|NOUN|2|nsubj attacked|attack|VERB|0|root guards|guard|NOUN|2|obj using|use|VERB|2|advcl"
    " machetes|machete|NOUN|4|obj"
)
BOMB = "A|a|DET|3|det car|car|NOUN|3|compound bomb|bomb|NOUN|4|nsubj killed|kill|VERB|0|root Lund|Lund|PROPN|4|obj"
DESTROYED = "Troops|troop|NOUN|2|nsubj destroyed|destroy|VERB|0|root two|two|NUM|4|nummod mortars|mortar|NOUN|2|obj"
LAID = (
    "They|they|PRON|2|nsubj laid|lay|VERB|0|root down|down|ADP|2|compound:prt their|their|PRON|5|nmod:poss"
    " rifles|rifle|NOUN|2|obj"
)


@pytest.mark.parametrize(
    ("literal", "trigger", "means"),
    [
        (SHELLED, "shelled", [("mortars", "mortar")]),
        (DROPPED, "dropped", [("Jets", "combat_aircraft"), ("barrel bombs", "barrel_bomb")]),
        (STRIKE, "died", [("drone", "uav")]),
        (STRIKE, "strike", [("drone", "uav")]),
        (USING, "attacked", [("machetes", "blade")]),
        (BOMB, "killed", [("car bomb", "vehicle_bomb")]),
        (DESTROYED, "destroyed", []),
        (LAID, "laid", []),
    ],
)
def test_the_words_tell_what_was_used(literal: str, trigger: str, means: list[tuple[str, str]]) -> None:
    made = tree(literal)
    found = find_means([at(made, trigger)], made)
    assert [(each.span.of(made.text), each.kind[0]) for each in found] == means


def test_what_was_lost_is_no_means() -> None:
    made = tree(BOMB)
    assert find_means([at(made, "killed")], made, [at(made, "car bomb")]) == ()


def test_an_act_without_violence_has_only_what_it_is_said_to_use() -> None:
    made = tree(DROPPED)
    assert [each.span.of(made.text) for each in find_means([at(made, "dropped")], made, violent=False)] == [
        "barrel bombs"
    ]
