"""Findings about tolls: a subset greater than its total, a toll that was revised, a toll of who knows what."""

from collections.abc import Iterator
from itertools import combinations
from math import inf

from claimtrail.claims.counts import find_counts
from claimtrail.claims.findings.inside import Inside, bounds
from claimtrail.claims.findings.occasion import one_occasion
from claimtrail.claims.findings.speakers import one_origin, rivals
from claimtrail.claims.kinds import PEOPLE
from claimtrail.claims.lexicon import lexicon
from claimtrail.claims.scopes import counted, ongoing, scope_of, toll_word
from claimtrail.model import Claim, Finding, FindingKind, Loss, Span, Voice

# How many characters after a toll its earlier figure may stand.
REACH = 60


def excessive_subsets(inside: Inside) -> Iterator[Finding]:
    """A part that is greater than the total it is said to be of: "24 people, including 31 children"."""
    for claim in inside.claims:
        for part in claim.losses:
            total = claim.losses[part.part_of] if part.part_of is not None else None
            if total and bounds(part)[0] > bounds(total)[1]:
                message = f"{inside.phrase(part)} are said to be among {inside.phrase(total)}."
                yield Finding(FindingKind.SUBSET_EXCEEDS_TOTAL, (claim.id,), message)


def revised_tolls(inside: Inside) -> Iterator[Finding]:
    """A toll said to have been another before: in one breath ("to 38 from 35"), or by the same speaker earlier."""
    for claim in inside.told_by(Voice.BODY):
        for loss in claim.losses:
            before = _earlier_figure(inside, loss)
            if before:
                message = f"The toll is revised: {inside.phrase(loss)}, before {before.of(inside.text)}."
                yield Finding(FindingKind.TOLL_REVISED, (claim.id,), message)
    for one, other in combinations(inside.told_by(Voice.BODY), 2):
        found = next(rivals(inside, one, other), None)
        said_before = _said_before(inside, one) != _said_before(inside, other)
        if (
            found
            and one.attribution
            and said_before
            and one_origin(inside, one, other)
            and one_occasion(inside, one, other)
        ):
            message = f"One speaker gives two figures: {inside.phrase(found[0])}; {inside.phrase(found[1])}."
            yield Finding(FindingKind.TOLL_REVISED, (one.id, other.id), message)


def unclear_scopes(inside: Inside) -> Iterator[Finding]:
    """People's tolls of which the text does not say whether they are of one event, a day or a longer time."""
    for claim in inside.told_by(Voice.BODY):
        tolls = [loss for loss in claim.losses if loss.category in PEOPLE and counted(loss) and bounds(loss)[1] > 1]
        scopes = {scope_of(loss, inside.tree) for loss in tolls}
        if len(scopes - {None}) > 1:
            message = f"One claim gives tolls of different scope: {inside.phrases(tolls)}."
            yield Finding(FindingKind.TOLL_SCOPE_UNCLEAR, (claim.id,), message)
        elif scopes == {None} and not _dated(claim) and any(ongoing(loss, inside.tree) for loss in tolls):
            what = claim.trigger.of(inside.text)
            message = f"{inside.phrases(tolls)}: of which incident, day or period ({what!r}) is not said."
            yield Finding(FindingKind.TOLL_SCOPE_UNCLEAR, (claim.id,), message)


def _dated(claim: Claim) -> bool:
    return claim.time is not None and claim.time.start is not None


def _earlier_figure(inside: Inside, loss: Loss) -> Span | None:
    """The figure that a toll is raised or lowered from, right after it and without a noun of its own."""
    span = loss.count.span
    if span is None or toll_word(loss, inside.tree) is None:
        return None
    tree, after = inside.tree, inside.tree.range(span).stop
    sentence = tree.sentence(after - 1)
    rest = Span(span.end, min(sentence.span.end, span.end + REACH))
    for count in find_counts(inside.text, rest):
        tokens = tree.range(count.span) if count.span else range(0)
        if tokens and tree.upos(tokens.stop - 1) == "DET":
            continue
        leading = tree.form[after : tokens.start] if tokens else ()
        led = any(leading[len(leading) - len(words) :] == words for words in _earlier() if len(words) <= len(leading))
        if led and count.low is not None and _differs(count.low, loss) and not _noun_follows(inside, tokens.stop):
            return count.span
    return None


def _differs(number: int, loss: Loss) -> bool:
    return not (loss.count.low or 0) <= number <= (inf if loss.count.high is None else loss.count.high)


def _noun_follows(inside: Inside, token: int) -> bool:
    return token < len(inside.tree.form) and inside.tree.upos(token) in {"NOUN", "PROPN"}


def _said_before(inside: Inside, claim: Claim) -> bool:
    """Whether the sentence of a claim says that it was told before: "earlier", "initially"."""
    number = inside.sentence(claim.trigger)
    if number is None:
        return False
    sentence = inside.tree.sentences[number]
    return bool(set(lexicon("parts")["before_now"]).intersection(inside.tree.form[sentence.first : sentence.last]))


def _earlier() -> list[tuple[str, ...]]:
    return [tuple(phrase.split()) for phrase in lexicon("parts")["earlier"]]
