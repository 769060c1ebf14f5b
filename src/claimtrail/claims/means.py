"""The means of an act: the weapons, aircraft and vehicles that it is told to be done with."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from claimtrail.claims.equipment import equipment_of
from claimtrail.claims.lexicon import lexicon
from claimtrail.claims.tree import Tree, agents, negated, objects, obliques, phrase
from claimtrail.model import Means, Span

# What rams or carries is a means only where the words say that it was used so.
PASSIVE = frozenset({"vehicle", "car", "suv", "pickup", "truck", "bus", "motorcycle", "vessel"})


def find_means(
    triggers: Iterable[Span], tree: Tree, lost: Sequence[Span] = (), violent: bool = True
) -> tuple[Means, ...]:
    """What an act was done with, in the order of the text, by the words of its triggers; what was `lost` in it is none.

    Of an act that is not `violent` in itself (an arrest, a capture) only what it is said to use.
    "shelled with mortars", "fired rockets", "a suicide car bomb killed", "killed in a drone strike", "Su-25 jets hit".
    """
    found: dict[Span, Means] = {}
    for trigger in triggers:
        head = tree.head_of(trigger)
        for span, used in _phrases(tree, head) if head is not None else ():
            span = _plain(tree, span)
            kind = equipment_of(span.of(tree.text))
            if (
                kind
                and (used or (violent and kind[0] not in PASSIVE))
                and not any(span.overlaps(other) for other in (*found, *lost))
            ):
                found[span] = Means(span, kind)
    return tuple(sorted(found.values(), key=lambda means: means.span))


def _phrases(tree: Tree, head: int) -> Iterator[tuple[Span, bool]]:
    """The phrases that may name the means, and whether the words say that it was used."""
    if tree.upos(head) in {"NOUN", "PROPN"}:
        yield from ((span, False) for span in _nominal(tree, head))
    for case, noun in obliques(tree, head):
        if case in _listed("prepositions") or (case == "in" and _is(tree, noun, "acts")):
            yield from ((span, case in {"with", "using"}) for span in _nominal(tree, noun))
    for verb in (kid for kid in tree.kids(head, "advcl", "acl", "xcomp") if tree.lemma[kid] in _listed("using")):
        yield from ((span, True) for noun in objects(tree, verb) for span in _nominal(tree, noun))
    if tree.upos(head) != "VERB":
        return
    laid_down = any(tree.form[kid] in {"down", "up"} for kid in tree.kids(head, "compound:prt"))
    if tree.lemma[head] in _listed("firing") and not laid_down:
        yield from ((span, True) for noun in objects(tree, head) for span in _nominal(tree, noun))
    yield from ((span, False) for noun in agents(tree, head) for span in _nominal(tree, noun))


def _plain(tree: Tree, span: Span) -> Span:
    """A phrase without the adjectives before it ("several rockets"), but for those of its kind ("heavy bombers")."""
    tokens = tree.range(span)
    whole = equipment_of(span.of(tree.text))
    first = tokens[0]
    while first < tokens[-1] and tree.upos(first) in {"ADJ", "VERB", "ADV", "DET"}:
        if equipment_of(tree.span(first + 1, tokens[-1] + 1).of(tree.text)) != whole:
            break
        first += 1
    return Span(tree.tokens.start[first], span.end)


def _nominal(tree: Tree, noun: int) -> Iterator[Span]:
    """The phrase of a noun; of an act ("mortar attack") the weapon before it."""
    if negated(tree, noun):
        return
    if not _is(tree, noun, "acts"):
        yield phrase(tree, noun)
    for kid in tree.kids(noun, "compound", "nmod", "amod"):
        if kid < noun and _is(tree, noun, "acts") and tree.kid(kid, "case") is None:
            yield _run(tree, kid)


def _run(tree: Tree, last: int) -> Span:
    """A word before a noun with what belongs to it: "suicide car bomb" of "suicide car bomb attack"."""
    first = last
    while first > 0 and tree.head(first - 1) in range(first, last + 2) and _part(tree, first - 1):
        first -= 1
    return tree.span(first, last + 1)


def _part(tree: Tree, token: int) -> bool:
    return tree.upos(token) in {"NOUN", "PROPN", "ADJ", "VERB"} or tree.form[token] in {"-", "‑"}


def _is(tree: Tree, token: int, table: str) -> bool:
    return tree.lemma[token] in _listed(table)


@cache
def _listed(table: str) -> frozenset[str]:
    entries = lexicon("means")[table]
    return frozenset(entries["verbs"] if "verbs" in entries else entries["words"])
