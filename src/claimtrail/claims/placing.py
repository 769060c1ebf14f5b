"""Which claim each loss belongs to, each loss once."""

from collections.abc import Iterator, Sequence

from claimtrail.claims.drafts import EVEN, KEEP, Draft, Weighed, event_of
from claimtrail.claims.named import same_words
from claimtrail.claims.options import LossOption, Option
from claimtrail.claims.ranges import Ranges
from claimtrail.claims.scene import Scene
from claimtrail.claims.sufferers import BODILY, may_suffer, same_loss
from claimtrail.claims.tree import Tree
from claimtrail.claims.weigh import probability
from claimtrail.model import Event, Outcome, Span

# Of a loss it is the probability that there are both, which gold/dev does not distinguish from KEEP alone; a wrong
# figure does more harm than one that is missing.
KEEP_LOSS = 0.15
# The density (`options.density`) below which an article is about other things than conflict.
SPARSE = -1.9
NAMING = frozenset({"appos", "nmod:desc", "flat", "compound"})
# How many sentences back a claim may stand whose losses are still told.
REACH = 5
# What an event may do to those it hits; by default harm.
HARM = frozenset({Outcome.KILLED, Outcome.WOUNDED, Outcome.KILLED_OR_WOUNDED, Outcome.DESTROYED, Outcome.DAMAGED})
OUTCOMES = {
    Event.DETENTION: frozenset({Outcome.CAPTURED, Outcome.SEIZED}),
    Event.ABDUCTION: frozenset({Outcome.CAPTURED, Outcome.MISSING}),
    Event.DISPLACEMENT: frozenset({Outcome.DISPLACED}),
    Event.TERRITORY: frozenset({Outcome.SEIZED}),
    Event.AGREEMENT: frozenset[Outcome](),
}


def place_losses(drafts: Sequence[Draft], losses: Sequence[LossOption], scene: Scene) -> list[Weighed]:
    """Give each loss that is probable enough, the surest first and each once, to the claim that its words belong to.

    Those that belong to none are left over.
    """
    owners = Ranges((span, draft) for draft in drafts for span in draft.spans)
    weighed = [(probability("who", loss.option.features), loss) for loss in losses if loss.option.outcome]
    taken: list[Option] = []
    left: list[Weighed] = []
    for score, loss in sorted(weighed, key=lambda pair: -pair[0]):
        if score < KEEP or not _credible(loss.option, scene.tree) or any(_same(loss, each, scene) for each in taken):
            continue
        home = _home(owners, loss, score, scene)
        if home is None or home.score * score >= KEEP_LOSS:
            taken.append(loss.option)
            (home.losses if home else left).append(Weighed(loss.option, score))
    return left


def _credible(option: Option, tree: Tree) -> bool:
    """Whether an option may be a loss: in an article about other things the tree must tell the same outcome."""
    return may_suffer(option, tree) and (option.features["dense"] >= SPARSE or option.features.get("agrees", 1.0) > 0)


def _same(loss: LossOption, taken: Option, scene: Scene) -> bool:
    """Whether a loss is one that is taken already; of one body the surest outcome stands."""
    option = loss.option
    alike = option.outcome is taken.outcome or (option.outcome in BODILY and taken.outcome in BODILY)
    return alike and (
        same_loss(option, taken, scene.tree)
        or _one_person(option.span, taken.span, scene)
        or _one_person(taken.span, option.span, scene)
    )


def _one_person(name: Span, other: Span, scene: Scene) -> bool:
    """Whether a name is that of another phrase: "the commander, Aram", "commander Aram", or the same name again."""
    tree = scene.tree
    head, beside = tree.head_of(name), tree.head_of(other)
    if head is None or beside is None or tree.upos(head) != "PROPN":
        return False
    if tree.upos(beside) == "PROPN":
        return scene.voice(name) is scene.voice(other) and same_words(tree, name, other)
    single = tree.form[beside] == tree.lemma[beside]
    tied = (tree.head(head) == beside and tree.rel(head) in NAMING) or (
        tree.head(beside) == head and tree.rel(beside) in NAMING
    )
    return single and tied


def _home(owners: Ranges[Draft], loss: LossOption, score: float, scene: Scene) -> Draft | None:
    """The claim of the word that carries the loss, of the trigger it is tied to, or the nearest of its sentence.

    Where its sentence makes no claim, the loss is part of what the sentence before tells in the same paragraph (gold
    guidelines: a sentence that adds a toll makes no claim of its own); a loss that is likely, of an earlier claim of an
    event that has such losses.
    """
    tied = (owners.at(span) for span in (loss.governor, loss.under) if span)
    number = scene.sentence(loss.option.span)
    near = list(owners.within(scene.tree.sentences[number].span)) if number is not None else []
    if number and not near and scene.one_block(loss.option.span, scene.tree.sentences[number - 1].span):
        near = list(owners.within(scene.tree.sentences[number - 1].span))
    if number and not near and score >= EVEN:
        near = list(_earlier(owners, loss, number, scene))[-1:]
    nearest = min(near, key=lambda draft: abs(draft.trigger.span.start - loss.option.span.start), default=None)
    return next((draft for draft in tied if draft), nearest)


def _earlier(owners: Ranges[Draft], loss: LossOption, number: int, scene: Scene) -> Iterator[Draft]:
    """The claims of the sentences before, in the same part of the page, whose event may have had such a loss."""
    reach = scene.tree.sentences[max(0, number - REACH)].span.start
    for draft in owners.within(Span(reach, scene.tree.sentences[number].span.start)):
        same = scene.voice(draft.trigger.span) is scene.voice(loss.option.span)
        if same and loss.option.outcome in OUTCOMES.get(event_of(draft.trigger)[0], HARM):
            yield draft
