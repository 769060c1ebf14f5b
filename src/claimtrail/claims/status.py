"""How the text presents an event: asserted, alleged, planned, possible or denied, by cue words over the tree.

The classes are those of the gold guidelines, the cues in `data/status.toml`. A speaker by itself changes nothing.
"""

from collections.abc import Iterator, Mapping
from functools import cache

from claimtrail.claims.lexicon import lexicon
from claimtrail.claims.tree import NEGATIONS, Tree, participle, passive
from claimtrail.model import Span, Status

REACH = 8
ORDER = (Status.DENIED, Status.ALLEGED, Status.PLANNED, Status.POSSIBLE)
CLAUSES = frozenset({"ccomp", "xcomp", "csubj", "csubj:pass", "acl", "conj"})
ADJUNCTS = frozenset({"obl", "nmod", "advcl"})
NOUNS = frozenset({"obj", "nsubj", "nsubj:pass", "nmod", "obl", "advcl", "appos", "compound", "nmod:poss"})
ABOUT = frozenset({"of", "about", "as", "for", "against", "in"})
MODIFIERS = frozenset({"advmod", "aux", "amod", "mark", "det", "case", "cc", "compound"})


def status_of(trigger: Span, tree: Tree) -> Status:
    """The status of the event that `trigger` names; `asserted` where no cue bears on it.

    A denial anywhere above the event wins ("dismissed reports of a raid"); else the nearest cue does.
    """
    head = tree.head_of(trigger)
    if head is None:
        return Status.ASSERTED
    cues = list(_cues(tree, trigger, head))
    return Status.DENIED if Status.DENIED in cues else next(iter(cues), Status.ASSERTED)


def _cues(tree: Tree, trigger: Span, head: int) -> Iterator[Status]:
    """The statuses that the words around a trigger tell, the nearest first."""
    if tree.upos(head) == "VERB" and tree.lemma[head] in _table(Status.DENIED, "over"):
        yield Status.DENIED
    inside = tree.range(trigger)
    if len(inside) > 1:
        lemmas = {tree.lemma[token] for token in inside}
        yield from (status for status in ORDER if lemmas & _table(status, "over"))
    below = head
    for above in (head, *_above(tree, head)):
        if above != head:
            yield from _over(tree, below, above)
        if above == head or _carries(tree, below, above):
            yield from _near(tree, above, inside, first=above == head)
        elif tree.rel(below).partition(":")[0] in {"obj", "nsubj"}:
            modals = {tree.lemma[kid] for kid in tree.kids(above, "aux")}
            yield from (status for status in ORDER if modals & _table(status, "modal"))
        below = above


def _above(tree: Tree, head: int) -> Iterator[int]:
    """The governors whose cues bear on an event: up through complements, not out of adjuncts or relative clauses."""
    below = head
    for _, above in zip(range(REACH), tree.governors(head), strict=False):
        relation = tree.rel(below)
        if relation not in CLAUSES | NOUNS or (relation in ADJUNCTS and not _about(tree, below)):
            return
        if relation == "acl" and tree.lemma[above] not in _nouns():
            return
        yield above
        below = above


def _carries(tree: Tree, below: int, above: int) -> bool:
    """Whether what is said of a governor holds of the event: of an infinitive's verb, a conjunct, a light verb."""
    return tree.rel(below) in {"xcomp", "conj"} or tree.lemma[above] in lexicon("status")["light"]["verb"]


def _about(tree: Tree, word: int) -> bool:
    """Whether a noun or gerund complements its governor: "suspected of planning", "warned of a raid"."""
    cases = tree.kids(word, "case") or [kid for kid in tree.kids(word, "mark") if tree.form[kid] != "as"]
    return any(tree.form[kid] in ABOUT for kid in cases)


def _near(tree: Tree, word: int, inside: range, first: bool) -> Iterator[Status]:
    """What a word's own adverbs, auxiliaries, adjectives, negation and "if" tell of its event."""
    kids = [kid for kid in tree.children[word] if kid not in inside]
    found = {each for kid in kids if _modifies(tree, kid) for each in (tree.form[kid], tree.lemma[kid])}
    if found & {"if", "whether", "unless"}:
        yield Status.POSSIBLE
        return
    if not first and tree.upos(word) != "VERB":
        found -= NEGATIONS
    yield from (status for status in ORDER if found & _table(status, "near"))
    if first and any(tree.form[kid] in NEGATIONS for kid in _arguments(tree, word)):
        yield Status.DENIED


def _modifies(tree: Tree, kid: int) -> bool:
    return tree.rel(kid).partition(":")[0] in MODIFIERS


def _arguments(tree: Tree, head: int) -> list[int]:
    return [word for kid in tree.kids(head, "nsubj", "nsubj:pass", "obj") for word in (kid, *tree.kids(kid, "det"))]


def _over(tree: Tree, below: int, above: int) -> Iterator[Status]:
    """What the governor of an event's clause or phrase tells of it."""
    relation, lemma = tree.rel(below), tree.lemma[above]
    if any(tree.lemma[kid] in _table(Status.DENIED, "predicate") for kid in _predicates(tree, below, above)):
        yield Status.DENIED
    if relation == "conj" or (relation in {"nsubj", "nmod:poss", "compound"}):
        return
    if tree.upos(above) in {"NOUN", "PROPN"}:
        yield from (status for status in ORDER if lemma in _table(status, "noun"))
    elif (
        lemma in _table(Status.ALLEGED, "passive") and passive(tree, above) and relation in {"xcomp", "csubj:pass"}
    ) or (relation == "xcomp" and lemma in _table(Status.ALLEGED, "infinitive")):
        yield Status.ALLEGED
    elif relation == "xcomp" and lemma in _table(Status.PLANNED, "infinitive") and _to(tree, below):
        yield Status.PLANNED
    elif tree.upos(above) in {"VERB", "ADJ"} and not (
        lemma in lexicon("status")["done"]["verb"] and relation != "xcomp" and participle(tree, above)
    ):
        forms = {lemma, *(f"{lemma} {tree.form[kid]}" for kid in tree.kids(above, "compound"))}
        yield from (status for status in ORDER if forms & _table(status, "over"))


def _to(tree: Tree, verb: int) -> bool:
    """Whether a verb is a bare infinitive with "to", not a perfect one."""
    return any(tree.form[kid] == "to" for kid in tree.kids(verb, "mark")) and not any(
        tree.lemma[kid] == "have" for kid in tree.kids(verb, "aux")
    )


def _predicates(tree: Tree, below: int, above: int) -> list[int]:
    """What an event is called: "the claim is false", "called it a fabrication", "described it as a lie"."""
    if tree.rel(below) in {"nsubj", "nsubj:pass", "csubj"}:
        return [above, *tree.kids(above, "obl", "xcomp")]
    if tree.rel(below) in {"obj", "ccomp"}:
        return tree.kids(above, "xcomp", "obl", "advcl")
    return []


@cache
def _nouns() -> frozenset[str]:
    return frozenset().union(*(_table(status, "noun") for status in ORDER))


@cache
def _table(status: Status, place: str) -> frozenset[str]:
    tables: Mapping[str, Mapping[str, list[str]]] = lexicon("status")
    return frozenset(tables[status].get(place, ()))
