"""Claims: one assertion that one conflict event happened, or did not, or may; and who says so."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from claimtrail.model.span import Span
from claimtrail.model.time import TimeRange


class Event(StrEnum):
    """What kind of event is claimed (gold guidelines)."""

    AIRSTRIKE = "airstrike"
    SHELLING = "shelling"
    BOMBING = "bombing"
    ARMED_CLASH = "armed_clash"
    ATTACK = "attack"
    EXECUTION = "execution"
    CHEMICAL_ATTACK = "chemical_attack"
    ABDUCTION = "abduction"
    DETENTION = "detention"
    TERRITORY = "territory"
    DISPLACEMENT = "displacement"
    DESTRUCTION = "destruction"
    AGREEMENT = "agreement"
    KILLING = "killing"


class Status(StrEnum):
    """How the text presents the event."""

    ASSERTED = "asserted"
    ALLEGED = "alleged"
    PLANNED = "planned"
    POSSIBLE = "possible"
    DENIED = "denied"


class Voice(StrEnum):
    """The part of the page that makes the claim."""

    HEADLINE = "headline"
    BODY = "body"
    CAPTION = "caption"
    COMMENT = "comment"


class Category(StrEnum):
    """Who or what was lost."""

    COMBATANT = "combatant"
    CIVILIAN = "civilian"
    PERSON = "person"
    VEHICLE = "vehicle"
    WEAPON = "weapon"
    AIRCRAFT = "aircraft"
    FACILITY = "facility"
    TERRITORY = "territory"
    OTHER = "other"


class Outcome(StrEnum):
    """What became of them."""

    KILLED = "killed"
    WOUNDED = "wounded"
    KILLED_OR_WOUNDED = "killed_or_wounded"
    MISSING = "missing"
    CAPTURED = "captured"
    DISPLACED = "displaced"
    DESTROYED = "destroyed"
    DAMAGED = "damaged"
    SEIZED = "seized"


class Hedge(StrEnum):
    """How a count is qualified; None where it is given plainly."""

    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    VAGUE = "vague"


class Scope(StrEnum):
    """What a toll covers: one incident, one day, a longer stretch or operation, or all up to the day of telling."""

    INCIDENT = "incident"
    DAY = "day"
    CAMPAIGN = "campaign"
    CUMULATIVE = "cumulative"


@dataclass(frozen=True, slots=True)
class Count:
    """A number as claimed: `low` to `high`, `high` None where it is open, both None for a mass noun without a count.

    `span` is None where no words carry the count (a single name, a bare plural). Nothing is rounded.
    """

    low: int | None
    high: int | None
    span: Span | None = None
    hedge: Hedge | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """A mention of an actor or target, with its canonical name and id where the actor is known, and its side."""

    span: Span
    name: str | None = None
    id: str | None = None
    party: str | None = None


@dataclass(frozen=True, slots=True)
class Means:
    """What an act was done with, and its kinds, narrowest first: `("mortar", "artillery", "weapon")`."""

    span: Span
    kind: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Loss:
    """Who or what suffered which outcome, and how many; `kind` are the kinds of equipment, narrowest first, if any.

    `part_of` is the index, in the claim's losses, of the total that counts these too ("24 people, including seven
    children"); None for a total and for what stands alone. A total is never itself a part, so that adding up the
    losses without `part_of` counts nobody twice.
    """

    who: Span
    category: Category
    outcome: Outcome
    count: Count
    part_of: int | None = None
    kind: tuple[str, ...] = ()


class SpeakerKind(StrEnum):
    """What a speaker is."""

    OFFICIAL = "official"
    MILITARY = "military"
    AGENCY = "agency"
    OUTLET = "outlet"
    MONITOR = "monitor"
    WITNESS = "witness"
    DOCUMENT = "document"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Speaker:
    """One hop of an attribution chain; `cue` is the word of speech, `direct` whether the words are quoted."""

    span: Span
    name: str | None = None
    kind: SpeakerKind | None = None
    cue: Span | None = None
    direct: bool = False
    party: str | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a toponym may mean: gazetteer id, name, coordinates in degrees, ISO 3166-1 alpha-2 country."""

    id: int | None
    name: str
    lat: float
    lon: float
    country: str | None
    admin: tuple[str, ...] = ()
    feature: str | None = None
    population: int = 0
    score: float = 0.0


class Relation(StrEnum):
    """How an event lies to the place that the text names."""

    IN = "in"
    NEAR = "near"
    BETWEEN = "between"
    FROM = "from"
    TO = "to"


class PlacePrecision(StrEnum):
    """How finely a place is known, finest first."""

    EXACT = "exact"
    NEAR_TOWN = "near_town"
    ADMIN2 = "admin2"
    ADMIN1 = "admin1"
    REGION = "region"
    COUNTRY = "country"
    UNRESOLVED = "unresolved"


@dataclass(frozen=True, slots=True)
class Place:
    """A toponym tied to an event: how it relates, what it resolves to (None: unknown), and the runners-up.

    `doubtful` where another place of the name is not much less likely, or where only the name speaks for a place that
    few know: a namesake may be meant.
    """

    span: Span
    relation: Relation
    resolved: Candidate | None
    precision: PlacePrecision
    distance_km: float | None = None
    bearing: str | None = None
    others: tuple[Candidate, ...] = ()
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """Who says that what happened to whom, where, when, with what losses; each slot tied to its characters.

    `attribution` is ordered, nearest the article first; empty is the article's own voice.
    `confidence` maps a slot to a probability from 0 to 1.
    """

    id: str
    event: Event
    status: Status
    voice: Voice
    trigger: Span
    actors: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
    means: tuple[Means, ...] = ()
    losses: tuple[Loss, ...] = ()
    place: Place | None = None
    time: TimeRange | None = None
    attribution: tuple[Speaker, ...] = ()
    scope: Scope | None = None
    confidence: Mapping[str, float] = field(default_factory=dict)


class FindingKind(StrEnum):
    """What a finding is about."""

    HEADLINE_FIGURE_DIFFERS = "headline_figure_differs"
    HEADLINE_UNSUPPORTED = "headline_unsupported"
    ATTRIBUTION_DROPPED = "attribution_dropped"
    FIGURE_WITHOUT_SPEAKER = "figure_without_speaker"
    SPEAKERS_DISAGREE = "speakers_disagree"
    TOLL_REVISED = "toll_revised"
    SUBSET_EXCEEDS_TOTAL = "subset_exceeds_total"
    TOLL_SCOPE_UNCLEAR = "toll_scope_unclear"
    EVENT_AFTER_PUBLICATION = "event_after_publication"
    PLACE_AMBIGUOUS = "place_ambiguous"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a reader should know of an article: its kind, the claims concerned, and one plain sentence."""

    kind: FindingKind
    claims: tuple[str, ...]
    message: str
