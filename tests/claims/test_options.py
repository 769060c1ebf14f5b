"""The options for the slots of a text's claims, and their features."""

from dataclasses import replace

from claimtrail.claims.options import density, trigger_options
from claimtrail.claims.scene import scene_of
from claimtrail.claims.weigh import probability
from claimtrail.gazetteer import Gazetteer
from claimtrail.model import Proposal, Reading
from tests.builders import article
from tests.claims.trees import at, reading, tree

STRIKE = "Drones|drone|NOUN|2|nsubj hit|hit|VERB|0|root a|a|DET|4|det depot|depot|NOUN|2|obj"
IDLE = "Trains|train|NOUN|2|nsubj ran|run|VERB|0|root late|late|ADV|2|advmod"
GAZETTEER = Gazetteer.open()


def proposed(sentences: int) -> Reading:
    """One proposed strike, and so many sentences about trains after it."""
    literals = [STRIKE, *[IDLE] * sentences]
    return replace(
        reading(*literals), proposals=(Proposal(at(tree(*literals), "hit"), "airstrike", "asserted", 0.5, 0.9, 0.9),)
    )


def likelihood(made: Reading) -> float:
    """The probability of the strike's trigger."""
    scene = scene_of(article(made.text), made, GAZETTEER)
    hit = next(option for option in trigger_options(made, [], scene) if option.proposal)
    return probability("trigger", hit.features)


def test_the_density_of_events_falls_with_what_is_told_of_other_things() -> None:
    assert density(proposed(0)) > density(proposed(20)) > density(reading(STRIKE, IDLE))


def test_the_same_proposal_is_less_likely_in_an_article_about_other_things() -> None:
    assert likelihood(proposed(0)) > likelihood(proposed(40)) + 0.1


def test_words_of_the_lexicon_are_options_where_the_reader_proposes_nothing() -> None:
    made = reading(STRIKE)
    options = trigger_options(made, [], scene_of(article(made.text), made, GAZETTEER))
    assert [option.span.of(made.text) for option in options if option.lexical] != []
    assert all(option.features["unread"] == 1.0 for option in options)
