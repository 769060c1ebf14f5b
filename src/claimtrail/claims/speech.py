"""Attribution: who says which parts of a text, on whose word, and the chain of speakers over any range of it."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from claimtrail.claims.speech_agreed import agreed
from claimtrail.claims.speech_cues import cues_in
from claimtrail.claims.speech_follow import Memory, can_speak, free_quotes, speaker_of
from claimtrail.claims.speech_quotes import continues, quotations, whole
from claimtrail.claims.speech_sources import kind_of_speaker
from claimtrail.claims.speech_words import Cue, beside, words
from claimtrail.claims.spoken import Spoken
from claimtrail.claims.tree import Tree, source_phrase
from claimtrail.model import Block, BlockKind, Said, Sentence, Span, Speaker

STATEMENTS = frozenset({BlockKind.BODY, BlockKind.QUOTE, BlockKind.STANDFIRST})


@dataclass(frozen=True, slots=True)
class Speech:
    """All speech of a text in its order, and its pieces of content sorted by start for looking up.

    A piece is (start, end, index of its speech, index of the piece around it or -1).
    """

    spoken: tuple[Spoken, ...]
    pieces: tuple[tuple[int, int, int, int], ...]
    cues: tuple[int, ...]

    def over(self, position: int) -> int | None:
        """The index of the innermost speech whose content holds a character."""
        at = bisect_right(self.pieces, (position, float("inf"))) - 1
        while at >= 0 and self.pieces[at][1] <= position:
            at = self.pieces[at][3]
        return self.pieces[at][2] if at >= 0 else None

    def cued(self, span: Span) -> int | None:
        """The index of the speech whose cue a range overlaps, as where "claimed" itself names an event."""
        at = bisect_left(self.cues, span.start)
        near = (each for each in (at - 1, at) if 0 <= each < len(self.cues))
        told = (each for each in near if self.spoken[each].content)
        return next((each for each in told if self.spoken[each].cue.overlaps(span)), None)


def find_speech(tree: Tree, blocks: Sequence[Block], said: Sequence[Said] = ()) -> Speech:
    """Every attribution in a text: reporting verbs, "according to", nouns of speech, labels and quotations.

    `said` is what the reader takes for speech, by which the rules' attributions are confirmed and completed.
    """
    quotes = quotations(tree.text, blocks)
    found = list(_cued(tree, quotes))
    found = _with_quotes(tree, blocks, found, quotes)
    found = _with_statements(tree, blocks, found)
    return _nested(agreed(tree, found, said, quotes))


def _cued(tree: Tree, quotes: Sequence[Span]) -> Iterator[Spoken]:
    """The speech of each cue; where words pass through several mouths each is the child of the one before."""
    memory = Memory()
    starts, count = [quote.start for quote in quotes], 0
    for sentence in tree.sentences:
        near = quotes[max(0, bisect_left(starts, sentence.span.start) - 1) : bisect_left(starts, sentence.span.end)]
        near = [quote for quote in near if quote.overlaps(sentence.span)]
        for cue in cues_in(tree, sentence, near):
            if not can_speak(tree, cue):
                continue
            for index, spoken in enumerate(_spoken(tree, cue, near, memory)):
                yield replace(spoken, parent=count - 1) if index else spoken
                count += 1
            if cue.source is not None and tree.upos(cue.token) != "NOUN":
                memory.add(tree, cue.source, spoke=True)
        _subjects(tree, sentence, near, memory)


def _subjects(tree: Tree, sentence: Sentence, quotes: Sequence[Span], memory: Memory) -> None:
    """Remember the subject of the main clause, which a pronoun in the next sentence may take up."""
    root = next((t for t in range(sentence.first, sentence.last) if tree.head(t) < 0), None)
    noun = tree.kid(root, "nsubj", "nsubj:pass") if root is not None else None
    if noun is not None and not any(quote.covers(tree.word(noun)) for quote in quotes):
        memory.add(tree, noun, spoke=False)


def _spoken(tree: Tree, cue: Cue, quotes: Sequence[Span], memory: Memory) -> Iterator[Spoken]:
    """The speech of the medium, the source and the origin of a cue, nearest the article first."""
    direct = any(quote.overlaps(piece) for quote in quotes for piece in cue.content)
    content = tuple(whole(piece, cue.word, quotes) for piece in cue.content)
    chain = [token for token in (cue.via, cue.source, cue.origin) if token is not None]
    for token in chain:
        speaker = speaker_of(tree, token, memory)
        yield Spoken(source_phrase(tree, token), speaker, cue.word, content, direct, None)
    if not chain:
        yield Spoken(None, None, cue.word, content, direct, None)


def _with_quotes(tree: Tree, blocks: Sequence[Block], found: list[Spoken], quotes: Sequence[Span]) -> list[Spoken]:
    """Give each free quotation to the speech before it in its block, else to the one after it there.

    One that continues the paragraph before has the speaker of that.
    """
    found = list(found)
    ordered = sorted(block.span for block in blocks)
    starts = [block.start for block in ordered]
    opens = [quote.start for quote in quotes]
    outside = [index for index, spoken in enumerate(found) if not _inside(quotes, opens, spoken.cue)]
    cues = [found[index].cue.start for index in outside]
    said = [piece for index in outside for piece in found[index].content]
    earlier: Span | None = None
    owner: int | None = None
    for quote in free_quotes(quotes, said):
        block = ordered[max(0, bisect_right(starts, quote.start) - 1)]
        before, after = bisect_left(cues, quote.start) - 1, bisect_left(cues, quote.end)
        if earlier is not None and continues(tree.text, earlier, quote):
            pass
        elif before >= 0 and cues[before] >= block.start:
            owner = outside[before]
        elif after < len(cues) and cues[after] < block.end:
            owner = outside[after]
        else:
            owner = None
        earlier = quote
        if owner is not None and len(quote.of(tree.text).split()) > 3:
            found[owner] = replace(found[owner], content=(*found[owner].content, quote), direct=True)
    return found


def _inside(quotes: Sequence[Span], opens: Sequence[int], cue: Span) -> bool:
    """Whether a cue stands within a quotation, so that it tells nothing of who says the quotation."""
    at = bisect_right(opens, cue.start) - 1
    return at >= 0 and quotes[at].covers(cue)


def _with_statements(tree: Tree, blocks: Sequence[Block], found: list[Spoken]) -> list[Spoken]:
    """Give a speaker whose cue ends its block with a colon the blocks that follow, up to one where another speaks.

    So are statements and interviews printed without quotation marks.
    """
    ordered = [block.span for block in sorted(blocks, key=lambda block: block.span) if block.kind in STATEMENTS]
    named = [index for index, spoken in enumerate(found) if spoken.speaker is not None]
    cues = [found[index].cue.start for index in named]
    turns = [cue for cue, index in zip(cues, named, strict=True) if _takes_turn(tree, found[index])]
    found = list(found)
    for at, block in enumerate(ordered[:-1]):
        before = bisect_left(cues, block.end) - 1
        if before < 0 or cues[before] < block.start:
            continue
        owner = named[before]
        if tree.text[found[owner].cue.end : block.end].strip() not in beside("introduces"):
            continue
        last = next((i for i in range(at + 1, len(ordered)) if _any_in(turns, ordered[i])), len(ordered))
        if last > at + 1:
            said = Span(ordered[at + 1].start, ordered[last - 1].end)
            found[owner] = replace(found[owner], content=(*found[owner].content, said))
    return found


def _takes_turn(tree: Tree, spoken: Spoken) -> bool:
    """Whether a cue is a verb by which another speaker takes the word."""
    return any(tree.lemma[token] in words("verb", "turn") for token in tree.range(spoken.cue))


def _any_in(positions: Sequence[int], span: Span) -> bool:
    at = bisect_left(positions, span.start)
    return at < len(positions) and positions[at] < span.end


def _nested(found: list[Spoken]) -> Speech:
    """Tie each speech to the innermost one whose content holds its cue."""
    pieces = _pieces(found)
    cues = tuple(spoken.cue.start for spoken in found)
    speech = Speech(tuple(found), pieces, cues)
    tied = []
    for index, spoken in enumerate(found):
        over = speech.over(spoken.cue.start)
        if over is not None and found[over].cue == spoken.cue:
            over = None
        parent = spoken.parent if spoken.parent is not None else over
        tied.append(replace(spoken, parent=parent if parent != index else None))
    return Speech(tuple(tied), pieces, cues)


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


def chain_for(span: Span, speech: Speech, tree: Tree, house: Collection[str] = ()) -> tuple[Speaker, ...]:
    """The speakers over a range, nearest the article first, origin last; empty is the article's own voice.

    `house` are names of the article's own author or institution, which is no attribution.
    """
    chain: list[Speaker] = []
    seen: set[int] = set()
    at = speech.cued(span)
    at = at if at is not None else speech.over(span.start)
    while at is not None and at not in seen:
        seen.add(at)
        spoken = speech.spoken[at]
        name = spoken.speaker.of(tree.text) if spoken.speaker is not None else ""
        if spoken.speaker is not None and spoken.speaker not in {each.span for each in chain} and not _own(name, house):
            chain.append(Speaker(spoken.speaker, None, kind_of_speaker(name), spoken.cue, spoken.direct))
        at = spoken.parent
    return tuple(reversed(chain))


def _own(name: str, house: Collection[str]) -> bool:
    """Whether all words of a name stand in one name of the house."""
    parts = set(name.casefold().split())
    return any(parts <= set(each.casefold().split()) for each in house)
