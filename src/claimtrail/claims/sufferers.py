"""Whether a phrase may name who or what was lost, and whether two phrases name one loss."""

from claimtrail.claims.kinds import PEOPLE, category_of
from claimtrail.claims.options import Option
from claimtrail.claims.outcomes import listed
from claimtrail.claims.tree import Tree, describes
from claimtrail.model import Category, Outcome

BODILY = frozenset({Outcome.KILLED, Outcome.WOUNDED, Outcome.KILLED_OR_WOUNDED, Outcome.MISSING})
# What becomes of people alone, but for beasts, which are of no other category.
OF_PEOPLE = frozenset({Outcome.KILLED, Outcome.WOUNDED, Outcome.CAPTURED, Outcome.DISPLACED})
THINGS = frozenset(Category) - PEOPLE - {Category.OTHER}


def may_suffer(option: Option, tree: Tree) -> bool:
    """Whether a phrase may name a loss of its outcome.

    A part of a compound number does not ("14" of "14-year-old"), nor what nobody loses in a conflict (a vote, a match,
    a case), nor a thing where only people suffer so, but for one that bears a name.
    """
    head = tree.head_of(option.span)
    if head is None:
        return True
    if tree.upos(head) == "NUM":
        return not _measures(tree, head)
    if tree.lemma[head] in listed("never"):
        return False
    thing = category_of(option.span.of(tree.text)) in THINGS
    return not (thing and option.outcome in OF_PEOPLE and tree.upos(head) != "PROPN")


def same_loss(one: Option, other: Option, tree: Tree) -> bool:
    """Whether two losses are one; that they have the same outcome, or both befall a body, is the caller's to know.

    They are of the same phrase, a bare number and the phrase it counts, or a phrase and what is said of it in
    apposition: "60 gunmen, natives of the valley, were killed", "the judge Ines Duarte".
    """
    if any(_says_of(a, b, tree) for a, b in ((one, other), (other, one))):
        return True
    pairs = ((one.span, other.span), (one.span, other.count), (one.count, other.span))
    return any(first is not None and second is not None and first.overlaps(second) for first, second in pairs)


def _measures(tree: Tree, number: int) -> bool:
    """Whether a number is joined to what follows by a hyphen, as in an age."""
    after = number + 1
    return after < len(tree.form) and tree.form[after] == "-" and tree.tokens.start[after] == tree.tokens.end[number]


def _says_of(one: Option, other: Option, tree: Tree) -> bool:
    """Whether an option without a count stands in apposition to another, or is the name right after a description."""
    if one.count:
        return False
    head, above = tree.head_of(one.span), tree.head_of(other.span)
    if head is None or above is None:
        return False
    if other.count and describes(tree, one.span, other.span):
        return True
    names = tree.upos(head) == "PROPN" and tree.upos(above) == "NOUN" and tree.form[above] == tree.lemma[above]
    return names and tree.text[other.span.end : one.span.start] == " "
