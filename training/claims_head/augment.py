"""Variants of an article that keep its annotation: other names, numbers, triggers, letter case, and masked words."""

from collections import defaultdict
from dataclasses import dataclass, replace
from random import Random

import numpy as np

from claimtrail.reader.claims_head_input import MASK, SHAPE, Words
from training.claims_head.data import Example
from training.claims_head.settings import Rates

Pieces = tuple[int, ...]

NAMELIKE = (SHAPE["title"], SHAPE["upper"])


@dataclass(frozen=True, slots=True)
class Stock:
    """Words to put in: names and numbers of the training articles, and triggers by event type and ending."""

    names: list[Pieces]
    numbers: list[Pieces]
    triggers: dict[tuple[int, str], list[Pieces]]


def ending(text: str) -> str:
    """A rough word class: past forms, -ing forms, plurals, the rest."""
    low = text.casefold()
    return next((e for e in ("ed", "ing", "s") if low.endswith(e)), "")


def stock(examples: list[Example], texts: dict[str, str]) -> Stock:
    """Gather the words of the training examples that may stand in for one another."""
    names: set[Pieces] = set()
    numbers: set[Pieces] = set()
    triggers: dict[tuple[int, str], set[Pieces]] = defaultdict(set)
    for example in examples:
        w = example.words
        for i in range(example.window.first, example.window.last):
            within = w.gap[i] == 0 and i > 0 and w.unit[i] == w.unit[i - 1]
            if w.shape[i] == SHAPE["title"] and within:
                names.add(w.pieces[i])
            elif w.shape[i] == SHAPE["digit"]:
                numbers.add(w.pieces[i])
        for c in example.claims:
            if c.trigger[1] - c.trigger[0] == 1:
                i = c.trigger[0]
                text = texts[example.article][w.start[i] : w.end[i]]
                triggers[c.event, ending(text)].add(w.pieces[i])
    return Stock(sorted(names), sorted(numbers), {k: sorted(v) for k, v in triggers.items()})


def augment(example: Example, texts: dict[str, str], words: Stock, rates: Rates, rng: Random) -> Words:
    """The example's words, changed at random; the ranges of its annotation stay true."""
    old = example.words
    pieces = list(old.pieces)
    swaps: dict[Pieces, Pieces] = {}
    placed = rng.random() < 0.7
    for i in range(example.window.first, example.window.last):
        if old.shape[i] in NAMELIKE and placed and len(old.pieces[i]) > 0 and _inside_unit(old, i):
            if old.pieces[i] not in swaps:
                swaps[old.pieces[i]] = rng.choice(words.names) if rng.random() < rates.names else old.pieces[i]
            pieces[i] = swaps[old.pieces[i]]
        elif old.shape[i] == SHAPE["digit"] and rng.random() < rates.numbers:
            pieces[i] = rng.choice(words.numbers)
        elif rng.random() < rates.masked:
            pieces[i] = (MASK,)
    _triggers(example, texts, words, rates, rng, pieces)
    flags = np.array([0 if rng.random() < rates.unflagged else f for f in old.flag.tolist()], np.int64)
    return replace(old, pieces=tuple(pieces), shape=_recase(old, rates, rng), flag=flags)


def _inside_unit(words: Words, i: int) -> bool:
    return i > 0 and bool(words.unit[i] == words.unit[i - 1])


def _triggers(
    example: Example, texts: dict[str, str], words: Stock, rates: Rates, rng: Random, pieces: list[Pieces]
) -> None:
    for claim in example.claims:
        i, last = claim.trigger
        if rng.random() < rates.masked_trigger:
            pieces[i] = (MASK,)
        elif last - i == 1 and rng.random() < rates.triggers:
            text = texts[example.article][example.words.start[i] : example.words.end[i]]
            pieces[i] = rng.choice(words.triggers.get((claim.event, ending(text)), [pieces[i]]))


def _recase(words: Words, rates: Rates, rng: Random) -> np.ndarray:
    if rng.random() >= rates.recased:
        return words.shape
    to = SHAPE[rng.choice(("lower", "upper", "title"))]
    letters = np.isin(words.shape, [SHAPE[s] for s in ("lower", "title", "upper", "initial", "mixed")])
    return np.where(letters, to, words.shape)
