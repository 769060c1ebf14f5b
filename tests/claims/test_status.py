"""How the text presents an event."""

import pytest

from claimtrail.claims.status import status_of
from claimtrail.model import Status
from tests.claims import sentences
from tests.claims.trees import at, tree


@pytest.mark.parametrize(
    ("sentence", "trigger", "status"),
    [
        (sentences.SAID, "shelled", Status.ASSERTED),
        (sentences.TOLD, "bombed", Status.ASSERTED),
        (sentences.DENIED, "burned", Status.DENIED),
        (sentences.DISMISSED, "massacre", Status.DENIED),
        (sentences.NOBODY, "killed", Status.DENIED),
        (sentences.MAY, "arrest", Status.POSSIBLE),
        (sentences.REPORTEDLY, "seized", Status.ALLEGED),
        (sentences.THREATENED, "attack", Status.PLANNED),
        (sentences.THREATENED.replace("threatened|threaten", "failed|fail"), "attack", Status.ASSERTED),
        (sentences.SAID.replace("said|say", "alleged|allege"), "shelled", Status.ALLEGED),
        (sentences.SAID.replace("said|say", "feared|fear"), "shelled", Status.POSSIBLE),
        (sentences.DISMISSED.replace("dismissed|dismiss", "heard|hear"), "massacre", Status.ALLEGED),
        (
            sentences.DISMISSED.replace("reports|report", "plans|plan").replace("dismissed|dismiss", "made|make"),
            "massacre",
            Status.PLANNED,
        ),
    ],
)
def test_status_by_the_words_around_a_trigger(sentence: str, trigger: str, status: Status) -> None:
    made = tree(sentence)
    assert status_of(at(made, trigger), made) is status


def test_a_doubting_verb_inside_the_trigger_counts() -> None:
    made = tree("Dozens|dozen|NOUN|2|nsubj feared|fear|VERB|0|root dead|dead|ADJ|2|xcomp")
    assert status_of(at(made, "feared dead"), made) is Status.POSSIBLE


def test_a_range_without_words_is_asserted() -> None:
    made = tree(sentences.SAID)
    assert status_of(at(made, " "), made) is Status.ASSERTED
