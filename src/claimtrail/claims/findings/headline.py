"""Findings about a headline: figures, persons and events that the body does not bear out."""

from collections.abc import Iterator

from claimtrail.claims.counts import find_counts
from claimtrail.claims.findings.inside import Inside, alike, general, grain, outcome
from claimtrail.claims.kinds import PEOPLE
from claimtrail.model import BlockKind, Claim, Finding, FindingKind, Hedge, Loss, Outcome, Span, Status, Voice

# A smaller number than this is said exactly.
ROUNDED = 20
HEDGED = (Status.POSSIBLE, Status.PLANNED, Status.DENIED)
CLAIMED = (Status.ASSERTED, Status.ALLEGED)
PERSONAL = (Outcome.KILLED, Outcome.WOUNDED, Outcome.CAPTURED)
UNREAD = frozenset({BlockKind.HEADLINE, BlockKind.CAPTION, BlockKind.COMMENT})


def headline_figures(inside: Inside) -> Iterator[Finding]:
    """A figure of the headline that the body's figures for the same losses do not bear out."""
    body = [pair for pair in inside.losses(Voice.BODY) if inside.is_figure(pair[1])]
    for claim, loss in inside.losses(Voice.HEADLINE):
        rivals = [pair for pair in body if _comparable(loss, pair[1], inside)]
        if not inside.is_figure(loss) or not rivals or _borne_out(loss, [other for _, other in rivals]):
            continue
        if _sums(loss, inside):
            continue
        told = inside.phrases([other for _, other in rivals])
        message = f"The headline says {inside.phrase(loss)}; the body's figures differ: {told}."
        yield Finding(FindingKind.HEADLINE_FIGURE_DIFFERS, (claim.id, *dict.fromkeys(c.id for c, _ in rivals)), message)


def unsupported_persons(inside: Inside) -> Iterator[Finding]:
    """A single person lost in the headline whom the body does not name among those lost in the same way."""
    for claim, loss in inside.losses(Voice.HEADLINE):
        if not _single_person(loss) or _named(loss.who, inside):
            continue
        same = [other for _, other in inside.losses(Voice.BODY) if other.outcome is loss.outcome]
        if not any(_named(other.who, inside) for other in same):
            words = loss.who.of(inside.text)
            message = f"The headline has {words!r} {outcome(loss)}; the body names no such person."
            yield Finding(FindingKind.HEADLINE_UNSUPPORTED, (claim.id,), message)


def unsupported_events(inside: Inside) -> Iterator[Finding]:
    """What the headline states and the body only plans, fears or denies; and losses of which the body tells nothing."""
    body = inside.told_by(Voice.BODY)
    for claim in inside.told_by(Voice.HEADLINE):
        same = [other for other in body if other.event is claim.event]
        if claim.status is Status.ASSERTED and same and all(other.status in HEDGED for other in same):
            how = ", ".join(dict.fromkeys(other.status.value for other in same))
            message = f"The headline states {claim.trigger.of(inside.text)!r} as fact; in the body it is {how}."
            yield Finding(FindingKind.HEADLINE_UNSUPPORTED, (claim.id, *(other.id for other in same)), message)
        if body:
            yield from _untold(claim, inside)


def _untold(claim: Claim, inside: Inside) -> Iterator[Finding]:
    """Figures of people lost where the body has no such loss and does not give the number at all."""
    for loss in claim.losses:
        told = (other for _, other in inside.losses(Voice.BODY) if _kin(loss, other))
        if loss.category in PEOPLE and inside.is_figure(loss) and not any(told) and not _given(loss, inside):
            message = f"The headline says {inside.phrase(loss)}; the body gives no figure of those {outcome(loss)}."
            yield Finding(FindingKind.HEADLINE_UNSUPPORTED, (claim.id,), message)


def _kin(one: Loss, other: Loss) -> bool:
    """Whether two losses may be told of the same people: "casualties" are any who were killed or wounded."""
    pair = {one.outcome, other.outcome}
    broad = Outcome.KILLED_OR_WOUNDED in pair and pair <= {*PERSONAL, Outcome.KILLED_OR_WOUNDED}
    return alike(one, other) and (len(pair) == 1 or broad)


def _given(loss: Loss, inside: Inside) -> bool:
    """Whether the body holds the number anywhere, whatever it counts there."""
    blocks = (block.span for block in inside.article.blocks if block.kind not in UNREAD)
    return any(count.low == loss.count.low for span in blocks for count in find_counts(inside.text, span))


def _comparable(head: Loss, body: Loss, inside: Inside) -> bool:
    """Whether two figures are of one measure: people lost in the same way, or the same things."""
    kind = (
        head.category in PEOPLE or "*" in (nouns := {general(inside, head), general(inside, body)}) or len(nouns) == 1
    )
    return head.outcome is body.outcome and alike(head, body) and kind


def _borne_out(head: Loss, body: list[Loss]) -> bool:
    return any(_repeats(head, other) or _held(head, other) or _rounds(head, other) for other in body)


def _repeats(head: Loss, body: Loss) -> bool:
    """Whether both give one number; a headline may leave "at least" out or put it in."""
    if Hedge.AT_LEAST in (head.count.hedge, body.count.hedge):
        return head.count.low == body.count.low
    return (head.count.low, head.count.high) == (body.count.low, body.count.high)


def _held(head: Loss, body: Loss) -> bool:
    """Whether a vague word of one ("dozens") can mean the other's figure, or lies in its range."""
    low, high = head.count.low or 0, head.count.high
    least, most = body.count.low or 0, body.count.high
    if head.count.hedge is Hedge.VAGUE:
        return (most is None or low <= most) and (high is None or least <= high)
    if body.count.hedge is Hedge.VAGUE or (most is not None and most > least):
        return least <= low and (most is None or (high or low) <= most)
    return False


def _rounds(head: Loss, body: Loss) -> bool:
    """Whether the headline rounds a figure of the body, where one of the two is hedged ("40" of "at least 38")."""
    number, hedge = head.count.low or head.count.high, head.count.hedge
    if not number or number < ROUNDED or not (hedge or body.count.hedge or head.count.high is None):
        return False
    size = grain(number)
    near = [bound for bound in (body.count.low, body.count.high) if bound is not None]
    if hedge is Hedge.AT_LEAST or head.count.high is None:
        return any(number <= bound < number + size for bound in near)
    if hedge is Hedge.AT_MOST:
        return any(
            (head.count.high or 0) - grain(head.count.high or 0) < bound <= (head.count.high or 0) for bound in near
        )
    return any(abs(bound - number) <= size / 2 for bound in near if size > 1)


def _sums(head: Loss, inside: Inside) -> bool:
    """Whether the losses of one claim of the body add up to the headline's figure, parts of totals left out."""
    for claim in inside.told_by(Voice.BODY):
        same = [x for x in claim.losses if x.outcome is head.outcome and alike(x, head) and x.part_of is None]
        if len(same) > 1 and sum(x.count.low or 0 for x in same) == head.count.low:
            return True
    return False


def _single_person(loss: Loss) -> bool:
    return loss.outcome in PERSONAL and loss.category in PEOPLE and (loss.count.low, loss.count.high) == (1, 1)


def _named(span: Span, inside: Inside) -> bool:
    """Whether the words of a range name a person."""
    return any(m.type == "person" and m.named and m.span.overlaps(span) for m in inside.reading.mentions)
