"""Phrases of claims as MUC-4 writes them: names apart from what people are, organisations apart from their people."""

from collections import Counter
from collections.abc import Iterator

from benchmarks.muc4_incidents import Message, is_human, words
from claimtrail.claims.tree import phrase
from claimtrail.gazetteer.context import demonym
from claimtrail.gazetteer.words import words as gazetteer_words
from claimtrail.model import Span
from claimtrail.reader.recase import capitals

SMALL = frozenset({"ADP", "DET", "CCONJ", "PUNCT", "PART", "SCONJ", "AUX"})
PLAIN = frozenset({"NOUN", "PROPN", "ADJ"})


def named(span: Span, message: Message) -> str | None:
    """The name in a phrase of one person: the run of names at its end, titles left out."""
    tree = message.tree
    head = tree.head_of(span)
    if head is None or tree.upos(head) != "PROPN" or tree.mention[head] != "person":
        return None
    run = _run(span, message)
    return tree.span(run[0], run[-1] + 1).of(message.text) if run else None


def _run(span: Span, message: Message) -> list[int]:
    tree, run = message.tree, list[int]()
    for token in tree.range(span):
        if (tree.upos(token) == "PROPN" and tree.form[token].rstrip(".") not in titles()) or (
            run and tree.form[token] in ("de", "del", "la", "los", "y", "las")
        ):
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
        if trimmed := trim(span, message):
            yield trimmed
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
    return (tree.upos(token) in PLAIN or tree.rel(token) == "amod") and tree.rel(token) not in (
        "obl",
        "obj",
        "nsubj",
        "obl:unmarked",
    )


def organisation(span: Span, message: Message) -> str | None:
    """The organisation that a phrase names or whose people it names: "ABC" of "ABC guerrillas"."""
    tree = message.tree
    named_ = message.names.behind(span) or span
    run: list[int] = []
    for token in tree.range(named_):
        body = tree.mention[token] in ("organisation", "military") and tree.upos(token) in ("PROPN", "ADJ")
        body = body and tree.form[token] not in capitals().always and demonym(tree.form[token]) is None
        if (body and tree.form[token] not in titles()) or (
            run and (tree.form[token] in ("of", "for", "the", "and", "'s") or body)
        ):
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
    if tree.lemma[head] in words()["nobody"]["words"]:
        return None
    return trim(span, message)


def trim(span: Span, message: Message) -> str | None:
    """A phrase without the small words at its ends."""
    tree, tokens = message.tree, list(message.tree.range(span))
    while tokens and tree.upos(tokens[0]) in ("DET", "PUNCT", "ADP", "CCONJ"):
        tokens.pop(0)
    while tokens and (tree.upos(tokens[-1]) in SMALL or tree.form[tokens[-1]] == "'s"):
        tokens.pop()
    return tree.span(tokens[0], tokens[-1] + 1).of(message.text) if tokens else None


def band(message: Message) -> list[str]:
    """The organisations outside the law that a message names, the most named first."""
    tree, found = message.tree, Counter[str]()
    token = 0
    while token < len(tree.tokens):
        last = token
        while last < len(tree.tokens) and tree.mention[last] in ("organisation", "military") and _proper(last, message):
            last += 1
        if last > token:
            span = tree.span(token, last)
            name = organisation(span, message)
            if name and _lawless(span, message):
                found[name] += 1
        token = max(last, token + 1)
    return [name for name, _ in found.most_common()]


def _proper(token: int, message: Message) -> bool:
    return message.tree.upos(token) in ("PROPN", "ADJ", "NOUN") or message.tree.form[token] in ("of", "for", "the")


def _lawless(span: Span, message: Message) -> bool:
    """Whether the name, or the word after it, tells of such an organisation: "Liberation Front", "XYZ rebels"."""
    tree, tokens = message.tree, message.tree.range(span)
    after = tree.span(tokens[0], min(tokens[-1] + 3, len(tree.tokens)))
    return message.tells(span, words()["bands"]["words"]) or message.tells(after, words()["outlaws"]["words"])
