"""What competes for a phrase and for a slot."""

from dataclasses import replace

from claimtrail.claims.contest import Offers, Slot, contest
from claimtrail.claims.scene import Scene, scene_of
from claimtrail.gazetteer import Gazetteer
from claimtrail.model import Argument, Proposal, Reading, Span
from tests.builders import article
from tests.claims.trees import at, reading, tree

RAID = "Rebels|rebel|NOUN|2|nsubj raided|raid|VERB|0|root Ardo|Ardo|PROPN|2|obj .|.|PUNCT|2|punct"
SHOT = (
    "Soldiers|soldier|NOUN|2|nsubj shot|shoot|VERB|0|root rebels|rebel|NOUN|2|obj in|in|ADP|5|case"
    " Ardo|Ardo|PROPN|2|obl .|.|PUNCT|2|punct"
)
TREE = tree(RAID, SHOT)
GAZETTEER = Gazetteer.open()
RAIDED, SHOOTING = at(TREE, "raided"), at(TREE, "shot")
REBELS, SOLDIERS = at(TREE, "Rebels"), at(TREE, "Soldiers")
FIRST_ARDO = at(TREE, "Ardo")
LAST_ARDO = Span(TREE.text.rindex("Ardo"), TREE.text.rindex("Ardo") + 4)


def made(*arguments: Argument) -> Reading:
    proposals = tuple(Proposal(span, "attack", "asserted", 0.9, 0.9, 0.9) for span in (RAIDED, SHOOTING))
    return replace(reading(RAID, SHOT), proposals=proposals, arguments=arguments)


def features(slot: Slot, *arguments: Argument) -> dict[Span, dict[str, float]]:
    given = made(*arguments)
    scene: Scene = scene_of(article(given.text), given, GAZETTEER)
    return dict(zip(slot.scores, contest(slot, Offers.of(given, scene.tree), scene), strict=True))


def test_a_phrase_that_the_reader_ties_more_surely_to_another_event_is_marked() -> None:
    slot = Slot("actor", SHOOTING, 1, {REBELS: 0.3, SOLDIERS: 0.8})
    found = features(
        slot,
        Argument(0, REBELS, "actor", 0.9),
        Argument(1, REBELS, "actor", 0.3),
        Argument(1, SOLDIERS, "actor", 0.8),
    )
    assert (found[REBELS]["elsewhere_surer"], found[SOLDIERS]["elsewhere_surer"]) == (1.0, 0.0)
    assert (found[REBELS]["best"], found[SOLDIERS]["best"]) == (0.0, 1.0)
    assert found[REBELS]["outscored"] > found[SOLDIERS]["outscored"]


def test_a_phrase_that_the_reader_has_in_another_role_of_the_event_is_marked() -> None:
    found = features(Slot("target", RAIDED, 0, {REBELS: 0.2}), Argument(0, REBELS, "actor", 0.9))
    assert found[REBELS]["taken_surer"] == 1.0
    assert found[REBELS]["taken"] > 0


def test_a_place_named_again_is_known_and_a_trigger_between_is_a_rival() -> None:
    found = features(Slot("place", SHOOTING, 1, {FIRST_ARDO: 0.4, LAST_ARDO: 0.9, REBELS: 0.1}))
    assert found[FIRST_ARDO]["alike_score"] == 0.9
    assert found[FIRST_ARDO]["alike"] > found[REBELS]["alike"] == 0.0
    assert (found[REBELS]["rivals"], found[LAST_ARDO]["rivals"]) == (1.0, 0.0)
    assert (found[REBELS]["nearer"], found[LAST_ARDO]["nearer"]) == (1.0, 0.0)


def test_sentences_are_counted_back_from_the_trigger() -> None:
    found = features(Slot("place", SHOOTING, 1, {FIRST_ARDO: 0.4, LAST_ARDO: 0.9}))
    assert (found[FIRST_ARDO]["sentence_before"], found[LAST_ARDO]["same_sentence"]) == (1.0, 1.0)
    after = features(Slot("place", RAIDED, 0, {LAST_ARDO: 0.9}))[LAST_ARDO]
    assert (after["sentence_after"], after["sentences"], after["sole"]) == (1.0, 0.0, 1.0)
