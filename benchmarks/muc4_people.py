"""Phrases of claims as MUC-4 writes them: a person's name apart from what they are, organisations apart from their people."""

from collections.abc import Iterator

from benchmarks.muc4_incidents import Message, is_human, words
from claimtrail.claims.tree import phrase
from claimtrail.gazetteer.context import demonym
from claimtrail.gazetteer.words import words as gazetteer_words
from claimtrail.model import Span
from claimtrail.reader.recase import capitals

PLAIN = frozenset({"NOUN", "PROPN", "ADJ"})


def named(span: Span, message: Message) -> str | None:
    """The name in a phrase of one person: the run of names at its end, titles left out."""
    tree = message.tree
    head = tree.head_of(span)
    if head is None or tree.upos(head) != "PROPN" or tree.mention[head] not in ("person", ""):
        return None
    run = _run(span, message)
    return tree.span(run[0], run[-1] + 1).of(message.text) if run else None


def _run(span: Span, message: Message) -> list[int]:
    tree, run = message.tree, list[int]()
    for token in tree.range(span):
        if tree.upos(token) == "PROPN" and tree.form[token].rstrip(".") not in titles():
            run.append(token)
        elif run and tree.form[token] in ("de", "del", "la", "los", "y", "las"):
            run.append(token)
        elif run:
            break
        else:
            run = []
    while run and tree.upos(run[-1]) != "PROPN":
        run.pop()
    return run


def titles() -> frozenset[str]:
    """Words before a name that are none of it."""
    return gazetteer_words().title | frozenset(("monsignor", "senator", "leader", "former", "director", "priest"))


def described(span: Span, message: Message) -> Iterator[str]:
    """What those of a phrase are: the phrase without the name, what stands before the name, what is said of it."""
    tree = message.tree
    head = tree.head_of(span)
    if head is None:
        return
    run = _run(span, message) if named(span, message) else []
    if not run:
        tokens = [t for t in tree.range(span) if tree.upos(t) not in ("DET", "PUNCT")]
        if tokens:
            yield tree.span(tokens[0], tree.range(span)[-1] + 1).of(message.text)
        return
    first = run[0]
    while first > tree.sentence(head).first and _before_name(first - 1, message):
        first -= 1
    if first < run[0]:
        yield tree.span(first, run[0]).of(message.text)
    for kid in tree.kids(head, "appos"):
        if tree.upos(kid) == "NOUN":
            yield phrase(tree, kid).of(message.text)


def _before_name(token: int, message: Message) -> bool:
    """Whether a word before a name is part of what its bearer is: "former defence minister"."""
    tree = message.tree
    return (tree.upos(token) in PLAIN or tree.rel(token) == "amod") and tree.rel(token) not in ("obl", "obj", "nsubj", "obl:unmarked")


def organisation(span: Span, message: Message) -> str | None:
    """The organisation that a phrase names or whose people it names: "ABC" of "ABC guerrillas"."""
    tree = message.tree
    named_ = message.names.behind(span) or span
    run: list[int] = []
    for token in tree.range(named_):
        body = tree.mention[token] in ("organisation", "military") and tree.upos(token) in ("PROPN", "ADJ")
        body = body and tree.form[token] not in capitals().always and demonym(tree.form[token]) is None
        if body and tree.form[token] not in titles():
            run.append(token)
        elif run and (tree.form[token] in ("of", "for", "the", "and", "'s") or body):
            run.append(token)
        elif run:
            break
    while run and tree.upos(run[-1]) not in ("PROPN",):
        run.pop()
    if not run:
        words_ = [t for t in tree.range(named_) if tree.upos(t) != "DET"]
        text = tree.span(words_[0], words_[-1] + 1).of(message.text) if words_ else ""
        return text if text in ("ARMY", "ARMED FORCES", "POLICE", "AIR FORCE") else None
    return tree.span(run[0], run[-1] + 1).of(message.text)


def individual(span: Span, message: Message) -> str | None:
    """The people of a phrase; None where it names an organisation alone."""
    tree = message.tree
    head = tree.head_of(span)
    if head is None or tree.upos(head) not in ("NOUN", "PROPN"):
        return None
    if tree.mention[head] in ("organisation", "military") and tree.upos(head) == "PROPN":
        return None
    if tree.lemma[head] in words()["organisations"]["words"] and tree.lemma[head] not in ("group", "squad", "police"):
        return None
    if not is_human(span, message) and tree.mention[head] not in ("organisation", "military", "person"):
        return None
    tokens = [t for t in tree.range(span) if tree.upos(t) not in ("DET", "PUNCT")]
    return tree.span(tokens[0], tree.range(span)[-1] + 1).of(message.text) if tokens else None
