"""Attribution: who says which parts of a text, on whose word, and the chain of speakers over any range of it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from claimtrail.claims.speech_cues import Cue, cues_in
from claimtrail.claims.speech_follow import continues, free_quotes, speaker_of
from claimtrail.claims.speech_quotes import quotations
from claimtrail.claims.speech_sources import kind_of_speaker
from claimtrail.claims.tree import Tree, phrase, source_phrase
from claimtrail.model import Block, Span, Speaker


@dataclass(frozen=True, slots=True)
class Spoken:
    """Words that a source is made to say.

    `source` is the whole phrase as it stands before the cue, `speaker` the phrase that names it, a pronoun replaced by
    what it stands for (None: nobody is named). `parent` is the index of the speech that this one is told in.
    """

    source: Span | None
    speaker: Span | None
    cue: Span
    content: tuple[Span, ...]
    direct: bool
    parent: int | None


@dataclass(frozen=True, slots=True)
class Speech:
    """All speech of a text in its order, and its pieces of content sorted by start for looking up.

    A piece is (start, end, index of its speech, index of the piece around it or -1).
    """

    spoken: tuple[Spoken, ...]
    pieces: tuple[tuple[int, int, int, int], ...]

    def over(self, position: int) -> int | None:
        """The index of the innermost speech whose content holds a character."""
        at = bisect_right(self.pieces, (position, float("inf"))) - 1
        while at >= 0 and self.pieces[at][1] <= position:
            at = self.pieces[at][3]
        return self.pieces[at][2] if at >= 0 else None


def find_speech(tree: Tree, blocks: Sequence[Block]) -> Speech:
    """Every attribution in a text: reporting verbs, "according to", nouns of speech, labels and quotations."""
    quotes = quotations(tree.text, blocks)
    found = list(_cued(tree, quotes))
    found = _with_quotes(tree, blocks, found, quotes)
    return _nested(found)


def _cued(tree: Tree, quotes: Sequence[Span]) -> Iterator[Spoken]:
    """The speech of each cue; a medium told comes right before its speaker, who is its child."""
    last: Span | None = None
    starts, count = [quote.start for quote in quotes], 0
    for sentence in tree.sentences:
        near = quotes[max(0, bisect_left(starts, sentence.span.start) - 1) : bisect_left(starts, sentence.span.end)]
        near = [quote for quote in near if quote.overlaps(sentence.span)]
        for cue in cues_in(tree, sentence, near):
            spoken = _spoken(tree, cue, near, last)
            if cue.via is not None:
                yield replace(spoken, source=source_phrase(tree, cue.via), speaker=phrase(tree, cue.via))
                spoken, count = replace(spoken, parent=count), count + 1
            yield spoken
            count += 1
            last = spoken.speaker or last


def _spoken(tree: Tree, cue: Cue, quotes: Sequence[Span], last: Span | None) -> Spoken:
    source = source_phrase(tree, cue.source) if cue.source is not None else None
    speaker = speaker_of(tree, cue.source, last) if cue.source is not None else None
    direct = any(quote.overlaps(piece) for quote in quotes for piece in cue.content)
    return Spoken(source, speaker, cue.word, cue.content, direct, None)


def _with_quotes(tree: Tree, blocks: Sequence[Block], found: list[Spoken], quotes: Sequence[Span]) -> list[Spoken]:
    """Give each free quotation to the speech before it in its block, else to the one after it, else to the block before."""
    found = list(found)
    cues = [spoken.cue.start for spoken in found]
    ordered = sorted(block.span for block in blocks)
    starts = [block.start for block in ordered]
    earlier: Span | None = None
    owner: int | None = None
    for quote in free_quotes(quotes, [piece for spoken in found for piece in spoken.content]):
        block = ordered[max(0, bisect_right(starts, quote.start) - 1)]
        before, after = bisect_left(cues, quote.start) - 1, bisect_left(cues, quote.end)
        if earlier is not None and continues(tree.text, earlier, quote):
            pass
        elif before >= 0 and cues[before] >= block.start:
            owner = before
        elif after < len(cues) and cues[after] < block.end:
            owner = after
        else:
            owner = None
        earlier = quote
        if owner is not None and len(quote.of(tree.text).split()) > 3:
            found[owner] = replace(found[owner], content=(*found[owner].content, quote), direct=True)
    return found


def _nested(found: list[Spoken]) -> Speech:
    """Tie each speech to the innermost one whose content holds its cue."""
    pieces = _pieces(found)
    speech = Speech(tuple(found), pieces)
    tied = []
    for index, spoken in enumerate(found):
        over = speech.over(spoken.cue.start)
        parent = spoken.parent if spoken.parent is not None else over
        tied.append(replace(spoken, parent=parent if parent != index else None))
    return Speech(tuple(tied), pieces)


def _pieces(found: Sequence[Spoken]) -> tuple[tuple[int, int, int, int], ...]:
    """The pieces of content by start, the longest first, each with the piece around it.

    Where a medium and its speaker say the same words the speaker, who comes later, is the inner one.
    """
    flat = sorted((piece.start, -piece.end, index) for index, spoken in enumerate(found) for piece in spoken.content)
    pieces: list[tuple[int, int, int, int]] = []
    around: list[int] = []
    for start, end, index in flat:
        while around and pieces[around[-1]][1] <= start:
            around.pop()
        pieces.append((start, -end, index, around[-1] if around else -1))
        around.append(len(pieces) - 1)
    return tuple(pieces)


def chain_for(span: Span, speech: Speech, tree: Tree) -> tuple[Speaker, ...]:
    """The speakers over a range, the one nearest the article first, the origin last; empty is the article's own voice."""
    chain: list[Speaker] = []
    seen: set[int] = set()
    at = speech.over(span.start)
    while at is not None and at not in seen:
        seen.add(at)
        spoken = speech.spoken[at]
        if spoken.speaker is not None and all(spoken.speaker != speaker.span for speaker in chain):
            kind = kind_of_speaker(spoken.speaker.of(tree.text))
            chain.append(Speaker(spoken.speaker, None, kind, spoken.cue, spoken.direct))
        at = spoken.parent
    return tuple(reversed(chain))
