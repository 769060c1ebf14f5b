"""Findings about who says it: attribution dropped, figures without a speaker, speakers who disagree."""

from collections.abc import Iterator
from itertools import combinations, product

from claimtrail.claims.findings.inside import Inside, alike, exclude, general, same_words
from claimtrail.claims.findings.occasion import one_occasion
from claimtrail.model import Claim, Finding, FindingKind, Loss, Speaker, Status, Voice

STATED = (Status.ASSERTED, Status.ALLEGED)


def dropped_attributions(inside: Inside) -> Iterator[Finding]:
    """A headline or caption that states as fact what the body only reports from a speaker."""
    body = inside.told_by(Voice.BODY)
    for claim in (*inside.told_by(Voice.HEADLINE), *inside.told_by(Voice.CAPTION)):
        told = [other for other in body if _same_event(claim, other)]
        if not claim.attribution and told and all(other.attribution for other in told):
            speaker, what = _name(told[0].attribution[0], inside), claim.trigger.of(inside.text)
            message = f"The {claim.voice.value} states {what!r} as fact; in the body it is said by {speaker}."
            yield Finding(FindingKind.ATTRIBUTION_DROPPED, (claim.id, *(other.id for other in told)), message)


def speakerless_figures(inside: Inside) -> Iterator[Finding]:
    """Figures of the body for which the article names no speaker; one finding for all of them."""
    bare = [pair for pair in inside.losses(Voice.BODY) if inside.is_figure(pair[1]) and not pair[0].attribution]
    if bare:
        message = f"No speaker is given for: {inside.phrases([loss for _, loss in bare])}."
        yield Finding(FindingKind.FIGURE_WITHOUT_SPEAKER, tuple(dict.fromkeys(claim.id for claim, _ in bare)), message)


def disagreements(inside: Inside) -> Iterator[Finding]:
    """Two speakers whose figures for the same losses exclude each other, or of whom one denies what the other says."""
    body = inside.told_by(Voice.BODY)
    for one, other in combinations(body, 2):
        message = _rival_figures(inside, one, other)
        if message and one_occasion(inside, one, other) and not one_origin(inside, one, other):
            yield Finding(FindingKind.SPEAKERS_DISAGREE, (one.id, other.id), message)
    for denial in body:
        claimed = _denied_claim(inside, denial)
        if claimed:
            who = _name(claimed.attribution[-1], inside) if claimed.attribution else "the article"
            what = claimed.trigger.of(inside.text)
            message = f"{_name(denial.attribution[-1], inside)} denies; {who} states it: {what!r}."
            yield Finding(FindingKind.SPEAKERS_DISAGREE, (denial.id, claimed.id), message)


def one_origin(inside: Inside, one: Claim, other: Claim) -> bool:
    """Whether two claims come from one speaker, or from the article itself."""
    if not one.attribution or not other.attribution:
        return not one.attribution and not other.attribution
    first, second = one.attribution[-1], other.attribution[-1]
    named = first.name is not None and first.name == second.name
    return named or same_words(inside, first.span, second.span)


def rivals(inside: Inside, one: Claim, other: Claim) -> Iterator[tuple[Loss, Loss]]:
    """The pairs of figures for the same losses that cannot both be true; parts of totals are not compared."""
    for a, b in product(one.losses, other.losses):
        if a.part_of is None and b.part_of is None and inside.is_figure(a) and inside.is_figure(b):
            same = a.outcome is b.outcome and a.category is b.category and general(inside, a) == general(inside, b)
            if same and exclude(a, b):
                yield a, b


def _rival_figures(inside: Inside, one: Claim, other: Claim) -> str | None:
    if not one.attribution or not other.attribution or Status.DENIED in (one.status, other.status):
        return None
    found = next(rivals(inside, one, other), None)
    if found is None:
        return None
    first, second = (_name(claim.attribution[-1], inside) for claim in (one, other))
    return f"{first} says {inside.phrase(found[0])}; {second} says {inside.phrase(found[1])}."


def _denied_claim(inside: Inside, denial: Claim) -> Claim | None:
    """The nearest claim that a speaker denies and another states, by the same word or of like losses."""
    if denial.status is not Status.DENIED or not denial.attribution:
        return None
    stated = (
        other
        for other in inside.told_by(Voice.BODY)
        if other.status in STATED and other.event is denial.event and not one_origin(inside, denial, other)
    )
    same = [other for other in stated if _same_deed(inside, denial, other) and one_occasion(inside, denial, other)]
    return min(same, key=lambda other: abs(other.trigger.start - denial.trigger.start), default=None)


def _same_deed(inside: Inside, one: Claim, other: Claim) -> bool:
    """Whether two claims use one word for the event, or tell of losses of one kind."""
    first, second = (inside.tree.head_of(claim.trigger) for claim in (one, other))
    word = first is not None and second is not None and inside.tree.lemma[first] == inside.tree.lemma[second]
    return word or _shares_outcome(one, other)


def _name(speaker: Speaker, inside: Inside) -> str:
    return speaker.name or speaker.span.of(inside.text)


def _same_event(one: Claim, other: Claim) -> bool:
    return one.event is other.event and (not one.losses or _shares_outcome(one, other))


def _shares_outcome(one: Claim, other: Claim) -> bool:
    return any(a.outcome is b.outcome and alike(a, b) for a, b in product(one.losses, other.losses))
