"""Quotations by their marks: the ranges of a text that stand between quotation marks."""

import re
from collections.abc import Sequence

from claimtrail.model import Block, BlockKind, Span

MARK = re.compile(r"[“”\"„«»]")
CLOSES = {"“": "”", "„": "“”", "«": "»", '"': '"', "”": "”", "»": "«"}
LONGEST = 6000


def quotations(text: str, blocks: Sequence[Block]) -> list[Span]:
    """The quoted ranges of a text, marks included, in its order.

    A quotation left open at the end of a block goes on in the next one where that begins with an opening mark, as a
    speech over several paragraphs is printed; else it ends with its block.
    A straight mark left open inside a block is taken for a slip, and passed over.
    """
    found: list[Span] = []
    for block in sorted(blocks, key=lambda block: block.span):
        found.extend(_in_block(text, block.span))
    found.extend(block.span for block in blocks if block.kind is BlockKind.QUOTE and not _has(found, block.span))
    return sorted(found)


def _in_block(text: str, block: Span) -> list[Span]:
    found = []
    opened: int | None = None
    closing = ""
    for mark in MARK.finditer(text, block.start, block.end):
        if opened is not None and mark[0] in closing and not (mark[0] == '"' and _reopens(text, mark.start())):
            found.append(Span(opened, mark.end()))
            opened = None
        elif _opens(text, mark.start(), block):
            opened, closing = mark.start(), CLOSES[mark[0]]
    if opened is not None and (text[opened] in "“„«" or opened == block.start) and block.end - opened < LONGEST:
        found.append(Span(opened, block.end))
    return [span for span in found if 2 < len(span) < LONGEST]


def _reopens(text: str, at: int) -> bool:
    """Whether a straight mark, with one open, can only open another: a space before it and none after."""
    return text[at - 1].isspace() and not text[at + 1 : at + 2].isspace() and text[at + 1 : at + 2].isalnum()


def _opens(text: str, at: int, block: Span) -> bool:
    """Whether a mark may open a quotation: what follows it is no space, and it is no inch or seconds sign."""
    after = text[at + 1 : at + 2]
    before = text[at - 1 : at] if at > block.start else ""
    return bool(after) and not after.isspace() and not before.isdigit()


def _has(found: Sequence[Span], block: Span) -> bool:
    return any(span.overlaps(block) for span in found)


def continues(text: str, earlier: Span, later: Span) -> bool:
    """Whether a quotation is the next paragraph of one that was left open."""
    between = text[earlier.end : later.start]
    return text[earlier.end - 1] not in '”"»“' and not between.strip() and text[later.start] in '“"„«'


def whole(piece: Span, cue: Span, quotes: Sequence[Span]) -> Span:
    """A piece of content, and the whole of the quotations that it begins or ends, as long as the cue stands outside."""
    start, end = piece.start, piece.end
    for quote in quotes:
        if quote.overlaps(piece) and not quote.overlaps(cue):
            start = min(start, quote.start) if not quote.start <= cue.start < piece.start else start
            end = max(end, quote.end) if not piece.end <= cue.start < quote.end else end
    return Span(start, end) if not Span(start, end).overlaps(cue) else piece
