"""Attributions as the speech head reads them: its sources, cues and contents put together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimtrail.model import Said, Span

SURE = 0.5
"""The probability from which a phrase counts."""
REACH = 120
"""Characters between the parts of one attribution."""


@dataclass(frozen=True, slots=True)
class Told:
    """One attribution: who says, by which word, what."""

    source: Span | None
    cue: Span
    content: tuple[Span, ...]


def told(text: str, said: Sequence[Said], sure: float = SURE) -> list[Told]:
    """The attributions of a text, by their cues; a part goes with the nearest one that can be its own.

    Parts of one attribution stand in one paragraph, and a cue stands outside the content that it opens.
    """
    sources, cues, contents = (_spans(said, part, sure) for part in ("source", "cue", "content"))
    owned: dict[Span, list[Span]] = {cue: [] for cue in cues}
    for content in contents:
        near = [cue for cue in cues if not cue.overlaps(content) and _gap(text, cue, content) is not None]
        if near:
            owned[min(near, key=lambda cue: _gap(text, cue, content) or 0)].append(content)
    return [Told(_source(text, cue, sources, contents), cue, tuple(owned[cue])) for cue in cues]


def sources_over(found: Iterable[Told], position: int) -> list[Span]:
    """The sources of the attributions whose content holds a character, the innermost first."""
    over = [
        (content.end - content.start, each.source)
        for each in found
        for content in each.content
        if each.source is not None and content.start <= position < content.end
    ]
    return list(dict.fromkeys(source for _, source in sorted(over)))


def _spans(said: Sequence[Said], part: str, sure: float) -> list[Span]:
    return sorted({each.span for each in said if each.part == part and each.score >= sure})


def _source(text: str, cue: Span, sources: Sequence[Span], contents: Sequence[Span]) -> Span | None:
    """The nearest source in the same contents as the cue."""
    around = {content for content in contents if content.overlaps(cue)}
    near = [
        source
        for source in sources
        if not source.overlaps(cue)
        and _gap(text, cue, source) is not None
        and {content for content in contents if content.overlaps(source)} == around
    ]
    return min(near, key=lambda source: _gap(text, cue, source) or 0, default=None)


def _gap(text: str, one: Span, other: Span) -> int | None:
    """The characters between two ranges; None where they are far apart or in different paragraphs."""
    start, end = min(one.end, other.end), max(one.start, other.start)
    return None if end - start > REACH or "\n" in text[start:end] else max(0, end - start)
