"""Finding the phrases of a lexicon in a tree."""

from claimtrail.claims.phrases import Phrases
from tests.claims.trees import tree

PUT = tree(
    "Guards|guard|NOUN|2|nsubj put|put|VERB|0|root the|the|DET|4|det prisoners|prisoner|NOUN|2|obj"
    " to|to|ADP|6|case death|death|NOUN|2|obl",
    "A|a|DET|2|det counter-attack|counter-attack|NOUN|3|nsubj failed|fail|VERB|0|root",
)


def found(phrases: Phrases[str], sentence: int) -> list[tuple[list[str], str]]:
    """The words that carry each phrase found, with its value."""
    return [([PUT.form[t] for t in hit.tokens], hit.value) for hit in phrases.find(PUT, PUT.sentences[sentence])]


def test_the_object_of_a_verb_may_stand_before_the_rest_of_its_phrase() -> None:
    assert found(Phrases([("put to death", "killed")]), 0) == [(["put", "to", "death"], "killed")]


def test_longer_phrases_come_first_and_a_hyphen_is_a_space() -> None:
    phrases = Phrases([("counter", "short"), ("counter attack", "long")])
    assert found(phrases, 1) == [(["counter-attack"], "long"), (["counter-attack"], "short")]


def test_words_match_by_lemma_too() -> None:
    assert found(Phrases([("fail", "failure")]), 1) == [(["failed"], "failure")]
    assert found(Phrases([("fail utterly", "failure")]), 1) == []


def test_exact_entries() -> None:
    phrases = Phrases([("shoot down", "destroyed")])
    assert phrases.get("shoot down") == "destroyed"
    assert phrases.get("shoot") is None
