"""How many a loss counts: the words that the reader ties to it, those in its own phrase, or none (gold guidelines)."""

from claimtrail.claims.counts import bare, find_counts, parse_count
from claimtrail.claims.numbers import find_numbers
from claimtrail.claims.tree import Tree
from claimtrail.model import Count, Span

UNCOUNTED = Count(None, None)
NEAR = 40


def count_of(who: Span, words: Span | None, tree: Tree, negated: bool = False, terse: bool = False) -> Count:
    """The count of those who were lost; `words` are those that the reader ties to it, if any.

    In a headline (`terse`), which leaves articles out, a bare singular counts one.
    """
    head = tree.head_of(who)
    words = words or (_own_words(who, head, tree, negated) if head is not None else None)
    told = parse_count(tree.text, _whole(words, tree), negated=negated) if words else None
    if told and told.span and head is not None and _article_of_another(told.span, head, tree):
        told = None
    if told or head is None:
        return told or UNCOUNTED
    return _unsaid(head, tree, terse)


def _article_of_another(words: Span, head: int, tree: Tree) -> bool:
    """Whether words are an article, which a plural cannot have: "a driver and other men"."""
    plural = tree.upos(head) == "NOUN" and tree.form[head] != tree.lemma[head]
    return plural and words.of(tree.text).lower() in {"a", "an"}


def _whole(words: Span, tree: Tree) -> Span:
    """The whole number phrase that words are part of, hedge and range included ("over" of "over 50")."""
    tokens = tree.range(words)
    if not tokens:
        return words
    around = tree.sentence(tokens[0]).span
    near = Span(max(around.start, words.start - NEAR), max(words.end, min(around.end, words.end + NEAR)))
    phrases = (phrase.span for phrase in find_numbers(tree.text, near))
    return next((span for span in phrases if span.overlaps(words) and span.covers(words)), words)


def _own_words(who: Span, head: int, tree: Tree, negated: bool) -> Span | None:
    """The number in the noun phrase itself, up to its head; numbers of other phrases before it are left out."""
    first = min([head, *(kid for kid in tree.kids(head, "nummod", "det", "amod") if kid < head)])
    phrase = Span(min(tree.tokens.start[first], who.start), max(tree.tokens.end[head], who.end))
    own = find_counts(tree.text, phrase, negated=negated)
    return own[-1].span if own else None


def _unsaid(head: int, tree: Tree, terse: bool) -> Count:
    """The count of a phrase without a number: a name or a definite singular is one, a bare plural two or more."""
    if tree.upos(head) == "PROPN":
        return bare(plural=False)
    if tree.upos(head) != "NOUN":
        return UNCOUNTED
    if tree.form[head] != tree.lemma[head]:
        return bare(plural=True)
    return bare(plural=False) if terse or tree.kid(head, "det", "nmod:poss") is not None else UNCOUNTED
