"""Findings about who says it: attribution dropped, figures without a speaker, speakers who disagree."""

from collections.abc import Iterator
from itertools import combinations, product

from claimtrail.claims.findings.inside import Inside, alike, exclude, general, same_words
from claimtrail.claims.findings.occasion import one_occasion
from claimtrail.model import Claim, Finding, FindingKind, Loss, Speaker, Status, Voice


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
    for one, other in combinations(inside.told_by(Voice.BODY), 2):
        if not one_occasion(inside, one, other) or one_origin(inside, one, other):
            continue
        message = _denied(inside, one, other) or _denied(inside, other, one) or _rival_figures(inside, one, other)
        if message:
            yield Finding(FindingKind.SPEAKERS_DISAGREE, (one.id, other.id), message)


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


def _denied(inside: Inside, one: Claim, other: Claim) -> str | None:
    """What the first claim's speaker denies and the second asserts."""
    claimed = other.status in (Status.ASSERTED, Status.ALLEGED)
    if one.status is not Status.DENIED or not one.attribution or not claimed or one.event is not other.event:
        return None
    who = _name(other.attribution[-1], inside) if other.attribution else "the article"
    what = other.trigger.of(inside.text)
    return f"{_name(one.attribution[-1], inside)} denies what {who} says: {what!r}."


def _name(speaker: Speaker, inside: Inside) -> str:
    return speaker.name or speaker.span.of(inside.text)


def _same_event(one: Claim, other: Claim) -> bool:
    return one.event is other.event and (not one.losses or _shares_outcome(one, other))


def _shares_outcome(one: Claim, other: Claim) -> bool:
    return any(a.outcome is b.outcome and alike(a, b) for a, b in product(one.losses, other.losses))
