"""Claims out of what the reader and the rules offer: each option is weighed, each slot tied to its characters."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from claimtrail.claims.amounts import count_of
from claimtrail.claims.confidence import calibrated
from claimtrail.claims.contest import Offers
from claimtrail.claims.drafts import KEEP, Draft, Weighed, event_of
from claimtrail.claims.equipment import equipment_of
from claimtrail.claims.identity import claim_id
from claimtrail.claims.kinds import category_of
from claimtrail.claims.means import find_means
from claimtrail.claims.named import members, same_words
from claimtrail.claims.options import (
    PLAIN_ROLES,
    Option,
    TriggerOption,
    argument_options,
    loss_options,
    status_options,
    trigger_options,
)
from claimtrail.claims.parts import with_parts
from claimtrail.claims.placing import place_losses
from claimtrail.claims.same_event import one_event
from claimtrail.claims.scene import Scene, scene_of
from claimtrail.claims.scopes import claim_scope
from claimtrail.claims.speech import chain_for
from claimtrail.claims.speech_sources import kind_of_speaker
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

# What `KEEP` is of a claim; of a slot it is the probability of claim and slot together, and measured lower, since a
# claim that is kept is scored.
KEEP_SLOT = 0.22
PEACEFUL = frozenset({Event.AGREEMENT, Event.DETENTION, Event.TERRITORY, Event.DISPLACEMENT, Event.ABDUCTION})
EQUIPMENT = frozenset({Category.VEHICLE, Category.WEAPON, Category.AIRCRAFT})
# A loss this sure makes a claim of a trigger that by itself is doubtful.
SURE, DOUBTFUL = 0.8, 0.2
MEDIA = frozenset({SpeakerKind.AGENCY, SpeakerKind.OUTLET})
LISTS = ("actor", "target", "speaker")
SLOTS = {"actor": "actors", "target": "targets", "place": "place", "time": "time", "speaker": "attribution"}


def find_claims(article: Article, reading: Reading, gazetteer: Gazetteer) -> tuple[Claim, ...]:
    """The claims of an article, in the order of its text; text that no block covers makes none."""
    scene = scene_of(article, reading, gazetteer)
    losses = loss_options(reading, scene)
    offers = Offers.of(reading, scene.tree)
    triggers = [(probability("trigger", option.features), option) for option in trigger_options(reading, losses, scene)]
    triggers = [(score, option) for score, option in triggers if scene.voice(option.span) is not None]
    drafts = _merged([_draft(option, score, offers, scene) for score, option in triggers if score >= KEEP], scene)
    for loss in place_losses(drafts, losses, scene):
        drafts += _rescued(loss, triggers, offers, scene)
    lost = [each.option.span for draft in drafts for each in draft.losses]
    claims = (_claim(draft, lost, scene) for draft in sorted(drafts, key=lambda draft: draft.trigger.span))
    return tuple(replace(claim, id=claim_id(article.id, claim)) for claim in claims)


def _draft(trigger: TriggerOption, score: float, offers: Offers, scene: Scene) -> Draft:
    options = {role: argument_options(role, trigger, offers, scene) for role in PLAIN_ROLES}
    roles = {role: _chosen(role, found, score, scene.tree) for role, found in options.items()}
    return Draft(trigger, score, roles, spans=[trigger.span])


def _rescued(
    loss: Weighed, triggers: Sequence[tuple[float, TriggerOption]], offers: Offers, scene: Scene
) -> list[Draft]:
    """The claim that a likely loss makes of the surest doubtful trigger in its sentence, where it has no other home."""
    number = scene.sentence(loss.option.span)
    if number is None or loss.score < SURE:
        return []
    words = scene.tree.sentences[number].span
    beside = [(score, option) for score, option in triggers if score >= DOUBTFUL and words.covers(option.span)]
    if not beside:
        return []
    score, trigger = max(beside, key=lambda pair: pair[0])
    draft = _draft(trigger, score, offers, scene)
    draft.losses.append(loss)
    return [draft]


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


def _claim(draft: Draft, lost: Sequence[Span], scene: Scene) -> Claim:
    span, roles = draft.trigger.span, draft.roles
    voice = scene.voice(span)
    event, event_score = event_of(draft.trigger)
    assert voice is not None
    roles["actor"] = [each for each in roles["actor"] if not _suffers(each.option, event, draft, scene.tree)]
    chosen = (each.option for each in sorted(draft.losses, key=lambda w: w.option.span))
    status, status_score = _status(draft.trigger, scene)
    losses = with_parts([_loss(option, scene) for option in chosen], scene.tree)
    return Claim(
        id="",
        event=event,
        status=status,
        voice=voice,
        trigger=span,
        actors=_parties(roles["actor"], scene, acts=True),
        targets=_parties(roles["target"], scene, acts=False),
        means=find_means(draft.spans, scene.tree, lost, event not in PEACEFUL),
        losses=losses,
        place=next((scene.place(each.option.span) for each in roles["place"]), None),
        time=next((scene.time(each.option.span) for each in roles["time"]), None),
        attribution=_chain(span, [each.option.span for each in roles["speaker"]], scene),
        scope=claim_scope(losses, scene.tree),
        confidence=_confidence(draft, event_score, status_score),
    )


def _suffers(option: Option, event: Event, draft: Draft, tree: Tree) -> bool:
    """Whether a phrase is only of those lost: the killed and the fleeing do nothing; those killed in a clash fought."""
    lost = any(each.option.span.overlaps(option.span) for each in draft.losses)
    if event is Event.ARMED_CLASH or not lost:
        return False
    head = tree.head_of(option.span)
    undergoes = head is not None and tree.rel(head) in {"obj", "nsubj:pass"} and not option.features.get("ruled")
    return undergoes or event is Event.DISPLACEMENT


def _status(trigger: TriggerOption, scene: Scene) -> tuple[Status, float]:
    """The likeliest of what the rules tell, what the reader tells, and `asserted`; and its share of the likelihood."""
    scores = {status: probability("status", features) for status, features in status_options(trigger, scene).items()}
    status = max(scores, key=lambda each: scores[each])
    return status, scores[status] / sum(scores.values())


def _parties(chosen: Sequence[Weighed], scene: Scene, acts: bool) -> tuple[Party, ...]:
    listed = (members(scene.tree, each.option.span) or [each.option.span] for each in chosen)
    return tuple(_party(span, scene, acts) for span in sorted({span for spans in listed for span in spans}))


def _party(span: Span, scene: Scene, acts: bool) -> Party:
    known = scene.parties.of(span, acts)
    return Party(span, known.name, known.id, known.party)


def _loss(option: Option, scene: Scene) -> Loss:
    """A loss with its count and the category that its words tell, else the one that the reader gives."""
    assert option.outcome is not None
    category = category_of(option.span.of(scene.tree.text)) or option.category or Category.OTHER
    kind = equipment_of(option.span.of(scene.tree.text)) if category in EQUIPMENT else ()
    return Loss(option.span, category, option.outcome, count_in(option, scene), kind=kind)


def count_in(option: Option, scene: Scene) -> Count:
    """How many an option for a loss counts; under "no" and "without" a count of "any" is nought or more."""
    head = scene.tree.head_of(option.span)
    denied = head is not None and negated(scene.tree, head)
    return count_of(option.span, option.count, scene.tree, denied, scene.voice(option.span) is Voice.HEADLINE)


def _chain(trigger: Span, chosen: Sequence[Span], scene: Scene) -> tuple[Speaker, ...]:
    """The speakers chosen, in the order of the speech they stand in, each once.

    Where the tree ties a speaker to the event, the reader adds none of another sentence. Of those whom no speech holds
    a medium comes first, as it passes the others' words on, and the rest come last.
    """
    ruled = chain_for(trigger, scene.speech, scene.tree, scene.house)
    known = [speaker for speaker in ruled if any(speaker.span.overlaps(span) for span in chosen)]
    rest = [Speaker(span) for span in chosen if not any(_same_speaker(span, each.span, scene) for each in known)]
    if known:
        rest = [each for each in rest if scene.sentence(each.span) == scene.sentence(trigger)]
    rest = [each for at, each in enumerate(rest) if not any(_same_speaker(each.span, o.span, scene) for o in rest[:at])]
    media = [each for each in rest if kind_of_speaker(each.span.of(scene.tree.text)) in MEDIA]
    ordered = (*media, *known, *(each for each in rest if each not in media))
    return tuple(_known(speaker, scene) for speaker in ordered)


def _known(speaker: Speaker, scene: Scene) -> Speaker:
    """A speaker with what the article and the table of actors tell of it."""
    known = scene.parties.of_speaker(speaker.span)
    return replace(speaker, name=known.name, kind=scene.parties.kind(speaker.span), party=known.party)


def _same_speaker(one: Span, other: Span, scene: Scene) -> bool:
    """Whether two phrases are of one speaker: they overlap, or one is said of the other in apposition."""
    tree = scene.tree
    return one.overlaps(other) or describes(tree, one, other) or describes(tree, other, one)


def _confidence(draft: Draft, event: float, status: float) -> Mapping[str, float]:
    """The confidence of the claim, and of each slot that is filled by its least sure phrase."""
    scores = {SLOTS[role]: min(each.score for each in chosen) for role, chosen in draft.roles.items() if chosen}
    if draft.losses:
        scores["losses"] = min(each.score for each in draft.losses)
    return calibrated(draft.score, {"event": event, "status": status} | scores)
