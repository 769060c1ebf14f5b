"""How the text presents an event: asserted, alleged, planned, possible or denied, by cue words over the tree.

The classes are those of the gold guidelines, the cues in `data/status.toml`. A speaker by itself changes nothing.
"""

from collections.abc import Iterator, Mapping
from functools import cache

from claimtrail.claims.lexicon import lexicon
from claimtrail.claims.tree import NEGATIONS, Tree, passive
from claimtrail.model import Span, Status

REACH = 6
ORDER = (Status.DENIED, Status.ALLEGED, Status.PLANNED, Status.POSSIBLE)
COMPLEMENTS = frozenset({"ccomp", "xcomp", "csubj", "obj", "csubj:pass", "nsubj:pass", "acl", "nmod", "obl", "advcl"})


def status_of(trigger: Span, tree: Tree) -> Status:
    """The status of the event that `trigger` names; `asserted` where no cue bears on it."""
    head = tree.head_of(trigger)
    if head is None:
        return Status.ASSERTED
    return next((status for status in _cues(tree, trigger, head)), Status.ASSERTED)


def _cues(tree: Tree, trigger: Span, head: int) -> Iterator[Status]:
    """The statuses that the words around a trigger tell, the nearest first."""
    own = _near(tree, head, trigger)
    if own:
        yield own
    below = head
    for _, above in zip(range(REACH), tree.governors(head), strict=False):
        found = _over(tree, below, above)
        if found:
            yield found
        if tree.rel(below) in {"conj", "parataxis", "advcl", "acl:relcl", "appos"} and tree.rel(below) != "conj":
            break
        below = above


def _near(tree: Tree, head: int, trigger: Span) -> Status | None:
    """What the word's own adverbs, auxiliaries, adjectives, negation and "if" tell."""
    words = {word for kid in tree.children[head] if _modifies(tree, kid) for word in (tree.form[kid], tree.lemma[kid])}
    for status in ORDER:
        if words & _table(status, "near"):
            return status
    if any(tree.form[kid] in NEGATIONS for kid in _arguments(tree, head)):
        return Status.DENIED
    return None


def _modifies(tree: Tree, kid: int) -> bool:
    return tree.rel(kid).partition(":")[0] in {"advmod", "aux", "amod", "mark", "det", "case", "cc"}


def _arguments(tree: Tree, head: int) -> list[int]:
    return [word for kid in tree.kids(head, "nsubj", "nsubj:pass", "obj") for word in (kid, *tree.kids(kid, "det"))]


def _over(tree: Tree, below: int, above: int) -> Status | None:
    """What the governor of an event's clause or phrase tells of it."""
    relation, lemma = tree.rel(below), tree.lemma[above]
    if relation not in COMPLEMENTS:
        return None
    if tree.upos(above) in {"NOUN", "PROPN"}:
        return next((status for status in ORDER if lemma in _table(status, "noun")), None)
    if lemma in _table(Status.ALLEGED, "passive") and passive(tree, above) and relation in {"xcomp", "csubj:pass"}:
        return Status.ALLEGED
    return next((status for status in ORDER if lemma in _table(status, "over")), None)


@cache
def _table(status: Status, place: str) -> frozenset[str]:
    tables: Mapping[str, Mapping[str, list[str]]] = lexicon("status")
    return frozenset(tables[status].get(place, ()))
