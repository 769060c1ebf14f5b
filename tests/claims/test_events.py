"""Triggers of events by the lexicon and the tree."""

from itertools import pairwise

import pytest

from claimtrail.claims.events import event_candidates
from claimtrail.claims.lexicon import lexicon
from claimtrail.model import Event
from tests.claims import sentences
from tests.claims.trees import tree


@pytest.mark.parametrize(
    ("sentence", "trigger", "event"),
    [
        (sentences.SAID, "shelled", Event.SHELLING),
        (sentences.DRONE, "hit", Event.AIRSTRIKE),
        (sentences.DRONE.replace("drone|drone", "rocket|rocket"), "hit", Event.SHELLING),
        (sentences.DRONE.replace("drone|drone", "mine|mine"), "hit", Event.BOMBING),
        (sentences.TOWN, "captured", Event.TERRITORY),
        (sentences.PRISONERS, "captured", Event.DETENTION),
        (sentences.KIDNAPPED, "kidnapped", Event.ABDUCTION),
        (sentences.DISMISSED, "massacre", Event.ATTACK),
        (sentences.NOBODY, "killed", Event.KILLING),
    ],
)
def test_type_by_word_and_surroundings(sentence: str, trigger: str, event: Event) -> None:
    made = tree(sentence)
    assert event in [found.event for found in event_candidates(made) if found.span.of(made.text) == trigger]


def test_deaths_take_the_type_of_their_cause() -> None:
    made = tree(sentences.ACCORDING.replace("raid|raid", "ambush|ambush"))
    assert {found.event for found in event_candidates(made)} == {Event.ATTACK}


def test_candidates_stand_in_the_order_of_the_text_and_do_not_overlap() -> None:
    made = tree(sentences.ACCORDING, sentences.TOLD, sentences.DEATHS)
    spans = [found.span for found in event_candidates(made)]
    assert spans == sorted(spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


def test_a_longer_phrase_displaces_the_words_in_it() -> None:
    made = tree("A|a|DET|4|det car|car|NOUN|3|compound bomb|bomb|NOUN|4|nsubj exploded|explode|VERB|0|root")
    assert [found.span.of(made.text) for found in event_candidates(made)] == ["car bomb", "exploded"]


def test_hyphens_are_spaces() -> None:
    made = tree("The|the|DET|2|det cease-fire|cease-fire|NOUN|3|nsubj held|hold|VERB|0|root")
    assert event_candidates(made)[0].event is Event.AGREEMENT


def test_every_type_has_words() -> None:
    assert all(lexicon("events")[event] for event in Event)
