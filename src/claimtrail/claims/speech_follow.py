"""Speech that leans on what stands before it: pronouns for a speaker, free quotations, sentences that go on."""

from bisect import bisect_right
from collections.abc import Sequence

from claimtrail.claims.speech_cues import words
from claimtrail.claims.speech_quotes import continues
from claimtrail.claims.tree import Tree, phrase
from claimtrail.model import Block, Span

NOBODY = frozenset({"i", "we", "you", "one", "there", "this", "that", "these", "what", "which", "me", "us", "it's"})
STANDS_FOR = frozenset(
    {"he", "she", "they", "it", "him", "her", "his", "their", "its", "them", "who", "himself", "herself"}
)


def speaker_of(tree: Tree, source: int, last: Span | None) -> Span | None:
    """The phrase that names a speaker; for a pronoun that of the speaker before. None for "I", "we", "one"."""
    form = tree.form[source]
    if form in NOBODY:
        return None
    if form in STANDS_FOR:
        return last
    return phrase(tree, source)


def free_quotes(quotes: Sequence[Span], content: Sequence[Span]) -> list[Span]:
    """The quotations that no content touches."""
    pieces = sorted(content)
    starts = [piece.start for piece in pieces]
    ends: list[int] = []
    for piece in pieces:
        ends.append(max(piece.end, ends[-1] if ends else 0))
    return [
        quote for quote in quotes if (at := bisect_right(starts, quote.end - 1)) == 0 or ends[at - 1] <= quote.start
    ]


def block_of(blocks: Sequence[Block], position: int) -> int:
    """The index of the block, of blocks in the order of the text, that holds a character; -1 where none does."""
    at = bisect_right([block.span.start for block in blocks], position) - 1
    return at if at >= 0 and position < blocks[at].span.end else -1


def goes_on(tree: Tree, source: int) -> bool:
    """Whether a source is a pronoun or definite noun that takes up the speaker before: "he", "the statement"."""
    if tree.form[source] in words("follow", "pronoun"):
        return True
    definite = any(tree.form[kid] in {"the", "this", "same"} for kid in tree.kids(source, "det", "amod"))
    return definite and tree.lemma[source] in words("follow", "noun")


__all__ = ["block_of", "continues", "free_quotes", "goes_on", "speaker_of"]
