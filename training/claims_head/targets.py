"""What the model should answer: tags for the words of a window, and links for its candidates."""

from dataclasses import dataclass

import numpy as np

from claimtrail.reader.claims_head_decode import Candidates, Tagged, gather
from claimtrail.reader.claims_head_input import LAYERS
from training.claims_head.data import EVENTS, OUTCOMES, Claim, Example, Range

IGNORED = -100


@dataclass(frozen=True, slots=True)
class Answer:
    """Targets for one window's candidates; IGNORED or a false mask where nothing is asked."""

    event: np.ndarray
    status: np.ndarray
    link: np.ndarray
    link_asked: np.ndarray
    later: np.ndarray
    later_asked: np.ndarray
    outcome: np.ndarray
    outcome_asked: np.ndarray
    category: np.ndarray
    count: np.ndarray
    count_asked: np.ndarray


def layer_ranges(example: Example) -> list[set[Range]]:
    """The annotated ranges of each layer, in word positions of the window."""
    found: list[set[Range]] = [set() for _ in LAYERS]
    for claim in example.claims:
        found[0].add(claim.trigger)
        for role, span, _ in claim.arguments:
            found[LAYERS.index(role)].add(span)
        for loss in claim.losses:
            found[LAYERS.index("who")].add(loss.who)
            if loss.count:
                found[LAYERS.index("count")].add(loss.count)
    first = example.window.first
    return [{(a - first, b - first) for a, b in layer} for layer in found]


def tags(example: Example) -> np.ndarray:
    """BIO classes (0 outside, 1 begin, 2 inside): words × layers. Longer ranges give way to shorter ones in them."""
    size = example.window.last - example.window.first
    classes = np.zeros((size, len(LAYERS)), np.int64)
    for layer, ranges in enumerate(layer_ranges(example)):
        for a, b in sorted(ranges, key=lambda r: r[0] - r[1]):
            classes[a:b, layer] = 2
            classes[a, layer] = 1
    return classes


def with_gold(example: Example, predicted: Candidates, extra: int = 12) -> Candidates:
    """The annotated ranges and, of the predicted ones that differ, the likeliest `extra` a layer."""
    layers = layer_ranges(example)
    found = [[Tagged(a, b, layer, 1.0) for a, b in sorted(ranges)] for layer, ranges in enumerate(layers)]
    for x in sorted((*predicted.triggers, *predicted.mentions), key=lambda x: -x.score):
        known = found[x.layer]
        if (x.first, x.last) not in layers[x.layer] and len(known) < len(layers[x.layer]) + extra:
            known.append(x)
    return gather(found[0], [x for layer in found[1:] for x in layer])


def answer(example: Example, found: Candidates, text: str) -> Answer:
    """The targets; a predicted range that overlaps an annotated one of its layer answers like it."""
    t, m = len(found.triggers), len(found.mentions)
    w, c = len(found.whos), len(found.counts)
    a = Answer(
        np.full(t, len(EVENTS)),
        np.full(t, IGNORED),
        np.zeros((t, m), np.float32),
        np.zeros((t, m), bool),
        np.zeros((t, m), np.float32),
        np.zeros((t, m), bool),
        np.zeros((t, m, len(OUTCOMES)), np.float32),
        np.zeros((t, m), bool),
        np.full(m, IGNORED),
        np.zeros((w, c, len(OUTCOMES)), np.float32),
        np.zeros((w, c, len(OUTCOMES)), bool),
    )
    words = [_words(example, text, x) for x in found.mentions]
    shift = example.window.first
    for i, trigger in enumerate(found.triggers):
        claim = next((x for x in example.claims if _overlap(trigger, x.trigger, shift)), None)
        if claim is not None:
            a.event[i], a.status[i] = claim.event, claim.status
            _links(a, i, claim, found, words, shift)
    _counts(a, example, found, shift)
    return a


def _links(a: Answer, i: int, claim: Claim, found: Candidates, words: list[str], shift: int) -> None:
    a.link_asked[i] = True
    gold = [(LAYERS.index(role), span, order) for role, span, order in claim.arguments]
    gold += [(LAYERS.index("who"), loss.who, 0) for loss in claim.losses]
    for j, mention in enumerate(found.mentions):
        if mention.layer == LAYERS.index("count"):
            a.link_asked[i, j] = False
            continue
        mine = [
            (span, order) for layer, span, order in gold if layer == mention.layer and _overlap(mention, span, shift)
        ]
        if mine:
            a.link[i, j] = 1
            a.later[i, j], a.later_asked[i, j] = float(mine[0][1] > 0), mention.layer == LAYERS.index("speaker")
        for loss in claim.losses:
            if mention.layer == LAYERS.index("who") and _overlap(mention, loss.who, shift):
                a.outcome[i, j, loss.outcome], a.outcome_asked[i, j] = 1, True
                a.category[j] = loss.category
    linked = {(found.mentions[j].layer, words[j]) for j in np.flatnonzero(a.link[i])}
    for j, mention in enumerate(found.mentions):
        if not a.link[i, j] and (mention.layer, words[j]) in linked:
            a.link_asked[i, j] = False


def _counts(a: Answer, example: Example, found: Candidates, shift: int) -> None:
    for loss in (x for claim in example.claims for x in claim.losses):
        for row, j in enumerate(found.whos):
            if not _overlap(found.mentions[j], loss.who, shift):
                continue
            a.count_asked[row, :, loss.outcome] = True
            for column, k in enumerate(found.counts):
                if loss.count and _overlap(found.mentions[k], loss.count, shift):
                    a.count[row, column, loss.outcome] = 1


def _overlap(x: Tagged, span: Range, shift: int) -> bool:
    return max(x.first, span[0] - shift) < min(x.last, span[1] - shift)


def _words(example: Example, text: str, x: Tagged) -> str:
    shift, words = example.window.first, example.words
    return text[words.start[x.first + shift] : words.end[x.last - 1 + shift]].casefold()
