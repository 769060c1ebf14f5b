"""Incidents: claims judged to be about one event, with the figures of all sources side by side."""

from dataclasses import dataclass
from enum import StrEnum

from claimtrail.model.claim import Candidate, Category, Event, Hedge, Outcome, SpeakerKind, Status
from claimtrail.model.time import Precision


class Grade(StrEnum):
    """How well attested an incident is, in the terms that Airwars uses."""

    CONFIRMED = "confirmed"
    FAIR = "fair"
    WEAK = "weak"
    CONTESTED = "contested"
    DISCOUNTED = "discounted"


@dataclass(frozen=True, slots=True)
class Member:
    """A claim of an incident: its id, its article's id, and the independence group that the article belongs to."""

    claim: str
    article: str
    group: int


@dataclass(frozen=True, slots=True)
class Figure:
    """One claimed number: what the loss of a claim says, who says so in the end, and when the article was published.

    `origin` is the last speaker of the chain, by its canonical name or the article's words; None is the article's own
    voice. `own` is true where the origin belongs to those who suffered the loss, false where to their opponents, None
    where that cannot be told. `loss` is the index of the loss in its claim.
    """

    claim: str
    article: str
    loss: int
    outcome: Outcome
    category: Category
    low: int | None
    high: int | None
    hedge: Hedge | None
    origin: str | None
    kind: SpeakerKind | None
    party: str | None
    own: bool | None
    group: int
    published: str | None


@dataclass(frozen=True, slots=True)
class Measure:
    """All figures of one outcome and category; `low` and `high` span the independent origins, `contested` where two of
    them exclude each other."""

    outcome: Outcome
    category: Category
    low: int | None
    high: int | None
    contested: bool
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Articles that count as one source, and why: the passage they share, or the origin they all cite."""

    articles: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Incident:
    """Claims judged to be about one event.

    `start` and `end` are ISO days. Actors and targets are names; figures that nobody claims are never made.
    """

    id: str
    event: Event
    status: Status
    members: tuple[Member, ...]
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    place: Candidate | None
    place_precision: str | None
    start: str | None
    end: str | None
    time_precision: Precision | None
    measures: tuple[Measure, ...]
    groups: tuple[Group, ...]
    grade: Grade
