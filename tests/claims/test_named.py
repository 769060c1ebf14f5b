"""Names behind pronouns and descriptions."""

from claimtrail.claims.named import Names, members, same_words
from claimtrail.claims.tree import Tree
from claimtrail.model import Block, BlockKind, Link, Span
from claimtrail.reader import Reader
from tests.claims.trees import at, tree

TEXT = "The Oldra Front seized the bridge. The group said it held the town. The group denied losses."


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def names(*links: Link) -> Names:
    reader = Reader.load()
    return Names.of(Tree.of(reader.read(TEXT, [Block(Span(0, len(TEXT)), BlockKind.BODY)])), links)


FRONT, GROUP = span("The Oldra Front"), span("The group")
PRONOUN = Span(span("it held").start, span("it held").start + 2)


def test_links_are_followed_to_a_name() -> None:
    found = names(Link(GROUP, FRONT, 0.9), Link(PRONOUN, GROUP, 0.95)).behind(PRONOUN)
    assert found == FRONT


def test_a_phrase_is_found_with_or_without_its_determiner() -> None:
    bare = Span(GROUP.start + 4, GROUP.end)
    assert names(Link(GROUP, FRONT, 0.9)).behind(bare) == FRONT


def test_unsure_links_and_names_lead_nowhere() -> None:
    assert names(Link(GROUP, FRONT, 0.3)).behind(GROUP) is None
    assert names(Link(GROUP, FRONT, 0.9)).behind(FRONT) is None


def test_links_in_a_circle_end() -> None:
    assert names(Link(GROUP, PRONOUN, 0.9), Link(PRONOUN, GROUP, 0.9)).behind(GROUP) is None


def test_phrases_are_of_one_name_by_their_words_alone() -> None:
    army = tree(
        "The|the|DET|3|det Oldran|Oldran|ADJ|3|amod army|army|NOUN|4|nsubj fought|fight|VERB|0|root"
        " the|the|DET|6|det army|army|NOUN|4|obj of|of|ADP|8|case Verin|Verin|PROPN|6|nmod"
    )
    whole, again = at(army, "The Oldran army"), at(army, "army of Verin")
    assert same_words(army, whole, at(army, "army"))
    assert not same_words(army, whole, again)
    assert not same_words(army, at(army, "The"), at(army, "the army"))


LISTED = (
    "States|state|NOUN|4|nsubj which|which|PRON|3|nsubj struck|strike|VERB|1|acl:relcl include|include|VERB|0|root"
    " Oldra|Oldra|PROPN|4|obj ,|,|PUNCT|7|punct Verin|Verin|PROPN|5|conj and|and|CCONJ|10|cc the|the|DET|10|det"
    " {}|{}|{}|5|conj .|.|PUNCT|4|punct"
)


def test_a_phrase_stands_for_those_whom_its_sentence_lists_by_name() -> None:
    states = tree(LISTED.format("Union", "Union", "PROPN"))
    assert [each.of(states.text) for each in members(states, at(states, "States"))] == ["Oldra", "Verin", "Union"]
    assert members(states, at(states, "Oldra")) == []


def test_a_list_that_is_not_all_names_stands_for_nobody() -> None:
    states = tree(LISTED.format("others", "other", "NOUN"))
    assert members(states, at(states, "States")) == []


def test_who_speaks_for_a_body_is_not_the_body() -> None:
    police = tree(
        "Police|police|NOUN|4|nsubj and|and|CCONJ|4|cc police|police|NOUN|4|compound spokesmen|spokesman|NOUN|5|nsubj"
        " agreed|agree|VERB|0|root"
    )
    assert not same_words(police, at(police, "Police"), at(police, "police spokesmen"))
