"""Claims out of what the reader and the rules offer: each option is weighed, each slot tied to its characters."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from claimtrail.claims.amounts import count_of
from claimtrail.claims.contest import Offers
from claimtrail.claims.identity import claim_id
from claimtrail.claims.kinds import category_of
from claimtrail.claims.named import members, same_words
from claimtrail.claims.options import (
    PLAIN_ROLES,
    LossOption,
    Option,
    TriggerOption,
    argument_options,
    event_features,
    loss_options,
    status_options,
    trigger_options,
)
from claimtrail.claims.ranges import Ranges
from claimtrail.claims.same_event import one_event
from claimtrail.claims.scene import Scene, scene_of
from claimtrail.claims.speech import chain_for
from claimtrail.claims.speech_sources import kind_of_speaker
from claimtrail.claims.sufferers import BODILY, may_suffer, same_loss
from claimtrail.claims.tree import Tree, describes, negated
from claimtrail.claims.weigh import probability
from claimtrail.gazetteer.lookup import Gazetteer
from claimtrail.model import (
    Article,
    Category,
    Claim,
    Count,
    Event,
    Loss,
    Party,
    Reading,
    Span,
    Speaker,
    SpeakerKind,
    Status,
    Voice,
)

# F1 is best where each thing is kept whose probability exceeds half the F1 that is reached (Lipton, Elkan and
# Naryanaswamy 2014).
KEEP = 0.3
# Of a slot it is the probability of claim and slot together, and measured lower, since a claim that is kept is scored.
KEEP_SLOT = 0.22
# Of a loss it is the probability that there are both, which gold/dev does not distinguish from KEEP alone; a wrong
# figure does more harm than one that is missing.
KEEP_LOSS = 0.15
# The density (`options.density`) below which an article is about other things than conflict.
SPARSE = -1.9
EVEN = 0.5
MEDIA = frozenset({SpeakerKind.AGENCY, SpeakerKind.OUTLET})
LISTS = ("actor", "target", "speaker")
SLOTS = {"actor": "actors", "target": "targets", "place": "place", "time": "time", "speaker": "attribution"}


@dataclass(frozen=True, slots=True)
class Weighed:
    """A phrase chosen for a slot, and the probability that it belongs there."""

    option: Option
    score: float


@dataclass(slots=True)
class Draft:
    """A trigger chosen for a claim, with what was chosen for its slots."""

    trigger: TriggerOption
    score: float
    roles: dict[str, list[Weighed]] = field(default_factory=dict)
    losses: list[Weighed] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    """The words of this trigger and of others that tell of the same event."""


def find_claims(article: Article, reading: Reading, gazetteer: Gazetteer) -> tuple[Claim, ...]:
    """The claims of an article, in the order of its text; text that no block covers makes none."""
    scene = scene_of(article, reading, gazetteer)
    losses = loss_options(reading, scene)
    drafts = _merged(_drafts(reading, losses, scene), scene)
    _place_losses(drafts, losses, scene)
    claims = (_claim(draft, scene) for draft in drafts)
    return tuple(replace(claim, id=claim_id(article.id, claim)) for claim in claims)


def _drafts(reading: Reading, losses: Sequence[LossOption], scene: Scene) -> list[Draft]:
    offers, drafts = Offers.of(reading, scene.tree), []
    for trigger in trigger_options(reading, losses, scene):
        score = probability("trigger", trigger.features)
        if score >= KEEP and scene.voice(trigger.span) is not None:
            options = {role: argument_options(role, trigger, offers, scene) for role in PLAIN_ROLES}
            roles = {role: _chosen(role, found, score, scene.tree) for role, found in options.items()}
            drafts.append(Draft(trigger, score, roles, spans=[trigger.span]))
    return drafts


def _merged(drafts: Sequence[Draft], scene: Scene) -> list[Draft]:
    """The drafts with those of one event as one: the surest trigger stays, and takes what it lacks from the others."""
    kept: dict[int | None, list[Draft]] = defaultdict(list)
    for draft in sorted(drafts, key=lambda draft: -draft.score):
        beside = kept[scene.sentence(draft.trigger.span)]
        home = next((each for each in beside if one_event(each.trigger.span, draft.trigger.span, scene.tree)), None)
        if home is None:
            beside.append(draft)
            continue
        home.spans.append(draft.trigger.span)
        for role, chosen in draft.roles.items():
            home.roles[role] = home.roles[role] or chosen
    return sorted((draft for each in kept.values() for draft in each), key=lambda draft: draft.trigger.span)


def _chosen(role: str, options: Sequence[Option], claim: float, tree: Tree) -> list[Weighed]:
    """The options of a slot that are probable enough, each party once; a slot outside `LISTS` has one at most."""
    weighed = sorted(
        (Weighed(option, probability(role, option.features)) for option in options), key=lambda w: -w.score
    )
    kept: list[Weighed] = []
    for each in weighed:
        span = each.option.span
        known = (other.option.span for other in kept)
        if each.score * claim >= KEEP_SLOT and not any(span.overlaps(o) or same_words(tree, span, o) for o in known):
            kept.append(each)
    return kept if role in LISTS else kept[:1]


def _place_losses(drafts: Sequence[Draft], losses: Sequence[LossOption], scene: Scene) -> None:
    """Give each loss that is probable enough, the surest first and each once, to the claim that its words belong to."""
    owners = Ranges((span, draft) for draft in drafts for span in draft.spans)
    weighed = [(probability("who", loss.option.features), loss) for loss in losses if loss.option.outcome]
    taken: list[Option] = []
    for score, loss in sorted(weighed, key=lambda pair: -pair[0]):
        if score < KEEP or not _credible(loss.option, scene.tree) or any(_same(loss, each, scene) for each in taken):
            continue
        home = _home(owners, loss, scene)
        if home and home.score * score >= KEEP_LOSS:
            taken.append(loss.option)
            home.losses.append(Weighed(loss.option, score))


def _credible(option: Option, tree: Tree) -> bool:
    """Whether an option may be a loss: in an article about other things the tree must tell the same outcome."""
    return may_suffer(option, tree) and (option.features["dense"] >= SPARSE or option.features.get("agrees", 1.0) > 0)


def _same(loss: LossOption, taken: Option, scene: Scene) -> bool:
    """Whether a loss is one that is taken already; of one body the surest outcome stands."""
    option = loss.option
    alike = option.outcome is taken.outcome or (option.outcome in BODILY and taken.outcome in BODILY)
    return alike and same_loss(option, taken, scene.tree)


def _home(owners: Ranges[Draft], loss: LossOption, scene: Scene) -> Draft | None:
    """The claim of the word that carries the loss, of the trigger it is tied to, or the nearest of its sentence.

    Where its sentence makes no claim, the loss is part of what the sentence before tells in the same paragraph (gold
    guidelines: a sentence that adds a toll makes no claim of its own).
    """
    tied = (owners.at(span) for span in (loss.governor, loss.under) if span)
    number = scene.sentence(loss.option.span)
    near = list(owners.within(scene.tree.sentences[number].span)) if number is not None else []
    if number and not near and scene.one_block(loss.option.span, scene.tree.sentences[number - 1].span):
        near = list(owners.within(scene.tree.sentences[number - 1].span))
    nearest = min(near, key=lambda draft: abs(draft.trigger.span.start - loss.option.span.start), default=None)
    return next((draft for draft in tied if draft), nearest)


def _claim(draft: Draft, scene: Scene) -> Claim:
    span, roles = draft.trigger.span, draft.roles
    voice = scene.voice(span)
    assert voice is not None
    return Claim(
        id="",
        event=_event(draft.trigger),
        status=_status(draft.trigger, scene),
        voice=voice,
        trigger=span,
        actors=_parties(roles["actor"], scene),
        targets=_parties(roles["target"], scene),
        losses=tuple(_loss(each.option, scene) for each in sorted(draft.losses, key=lambda w: w.option.span)),
        place=next((scene.place(each.option.span) for each in roles["place"]), None),
        time=next((scene.time(each.option.span) for each in roles["time"]), None),
        attribution=_chain(span, [each.option.span for each in roles["speaker"]], scene),
        confidence=_confidence(draft),
    )


def _event(trigger: TriggerOption) -> Event:
    """The type that the reader gives, or the lexicon where the reader is not sure."""
    if trigger.proposal is None:
        assert trigger.lexical is not None
        return trigger.lexical.event
    read, lexical = trigger.proposal, trigger.lexical
    if lexical and probability("event", event_features(read, lexical)) < EVEN:
        return lexical.event
    return Event(read.event)


def _status(trigger: TriggerOption, scene: Scene) -> Status:
    """The likeliest of what the rules tell, what the reader tells, and `asserted`."""
    options = status_options(trigger, scene)
    return max(options, key=lambda status: probability("status", options[status]))


def _parties(chosen: Sequence[Weighed], scene: Scene) -> tuple[Party, ...]:
    named = (members(scene.tree, each.option.span) or [each.option.span] for each in chosen)
    return tuple(Party(span, _name(span, scene)) for span in sorted({span for spans in named for span in spans}))


def _name(span: Span, scene: Scene) -> str | None:
    """The name that the article itself gives elsewhere to whom a phrase describes."""
    named = scene.names.behind(span)
    return named.of(scene.tree.text) if named else None


def _loss(option: Option, scene: Scene) -> Loss:
    """A loss with its count and the category that its words tell, else the one that the reader gives."""
    assert option.outcome is not None
    category = category_of(option.span.of(scene.tree.text)) or option.category or Category.OTHER
    return Loss(option.span, category, option.outcome, count_in(option, scene))


def count_in(option: Option, scene: Scene) -> Count:
    """How many an option for a loss counts; under "no" and "without" a count of "any" is nought or more."""
    head = scene.tree.head_of(option.span)
    denied = head is not None and negated(scene.tree, head)
    return count_of(option.span, option.count, scene.tree, denied, scene.voice(option.span) is Voice.HEADLINE)


def _chain(trigger: Span, chosen: Sequence[Span], scene: Scene) -> tuple[Speaker, ...]:
    """The speakers chosen, in the order of the speech they stand in, each once.

    Of those whom no speech holds a medium comes first, as it passes the others' words on, and the rest come last.
    """
    ruled = chain_for(trigger, scene.speech, scene.tree, scene.house)
    known = [speaker for speaker in ruled if any(speaker.span.overlaps(span) for span in chosen)]
    rest = [Speaker(span) for span in chosen if not any(_same_speaker(span, each.span, scene) for each in known)]
    rest = [each for at, each in enumerate(rest) if not any(_same_speaker(each.span, o.span, scene) for o in rest[:at])]
    media = [each for each in rest if kind_of_speaker(each.span.of(scene.tree.text)) in MEDIA]
    ordered = (*media, *known, *(each for each in rest if each not in media))
    return tuple(replace(speaker, name=_name(speaker.span, scene)) for speaker in ordered)


def _same_speaker(one: Span, other: Span, scene: Scene) -> bool:
    """Whether two phrases are of one speaker: they overlap, or one is said of the other in apposition."""
    tree = scene.tree
    return one.overlaps(other) or describes(tree, one, other) or describes(tree, other, one)


def _confidence(draft: Draft) -> Mapping[str, float]:
    """The probability of the claim, and of the least sure phrase of each slot that is filled."""
    scores = {SLOTS[role]: min(each.score for each in chosen) for role, chosen in draft.roles.items() if chosen}
    if draft.losses:
        scores["losses"] = min(each.score for each in draft.losses)
    return {"claim": draft.score} | scores
