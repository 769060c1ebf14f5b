"""From the claims head's scores to triggers, mentions and links; pure functions over arrays."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import tee
from typing import Protocol

import numpy as np

from claimtrail.reader.claims_head_input import (
    LAYERS,
    Columns,
    Floats,
    Ints,
    Window,
    Words,
    pair_features,
    piece_columns,
)

ROLES = LAYERS[1:]
PLAIN = ("actor", "target", "place", "time", "speaker")
"""The roles outside losses."""
SINGLE = ("place", "time")
"""Roles of which a claim has at most one."""


@dataclass(frozen=True, slots=True)
class Labels:
    """The names behind the model's output columns."""

    events: tuple[str, ...]
    statuses: tuple[str, ...]
    outcomes: tuple[str, ...]
    categories: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Probabilities from which a candidate is looked at, and from which it is kept; chosen on held-out articles."""

    trigger_candidate: float = 0.15
    mention_candidate: float = 0.2
    trigger: float = 0.4
    roles: Mapping[str, float] = field(default_factory=dict)

    def role(self, name: str) -> float:
        """The threshold of a role."""
        return self.roles.get(name, 0.4)


@dataclass(frozen=True, slots=True)
class Tagged:
    """A range of words that a layer names, with its probability."""

    first: int
    last: int
    layer: int
    score: float


@dataclass(frozen=True, slots=True)
class Links:
    """The linker's probabilities.

    Shapes: `events` triggers × (types + none), `statuses` triggers × statuses, `links` and `later` (place in the chain
    of speakers) triggers × mentions, `outcomes` triggers × mentions × outcomes, `categories` mentions × categories,
    `counts` whos × counts × outcomes.
    """

    events: Floats
    statuses: Floats
    links: Floats
    later: Floats
    outcomes: Floats
    categories: Floats
    counts: Floats


@dataclass(frozen=True, slots=True)
class Candidates:
    """Triggers and mentions of one window; `whos` and `counts` are indices into `mentions`."""

    triggers: tuple[Tagged, ...]
    mentions: tuple[Tagged, ...]
    whos: tuple[int, ...]
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """What the linker is asked: ranges relative to the window, and how they lie to one another."""

    triggers: Ints
    mentions: Ints
    layers: Ints
    features: Ints
    whos: Ints
    counts: Ints
    count_features: Ints


class Network(Protocol):
    """What runs the model: ONNX Runtime in the product, torch while training."""

    def tag(self, columns: Iterable[Columns]) -> Iterator[tuple[Floats, Floats, Floats]]:
        """For each window, by words: BIO probabilities (words × layers × 3), vectors, BIO probabilities of speech."""
        ...

    def link(self, hidden: Floats, question: Question) -> Links:
        """Probabilities for one window's candidates."""
        ...


def tagged(probabilities: Floats, layer: int, threshold: float) -> Iterator[Tagged]:
    """The ranges of one layer that begin with at least the threshold's probability; they never overlap."""
    begin, inside = probabilities[:, layer, 1], probabilities[:, layer, 2]
    starts = np.flatnonzero(begin >= threshold)
    reached = 0
    for start in starts:
        if start < reached:
            continue
        end = int(start) + 1
        while end < len(begin) and inside[end] > begin[end] and inside[end] >= 0.5 * begin[start]:
            end += 1
        yield Tagged(int(start), end, layer, float(begin[start]))
        reached = end


def candidates(probabilities: Floats, thresholds: Thresholds) -> Candidates:
    """The triggers and mentions of a window, in word positions of the window."""
    triggers = tuple(tagged(probabilities, 0, thresholds.trigger_candidate))
    mentions = tuple(
        m for layer in range(1, len(LAYERS)) for m in tagged(probabilities, layer, thresholds.mention_candidate)
    )
    return gather(triggers, mentions)


def gather(triggers: Sequence[Tagged], mentions: Sequence[Tagged]) -> Candidates:
    """Candidates with the indices of who was lost and of counts."""
    who, count = LAYERS.index("who"), LAYERS.index("count")
    whos = tuple(i for i, m in enumerate(mentions) if m.layer == who)
    counts = tuple(i for i, m in enumerate(mentions) if m.layer == count)
    return Candidates(tuple(triggers), tuple(mentions), whos, counts)


def ask(words: Words, window: Window, found: Candidates) -> Question:
    """The linker's input for the candidates of a window."""
    triggers, mentions = _ranges(found.triggers), _ranges(found.mentions)
    layers = np.array([m.layer for m in found.mentions], np.int64)
    rivals = {layer: mentions[layers == layer] + window.first for layer in set(layers.tolist())}
    columns = [rivals[layer] for layer in layers.tolist()]
    here = triggers + window.first
    features = pair_features(words, here, mentions + window.first, here, columns)
    whos, counts = np.array(found.whos, np.int64), np.array(found.counts, np.int64)
    who_ranges, count_ranges = mentions[whos] + window.first, mentions[counts] + window.first
    count_features = pair_features(words, who_ranges, count_ranges, here, [count_ranges] * len(counts))
    return Question(triggers, mentions, layers, features, whos, counts, count_features)


def _ranges(found: Sequence[Tagged]) -> Ints:
    return np.array([(x.first, x.last) for x in found], np.int64).reshape(-1, 2)


@dataclass(frozen=True, slots=True)
class Event:
    """A trigger kept: its word range in the article, types with probabilities, and its score."""

    first: int
    last: int
    event: str
    event_score: float
    status: str
    status_score: float
    score: float


