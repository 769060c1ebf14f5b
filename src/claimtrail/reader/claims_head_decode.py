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
    """The linker's probabilities; see `Network.link` for the shapes."""

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

    def tag(self, columns: Iterable[Columns]) -> Iterator[tuple[Floats, Floats]]:
        """For each window its word-level BIO probabilities (words × layers × 3) and vectors (words × width)."""
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
class Decoder:
    """Chooses among the linker's answers by the thresholds."""

    labels: Labels
    thresholds: Thresholds

    def decode(self, window: Window, found: Candidates, links: Links, offset: int) -> tuple[list[Event], list[Role]]:
        """The events that this window owns and their roles; `offset` is the index of the first event."""
        kept: list[int] = []
        events: list[Event] = []
        for i, trigger in enumerate(found.triggers):
            event = self._event(window, trigger, links.events[i], links.statuses[i])
            if event.score >= self.thresholds.trigger and window.own_first <= event.first < window.own_last:
                kept.append(i)
                events.append(event)
        roles: list[Role] = []
        for n, i in enumerate(kept):
            roles.extend(self._plain(window, found, links, i, offset + n))
        return events, self._with_losses(roles, window, found, links, kept, offset)

    def _event(self, window: Window, trigger: Tagged, events: Floats, statuses: Floats) -> Event:
        kind, status = int(events[:-1].argmax()), int(statuses.argmax())
        score = float(np.sqrt(trigger.score * (1 - events[-1])))
        first, last = trigger.first + window.first, trigger.last + window.first
        named, said = self.labels.events[kind], self.labels.statuses[status]
        return Event(first, last, named, float(events[kind]), said, float(statuses[status]), score)

    def _plain(self, window: Window, found: Candidates, links: Links, i: int, event: int) -> list[Role]:
        """Actors, targets, place, time and speakers of trigger i; speakers in the order of their chain."""
        roles: list[Role] = []
        for role in ("actor", "target", "place", "time", "speaker"):
            layer = LAYERS.index(role)
            scored = [
                (float(np.sqrt(links.links[i, j] * m.score)), j)
                for j, m in enumerate(found.mentions)
                if m.layer == layer
            ]
            kept = [(s, j) for s, j in scored if s >= self.thresholds.role(role)]
            if role in SINGLE:
                kept = sorted(kept, reverse=True)[:1]
            elif role == "speaker":
                kept.sort(key=lambda x: float(links.later[i, x[1]]))
            for s, j in kept:
                m = found.mentions[j]
                roles.append(Role(event, m.first + window.first, m.last + window.first, role, s))
        return roles

    def _with_losses(
        self, roles: list[Role], window: Window, found: Candidates, links: Links, kept: Sequence[int], offset: int
    ) -> list[Role]:
        """The roles and after them each loss, under the trigger that it fits best, followed by its count."""
        if not kept:
            return roles
        for row, j in enumerate(found.whos):
            m = found.mentions[j]
            linked = links.links[list(kept), j]
            best = int(linked.argmax())
            score = float(np.sqrt(linked[best] * m.score))
            outcomes = links.outcomes[kept[best], j]
            if score < self.thresholds.role("who"):
                continue
            category = self.labels.categories[int(links.categories[j].argmax())]
            for k in self._outcomes(outcomes):
                name = self.labels.outcomes[k]
                span = (m.first + window.first, m.last + window.first)
                roles.append(Role(offset + best, *span, "who", score, name, category))
                roles.extend(self._count(window, found, links, row, k, offset + best, len(roles) - 1))
        return roles

    def _outcomes(self, outcomes: Floats) -> list[int]:
        """Every likely outcome, or else the likeliest."""
        sure = np.flatnonzero(outcomes >= 0.5).tolist()
        return [int(k) for k in sure] or [int(outcomes.argmax())]

    def _count(
        self, window: Window, found: Candidates, links: Links, row: int, outcome: int, event: int, of: int
    ) -> Iterator[Role]:
        scored = [
            (float(np.sqrt(links.counts[row, c, outcome] * found.mentions[j].score)), j)
            for c, j in enumerate(found.counts)
        ]
        if scored and max(scored)[0] >= self.thresholds.role("count"):
            score, j = max(scored)
            m = found.mentions[j]
            yield Role(event, m.first + window.first, m.last + window.first, "count", score, of=of)


Answer = tuple[Window, Candidates, Links]


def answers(network: Network, words: Words, seen: Iterable[Window], thresholds: Thresholds) -> Iterator[Answer]:
    """What the model says of each window that has a trigger."""
    ahead, behind = tee(seen)
    columns = (piece_columns(words, window) for window in ahead)
    for window, (probabilities, hidden) in zip(behind, network.tag(columns), strict=True):
        found = candidates(probabilities, thresholds)
        if found.triggers:
            yield window, found, network.link(hidden, ask(words, window, found))


def decide(decoder: Decoder, given: Iterable[Answer]) -> tuple[list[Event], list[Role]]:
    """The events and roles of a text; a count's `of` is an index into the returned roles."""
    events: list[Event] = []
    roles: list[Role] = []
    for window, found, links in given:
        new_events, new_roles = decoder.decode(window, found, links, len(events))
        shift = len(roles)
        roles.extend(_shifted(r, shift) for r in new_roles)
        events.extend(new_events)
    return events, roles


def _shifted(role: Role, shift: int) -> Role:
    if role.of is None:
        return role
    return replace(role, of=role.of + shift)
