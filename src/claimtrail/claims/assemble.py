"""Claims out of what the reader proposes: each slot is read again by rule, tied to its characters, and weighed."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from claimtrail.claims.amounts import count_of
from claimtrail.claims.identity import claim_id
from claimtrail.claims.scene import Scene, scene_of
from claimtrail.gazetteer import Gazetteer
from claimtrail.model import (
    Argument,
    Article,
    Category,
    Claim,
    Event,
    Loss,
    Outcome,
    Party,
    Proposal,
    Reading,
    Speaker,
    Status,
)


@dataclass(frozen=True, slots=True)
class Draft:
    """A proposal with its arguments by role; `counts` maps the place of a `who` to the words of its count."""

    proposal: Proposal
    roles: Mapping[str, tuple[Argument, ...]]
    counts: Mapping[Argument, Argument]


def find_claims(article: Article, reading: Reading, gazetteer: Gazetteer) -> tuple[Claim, ...]:
    """The claims of an article, in the order of its text; text that no block covers makes none."""
    scene = scene_of(article, reading, gazetteer)
    made = (_claim(draft, scene) for draft in _drafts(reading))
    claims = (replace(claim, id=claim_id(article.id, claim)) for claim in made if claim)
    return tuple(sorted(claims, key=lambda claim: claim.trigger))


def _drafts(reading: Reading) -> list[Draft]:
    roles: list[dict[str, list[Argument]]] = [defaultdict(list) for _ in reading.proposals]
    counts: dict[Argument, Argument] = {}
    for argument in reading.arguments:
        if argument.of is None:
            roles[argument.proposal][argument.role].append(argument)
        else:
            counts[reading.arguments[argument.of]] = argument
    grouped = ({role: tuple(found) for role, found in each.items()} for each in roles)
    return [Draft(proposal, each, counts) for proposal, each in zip(reading.proposals, grouped, strict=True)]


def _claim(draft: Draft, scene: Scene) -> Claim | None:
    proposal = draft.proposal
    voice = scene.voice(proposal.span)
    if voice is None:
        return None
    return Claim(
        id="",
        event=Event(proposal.event),
        status=_status(proposal, scene),
        voice=voice,
        trigger=proposal.span,
        actors=_parties(draft, "actor"),
        targets=_parties(draft, "target"),
        losses=_losses(draft, scene),
        place=next((scene.place(each.span) for each in draft.roles.get("place", ())), None),
        time=next((scene.time(each.span) for each in draft.roles.get("time", ())), None),
        attribution=_chain(draft, scene),
        confidence=_confidence(draft),
    )


def _status(proposal: Proposal, scene: Scene) -> Status:
    return Status(proposal.status)


def _parties(draft: Draft, role: str) -> tuple[Party, ...]:
    return tuple(Party(each.span) for each in sorted(draft.roles.get(role, ()), key=lambda each: each.span))


def _losses(draft: Draft, scene: Scene) -> tuple[Loss, ...]:
    found = sorted(draft.roles.get("who", ()), key=lambda each: each.span)
    return tuple(_loss(who, draft, scene) for who in found)


def _loss(who: Argument, draft: Draft, scene: Scene) -> Loss:
    words = draft.counts.get(who)
    count = count_of(who.span, words.span if words else None, scene.tree)
    return Loss(who.span, Category(who.category or Category.OTHER), Outcome(who.outcome or Outcome.KILLED), count)


def _chain(draft: Draft, scene: Scene) -> tuple[Speaker, ...]:
    return tuple(Speaker(each.span) for each in draft.roles.get("speaker", ()))


def _confidence(draft: Draft) -> Mapping[str, float]:
    """The reader's own probabilities: of the claim, its event and status, and the least sure phrase of each other slot."""
    proposal = draft.proposal
    scores = {"claim": proposal.score, "event": proposal.event_score, "status": proposal.status_score}
    slots = {"actors": "actor", "targets": "target", "losses": "who", "place": "place", "time": "time",
             "attribution": "speaker"}  # fmt: skip
    told = {slot: draft.roles[role] for slot, role in slots.items() if role in draft.roles}
    return MappingProxyType(scores | {slot: min(each.score for each in found) for slot, found in told.items()})