@dataclass(frozen=True, slots=True)
class Role:
    """A mention tied to the event of that index; `of` is the index of the role a count belongs to."""

    event: int
    first: int
    last: int
    role: str
    score: float
    outcome: str | None = None
    category: str | None = None
    of: int | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What the model says of one window."""

    window: Window
    found: Candidates
    links: Links

    def range(self, tagged: Tagged) -> tuple[int, int]:
        """The word range of a candidate in the article."""
        return tagged.first + self.window.first, tagged.last + self.window.first

    def owns(self, tagged: Tagged) -> bool:
        """Whether this window, rather than a neighbour, decides about a candidate."""
        return self.window.own_first <= tagged.first + self.window.first < self.window.own_last


@dataclass(frozen=True, slots=True)
class Decoder:
    """Chooses among the linker's answers by the thresholds."""

    labels: Labels
    thresholds: Thresholds

    def decode(self, answer: Answer, offset: int) -> tuple[list[Event], list[Role]]:
        """The events that a window owns and their roles; `offset` is the index of the first event."""
        events = {i: self._event(answer, i) for i, trigger in enumerate(answer.found.triggers) if answer.owns(trigger)}
        kept = {i: event for i, event in events.items() if event.score >= self.thresholds.trigger}
        numbers = {i: offset + n for n, i in enumerate(kept)}
        roles = [role for i, number in numbers.items() for role in self._plain(answer, i, number)]
        self._losses(answer, numbers, roles)
        return list(kept.values()), roles

    def _event(self, answer: Answer, i: int) -> Event:
        trigger, kinds, statuses = answer.found.triggers[i], answer.links.events[i], answer.links.statuses[i]
        kind, status = int(kinds[:-1].argmax()), int(statuses.argmax())
        score = float(np.sqrt(trigger.score * (1 - kinds[-1])))
        named, said = self.labels.events[kind], self.labels.statuses[status]
        return Event(*answer.range(trigger), named, float(kinds[kind]), said, float(statuses[status]), score)

    def _plain(self, answer: Answer, i: int, number: int) -> Iterator[Role]:
        """Actors, targets, place, time and speakers of trigger i; speakers in the order of their chain."""
        for role in PLAIN:
            kept = self._above(answer.found.mentions, answer.links.links[i], role)
            if role in SINGLE:
                kept = sorted(kept, reverse=True)[:1]
            elif role == "speaker":
                kept.sort(key=lambda x: float(answer.links.later[i, x[1]]))
            for score, j in kept:
                yield Role(number, *answer.range(answer.found.mentions[j]), role, score)

    def _above(self, mentions: Sequence[Tagged], linked: Floats, role: str) -> list[tuple[float, int]]:
        """Score and index of the mentions of a role's layer whose score reaches its threshold."""
        layer = LAYERS.index(role)
        scored = [(_joint(linked[j], m), j) for j, m in enumerate(mentions) if m.layer == layer]
        return [(score, j) for score, j in scored if score >= self.thresholds.role(role)]

    def _losses(self, answer: Answer, numbers: Mapping[int, int], roles: list[Role]) -> None:
        """Add each loss, under the trigger that it fits best, followed by its count."""
        for row, j in enumerate(answer.found.whos):
            mention = answer.found.mentions[j]
            best = max(numbers, key=lambda i: float(answer.links.links[i, j]), default=None)
            if best is None or not answer.owns(mention):
                continue
            score = _joint(answer.links.links[best, j], mention)
            if score < self.thresholds.role("who"):
                continue
            category = self.labels.categories[int(answer.links.categories[j].argmax())]
            for k in _outcomes(answer.links.outcomes[best, j]):
                who = Role(numbers[best], *answer.range(mention), "who", score, self.labels.outcomes[k], category)
                roles.append(who)
                roles.extend(self._count(answer, row, k, who, len(roles) - 1))

    def _count(self, answer: Answer, row: int, outcome: int, who: Role, index: int) -> Iterator[Role]:
        counts = [answer.found.mentions[j] for j in answer.found.counts]
        kept = self._above(counts, answer.links.counts[row, :, outcome], "count")
        if kept:
            score, j = max(kept)
            yield Role(who.event, *answer.range(counts[j]), "count", score, of=index)


def _joint(linked: np.float32, mention: Tagged) -> float:
    """The geometric mean of the probabilities of a link and of the mention itself."""
    return float(np.sqrt(linked * mention.score))


def _outcomes(probabilities: Floats) -> list[int]:
    """Every likely outcome, or else the likeliest."""
    sure = np.flatnonzero(probabilities >= 0.5)
    return [int(k) for k in sure] or [int(probabilities.argmax())]


@dataclass(frozen=True, slots=True)
class Look:
    """What the tagger says of one window, by its words: tags, vectors, and tags of speech."""

    window: Window
    tags: Floats
    hidden: Floats
    speech: Floats


def looks(network: Network, words: Words, seen: Iterable[Window]) -> Iterator[Look]:
    """Run the tagger over windows."""
    ahead, behind = tee(seen)
    columns = (piece_columns(words, window) for window in ahead)
    for window, (tags, hidden, speech) in zip(behind, network.tag(columns), strict=True):
        yield Look(window, tags, hidden, speech)


def answers(network: Network, words: Words, seen: Iterable[Look], thresholds: Thresholds) -> Iterator[Answer]:
    """What the linker says of each window that has a trigger."""
    for look in seen:
        found = candidates(look.tags, thresholds)
        if found.triggers:
            yield Answer(look.window, found, network.link(look.hidden, ask(words, look.window, found)))


def decide(decoder: Decoder, given: Iterable[Answer]) -> tuple[list[Event], list[Role]]:
    """The events and roles of a text; a count's `of` is an index into the returned roles."""
    events: list[Event] = []
    roles: list[Role] = []
    for answer in given:
        new_events, new_roles = decoder.decode(answer, len(events))
        shift = len(roles)
        roles.extend(r if r.of is None else replace(r, of=r.of + shift) for r in new_roles)
        events.extend(new_events)
    return events, roles
