"""What may be lost, and when two losses are one."""

from dataclasses import replace

import pytest

from claimtrail.claims.options import Option
from claimtrail.claims.sufferers import may_suffer, same_loss
from claimtrail.claims.tree import Tree
from claimtrail.model import Outcome
from tests.claims.trees import at, tree

AGED = (
    "A|a|DET|6|det 14|14|NUM|4|nummod -|-|PUNCT|2|punct year|year|NOUN|5|obl old|old|ADJ|6|amod "
    "girl|girl|NOUN|8|nsubj:pass was|be|AUX|8|aux:pass killed|kill|VERB|0|root .|.|PUNCT|8|punct"
)
VOTED = (
    "Senators|senator|NOUN|2|nsubj killed|kill|VERB|0|root two|two|NUM|4|nummod bills|bill|NOUN|2|obj "
    "and|and|CCONJ|7|cc a|a|DET|7|det truck|truck|NOUN|4|conj .|.|PUNCT|2|punct"
)
JUDGE = (
    "Gunmen|gunman|NOUN|2|nsubj killed|kill|VERB|0|root the|the|DET|4|det judge|judge|NOUN|2|obj "
    "Ines|Ines|PROPN|2|obj Duarte|Duarte|PROPN|5|flat and|and|CCONJ|9|cc two|two|NUM|9|nummod clerks|clerk|NOUN|4|conj"
)


def glued(sentence: str) -> Tree:
    """The tree of a sentence whose hyphens join their words."""
    made = tree(sentence)
    words = [made.text[a:b] for a, b in zip(made.tokens.start, made.tokens.end, strict=True)]
    text, starts = made.text.replace(" - ", "-"), list[int]()
    for word in words:
        starts.append(text.index(word, starts[-1] + 1 if starts else 0))
    ends = tuple(start + len(word) for start, word in zip(starts, words, strict=True))
    return replace(made, text=text, tokens=replace(made.tokens, start=tuple(starts), end=ends))


@pytest.mark.parametrize(
    ("sentence", "who", "may"),
    [
        (AGED, "14", False),
        (AGED, "girl", True),
        (VOTED, "bills", False),
        (VOTED, "truck", False),
        (JUDGE, "judge", True),
    ],
)
def test_ages_votes_and_things_are_not_killed(sentence: str, who: str, may: bool) -> None:
    made = glued(sentence)
    assert may_suffer(Option(at(made, who), {}, Outcome.KILLED), made) is may


def test_a_name_right_after_a_description_is_the_same_loss() -> None:
    made = tree(JUDGE)
    judge, name, clerks = (Option(at(made, words), {}) for words in ("judge", "Ines Duarte", "clerks"))
    assert same_loss(judge, name, made)
    assert same_loss(name, judge, made)
    assert not same_loss(judge, clerks, made)
