"""What the claims head learns beside claims: the parts of attributions, and which mentions are of one thing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from claimtrail.model import Span
from claimtrail.reader.claims_head_input import (
    SPEECH,
    SPEECH_LEVELS,
    Window,
    Words,
    piece_columns,
    read_words,
    windows,
)
from claimtrail.reader.coreference_input import features
from training.claims_head import network
from training.claims_head.data import held_out
from training.claims_head.lexicon import forms
from training.claims_head.marked import Mark, Marked, read_marked
from training.claims_head.model import ClaimsModel
from training.machine import computes_bfloat16

INITIALS = {"S": SPEECH.index("source"), "Q": SPEECH.index("cue"), "C": SPEECH.index("content")}
"""How the parts of an attribution are marked."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """One window of a text with its speech: BIO classes, words × (parts · levels)."""

    words: Words
    window: Window
    tags: np.ndarray


@dataclass(frozen=True, slots=True)
class Chained:
    """One window of a text with its mentions in order: word ranges in the window, their words, their entities."""

    words: Words
    window: Window
    ranges: np.ndarray
    phrases: tuple[str, ...]
    entities: np.ndarray


def texts(folder: Path, held: bool) -> Iterator[Marked]:
    """The marked texts of a folder that are learned from, or those held out."""
    for path in sorted(folder.glob("*.jsonl")):
        yield from (text for text in read_marked(path) if held_out(text.id) == held)


def spoken(text: Marked, tokenizer: Tokenizer, pieces: int) -> Iterator[Spoken]:
    """The windows of a text with its speech; phrases inside two others of their part are left out."""
    words = whole(text, tokenizer)
    classes = np.zeros((len(words), len(SPEECH) * SPEECH_LEVELS), np.int64)
    for mark in sorted(text.marks, key=lambda mark: mark.start - mark.end):
        covered = _words(words, mark)
        if mark.kind in INITIALS and len(covered) and mark.depth < SPEECH_LEVELS:
            layer = INITIALS[mark.kind] * SPEECH_LEVELS + mark.depth
            classes[covered, layer] = 2
            classes[covered[0], layer] = 1
    for window in windows(words, pieces):
        yield Spoken(words, window, classes[window.first : window.last])


def chained(text: Marked, tokenizer: Tokenizer, pieces: int) -> Iterator[Chained]:
    """The windows of a text with the mentions that lie in them."""
    words = whole(text, tokenizer)
    for window in windows(words, pieces):
        found = [(mark, _words(words, mark)) for mark in text.marks]
        inside = [(m, c) for m, c in found if len(c) and c[0] >= window.first and c[-1] < window.last]
        if len(inside) > 1:
            ranges = np.array([(c[0] - window.first, c[-1] + 1 - window.first) for _, c in inside], np.int64)
            phrases = tuple(text.text[m.start : m.end] for m, _ in inside)
            yield Chained(words, window, ranges, phrases, np.array([m.number for m, _ in inside]))


def whole(text: Marked, tokenizer: Tokenizer) -> Words:
    """The words of a whole text."""
    return read_words(tokenizer, forms(), text.text, [Span(0, len(text.text))])


def _words(words: Words, mark: Mark) -> np.ndarray:
    return np.flatnonzero((words.start < mark.end) & (words.end > mark.start))


def speech_loss(model: ClaimsModel, batch: Sequence[Spoken]) -> Tensor:
    """The mean loss a word, summed over the parts and levels."""
    hidden = vectors(model, [(x.words, x.window) for x in batch])
    scores = torch.cat([model.speech(h) for h in hidden])
    gold = torch.from_numpy(np.concatenate([x.tags for x in batch]))
    return F.cross_entropy(scores.permute(0, 2, 1), gold, reduction="sum") / len(gold)


def coreference_loss(model: ClaimsModel, batch: Sequence[Chained]) -> Tensor:
    """The mean loss a mention: all earlier mentions of its entity are right, or none where there is none."""
    hidden = vectors(model, [(x.words, x.window) for x in batch])
    losses = [chain_loss(model, x, h) for x, h in zip(batch, hidden, strict=True)]
    return torch.cat(losses).mean()


def chain_loss(model: ClaimsModel, x: Chained, hidden: Tensor) -> Tensor:
    """The loss of each mention of a window."""
    scores = coreference(model, x, hidden).log_softmax(-1)
    same = torch.from_numpy(np.tril(x.entities[:, None] == x.entities[None, :], -1))
    right = torch.cat((~same.any(1, keepdim=True), same), 1)
    return -scores.masked_fill(~right, -1e9).logsumexp(-1)


def coreference(model: ClaimsModel, x: Chained, hidden: Tensor) -> Tensor:
    """The logits of the coreference head over the mentions of a window."""
    absolute = x.ranges + x.window.first
    given = torch.from_numpy(features(x.words, absolute, x.phrases))
    scores: Tensor = model.coreference(hidden, torch.from_numpy(x.ranges), given)
    return scores


def vectors(model: ClaimsModel, seen: Sequence[tuple[Words, Window]]) -> list[Tensor]:
    """The vectors of the words of some windows."""
    columns = [piece_columns(words, window) for words, window in seen]
    with torch.autocast("cpu", torch.bfloat16, enabled=model.training and computes_bfloat16()):
        hidden = model.tagger.encoder(*network.batch(columns))
    return [hidden[row, torch.from_numpy(column[-1])].float() for row, column in enumerate(columns)]


Seen = TypeVar("Seen", Spoken, Chained)


@dataclass(frozen=True, slots=True)
class Aside:
    """What is learned from and what is held out to choose by."""

    learn: list[list[Spoken] | list[Chained]]
    spoken: list[Spoken]
    chained: list[Chained]


def aside(speech: Path | None, chains: Path | None, tokenizer: Tokenizer, pieces: int, room: int) -> Aside:
    """The windows of both kinds of text; those to learn from in batches of about `room` pieces."""
    kept: list[list[Spoken] | list[Chained]] = []
    held: tuple[list[Spoken], list[Chained]] = ([], [])
    if speech:
        kept += _batches([x for t in texts(speech, False) for x in spoken(t, tokenizer, pieces)], room)
        held[0].extend(x for t in texts(speech, True) for x in spoken(t, tokenizer, pieces))
    if chains:
        kept += _batches([x for t in texts(chains, False) for x in chained(t, tokenizer, pieces)], room)
        held[1].extend(x for t in texts(chains, True) for x in chained(t, tokenizer, pieces))
    return Aside(kept, *held)


def _batches(seen: Sequence[Seen], room: int) -> list[list[Seen]]:
    made: list[list[Seen]] = []
    for x in sorted(seen, key=_size):
        if not made or (len(made[-1]) + 1) * _size(x) > room:
            made.append([])
        made[-1].append(x)
    return made


def _size(x: Spoken | Chained) -> int:
    return sum(len(p) for p in x.words.pieces[x.window.first : x.window.last]) + 2


@torch.inference_mode()
def scores(model: ClaimsModel, held: Aside) -> dict[str, float]:
    """Exact-phrase F1 of each part of speech, and the share of later mentions whose entity is found, held out."""
    found: dict[str, float] = {}
    counts = np.zeros((len(SPEECH), 3))
    for x in held.spoken:
        (hidden,) = vectors(model, [(x.words, x.window)])
        said = model.speech(hidden).softmax(-1).numpy()
        for layer in range(said.shape[1]):
            gold, mine = phrases(x.tags[:, layer]), phrases(said[:, layer].argmax(-1))
            counts[layer // SPEECH_LEVELS] += (len(gold & mine), len(gold), len(mine))
    for part, (hits, gold, mine) in zip(SPEECH, counts, strict=True):
        found[part] = float(2 * hits / max(1.0, gold + mine))
    right = asked = 0
    for y in held.chained:
        (hidden,) = vectors(model, [(y.words, y.window)])
        chosen = coreference(model, y, hidden).argmax(-1).numpy() - 1
        for row, column in enumerate(chosen):
            if (y.entities[:row] == y.entities[row]).any():
                asked += 1
                right += column >= 0 and y.entities[column] == y.entities[row]
    found["coreference"] = float(right / max(1, asked))
    return found


def phrases(classes: np.ndarray) -> set[tuple[int, int]]:
    """The ranges that BIO classes mark."""
    found, start = set(), -1
    for at, value in enumerate([*classes.tolist(), 0]):
        if start >= 0 and value != 2:
            found.add((start, at))
            start = -1
        if value == 1:
            start = at
    return found
