"""Findings inside one article: what a reader should know before trusting its claims."""

from collections.abc import Iterator
from itertools import product

from claimtrail.claims.kinds import PEOPLE
from claimtrail.model import Anchor, Article, Claim, Finding, FindingKind, Loss, Outcome, Reading, Span, Status, Voice

FUTURE = (Status.PLANNED, Status.POSSIBLE)


def find_findings(article: Article, reading: Reading, claims: tuple[Claim, ...]) -> tuple[Finding, ...]:
    """Every finding about the claims of one article, in the order of the checks below."""
    checks = (_headline_figures, _headline_persons, _dropped, _speakerless, _too_late)
    return tuple(finding for check in checks for finding in check(article, reading, claims))


def _headline_figures(article: Article, reading: Reading, claims: tuple[Claim, ...]) -> Iterator[Finding]:
    """A figure of the headline that no claim of the body makes in the same way."""
    body = [pair for pair in _losses(claims, Voice.BODY) if _counted(pair[1])]
    for claim, loss in _losses(claims, Voice.HEADLINE):
        rivals = [pair for pair in body if pair[1].outcome is loss.outcome and _alike(loss, pair[1])]
        if not _counted(loss) or not rivals or any(_same_figure(loss, other) for _, other in rivals):
            continue
        told = "; ".join(dict.fromkeys(_phrase(other, article.text) for _, other in rivals))
        message = f"The headline says {_phrase(loss, article.text)}; the body's figures differ: {told}."
        yield Finding(FindingKind.HEADLINE_FIGURE_DIFFERS, (claim.id, *dict.fromkeys(c.id for c, _ in rivals)), message)


def _headline_persons(article: Article, reading: Reading, claims: tuple[Claim, ...]) -> Iterator[Finding]:
    """A single person lost in the headline whom the body does not name among those lost in the same way."""
    for claim, loss in _losses(claims, Voice.HEADLINE):
        if not _single_person(loss) or _named(loss.who, reading):
            continue
        same = [(c, x) for c, x in _losses(claims, Voice.BODY) if x.outcome is loss.outcome]
        if any(_named(other.who, reading) for _, other in same):
            continue
        message = f"The headline has {loss.who.of(article.text)!r} {_outcome(loss)}; the body names no such person."
        yield Finding(FindingKind.HEADLINE_UNSUPPORTED, (claim.id,), message)


def _dropped(article: Article, reading: Reading, claims: tuple[Claim, ...]) -> Iterator[Finding]:
    """A headline or caption that states as fact what the body only reports from a speaker."""
    body = [claim for claim in claims if claim.voice is Voice.BODY]
    for claim in claims:
        if claim.attribution or claim.voice not in (Voice.HEADLINE, Voice.CAPTION):
            continue
        told = [other for other in body if _same_event(claim, other)]
        if told and all(other.attribution for other in told):
            speaker = told[0].attribution[0].span.of(article.text)
            what = claim.trigger.of(article.text)
            message = f"The {claim.voice.value} states {what!r} as fact; in the body it is said by {speaker}."
            yield Finding(FindingKind.ATTRIBUTION_DROPPED, (claim.id, *(other.id for other in told)), message)


def _speakerless(article: Article, reading: Reading, claims: tuple[Claim, ...]) -> Iterator[Finding]:
    """Figures of the body for which the article names no speaker; one finding for all of them."""
    bare = [pair for pair in _losses(claims, Voice.BODY) if _counted(pair[1]) and not pair[0].attribution]
    if bare:
        told = "; ".join(dict.fromkeys(_phrase(loss, article.text) for _, loss in bare))
        message = f"No speaker is given for: {told}."
        yield Finding(FindingKind.FIGURE_WITHOUT_SPEAKER, tuple(dict.fromkeys(claim.id for claim, _ in bare)), message)


def _too_late(article: Article, reading: Reading, claims: tuple[Claim, ...]) -> Iterator[Finding]:
    """An event told as having happened on a day after the article was published.

    A date counted from another one in the text ("two days later") is too unsure to say so.
    """
    published = article.published.day if article.published else None
    for claim in claims:
        start = claim.time.start if claim.time and claim.time.anchor is not Anchor.NARRATIVE else None
        if published and start and start > published and claim.status not in FUTURE:
            what = claim.trigger.of(article.text)
            message = f"The event {what!r} is dated {start}, after the article's own date {published}."
            yield Finding(FindingKind.EVENT_AFTER_PUBLICATION, (claim.id,), message)


def _losses(claims: tuple[Claim, ...], voice: Voice) -> Iterator[tuple[Claim, Loss]]:
    for claim in claims:
        if claim.voice is voice:
            yield from product((claim,), claim.losses)


def _counted(loss: Loss) -> bool:
    return loss.count.low is not None and loss.count.span is not None


def _same_figure(one: Loss, other: Loss) -> bool:
    return (one.count.low, one.count.high) == (other.count.low, other.count.high)


def _alike(one: Loss, other: Loss) -> bool:
    """Whether two losses may be about the same kind of thing: people with people, else the same category."""
    if one.category in PEOPLE:
        return other.category in PEOPLE
    return one.category is other.category


def _same_event(one: Claim, other: Claim) -> bool:
    return one.event is other.event and (not one.losses or _shares_outcome(one, other))


def _shares_outcome(one: Claim, other: Claim) -> bool:
    return any(a.outcome is b.outcome and _alike(a, b) for a, b in product(one.losses, other.losses))


def _single_person(loss: Loss) -> bool:
    lost = loss.outcome in (Outcome.KILLED, Outcome.WOUNDED, Outcome.CAPTURED)
    return lost and loss.category in PEOPLE and (loss.count.low, loss.count.high) == (1, 1)


def _named(span: Span, reading: Reading) -> bool:
    """Whether the words of a range name a person."""
    return any(m.type == "person" and m.named and m.span.overlaps(span) for m in reading.mentions)


def _phrase(loss: Loss, text: str) -> str:
    """A loss in the article's words; a bare number is both who was lost and how many, and is said once."""
    count = loss.count.span
    words = f"{count.of(text)} {loss.who.of(text)}" if count and not count.covers(loss.who) else loss.who.of(text)
    return f"{words} {_outcome(loss)}"


def _outcome(loss: Loss) -> str:
    return loss.outcome.value.replace("_", " ")
