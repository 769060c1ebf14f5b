"""What may fill the slots of a text's claims: triggers and their arguments, proposed by the reader or found by rule.

Each option carries the features by which it is weighed (`weigh`); nothing is decided here.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import log
from typing import TypeVar

from claimtrail.claims.contest import News, Offers, Slot, contest
from claimtrail.claims.events import Trigger, event_candidates
from claimtrail.claims.losses import FoundLoss, spared, unlost
from claimtrail.claims.ranges import Ranges
from claimtrail.claims.scene import Scene
from claimtrail.claims.speech import chain_for
from claimtrail.claims.status import status_of
from claimtrail.claims.told import sources_over
from claimtrail.claims.tree import Tree, agents, completed, patients, phrase
from claimtrail.claims.weigh import logit
from claimtrail.model import Argument, Category, Outcome, Place, Proposal, Reading, Span, Status, TimeRange, Voice

Standing = TypeVar("Standing", Place, TimeRange)
PLAIN_ROLES = ("actor", "target", "place", "time", "speaker")
FAR = 7
REACH = 4
SPARSE = 0.02
WRECKED = {Outcome.DESTROYED, Outcome.DAMAGED}


@dataclass(frozen=True, slots=True)
class TriggerOption:
    """Words that may make a claim: what the reader proposes of them (its index too), and what the lexicon knows."""

    span: Span
    features: Mapping[str, float]
    proposal: Proposal | None
    index: int
    lexical: Trigger | None


@dataclass(frozen=True, slots=True)
class Option:
    """A phrase that may fill a slot; `count` is the words that the reader ties to those who were lost."""

    span: Span
    features: Mapping[str, float]
    outcome: Outcome | None = None
    category: Category | None = None
    count: Span | None = None


@dataclass(frozen=True, slots=True)
class LossOption:
    """A loss that may have happened: the word of the tree that carries it, and the trigger the reader ties it to."""

    option: Option
    governor: Span | None
    under: Span | None


def trigger_options(reading: Reading, losses: Iterable[LossOption], scene: Scene) -> list[TriggerOption]:
    """Every trigger that the reader proposes or the lexicon knows, in the order of the text."""
    lexical = event_candidates(scene.tree)
    known = Ranges((trigger.span, trigger) for trigger in lexical)
    found = [
        TriggerOption(proposal.span, {}, proposal, index, known.at(proposal.span))
        for index, proposal in enumerate(reading.proposals)
    ]
    proposed = Ranges((option.span, option) for option in found)
    found += [TriggerOption(new.span, {}, None, -1, new) for new in lexical if proposed.at(new.span) is None]
    found.sort(key=lambda option: option.span)
    dense = density(reading)
    news = News(Offers.of(reading, scene.tree), scene.tree)
    features = (
        {"dense": dense, **_new(o, news), **f} for o, f in zip(found, _triggers(found, losses, scene), strict=True)
    )
    return [replace(option, features=each) for option, each in zip(found, features, strict=True)]


def _new(option: TriggerOption, news: News) -> dict[str, float]:
    """What a trigger adds to what was told before it."""
    if option.proposal is None:
        return {}
    return news.of(option.index, option.proposal.event, option.proposal.score)


def density(reading: Reading) -> float:
    """How much of an article tells of events, on a log scale from about -4 (a page about other things) to 0."""
    share = sum(proposal.score for proposal in reading.proposals) / max(1, len(reading.sentences))
    return log(min(1.0, SPARSE + share))


def event_features(proposal: Proposal, lexical: Trigger) -> dict[str, float]:
    """What speaks for the type that the reader gives, against another that the lexicon gives."""
    features = {"read": logit(proposal.event_score), "lexical": lexical.strength}
    return features | {f"read_{proposal.event}": 1.0, f"lexical_{lexical.event}": 1.0}


def status_options(trigger: TriggerOption, scene: Scene) -> dict[Status, dict[str, float]]:
    """What speaks for each status that a trigger may have: that of the rules, that of the reader, and `asserted`."""
    ruled = status_of(trigger.span, scene.tree)
    read = Status(trigger.proposal.status) if trigger.proposal else Status.ASSERTED
    sure = logit(trigger.proposal.status_score) if trigger.proposal else 0.0
    return {
        status: {
            f"is_{status}": 1.0,
            f"ruled_{status}": float(status is ruled),
            f"read_{status}": float(status is read),
            "both": float(status is ruled is read),
            "sure": sure if status is read else -sure,
            "unread": float(trigger.proposal is None and status is ruled),
        }
        for status in dict.fromkeys((Status.ASSERTED, ruled, read))
    }


def argument_options(role: str, trigger: TriggerOption, offers: Offers, scene: Scene) -> list[Option]:
    """The phrases that may fill one of the `PLAIN_ROLES` of a trigger, best known first."""
    read = offers.slot(trigger.index, role)
    whole = completed if role in ("actor", "target") else _as_read
    scores = {whole(scene.tree, argument.span): argument.score for argument in read}
    ruled = list(dict.fromkeys(_RULES[role](trigger.span, scene)))
    spans = [*scores, *(span for span in ruled if not any(span.overlaps(other) for other in scores))]
    slot = Slot(role, trigger.span, trigger.index, {span: scores.get(span, 0.0) for span in spans})
    contests = zip(spans, contest(slot, offers, scene), strict=True)
    plain = ((s, c | _argument(s, trigger.span, scores.get(s), _rank(s, ruled), scene)) for s, c in contests)
    return [Option(span, features | _own(role, span, trigger.span, scene)) for span, features in plain]


def _as_read(tree: Tree, span: Span) -> Span:
    return span


def _own(role: str, span: Span, trigger: Span, scene: Scene) -> dict[str, float]:
    """What the phrase itself tells of its fitness for a role."""
    if role == "time":
        resolved = scene.time(span).start is not None
        return {"resolved": float(resolved), "undated": float(not resolved and not scene.dated)}
    if role == "speaker":
        return _spoken(span, trigger, scene) | _head(span, scene)
    if role == "place":
        precision = scene.place(span).precision
        return {name: float(precision == name) for name in ("country", "admin1", "region", "unresolved")}
    return _head(span, scene)


def _spoken(span: Span, trigger: Span, scene: Scene) -> dict[str, float]:
    """What the reader's and the rules' speech tell of a speaker: whether it speaks over the trigger, or at all."""
    over = [_nominal(source, scene) for source in sources_over(scene.told, trigger.start)]
    ruled = [speaker.span for speaker in chain_for(trigger, scene.speech, scene.tree, scene.house)]
    return {
        "told": float(any(source.overlaps(span) for source in over)),
        "chained": float(any(source.overlaps(span) for source in ruled)),
        "source": float(any(each.source is not None and each.source.overlaps(span) for each in scene.told)),
    }


def _head(span: Span, scene: Scene) -> dict[str, float]:
    head = scene.tree.head_of(span)
    named = head is not None and scene.tree.upos(head) == "PROPN"
    return {"named": float(named), "unsure": float(head is None or scene.tree.upos(head) not in {"PROPN", "NOUN"})}


def loss_options(reading: Reading, scene: Scene) -> list[LossOption]:
    """Those who may have been lost, proposed or found in the tree, in the order of the text."""
    by_who = Ranges((loss.who, loss) for loss in scene.losses)
    counts = {argument.of: argument.span for argument in reading.arguments if argument.role == "count"}
    found, taken = [], set()
    for index, argument in enumerate(reading.arguments):
        if argument.role != "who" or unlost(scene.tree, argument.span, argument.outcome):
            continue
        argument = replace(argument, span=completed(scene.tree, argument.span))
        told = by_who.at(argument.span)
        if told is None and spared(scene.tree, argument.span):
            continue
        # Where reader and tree tell different outcomes ("were detained and two were killed") both are weighed.
        if told is None or _outcome(argument, told) is told.outcome:
            taken.add(told)
        found.append(_read_loss(argument, reading.proposals[argument.proposal], counts.get(index), told, scene))
    found += [
        _ruled_loss(loss, scene)
        for loss in scene.losses
        if loss not in taken and not unlost(scene.tree, loss.who, loss.outcome)
    ]
    found.sort(key=lambda loss: loss.option.span)
    dense = {"dense": density(reading)}
    features = [
        {**loss.option.features, **dense, **more} for loss, more in zip(found, _kinds(found, scene), strict=True)
    ]
    return [
        replace(loss, option=replace(loss.option, features=each)) for loss, each in zip(found, features, strict=True)
    ]


def _kinds(losses: Iterable[LossOption], scene: Scene) -> Iterator[dict[str, float]]:
    """The outcome of each loss, whether one of that outcome was told before, and what word names those lost."""
    seen: set[Outcome | None] = set()
    for loss in losses:
        outcome, head = loss.option.outcome, scene.tree.head_of(loss.option.span)
        kind = scene.tree.upos(head) if head is not None else "X"
        yield {f"outcome_{outcome}": 1.0, f"word_{kind}": 1.0, "outcome_told": float(outcome in seen)}
        seen.add(outcome)


def _triggers(found: Sequence[TriggerOption], losses: Iterable[LossOption], scene: Scene) -> Iterator[dict[str, float]]:
    """What speaks for each trigger: the reader, the lexicon, the losses it carries, and what stands around it."""
    tree = scene.tree
    governed = Ranges((loss.governor, loss) for loss in losses if loss.governor)
    best = _best_of_sentence(found, tree)
    seen: set[str] = set()
    for option in found:
        span, proposal, lexical = option.span, option.proposal, option.lexical
        head = tree.head_of(span)
        score = proposal.score if proposal else 0.0
        lemma = tree.lemma[head] if head is not None else ""
        yield {
            "read": logit(score) if proposal else 0.0,
            "unread": float(proposal is None),
            "lexical": lexical.strength if lexical else 0.0,
            "unlexical": float(lexical is None),
            "noun": float(head is not None and tree.upos(head) in {"NOUN", "PROPN"}),
            **_governing(list(governed.within(span))),
            "headline": float(scene.voice(span) is Voice.HEADLINE),
            "outdone": float(head is not None and score < best[tree.tokens.sentence[head]]),
            "repeated": float(lemma in seen),
            "place": float(_has(scene.places, head, tree)),
            "time": float(_has(scene.times, head, tree)),
            **_types(proposal, lexical),
        }
        seen.add(lemma)


def _governing(losses: list[LossOption]) -> dict[str, float]:
    """Whether a trigger carries losses: any, one that reader and tree agree on, one with a count."""
    features = [loss.option.features for loss in losses]
    names = {"governor": "ruled", "agreed_loss": "agrees", "read_loss": "both", "counted_loss": "figure"}
    return {name: max((each.get(key, 0.0) for each in features), default=0.0) for name, key in names.items()}


def _types(proposal: Proposal | None, lexical: Trigger | None) -> dict[str, float]:
    """The types that reader and lexicon give, and whether they agree."""
    read, known = proposal.event if proposal else None, lexical.event.value if lexical else None
    types = {f"{kind}_{event}": 1.0 for kind, event in (("read", read), ("lexical", known)) if event}
    return types | {"agree": float(read is not None and read == known)}


def _best_of_sentence(found: Iterable[TriggerOption], tree: Tree) -> dict[int, float]:
    """The highest score that the reader gives in each sentence that holds a trigger."""
    best: dict[int, float] = {}
    for option in found:
        head = tree.head_of(option.span)
        if head is not None:
            sentence = tree.tokens.sentence[head]
            best[sentence] = max(best.get(sentence, 0.0), option.proposal.score if option.proposal else 0.0)
    return best


def _has(things: Ranges[Standing], head: int | None, tree: Tree) -> bool:
    """Whether the sentence of a word holds any of the things."""
    return head is not None and next(things.within(tree.sentence(head).span), None) is not None


def _argument(span: Span, trigger: Span, score: float | None, rank: int | None, scene: Scene) -> dict[str, float]:
    steps = _steps(span, trigger, scene.tree)
    return {
        "read": logit(score) if score is not None else 0.0,
        "unread": float(score is None),
        "ruled": float(rank is not None),
        "first": float(rank == 0),
        "both": float(score is not None and rank is not None),
        "apart": float(steps is None),
        "steps": min(steps, FAR) / FAR if steps is not None else 0.0,
        "beside": float(steps == 1),
        "before": float(span.end <= trigger.start),
        "far": min(3.0, log(1 + abs(span.start - trigger.start) / 50)),
    }


def _rank(span: Span, ruled: list[Span]) -> int | None:
    return next((rank for rank, other in enumerate(ruled) if other.overlaps(span)), None)


def _steps(one: Span, other: Span, tree: Tree) -> int | None:
    """How many edges of the tree lie between two phrases; None where they stand in different sentences."""
    first, second = tree.head_of(one), tree.head_of(other)
    if first is None or second is None or tree.tokens.sentence[first] != tree.tokens.sentence[second]:
        return None
    up = {token: steps for steps, token in enumerate([first, *tree.governors(first)])}
    return next(
        (steps + up[token] for steps, token in enumerate([second, *tree.governors(second)]) if token in up), FAR
    )


def _read_loss(
    argument: Argument, proposal: Proposal, count: Span | None, told: FoundLoss | None, scene: Scene
) -> LossOption:
    outcome = _outcome(argument, told)
    category = Category(argument.category) if argument.category else None
    features = _loss(argument.span, proposal.span, argument.score, told, scene)
    agrees = told is not None and told.outcome is outcome
    features |= {"agrees": float(agrees), "counted": float(count is not None)}
    option = Option(argument.span, features, outcome, category, count)
    return LossOption(option, told.governor if told else None, proposal.span)


def _outcome(argument: Argument, told: FoundLoss | None) -> Outcome | None:
    """The outcome that the reader gives; of damage and destruction the word in the tree tells better."""
    read = Outcome(argument.outcome) if argument.outcome else None
    return told.outcome if told and {told.outcome, read} == WRECKED else read


def _ruled_loss(loss: FoundLoss, scene: Scene) -> LossOption:
    features = _loss(loss.who, loss.governor, None, loss, scene)
    return LossOption(Option(loss.who, features, loss.outcome, loss.category, loss.count_near), loss.governor, None)


def _loss(who: Span, trigger: Span, score: float | None, told: FoundLoss | None, scene: Scene) -> dict[str, float]:
    features = _argument(who, trigger, score, None if told is None else 0, scene)
    near = told.count_near.of(scene.tree.text) if told and told.count_near else ""
    features["figure"] = float(any(letter.isdigit() for letter in near))
    features["known"] = float(told is not None and told.category is not None)
    if told is not None:
        features |= {f"told_{told.outcome}": 1.0, "undergoes": float(_undergoes(told, scene.tree))}
        features["unread_undergoes"] = features["undergoes"] * features["unread"]
        features["unread_known"] = features["known"] * features["unread"]
    return features


def _undergoes(loss: FoundLoss, tree: Tree) -> bool:
    """Whether those lost are the object of the verb that tells it, or its subject in the passive."""
    who, verb = tree.head_of(loss.who), tree.head_of(loss.governor)
    return who is not None and tree.rel(who) in {"obj", "nsubj:pass"} and tree.head(who) == verb


def _actors(trigger: Span, scene: Scene) -> Iterator[Span]:
    tree = scene.tree
    for token in _verbs(trigger, tree):
        yield from (phrase(tree, noun) for noun in agents(tree, token) if tree.upos(noun) in {"NOUN", "PROPN"})


def _targets(trigger: Span, scene: Scene) -> Iterator[Span]:
    tree = scene.tree
    for token in _verbs(trigger, tree):
        yield from (phrase(tree, noun) for noun in patients(tree, token) if tree.upos(noun) in {"NOUN", "PROPN"})


def _verbs(trigger: Span, tree: Tree) -> Iterator[int]:
    """The verb of a trigger, or the one that a noun is subject or object of."""
    head = tree.head_of(trigger)
    if head is None:
        return
    if tree.upos(head) == "VERB":
        yield head
    elif tree.rel(head) in {"obj", "nsubj:pass", "obl"} and tree.upos(tree.head(head)) == "VERB":
        yield tree.head(head)


def _places(trigger: Span, scene: Scene) -> Iterator[Span]:
    yield from (place.span for place in _nearest(scene.places, trigger, scene.tree))


def _times(trigger: Span, scene: Scene) -> Iterator[Span]:
    yield from (time.span for time in _nearest(scene.times, trigger, scene.tree))


def _nearest(things: Ranges[Standing], trigger: Span, tree: Tree) -> list[Standing]:
    """The things in a trigger's sentence by distance in the tree, then those of the sentences before, last first."""
    head = tree.head_of(trigger)
    if head is None:
        return []
    number = tree.tokens.sentence[head]
    own = sorted(
        things.within(tree.sentences[number].span),
        key=lambda thing: (_steps(thing.span, trigger, tree) or 0, abs(thing.span.start - trigger.start)),
    )
    earlier = tree.sentences[max(0, number - REACH) : number]
    before = list(things.within(Span(earlier[0].span.start, earlier[-1].span.end))) if earlier else []
    return own + before[::-1]


def _speakers(trigger: Span, scene: Scene) -> Iterator[Span]:
    yield from (speaker.span for speaker in chain_for(trigger, scene.speech, scene.tree, scene.house))


def _nominal(source: Span, scene: Scene) -> Span:
    """A source as claims name it: the phrase of its head, without determiner and clauses; for a pronoun its name."""
    head = scene.tree.head_of(source)
    if head is None:
        return source
    if scene.tree.upos(head) == "PRON":
        return scene.names.behind(source) or source
    return phrase(scene.tree, head)


_RULES = {"actor": _actors, "target": _targets, "place": _places, "time": _times, "speaker": _speakers}
