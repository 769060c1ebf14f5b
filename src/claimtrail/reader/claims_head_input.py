"""What the claims head sees: words made of word pieces, with the layout and letter case that the pieces lose.

Training and run time share this module, so that a model meets the features it was trained on.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from claimtrail.model.span import Span

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]
Columns = tuple[Ints, Ints, Ints, Ints, Ints]

LAYERS = ("trigger", "actor", "target", "who", "count", "place", "time", "speaker")
"""The tag layers; each but `trigger` is also the role of its mentions."""

SPEECH = ("source", "cue", "content")
"""The parts of an attribution."""
SPEECH_LEVELS = 2
"""Tag layers a part: phrases inside no other of their part, and phrases inside one."""

CLS, SEP, MASK = 101, 102, 103
LONGEST_WORD = 8
"""Pieces of a word beyond this many are dropped: they are URLs and noise."""

SHAPES = ("lower", "title", "upper", "initial", "mixed", "digit", "alphanumeric", "mark")
SHAPE = {name: index for index, name in enumerate(SHAPES)}
STOPS = frozenset(".!?")

SEVERAL = 15
"""The flag of a form that may name events of several types; 0 is no event, 1 to 14 are the event types."""
FLAGS = SEVERAL + 1


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text, as columns of one length.

    `pieces` holds each word's piece ids, `gap` the line breaks before it (0, 1, or 2 for a blank line or more),
    `shape` an index into SHAPES, `flag` what event the lexicon knows the word for, `unit` a running sentence number and
    `line` a running line number.
    """

    start: Ints
    end: Ints
    pieces: tuple[tuple[int, ...], ...]
    shape: Ints
    gap: Ints
    flag: Ints
    unit: Ints
    line: Ints

    def __len__(self) -> int:
        return len(self.start)


@dataclass(frozen=True, slots=True)
class Window:
    """Words `first` to `last` seen together; what begins in `own_first` to `own_last` is decided here."""

    first: int
    last: int
    own_first: int
    own_last: int


def shape_of(word: str) -> int:
    """The index in SHAPES of a word's letter case."""
    if not any(c.isalnum() for c in word):
        return SHAPE["mark"]
    if any(c.isdigit() for c in word):
        return SHAPE["digit" if word.isdigit() else "alphanumeric"]
    if word.islower():
        return SHAPE["lower"]
    if word.isupper():
        return SHAPE["initial" if len(word) == 1 else "upper"]
    return SHAPE["title" if word[0].isupper() and word[1:].islower() else "mixed"]


def read_words(tokenizer: Tokenizer, lexicon: Mapping[str, int], text: str, spans: Sequence[Span]) -> Words:
    """The words of the given spans of a text, in order; offsets are into the whole text."""
    start: list[int] = []
    end: list[int] = []
    pieces: list[list[int]] = []
    fresh: list[bool] = []
    for span in spans:
        encoding = tokenizer.encode(span.of(text), add_special_tokens=False)
        opening = True
        for piece, token, (a, b) in zip(encoding.ids, encoding.tokens, encoding.offsets, strict=True):
            if token.startswith("##") and not opening:
                end[-1] = span.start + b
                pieces[-1].append(piece)
                continue
            start.append(span.start + a)
            end.append(span.start + b)
            pieces.append([piece])
            fresh.append(opening)
            opening = False
    flag = np.array([lexicon.get(text[a:b].lower(), 0) for a, b in zip(start, end, strict=True)], np.int64)
    return _words(text, start, end, pieces, fresh, flag)


def _words(
    text: str, start: list[int], end: list[int], pieces: list[list[int]], fresh: list[bool], flag: Ints
) -> Words:
    gap = np.zeros(len(start), np.int64)
    unit = np.zeros(len(start), np.int64)
    shape = np.zeros(len(start), np.int64)
    for i, (a, b) in enumerate(zip(start, end, strict=True)):
        shape[i] = shape_of(text[a:b])
        before = text[end[i - 1] : a] if i else "\n\n"
        gap[i] = max(min(before.count("\n"), 2), int(fresh[i]))
        ends = i > 0 and text[end[i - 1] - 1] in STOPS and shape[i] != SHAPE["lower"] and before != ""
        unit[i] = (unit[i - 1] if i else 0) + (i > 0 and bool(gap[i] or ends))
    kept = tuple(tuple(p[:LONGEST_WORD]) for p in pieces)
    line = np.cumsum((gap > 0).astype(np.int64))
    return Words(np.array(start, np.int64), np.array(end, np.int64), kept, shape, gap, flag, unit, line)


