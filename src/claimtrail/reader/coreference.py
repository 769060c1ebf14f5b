"""The coreference head: which earlier phrase a pronoun or a description takes up."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import onnxruntime

from claimtrail.model.reading import Link
from claimtrail.model.span import Span
from claimtrail.reader.claims_head_decode import Look
from claimtrail.reader.claims_head_input import Floats, Ints, Words
from claimtrail.reader.coreference_input import ARTICLES, DETERMINERS, KIND, PRONOUNS, features, kind_of

LONGEST = 25
"""Words of a mention; longer phrases are clauses."""
MOST = 160
"""Mentions looked at in one window: the work grows with their square."""


def links(
    session: onnxruntime.InferenceSession, text: str, words: Words, looks: Iterable[Look], spans: Sequence[Span]
) -> Iterator[Link]:
    """The links of the phrases among `spans`, and of the pronouns of the text, that take up an earlier one.

    Names are taken up but take up nothing. A phrase is linked at most once, to the likeliest one before it.
    """
    starts, ends = words.start.tolist(), words.end.tolist()
    known = {(bisect_right(starts, span.start) - 1, bisect_left(ends, span.end) + 1): span for span in spans if span}
    known |= {
        (i, i + 1): Span(a, b)
        for i, (a, b) in enumerate(zip(starts, ends, strict=True))
        if text[a:b].casefold() in PRONOUNS
    }
    for look in looks:
        first, last = look.window.first, look.window.last
        inside = sorted(r for r in known if first <= r[0] < r[1] <= last and r[1] - r[0] <= LONGEST)[:MOST]
        if len(inside) > 1:
            yield from _links(session, text, words, look, {r: known[r] for r in inside})


def _links(
    session: onnxruntime.InferenceSession, text: str, words: Words, look: Look, known: dict[tuple[int, int], Span]
) -> Iterator[Link]:
    spans = list(known.values())
    ranges = np.array([_determined(text, words, *range_) for range_ in known], np.int64)
    phrases = [text[words.start[a] : words.end[b - 1]] for a, b in ranges.tolist()]
    for row, (column, score) in enumerate(_chosen(session, words, look, ranges, phrases)):
        owned = look.window.own_first <= ranges[row, 0] < look.window.own_last
        if owned and column >= 0 and kind_of(phrases[row]) != KIND["name"] and not spans[row].overlaps(spans[column]):
            yield Link(spans[row], spans[column], score)


def _determined(text: str, words: Words, first: int, last: int) -> tuple[int, int]:
    """A range with the determiner before it: claims name phrases without theirs."""
    if first > 0 and text[words.start[first - 1] : words.end[first - 1]].casefold() in DETERMINERS | ARTICLES:
        return first - 1, last
    return first, last


def _chosen(
    session: onnxruntime.InferenceSession, words: Words, look: Look, ranges: Ints, phrases: Sequence[str]
) -> Iterator[tuple[int, float]]:
    """For each mention the column of the likeliest earlier one, or -1, and the probability of the choice."""
    given = {
        "hidden": look.hidden,
        "mentions": ranges - look.window.first,
        "features": features(words, ranges, phrases),
    }
    (scores,) = session.run(("antecedents",), given)
    rows: Floats = scores
    for row in rows:
        best = int(row.argmax())
        yield best - 1, float(row[best])
