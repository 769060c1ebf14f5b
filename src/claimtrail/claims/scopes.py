"""What a toll covers: one incident, one day, a longer stretch, or all until the day of telling; None where unclear.

Told by grammar: the event that kills ("the blast killed", "died in the siege"), a phrase of time beside the same verb
("in the past 24 hours", "since the war began"), or a running total ("bringing the total to"). A day on which something
happened tells nothing: "on Monday" may be that of one event or of many.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from claimtrail.claims.lexicon import lexicon
from claimtrail.claims.tree import Tree, agents, obliques, subject
from claimtrail.model import Loss, Scope, Span

# How many words may stand between a word for a toll and the number that it rises to.
TOLL_REACH = 12
VERBAL = frozenset({"VERB", "AUX"})
WHEN = frozenset({"when", "after", "as"})
ONE = frozenset({"a", "an", "the", "this", "that", "one", "another", "its", "their", "his"})
LEADING = frozenset({"in", "by", "during", "from", "of", "at", "to"})
RISEN_TO = frozenset({"to", "at", "above", "past", "beyond", "over"})


def claim_scope(losses: Sequence[Loss], tree: Tree) -> Scope | None:
    """The scope that all the counted losses of a claim share; None where one's is unclear or they differ."""
    found = {scope_of(loss, tree) for loss in losses if counted(loss)}
    return next(iter(found)) if len(found) == 1 else None


def counted(loss: Loss) -> bool:
    """Whether a loss has a number that the text gives, and is no part of another."""
    return loss.count.low is not None and loss.count.span is not None and loss.part_of is None


def scope_of(loss: Loss, tree: Tree) -> Scope | None:
    """What one loss's number covers, as far as its own clause tells."""
    head = tree.head_of(loss.count.span or loss.who)
    if head is None:
        return None
    toll = toll_word(loss, tree)
    if toll is not None:
        return _of_events(_below(tree, toll), tree) or _beside(toll, tree) or _running(toll, tree)
    verb = _verb(tree, head)
    return _of_events(list(_events(tree, head, verb)), tree) or _beside(head, tree)


def toll_word(loss: Loss, tree: Tree) -> int | None:
    """The word for a toll that is said to rise to, or stand at, the number of a loss."""
    tokens = tree.range(loss.count.span) if loss.count.span else range(0)
    if not tokens:
        return None
    first = tree.sentence(tokens[0]).first
    if not RISEN_TO.intersection((tree.form[max(first, tokens[0] - 1)], tree.form[tokens[0]])):
        return None
    near = range(tokens[0] - 1, max(first, tokens[0] - TOLL_REACH) - 1, -1)
    return next((token for token in near if tree.lemma[token] in _nouns("toll")), None)


def ongoing(loss: Loss, tree: Tree) -> bool:
    """Whether a loss is of events that go on or come several at a time: "fighting", "clashes", "air strikes"."""
    head = tree.head_of(loss.count.span or loss.who)
    events = _events(tree, head, _verb(tree, head)) if head is not None else ()
    return any(
        tree.lemma[event] in _nouns("mass") or (tree.lemma[event] in _nouns("incident") and _plural(tree, event))
        for event in events
    )


def _running(toll: int, tree: Tree) -> Scope | None:
    return Scope.CUMULATIVE if tree.lemma[toll] in _nouns("sum") else None


def _of_events(events: Sequence[int], tree: Tree) -> Scope | None:
    """The scope that the events named as the cause tell; one event is the surer word."""
    if any(_single(tree, event) for event in events):
        return Scope.INCIDENT
    return Scope.CAMPAIGN if any(tree.lemma[event] in _nouns("campaign") for event in events) else None


def _events(tree: Tree, head: int, verb: int | None) -> Iterator[int]:
    """The nouns that a loss is said to be the work of: what its verb has as subject, agent or setting."""
    yield from _below(tree, head)
    if verb is None:
        return
    yield from (noun for noun in agents(tree, verb) if noun != head)
    yield from (noun for case, noun in obliques(tree, verb) if case in LEADING and noun != head)
    for clause in tree.kids(verb, "advcl"):
        actor = subject(tree, clause)
        if actor is not None and any(tree.form[mark] in WHEN for mark in tree.kids(clause, "mark", "advmod")):
            yield actor


def _below(tree: Tree, noun: int) -> list[int]:
    """The nouns of the prepositional phrases of a noun: "the toll from the blast", "deaths in the war"."""
    return [each for case, each in obliques(tree, noun) if case in LEADING]


def _single(tree: Tree, event: int) -> bool:
    """Whether a noun names one incident: a singular with an article, in a headline without one too."""
    if tree.lemma[event] not in _nouns("incident") or _plural(tree, event):
        return False
    return not tree.kids(event, "det") or any(tree.form[kid] in ONE for kid in tree.kids(event, "det"))


def _plural(tree: Tree, noun: int) -> bool:
    return tree.form[noun] != tree.lemma[noun] or tree.kid(noun, "nummod") is not None


def _verb(tree: Tree, token: int) -> int | None:
    """The verb that a word depends on, itself included."""
    if tree.upos(token) in VERBAL:
        return token
    return next((above for above in tree.governors(token) if tree.upos(above) in VERBAL), None)


def _beside(head: int, tree: Tree) -> Scope | None:
    """The scope told by phrases of time in the clause of a word; None where they tell different ones."""
    sentence, verb = tree.sentence(head).span, _verb(tree, head)
    text = sentence.of(tree.text).lower()
    found = {
        scope
        for scope, pattern in _patterns().items()
        for match in pattern.finditer(text)
        if _of_clause(tree, Span(sentence.start + match.start(), sentence.start + match.end()), head, verb)
    }
    return next(iter(found)) if len(found) == 1 else None


def _of_clause(tree: Tree, span: Span, head: int, verb: int | None) -> bool:
    """Whether a phrase depends on the loss itself, on its verb, or on one that its verb is coordinated with."""
    phrase, token = tree.range(span), tree.head_of(span)
    above = token
    while above is not None and above in phrase:
        above = tree.head(above) if tree.head(above) >= 0 else None
    if above is None or verb is None or above == head:
        return True
    own = _verb(tree, above)
    return own is None or own in _coordinated(tree, verb)


def _coordinated(tree: Tree, verb: int) -> list[int]:
    """A verb and those before it that it is coordinated with."""
    found = [verb]
    while tree.rel(found[-1]).startswith("conj"):
        found.append(tree.head(found[-1]))
    return found


@cache
def _nouns(name: str) -> frozenset[str]:
    return frozenset(lexicon("scopes")[name])


@cache
def _patterns() -> dict[Scope, re.Pattern[str]]:
    table = lexicon("scopes")["phrases"]
    return {Scope(name): re.compile(r"\b(?:" + "|".join(phrases) + ")") for name, phrases in table.items()}
