"""The name behind a pronoun or a description: "the group", "its fighters' commander", "he"."""

from collections.abc import Sequence
from dataclasses import dataclass

from claimtrail.claims.lexicon import lexicon
from claimtrail.claims.tree import Tree, conjuncts, phrase
from claimtrail.model import Link, Span

SURE = 0.9
"""The probability from which a link is followed: below it more than a fifth of the links held out are wrong."""
HOPS = 8
SMALL = frozenset({"DET", "ADP", "CCONJ", "PART", "PRON", "PUNCT", "NUM"})


@dataclass(frozen=True, slots=True)
class Names:
    """The links of a text, by the characters of the phrases that they lead from."""

    tree: Tree
    links: dict[int, Link]

    @classmethod
    def of(cls, tree: Tree, links: Sequence[Link]) -> "Names":
        """By the head words of the phrases: the same phrase is cut now with its determiner, now without."""
        heads = ((tree.head_of(link.span), link) for link in links if link.score >= SURE)
        return cls(tree, {head: link for head, link in heads if head is not None})

    def behind(self, span: Span) -> Span | None:
        """The nearest name that a phrase takes up, by one link or several; None for names and what takes up none."""
        head = self.tree.head_of(span)
        for _ in range(HOPS):
            if head is None or head not in self.links or self._named(head):
                return None
            found = self.links[head].antecedent
            head = self.tree.head_of(found)
            if head is not None and self._named(head):
                return found
        return None

    def _named(self, token: int) -> bool:
        return self.tree.upos(token) == "PROPN"


def members(tree: Tree, span: Span) -> list[Span]:
    """Those whom a phrase stands for where its sentence lists them by name: "the states that struck include A and B".

    Empty where it does not.
    """
    head = tree.head_of(span)
    verb = tree.head(head) if head is not None and tree.rel(head) == "nsubj" else -1
    if verb < 0 or tree.lemma[verb] not in lexicon("parties")["listing"]["verbs"]:
        return []
    listed = [each for kid in tree.kids(verb, "obj") for each in conjuncts(tree, kid)]
    return [phrase(tree, each) for each in listed] if all(tree.upos(each) == "PROPN" for each in listed) else []


def same_words(tree: Tree, one: Span, other: Span) -> bool:
    """Whether two phrases have the same words, or one the other's and more: "the army" and "the Iraqi army".

    Words of grammar and numbers are passed over; phrases that have no others are never the same. Who speaks for a body
    is not the body: "police" and "a police spokesman".
    """
    first, second = _words(tree, one), _words(tree, other)
    if not first or not second or not (first <= second or second <= first):
        return False
    more, whole = (first - second, one) if second <= first else (second - first, other)
    head = tree.head_of(whole)
    return (
        head is None or tree.form[head] not in more or tree.lemma[head] not in lexicon("parties")["speaks_for"]["words"]
    )


def _words(tree: Tree, span: Span) -> set[str]:
    return {tree.form[token] for token in tree.range(span) if tree.upos(token) not in SMALL}
