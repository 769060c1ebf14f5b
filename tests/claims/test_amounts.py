"""How many a loss counts."""

import pytest

from claimtrail.claims.amounts import count_of
from claimtrail.model import Count, Hedge, Span
from tests.claims.trees import at, tree

SENTENCE = tree(
    "More|more|ADJ|3|advmod than|than|ADP|3|fixed 50|50|NUM|4|nummod gunmen|gunman|NOUN|6|nsubj:pass"
    " were|be|AUX|6|aux:pass killed|kill|VERB|0|root",
    "The|the|DET|2|det driver|driver|NOUN|3|nsubj died|die|VERB|0|root",
    "Shells|shell|NOUN|2|nsubj destroyed|destroy|VERB|0|root houses|house|NOUN|2|obj and|and|CCONJ|5|cc"
    " livestock|livestock|NOUN|3|conj",
    "Omar|Omar|PROPN|3|nsubj:pass was|be|AUX|3|aux:pass shot|shoot|VERB|0|root",
    "No|no|DET|2|det soldiers|soldier|NOUN|3|nsubj died|die|VERB|0|root",
)


def count(who: str, words: str | None = None) -> tuple[int | None, int | None, str | None]:
    told = count_of(at(SENTENCE, who), at(SENTENCE, words) if words else None, SENTENCE)
    return told.low, told.high, told.span.of(SENTENCE.text) if told.span else None


def test_the_words_that_the_reader_ties_are_widened_to_the_whole_number_phrase() -> None:
    assert count("gunmen", "50") == (50, None, "More than 50")


def test_a_count_in_the_phrase_itself_is_found_without_the_reader() -> None:
    assert count("gunmen") == (50, None, "More than 50")
    assert count("soldiers") == (0, 0, "No")


@pytest.mark.parametrize(
    ("who", "low", "high"), [("driver", 1, 1), ("Omar", 1, 1), ("houses", 2, None), ("livestock", None, None)]
)
def test_a_phrase_without_a_number_counts_by_its_form(who: str, low: int | None, high: int | None) -> None:
    assert count(who) == (low, high, None)


def test_a_bare_plural_is_vague() -> None:
    assert count_of(at(SENTENCE, "houses"), None, SENTENCE) == Count(2, None, None, Hedge.VAGUE)


def test_a_range_that_holds_no_word_is_not_counted() -> None:
    assert count_of(Span(4, 5), None, SENTENCE) == Count(None, None)


def test_in_a_headline_a_bare_singular_is_one() -> None:
    headline = tree("Raid|raid|NOUN|2|nsubj kills|kill|VERB|0|root warlord|warlord|NOUN|2|obj")
    assert count_of(at(headline, "warlord"), None, headline, terse=True) == Count(1, 1)
    assert count_of(at(headline, "warlord"), None, headline) == Count(None, None)


def test_an_article_before_a_plural_counts_somebody_else() -> None:
    made = tree(
        "Police|police|NOUN|2|nsubj held|hold|VERB|0|root a|a|DET|4|det driver|driver|NOUN|2|obj and|and|CCONJ|7|cc"
        " other|other|ADJ|7|amod men|man|NOUN|4|conj"
    )
    assert count_of(at(made, "other men"), at(made, "a driver"), made) == Count(2, None, None, Hedge.VAGUE)
