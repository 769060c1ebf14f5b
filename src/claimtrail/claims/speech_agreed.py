"""Speech that rules find and speech that the reader reads, as one.

A rule's attribution stays where the reader takes its cue or its source for one, however unsure; what the reader is sure
of is added where no rule has it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from claimtrail.claims.speech_quotes import whole
from claimtrail.claims.spoken import Spoken
from claimtrail.claims.told import Told, told
from claimtrail.claims.tree import Tree, phrase
from claimtrail.model import Said, Span

SURE = 0.9
"""The reader's probability from which it needs no rule."""
NAMING = frozenset({"NOUN", "PROPN"})


def agreed(tree: Tree, found: Sequence[Spoken], said: Sequence[Said], quotes: Sequence[Span]) -> list[Spoken]:
    """The attributions of both; those of the rules alone where the reader offers nothing at all."""
    if not said:
        return list(found)
    cues, sources = (_tokens(tree, (each.span for each in said if each.part == part)) for part in ("cue", "source"))
    kept = [
        index
        for index, spoken in enumerate(found)
        if _tokens(tree, [spoken.cue]) & cues or (spoken.source and _tokens(tree, [spoken.source]) & sources)
    ]
    known = _tokens(tree, (found[index].cue for index in kept))
    new = [
        _spoken(tree, each, quotes)
        for each in told(tree.text, said, SURE)
        if not _tokens(tree, [each.cue]) & known and (each.content or each.source)
    ]
    sure = [each.span for each in said if each.part == "source" and each.score >= SURE]
    return _ordered([*((index, _resourced(found[index], sure)) for index in kept), *((None, each) for each in new)])


def _resourced(spoken: Spoken, sure: Sequence[Span]) -> Spoken:
    """An attribution with its source as far as the reader has it, which cuts such phrases better than the tree."""
    over = [span for span in sure if spoken.source is not None and span.overlaps(spoken.source)]
    return replace(spoken, source=max(over, key=len)) if over else spoken


def _tokens(tree: Tree, spans: Iterable[Span]) -> set[int]:
    return {token for span in spans for token in tree.range(span)}


def _ordered(found: Sequence[tuple[int | None, Spoken]]) -> list[Spoken]:
    """The attributions in the order of their cues, each with the index it had before, by which its children know it."""
    ordered = sorted(found, key=lambda pair: pair[1].cue.start)
    place = {before: at for at, (before, _) in enumerate(ordered) if before is not None}
    return [
        replace(spoken, parent=None if spoken.parent is None else place.get(spoken.parent)) for _, spoken in ordered
    ]


def _spoken(tree: Tree, read: Told, quotes: Sequence[Span]) -> Spoken:
    content = tuple(whole(piece, read.cue, quotes) for piece in read.content)
    direct = any(quote.overlaps(piece) for quote in quotes for piece in content)
    return Spoken(read.source, _speaker(tree, read.source), read.cue, content, direct, None)


def _speaker(tree: Tree, source: Span | None) -> Span | None:
    head = tree.head_of(source) if source is not None else None
    return phrase(tree, head) if head is not None and tree.upos(head) in NAMING else None