def windows(words: Words, limit: int, context: float = 0.25) -> list[Window]:
    """Cover the words by windows of at most `limit` pieces, neighbours sharing about `context` of their pieces.

    Each word is owned by exactly one window; cuts fall before a line or sentence where one is near.
    """
    sizes = np.array([len(p) for p in words.pieces], np.int64)
    total = np.concatenate(([0], np.cumsum(sizes)))
    count = len(words)
    bounds: list[tuple[int, int]] = []
    first = 0
    while first < count:
        last = int(np.searchsorted(total, total[first] + limit, side="right")) - 1
        bounds.append((first, last))
        if last >= count:
            break
        back = int(np.searchsorted(total, total[last] - int(limit * context)))
        first = max(_before_unit(words, back), first + 1)
    cuts = [0, *(max(_before_unit(words, (a[1] + b[0]) // 2), b[0]) for a, b in pairwise(bounds)), count]
    return [Window(a, b, cuts[i], cuts[i + 1]) for i, (a, b) in enumerate(bounds)]


def _before_unit(words: Words, at: int, reach: int = 40) -> int:
    """The nearest beginning of a sentence at or before a word, or the word itself where none is near."""
    for i in range(at, max(at - reach, 0), -1):
        if words.unit[i] != words.unit[i - 1]:
            return i
    return at


def piece_columns(words: Words, window: Window) -> Columns:
    """Ids, shapes, gaps and flags of a window's pieces in [CLS] and [SEP]; where each word's first piece stands."""
    ids, shapes, gaps, flags, firsts = [CLS], [0], [0], [0], []
    for i in range(window.first, window.last):
        firsts.append(len(ids))
        size = len(words.pieces[i])
        ids.extend(words.pieces[i])
        shapes.extend([int(words.shape[i]) + 1] * size)
        gaps.extend([int(words.gap[i])] + [0] * (size - 1))
        flags.extend([int(words.flag[i])] * size)
    columns = ([*ids, SEP], [*shapes, 0], [*gaps, 0], [*flags, 0], firsts)
    ids_, shapes_, gaps_, flags_, firsts_ = (np.array(column, np.int64) for column in columns)
    return ids_, shapes_, gaps_, flags_, firsts_


STEPS = np.array([1, 2, 3, 4, 5, 8, 12, 20, 40, 80, 160], np.int64)
"""Lower bounds of the distance classes, in words."""

PAIR_SIZES = (2 * len(STEPS) + 1, 9, 7, 4, 4)
"""How many classes each pair feature has: distance, sentences and lines between, triggers and rivals between."""


def pair_features(words: Words, rows: Ints, columns: Ints, triggers: Ints, rivals: Sequence[Ints]) -> Ints:
    """Classes that describe how each column range lies to each row range: an array rows × columns × 5.

    Ranges are pairs of word indices (first, last). `triggers` are all trigger ranges of the window; `rivals[j]` the
    ranges of the same layer as column j, itself included.
    """
    a, b = rows[:, None, :], columns[None, :, :]
    after = b[..., 0] >= a[..., 1]
    before = b[..., 1] <= a[..., 0]
    away = np.where(after, b[..., 0] - a[..., 1] + 1, np.where(before, a[..., 0] - b[..., 1] + 1, 0))
    sign = np.where(before, -1, 1)
    distance = sign * np.searchsorted(STEPS, away, side="right") + len(STEPS)
    units = np.clip(words.unit[b[..., 0]] - words.unit[a[..., 0]], -4, 4) + 4
    lines = np.clip(words.line[b[..., 0]] - words.line[a[..., 0]], -3, 3) + 3
    low = np.minimum(a[..., 1], b[..., 1])
    high = np.maximum(a[..., 0], b[..., 0])
    crossed = np.minimum(_between(triggers[:, 0], low, high), 3)
    rival = np.zeros_like(crossed)
    for j, others in enumerate(rivals):
        rival[:, j] = np.minimum(_between(others[:, 0], low[:, j], high[:, j]), 3)
    return np.stack((distance, units, lines, crossed, rival), axis=-1)


def _between(starts: Ints, low: Ints, high: Ints) -> Ints:
    """How many starts lie in each range low..high; none where the range is empty."""
    ordered = np.sort(starts)
    found = np.searchsorted(ordered, high, side="left") - np.searchsorted(ordered, low, side="left")
    positive: Ints = np.maximum(found, 0)
    return positive
