"""Readings written by hand: a sentence is its words, each as `form|lemma|upos|head|deprel`, heads counted from 1."""

from claimtrail.claims.tree import Tree
from claimtrail.model import Block, BlockKind, Mention, Reading, Sentence, Span, Tokens

CLOSING = frozenset({".", ",", "”", ";", ":"})
OPENING = frozenset({"“"})


def reading(*sentences: str, mentions: tuple[tuple[str, str], ...] = ()) -> Reading:
    """A reading whose text is the words, spaced as in print; `mentions` are (words, type)."""
    rows: list[tuple[int, int, int, str, str, int, str]] = []
    spans: list[Sentence] = []
    text = ""
    for index, literal in enumerate(sentences):
        first, begin = len(rows), len(text) + (1 if text else 0)
        for word in literal.split():
            form, lemma, upos, head, relation = word.split("|")
            text += " " * (bool(text) and form not in CLOSING and text[-1] not in OPENING)
            governor = first + int(head) - 1 if head != "0" else -1
            rows.append((len(text), len(text) + len(form), index, upos, lemma, governor, relation))
            text += form
        spans.append(Sentence(Span(begin, len(text)), first, len(rows)))
    columns = [tuple(column) for column in zip(*rows, strict=True)]
    found = tuple(
        Mention(Span(text.index(words), text.index(words) + len(words)), type_, 1.0) for words, type_ in mentions
    )
    return Reading(text, tuple(spans), Tokens(*columns), found)


def tree(*sentences: str) -> Tree:
    """The tree of a reading written by hand."""
    return Tree.of(reading(*sentences))


def body(text: str) -> tuple[Block, ...]:
    """One block of body text that holds the whole of it."""
    return (Block(Span(0, len(text)), BlockKind.BODY),)


def at(made: Tree, words: str) -> Span:
    """The range of the first standing of some words."""
    start = made.text.index(words)
    return Span(start, start + len(words))


def token(made: Tree, word: str) -> int:
    """The index of the first token of a form."""
    return made.form.index(word.lower())
